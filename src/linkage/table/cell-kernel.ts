import { assemble, type Code, flow, i32, lanes, type Variable } from '../../assembler/index.ts';
import { AT_ONCE, DICTIONARY, HEAD, ROW_BYTES, SHORT, SLOT_BYTES } from './cell-memory.ts';

/** How a column is read, and how it is described to the kernel: `way`, the word it fills and its dictionary, in bytes. */
export const WAY = { ignore: 0, code: 1, date: 2, age: 3 } as const;
export const COLUMN = { way: 0, word: 4, dictionary: 8, bytes: 16 } as const;

const QUOTE = 34;
const COMMA = 44;
const DASH = 45;
const NEW_LINE = 10;
const RETURN = 13;
const ZERO = 48;
/** Longer cells are left to plain steps. */
const LONG = 4096;
const OLDEST = 120;

const number = i32.const;
const isAbove = (value: Code, bound: number): Code => i32.isBelow(number(bound), value);
const raised = (variable: Variable, by: Code): Code => variable.set(i32.add(variable.value, by));

/** Of the sixteen bytes at an address those that end a cell. */
const endsIn = (address: Code, offset: number): Code =>
  lanes.signs8(
    lanes.or(
      lanes.equal8(lanes.load(address, offset), lanes.all8(number(COMMA))),
      lanes.equal8(lanes.load(address, offset), lanes.all8(number(NEW_LINE))),
    ),
  );
/** How many bytes are looked at together: a bit for each. */
const BLOCK = 32;
const ends = (block: Code): Code =>
  i32.or(endsIn(block, 0), i32.shl(endsIn(block, AT_ONCE), number(AT_ONCE)));

const scrambled = (value: Variable): Code => [
  ...value.set(i32.mul(i32.xor(value.value, i32.shr(value.value, number(16))), number(0x85ebca6b))),
  ...value.set(i32.mul(i32.xor(value.value, i32.shr(value.value, number(13))), number(0xc2b2ae35))),
  ...value.set(i32.xor(value.value, i32.shr(value.value, number(16)))),
];

/**
 * `read(at, end, row, rowsEnd, columns, columnsEnd)`: reads the lines from `at` to `end` into rows from `row` on as long
 * as there is room, and returns where it stopped, with the next row at `HEAD.row`. At `end` a line break must stand. A
 * line that has a cell in quotes, a date or an age that is more than digits, or a new cell for which there is no room, it
 * leaves to plain steps: it stops at the line's beginning. `readLine` does the same, and all that it leaves.
 */
export const cellModule = (): Uint8Array<ArrayBuffer> =>
  assemble(
    [
      {
        name: 'read',
        parameters: 6,
        write({ parameters, number: made }) {
          const [at, end, row, rowsEnd, columns, columnsEnd] = parameters as Variable[] as [
            Variable,
            Variable,
            Variable,
            Variable,
            Variable,
            Variable,
          ];
          const line = made();
          const column = made();
          const isSaid = made();
          const isLast = made();
          const stop = made();
          const block = made();
          const found = made();
          const rest = made();
          const length = made();
          const value = made();
          const wrong = made();
          const first = made();
          const second = made();
          const dictionary = made();
          const slot = made();
          const held = made();
          const code = made();
          const own = made();
          const digit = made();

          const leave = [...i32.store(number(0), row.value, HEAD.row), ...flow.answer(line.value)];
          const inDictionary = (word: number): Code => i32.load(dictionary.value, word * 4);
          const fill = (filled: Code): Code =>
            i32.store(i32.add(row.value, i32.load(column.value, COLUMN.word)), filled);
          const ownBits = (table: number): Code => i32.load(i32.shl(length.value, number(2)), table);

          const addDigit = (place: number): Code => [
            ...digit.set(i32.sub(i32.load8(at.value, place), number(ZERO))),
            ...wrong.set(i32.or(wrong.value, i32.or(digit.value, i32.sub(number(9), digit.value)))),
            ...value.set(i32.add(i32.mul(value.value, number(10)), digit.value)),
          ];
          const dash = (place: number): Code =>
            wrong.set(
              i32.or(wrong.value, i32.sub(number(0), i32.xor(i32.load8(at.value, place), number(DASH)))),
            );
          const dateOf = (bytes: number, parts: readonly Code[], factor: number): Code =>
            flow.when(
              i32.isEqual(length.value, number(bytes)),
              wrong.set(number(0)),
              ...parts,
              value.set(i32.mul(value.value, number(factor))),
            );
          const year = [0, 1, 2, 3].map(addDigit);
          const month = [dash(4), addDigit(5), addDigit(6)];
          const day = [dash(7), addDigit(8), addDigit(9)];
          const ifRight = (...then: readonly Code[]): readonly Code[] => [
            flow.when(i32.isBelow(wrong.value, number(0)), leave),
            ...then,
          ];
          const readDate = [
            value.set(number(0)),
            wrong.set(number(-1)),
            dateOf(4, year, 10_000),
            dateOf(7, [...year, ...month], 100),
            dateOf(10, [...year, ...month, ...day], 1),
            ...ifRight(fill(value.value)),
          ];
          const readAge = [
            value.set(number(0)),
            wrong.set(number(0)),
            flow.when(isAbove(length.value, 3), leave),
            addDigit(0),
            flow.when(isAbove(length.value, 1), addDigit(1)),
            flow.when(isAbove(length.value, 2), addDigit(2)),
            ...ifRight(
              raised(value, number(1)),
              flow.when(isAbove(value.value, OLDEST + 1), value.set(number(0))),
              fill(value.value),
            ),
          ];

          const hashLong = [
            flow.when(isAbove(length.value, LONG), leave),
            first.set(number(0x811c9dc5)),
            second.set(number(0)),
            own.set(at.value),
            flow.repeatWhile(
              i32.isBelow(number(3), i32.sub(i32.add(at.value, length.value), own.value)),
              first.set(i32.mul(i32.xor(first.value, i32.load(own.value)), number(0x01000193))),
              first.set(i32.xor(first.value, i32.shr(first.value, number(15)))),
              raised(own, number(4)),
            ),
            rest.set(i32.sub(i32.add(at.value, length.value), own.value)),
            flow.when(
              rest.value,
              first.set(
                i32.mul(
                  i32.xor(
                    first.value,
                    i32.and(i32.load(own.value), i32.load(i32.shl(rest.value, number(2)), HEAD.low)),
                  ),
                  number(0x01000193),
                ),
              ),
              first.set(i32.xor(first.value, i32.shr(first.value, number(15)))),
            ),
          ];
          /** Whether the bytes are those of the cell in the slot: else there is no code yet. */
          const compareBytes = [
            own.set(
              i32.add(
                inDictionary(DICTIONARY.kept),
                i32.load(
                  i32.add(inDictionary(DICTIONARY.start), i32.shl(i32.sub(held.value, number(1)), number(2))),
                ),
              ),
            ),
            value.set(number(0)),
            flow.repeatWhile(
              i32.isBelow(value.value, length.value),
              rest.set(
                lanes.signs8(
                  lanes.equal8(
                    lanes.load(i32.add(own.value, value.value)),
                    lanes.load(i32.add(at.value, value.value)),
                  ),
                ),
              ),
              digit.set(i32.sub(length.value, value.value)),
              flow.when(
                i32.isBelow(digit.value, number(AT_ONCE)),
                rest.set(i32.or(rest.value, i32.shl(number(-1), digit.value))),
              ),
              raised(value, number(AT_ONCE)),
              flow.when(
                i32.xor(i32.and(rest.value, number(0xffff)), number(0xffff)),
                code.set(number(0)),
                value.set(length.value),
              ),
            ),
          ];
          const insert = [
            held.set(inDictionary(DICTIONARY.count)),
            own.set(inDictionary(DICTIONARY.used)),
            flow.when(i32.isAtLeast(held.value, inDictionary(DICTIONARY.most)), leave),
            flow.when(i32.isBelow(inDictionary(DICTIONARY.room), i32.add(own.value, length.value)), leave),
            code.set(i32.add(held.value, number(1))),
            i32.store(slot.value, first.value),
            i32.store(slot.value, second.value, 4),
            i32.store(slot.value, length.value, 8),
            i32.store(slot.value, code.value, 12),
            value.set(number(0)),
            flow.repeatWhile(
              i32.isBelow(value.value, length.value),
              lanes.store(
                i32.add(i32.add(inDictionary(DICTIONARY.kept), own.value), value.value),
                lanes.load(i32.add(at.value, value.value)),
              ),
              raised(value, number(AT_ONCE)),
            ),
            raised(own, length.value),
            i32.store(i32.add(inDictionary(DICTIONARY.start), i32.shl(code.value, number(2))), own.value),
            i32.store(dictionary.value, own.value, DICTIONARY.used * 4),
            i32.store(dictionary.value, code.value, DICTIONARY.count * 4),
          ];
          const readCode = [
            dictionary.set(i32.load(column.value, COLUMN.dictionary)),
            flow.when(
              i32.isBelow(length.value, number(SHORT + 1)),
              first.set(i32.and(i32.load(at.value), ownBits(HEAD.low))),
              second.set(i32.and(i32.load(at.value, 4), ownBits(HEAD.high))),
            ),
            flow.when(isAbove(length.value, SHORT), ...hashLong),
            value.set(
              i32.xor(
                first.value,
                i32.mul(i32.xor(second.value, i32.shl(length.value, number(24))), number(0x9e3779b1)),
              ),
            ),
            scrambled(value),
            slot.set(i32.and(value.value, inDictionary(DICTIONARY.mask))),
            slot.set(i32.add(inDictionary(DICTIONARY.slots), i32.mul(slot.value, number(SLOT_BYTES)))),
            code.set(number(0)),
            flow.repeatWhile(
              i32.isZero(code.value),
              held.set(i32.load(slot.value, 12)),
              flow.when(i32.isZero(held.value), ...insert, held.set(number(0))),
              flow.when(
                held.value,
                flow.when(
                  i32.isZero(
                    i32.or(
                      i32.or(
                        i32.xor(i32.load(slot.value), first.value),
                        i32.xor(i32.load(slot.value, 4), second.value),
                      ),
                      i32.xor(i32.load(slot.value, 8), length.value),
                    ),
                  ),
                  code.set(held.value),
                  flow.when(isAbove(length.value, SHORT), ...compareBytes),
                ),
                flow.when(
                  i32.isZero(code.value),
                  raised(slot, number(SLOT_BYTES)),
                  flow.when(
                    i32.isZero(
                      i32.and(
                        i32.sub(slot.value, inDictionary(DICTIONARY.slots)),
                        i32.sub(
                          i32.mul(i32.add(inDictionary(DICTIONARY.mask), number(1)), number(SLOT_BYTES)),
                          number(1),
                        ),
                      ),
                    ),
                    slot.set(inDictionary(DICTIONARY.slots)),
                  ),
                ),
              ),
            ),
            fill(i32.sub(code.value, number(1))),
          ];
          const ways: readonly (readonly [number, readonly Code[]])[] = [
            [WAY.code, readCode],
            [WAY.date, readDate],
            [WAY.age, readAge],
          ];
          return [
            block.set(at.value),
            found.set(ends(block.value)),
            flow.repeatWhile(
              i32.and(i32.isBelow(at.value, end.value), i32.isBelow(row.value, rowsEnd.value)),
              line.set(at.value),
              column.set(columns.value),
              isSaid.set(number(0)),
              isLast.set(number(0)),
              ...[0, 16, 32, 48].map((part) =>
                lanes.store(row.value, lanes.load(number(0), HEAD.blank + part), part),
              ),
              flow.repeatWhile(
                i32.isZero(isLast.value),
                flow.repeatWhile(
                  i32.isZero(found.value),
                  raised(block, number(BLOCK)),
                  found.set(ends(block.value)),
                ),
                stop.set(i32.add(block.value, i32.zeros(found.value))),
                found.set(i32.and(found.value, i32.sub(found.value, number(1)))),
                flow.when(i32.isEqual(i32.load8(at.value), number(QUOTE)), leave),
                isLast.set(i32.isEqual(i32.load8(stop.value), number(NEW_LINE))),
                length.set(i32.sub(stop.value, at.value)),
                flow.when(
                  length.value,
                  length.set(
                    i32.sub(
                      length.value,
                      i32.isEqual(i32.load8(i32.sub(stop.value, number(1))), number(RETURN)),
                    ),
                  ),
                ),
                flow.when(
                  i32.and(isAbove(length.value, 0), i32.isBelow(column.value, columnsEnd.value)),
                  isSaid.set(number(1)),
                  ...ways.map(([way, steps]) =>
                    flow.when(i32.isEqual(i32.load(column.value, COLUMN.way), number(way)), ...steps),
                  ),
                ),
                raised(column, number(COLUMN.bytes)),
                at.set(i32.add(stop.value, number(1))),
              ),
              flow.when(
                i32.or(isSaid.value, i32.isBelow(i32.add(columns.value, number(COLUMN.bytes)), column.value)),
                raised(row, number(ROW_BYTES)),
              ),
            ),
            i32.store(number(0), row.value, HEAD.row),
            at.value,
          ];
        },
      },
    ],
    1,
  );
