import { assemble, type Code, flow, i32, lanes, type Variable } from '../assembler/index.ts';

/**
 * SHA-256 (FIPS 180-4) of four messages at once, one in each 32-bit lane of a vector. Where the routines find things, in
 * bytes: the 64 constants of the rounds, each four times, stand at 0.
 */
export const PAGES = 32;
export const BLOCK = 64;
const VECTOR = 16;
const ROUNDS = 64;

const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
/** The first 32 bits behind the point of a prime's root. */
const fraction = (prime: number, power: 2 | 3): number => {
  const wanted = BigInt(prime) << BigInt(32 * power);
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** BigInt(power) <= wanted) root += bit;
  return Number(root & 0xffffffffn);
};
const START = primes(8).map((prime) => fraction(prime, 2));
export const ROUND_CONSTANTS: readonly number[] = primes(ROUNDS).flatMap((prime) =>
  Array<number>(4).fill(fraction(prime, 3)),
);

/** Lane places of two vectors of words, each word's bytes turned around: memory has the first byte highest. */
const words = (...places: readonly number[]): number[] =>
  places.flatMap((place) => [3, 2, 1, 0].map((byte) => place * 4 + byte));
const pairs = (...places: readonly number[]): number[] =>
  places.flatMap((place) => [0, 1, 2, 3].map((byte) => place * 4 + byte));

const xor3 = (a: Code, b: Code, c: Code): Code => lanes.xor(lanes.xor(a, b), c);
const turned = (x: Code, ...by: readonly [number, number, number]): Code =>
  xor3(lanes.rotr32(x, by[0]), lanes.rotr32(x, by[1]), lanes.rotr32(x, by[2]));
const turnedAndShifted = (x: Code, first: number, second: number, shift: number): Code =>
  xor3(lanes.rotr32(x, first), lanes.rotr32(x, second), lanes.shr32(x, shift));
const sum = (...values: readonly Code[]): Code => values.reduce((all, one) => lanes.add32(all, one));

/**
 * - `lay(text, end, salts, padded, index)`: the text is `slot \0 value \0` for each message, from `text` up to `end`,
 *   sixteen bytes beyond which may be read. Writes each message, its salt first, padded to whole blocks, from `padded` on,
 *   and at `index` for each where it begins and how many blocks it has. Returns where the index ends, less what was
 *   read beyond `end`.
 * - `hash(a, b, c, d, blocks, toA, toB, toC, toD)`: four padded messages of the same number of blocks; 32 bytes each.
 */
export const hashModule = (): Uint8Array<ArrayBuffer> =>
  assemble(
    [
      {
        name: 'lay',
        parameters: 5,
        write({ parameters, number }) {
          const [text, end, salts, padded, index] = parameters as Variable[] as [
            Variable,
            Variable,
            Variable,
            Variable,
            Variable,
          ];
          const start = number();
          const bits = number();
          const zeros = number();
          const zero = lanes.all32(i32.const(0));
          const on = (variable: Variable, by: Code): Code => variable.set(i32.add(variable.value, by));
          const findZeros = zeros.set(lanes.signs8(lanes.equal8(lanes.load(text.value), zero)));
          const copied = lanes.store(padded.value, lanes.load(text.value));
          /** Copies up to the next zero byte. */
          const copyRun: readonly Code[] = [
            findZeros,
            flow.repeatWhile(
              i32.isZero(zeros.value),
              copied,
              on(text, i32.const(VECTOR)),
              on(padded, i32.const(VECTOR)),
              findZeros,
            ),
            copied,
            on(padded, i32.zeros(zeros.value)),
            on(text, i32.add(i32.zeros(zeros.value), i32.const(1))),
          ];
          return [
            flow.repeatWhile(
              i32.isBelow(text.value, end.value),
              start.set(padded.value),
              lanes.store(padded.value, lanes.load(salts.value)),
              on(salts, i32.const(VECTOR)),
              on(padded, i32.const(VECTOR)),
              ...copyRun,
              i32.store8(padded.value, i32.const(0)),
              on(padded, i32.const(1)),
              ...copyRun,
              bits.set(i32.shl(i32.sub(padded.value, start.value), i32.const(3))),
              ...[0, 1, 2, 3, 4].map((at) => lanes.store(padded.value, zero, at * VECTOR)),
              i32.store8(padded.value, i32.const(0x80)),
              // To the end of the block that has room for the mark and the length.
              padded.set(
                i32.add(
                  start.value,
                  i32.and(
                    i32.add(i32.sub(padded.value, start.value), i32.const(9 + BLOCK - 1)),
                    i32.const(-BLOCK),
                  ),
                ),
              ),
              ...[0, 1, 2, 3].map((byte) =>
                i32.store8(
                  i32.sub(padded.value, i32.const(1 + byte)),
                  i32.shr(bits.value, i32.const(8 * byte)),
                ),
              ),
              i32.store(index.value, start.value),
              i32.store(index.value, i32.shr(i32.sub(padded.value, start.value), i32.const(6)), 4),
              on(index, i32.const(8)),
            ),
            i32.sub(index.value, i32.sub(text.value, end.value)),
          ];
        },
      },
      {
        name: 'hash',
        parameters: 9,
        write({ parameters, vector }) {
          const from = parameters.slice(0, 4);
          const blocks = parameters[4]!;
          const to = parameters.slice(5);
          const state = START.map(() => vector());
          const now = START.map(() => vector());
          const w = Array.from({ length: 16 }, () => vector());
          const half = Array.from({ length: 4 }, () => vector());
          const added = vector();
          /** Four rows of four words to four columns, bytes turned around; and so back again. */
          const transposed = (rows: readonly Code[], columns: readonly ((value: Code) => Code)[]): Code[] => [
            half[0]!.set(lanes.bytesOf(rows[0]!, rows[1]!, words(0, 4, 1, 5))),
            half[1]!.set(lanes.bytesOf(rows[0]!, rows[1]!, words(2, 6, 3, 7))),
            half[2]!.set(lanes.bytesOf(rows[2]!, rows[3]!, words(0, 4, 1, 5))),
            half[3]!.set(lanes.bytesOf(rows[2]!, rows[3]!, words(2, 6, 3, 7))),
            ...columns.map((take, column) => {
              const at = column < 2 ? 0 : 1;
              const places = column % 2 === 0 ? pairs(0, 1, 4, 5) : pairs(2, 3, 6, 7);
              return take(lanes.bytesOf(half[at]!.value, half[at + 2]!.value, places));
            }),
          ];
          const round = (t: number): Code[] => {
            const [a, b, c, d, e, f, g, h] = now.map((_, at) => now[(at - t + ROUNDS) % 8]!) as [
              Variable,
              Variable,
              Variable,
              Variable,
              Variable,
              Variable,
              Variable,
              Variable,
            ];
            const word = (at: number): Variable => w[(t + at) % 16]!;
            const schedule = word(0).set(
              sum(
                word(0).value,
                turnedAndShifted(word(1).value, 7, 18, 3),
                word(9).value,
                turnedAndShifted(word(14).value, 17, 19, 10),
              ),
            );
            return [
              ...(t < 16 ? [] : [schedule]),
              added.set(
                sum(
                  h.value,
                  lanes.load(i32.const(0), t * VECTOR),
                  word(0).value,
                  lanes.select(f.value, g.value, e.value),
                  turned(e.value, 6, 11, 25),
                ),
              ),
              d.set(lanes.add32(d.value, added.value)),
              h.set(
                sum(
                  added.value,
                  lanes.select(c.value, b.value, lanes.xor(a.value, b.value)),
                  turned(a.value, 2, 13, 22),
                ),
              ),
            ];
          };
          return [
            ...state.map((variable, at) => variable.set(lanes.all32(i32.const(START[at]!)))),
            flow.repeatWhile(
              blocks.value,
              ...[0, 1, 2, 3].flatMap((quarter) =>
                transposed(
                  from.map((lane) => lanes.load(lane.value, quarter * VECTOR)),
                  w.slice(quarter * 4, quarter * 4 + 4).map(({ set }) => set),
                ),
              ),
              ...now.map((variable, at) => variable.set(state[at]!.value)),
              ...Array.from({ length: ROUNDS }, (_, t) => round(t)).flat(),
              ...state.map((variable, at) => variable.set(lanes.add32(variable.value, now[at]!.value))),
              ...from.map((lane) => lane.set(i32.add(lane.value, i32.const(BLOCK)))),
              blocks.set(i32.sub(blocks.value, i32.const(1))),
            ),
            ...[0, 1].flatMap((quarter) =>
              transposed(
                state.slice(quarter * 4, quarter * 4 + 4).map(({ value }) => value),
                to.map((lane) => (value: Code) => lanes.store(lane.value, value, quarter * VECTOR)),
              ),
            ),
            i32.const(0),
          ];
        },
      },
    ],
    PAGES,
  );
