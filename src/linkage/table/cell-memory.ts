import { CODED_KINDS, type CodedKind } from './columns.ts';
import { ROW_WORDS, scrambled, sharedInts, sharedMemory } from './row-layout.ts';

/**
 * One thread's reading lies in one memory, where the kernel and plain steps both work: the lines at hand, the rows that
 * come of them, and the distinct cells so far, told apart by their bytes without making a text of any of them. Addresses
 * are bytes.
 */
export interface CellMemory {
  /** The memory as it is now: it moves when it grows. */
  words: Int32Array;
  bytes: Uint8Array;
  /** Room of at least so many bytes, in powers of two; what is given back is used again, with what stands there. */
  take(size: number): number;
  giveBack(address: number, size: number): void;
}

/** The bytes of cell c are `bytes[start[c] … start[c + 1])`. */
export interface DistinctCells {
  readonly bytes: Uint8Array;
  readonly start: Int32Array;
}

export const ROW_BYTES = ROW_WORDS * 4;
/** A cell up to so long is compared in its slot, which is one look into memory. */
export const SHORT = 8;
/** A slot: the cell's bytes (or its hash and 0), their number, and the cell's number plus one. */
export const SLOT_BYTES = 16;
/** So many bytes are read or written at once, also beyond an end. */
export const AT_ONCE = 16;

/** What stands first in the memory. */
export const HEAD = {
  /** By how many bytes a cell has, up to eight: which bits of its first four bytes are its own, and of its second four. */
  low: 0,
  high: 64,
  /** Where the next row goes when the kernel has stopped. */
  row: 128,
  /** A row that says nothing. */
  blank: 192,
  dictionaries: 256,
  bytes: 1024,
} as const;

/** The words of a dictionary: open addressing, half the slots empty at least; cells are numbered as they appear. */
export const DICTIONARY = {
  slots: 0,
  mask: 1,
  count: 2,
  /** Cells for which there is room. */
  most: 3,
  start: 4,
  kept: 5,
  /** Bytes that are kept, and for how many there is room. */
  used: 6,
  room: 7,
} as const;
const DICTIONARY_BYTES = 32;

/** Where the dictionary of a kind of cells is described. */
export const dictionaryOf = (kind: CodedKind): number =>
  HEAD.dictionaries + CODED_KINDS.indexOf(kind) * DICTIONARY_BYTES;

const PAGE = 1 << 16;
const FIRST_SLOTS = 1 << 9;
const FIRST_KEPT = 1 << 12;

/** Lays out a memory that begins with one page and can grow by others. */
export function layCellMemory(first: ArrayBuffer, grow: (pages: number) => ArrayBuffer): CellMemory {
  let end: number = HEAD.bytes;
  const returned = new Map<number, number[]>();
  const memory: CellMemory = {
    words: new Int32Array(first),
    bytes: new Uint8Array(first),
    take(size) {
      const whole = wholeSize(size);
      const free = returned.get(whole)?.pop();
      if (free !== undefined) return free;
      const address = end;
      end += whole;
      if (end > memory.bytes.length) {
        const grown = grow(Math.ceil((end - memory.bytes.length) / PAGE));
        memory.words = new Int32Array(grown);
        memory.bytes = new Uint8Array(grown);
      }
      return address;
    },
    giveBack(address, size) {
      const whole = wholeSize(size);
      returned.set(whole, [...(returned.get(whole) ?? []), address]);
    },
  };
  const bits = (bytes: number): number => (bytes >= 4 ? -1 : bytes <= 0 ? 0 : (1 << (bytes * 8)) - 1);
  for (let bytes = 0; bytes <= SHORT; bytes++) {
    memory.words[(HEAD.low >> 2) + bytes] = bits(bytes);
    memory.words[(HEAD.high >> 2) + bytes] = bits(bytes - 4);
  }
  for (const kind of CODED_KINDS) {
    const at = dictionaryOf(kind) >> 2;
    laySlots(memory, at, FIRST_SLOTS);
    layKept(memory, at, FIRST_KEPT);
    memory.words[memory.words[at + DICTIONARY.start]! >> 2] = 0;
  }
  return memory;
}

/** A memory of plain bytes, for where no kernel works; what of it is never used costs nothing. */
export function plainMemory(size = PAGE): Parameters<typeof layCellMemory> {
  let memory = new ArrayBuffer(size);
  return [
    memory,
    (pages) => {
      memory = memory.transfer(memory.byteLength + Math.max(memory.byteLength, pages * PAGE));
      return memory;
    },
  ];
}

const wholeSize = (size: number): number => 2 ** Math.ceil(Math.log2(size));

/** What an empty dictionary needs for so many cells with so many bytes in all, so that it need not grow. */
export const roomFor = (cells: number, bytes: number): number =>
  slotsFor(cells) * (SLOT_BYTES + 2) + wholeSize(bytes + AT_ONCE);

export function makeRoomFor(memory: CellMemory, dictionary: number, cells: number, bytes: number): void {
  const at = dictionary >> 2;
  laySlots(memory, at, slotsFor(cells));
  layKept(memory, at, wholeSize(bytes + AT_ONCE));
  memory.words[memory.words[at + DICTIONARY.start]! >> 2] = 0;
}

const slotsFor = (cells: number): number => wholeSize(2 * cells + 4);

/** Room for half as many cells as slots, less two: so the starts of the cells fill a power of two too. */
function laySlots(memory: CellMemory, at: number, slots: number): void {
  const address = memory.take(slots * SLOT_BYTES);
  const start = memory.take(slots * 2);
  const { words } = memory;
  words.fill(0, address >> 2, (address + slots * SLOT_BYTES) >> 2);
  words[at + DICTIONARY.slots] = address;
  words[at + DICTIONARY.mask] = slots - 1;
  words[at + DICTIONARY.most] = slots / 2 - 2;
  words[at + DICTIONARY.start] = start;
}

function layKept(memory: CellMemory, at: number, size: number): void {
  const kept = memory.take(size);
  memory.words[at + DICTIONARY.kept] = kept;
  memory.words[at + DICTIONARY.room] = size - AT_ONCE;
}

function doubleSlots(memory: CellMemory, at: number): void {
  const before = {
    slots: memory.words[at + DICTIONARY.slots]!,
    count: memory.words[at + DICTIONARY.mask]! + 1,
    start: memory.words[at + DICTIONARY.start]!,
  };
  laySlots(memory, at, before.count * 2);
  const { words, bytes } = memory;
  const slots = words[at + DICTIONARY.slots]! >> 2;
  const mask = words[at + DICTIONARY.mask]!;
  for (let old = before.slots >> 2; old < (before.slots >> 2) + before.count * 4; old += 4) {
    if (words[old + 3] === 0) continue;
    let slot = hashOf(words[old]!, words[old + 1]!, words[old + 2]!) & mask;
    while (words[slots + slot * 4 + 3] !== 0) slot = (slot + 1) & mask;
    for (let word = 0; word < 4; word++) words[slots + slot * 4 + word] = words[old + word]!;
  }
  bytes.copyWithin(words[at + DICTIONARY.start]!, before.start, before.start + before.count * 2);
  memory.giveBack(before.slots, before.count * SLOT_BYTES);
  memory.giveBack(before.start, before.count * 2);
}

function widenKept(memory: CellMemory, at: number, needed: number): void {
  const kept = memory.words[at + DICTIONARY.kept]!;
  const size = memory.words[at + DICTIONARY.room]! + AT_ONCE;
  layKept(memory, at, wholeSize(needed + AT_ONCE));
  const { words, bytes } = memory;
  bytes.copyWithin(words[at + DICTIONARY.kept]!, kept, kept + words[at + DICTIONARY.used]!);
  memory.giveBack(kept, size);
}

/** The number of the cell `bytes[from … to)`, a new one where it has not been met; up to `AT_ONCE` bytes more are read. */
export function numberOfCell(memory: CellMemory, dictionary: number, from: number, to: number): number {
  const at = dictionary >> 2;
  const length = to - from;
  const isShort = length <= SHORT;
  const first = isShort ? fourBytes(memory.bytes, from, to) : longHash(memory.bytes, from, to);
  const second = isShort && length > 4 ? fourBytes(memory.bytes, from + 4, to) : 0;
  const { words } = memory;
  const count = words[at + DICTIONARY.count]!;
  const kept = words[at + DICTIONARY.kept]!;
  const start = words[at + DICTIONARY.start]! >> 2;
  const slots = words[at + DICTIONARY.slots]! >> 2;
  const mask = words[at + DICTIONARY.mask]!;
  let slot = hashOf(first, second, length) & mask;
  for (;;) {
    const place = slots + slot * 4;
    const held = words[place + 3]!;
    if (held === 0) break;
    if (
      words[place] === first &&
      words[place + 1] === second &&
      words[place + 2] === length &&
      (isShort || isEqual(memory.bytes, kept + words[start + held - 1]!, from, length))
    )
      return held - 1;
    slot = (slot + 1) & mask;
  }
  const used = words[at + DICTIONARY.used]!;
  const isFull = count >= words[at + DICTIONARY.most]!;
  const isWide = used + length > words[at + DICTIONARY.room]!;
  if (isFull) doubleSlots(memory, at);
  if (isWide) widenKept(memory, at, used + length);
  if (isFull || isWide) return numberOfCell(memory, dictionary, from, to);
  words.set([first, second, length, count + 1], slots + slot * 4);
  memory.bytes.copyWithin(kept + used, from, to);
  words[start + count + 1] = used + length;
  words[at + DICTIONARY.used] = used + length;
  words[at + DICTIONARY.count] = count + 1;
  return count;
}

export const cellCount = ({ words }: CellMemory, kind: CodedKind): number =>
  words[(dictionaryOf(kind) >> 2) + DICTIONARY.count]!;

/** All cells of a kind, in memory that threads share. */
export function distinctCells({ words, bytes }: CellMemory, kind: CodedKind): DistinctCells {
  const at = dictionaryOf(kind) >> 2;
  const count = words[at + DICTIONARY.count]!;
  const used = words[at + DICTIONARY.used]!;
  const kept = words[at + DICTIONARY.kept]!;
  const first = words[at + DICTIONARY.start]! >> 2;
  const start = sharedInts(count + 1);
  start.set(words.subarray(first, first + count + 1));
  const own = new Uint8Array(sharedMemory(used), 0, used);
  own.set(bytes.subarray(kept, kept + used));
  return { bytes: own, start };
}

const hashOf = (first: number, second: number, length: number): number =>
  scrambled(first ^ Math.imul(second ^ (length << 24), 0x9e3779b1));

/** Four bytes as one number, zeroes for those from `to` on. */
function fourBytes(bytes: Uint8Array, from: number, to: number): number {
  const word = bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16) | (bytes[from + 3]! << 24);
  const length = to - from;
  return length >= 4 ? word : word & ((1 << (length * 8)) - 1);
}

function longHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at += 4) {
    hash = Math.imul(hash ^ fourBytes(bytes, at, to), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

function isEqual(bytes: Uint8Array, own: number, from: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[own + at] !== bytes[from + at]) return false;
  return true;
}
