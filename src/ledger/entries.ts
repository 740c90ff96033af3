import { type Db, tellingTrouble } from './database.ts';
import type { WrittenEntry } from './entry.ts';
import { type Frontier, grow, leafHash } from './merkle-tree.ts';

/** An entry and, where others ask for it by its id, that id. */
export interface NewEntry extends WrittenEntry {
  readonly named?: { readonly id: string; readonly kind: string };
}

export interface PayloadRow {
  readonly seq: number;
  readonly body: string;
}

/** The append-only table and what hangs on it. The only place that speaks SQL about entries. */
export interface Entries {
  count(): number;
  /** All or nothing, on disk when it returns. `tree` holds exactly the entries before. */
  append(tree: Frontier, entries: Iterable<NewEntry>): Frontier;
  /** The given tree grown by the entries after it, up to `size` of them in all. */
  extend(tree: Frontier, size?: number): Frontier;
  leaves(): Uint8Array[];
  body(seq: number): string | undefined;
  payload(seq: number): PayloadRow[];
  /** Payloads of one class for the entries `[from, to)`, in order; an erased one is left out. */
  payloads(sensitivity: string, from: number, to: number): PayloadRow[];
  /** In order, from `from` on. */
  named(kind: string, from: number): { readonly id: string; readonly seq: number }[];
}

const LEAVES_AT_ONCE = 50_000;

export function openEntries(db: Db): Entries {
  const insertEntry = db.prepare<[number, string, Uint8Array]>('INSERT INTO entry VALUES (?, ?, ?)');
  const insertPayload = db.prepare<[number, string, string]>(
    'INSERT INTO payload (seq, class, body) VALUES (?, ?, ?)',
  );
  const insertNamed = db.prepare<[string, string, number]>('INSERT INTO named VALUES (?, ?, ?)');
  const count = db.prepare<[], number>('SELECT coalesce(max(seq) + 1, 0) FROM entry').pluck();
  const leaves = db
    .prepare<[number, number], Uint8Array>('SELECT leaf FROM entry WHERE seq >= ? ORDER BY seq LIMIT ?')
    .pluck();
  const body = db.prepare<[number], string>('SELECT body FROM entry WHERE seq = ?').pluck();
  const payload = db.prepare<[number], PayloadRow>('SELECT seq, body FROM payload WHERE seq = ?');
  const payloads = db.prepare<[number, number, string], PayloadRow>(
    'SELECT seq, body FROM payload WHERE seq >= ? AND seq < ? AND class = ? ORDER BY seq',
  );
  const named = db.prepare<[string, number], { id: string; seq: number }>(
    'SELECT id, seq FROM named WHERE kind = ? AND seq >= ? ORDER BY seq',
  );

  function* insertAll(first: number, batch: Iterable<NewEntry>): Generator<Uint8Array> {
    let seq = first;
    for (const entry of batch) {
      const leaf = leafHash(Buffer.from(entry.body));
      insertEntry.run(seq, entry.body, leaf);
      for (const [sensitivity, text] of entry.payloads) insertPayload.run(seq, sensitivity, text);
      if (entry.named) insertNamed.run(entry.named.id, entry.named.kind, seq);
      seq++;
      yield leaf;
    }
  }
  const insert = db.transaction((tree: Frontier, batch: Iterable<NewEntry>) =>
    grow(tree, insertAll(tree.size, batch)),
  );

  return {
    count: tellingTrouble(() => count.get() ?? 0),
    append: tellingTrouble((tree, batch) => insert.immediate(tree, batch)),
    extend: tellingTrouble((tree, size = Number.MAX_SAFE_INTEGER) => {
      let grown = tree;
      for (;;) {
        const more = leaves.all(grown.size, Math.min(LEAVES_AT_ONCE, size - grown.size));
        if (more.length === 0) return grown;
        grown = grow(grown, more);
      }
    }),
    leaves: tellingTrouble(() => leaves.all(0, Number.MAX_SAFE_INTEGER)),
    body: tellingTrouble((seq) => body.get(seq)),
    payload: tellingTrouble((seq) => payload.all(seq)),
    payloads: tellingTrouble((sensitivity, from, to) => payloads.all(from, to, sensitivity)),
    named: tellingTrouble((kind, from) => named.all(kind, from)),
  };
}
