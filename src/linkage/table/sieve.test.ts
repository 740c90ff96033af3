import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSieve, type Sieve } from './sieve.ts';
import { FIRST_RECORD, RECORD, RECORD_WORDS, TABLE } from './sieve-layout.ts';

const small = fc.integer({ min: -1, max: 2 });
const weight = fc.integer({ min: -20_000, max: 20_000 });
/** Few values each, so that many are equal. */
const record = fc.record({
  keys: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
  codes: fc.array(small, { minLength: 8, maxLength: 8 }),
  consonants: fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 8, maxLength: 8 }),
  equal: fc.array(weight, { minLength: 8, maxLength: 8 }),
  dates: fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1940, max: 1960 }),
    fc.integer({ min: 2011, max: 2014 }),
  ),
  exact: fc.tuple(small, small, small, fc.constant(0)),
  crowded: fc.integer({ min: 0, max: 3 }),
  hope: fc.integer({ min: 0, max: 3000 }),
});
const tables = fc.array(weight, { minLength: TABLE.prior + 8, maxLength: TABLE.prior + 8 });
const brought = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 256, maxLength: 256 });

const passed = (
  sieve: Sieve,
  weights: readonly number[],
  earlier: readonly number[],
  records: readonly Record<string, number | readonly number[]>[],
  lightest: number,
): { pairs: number[]; met: number } => {
  sieve.memory.set(weights);
  sieve.memory.set(earlier, TABLE.broughtBy);
  records.forEach((own, at) => {
    const from = FIRST_RECORD + at * RECORD_WORDS;
    for (const [part, place] of Object.entries(RECORD))
      sieve.memory.set([own[part] ?? []].flat(), from + place);
    sieve.memory[from + RECORD.from] = FIRST_RECORD * 4;
  });
  const count = sieve.run(records.length, lightest);
  return { pairs: Array.from({ length: count }, (_, index) => sieve.pair(index)), met: sieve.takeMet() };
};

test('vector instructions and plain steps let the same pairs pass', () => {
  const fast = createSieve();
  const plain = createSieve(true);
  fc.assert(
    fc.property(
      tables,
      brought,
      fc.array(record, { minLength: 2, maxLength: 12 }),
      weight,
      (weights, earlier, records, lightest) => {
        expect(passed(fast, weights, earlier, records, lightest)).toEqual(
          passed(plain, weights, earlier, records, lightest),
        );
      },
    ),
  );
});

test('all pairs meet once where nothing brought them before, and all pass where nothing is asked', () => {
  const records = Array.from({ length: 5 }, () => ({ codes: Array(8).fill(-1) }));
  const nothing = Array(TABLE.prior + 8).fill(0);
  const { pairs, met } = passed(createSieve(), nothing, Array(256).fill(0), records, -1);
  expect(met).toBe(10);
  expect(new Set(pairs).size).toBe(10);
});
