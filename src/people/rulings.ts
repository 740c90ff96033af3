import type { Decision, RecordId } from '../model/index.ts';
import { type GraveWords, graveJoins } from './grave-joins.ts';
import { historiesOf, type PairHistory, type PairStanding, pairKey, standingOf } from './pair-history.ts';

export type LinkDecision = Extract<Decision, { kind: 'link' }>;

/** What named people have decided about records, made free of contradiction. */
export interface Rulings {
  /** Pairs decided to be the same, none of them against a pair decided to be different. */
  readonly same: readonly (readonly [RecordId, RecordId])[];
  /** Pairs that the machine may not join: decided to be different, or nobody could tell. */
  readonly apart: readonly (readonly [RecordId, RecordId])[];
  /** "Same" decisions that cannot hold because records between them stand as different. Shown, not followed. */
  readonly heldBack: readonly LinkDecision[];
  /** "Same" decisions of one person where two are needed. Shown, not followed. */
  readonly waiting: readonly LinkDecision[];
  /** The decision that counts for a pair. */
  between(a: RecordId, b: RecordId): LinkDecision | undefined;
  /** A "same" on this pair that waits for a second person. */
  waitingBetween(a: RecordId, b: RecordId): LinkDecision | undefined;
  /** Every standing decision on this pair, oldest first. */
  history(a: RecordId, b: RecordId): PairHistory | undefined;
  /** All that stands on this pair, taken together. */
  standing(a: RecordId, b: RecordId): PairStanding | undefined;
  /** Every decision that counts, oldest first. */
  readonly counting: readonly LinkDecision[];
  /** Records that somebody said are the same person as another one. */
  readonly joined: ReadonlySet<RecordId>;
  /** The first record of those that decisions alone make one person with this one: itself where there is none. */
  groupOf(record: RecordId): RecordId;
  /** The decisions by which this record is of another person than some other record is. */
  differencesOf(record: RecordId): readonly LinkDecision[];
  /** The decision by which these two records' groups are different people. */
  differenceBetween(a: RecordId, b: RecordId): LinkDecision | undefined;
}

const NOTHING_GRAVE: GraveWords = { gravityOf: () => 0, joinedByMachine: (record) => [record] };

/**
 * Reads the standing decisions. Of several on one pair the newest counts. "Different" always holds, also against a
 * chain of "same": joining two people is the worse mistake. "Same" holds from the newest back, as long as it joins
 * nobody who stands as different, and, where it would be said of one more person that they are dead or found, once
 * two people have said it; until then what was decided before it counts.
 *
 * A function of the standing decisions and of what rows say: undoing a decision gives back exactly what was before it.
 *
 * @param counts whether a record still counts; decisions about others are passed over
 * @param grave what rows say that two people must know of; by default nothing
 */
export function rulingsOf(
  standing: readonly Decision[],
  counts: (record: RecordId) => boolean,
  grave: GraveWords = NOTHING_GRAVE,
): Rulings {
  const links = standing.filter((decision) => decision.kind === 'link');
  const histories = historiesOf(links, counts);
  const pairs = new Map([...histories].map(([key, history]) => [key, standingOf(history)] as const));
  const joins = joinsOf(pairs, grave);
  const outcome = (pair: PairStanding): LinkDecision | undefined =>
    overrules(pair) && joins.anywhere(pair.newest.a, pair.newest.b) ? pair.before : pair.newest;
  const newest = new Map([...pairs].map(([key, pair]) => [key, outcome(pair)] as const));
  const waits = (pair: PairStanding): boolean => newest.get(keyOf(pair)) !== pair.newest;

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
  for (const decision of newest.values())
    if (decision?.judgement === 'different') {
      note(decision.a, decision.b, decision);
      note(decision.b, decision.a, decision);
    }

  const differenceBetween = (a: RecordId, b: RecordId): LinkDecision | undefined => {
    const others = new Set(membersOf(groupOf(b)));
    for (const member of membersOf(groupOf(a)))
      for (const [other, decision] of different.get(member) ?? []) if (others.has(other)) return decision;
    return undefined;
  };

  // What two people know of is known before any one person joins anybody to it, whichever came first.
  for (const { newest: last, people } of pairs.values()) if (people === 'two') joins.join(last.a, last.b);
  const same: (readonly [RecordId, RecordId])[] = [];
  const heldBack: LinkDecision[] = [];
  for (const [key, pair] of [...pairs].reverse()) {
    const decision = newest.get(key);
    if (decision?.judgement !== 'same') continue;
    if (pair.people === 'one' && joins.needsTwo(decision.a, decision.b)) {
      newest.set(key, pair.before);
      continue;
    }
    const [a, b] = [groupOf(decision.a), groupOf(decision.b)];
    if (a !== b && differenceBetween(a, b)) {
      heldBack.push(decision);
      continue;
    }
    same.push([decision.a, decision.b]);
    joins.join(decision.a, decision.b);
    if (a === b) continue;
    const joined = [...membersOf(a), ...membersOf(b)];
    const [first] = [a, b].sort() as [RecordId, RecordId];
    members.delete(a);
    members.delete(b);
    members.set(first, joined);
    for (const member of joined) groups.set(member, first);
  }

  const counting = [...newest.values()].filter((decision) => decision !== undefined);
  const apart: (readonly [RecordId, RecordId])[] = [];
  for (const { a, b, judgement } of counting) {
    if (judgement === 'different') apart.push([a, b]);
    else if (judgement === 'unsure' && groupOf(a) !== groupOf(b)) apart.push([a, b]);
  }

  return {
    same,
    apart,
    heldBack,
    waiting: [...pairs.values()].filter(waits).map((pair) => pair.newest),
    counting,
    between: (a, b) => newest.get(pairKey(a, b)),
    waitingBetween: (a, b) => {
      const pair = pairs.get(pairKey(a, b));
      return pair && waits(pair) ? pair.newest : undefined;
    },
    history: (a, b) => histories.get(pairKey(a, b)),
    standing: (a, b) => pairs.get(pairKey(a, b)),
    joined: new Set(same.flat()),
    groupOf,
    differencesOf: (record) => [...(different.get(record)?.values() ?? [])],
    differenceBetween,
  };
}

const keyOf = ({ newest: { a, b } }: PairStanding): string => pairKey(a, b);

/** One person's "same" over an earlier "different". */
const overrules = ({ newest, people, before }: PairStanding): boolean =>
  newest.judgement === 'same' && people === 'one' && before?.judgement === 'different';

function joinsOf(pairs: ReadonlyMap<string, PairStanding>, grave: GraveWords) {
  const ends = (judgements: readonly LinkDecision['judgement'][]): (readonly [RecordId, RecordId])[] =>
    [...pairs.values()].flatMap(({ newest, before }) =>
      [newest, before].some((one) => one && judgements.includes(one.judgement))
        ? [[newest.a, newest.b] as const]
        : [],
    );
  return graveJoins(grave, ends(['same']), ends(['different', 'unsure']));
}
