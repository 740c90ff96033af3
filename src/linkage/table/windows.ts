import { SanadError } from '../../model/index.ts';
import { sharedMemory } from './row-layout.ts';

/**
 * Bytes of a CSV file: whole, in memory that threads share, or piece by piece as a stream gives them. A piece is read
 * before the next is asked for, so both may lie in the same memory.
 */
export type CsvBytes = Uint8Array<SharedArrayBuffer> | AsyncIterable<Uint8Array>;

/** Whole lines, in memory that threads share; good until as many further windows are asked for as were to be kept. */
export type Window = Uint8Array<SharedArrayBuffer>;

/** What a thread reads at once lies, with the rows that come of it, in its cache. */
const WINDOW = 1 << 20;
const LONGEST_LINE = 1 << 28;
const NEW_LINE = 10;
const QUOTE = 34;

/** A file in windows that begin and end with lines; the first begins with the header. So many of them are good at once. */
export const windowsOf = (csv: CsvBytes, kept: number): AsyncGenerator<Window> =>
  csv instanceof Uint8Array ? windowsOfWhole(csv) : windowsOfPieces(csv, kept);

async function* windowsOfWhole(csv: Window): AsyncGenerator<Window> {
  for (let from = 0, size = WINDOW; from < csv.length; ) {
    const to = Math.min(csv.length, from + size);
    const end = to === csv.length ? to : from + endOfLastLine(asBuffer(csv.subarray(from, to)));
    if (end === from) size *= 2;
    else {
      yield csv.subarray(from, end);
      from = end;
      size = WINDOW;
    }
  }
}

async function* windowsOfPieces(pieces: AsyncIterable<Uint8Array>, kept: number): AsyncGenerator<Window> {
  const memories = Array.from({ length: kept }, () => emptyWindow(WINDOW));
  let current = 0;
  let held = 0;
  for await (const piece of pieces)
    for (let taken = 0; taken < piece.length; ) {
      let memory = memories[current]!;
      if (held === memory.length) {
        const end = endOfLastLine(asBuffer(memory));
        const next = (current + 1) % kept;
        if (end === 0) memory = memories[current] = longer(memory);
        else {
          yield memory.subarray(0, end);
          const rest = memory.subarray(end, held);
          if (memories[next]!.length <= rest.length) memories[next] = emptyWindow(rest.length + WINDOW);
          memory = memories[next]!;
          memory.set(rest);
          held = rest.length;
          current = next;
        }
      }
      const count = Math.min(memory.length - held, piece.length - taken);
      memory.set(piece.subarray(taken, taken + count), held);
      held += count;
      taken += count;
    }
  if (held > 0) yield memories[current]!.subarray(0, held);
}

const emptyWindow = (size: number): Window => new Uint8Array(sharedMemory(size), 0, size);

export const asBuffer = (bytes: Uint8Array<SharedArrayBuffer>): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as unknown as Buffer;

function longer(memory: Window): Window {
  if (memory.length >= LONGEST_LINE) throw new SanadError('link.line-too-long', { most: LONGEST_LINE });
  const twice = emptyWindow(memory.length * 2);
  twice.set(memory);
  return twice;
}

/** Where the last whole line ends; 0 where there is none. A line break inside quotes is none. */
function endOfLastLine(bytes: Buffer): number {
  let quotes = quotesIn(bytes, 0, bytes.length);
  for (let end = bytes.length; ; ) {
    const at = bytes.lastIndexOf(NEW_LINE, end - 1);
    if (at < 0 || end === 0) return 0;
    quotes -= quotesIn(bytes, at, end);
    if (quotes % 2 === 0) return at + 1;
    end = at;
  }
}

function quotesIn(bytes: Buffer, from: number, to: number): number {
  let quotes = 0;
  for (let at = bytes.indexOf(QUOTE, from); at >= 0 && at < to; at = bytes.indexOf(QUOTE, at + 1)) quotes++;
  return quotes;
}

export function endOfLine(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(NEW_LINE, from);
  return at < 0 ? bytes.length : at;
}
