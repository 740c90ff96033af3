/**
 * Writes WebAssembly modules byte by byte: an expression is the bytes that leave its value on the stack, a statement
 * leaves none. Only the instructions that are used here; numbers are those of the core specification, version 2,
 * chapter 5, and of its vector instructions.
 */
export type Code = readonly number[];

const unsigned = (value: number): Code =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
const signed = (value: number): Code =>
  value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];

const one =
  (opcode: number) =>
  (value: Code): Code => [...value, opcode];
const two =
  (opcode: number) =>
  (first: Code, second: Code): Code => [...first, ...second, opcode];
const vector = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const vectorOf =
  (opcode: number) =>
  (...values: readonly Code[]): Code => [...values.flat(), ...vector(opcode)];

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value | 0)],
  /** The word at an address, `offset` bytes on. */
  load: (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    0x36,
    2,
    ...unsigned(offset),
  ],
  /** The byte at an address. */
  load8: (address: Code, offset = 0): Code => [...address, 0x2d, 0, ...unsigned(offset)],
  store8: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    0x3a,
    0,
    ...unsigned(offset),
  ],
  /** How many of the lowest bits are zero. */
  zeros: one(0x68),
  add: two(0x6a),
  sub: two(0x6b),
  mul: two(0x6c),
  and: two(0x71),
  or: two(0x72),
  xor: two(0x73),
  shl: two(0x74),
  shr: two(0x76),
  isZero: one(0x45),
  isEqual: two(0x46),
  isBelow: two(0x48),
  isAtLeast: two(0x4e),
} as const;

/** Vectors of 128 bits: four lanes of 32, or eight of 16. */
export const lanes = {
  load: (address: Code, offset = 0): Code => [...address, ...vector(0), 0, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    ...vector(11),
    0,
    ...unsigned(offset),
  ],
  /** One number in all sixteen lanes, all eight, or all four. */
  all8: vectorOf(15),
  all32: vectorOf(17),
  all16: vectorOf(16),
  lane16: (value: Code, lane: number): Code => [...value, ...vector(24), lane],
  lane32: (value: Code, lane: number): Code => [...value, ...vector(27), lane],
  equal16: vectorOf(45),
  isAbove16: vectorOf(49),
  equal32: vectorOf(55),
  andNot: vectorOf(79),
  or: vectorOf(80),
  xor: vectorOf(81),
  /** Bits of the first where the mask has them, else of the second. */
  select: vectorOf(82),
  abs16: vectorOf(128),
  sub16: vectorOf(145),
  min16: vectorOf(150),
  max16: vectorOf(152),
  equal8: vectorOf(35),
  add32: vectorOf(174),
  shl32: (value: Code, bits: number): Code => vectorOf(171)(value, i32.const(bits)),
  shr32: (value: Code, bits: number): Code => vectorOf(173)(value, i32.const(bits)),
  rotr32: (value: Code, bits: number): Code =>
    lanes.or(lanes.shr32(value, bits), lanes.shl32(value, 32 - bits)),
  /** Sixteen bytes by their places among the 32 of both. */
  bytesOf: (first: Code, second: Code, places: readonly number[]): Code => [
    ...first,
    ...second,
    ...vector(13),
    ...places,
  ],
  /** The sign bits of the lanes, lane 0 lowest. */
  signs8: vectorOf(100),
  signs16: vectorOf(132),
  signs32: vectorOf(164),
  /** How many bits of each byte are set, and neighbouring bytes summed to lanes of 16. */
  bitsOfBytes: vectorOf(98),
  addPairs8: vectorOf(125),
  /** Neighbouring lanes of 16 summed to lanes of 32. */
  addPairs16Signed: vectorOf(126),
  /** Lanes 2, 3, 0, 1, and lanes 1, 0, 3, 2. */
  swapHalves: (value: Code): Code => shuffled(value, [2, 3, 0, 1]),
  swapNeighbours: (value: Code): Code => shuffled(value, [1, 0, 3, 2]),
} as const;

const shuffled = (value: Code, order: readonly number[]): Code =>
  lanes.bytesOf(
    value,
    value,
    order.flatMap((lane) => [lane * 4, lane * 4 + 1, lane * 4 + 2, lane * 4 + 3]),
  );

const NO_VALUE = 0x40;
export const flow = {
  /** Does the body as long as the condition holds. */
  repeatWhile: (condition: Code, ...body: readonly Code[]): Code => [
    ...[0x02, NO_VALUE, 0x03, NO_VALUE],
    ...[...condition, 0x45, 0x0d, 1],
    ...body.flat(),
    ...[0x0c, 0, 0x0b, 0x0b],
  ],
  when: (condition: Code, ...body: readonly Code[]): Code => [
    ...condition,
    0x04,
    NO_VALUE,
    ...body.flat(),
    0x0b,
  ],
  /** Leaves the routine with this number. */
  answer: (value: Code): Code => [...value, 0x0f],
} as const;

export interface Variable {
  readonly value: Code;
  set(value: Code): Code;
}

const I32 = 0x7f;
const V128 = 0x7b;

/** Makes the variables of a routine: its parameters first, all 32-bit numbers, then what it asks for. */
export interface Variables {
  readonly parameters: readonly Variable[];
  number(): Variable;
  vector(): Variable;
}

export interface Routine {
  readonly name: string;
  readonly parameters: number;
  /** Statements, then the expression of the number that it returns. */
  write(variables: Variables): readonly Code[];
}

/** A module of routines over a memory that comes from outside as `host.memory`. */
export function assemble(routines: readonly Routine[], pages: number): Uint8Array<ArrayBuffer> {
  const name = (text: string): Code => [text.length, ...new TextEncoder().encode(text)];
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      list(
        routines.map(({ parameters }) => [0x60, parameters, ...Array<number>(parameters).fill(I32), 1, I32]),
      ),
    ),
    ...section(2, list([[...name('host'), ...name('memory'), 0x02, 0x00, ...unsigned(pages)]])),
    ...section(3, list(routines.map((_, at) => [at]))),
    ...section(7, list(routines.map((routine, at) => [...name(routine.name), 0x00, at]))),
    ...section(10, list(routines.map(bodyOf))),
  ]);
}

function bodyOf({ parameters, write }: Routine): Code {
  const types: number[] = [];
  const variable = (at: number): Variable => ({
    value: [0x20, ...unsigned(at)],
    set: (value) => [...value, 0x21, ...unsigned(at)],
  });
  const made = (type: number): Variable => variable(parameters + types.push(type) - 1);
  const code = write({
    parameters: Array.from({ length: parameters }, (_, at) => variable(at)),
    number: () => made(I32),
    vector: () => made(V128),
  });
  const body = [...unsigned(types.length), ...types.flatMap((type) => [1, type]), ...code.flat(), 0x0b];
  return [...unsigned(body.length), ...body];
}
