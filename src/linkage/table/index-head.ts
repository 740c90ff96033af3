import { z } from 'zod';
import { SanadError } from '../../model/index.ts';

/** A saved index begins with these letters and the number of its format. */
const MAGIC = 'sanad-index-';
const VERSION = 3;
/** Format 2 had no decisions, and no digest of its head. */
export const OLDEST = 2;
/** The length of the head in so many digits, and from format 3 on its digest in so many. */
const DIGITS = 12;

const numbers = z.array(z.number());
const part = z.object({
  part: z.string(),
  matching: numbers,
  chance: numbers,
  brothers: numbers,
  cousins: numbers,
});
const model = z.object({
  version: z.literal(1),
  parts: z.array(part),
  lists: z.array(z.string()),
  matchShare: numbers,
  householdShare: z.number(),
  clanShare: z.number(),
  habits: z.object({ referenceDate: z.record(z.string(), z.number()), heaped: z.array(z.string()) }),
  gazetteer: z.array(z.array(z.string())),
});
const count = z.int().nonnegative();
const head = z.object({
  rowCount: count,
  columns: z.array(z.object({ kind: z.enum(['i32', 'u16']), length: count, digest: z.int() })),
  about: z.object({ lists: z.array(z.string()), model }),
  weighed: z.object({
    names: count,
    prior: z.tuple([z.number(), z.number()]),
    household: z.number(),
    clan: z.number(),
  }),
  /** Numbers of the lists that promise one row a person. */
  uniqueLists: z.array(count).default([]),
});

/** What stands before the columns of a saved index. */
export type IndexHead = z.infer<typeof head>;

export const damaged = (): SanadError => new SanadError('link.index-damaged', {});
export const aligned = (at: number): number => Math.ceil(at / 64) * 64;

export function writeHead(told: IndexHead): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(told));
  const digest = (digestOf(text) >>> 0).toString(16).padStart(DIGITS, '0');
  const start = new TextEncoder().encode(
    `${MAGIC}${VERSION}\n${String(text.length).padEnd(DIGITS)}${digest}`,
  );
  const bytes = new Uint8Array(aligned(start.length + text.length));
  bytes.set(start);
  bytes.set(text, start.length);
  return bytes;
}

/**
 * The head of an index, and where its columns begin.
 *
 * @throws SanadError `link.index-damaged`; `link.index-version` where another release wrote it
 */
export function readHead(bytes: Uint8Array): {
  readonly version: number;
  readonly head: IndexHead;
  readonly contents: number;
} {
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.slice(from, to));
  const [, written] = /^sanad-index-(\d{1,4})\n/.exec(text(0, MAGIC.length + 5)) ?? [];
  if (written === undefined) throw damaged();
  const version = Number(written);
  if (version < OLDEST || version > VERSION) throw new SanadError('link.index-version', { version });
  const length = MAGIC.length + written.length + 1;
  const start = length + (version > OLDEST ? 2 : 1) * DIGITS;
  const size = Number(text(length, length + DIGITS));
  if (!(size > 0) || bytes.length < start + size) throw damaged();
  const digest = text(length + DIGITS, start);
  if (version > OLDEST && digestOf(bytes.subarray(start, start + size)) >>> 0 !== Number.parseInt(digest, 16))
    throw damaged();
  return { version, head: parseHead(text(start, start + size)), contents: aligned(start + size) };
}

function parseHead(text: string): IndexHead {
  try {
    return head.parse(JSON.parse(text));
  } catch {
    throw damaged();
  }
}

/** 32 bits of a column, going on from those of what stands before it (after FNV). */
export function digestOf(column: Int32Array | Uint16Array | Uint8Array, before = 0): number {
  let digest = before;
  for (let at = 0; at < column.length; at++) {
    digest = Math.imul(digest ^ column[at]!, 0x01000193);
    digest ^= digest >>> 15;
  }
  return digest;
}
