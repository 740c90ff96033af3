import type { Decision, RowRun } from './decision.ts';
import { type ItemId, itemOf, type RecordId, recordId } from './ids.ts';

/** For each record that another one stands for: that other one. Records that stand for themselves are absent. */
export type StandIns = ReadonlyMap<RecordId, RecordId>;

interface Step {
  readonly to: RecordId;
  readonly as: RowRun['as'];
}

/**
 * Which record of each row counts, where newer versions of a list repeat it. Along the versions that count, a row that
 * stayed as it was is told by its oldest record, so that what was decided about it holds; a changed one by the newest.
 * A row that a newer version no longer has stands for itself. With a version withdrawn the others are what they would be
 * without it.
 *
 * @param standing decisions that count, in order
 * @param counts whether an item does
 */
export function standInsOf(standing: readonly Decision[], counts: (item: ItemId) => boolean): StandIns {
  const next = new Map<RecordId, Step>();
  const before = new Set<RecordId>();
  for (const decision of standing) {
    if (decision.kind !== 'supersede') continue;
    for (const { older, newer, count, as } of decision.rows)
      for (let at = 0; at < count; at++) {
        const from = recordId(decision.older, older + at);
        const to = recordId(decision.newer, newer + at);
        if (next.has(from) || before.has(to)) continue;
        next.set(from, { to, as });
        before.add(to);
      }
  }
  const standIns = new Map<RecordId, RecordId>();
  for (const first of next.keys()) if (!before.has(first)) follow(first, next, counts, standIns);
  return standIns;
}

/** One row through all its versions. */
function follow(
  first: RecordId,
  next: ReadonlyMap<RecordId, Step>,
  counts: (item: ItemId) => boolean,
  standIns: Map<RecordId, RecordId>,
): void {
  let told: RecordId | undefined;
  let changed = false;
  const counting: RecordId[] = [];
  for (let at: Step | undefined = { to: first, as: 'same' }; at; at = next.get(at.to)) {
    changed ||= at.as === 'changed';
    if (!counts(itemOf(at.to))) continue;
    if (told === undefined || changed) told = at.to;
    changed = false;
    counting.push(at.to);
  }
  for (const record of counting) if (told !== undefined && record !== told) standIns.set(record, told);
}

/** The same decisions, as about the records that stand for those they were made on. */
export function decisionsOnStandIns(standing: readonly Decision[], standIns: StandIns): Decision[] {
  if (standIns.size === 0) return [...standing];
  const told = (record: RecordId): RecordId => standIns.get(record) ?? record;
  return standing.map((decision) => {
    switch (decision.kind) {
      case 'link':
      case 'kin':
        return { ...decision, a: told(decision.a), b: told(decision.b) };
      case 'fate':
      case 'whereabouts':
        return { ...decision, record: told(decision.record) };
      default:
        return decision;
    }
  });
}

/** The newest counting version that a list leads to: itself where none supersedes it. */
export function newestVersion(
  standing: readonly Decision[],
  item: ItemId,
  counts: (item: ItemId) => boolean,
): ItemId {
  const newer = new Map<ItemId, ItemId>();
  for (const decision of standing)
    if (decision.kind === 'supersede' && !newer.has(decision.older))
      newer.set(decision.older, decision.newer);
  let newest = item;
  const seen = new Set<ItemId>();
  for (let at: ItemId | undefined = item; at && !seen.has(at); at = newer.get(at)) {
    seen.add(at);
    if (counts(at)) newest = at;
  }
  return newest;
}
