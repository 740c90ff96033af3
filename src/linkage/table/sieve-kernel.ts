import { assemble, type Code, flow, i32, lanes, type Variable } from './assembler.ts';
import { NEAR_BITS, PAGES, RECORD, RECORD_WORDS, TABLE } from './sieve-layout.ts';

const BYTES = 4;
const word = (record: Variable, place: number): Code => i32.load(record.value, place * BYTES);
const four = (record: Variable, place: number): Code => lanes.load(record.value, place * BYTES);
const atTable = (table: number, index: Code): Code => i32.load(i32.shl(index, i32.const(2)), table * BYTES);
const all = (value: number): Code => lanes.all(i32.const(value));
const fourOfTable = (table: number): Code => lanes.load(i32.const(0), table * BYTES);

/** How many bits of each lane are set. */
const bitsSet = (value: Code): Code => lanes.addPairs16(lanes.addPairs8(lanes.bitsOfBytes(value)));

/**
 * `sieve(first, end, passed, lightest)`: lets each record from address `first` up to `end` meet those from its own
 * `from` on that stand before it. A pair that an earlier rule brings is passed over; of the others the most that it can
 * weigh is reckoned, and where that is enough the places of the two records, in words, are written at `passed`, sixteen bits each. Returns
 * where the next pair would be written. `sieveInPlainSteps` does the same.
 */
export const sieveModule = (): Uint8Array<ArrayBuffer> =>
  assemble(
    [
      {
        name: 'sieve',
        parameters: 4,
        write({ parameters: [first, end, passed, lightest], number, vector }) {
          const a = first!;
          const b = number();
          const met = number();
          const bound = number();
          const dates = vector();
          const same = number();
          const sum = vector();
          const keep = (place: number) => {
            const kept = vector();
            return { kept, take: kept.set(four(a, place)) };
          };
          const own = {
            keys: [keep(RECORD.keys), keep(RECORD.keys + 4)],
            codes: [keep(RECORD.codes), keep(RECORD.codes + 4)],
            consonants: [keep(RECORD.consonants), keep(RECORD.consonants + 4)],
            equal: [keep(RECORD.equal), keep(RECORD.equal + 4)],
            dates: keep(RECORD.dates),
            exact: keep(RECORD.exact),
          };
          const equalKeys = (half: 0 | 1): Code =>
            lanes.signs(lanes.equal(own.keys[half]!.kept.value, four(b, RECORD.keys + half * 4)));
          const both = vector();
          /** What four parts weigh at most. */
          const most = (half: 0 | 1): readonly Code[] => {
            const codes = own.codes[half]!.kept.value;
            const others = four(b, RECORD.codes + half * 4);
            const differing = lanes.xor(
              own.consonants[half]!.kept.value,
              four(b, RECORD.consonants + half * 4),
            );
            const near = lanes.max(both.value, fourOfTable(TABLE.near + half * 4));
            const unequal = lanes.select(
              fourOfTable(TABLE.far + half * 4),
              near,
              lanes.isAbove(bitsSet(differing), all(NEAR_BITS)),
            );
            const weight = lanes.select(both.value, unequal, lanes.equal(codes, others));
            const missing = lanes.shiftRightSigned(lanes.or(codes, others), i32.const(31));
            return [
              both.set(lanes.min(own.equal[half]!.kept.value, four(b, RECORD.equal + half * 4))),
              sum.set(
                half === 0
                  ? lanes.andNot(weight, missing)
                  : lanes.add(sum.value, lanes.andNot(weight, missing)),
              ),
            ];
          };
          const dateAt = (table: number, lane: number, bit: Code): Code =>
            atTable(
              table,
              i32.add(
                i32.add(i32.shl(lanes.lane(dates.value, lane), i32.const(4)), bit),
                lanes.lane(dates.value, lane + 2),
              ),
            );
          return [
            flow.repeatWhile(
              i32.isBelow(a.value, end!.value),
              ...[...own.keys, ...own.codes, ...own.consonants, ...own.equal, own.dates, own.exact].map(
                ({ take }) => take,
              ),
              b.set(word(a, RECORD.from)),
              flow.repeatWhile(
                i32.isBelow(b.value, a.value),
                flow.when(
                  i32.isZero(
                    i32.and(
                      atTable(TABLE.broughtBy, i32.or(equalKeys(0), i32.shl(equalKeys(1), i32.const(4)))),
                      i32.xor(i32.and(word(a, RECORD.crowded), word(b, RECORD.crowded)), i32.const(-1)),
                    ),
                  ),
                  met.set(i32.add(met.value, i32.const(1))),
                  ...most(0),
                  ...most(1),
                  sum.set(lanes.add(sum.value, lanes.swapHalves(sum.value))),
                  sum.set(lanes.add(sum.value, lanes.swapNeighbours(sum.value))),
                  // Kinds: the coarser of the two. Years: how far apart, seven standing for more.
                  dates.set(four(b, RECORD.dates)),
                  dates.set(
                    lanes.select(
                      lanes.min(own.dates.kept.value, dates.value),
                      lanes.min(lanes.abs(lanes.sub(own.dates.kept.value, dates.value)), all(7)),
                      fourOfTable(TABLE.kinds),
                    ),
                  ),
                  same.set(lanes.signs(lanes.equal(own.exact.kept.value, four(b, RECORD.exact)))),
                  bound.set(
                    i32.add(lanes.lane(sum.value, 0), i32.add(word(a, RECORD.hope), word(b, RECORD.hope))),
                  ),
                  bound.set(
                    i32.add(
                      bound.value,
                      dateAt(TABLE.birth, 0, i32.shl(i32.and(same.value, i32.const(1)), i32.const(3))),
                    ),
                  ),
                  bound.set(
                    i32.add(
                      bound.value,
                      dateAt(TABLE.arrest, 1, i32.shl(i32.and(same.value, i32.const(2)), i32.const(2))),
                    ),
                  ),
                  bound.set(i32.add(bound.value, atTable(TABLE.prior, i32.and(same.value, i32.const(4))))),
                  flow.when(
                    i32.isAtLeast(bound.value, lightest!.value),
                    i32.store(
                      passed!.value,
                      i32.or(i32.shl(a.value, i32.const(14)), i32.shr(b.value, i32.const(2))),
                    ),
                    passed!.set(i32.add(passed!.value, i32.const(BYTES))),
                  ),
                ),
                b.set(i32.add(b.value, i32.const(RECORD_WORDS * BYTES))),
              ),
              a.set(i32.add(a.value, i32.const(RECORD_WORDS * BYTES))),
            ),
            i32.store(
              i32.const(0),
              i32.add(i32.load(i32.const(0), TABLE.met * BYTES), met.value),
              TABLE.met * BYTES,
            ),
            passed!.value,
          ];
        },
      },
    ],
    PAGES,
  );
