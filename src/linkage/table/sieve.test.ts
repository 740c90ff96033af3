import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSieve, type Sieve } from './sieve.ts';
import { MARK_LANES, RECORD, RECORD_WORDS, STRETCH, TABLE } from './sieve-layout.ts';

const int = (min: number, max: number) => fc.integer({ min, max });
const eight = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 8, maxLength: 8 });
const weight = int(-20_000, 20_000);
/** Few values each, so that many are equal. */
const record = fc.record({
  keys: eight(int(1, 4)),
  marks: fc
    .tuple(
      eight(int(0, 3)),
      eight(int(-32_768, 32_767)),
      eight(weight),
      fc.tuple(
        int(1940, 1960),
        int(2011, 2014),
        int(0, 2),
        int(0, 2),
        int(0, 1),
        int(0, 3),
        int(0, 3),
        int(0, 5),
      ),
    )
    .map((vectors) => vectors.flat()),
  crowded: int(0, 3),
  hope: int(0, 3000),
});
const tables = fc.record({
  weights: fc.array(weight, { minLength: TABLE.met, maxLength: TABLE.met }),
  brought: fc.array(int(0, 1), { minLength: 256, maxLength: 256 }),
});
type Given<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const passed = (
  sieve: Sieve,
  { weights, brought }: Given<typeof tables>,
  records: readonly Partial<Given<typeof record>>[],
  lightest: number,
): { pairs: number[]; met: number } => {
  sieve.makeRoom(records.length);
  const { memory } = sieve;
  memory.set(weights);
  memory.set(brought, TABLE.broughtBy);
  new Int16Array(memory.buffer).set(
    weights.slice(0, 16).concat(0, 1, 2, 3, 0, 1, 2, 3, weights.slice(16, 24).map(Math.abs)),
    TABLE.far * 2,
  );
  records.forEach(({ keys = [], marks = Array(MARK_LANES).fill(0), crowded = 0, hope = 0 }, at) => {
    const from = STRETCH + at * RECORD_WORDS;
    memory.set(keys, from + RECORD.keys);
    new Int16Array(memory.buffer).set(marks, (from + RECORD.marks) * 2);
    memory.set([crowded, hope, 0, at], from + RECORD.crowded);
    sieve.take(at, at, 0);
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
      fc.array(record, { minLength: 2, maxLength: 12 }),
      weight,
      (given, records, lightest) => {
        expect(passed(fast, given, records, lightest)).toEqual(passed(plain, given, records, lightest));
      },
    ),
    { numRuns: 300 },
  );
});

test('all pairs meet once where nothing brought them before, and all pass where nothing is asked', () => {
  const nothing = { weights: Array(TABLE.met).fill(0), brought: Array(256).fill(0) };
  const { pairs, met } = passed(createSieve(), nothing, [{}, {}, {}, {}, {}], -1);
  expect(met).toBe(10);
  expect(new Set(pairs).size).toBe(10);
});
