import { useState } from 'react';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { chanceWords, current, isLive, nameIn, type SiteSeen } from './site-data.ts';
import { useSpeech } from './speech.ts';

/** How many rows stand there before somebody asks for the rest. */
const SHOWN = 120;

/** Every sector in words, likeliest first, and the chance that it is in none of them. */
export function SectorsTable(props: {
  readonly seen: SiteSeen;
  readonly selected: string | undefined;
  readonly onSelect: (sector: string) => void;
}) {
  const { state, picture } = props.seen;
  const speech = useSpeech();
  const { say, number } = speech;
  const views = new Map(picture.sectors.map((view) => [view.id, view]));
  const rows = state.sectors
    .filter(isLive)
    .map((sector) => ({ sector, view: views.get(sector.id) }))
    .sort((a, b) => (b.view?.now ?? 0) - (a.view?.now ?? 0));
  const [all, setAll] = useState(false);
  const floors = new Map(state.floors.map((floor) => [floor.id, nameIn(speech, current(floor).body.name)]));
  return (
    <ScrollBox label={say('site.sectors')}>
      <table className="sectors-table">
        <thead>
          <tr>
            <th scope="col">{say('site.sector')}</th>
            <th scope="col">{say('site.floor')}</th>
            <th scope="col" className="number">
              {say('site.left')}
            </th>
            <th scope="col" className="number">
              {say('site.detection')}
            </th>
            <th scope="col" className="number">
              {say('site.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? rows.length : SHOWN).map(({ sector, view }) => {
            const { body } = current(sector);
            return (
              <tr key={sector.id} aria-current={sector.id === props.selected || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain"
                    data-entry
                    onClick={() => props.onSelect(sector.id)}
                  >
                    <bdi className="nowrap">{body.code}</bdi> <bdi>{nameIn(speech, body.name)}</bdi>
                  </button>
                  {sector.versions.length > 1 && <span className="warn small"> {say('site.conflict')}</span>}
                </th>
                <td>{floors.get(body.floor)}</td>
                <td className="number">{chanceWords(speech, view?.now ?? 0)}</td>
                <td className="number">
                  {view && view.searches > 0 ? chanceWords(speech, view.detection) : '—'}
                </td>
                <td className="number">{number(view?.hours ?? 0, { maximumFractionDigits: 1 })}</td>
              </tr>
            );
          })}
          <tr className="elsewhere">
            <th scope="row">{say('site.elsewhere')}</th>
            <td />
            <td className="number">{chanceWords(speech, picture.elsewhere.now)}</td>
            <td className="number">—</td>
            <td />
          </tr>
        </tbody>
      </table>
      {!all && rows.length > SHOWN && (
        <p className="actions">
          <button type="button" onClick={() => setAll(true)}>
            {say('site.sectors-rest', { count: rows.length - SHOWN })}
          </button>
        </p>
      )}
    </ScrollBox>
  );
}
