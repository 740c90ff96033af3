import { SanadError } from '../../model/index.ts';
import type { CaptureSignature } from './wacz-signature.ts';

/** One answer of a web server as a program kept it. Said by the file: whoever made it can write anything there. */
export interface CapturedPart {
  readonly url: string;
  /** As the file has it: ISO date-time, or the date of a mail. */
  readonly at?: string;
  /** Of HTTP. */
  readonly status?: number;
  readonly mediaType: string;
  /** As the page's reader gets it: transfer and content encodings taken away. */
  readonly bytes: Uint8Array;
  /** Whether the hash that stands beside it is its own. */
  readonly digest: 'right' | 'wrong' | 'none' | 'unknown';
}

export interface Capture {
  readonly format: 'warc' | 'wacz' | 'mhtml';
  readonly parts: readonly CapturedPart[];
  /** The pages that were meant, where the file says so; else those that are HTML. */
  readonly pages: readonly string[];
  /** What does not fit, each in a few words: a hash that is wrong, a file that is missing. */
  readonly wrong: readonly string[];
  /** Of WACZ, where the file carries one. */
  readonly signature?: CaptureSignature;
}

export const CAPTURE_LIMITS = {
  /** Of the file, and of all that it unpacks to. */
  bytes: 256 * 1024 * 1024,
  unpacked: 1024 * 1024 * 1024,
  parts: 20_000,
  part: 128 * 1024 * 1024,
} as const;

export const notACapture = (reason: string): SanadError => new SanadError('capture.damaged', { reason });
export const tooLarge = (): SanadError =>
  new SanadError('capture.too-large', { limit: `${CAPTURE_LIMITS.bytes / 1024 / 1024} MB` });

/** Header lines up to an empty one; a line that begins with a space goes on with the one before. */
export function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** `text/html; charset=utf-8` without what stands behind. */
export const mediaTypeOf = (written: string | undefined): string =>
  /^[\w.+-]+\/[\w.+-]+/.exec(written?.trim().toLowerCase() ?? '')?.[0] ?? 'application/octet-stream';

/** Where a head ends and its content begins; `undefined` where there is no empty line. */
export function headEnd(
  bytes: Buffer,
  from: number,
  most = 64 * 1024,
): { head: string; body: number } | undefined {
  const within = bytes.subarray(from, from + most).toString('latin1');
  const found = /\r?\n\r?\n/.exec(within);
  if (!found) return undefined;
  return { head: within.slice(0, found.index), body: from + found.index + found[0].length };
}
