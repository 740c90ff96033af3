import type { SearchPicture, SiteState, SiteThingState, WhereNext } from '../../model/index.ts';
import type { Belief } from '../where-next/belief.ts';
import { type LeadSaid, priorFrom, RELIABILITY } from '../where-next/leads.ts';
import { LEAST_CHANCE, outlookOf, type Situation, swings } from '../where-next/outlook.ts';
import {
  beliefAfter,
  blindAfter,
  type CellSearched,
  type Failure,
  searchedCells,
} from '../where-next/searched.ts';
import { isHidden, METHODS_JUDGED, UNSCALED } from './methods.ts';
import { areaOf, crossesItself, overlapsAmong } from './outline.ts';
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
}

/** Chances and searches of every sector that still counts. */
export function searchPicture(state: SiteState): SearchPicture {
  const { sectors, prior, now, searched, leads, hours, times } = cellsOf(state);
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
      crossing: crossesItself(outlines[at]!),
      overlaps: overlaps[at]!.map((other) => sectors[other]!.id),
    })),
    elsewhere: { prior: prior.elsewhere, now: now.elsewhere },
    origins: leads.length,
  };
}

/** What the next shift's teams should do, what that finds, and when going on is no longer warranted. */
export function whereNext(
  state: SiteState,
  resources: readonly {
    readonly id: string;
    readonly method: keyof typeof METHODS_JUDGED;
    readonly hours: number;
  }[],
): WhereNext {
  const { sectors, areas, now, searched } = cellsOf(state);
  const kinds = resources.length;
  const rates = new Float64Array(sectors.length * kinds);
  const blind = new Float64Array(sectors.length * kinds);
  for (const [at, sector] of sectors.entries())
    for (const [kind, { method }] of resources.entries()) {
      const judged = judgedIn(sector, method, areas[at]!);
      const before = searched[at]!.efforts.get(method);
      rates[at * kinds + kind] = judged.rate;
      blind[at * kinds + kind] = before ? blindAfter(judged, before.effort) : judged.blind;
    }
  const least = current(state.place).body.least ?? LEAST_CHANCE;
  const situation: Situation = { belief: now, rates, blind, efforts: resources.map(({ hours }) => hours) };
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
    swings: swings(situation).map(({ assumption, low, high }) => ({
      assumption,
      low: named(low),
      high: named(high),
    })),
  };
}

function cellsOf(state: SiteState): Cells {
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
  const leads = leadsThatCount(state, place, sectors.length);
  const prior = priorFrom({ weights, elsewhere: current(state.place).body.elsewhere }, leads);

  const failures: Failure[] = [];
  const hours = new Array<number>(sectors.length).fill(0);
  const times = new Array<number>(sectors.length).fill(0);
  for (const search of (state.searches as readonly SiteThingState<'search'>[]).filter(isLive)) {
    const { sector, method, from, to, coverage, result } = current(search).body;
    const cell = place.get(sector);
    if (cell === undefined) continue;
    const effort = (Date.parse(to) - Date.parse(from)) / 3_600_000;
    hours[cell]! += effort;
    times[cell]!++;
    if (result !== 'nothing') continue;
    const { rate, blind } = judgedIn(sectors[cell]!, method, areas[cell]!);
    // What a team could not get at it was blind to.
    failures.push({ cell, method, rate, blind: 1 - coverage * (1 - blind), effort });
  }
  const searched = searchedCells(sectors.length, failures);
  return { sectors, areas, prior, now: beliefAfter(prior, searched), searched, leads, hours, times };
}

function judgedIn(sector: Sector, method: keyof typeof METHODS_JUDGED, area: number) {
  const { sweep, blind } = METHODS_JUDGED[method];
  return { rate: sweep / area, blind: isHidden(current(sector).body.kind) ? blind.hidden : blind.open };
}

/** Leads of one origin count once: the most telling of them. Struck ones and those closed as nothing do not. */
function leadsThatCount(state: SiteState, place: ReadonlyMap<string, number>, count: number): LeadSaid[] {
  const byOrigin = new Map<string, LeadSaid>();
  for (const lead of (state.leads as readonly SiteThingState<'lead'>[]).filter(isLive)) {
    const { points, how, reliability, origin } = current(lead).body;
    const cells =
      points === 'elsewhere'
        ? []
        : points === 'inside'
          ? Array.from({ length: count }, (_, at) => at)
          : points.flatMap((sector) => place.get(sector) ?? []);
    if (points !== 'elsewhere' && cells.length === 0) continue;
    const said: LeadSaid = { id: lead.id, cells, reliability: reliability ?? RELIABILITY[how] };
    const key = origin === undefined ? lead.id : `origin ${origin.trim().toLowerCase()}`;
    const before = byOrigin.get(key);
    if (!before || said.reliability > before.reliability) byOrigin.set(key, said);
  }
  return [...byOrigin.values()];
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
