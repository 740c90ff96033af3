import type { SiteState, SiteThingState } from '../../../src/model/index.ts';
import { current, isLive } from './site-data.ts';
import type { SiteSpeech } from './speech.ts';

/** What a mark says, in the places of its square; as drawn on the plan, in the panel and in print. */
export interface MarkWords {
  /** Team, how, in, out, result: from the top of the square. */
  readonly inside: readonly string[];
  /** Dangers. */
  readonly above: string;
  /** Brought out alive, brought out dead, not accounted for. */
  readonly left: string;
  readonly right: string;
  readonly below: string;
  /** A circle around: the last team reached all of it. */
  readonly whole: boolean;
  /** The same as a sentence. */
  readonly label: string;
}

const SHORT = { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

/** A sector's mark; nothing where it was not searched and nobody wrote anything on its wall. */
export function markOf(speech: SiteSpeech, state: SiteState, sectorId: string): MarkWords | undefined {
  const sector = state.sectors.find(({ id }) => id === sectorId) as SiteThingState<'sector'> | undefined;
  if (!sector) return undefined;
  const { mark, code } = current(sector).body;
  const searches = (state.searches as readonly SiteThingState<'search'>[])
    .filter((one) => isLive(one) && current(one).body.sector === sectorId)
    .map((one) => current(one).body)
    .sort((a, b) => Date.parse(a.to) - Date.parse(b.to));
  const search = searches.at(-1);
  if (!search && !mark) return undefined;
  const { say, locale, number } = speech;
  const when = (moment: string): string => new Intl.DateTimeFormat(locale, SHORT).format(new Date(moment));
  const count = (people: number | undefined): string => (people === undefined ? '' : number(people));
  const told = (people: number | undefined): string =>
    people === undefined ? say('mark.unknown') : number(people);
  return {
    inside: search
      ? [
          search.team,
          [...new Set(searches.map(({ method }) => say(`mark.short.${method}`)))].join(' · '),
          say('mark.in', { when: when(search.from) }),
          say('mark.out', { when: when(search.to) }),
          say(`mark.${search.result}`),
        ]
      : [],
    above: mark?.hazards ?? '',
    left: count(mark?.live),
    right: count(mark?.dead),
    below: count(mark?.missing),
    whole: (search?.coverage ?? 0) >= 0.995,
    label: say('mark.label', {
      code,
      searched: search
        ? say('mark.label-searched', {
            team: search.team,
            method: say(`site.method.${search.method}`),
            from: when(search.from),
            to: when(search.to),
            result: say(`site.result.${search.result}`),
          })
        : say('mark.label-unsearched'),
      live: told(mark?.live),
      dead: told(mark?.dead),
      missing: told(mark?.missing),
      hazards: mark?.hazards || say('mark.none-said'),
    }),
  };
}

/** Where the parts of a mark stand, in a box of 200 × 200 about its middle: the square is 100 wide. */
export const MARK = {
  half: 50,
  circle: 92,
  side: 66,
  above: -64,
  below: 66,
  lineHeight: 17,
  first: -34,
} as const;
