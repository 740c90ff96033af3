import { SanadError } from '../../model/index.ts';

/** Bytes of a CSV file: whole, in memory that threads share, or piece by piece as a stream gives them. */
export type CsvBytes = Uint8Array<SharedArrayBuffer> | AsyncIterable<Uint8Array>;

/** Whole lines, in memory that threads share; good until the next window is asked for. */
export type Window = Uint8Array<SharedArrayBuffer>;

const WINDOW = 1 << 24;
const LONGEST_LINE = 1 << 28;
const NEW_LINE = 10;
const QUOTE = 34;

/** A file in windows that begin and end with lines; the first begins with the header. */
export async function* windowsOf(csv: CsvBytes): AsyncGenerator<Window> {
  if (csv instanceof Uint8Array) {
    yield csv;
    return;
  }
  let memory = new Uint8Array(new SharedArrayBuffer(WINDOW));
  let held = 0;
  for await (const piece of csv)
    for (let taken = 0; taken < piece.length; ) {
      if (held === memory.length) {
        const end = endOfLastLine(asBuffer(memory));
        if (end === 0) memory = longer(memory);
        else {
          yield memory.subarray(0, end);
          memory.copyWithin(0, end, held);
          held -= end;
        }
      }
      const count = Math.min(memory.length - held, piece.length - taken);
      memory.set(piece.subarray(taken, taken + count), held);
      held += count;
      taken += count;
    }
  yield memory.subarray(0, held);
}

export const asBuffer = (bytes: Uint8Array<SharedArrayBuffer>): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as unknown as Buffer;

function longer(memory: Window): Window {
  if (memory.length >= LONGEST_LINE) throw new SanadError('link.line-too-long', { most: LONGEST_LINE });
  const twice = new Uint8Array(new SharedArrayBuffer(memory.length * 2));
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

/** Cuts into stretches of about one size, each beginning a line. */
export function cutAtLines(bytes: Buffer, from: number, stretches: number): number[] {
  const cuts = [from];
  let quotes = 0;
  let counted = from;
  for (let at = 1; at < stretches; at++) {
    let cut = endOfLine(
      bytes,
      Math.max(cuts.at(-1)!, Math.floor(from + ((bytes.length - from) * at) / stretches)),
    );
    for (;;) {
      quotes += quotesIn(bytes, counted, cut);
      counted = cut;
      if (quotes % 2 === 0 || cut >= bytes.length) break;
      cut = endOfLine(bytes, cut + 1);
    }
    cuts.push(Math.min(bytes.length, cut + 1));
  }
  return [...cuts, bytes.length];
}

/** Lines between two places, one too many rather than too few. */
export function linesIn(bytes: Buffer, from: number, to: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(NEW_LINE, from); at >= 0 && at < to; at = bytes.indexOf(NEW_LINE, at + 1))
    lines++;
  return lines;
}
