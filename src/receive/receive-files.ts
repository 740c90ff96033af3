import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { type FieldMap, type IntakeResult, readItem } from '../intake/index.ts';
import type { Case, StoredBytes } from '../ledger/index.ts';
import {
  type DraftRecord,
  type Item,
  type ItemContent,
  type ItemId,
  namesGiven,
  type Problem,
  type ReportDraft,
  SanadError,
  type TextLayer,
} from '../model/index.ts';
import { readReport } from '../reading/index.ts';
import type { FilesFound, Incoming } from './files-at.ts';
import { receivedDay } from './received-day.ts';

export interface ReceiveOptions {
  /** Who adds them: it stands in the ledger. */
  readonly by: string;
  /** `dry-run` reads everything and changes nothing. */
  readonly mode: 'add' | 'dry-run';
  /** Which column holds what, where a person has said so. */
  readonly fields?: FieldMap;
  /** Bytes up to which a file is read and not only kept. */
  readonly readAtMost?: number;
  readonly onProgress?: (file: string, done: number, total: number) => void;
}

/** What went in, or would go in. */
export interface Received {
  readonly added: readonly ReceivedItem[];
  readonly alreadyHeld: readonly { readonly file: string; readonly path: string; readonly item?: ItemId }[];
  /** Everything refused or noticed, each with its place. */
  readonly problems: readonly Problem[];
}

export interface ReceivedItem {
  /** Absent in a dry run. */
  readonly item?: Item;
  readonly file: string;
  readonly path: string;
  readonly kind: ItemContent['kind'];
  readonly records: number;
  readonly statements: number;
}

/** A file is held in memory while it is read. A larger one is kept as received, unread, and that is told. */
const READ_AT_MOST = 512 * 1024 * 1024;
/** Enough of a file to tell its kind. */
const HEAD = 64 * 1024;

/**
 * Takes files into a case, one after the other: hashed, read, and appended to the ledger in one transaction each, so
 * that a file is in the case whole or not at all. What cannot be read is a problem in the answer; the rest goes in.
 */
export async function receiveFiles(
  target: Case,
  found: FilesFound,
  options: ReceiveOptions,
): Promise<Received> {
  const added: ReceivedItem[] = [];
  const alreadyHeld: { file: string; path: string; item?: ItemId }[] = [];
  const problems: Problem[] = [...found.problems];
  const seen = new Set<string>();
  const aliases = namesGiven(target.decisions());

  for (const [done, incoming] of found.files.entries()) {
    options.onProgress?.(incoming.path, done, found.files.length);
    const { file, path } = incoming;
    const come = await comeIn(target, incoming, options, problems);
    if (!come) continue;
    const held = target.holds(come.sha256);
    if (held !== undefined || seen.has(come.sha256)) {
      if (come.stored) target.discard(come.stored);
      alreadyHeld.push({ file, path, ...(held === undefined ? {} : { item: held }) });
      continue;
    }
    seen.add(come.sha256);
    const taken = come.bytes
      ? await readItem(file, come.bytes, {
          until: receivedDay(),
          ...(options.fields ? { fields: options.fields } : {}),
        })
      : await unread(file, come.head);
    const own = [...taken.problems];
    const read = describe(file, taken, own, aliases);
    problems.push(...own);
    if (!read) {
      if (come.stored) target.discard(come.stored);
      continue;
    }
    const bytes = come.stored ?? come.bytes;
    const item =
      options.mode === 'dry-run' || !bytes
        ? undefined
        : target.addItem({
            file,
            path,
            bytes,
            mediaType: taken.mediaType,
            ...(taken.encoding === undefined ? {} : { encoding: taken.encoding }),
            receivedBy: options.by,
            content: read.content,
            problems: own,
            records: read.records,
          });
    added.push({
      ...(item ? { item } : {}),
      file,
      path,
      kind: read.content.kind,
      records: read.records.length,
      statements: read.records.reduce((sum, record) => sum + record.statements.length, 0),
    });
  }
  return { added, alreadyHeld, problems };
}

/** A file that has come: in memory where it can be read, in the case's entrance where it came in parts or is too large. */
interface Come {
  readonly sha256: string;
  readonly head: Uint8Array;
  readonly bytes?: Uint8Array;
  readonly stored?: StoredBytes;
}

async function comeIn(
  target: Case,
  incoming: Incoming,
  { mode, readAtMost = READ_AT_MOST }: ReceiveOptions,
  problems: Problem[],
): Promise<Come | undefined> {
  const { file, size, pieces } = incoming;
  if (size === 0) {
    problems.push({ code: 'file.empty', file });
    return undefined;
  }
  try {
    if (incoming.stored) return cameInParts(target, incoming.stored, readAtMost);
    if (size <= readAtMost) {
      const bytes = await incoming.read();
      return {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        head: bytes.subarray(0, HEAD),
        bytes,
      };
    }
    if (pieces) return await cameByPieces(target, pieces(), mode);
    problems.push({ code: 'file.too-large', file, data: { limit: `${readAtMost / 1024 / 1024} MB` } });
    return undefined;
  } catch (error) {
    if (error instanceof SanadError) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    problems.push({ code: 'file.unreadable', file, data: { reason } });
    return undefined;
  }
}

function cameInParts(target: Case, stored: StoredBytes, readAtMost: number): Come {
  const { sha256 } = stored;
  if (stored.length > readAtMost) {
    const [head = new Uint8Array()] = target.storedPieces(stored);
    return { sha256, head: head.subarray(0, HEAD), stored };
  }
  const bytes = Buffer.concat([...target.storedPieces(stored)]);
  return { sha256, head: bytes.subarray(0, HEAD), bytes, stored };
}

async function cameByPieces(
  target: Case,
  pieces: AsyncIterable<Uint8Array>,
  mode: ReceiveOptions['mode'],
): Promise<Come> {
  let head: Uint8Array | undefined;
  if (mode === 'dry-run') {
    const hash = createHash('sha256');
    for await (const piece of pieces) {
      head ??= piece.slice(0, HEAD);
      hash.update(piece);
    }
    return { sha256: hash.digest('hex'), head: head ?? new Uint8Array() };
  }
  const receiving = target.receive();
  try {
    for await (const piece of pieces) {
      head ??= piece.slice(0, HEAD);
      receiving.write(piece);
    }
    const stored = receiving.finish();
    return { sha256: stored.sha256, head: head ?? new Uint8Array(), stored };
  } catch (error) {
    receiving.discard();
    throw error;
  }
}

/** Kept as received: too large to be read as a list or a report. */
async function unread(file: string, head: Uint8Array): Promise<IntakeResult> {
  const kind = await fileTypeFromBuffer(head).catch(() => undefined);
  return {
    mediaType: kind?.mime ?? 'application/octet-stream',
    problems: [{ code: 'file.too-large-to-read', file }],
    content: { kind: 'unread' },
  };
}

/** What the ledger is told about an item, and its records; nothing where the file was refused whole. */
function describe(
  file: string,
  taken: IntakeResult,
  problems: Problem[],
  aliases: Readonly<Record<string, string>>,
): { content: ItemContent; records: readonly DraftRecord[] } | undefined {
  switch (taken.content.kind) {
    case 'refused':
      return undefined;
    case 'unread':
      return { content: { kind: 'unread' }, records: [] };
    case 'list':
      return {
        content: {
          kind: 'list',
          tables: taken.content.tables.map(({ sheet, columns }) => ({
            ...(sheet === undefined ? {} : { sheet }),
            columns,
          })),
        },
        records: taken.content.tables.flatMap((table) => table.rows),
      };
    case 'report': {
      const record = reportDraft(file, taken.content.layer, problems, aliases);
      const { outlet, title, published } = record;
      return {
        content: {
          kind: 'report',
          outlet,
          ...(title === undefined ? {} : { title }),
          ...(published === undefined ? {} : { published }),
        },
        records: [record],
      };
    }
  }
}

/** A file's name as people read names: `017_hill_wire.txt` is "hill wire". */
function nameOf(file: string): string {
  const name = file.slice(0, file.length - extname(file).length);
  return (
    name
      .replace(/^\d{1,4}[\s._-]+(?=.*\p{L})/u, '')
      .replaceAll('_', ' ')
      .trim() || name
  );
}

/** Reads a report's text into a record. A report that does not say who published it stands under its file's name. */
export function reportDraft(
  file: string,
  layer: TextLayer,
  problems: Problem[],
  aliases: Readonly<Record<string, string>> = {},
): ReportDraft {
  const outlet = layer.outlet ?? nameOf(file);
  const published = layer.published === undefined ? {} : { published: layer.published };
  const read = readReport(layer, { outlet, ...published, aliases });
  const title = layer.title ?? read.title;
  for (const problem of read.problems) problems.push({ ...problem, file });
  return {
    kind: 'report',
    outlet,
    ...(title === undefined ? {} : { title }),
    ...published,
    ...(layer.updated === undefined ? {} : { updated: layer.updated }),
    language: read.language,
    dropped: read.dropped,
    statements: read.statements,
  };
}
