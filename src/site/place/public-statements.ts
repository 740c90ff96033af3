import type { Case, LedgerEvent } from '../../ledger/index.ts';
import type { PublicStatement, SiteBody, SiteEntry, SiteState, SiteThingState } from '../../model/index.ts';
import { followSiteEvents } from './follow.ts';
import { current, entriesUntil, isLive, type KeptEntry, stateOf } from './state.ts';

type Searched = PublicStatement['searched'][number];

/** What an entry that publishes a statement puts before the public; nothing for any other entry. */
export function statementFor(one: KeptEntry, before: readonly KeptEntry[]): PublicStatement | undefined {
  const { entry, receivedAt, ahead } = one;
  if (entry.is !== 'statement' || entry.body.public !== 'published' || entry.struck) return undefined;
  const until = new Date(Date.parse(entry.body.until) - ahead * 1000).toISOString();
  const state = stateOf(entry.site, entriesUntil(before, until)) ?? stateOf(entry.site, before);
  return state && sheetOf(state, entry, { until, publishedAt: receivedAt });
}

function sheetOf(
  state: SiteState,
  { about, body }: SiteEntry & { readonly is: 'statement' },
  when: { readonly until: string; readonly publishedAt: string },
): PublicStatement {
  const floors = new Map(state.floors.map((floor) => [floor.id, current(floor).body]));
  const sectors = (state.sectors as readonly SiteThingState<'sector'>[]).filter(isLive).sort((a, b) => {
    const [one, other] = [current(a).body, current(b).body];
    const lower = (floors.get(other.floor)?.level ?? 0) - (floors.get(one.floor)?.level ?? 0);
    return lower || (one.code < other.code ? -1 : 1);
  });
  const searches = (state.searches as readonly SiteThingState<'search'>[])
    .filter(isLive)
    .map((search) => current(search).body)
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const bySector = Map.groupBy(searches, ({ sector }) => sector);
  const numbers = new Map([...new Set(searches.map(({ team }) => team))].map((team, at) => [team, at + 1]));
  const called = new Map((body.teams ?? []).map(({ team, name }) => [team, name]));
  const whys = new Map((body.notSearched ?? []).map(({ sector, why }) => [sector, why]));
  const told = ({ method, team, from, to, coverage, result, signs }: SiteBody<'search'>) => ({
    method,
    ...(called.has(team) && { team: called.get(team)! }),
    number: numbers.get(team)!,
    from,
    to,
    coverage,
    result,
    ...(result === 'signs' && signs && { signs }),
  });
  const searched: Searched[] = [];
  const unsearched: PublicStatement['unsearched'] = [];
  for (const { id, versions } of sectors) {
    const { code, name, floor } = versions[0]!.body;
    const place = { code, ...(name && { name }), floor: floors.get(floor)?.name ?? {} };
    const why = whys.get(id);
    const done = bySector.get(id);
    if (done) searched.push({ ...place, searches: done.map(told) });
    else unsearched.push({ ...place, ...(why !== undefined && { why }) });
  }
  const all = searched.flatMap((sector) => sector.searches);
  return {
    id: about,
    place: current(state.place).body.name,
    ...(body.issuer && { issuer: body.issuer }),
    ...when,
    ...(body.corrects !== undefined && { corrects: body.corrects }),
    ...(body.why !== undefined && { why: body.why }),
    hours: all.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 3_600_000, 0),
    teams: new Set(all.map(({ number }) => number)).size,
    searched,
    unsearched,
    claims: answersIn(
      state,
      searched,
      new Map(sectors.map(({ id, versions }) => [id, versions[0]!.body.code])),
    ),
  };
}

function answersIn(
  state: SiteState,
  searched: readonly Searched[],
  codes: ReadonlyMap<string, string>,
): PublicStatement['claims'] {
  return (state.answers as readonly SiteThingState<'answer'>[]).filter(isLive).flatMap((answer) => {
    const { says, sectors: named } = current(answer).body;
    if (!says.ar && !says.en) return [];
    const sectors = (named === 'inside' ? [...codes.keys()] : named).flatMap((id) => codes.get(id) ?? []);
    const there = searched.filter(({ code }) => sectors.includes(code));
    return [{ says, sectors, searched: there.length, result: resultOf(there) }];
  });
}

/** The most telling of what was met there. Signs that proved false are nothing. */
function resultOf(there: readonly Searched[]): PublicStatement['claims'][number]['result'] {
  const ends = there.flatMap(({ searches }) => searches);
  if (ends.length === 0) return 'not-searched';
  if (ends.some(({ result }) => result === 'found')) return 'found';
  return ends.some(({ result, signs }) => result === 'signs' && signs !== 'false') ? 'signs' : 'nothing';
}

/** Refuses what would put the name of somebody who wrote in the log before the public. */
export function namesPerson(
  { why, issuer, searched, unsearched, claims }: PublicStatement,
  kept: readonly KeptEntry[],
  by: string,
): 'site.statement-names' | undefined {
  const texts = [
    why,
    issuer?.ar,
    issuer?.en,
    ...searched.flatMap(({ searches }) => searches.map(({ team }) => team)),
    ...unsearched.map((sector) => sector.why),
    ...claims.flatMap(({ says }) => [says.ar, says.en]),
  ];
  const words = new Set(
    texts.flatMap(
      (text) =>
        text
          ?.toLowerCase()
          .match(/[\p{L}\p{M}\p{N}]+/gu)
          ?.join(' ') ?? [],
    ),
  );
  const names = new Set([by, ...kept.map(({ entry }) => entry.by)]);
  for (const name of names) {
    const sought = name
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ');
    if (sought === undefined || sought.length < 3) continue;
    for (const text of words) if (` ${text} `.includes(` ${sought} `)) return 'site.statement-names';
  }
  return undefined;
}

/** Of each statement what was last said of it in public; nothing where it was withdrawn, changed or struck since. */
type Said = readonly [id: string, sheet: PublicStatement | undefined];
const saidIn = (events: readonly LedgerEvent[]): Said[] =>
  events.flatMap(({ facts, slots }) =>
    facts.is === 'statement' && typeof facts.about === 'string'
      ? [[facts.about, slots.get('sheet') as PublicStatement | undefined]]
      : [],
  );
/**
 * Statements that stand before the public, also for an opening that can read nothing else of the site; for whoever asks
 * again and again.
 */
export function followPublished(opened: Case): () => PublicStatement[] {
  const said = followSiteEvents(opened, saidIn);
  return () => [...new Map(said()).values()].filter((sheet) => sheet !== undefined);
}
