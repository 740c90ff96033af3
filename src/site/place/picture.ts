import {
  areaOf,
  crossesItself,
  overlapsAmong,
  ratesAt,
  type SearchMethod,
  type SearchPicture,
  type SearchRates,
  type SiteBody,
  type SiteState,
  type SiteThingState,
  type WhereNext,
} from '../../model/index.ts';
import type { Belief } from '../where-next/belief.ts';
import { type LeadSaid, priorFrom } from '../where-next/leads.ts';
import { atOdds, LEAST_CHANCE, outlookOf, type Situation, swings } from '../where-next/outlook.ts';
import {
  beliefAfter,
  type CellSearched,
  type Failure,
  type Signs,
  searchedCells,
} from '../where-next/searched.ts';
import { countedLeads } from './counted-leads.ts';
import { isHidden, swungRates, UNSCALED } from './methods.ts';
import { current, isLive } from './state.ts';

type Sector = SiteThingState<'sector'>;

/** A site as the planner sees it: sectors as cells. */
interface Cells {
  readonly sectors: readonly Sector[];
  /** Square metres, a sector. */
  readonly areas: readonly number[];
  readonly prior: Belief;
  readonly now: Belief;
  readonly searched: readonly CellSearched[];
  readonly leads: readonly LeadSaid[];
  readonly hours: readonly number[];
  readonly times: readonly number[];
  readonly signs: readonly number[];
}

/** Chances and searches of every sector that still counts. */
export function searchPicture(state: SiteState): SearchPicture {
  const { sectors, prior, now, searched, leads, hours, times, signs } = cellsOf(state, assumedAt(state));
  const outlines = sectors.map((sector) => current(sector).body.outline);
  const overlaps = overlapsOnFloors(sectors);
  return {
    sectors: sectors.map(({ id }, at) => ({
      id,
      prior: prior.cells[at]!,
      now: now.cells[at]!,
      detection: 1 - searched[at]!.missed,
      searches: times[at]!,
      hours: hours[at]!,
      leads: leads.filter(({ cells }) => cells.length < sectors.length && cells.includes(at)).length,
      signs: signs[at]!,
      crossing: crossesItself(outlines[at]!),
      overlaps: overlaps[at]!.map((other) => sectors[other]!.id),
    })),
    elsewhere: { prior: prior.elsewhere, now: now.elsewhere },
    origins: leads.length,
  };
}

/** What is taken for granted at a place: what was set there and ours, and the chance that it is not here at all. */
interface Assumed {
  readonly rates: SearchRates;
  readonly elsewhere: number;
}
const assumedAt = (state: SiteState): Assumed => {
  const { rates, elsewhere } = current(state.place).body;
  return { rates: ratesAt(rates), elsewhere };
};
const swung = (
  { rates, elsewhere }: Assumed,
  ...[assumption, factor]: Parameters<Parameters<typeof swings>[0]>
): Assumed => ({
  rates: swungRates(rates, assumption, factor),
  elsewhere: assumption === 'elsewhere' ? atOdds(elsewhere, factor) : elsewhere,
});

interface Resource {
  readonly id: string;
  readonly method: SearchMethod;
  readonly hours: number;
}

/** What is thought now and what these teams can do, under what is assumed. */
function situationOf(cells: Cells, { rates: assumed }: Assumed, resources: readonly Resource[]): Situation {
  const { sectors, areas, now, searched } = cells;
  const kinds = resources.length;
  const rates = new Float64Array(sectors.length * kinds);
  const blind = new Float64Array(sectors.length * kinds);
  for (const [at, sector] of sectors.entries())
    for (const [kind, { method }] of resources.entries()) {
      const judged = judgedIn(sector, method, areas[at]!, assumed);
      rates[at * kinds + kind] = judged.rate;
      blind[at * kinds + kind] = searched[at]!.efforts.get(method)?.blindNow ?? judged.blind;
    }
  return { belief: now, rates, blind, efforts: resources.map(({ hours }) => hours) };
}

/** What the next shift's teams should do, what that finds, and when going on is no longer warranted. */
export function whereNext(state: SiteState, resources: readonly Resource[]): WhereNext {
  const assumed = assumedAt(state);
  const cells = cellsOf(state, assumed);
  const { sectors, now } = cells;
  const kinds = resources.length;
  const situation = situationOf(cells, assumed, resources);
  const { rates, blind } = situation;
  const least = current(state.place).body.least ?? LEAST_CHANCE;
  const outlook = outlookOf(situation, least);
  const actions: WhereNext['actions'] = [];
  for (const [at, { id }] of sectors.entries())
    for (const [kind, resource] of resources.entries()) {
      const place = at * kinds + kind;
      const hours = outlook.efforts[place]!;
      if (hours * 60 < 1) continue;
      const gain = now.cells[at]! * (1 - blind[place]!) * -Math.expm1(-rates[place]! * hours);
      actions.push({ sector: id, resource: resource.id, hours, gain });
    }
  const named = ({ success, first }: { success: number; first: number }) => ({
    success,
    ...(sectors[first] && { first: sectors[first].id }),
  });
  return {
    actions: actions.sort((a, b) => b.gain - a.gain),
    success: outlook.success,
    elsewhereAfter: outlook.after.elsewhere,
    findable: outlook.findable,
    verdict: outlook.verdict,
    least,
    worth: resources.map(({ id }, kind) => ({ resource: id, chance: outlook.worth[kind]! })),
    swings: swings((...moved) => {
      const otherwise = swung(assumed, ...moved);
      return situationOf(cellsOf(state, otherwise), otherwise, resources);
    }).map(({ assumption, low, high }) => ({
      assumption,
      low: named(low),
      high: named(high),
    })),
  };
}

function cellsOf(state: SiteState, { rates, elsewhere }: Assumed): Cells {
  const sectors = (state.sectors as readonly Sector[]).filter(isLive);
  const place = new Map(sectors.map(({ id }, at) => [id, at]));
  const scale = new Map(state.floors.map((floor) => [floor.id, current(floor).body.metres]));
  const sizes = sectors.map((sector) => {
    const { floor, outline } = current(sector).body;
    const metres = scale.get(floor);
    return { area: areaOf(outline) * (metres ?? 1) ** 2, scaled: metres !== undefined };
  });
  const areas = sizes.map(({ area, scaled }) => (scaled ? Math.max(area, 1) : UNSCALED));
  // Sizes on plans without a scale cannot be held against others: every sector counts alike there.
  const weights = sectors.map((sector, at) => areas[at]! * (current(sector).body.weight ?? 1));
  const leads = countedLeads(state, place, rates.reliability);
  const prior = priorFrom({ weights, elsewhere }, leads);

  const failures: Failure[] = [];
  const raised: Signs[] = [];
  const hours = new Array<number>(sectors.length).fill(0);
  const times = new Array<number>(sectors.length).fill(0);
  const signs = new Array<number>(sectors.length).fill(0);
  for (const search of (state.searches as readonly SiteThingState<'search'>[]).filter(isLive)) {
    const { body } = current(search);
    const cell = place.get(body.sector);
    if (cell === undefined) continue;
    const effort = (Date.parse(body.to) - Date.parse(body.from)) / 3_600_000;
    hours[cell]! += effort;
    times[cell]!++;
    const ended = endOf(body);
    if (ended === 'open') signs[cell]!++;
    // What was found is no chance any more; what may still be there is thought of as before.
    if (ended === 'found') continue;
    const { rate, blind } = judgedIn(sectors[cell]!, body.method, areas[cell]!, rates);
    // What a team could not get at it was blind to.
    const done = { cell, method: body.method, rate, blind: 1 - body.coverage * (1 - blind), effort };
    if (ended === 'silence') failures.push(done);
    else
      raised.push({
        ...done,
        alarms: rates.methods[body.method].alarms,
        stands: ended === 'confirmed' ? rates.wronglyConfirmed : 1,
      });
  }
  const searched = searchedCells(sectors.length, failures, raised);
  const now = beliefAfter(prior, searched);
  return { sectors, areas, prior, now, searched, leads, hours, times, signs };
}

/** Signs that proved false are no signs: the search found nothing. */
function endOf({ result, signs }: SiteBody<'search'>): 'silence' | 'open' | 'confirmed' | 'found' {
  if (result === 'found') return 'found';
  if (result === 'nothing' || signs === 'false') return 'silence';
  return signs ?? 'open';
}

function judgedIn(sector: Sector, method: SearchMethod, area: number, { methods }: SearchRates) {
  const { sweep, blind } = methods[method];
  return { rate: sweep / area, blind: isHidden(current(sector).body.kind) ? blind.hidden : blind.open };
}

function overlapsOnFloors(sectors: readonly Sector[]): number[][] {
  const found: number[][] = sectors.map(() => []);
  const floors = Map.groupBy(
    sectors.map((_, at) => at),
    (at) => current(sectors[at]!).body.floor,
  );
  for (const members of floors.values()) {
    const among = overlapsAmong(members.map((at) => current(sectors[at]!).body.outline));
    for (const [i, others] of among.entries()) found[members[i]!] = others.map((other) => members[other]!);
  }
  return found;
}
