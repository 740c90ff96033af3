import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, type DecisionId, type RecordId, standingDecisions } from '../model/index.ts';
import { withDecisions } from './decided-groups.ts';
import { rulingsOf } from './rulings.ts';

const RECORDS = Array.from({ length: 9 }, (_, at) => `list.${at + 1}` as RecordId);
const [r1, r2, r3, r4, r5] = RECORDS as [RecordId, RecordId, RecordId, RecordId, RecordId, ...RecordId[]];

type Act =
  | { readonly act: 'same' | 'different' | 'unsure'; readonly a: number; readonly b: number }
  | { readonly act: 'undo'; readonly which: number };

/** What the ledger would hold after these acts; an undo takes back any earlier decision, undos included. */
function decisionsOf(acts: readonly Act[]): Decision[] {
  const decisions: Decision[] = [];
  for (const act of acts) {
    const base = { id: `d${decisions.length}` as DecisionId, by: 'Rana', at: '2025-01-01T00:00:00.000Z' };
    if (act.act === 'undo') {
      const undone = decisions[act.which % Math.max(1, decisions.length)];
      if (undone) decisions.push({ ...base, kind: 'undo', decision: undone.id });
    } else
      decisions.push({
        ...base,
        kind: 'link',
        a: RECORDS[act.a]!,
        b: RECORDS[act.b]!,
        judgement: act.act,
      });
  }
  return decisions;
}

const act = fc.oneof(
  fc.record({
    act: fc.constantFrom('same' as const, 'different' as const, 'unsure' as const),
    a: fc.nat(RECORDS.length - 1),
    b: fc.nat(RECORDS.length - 1),
  }),
  fc.record({ act: fc.constant('undo' as const), which: fc.nat(30) }),
);
const acts = fc.array(act, { maxLength: 14 });
/** What the machine joined, and how strongly it holds each pair. */
const machine = fc.record({
  labels: fc.array(fc.nat(3), { minLength: RECORDS.length, maxLength: RECORDS.length }),
  bonds: fc.array(fc.integer({ min: -4, max: 14 }), { minLength: 81, maxLength: 81 }),
});
type Machine = { readonly labels: readonly number[]; readonly bonds: readonly number[] };

const joinedBy = ({ labels }: Machine): RecordId[][] => [
  ...Map.groupBy(RECORDS, (_, at) => labels[at]!).values(),
];
const bondOf =
  ({ bonds }: Machine) =>
  (a: RecordId, b: RecordId): number => {
    const [one, other] = [RECORDS.indexOf(a), RECORDS.indexOf(b)].sort() as [number, number];
    return bonds[one * 9 + other]!;
  };

const rulings = (decisions: readonly Decision[]) => rulingsOf(standingDecisions(decisions), () => true);
const groups = (by: Machine, decisions: readonly Decision[]): string =>
  withDecisions(joinedBy(by), rulings(decisions), () => bondOf(by))
    .map((records) => records.toSorted().join(' '))
    .sort()
    .join(' | ');

describe('any series of same, different, not sure and undo', () => {
  test('leaves what the standing decisions alone would give', () => {
    fc.assert(
      fc.property(machine, acts, (by, series) => {
        const decisions = decisionsOf(series);
        expect(groups(by, decisions)).toBe(groups(by, standingDecisions(decisions)));
      }),
      { numRuns: 2000 },
    );
  });

  test('is taken back exactly: a decision and its undo leave no trace', () => {
    fc.assert(
      fc.property(machine, acts, act, (by, series, last) => {
        const before = decisionsOf(series);
        const after = decisionsOf([...series, last, { act: 'undo', which: before.length }]);
        expect(groups(by, after)).toBe(groups(by, before));
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps every record in exactly one group, and holds apart whoever is decided to be different', () => {
    fc.assert(
      fc.property(machine, acts, (by, series) => {
        const decided = rulings(decisionsOf(series));
        const made = withDecisions(joinedBy(by), decided, () => bondOf(by));
        expect(made.flat().sort()).toEqual(RECORDS);
        const groupOf = new Map(
          made.flatMap((records, at) => records.map((record) => [record, at] as const)),
        );
        for (const [a, b] of decided.same) expect(groupOf.get(a)).toBe(groupOf.get(b));
        for (const [a, b] of decided.apart) expect(groupOf.get(a)).not.toBe(groupOf.get(b));
      }),
      { numRuns: 2000 },
    );
  });

  test('touches nobody else', () => {
    fc.assert(
      fc.property(machine, acts, (by, series) => {
        const decided = rulings(decisionsOf(series));
        const touched = new Set(decided.counting.flatMap(({ a, b }) => [a, b]));
        const made = withDecisions(joinedBy(by), decided, () => bondOf(by)).map((records) =>
          records.toSorted().join(),
        );
        for (const records of joinedBy(by))
          if (!records.some((record) => touched.has(record)))
            expect(made).toContain(records.toSorted().join());
      }),
    );
  });
});

describe('one decision', () => {
  const all: Machine = { labels: Array(9).fill(0), bonds: Array(81).fill(8) };
  const alone: Machine = { labels: RECORDS.map((_, at) => at), bonds: Array(81).fill(0) };
  const link = (a: RecordId, b: RecordId, judgement: 'same' | 'different' | 'unsure', at = 0): Decision => ({
    id: `${a}${b}${judgement}${at}` as DecisionId,
    by: 'Rana',
    at: '2025-01-01T00:00:00.000Z',
    kind: 'link',
    a,
    b,
    judgement,
  });

  test('"different" parts a pair; whoever fits both alike goes to neither', () => {
    const three: Machine = { ...all, labels: [0, 0, 0, 3, 4, 5, 6, 7, 8] };
    expect(groups(three, [link(r1, r2, 'different')])).toContain('list.1 | list.2 | list.3');
  });

  test('"different" leaves the others with the one they fit', () => {
    const bonds = Array(81).fill(8);
    bonds[0 * 9 + 2] = 12;
    bonds[1 * 9 + 2] = 2;
    const three: Machine = { labels: [0, 0, 0, 3, 4, 5, 6, 7, 8], bonds };
    expect(groups(three, [link(r1, r2, 'different')])).toContain('list.1 list.3 | list.2 |');
  });

  test('"same" joins what the machine did not', () => {
    expect(groups(alone, [link(r1, r5, 'same')])).toContain('list.1 list.5');
  });

  test('the newest on one pair counts', () => {
    expect(groups(alone, [link(r1, r5, 'different'), link(r1, r5, 'same')])).toContain('list.1 list.5');
    expect(groups(alone, [link(r1, r5, 'same'), link(r1, r5, 'different')])).not.toContain('list.1 list.5');
  });

  test('a chain of "same" never outweighs one "different"; the newest links hold, the oldest is held back', () => {
    const decisions = [link(r1, r2, 'same'), link(r2, r3, 'same'), link(r1, r3, 'different')];
    expect(groups(alone, decisions)).toContain('list.1 | list.2 list.3');
    expect(rulings(decisions).heldBack.map(({ a, b }) => [a, b])).toEqual([[r1, r2]]);
  });

  test('"not sure" stops the machine, not a person who knows another way', () => {
    const two: Machine = { ...all, labels: [0, 0, 2, 3, 4, 5, 6, 7, 8] };
    expect(groups(two, [])).toContain('list.1 list.2');
    expect(groups(two, [link(r1, r2, 'unsure')])).toContain('list.1 | list.2');
    expect(groups(two, [link(r1, r2, 'unsure'), link(r1, r4, 'same'), link(r2, r4, 'same')])).toContain(
      'list.1 list.2 list.4',
    );
  });
});
