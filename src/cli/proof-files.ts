import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { SanadError } from '../model/index.ts';

/** Nothing that is checked here is longer, but the files that it speaks of. */
const LONGEST = 64 * 1024 * 1024;

/** @throws SanadError `file.not-found`, `file.too-large` */
export function readSmall(file: string): Buffer {
  if (file !== '-' && !existsSync(file)) throw new SanadError('file.not-found', { file });
  if (file !== '-' && statSync(file).size > LONGEST)
    throw new SanadError('file.too-large', { file, limit: LONGEST });
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (cause) {
    throw new SanadError('file.unreadable', { file }, cause);
  }
}

export const readText = (file: string): string => readSmall(file).toString('utf8');

/** SHA-256 of a file of any size, hexadecimal. @throws SanadError `file.not-found`, `file.unreadable` */
export async function sha256OfFile(file: string): Promise<string> {
  if (!existsSync(file)) throw new SanadError('file.not-found', { file });
  const sum = createHash('sha256');
  try {
    for await (const piece of createReadStream(file)) sum.update(piece as Buffer);
  } catch (cause) {
    throw new SanadError('file.unreadable', { file }, cause);
  }
  return sum.digest('hex');
}

/** @throws SanadError `case.disk-failed` */
export function writeOut(file: string, bytes: Uint8Array | string): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    throw new SanadError('case.disk-failed', { reason: `${file}: ${(cause as Error).message}` }, cause);
  }
}

/** An option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** `358391=HEX` as given on the line, by height. @throws SanadError `header.malformed` */
export function headersFrom(given: readonly string[] = []): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const one of given) {
    const [, height, hex] = /^(\d{1,9})=([0-9a-fA-F]+)$/.exec(one) ?? [];
    if (height === undefined || hex === undefined)
      throw new SanadError('header.malformed', { height: one.split('=')[0] ?? '?' });
    headers[height] = hex;
  }
  return headers;
}
