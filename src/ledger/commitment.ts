import { runnable } from '../assembler/index.ts';
import { BLOCK, hashModule, PAGES, ROUND_CONSTANTS } from './hash-kernel.ts';
import { sha256 } from './sha256.ts';

/** Length of a salt in bytes. Sixteen random bytes keep a guessed name from being tried against a commitment. */
export const SALT_LENGTH = 16;
/** Length of a commitment in bytes. */
export const COMMITMENT_LENGTH = 32;

/**
 * Binds an entry to a value without telling it: SHA-256 over a random salt of sixteen bytes, the slot's name, a zero
 * byte and the value's canonical JSON; the construction of SD-JWT's disclosures (RFC 9901), over bytes. Whoever holds
 * salt and value can show that the entry meant them; once the salt is erased nobody can, not even by trying every name.
 * Entries of version 1 have HMAC-SHA256 under the salt in its place, at twice the cost; `verify` reads both.
 *
 * @param laid `slot \0 value \0` of each, one behind the other; neither has a zero byte in it
 * @param salts of each, one behind the other
 * @returns 32 bytes of each, one behind the other
 */
export function commitments(laid: Uint8Array, salts: Uint8Array): Uint8Array {
  const count = salts.length / SALT_LENGTH;
  if (!Number.isInteger(count)) throw new RangeError('a salt has 16 bytes');
  if (count < LEAST || count > MOST || laid.length > TEXT_ROOM) return oneByOne(laid, salts, count);
  kernel ??= loadKernel() ?? 'none';
  return kernel === 'none' ? oneByOne(laid, salts, count) : fourByFour(kernel, laid, salts, count);
}

const DOUBTFUL = 'a slot and its value hold no zero byte';

/** By the engine's own hash, in plain steps. */
export function oneByOne(laid: Uint8Array, salts: Uint8Array, count: number): Uint8Array {
  const digests = new Uint8Array(COMMITMENT_LENGTH * count);
  let from = 0;
  for (let at = 0; at < count; at++) {
    const end = laid.indexOf(0, laid.indexOf(0, from) + 1);
    if (end <= from) throw new RangeError(DOUBTFUL);
    const salt = salts.subarray(SALT_LENGTH * at, SALT_LENGTH * (at + 1));
    digests.set(sha256(Buffer.concat([salt, laid.subarray(from, end)])), COMMITMENT_LENGTH * at);
    from = end + 1;
  }
  if (from !== laid.length) throw new RangeError(DOUBTFUL);
  return digests;
}

/** For fewer the engine's own is as fast. */
const LEAST = 4;
const MOST = 4096;

/** What stands where in the kernel's memory; see `hashModule`. */
const INDEX = 4 * ROUND_CONSTANTS.length;
const SALTS = INDEX + 8 * MOST;
const DIGESTS = SALTS + SALT_LENGTH * MOST;
const SPARE = DIGESTS + COMMITMENT_LENGTH * MOST;
const TEXT = SPARE + COMMITMENT_LENGTH;
const TEXT_ROOM = 512 * 1024;
const PADDED = TEXT + TEXT_ROOM + BLOCK;

interface Kernel {
  readonly memory: Uint8Array;
  readonly words: Int32Array;
  readonly lay: (text: number, end: number, salts: number, padded: number, index: number) => number;
  readonly hash: (a: number, b: number, c: number, d: number, blocks: number, ...to: number[]) => number;
}
let kernel: Kernel | 'none' | undefined;

function loadKernel(): Kernel | undefined {
  const found = runnable<Pick<Kernel, 'lay' | 'hash'>>(hashModule(), PAGES);
  if (!found) return undefined;
  const words = new Int32Array(found.memory);
  words.set(ROUND_CONSTANTS);
  return { memory: new Uint8Array(found.memory), words, ...found.routines };
}

function fourByFour(
  { memory, words, lay, hash }: Kernel,
  laid: Uint8Array,
  salts: Uint8Array,
  count: number,
): Uint8Array {
  memory.set(laid, TEXT);
  memory.set(salts, SALTS);
  // Where the last value has no end of its own, it is found here.
  memory[TEXT + laid.length] = 0;
  if (lay(TEXT, TEXT + laid.length, SALTS, PADDED, INDEX) !== INDEX + 8 * count)
    throw new RangeError(DOUBTFUL);
  const start = (message: number): number => words[INDEX / 4 + 2 * message]!;
  const to = (message: number): number => DIGESTS + COMMITMENT_LENGTH * message;
  /** By how many blocks they have, up to four of each. */
  const waiting = new Map<number, number[]>();
  for (let message = 0; message < count; message++) {
    const blocks = words[INDEX / 4 + 2 * message + 1]!;
    const four = waiting.get(blocks);
    if (!four) waiting.set(blocks, [message]);
    else if (four.push(message) === 4) {
      const [a, b, c, d] = four as [number, number, number, number];
      hash(start(a), start(b), start(c), start(d), blocks, to(a), to(b), to(c), to(d));
      four.length = 0;
    }
  }
  const spare = (message: number | undefined): number => (message === undefined ? SPARE : to(message));
  for (const [blocks, [a, b, c]] of waiting)
    if (a !== undefined)
      hash(start(a), start(b ?? a), start(c ?? a), start(a), blocks, to(a), spare(b), spare(c), SPARE);
  return memory.slice(DIGESTS, DIGESTS + COMMITMENT_LENGTH * count);
}
