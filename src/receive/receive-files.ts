import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { type FieldMap, type IntakeResult, readItem } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import type {
  DraftRecord,
  Item,
  ItemContent,
  ItemId,
  Problem,
  ReportDraft,
  TextLayer,
} from '../model/index.ts';
import { readReport } from '../reading/index.ts';
import type { FilesFound, Incoming } from './files-at.ts';

export interface ReceiveOptions {
  /** Who adds them: it stands in the ledger. */
  readonly by: string;
  /** `dry-run` reads everything and changes nothing. */
  readonly mode: 'add' | 'dry-run';
  /** Which column holds what, where a person has said so. */
  readonly fields?: FieldMap;
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

/** A file is held in memory while it is read; larger ones are refused, not half read. */
const MOST_BYTES = 512 * 1024 * 1024;

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

  for (const [done, incoming] of found.files.entries()) {
    options.onProgress?.(incoming.path, done, found.files.length);
    const { file, path } = incoming;
    const bytes = await bytesOf(incoming, problems);
    if (!bytes) continue;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const held = target.holds(sha256);
    if (held !== undefined || seen.has(sha256)) {
      alreadyHeld.push({ file, path, ...(held === undefined ? {} : { item: held }) });
      continue;
    }
    seen.add(sha256);
    const taken = await readItem(file, bytes, options.fields ? { fields: options.fields } : {});
    const own = [...taken.problems];
    const read = describe(file, taken, own);
    problems.push(...own);
    if (!read) continue;
    const item =
      options.mode === 'dry-run'
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

async function bytesOf(incoming: Incoming, problems: Problem[]): Promise<Uint8Array | undefined> {
  const { file } = incoming;
  if (incoming.size === 0) {
    problems.push({ code: 'file.empty', file });
    return undefined;
  }
  if (incoming.size > MOST_BYTES) {
    problems.push({ code: 'file.too-large', file, data: { limit: `${MOST_BYTES / 1024 / 1024} MB` } });
    return undefined;
  }
  try {
    return await incoming.read();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    problems.push({ code: 'file.unreadable', file, data: { reason } });
    return undefined;
  }
}

/** What the ledger is told about an item, and its records; nothing where the file was refused whole. */
function describe(
  file: string,
  taken: IntakeResult,
  problems: Problem[],
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
      const record = reportDraft(file, taken.content.layer, problems);
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

/** Reads a report's text into a record. A report that does not say who published it stands under its file's name. */
export function reportDraft(file: string, layer: TextLayer, problems: Problem[]): ReportDraft {
  const outlet = layer.outlet ?? file.slice(0, file.length - extname(file).length);
  const published = layer.published === undefined ? {} : { published: layer.published };
  const read = readReport(layer, { outlet, ...published });
  const title = layer.title ?? read.title;
  for (const problem of read.problems) problems.push({ ...problem, file });
  return {
    kind: 'report',
    outlet,
    ...(title === undefined ? {} : { title }),
    ...published,
    language: read.language,
    dropped: read.dropped,
    statements: read.statements,
  };
}
