import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Case } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';

/**
 * Files that came by the line, as they came: `line/<sha256>.age` in the case folder, sealed to a keeper, whose key
 * stands under the class `line`. So whoever may open the vault cannot open them, and a keeper need not open the vault.
 */
const FOLDER = 'line';

export interface KeptFile {
  /** Of the sealed bytes. */
  readonly sha256: string;
  readonly bytes: number;
}

const pathOf = (target: Case, sha256: string): string => join(target.folder, FOLDER, `${sha256}.age`);

/** Takes sealed bytes in; durable when it returns. @throws SanadError `case.disk-failed`, `line.too-large` */
export async function keepFile(target: Case, sealed: Readable, most: number): Promise<KeptFile> {
  const folder = join(target.folder, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = join(folder, `${randomBytes(12).toString('hex')}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(
        bytes > most ? new SanadError('line.too-large', { limit: Math.floor(most / 1024 / 1024) }) : null,
        chunk,
      );
    },
  });
  try {
    await pipeline(sealed, measure, createWriteStream(part, { mode: 0o600, flush: true }));
    const sha256 = hash.digest('hex');
    renameSync(part, pathOf(target, sha256));
    const open = openSync(folder, 'r');
    fsyncSync(open);
    closeSync(open);
    return { sha256, bytes };
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof SanadError) throw error;
    throw new SanadError('case.disk-failed', { reason: (error as NodeJS.ErrnoException).code ?? '' }, error);
  }
}

/** @throws SanadError `case.damaged` */
export function readKept(target: Case, sha256: string): ReadableStream<Uint8Array> {
  const path = pathOf(target, sha256);
  if (!existsSync(path)) throw new SanadError('case.damaged', { where: `${FOLDER}/${sha256}.age` });
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}

export const dropKept = (target: Case, sha256: string): void =>
  rmSync(pathOf(target, sha256), { force: true });
