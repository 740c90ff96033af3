import { assemble, type Code, flow, i32, lanes, type Variable } from '../../assembler/index.ts';
import {
  FETCHED_WORDS,
  MARK,
  MOVING_LANES,
  NEAR_BITS,
  pagesFor,
  RECORD,
  RECORD_WORDS,
  TABLE,
} from './sieve-layout.ts';

const WORD = 4;
const word = (record: Variable, place: number): Code => i32.load(record.value, place * WORD);
const keys = (record: Variable, half: number): Code =>
  lanes.load(record.value, (RECORD.keys + half * 4) * WORD);
const marks = (record: Variable, lane: number): Code =>
  lanes.load(record.value, RECORD.marks * WORD + lane * 2);
const cell = (table: number, index: Code): Code => i32.load(i32.shl(index, i32.const(2)), table * WORD);
const vectorAt = (table: number): Code => lanes.load(i32.const(0), table * WORD);
const all = (value: number): Code => lanes.all16(i32.const(value));
/** A bit of a number, moved to stand for eight. */
const eightIf = (value: Code, bit: number): Code =>
  bit > 3
    ? i32.and(i32.shr(value, i32.const(bit - 3)), i32.const(8))
    : i32.and(i32.shl(value, i32.const(3 - bit)), i32.const(8));
const dates = MARK.birthYear;
/** Lets the first lane of 32 hold the sum of all lanes of 16. */
const summed = (vector: Variable): readonly Code[] => [
  vector.set(lanes.addPairs16Signed(vector.value)),
  vector.set(lanes.add32(vector.value, lanes.swapHalves(vector.value))),
  vector.set(lanes.add32(vector.value, lanes.swapNeighbours(vector.value))),
];
/** The first lanes of 16 turned by so many, the others as they are. */
const turned = (vector: Code, turn: number): Code =>
  lanes.bytesOf(
    vector,
    vector,
    Array.from({ length: 16 }, (_, at) =>
      at < MOVING_LANES * 2 ? (at + turn * 2) % (MOVING_LANES * 2) : at,
    ),
  );

/**
 * `sieve(first, end, passed, lightest)`: lets each record from address `first` up to `end` meet those from its own
 * `from` on that stand before it. A pair that an earlier rule brings is passed over; of the others the most that it can
 * weigh is reckoned, and where that is enough the places of the two records, in words, are written at `passed`, sixteen
 * bits each. Returns where the next pair would be written. `sieveInPlainSteps` does the same.
 *
 * `fetch(list, end, to)`: copies the records whose addresses the list tells one after the other to `to`, and writes into
 * each the `from` that the list gives it.
 */
export const sieveModule = (): Uint8Array<ArrayBuffer> =>
  assemble(
    [
      {
        name: 'sieve',
        parameters: 4,
        write({ parameters, number, vector }) {
          const [a, end, passed, lightest] = parameters as [Variable, Variable, Variable, Variable];
          const b = number();
          const met = number();
          const bound = number();
          const same = number();
          const weight = vector();
          const apart = vector();
          const kinds = vector();
          /** What is asked of the one record again and again is read once. */
          const own = {
            keys: [vector(), vector()] as const,
            codes: vector(),
            consonants: vector(),
            equal: vector(),
            dates: vector(),
          };
          const codes = marks(b, MARK.codes);
          const equalKeys = (half: 0 | 1): Code =>
            lanes.signs32(lanes.equal32(own.keys[half].value, keys(b, half)));
          const notBothCrowded = i32.xor(
            i32.and(word(a, RECORD.crowded), word(b, RECORD.crowded)),
            i32.const(-1),
          );
          const differing = lanes.addPairs8(
            lanes.bitsOfBytes(lanes.xor(own.consonants.value, marks(b, MARK.consonants))),
          );
          const isEqual = lanes.equal16(own.codes.value, codes);
          const isMissing = lanes.or(lanes.equal16(own.codes.value, all(0)), lanes.equal16(codes, all(0)));
          const isFar = lanes.isAbove16(differing, all(NEAR_BITS));
          /** Whether the first names agree with those of the other so many lanes on. */
          const isElsewhere = (turn: number): Code =>
            lanes.equal16(own.consonants.value, turned(marks(b, MARK.consonants), turn));
          const dateWeight = (table: number, year: number, kind: number, rest: number): Code =>
            cell(
              table,
              i32.add(
                i32.add(
                  i32.shl(lanes.lane16(kinds.value, kind - dates), i32.const(4)),
                  eightIf(same.value, rest - dates),
                ),
                lanes.lane16(apart.value, year - dates),
              ),
            );
          return [
            flow.repeatWhile(
              i32.isBelow(a.value, end.value),
              own.keys[0].set(keys(a, 0)),
              own.keys[1].set(keys(a, 1)),
              own.codes.set(marks(a, MARK.codes)),
              own.consonants.set(marks(a, MARK.consonants)),
              own.equal.set(marks(a, MARK.equal)),
              own.dates.set(marks(a, dates)),
              b.set(word(a, RECORD.from)),
              flow.repeatWhile(
                i32.isBelow(b.value, a.value),
                flow.when(
                  i32.isZero(
                    i32.and(
                      cell(TABLE.broughtBy, i32.or(equalKeys(0), i32.shl(equalKeys(1), i32.const(4)))),
                      notBothCrowded,
                    ),
                  ),
                  met.set(i32.add(met.value, i32.const(1))),
                  // Eight parts at once: equal, far, or near at most; nothing where one side does not say.
                  weight.set(lanes.min16(own.equal.value, marks(b, MARK.equal))),
                  weight.set(
                    lanes.select(
                      weight.value,
                      lanes.select(
                        vectorAt(TABLE.far),
                        lanes.select(
                          vectorAt(TABLE.near),
                          lanes.max16(weight.value, vectorAt(TABLE.near)),
                          lanes.isAbove16(differing, vectorAt(TABLE.alike)),
                        ),
                        isFar,
                      ),
                      isEqual,
                    ),
                  ),
                  weight.set(lanes.andNot(weight.value, isMissing)),
                  ...summed(weight),
                  // Dates compare as finely as the coarser of the two; seven years apart stand for more.
                  kinds.set(marks(b, dates)),
                  same.set(lanes.signs16(lanes.equal16(own.dates.value, kinds.value))),
                  apart.set(lanes.min16(lanes.abs16(lanes.sub16(own.dates.value, kinds.value)), all(7))),
                  kinds.set(lanes.min16(own.dates.value, kinds.value)),
                  bound.set(
                    i32.add(
                      lanes.lane32(weight.value, 0),
                      i32.add(word(a, RECORD.hope), word(b, RECORD.hope)),
                    ),
                  ),
                  bound.set(
                    i32.add(
                      bound.value,
                      dateWeight(TABLE.birth, MARK.birthYear, MARK.birthKind, MARK.birthRest),
                    ),
                  ),
                  bound.set(
                    i32.add(
                      bound.value,
                      dateWeight(TABLE.arrest, MARK.arrestYear, MARK.arrestKind, MARK.arrestRest),
                    ),
                  ),
                  bound.set(
                    i32.add(
                      bound.value,
                      cell(
                        TABLE.prior,
                        i32.and(i32.shr(same.value, i32.const(MARK.list - dates)), i32.const(1)),
                      ),
                    ),
                  ),
                  // Of few pairs is asked whether any name may have moved: what is far weighs less where none has.
                  flow.when(
                    i32.isAtLeast(bound.value, lightest.value),
                    flow.when(
                      i32.isZero(
                        i32.and(
                          lanes.signs16(lanes.or(isElsewhere(1), lanes.or(isElsewhere(2), isElsewhere(3)))),
                          i32.const((1 << MOVING_LANES) - 1),
                        ),
                      ),
                      weight.set(
                        lanes.andNot(
                          lanes.select(vectorAt(TABLE.moved), all(0), isFar),
                          lanes.or(isEqual, isMissing),
                        ),
                      ),
                      ...summed(weight),
                      bound.set(i32.sub(bound.value, lanes.lane32(weight.value, 0))),
                    ),
                  ),
                  flow.when(
                    i32.isAtLeast(bound.value, lightest.value),
                    i32.store(
                      passed.value,
                      i32.or(i32.shl(a.value, i32.const(14)), i32.shr(b.value, i32.const(2))),
                    ),
                    passed.set(i32.add(passed.value, i32.const(WORD))),
                  ),
                ),
                b.set(i32.add(b.value, i32.const(RECORD_WORDS * WORD))),
              ),
              a.set(i32.add(a.value, i32.const(RECORD_WORDS * WORD))),
            ),
            i32.store(
              i32.const(0),
              i32.add(i32.load(i32.const(0), TABLE.met * WORD), met.value),
              TABLE.met * WORD,
            ),
            passed.value,
          ];
        },
      },
      {
        name: 'fetch',
        parameters: 3,
        write({ parameters, number }) {
          const [list, end, to] = parameters as [Variable, Variable, Variable];
          const source = number();
          return [
            flow.repeatWhile(
              i32.isBelow(list.value, end.value),
              source.set(i32.load(list.value)),
              ...Array.from({ length: RECORD_WORDS / 4 }, (_, part) =>
                lanes.store(to.value, lanes.load(source.value, part * 4 * WORD), part * 4 * WORD),
              ),
              i32.store(to.value, i32.load(list.value, WORD), RECORD.from * WORD),
              to.set(i32.add(to.value, i32.const(RECORD_WORDS * WORD))),
              list.set(i32.add(list.value, i32.const(FETCHED_WORDS * WORD))),
            ),
            to.value,
          ];
        },
      },
    ],
    pagesFor(0),
  );
