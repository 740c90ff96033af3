import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { custodyOf, documentCopy, itemParts } from '../custody/index.ts';
import { edited, filmCopy, isFilm, pictureCopy } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import { type Item, type ItemId, type Problem, SanadError } from '../model/index.ts';
import { encodedPath } from './bag-paths.ts';

export interface BagWritten {
  readonly folder: string;
  readonly items: readonly ItemId[];
  /** What was left out, each with its reason. */
  readonly problems: readonly Problem[];
}

export interface BagOptions {
  readonly by: string;
  readonly clock?: () => Date;
  /** `clean`: pictures, films, PDF and office files leave as copies without metadata; what cannot be cleaned is left out and named. */
  readonly metadata: 'as-received' | 'clean';
  readonly onProgress?: (file: string, done: number, total: number) => void;
}

const ALGORITHMS = ['sha256', 'sha512'] as const;

/**
 * Writes what this opening may read into a bag at `target`, which appears only when it is whole: `data/<item>/<file>`, and
 * for each item one line of `items.jsonl` with its hashes, place in the ledger and custody. That it was done is an entry.
 *
 * @throws SanadError `export.exists`, `case.class-closed` where files cannot be read, `case.damaged`
 */
export async function writeBag(from: Case, target: string, options: BagOptions): Promise<BagWritten> {
  const folder = resolve(target);
  if (existsSync(folder)) throw new SanadError('export.exists', { file: target });
  const part = `${folder}.part`;
  const clean = options.metadata === 'clean';
  const problems: Problem[] = [];
  const lines: string[] = [];
  const written: WrittenFile[] = [];
  const items = from.items().filter(({ id }) => !from.withdrawn(id));
  const taken: ItemId[] = [];
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, 'data'), { recursive: true, mode: 0o700 });
  try {
    for (const [done, item] of items.entries()) {
      options.onProgress?.(item.file, done, items.length);
      const leaving = clean
        ? await cleaned(from, item, problems)
        : { file: item.file, pieces: from.itemPieces(item.id) };
      if (!leaving) continue;
      const { file, pieces } = leaving;
      const path = `data/${item.id}/${safeName(file)}`;
      const entry = write(part, path, pieces);
      written.push(entry);
      taken.push(item.id);
      lines.push(JSON.stringify(described(from, item, entry, clean)));
    }
    const now = (options.clock ?? (() => new Date()))().toISOString();
    const { entries, rootHash } = from.head();
    const bytes = written.reduce((sum, file) => sum + file.bytes, 0);
    const tags = [
      write(part, 'bagit.txt', text('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')),
      write(part, 'items.jsonl', text(lines.map((line) => `${line}\n`).join(''))),
      write(
        part,
        'bag-info.txt',
        text(
          [
            `Bagging-Date: ${now.slice(0, 10)}`,
            'Bag-Software-Agent: Sanad',
            `External-Identifier: ${from.id}`,
            `Payload-Oxum: ${bytes}.${written.length}`,
            `Sanad-Ledger: ${entries} entries, root ${rootHash}`,
            `Sanad-Metadata: ${clean ? 'removed from pictures, films, PDF and office files; other kinds are not included' : 'as received'}`,
            '',
          ].join('\n'),
        ),
      ),
      ...ALGORITHMS.map((algorithm) =>
        write(part, `manifest-${algorithm}.txt`, text(manifest(written, algorithm))),
      ),
    ];
    for (const algorithm of ALGORITHMS)
      write(part, `tagmanifest-${algorithm}.txt`, text(manifest(tags, algorithm)));
    from.note({
      kind: 'custody',
      by: options.by,
      facts: { what: 'copied', items: taken, bagManifest: manifestHash(tags), clean },
      slots: [{ name: 'to', sensitivity: 'source', value: basename(folder) }],
    });
    renameSync(part, folder);
    return { folder, items: taken, problems };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
}

const text = (written: string): [Buffer] => [Buffer.from(written)];
const manifest = (files: readonly WrittenFile[], algorithm: (typeof ALGORITHMS)[number]): string =>
  files.map((file) => `${file[algorithm]}  ${encodedPath(file.path)}\n`).join('');
const manifestHash = (tags: readonly WrittenFile[]): string =>
  tags.find(({ path }) => path === 'manifest-sha256.txt')!.sha256;

/** A name that every system can write, as near as can be to the one under which the file came. */
export function safeName(file: string): string {
  const plain = file
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '_')
    .replace(/^[.\s~]+|[.\s]+$/g, '_')
    .toWellFormed();
  const cut = Buffer.from(plain)
    .subarray(0, 200)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cut) || cut === '' ? `_${cut}` : cut;
}

async function cleaned(
  from: Case,
  item: Item,
  problems: Problem[],
): Promise<{ readonly file: string; readonly pieces: Iterable<Uint8Array> } | undefined> {
  try {
    const parts = itemParts(from, item.id);
    if (isFilm(parts.read(0, Math.min(item.bytes, 64)))) {
      const { edits, extension } = filmCopy(parts);
      return { file: `${item.id}.${extension}`, pieces: edited(from.itemPieces(item.id), edits) };
    }
    const document = await documentCopy(from, item);
    if (document) return { file: `${item.id}.${document.name.split('.').at(-1)}`, pieces: [document.bytes] };
    return { file: `${item.id}.jpg`, pieces: [(await pictureCopy(from.itemBytes(item.id))).bytes] };
  } catch (error) {
    if (!(error instanceof SanadError) || !/^(picture|film|document)\./.test(error.code)) throw error;
    const why = error.code.startsWith('document.') ? error.code : 'export.not-cleanable';
    problems.push({ code: why, file: item.file, data: error.data });
    return undefined;
  }
}

/** Where a file's hash as received would tell its holder which file it is, a cleaned copy goes without it. */
function described(from: Case, item: Item, entry: WrittenFile, clean: boolean): Record<string, unknown> {
  const { entry: place, treeSize, rootHash } = from.proof(item.id);
  const about = {
    item: item.id,
    path: entry.path,
    sha256: entry.sha256,
    bytes: entry.bytes,
    receivedAt: item.receivedAt,
    proof: { entry: place, treeSize, rootHash },
  };
  if (clean) return { ...about, copy: 'metadata removed' };
  return { ...about, file: item.file, mediaType: item.mediaType, custody: custodyOf(from, item.id) };
}

function write(root: string, path: string, pieces: Iterable<Uint8Array>): WrittenFile {
  const at = join(root, ...path.split('/'));
  mkdirSync(dirname(at), { recursive: true, mode: 0o700 });
  const file = openSync(at, 'wx', 0o600);
  const hashes: readonly Hash[] = ALGORITHMS.map((algorithm) => createHash(algorithm));
  let bytes = 0;
  try {
    for (const piece of pieces) {
      for (const hash of hashes) hash.update(piece);
      for (let from = 0; from < piece.length; ) from += writeSync(file, piece, from);
      bytes += piece.length;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const [sha256 = '', sha512 = ''] = hashes.map((hash) => hash.digest('hex'));
  return { path, bytes, sha256, sha512 };
}
