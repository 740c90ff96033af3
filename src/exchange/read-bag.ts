import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { ErrorCode, Problem } from '../model/index.ts';
import { alikeName, isSystemFile, pathInBag } from './bag-paths.ts';

/** A bag as received: what it says of itself, what is in it, and what is wrong with it. Nothing is written anywhere. */
export interface Bag {
  readonly version: string;
  /** `bag-info.txt`, in its order; a label may come several times. */
  readonly info: readonly (readonly [string, string])[];
  readonly payload: readonly BagFile[];
  /** Any of these and the bag is refused whole. */
  readonly problems: readonly Problem[];
  /** Told, and the bag is taken. */
  readonly warnings: readonly Problem[];
}

export interface BagFile {
  /** In the bag, from `data/` on. */
  readonly path: string;
  /** On this machine. */
  readonly at: string;
  readonly bytes: number;
  readonly sha256: string;
}

const VERSIONS = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];
const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
};
const MOST_TAG_BYTES = 256 * 1024 * 1024;

export const isBag = (folder: string): boolean => existsSync(join(folder, 'bagit.txt'));

/**
 * Checks a folder against BagIt 1.0 (RFC 8493) or 0.93 to 0.97, by what it declares: declaration, encodings, every manifest
 * and tag manifest, every file's hashes, the payload's size, paths that lead out.
 */
export async function readBag(folder: string): Promise<Bag> {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const wrong = (code: ErrorCode, file: string, data?: Problem['data']): void => {
    problems.push({ code, file, ...(data ? { data } : {}) });
  };
  const told = (code: ErrorCode, file: string): void => {
    if (!warnings.some((one) => one.code === code && one.file === file)) warnings.push({ code, file });
  };
  const nothing = { version: '', info: [], payload: [], problems, warnings };
  if (!isBag(folder)) {
    wrong('bag.not-a-bag', basename(folder));
    return nothing;
  }
  const declared = declaration(await readFile(join(folder, 'bagit.txt')));
  if (typeof declared === 'string') {
    wrong(declared, 'bagit.txt');
    return nothing;
  }
  const { version, encoding } = declared;
  const onDisk = await filesUnder(folder, (path) => wrong('bag.path-outside', path));
  const names = [...onDisk.keys()];
  const text = async (path: string): Promise<string> =>
    decodeTag(await readTag(join(folder, path)), encoding);

  const algorithmOf = (name: string, kind: string): string | undefined => {
    const written = new RegExp(`^${kind}-(\\w+)\\.txt$`).exec(name)?.[1]?.toLowerCase();
    return written === undefined ? undefined : (ALGORITHMS[written] ?? 'unknown');
  };
  /** Algorithm → path → hash. */
  const manifests = async (kind: 'manifest' | 'tagmanifest') => {
    const found = new Map<string, Map<string, string>>();
    for (const name of names) {
      const algorithm = algorithmOf(name, kind);
      if (algorithm === undefined) continue;
      if (algorithm === 'unknown') wrong('bag.algorithm-unknown', name);
      else found.set(algorithm, manifest(await text(name), name));
    }
    return found;
  };
  const manifest = (lines: string, name: string): Map<string, string> => {
    const listed = new Map<string, string>();
    for (const line of lines.split(/\r\n|\r|\n/)) {
      if (line.trim() === '') continue;
      const match = /^\s*([0-9a-fA-F]+)\s+(\*?)(.+?)\s*$/.exec(line);
      if (!match) {
        wrong('bag.manifest-invalid', name);
        continue;
      }
      const [, hash = '', star, written = ''] = match;
      const path = pathInBag(written, version);
      if (path === undefined || (name.startsWith('manifest') && !path.startsWith('data/'))) {
        wrong('bag.path-outside', written);
        continue;
      }
      if (star) told('bag.written-by-md5sum', name);
      if (written.startsWith('./')) told('bag.path-relative', written);
      const before = listed.get(path);
      if (before !== undefined) {
        if (before !== hash.toLowerCase() || !version.startsWith('0.')) wrong('bag.listed-twice', path);
        else told('bag.listed-twice', path);
      }
      listed.set(path, hash.toLowerCase());
    }
    return listed;
  };

  const payloadManifests = await manifests('manifest');
  const tagManifests = await manifests('tagmanifest');
  if (payloadManifests.size === 0) wrong('bag.manifest-missing', basename(folder));
  const info = names.includes('bag-info.txt') ? infoOf(await text('bag-info.txt')) : [];
  if (names.includes('fetch.txt'))
    for (const line of (await text('fetch.txt')).split(/\r\n|\r|\n/)) {
      if (line.trim() === '') continue;
      const written = /^\s*\S+\s+(?:-|\d+)\s+(.+?)\s*$/.exec(line)?.[1];
      const path = written === undefined ? undefined : pathInBag(written, version);
      if (path === undefined || !path.startsWith('data/')) wrong('bag.path-outside', written ?? 'fetch.txt');
      else if (!onDisk.has(path)) wrong('bag.not-fetched', path);
    }

  const payload: BagFile[] = [];
  const hashed = new Map<string, Digests>();
  const algorithms = new Set(['sha256', ...payloadManifests.keys(), ...tagManifests.keys()]);
  for (const [path, size] of onDisk) {
    const inPayload = path.startsWith('data/');
    const listedBy = [...(inPayload ? payloadManifests : tagManifests).values()].filter((one) =>
      one.has(path),
    );
    if (isSystemFile(path)) told('bag.system-file', path);
    if (inPayload && listedBy.length === 0) {
      // A name in another spelling of the same letters is the same file on another system.
      if (!isSystemFile(path) && !listedAlike(payloadManifests, path)) wrong('bag.file-unlisted', path);
    } else if (inPayload && listedBy.length < payloadManifests.size && !version.startsWith('0.'))
      wrong('bag.file-unlisted', path);
    if (!inPayload && listedBy.length === 0) continue;
    const digests = await digestsOf(join(folder, ...path.split('/')), algorithms);
    hashed.set(path, digests);
    if (inPayload)
      payload.push({
        path,
        at: join(folder, ...path.split('/')),
        bytes: size,
        sha256: digests.get('sha256')!,
      });
  }
  for (const listed of [payloadManifests, tagManifests])
    for (const [algorithm, paths] of listed)
      for (const [path, hash] of paths) {
        const digests = hashed.get(path) ?? hashed.get(alike(hashed.keys(), path) ?? '');
        if (!hashed.has(path) && digests) told('bag.names-alike', path);
        if (!digests) {
          if (isSystemFile(path)) told('bag.system-file', path);
          else if (!problems.some((one) => one.code === 'bag.not-fetched' && one.file === path))
            wrong('bag.file-missing', path);
        } else if (digests.get(algorithm) !== hash) wrong('bag.file-changed', path, { found: algorithm });
      }
  const said = info.find(([label]) => label.toLowerCase() === 'payload-oxum')?.[1];
  const oxum = /^(\d+)\.(\d+)$/.exec(said ?? '');
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const lacksSystemFile = warnings.some(({ code, file }) => code === 'bag.system-file' && !onDisk.has(file));
  if (oxum && !lacksSystemFile && (Number(oxum[1]) !== bytes || Number(oxum[2]) !== payload.length))
    wrong('bag.size-wrong', basename(folder), { expected: said!, found: `${bytes}.${payload.length}` });
  return { version, info, payload, problems, warnings };
}

type Digests = ReadonlyMap<string, string>;

const alike = (names: Iterable<string>, path: string): string | undefined => {
  for (const name of names) if (alikeName(name) === alikeName(path)) return name;
  return undefined;
};

const listedAlike = (manifests: ReadonlyMap<string, ReadonlyMap<string, string>>, path: string): boolean =>
  [...manifests.values()].some((listed) => alike(listed.keys(), path) !== undefined);

/** `bagit.txt` is UTF-8 whatever it declares for the others: two lines, exactly so since 1.0. */
function declaration(bytes: Buffer): { version: string; encoding: string } | ErrorCode {
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return 'bag.declaration-invalid';
  const lines = bytes.toString('utf8').split(/\r\n|\r|\n/);
  const version = /^BagIt-Version: (\d+\.\d+)\s*$/.exec(lines[0] ?? '')?.[1];
  const encoding = /^Tag-File-Character-Encoding: (\S+)\s*$/.exec(lines[1] ?? '')?.[1];
  if (version === undefined || encoding === undefined) return 'bag.declaration-invalid';
  if (!VERSIONS.includes(version)) return 'bag.version-unknown';
  if (!/^(utf-?8|utf-?16(le|be)?|iso-8859-1|us-ascii)$/i.test(encoding)) return 'bag.encoding-unknown';
  return { version, encoding: encoding.toLowerCase() };
}

function decodeTag(bytes: Buffer, encoding: string): string {
  const bigEndian = /be$/.test(encoding) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = /^utf-?16/.test(encoding) ? (bigEndian ? 'utf-16be' : 'utf-16le') : encoding;
  return new TextDecoder(label).decode(bytes);
}

async function readTag(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  return size > MOST_TAG_BYTES ? Buffer.alloc(0) : readFile(path);
}

/** `Label: value`; a line that begins with a space goes on with the one before. */
function infoOf(text: string): [string, string][] {
  const info: [string, string][] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const match = /^([^\s:][^:]*?)\s*:\s*(.*)$/.exec(line);
    const last = info.at(-1);
    if (match) info.push([match[1]!.slice(0, 200), match[2]!]);
    else if (last && /^\s/.test(line)) last[1] = `${last[1]} ${line.trim()}`;
  }
  return info;
}

/** Path from the bag on, with `/` → bytes. Nothing but plain files and folders: a link may lead anywhere. */
async function filesUnder(folder: string, refuse: (path: string) => void): Promise<Map<string, number>> {
  const files = new Map<string, number>();
  const visit = async (within: string): Promise<void> => {
    for (const entry of (await readdir(join(folder, within))).sort()) {
      const path = join(within, entry);
      const about = await lstat(join(folder, path));
      if (about.isDirectory()) await visit(path);
      else if (about.isFile()) files.set(path.split(sep).join('/'), about.size);
      else refuse(path);
    }
  };
  await visit('');
  return files;
}

async function digestsOf(path: string, algorithms: ReadonlySet<string>): Promise<Digests> {
  const hashes = [...algorithms].map((algorithm) => [algorithm, createHash(algorithm)] as const);
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    for (const [, hash] of hashes) hash.update(piece as Buffer);
  return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
}
