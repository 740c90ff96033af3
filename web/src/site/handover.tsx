import type { SiteThingState } from '../../../src/model/index.ts';
import { SearchList } from './search-list.tsx';
import { current, isLive, type SiteSeen, sectorName } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** A shift, in milliseconds. */
const SHIFT = 12 * 3_600_000;

/** What the next shift has to know: under the board, and on paper with it. */
export function Handover({ seen }: { readonly seen: SiteSeen }) {
  const { state, picture } = seen;
  const speech = useSpeech();
  const { say } = speech;
  const searches = (state.searches as readonly SiteThingState<'search'>[]).filter(isLive);
  const ended = (search: SiteThingState<'search'>): number => Date.parse(current(search).body.to);
  const last = Math.max(...searches.map(ended));
  const signs = picture.sectors.filter((sector) => sector.signs > 0);
  const dangers = state.sectors.filter(isLive).flatMap((sector) => {
    const { hazards } = current(sector).body.mark ?? {};
    return hazards ? [{ id: sector.id, hazards }] : [];
  });
  const leads = state.leads.filter(isLive).filter((lead) => {
    const { state: stands } = current(lead).body;
    return stands === 'new' || stands === 'with-a-team';
  });
  const lines: readonly (readonly ['signs' | 'dangers' | 'leads', readonly string[]])[] = [
    ['signs', signs.map(({ id }) => sectorName(speech, state, id))],
    ['dangers', dangers.map(({ id, hazards }) => `${sectorName(speech, state, id)}: ${hazards}`)],
    ['leads', leads.map((lead) => current(lead).body.says)],
  ];
  return (
    <section className="handover" aria-labelledby="handover-title">
      <h2 id="handover-title">{say('handover.title')}</h2>
      {lines.map(([what, words]) => (
        <section key={what}>
          <h3>{say(`handover.${what}`)}</h3>
          {words.length === 0 && <p className="quiet">{say('handover.none')}</p>}
          <ul>
            {words.map((one) => (
              <li key={one}>
                <bdi>{one}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h3>{say('handover.searches')}</h3>
      <SearchList state={state} searches={searches.filter((search) => ended(search) > last - SHIFT)} named />
    </section>
  );
}
