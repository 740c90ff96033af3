import { createHash } from 'node:crypto';
import { type Capture, type CapturedPart, readCapture } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import { type ItemId, SanadError } from '../model/index.ts';
import { noteCaptured } from './captures.ts';

/** One file that was taken out, on its way into the case like any other. */
interface TakenOut {
  readonly file: string;
  readonly path: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** Bytes up to which a saved page is taken apart in memory. */
const LARGEST = 256 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** A held WARC, WACZ or MHTML file. @throws SanadError `capture.too-large`, what `readCapture` throws */
export function readHeldCapture(opened: Case, item: ItemId, most = LARGEST): Promise<Capture> {
  if (opened.item(item).bytes > most)
    throw new SanadError('capture.too-large', { limit: `${most / MEGABYTE} MB` });
  return readCapture(opened.itemBytes(item));
}

/**
 * Makes items of what can be read in a saved page, each with its address, time and format in its chain, pointing to the file
 * it came in. What is held already is not taken twice.
 *
 * @param takeIn reads files and adds them to the case
 */
export async function takeApart(
  opened: Case,
  original: ItemId,
  { format, parts }: Capture,
  { by, takeIn }: { readonly by: string; takeIn(files: readonly TakenOut[]): Promise<unknown> },
): Promise<ItemId[]> {
  const wanted = parts.filter(isReadable);
  await takeIn(
    wanted.map(({ url, mediaType, bytes }, at) => {
      const file = nameOf(url, mediaType, at);
      return { file, path: `derived/${original}/${file}`, size: bytes.length, read: async () => bytes };
    }),
  );
  return wanted.flatMap((part) => {
    const copy = opened.holds(createHash('sha256').update(part.bytes).digest('hex'));
    if (copy === undefined || copy === original) return [];
    noteCaptured(opened, original, copy, part, { format, by });
    return [copy];
  });
}

/** What of a saved page is read or looked at; styles, scripts and fonts stay in the original. */
export const isReadable = ({ mediaType, status = 200, bytes }: CapturedPart): boolean =>
  EXTENSIONS[mediaType] !== undefined && status >= 200 && status < 300 && bytes.length > 0;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** The last word of an address with the ending of what it is: addresses have others, or none. */
function nameOf(url: string, mediaType: string, at: number): string {
  const word = /([\p{L}\p{N}_-]{1,60})(?:\.\w{1,5})?\/?(?:[?#].*)?$/u.exec(url)?.[1] ?? 'page';
  return `${String(at + 1).padStart(4, '0')}-${word}.${EXTENSIONS[mediaType]}`;
}
