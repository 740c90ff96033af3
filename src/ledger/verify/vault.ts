import { createHash, webcrypto } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { join } from 'node:path';
import { ReadableStream } from 'node:stream/web';
import type { ExpectedFile } from './entries.ts';
import type { Report } from './fault.ts';

const PIECE = 1024 * 1024;

/** Names of the vault's files, without what a killed process left: the next one that writes sweeps that away. */
export function listVault(folder: string): Set<string> {
  const names = new Set<string>();
  const pending = new Set<string>();
  const root = join(folder, 'vault');
  if (!existsSync(root)) return names;
  for (const within of readdirSync(root)) {
    for (const file of readdirSync(join(root, within))) {
      if (file.endsWith('.moving')) {
        for (const name of readMoving(join(root, within, file))) pending.add(`${name.slice(0, 2)}/${name}`);
      } else if (file.endsWith('.pending')) pending.add(`${within}/${file.slice(0, -'.pending'.length)}`);
      else if (!file.endsWith('.part')) names.add(`${within}/${file}`);
    }
  }
  for (const name of pending) names.delete(name);
  return names;
}

/** Files that a process was moving into the vault when it ended. */
function readMoving(path: string): string[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).map(String);
  } catch {
    return [];
  }
}

/**
 * Every file that an entry speaks of: there, hashing to its name, and giving back the bytes as received; and none that
 * no entry speaks of.
 */
export async function checkVault(
  folder: string,
  listed: ReadonlySet<string>,
  expected: readonly ExpectedFile[],
  allKnown: boolean,
  vaultKey: Uint8Array | undefined,
  report: Report,
): Promise<number> {
  const known = new Set<string>();
  const identity = vaultKey && (await importX25519(vaultKey));
  const kept = new Set(expected.filter(({ erased }) => !erased).map(({ name }) => name));
  for (const file of expected) {
    const place = `${file.name.slice(0, 2)}/${file.name}`;
    const where = `vault/${place}`;
    known.add(place);
    const path = join(folder, 'vault', place);
    if (file.erased) {
      // The same bytes may have come in again since.
      if (existsSync(path) && !kept.has(file.name)) report('file-not-erased', where);
      continue;
    }
    if (!existsSync(path)) {
      report('file-missing', where);
      continue;
    }
    const stored = hashFile(path);
    if (stored.sha256 !== file.name) report('file-changed', where);
    else if (file.readable && !(await givesOriginal(path, stored, file, identity)))
      report('file-unopenable', where);
  }
  if (allKnown)
    for (const place of listed) if (!known.has(place)) report('file-unreferenced', `vault/${place}`);
  return kept.size;
}

/** Every file of the vault against its name, which anybody can check. */
export function checkNames(folder: string, listed: ReadonlySet<string>, report: Report): number {
  let files = 0;
  for (const place of listed) {
    const name = place.slice(3);
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    files++;
    if (hashFile(join(folder, 'vault', place)).sha256 !== name) report('file-changed', `vault/${place}`);
  }
  return files;
}

interface Digest {
  readonly sha256: string;
  readonly bytes: number;
}

async function givesOriginal(
  path: string,
  stored: Digest,
  file: ExpectedFile,
  identity: CryptoKey | undefined,
): Promise<boolean> {
  const { original } = file;
  if (!original) return false;
  if (!identity) return original.sha256 === stored.sha256 && original.bytes === stored.bytes;
  if (file.header === undefined) return false;
  try {
    // Loaded here, because whoever opens a case loads this file too and mostly verifies nothing.
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const plain = await decrypter.decrypt(wholeFile(file.header, path));
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of plain) {
      hash.update(piece);
      bytes += piece.length;
    }
    return bytes === original.bytes && hash.digest('hex') === original.sha256;
  } catch {
    return false;
  }
}

/** The age file that the header and what is stored make together, read as it is asked for. */
function wholeFile(header: string, path: string): ReadableStream<Uint8Array> {
  const pieces = (async function* () {
    yield Buffer.from(header);
    yield* createReadStream(path, { highWaterMark: PIECE });
  })();
  return ReadableStream.from<Uint8Array>(pieces) as ReadableStream<Uint8Array>;
}

function hashFile(path: string): Digest {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(PIECE);
    let bytes = 0;
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      hash.update(buffer.subarray(0, read));
      bytes += read;
    }
    return { sha256: hash.digest('hex'), bytes };
  } finally {
    closeSync(file);
  }
}

type CryptoKey = webcrypto.CryptoKey;

const importX25519 = (secret: Uint8Array): Promise<CryptoKey> =>
  webcrypto.subtle.importKey(
    'pkcs8',
    Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]),
    { name: 'X25519' },
    false,
    ['deriveBits'],
  );
