import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision, DecisionId, RecordId } from '../model/index.ts';
import { DEAD, type GraveWords } from './grave-joins.ts';
import { rulingsOf } from './rulings.ts';

const RECORDS = Array.from({ length: 8 }, (_, at) => `list.${at + 1}` as RecordId);
const PEOPLE = ['Rana', 'rana', 'Sami'] as const;

interface Act {
  readonly a: number;
  readonly b: number;
  readonly judgement: 'same' | 'different' | 'unsure';
  readonly by: number;
}
const act = fc.record({
  a: fc.nat(RECORDS.length - 1),
  b: fc.nat(RECORDS.length - 1),
  judgement: fc.constantFrom('same' as const, 'same' as const, 'different' as const, 'unsure' as const),
  by: fc.nat(PEOPLE.length - 1),
});
const decisionsOf = (acts: readonly Act[], by?: string): Decision[] =>
  acts.map((one, at) => ({
    id: `d${at}` as DecisionId,
    at: '2025-01-01T00:00:00.000Z',
    by: by ?? PEOPLE[one.by]!,
    kind: 'link',
    a: RECORDS[one.a]!,
    b: RECORDS[one.b]!,
    judgement: one.judgement,
  }));
/** Who is said to be dead, and whom the machine joins. */
const world = fc.record({
  dead: fc.array(fc.boolean(), { minLength: RECORDS.length, maxLength: RECORDS.length }),
  labels: fc.array(fc.nat(5), { minLength: RECORDS.length, maxLength: RECORDS.length }),
});
type World = { readonly dead: readonly boolean[]; readonly labels: readonly number[] };
const words = ({ dead, labels }: World): GraveWords => ({
  gravityOf: (record) => (dead[RECORDS.indexOf(record)] ? DEAD : 0),
  joinedByMachine: (record) => RECORDS.filter((_, at) => labels[at] === labels[RECORDS.indexOf(record)]),
});

/** Whom decisions and the machine together make one person with each; "different" only ever makes that fewer. */
function groups(world: World, decisions: readonly Decision[]): Map<RecordId, RecordId[]> {
  const rulings = rulingsOf(decisions, () => true, words(world));
  const group = new Map(RECORDS.map((record) => [record, new Set(words(world).joinedByMachine(record))]));
  for (const [a, b] of rulings.same) {
    const all = new Set([...group.get(a)!, ...group.get(b)!]);
    for (const member of all) group.set(member, all);
  }
  return new Map([...group].map(([record, members]) => [record, [...members]]));
}
const saidDead = (world: World, decisions: readonly Decision[]): string[] => {
  const together = groups(world, decisions);
  return RECORDS.filter((record) =>
    together.get(record)!.some((member) => world.dead[RECORDS.indexOf(member)]),
  );
};

describe('one person alone', () => {
  test('makes nobody dead, whatever they say of whom, in any order', () => {
    fc.assert(
      fc.property(world, fc.array(act, { maxLength: 16 }), (where, acts) => {
        expect(saidDead(where, decisionsOf(acts, 'Rana'))).toEqual(saidDead(where, []));
      }),
      { numRuns: 3000 },
    );
  });

  test('adds nobody to the dead that two people have made', () => {
    fc.assert(
      fc.property(world, act, act, fc.array(act, { maxLength: 8 }), (where, first, second, acts) => {
        const two = [first, second].flatMap((one) => [
          { ...one, judgement: 'same' as const, by: 0 },
          { ...one, judgement: 'same' as const, by: 2 },
        ]);
        const alone = acts.map((one) => ({ ...one, by: 1 }));
        const known = new Set(saidDead(where, decisionsOf(two)));
        const joins = alone.filter(
          ({ a, b }) => !two.some((pair) => [a, b].every((end) => end === pair.a || end === pair.b)),
        );
        for (const record of saidDead(where, decisionsOf([...two, ...joins])))
          expect(known).toContain(record);
        for (const record of saidDead(where, decisionsOf([...joins, ...two])))
          expect(known).toContain(record);
      }),
      { numRuns: 3000 },
    );
  });

  test('joins whom nobody says anything grave of', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const nobody: World = { dead: RECORDS.map(() => false), labels: RECORDS.map((_, at) => at) };
        expect(rulingsOf(decisionsOf(acts), () => true, words(nobody)).waiting).toEqual([]);
      }),
    );
  });
});
