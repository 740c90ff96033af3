import type { Decision, RecordId } from '../model/index.ts';

export type LinkDecision = Extract<Decision, { kind: 'link' }>;

/** What named people have decided about records, made free of contradiction. */
export interface Rulings {
  /** Pairs decided to be the same, none of them against a pair decided to be different. */
  readonly same: readonly (readonly [RecordId, RecordId])[];
  /** Pairs that the machine may not join: decided to be different, or nobody could tell. */
  readonly apart: readonly (readonly [RecordId, RecordId])[];
  /** "Same" decisions that cannot hold because records between them stand as different. Shown, not followed. */
  readonly heldBack: readonly LinkDecision[];
  /** The decision that counts for a pair. */
  between(a: RecordId, b: RecordId): LinkDecision | undefined;
  /** Every decision that counts, oldest first. */
  readonly counting: readonly LinkDecision[];
  /** The first record of those that decisions alone make one person with this one: itself where there is none. */
  groupOf(record: RecordId): RecordId;
  /** The decisions by which this record is of another person than some other record is. */
  differencesOf(record: RecordId): readonly LinkDecision[];
  /** The decision by which these two records' groups are different people. */
  differenceBetween(a: RecordId, b: RecordId): LinkDecision | undefined;
}

const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Reads the standing decisions. Of several on one pair the newest counts. "Different" always holds, also against a
 * chain of "same": joining two people is the worse mistake. "Same" holds from the newest back, as long as it joins
 * nobody who stands as different.
 *
 * A function of the standing decisions alone: undoing one gives back exactly what was before it.
 *
 * @param counts whether a record still counts; decisions about others are passed over
 */
export function rulingsOf(standing: readonly Decision[], counts: (record: RecordId) => boolean): Rulings {
  const newest = new Map<string, LinkDecision>();
  for (const decision of standing) {
    if (decision.kind !== 'link' || decision.a === decision.b) continue;
    if (!counts(decision.a) || !counts(decision.b)) continue;
    const key = pairKey(decision.a, decision.b);
    newest.delete(key);
    newest.set(key, decision);
  }
  const counting = [...newest.values()];

  const different = new Map<RecordId, Map<RecordId, LinkDecision>>();
  const members = new Map<RecordId, RecordId[]>();
  const groups = new Map<RecordId, RecordId>();
  const groupOf = (record: RecordId): RecordId => groups.get(record) ?? record;
  const membersOf = (group: RecordId): readonly RecordId[] => members.get(group) ?? [group];

  const note = (a: RecordId, b: RecordId, decision: LinkDecision): void => {
    const row = different.get(a);
    if (row) row.set(b, decision);
    else different.set(a, new Map([[b, decision]]));
  };
  for (const decision of counting)
    if (decision.judgement === 'different') {
      note(decision.a, decision.b, decision);
      note(decision.b, decision.a, decision);
    }

  const differenceBetween = (a: RecordId, b: RecordId): LinkDecision | undefined => {
    const others = new Set(membersOf(groupOf(b)));
    for (const member of membersOf(groupOf(a)))
      for (const [other, decision] of different.get(member) ?? []) if (others.has(other)) return decision;
    return undefined;
  };

  const same: (readonly [RecordId, RecordId])[] = [];
  const heldBack: LinkDecision[] = [];
  for (const decision of counting.toReversed()) {
    if (decision.judgement !== 'same') continue;
    const [a, b] = [groupOf(decision.a), groupOf(decision.b)];
    if (a !== b && differenceBetween(a, b)) {
      heldBack.push(decision);
      continue;
    }
    same.push([decision.a, decision.b]);
    if (a === b) continue;
    const joined = [...membersOf(a), ...membersOf(b)];
    const [first] = [a, b].sort() as [RecordId, RecordId];
    members.delete(a);
    members.delete(b);
    members.set(first, joined);
    for (const member of joined) groups.set(member, first);
  }

  const apart: (readonly [RecordId, RecordId])[] = [];
  for (const decision of counting) {
    const { a, b, judgement } = decision;
    if (judgement === 'different') apart.push([a, b]);
    else if (judgement === 'unsure' && groupOf(a) !== groupOf(b)) apart.push([a, b]);
  }

  return {
    same,
    apart,
    heldBack,
    counting,
    between: (a, b) => newest.get(pairKey(a, b)),
    groupOf,
    differencesOf: (record) => [...(different.get(record)?.values() ?? [])],
    differenceBetween,
  };
}
