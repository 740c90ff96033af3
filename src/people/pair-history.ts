import type { RecordId } from '../model/index.ts';
import type { LinkDecision } from './rulings.ts';
import { byTwoPeople } from './two-people.ts';

export const pairKey = (a: RecordId, b: RecordId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** What was decided about one pair, oldest first; nothing that was undone. */
export type PairHistory = readonly LinkDecision[];

/** How the decisions on one pair stand together. */
export interface PairStanding {
  /** The newest; where it was made without sight of one that says otherwise, nobody knows: it counts as "not sure". */
  readonly newest: LinkDecision;
  /** Two who did not see each other's answer said different things. */
  readonly disagree?: readonly [LinkDecision, LinkDecision];
  /** Of a "same": who has said so since anything else was said. */
  readonly sames: readonly LinkDecision[];
  /** Of a "same": whether two people have said so. */
  readonly people: 'one' | 'two';
  /** What counted before the first of these. */
  readonly before?: LinkDecision;
}

export function standingOf(history: PairHistory): PairStanding {
  const last = history.at(-1)!;
  const unseen = history.find(({ id }) => id === last.beside);
  if (unseen && unseen.judgement !== last.judgement)
    return {
      newest: { ...last, judgement: 'unsure' },
      disagree: [unseen, last],
      sames: [],
      people: 'one',
    };
  const since = history.findLastIndex(({ judgement }) => judgement !== last.judgement) + 1;
  const sames = last.judgement === 'same' ? history.slice(since) : [];
  const before = since > 0 ? standingOf(history.slice(0, since)).newest : undefined;
  return {
    newest: last,
    sames,
    people: byTwoPeople(sames) ? 'two' : 'one',
    ...(before ? { before } : {}),
  };
}

/** The decisions on each pair, in the order in which the newest of each was made. */
export function historiesOf(
  decisions: readonly LinkDecision[],
  counts: (record: RecordId) => boolean,
): Map<string, LinkDecision[]> {
  const histories = new Map<string, LinkDecision[]>();
  for (const decision of decisions) {
    if (decision.a === decision.b || !counts(decision.a) || !counts(decision.b)) continue;
    const key = pairKey(decision.a, decision.b);
    const known = histories.get(key) ?? [];
    histories.delete(key);
    histories.set(key, [...known, decision]);
  }
  return histories;
}
