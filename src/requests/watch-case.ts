import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Case } from '../ledger/index.ts';
import type { LinkRow } from '../linkage/index.ts';
import type { RecordId, WatchHit } from '../model/index.ts';
import type { People } from '../people/index.ts';
import type { KeptRequest } from './kept.ts';
import { isWatched } from './telling.ts';
import { compareEach, type Hit, registerOf, rowOfRequest } from './watch.ts';

/** What has been compared already: hits are derived, and go with the process. */
interface Compared {
  readonly rows: Set<RecordId>;
  /** By request, with the row it was compared as. */
  readonly requests: Map<string, { readonly as: string; readonly hits: Map<RecordId, Hit> }>;
  running: Promise<void>;
}
const comparedOf = new WeakMap<Case, Compared>();

/** Milliseconds of work at one go. */
const STRETCH = 10;

/**
 * The hits of every watched request among the rows of the case. What came since the last time is compared: new rows ask
 * the requests, new requests ask the rows; decided ones are told with their decision. Nothing of it goes to a family.
 */
export async function watchHits(
  opened: Case,
  requests: ReadonlyMap<string, KeptRequest>,
  people: People,
): Promise<WatchHit[]> {
  let state = comparedOf.get(opened);
  if (!state) {
    state = { rows: new Set(), requests: new Map(), running: Promise.resolve() };
    comparedOf.set(opened, state);
  }
  const known = state;
  const turn = known.running.then(() => catchUp(known, requests, people));
  known.running = turn.catch(() => undefined);
  await turn;
  return [...requests.values()].flatMap((request) => {
    const own = isWatched(request) ? known.requests.get(request.id) : undefined;
    return own ? shown(request, own.hits, people) : [];
  });
}

async function catchUp(
  known: Compared,
  requests: ReadonlyMap<string, KeptRequest>,
  people: People,
): Promise<void> {
  const { compared } = people;
  const watched = [...requests.values()].filter(isWatched).map(({ id, sought }) => rowOfRequest(id, sought!));
  const asWritten = new Map(watched.map((row) => [row.key, JSON.stringify(row.fields)]));
  for (const id of known.requests.keys())
    if (known.requests.get(id)!.as !== asWritten.get(id)) known.requests.delete(id);
  const old = watched.filter(({ key }) => known.requests.has(key));
  const fresh = watched.filter(({ key }) => !known.requests.has(key));
  const counting = new Set(compared.records);
  const newRows = [...counting].filter((record) => !known.rows.has(record));

  const add = ({ request, record, ...rest }: Hit): void => {
    known.requests.get(request)?.hits.set(record as RecordId, { request, record, ...rest });
  };
  if (old.length > 0 && newRows.length > 0) {
    const rows = newRows.flatMap((record): LinkRow[] => {
      const row = compared.row(record);
      return row ? [row] : [];
    });
    await take(compareEach(rows, registerOf(old, compared.model), compared.model, 'rows-ask'), add);
  }
  for (const { key } of fresh) known.requests.set(key, { as: asWritten.get(key)!, hits: new Map() });
  if (fresh.length > 0 && counting.size > 0) {
    const rows = { register: compared.register(), rowOf: (key: string) => compared.row(key as RecordId) };
    await take(compareEach(fresh, rows, compared.model, 'requests-ask'), add);
  }
  for (const record of newRows) known.rows.add(record);
}

async function take(steps: Iterable<readonly Hit[]>, add: (hit: Hit) => void): Promise<void> {
  let pauseAt = performance.now() + STRETCH;
  for (const hits of steps) {
    for (const hit of hits) add(hit);
    if (performance.now() < pauseAt) continue;
    await nextTurn();
    pauseAt = performance.now() + STRETCH;
  }
}

/** One hit a person: of several rows of one the likeliest. */
function shown(request: KeptRequest, hits: ReadonlyMap<RecordId, Hit>, people: People): WatchHit[] {
  const standing = new Map(request.links.map((link) => [link.record, link.standing]));
  const best = new Map<string, WatchHit>();
  for (const hit of hits.values()) {
    const record = hit.record as RecordId;
    const card = people.card(record);
    const listed = card?.records.find((one) => one.record === record);
    if (!card || !listed) continue;
    const decided = card.records.flatMap((one) => standing.get(one.record) ?? [])[0];
    const before = best.get(card.id);
    if (before && before.probability >= hit.probability) continue;
    best.set(card.id, {
      request: request.id,
      record,
      person: card.id,
      item: listed.item,
      list: listed.list,
      row: listed.row,
      name: listed.name,
      probability: hit.probability,
      verdict: hit.verdict,
      why: [...hit.reasons],
      fates: [...card.fates],
      ...(decided === undefined ? {} : { standing: decided }),
    });
  }
  return [...best.values()].sort((a, b) => b.probability - a.probability || (a.record < b.record ? -1 : 1));
}
