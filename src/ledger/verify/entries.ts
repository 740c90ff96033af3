import type Database from 'better-sqlite3-multiple-ciphers';
import { parseCanonical } from './canonical.ts';
import type { CaseFacts } from './case-file.ts';
import { readErasures } from './erasures.ts';
import { type Report, range } from './fault.ts';
import type { Keys } from './keys.ts';
import { type Body, checkPayload, payloadReader } from './payloads.ts';
import { addLeaf, type GrowingTree, hashOfLeaf } from './tree.ts';

/** A file that an item's entry speaks of. */
export interface ExpectedFile {
  readonly entry: number;
  readonly name: string;
  /** Whether an entry says that it was erased. */
  readonly erased: boolean;
  /** False where the passphrase does not open what stands about it: then only its name can be checked. */
  readonly readable: boolean;
  readonly header?: string;
  readonly original?: { readonly sha256: string; readonly bytes: number };
}

export interface ReadEntries {
  readonly read: number;
  /** False where an entry could not be read: then neither tree nor files can be judged whole. */
  readonly complete: boolean;
  readonly files: readonly ExpectedFile[];
}

interface EntryRow {
  readonly seq: number;
  readonly body: string;
  readonly leaf: Buffer;
}

const AT_ONCE = 500;

/**
 * Reads every entry in order: that none is missing, that each body is what its leaf says, that every value is what the
 * entry committed to, that an item is followed by its records.
 *
 * @param atLeast how many entries a signed checkpoint says there are
 * @param onEntry called with the tree after each entry, while none is missing
 */
export function checkEntries(
  db: Database.Database,
  facts: CaseFacts,
  keys: Keys,
  atLeast: number,
  report: Report,
  onEntry: (tree: GrowingTree) => void,
): ReadEntries {
  const payloads = payloadReader(db, facts, keys, report);
  const readable = ['team', 'key'].every(
    (one) => !facts.classes || keys.classes.has(facts.classes[one]?.key ?? ''),
  );
  const erasures = readErasures(db);
  const tree: GrowingTree = { size: 0, stack: [] };
  const files: ExpectedFile[] = [];
  const named = new Map<string, string>();
  let item: { readonly id: unknown; readonly entry: number; left: number; next: number } | undefined;
  let read = 0;
  let complete = true;

  const closeItem = (): void => {
    if (item && item.left > 0) report('records-missing', `ledger.db entry ${item.entry}`);
    item = undefined;
  };

  for (const row of rowsInOrder(db, atLeast, report)) {
    if (row === 'missing') {
      complete = false;
      item = undefined;
      continue;
    }
    const where = `ledger.db entry ${row.seq}`;
    read++;
    const leaf = hashOfLeaf(row.body);
    if (!leaf.equals(row.leaf)) report('entry-changed', where);
    if (complete) {
      addLeaf(tree, leaf);
      onEntry(tree);
    }
    const body = readBody(row.body);
    if (!body) {
      report('entry-malformed', where);
      continue;
    }
    const slots = checkPayload(payloads, row.seq, body, erasures, report);

    if (body.kind === 'case') checkCaseEntry(row.seq, body, facts, report);
    if (body.kind === 'record') {
      if (item && item.left > 0 && body.item === item.id && body.n === item.next) {
        item.left--;
        item.next++;
      } else if (complete) report('records-missing', where);
    } else closeItem();
    if (body.kind === 'item') {
      item = { id: body.id, entry: row.seq, left: Number(body.records), next: 1 };
      files.push({ ...expectedFile(row.seq, body, slots, readable), erased: erasures.file(row.seq) });
    }
    if (!['case', 'record'].includes(String(body.kind)))
      named.set(String(body.id), `${body.kind} ${row.seq}`);
  }
  closeItem();
  checkNamed(db, named, complete, report);
  return { read, complete, files };
}

/** Entries by number; `missing` in place of one that is not there or cannot be read, which is reported as a range. */
function* rowsInOrder(
  db: Database.Database,
  atLeast: number,
  report: Report,
): Generator<EntryRow | 'missing'> {
  const many = db.prepare<[number, number], EntryRow>(
    'SELECT seq, body, leaf FROM entry WHERE seq >= ? ORDER BY seq LIMIT ?',
  );
  const one = db.prepare<[number], EntryRow>('SELECT seq, body, leaf FROM entry WHERE seq = ?');
  const attempt = <T>(query: () => T): T | undefined => {
    try {
      return query();
    } catch {
      return undefined;
    }
  };
  const total = Math.max(
    atLeast,
    attempt(() => db.prepare<[], number>('SELECT coalesce(max(seq) + 1, 0) FROM entry').pluck().get()) ?? 0,
  );
  let next = 0;
  while (next < total) {
    const rows = attempt(() => many.all(next, AT_ONCE));
    if (rows && rows.length > 0 && rows.every((row, at) => row.seq === next + at)) {
      yield* rows;
      next += rows.length;
      continue;
    }
    const end = Math.min(next + AT_ONCE, total);
    let gap: { from: number; kind: 'entry-unreadable' | 'entry-missing' } | undefined;
    const closeGap = (to: number): void => {
      if (gap) report(gap.kind, `ledger.db entry ${range(gap.from, to - 1)}`);
      gap = undefined;
    };
    for (; next < end; next++) {
      const row = attempt(() => ({ found: one.get(next) }));
      if (row?.found) {
        closeGap(next);
        yield row.found;
        continue;
      }
      const kind = row ? 'entry-missing' : 'entry-unreadable';
      if (gap?.kind !== kind) {
        closeGap(next);
        gap = { from: next, kind };
      }
      yield 'missing';
    }
    closeGap(next);
  }
}

function readBody(text: string): Body | undefined {
  const value = parseCanonical(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const body = value as Body;
  return (body.v === 1 || body.v === 2) && typeof body.commit === 'object' && body.commit !== null
    ? body
    : undefined;
}

/** The first entry repeats what stands in `sanad.json`, so that a change there is seen too. */
function checkCaseEntry(seq: number, body: Body, facts: CaseFacts, report: Report): void {
  if (seq !== 0) report('entry-malformed', `ledger.db entry ${seq}`);
  for (const field of ['id', 'name', 'created', 'sealed', 'verifierKey'] as const)
    if (body[field] !== facts[field]) report('case-file-contradicts', `sanad.json ${field}`);
}

function expectedFile(
  entry: number,
  body: Body,
  slots: ReadonlyMap<string, unknown>,
  readable: boolean,
): Omit<ExpectedFile, 'erased'> {
  const header = slots.get('header');
  const original = slots.get('original') as ExpectedFile['original'];
  return {
    entry,
    name: String(body.vault),
    readable,
    ...(typeof header === 'string' ? { header } : {}),
    ...(original ? { original } : {}),
  };
}

/** The table that finds ids must say what the entries say. */
function checkNamed(
  db: Database.Database,
  expected: ReadonlyMap<string, string>,
  complete: boolean,
  report: Report,
): void {
  interface NamedRow {
    readonly id: string;
    readonly kind: string;
    readonly seq: number;
  }
  let rows: NamedRow[];
  try {
    rows = db.prepare<[], NamedRow>('SELECT id, kind, seq FROM named NOT INDEXED').all();
  } catch {
    report('database-unreadable', 'ledger.db named');
    return;
  }
  const found = new Set<string>();
  for (const { id, kind, seq } of rows) {
    found.add(id);
    if (complete && expected.get(id) !== `${kind} ${seq}`) report('index-wrong', `ledger.db named ${id}`);
  }
  for (const id of expected.keys()) if (!found.has(id)) report('index-wrong', `ledger.db named ${id}`);
}
