import { SanadError } from '../model/index.ts';
import { type Db, hasLast, tellingTrouble } from './database.ts';
import { readBlocks, readOpened, withoutSlots } from './entry.ts';
import { type NewEntries, rowsOf, TOGETHER } from './entry-rows.ts';
import type { Gone } from './erasure.ts';
import { inserting } from './insert-rows.ts';
import { type Frontier, grow } from './merkle-tree.ts';
import type { PayloadSeals } from './payload-seal.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { OpenedValue } from './tlog-proof.ts';
import type { WritingThread } from './writing-thread.ts';

/** The values of one entry that can be read. */
export interface Values {
  readonly seq: number;
  readonly slots: ReadonlyMap<string, unknown>;
}

/** The append-only table and what hangs on it. The only place that speaks SQL about entries. */
export interface Entries {
  count(): number;
  /** All or nothing, on disk when it returns. `tree` holds exactly the entries before. */
  append(tree: Frontier, entries: Iterable<NewEntries>): Frontier;
  /** The same for many, written by a second thread while this one makes them. */
  appendMany(thread: WritingThread, tree: Frontier, entries: Iterable<NewEntries>): Frontier;
  /**
   * The same, and in the same write values are taken away for ever. What stood where they were is overwritten in the
   * file once `settle` says so.
   *
   * @throws SanadError `case.class-closed` where a value stands among others that this opening cannot read
   */
  erase(tree: Frontier, gone: Gone, entries: Iterable<NewEntries>): Frontier;
  /** Moves the log into the file and empties it. False while another process reads. */
  settle(): boolean;
  /** The given tree grown by the entries after it, up to `size` of them in all. */
  extend(tree: Frontier, size?: number): Frontier;
  /** Leaf hashes of the entries `[from, to)`. */
  leaves(from: number, to: number): Uint8Array[];
  body(seq: number): string | undefined;
  /** Values of these classes; the classes must be held. */
  values(seq: number, classes: ReadonlySet<Sensitivity>): Map<string, unknown>;
  /** The same with what opens their commitments. */
  opened(seq: number, classes: ReadonlySet<Sensitivity>): Map<string, OpenedValue>;
  /** Of one class for the entries `[from, to)`, in order; without those where all is erased. */
  valuesOf(sensitivity: Sensitivity, from: number, to: number): Iterable<Values>;
  /** In order, from `from` on. */
  named(kind: string, from: number): { readonly id: string; readonly seq: number }[];
  /** Of an id that is known to be held. */
  seqOf(id: string): number | undefined;
}

interface FoundPayload {
  readonly seq: number;
  readonly last: number;
  readonly class: Sensitivity;
  readonly sealedBy: string;
  readonly body: string | Uint8Array;
}

const LEAVES_AT_ONCE = 50_000;

export function openEntries(db: Db, seals: PayloadSeals): Entries {
  const last = hasLast(db) ? 'coalesce(last, seq)' : 'seq';
  const count = db.prepare<[], number>('SELECT coalesce(max(seq) + 1, 0) FROM entry').pluck();
  const leaves = db
    .prepare<[number, number], Uint8Array>('SELECT leaf FROM entry WHERE seq >= ? ORDER BY seq LIMIT ?')
    .pluck();
  const body = db.prepare<[number], string>('SELECT body FROM entry WHERE seq = ?').pluck();
  const row = `SELECT seq, ${last} AS last, class, sealed_by AS sealedBy, body FROM payload`;
  const around = db.prepare<[number, number, number], FoundPayload>(
    `${row} WHERE seq > ? AND seq <= ? AND ${last} >= ? ORDER BY seq, class`,
  );
  const within = db.prepare<[number, number, string, number], FoundPayload>(
    `${row} WHERE seq > ? AND seq < ? AND class = ? AND ${last} >= ? ORDER BY seq`,
  );
  const named = db.prepare<[string, number], { id: string; seq: number }>(
    'SELECT id, seq FROM named WHERE kind = ? AND seq >= ? ORDER BY seq',
  );

  const seqOf = db.prepare<[string], number>('SELECT seq FROM named WHERE id = ?').pluck();

  const textOf = ({ seq, last: end, class: sensitivity, sealedBy, body }: FoundPayload): string =>
    seals.open({ sensitivity, first: seq, last: end }, { sealedBy, body });
  const blocksOf = (found: FoundPayload) => readBlocks(textOf(found));

  const insert = db.transaction((tree: Frontier, batch: Iterable<NewEntries>, before: () => void) => {
    before();
    // Prepared here, where the database is open for writing and has every column.
    const put = inserting(db);
    let grown = tree;
    for (const rows of rowsOf(tree.size, batch, seals)) grown = put(grown, rows);
    return grown;
  });

  /** Writes each payload that speaks of a gone value again without it, or takes the whole row. */
  function takeAway(gone: Gone): void {
    const remove = db.prepare<[number, string]>('DELETE FROM payload WHERE seq = ? AND class = ?');
    const rewrite = db.prepare<[string, string | Uint8Array, number, string]>(
      'UPDATE payload SET sealed_by = ?, body = ? WHERE seq = ? AND class = ?',
    );
    const done = new Set<string>();
    for (const entry of gone.keys())
      for (const found of around.all(entry - TOGETHER, entry, entry)) {
        const { seq, last: end, class: sensitivity } = found;
        if (done.has(`${seq} ${sensitivity}`)) continue;
        done.add(`${seq} ${sensitivity}`);
        const lost = Array.from({ length: end - seq + 1 }, (_, at) => gone.get(seq + at));
        if (lost.every((what) => what === 'all')) {
          remove.run(seq, sensitivity);
          continue;
        }
        if (!seals.held.has(sensitivity)) throw new SanadError('case.class-closed', { class: sensitivity });
        const place = { sensitivity, first: seq, last: end };
        const kept = withoutSlots(seals.open(place, found), lost);
        if (kept === undefined) remove.run(seq, sensitivity);
        else {
          const { sealedBy, body } = seals.seal(place, Buffer.from(kept));
          rewrite.run(sealedBy, sealedBy === '' ? kept : body, seq, sensitivity);
        }
      }
  }

  return {
    count: tellingTrouble(() => count.get() ?? 0),
    append: tellingTrouble((tree, batch) => insert.immediate(tree, batch, () => {})),
    appendMany: (thread, tree, batch) => thread.append(tree, rowsOf(tree.size, batch, seals)),
    erase: tellingTrouble((tree, gone, batch) => insert.immediate(tree, batch, () => takeAway(gone))),
    settle: tellingTrouble(() => {
      const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      return outcome?.busy === 0;
    }),
    extend: tellingTrouble((tree, size = Number.MAX_SAFE_INTEGER) => {
      let grown = tree;
      for (;;) {
        const more = leaves.all(grown.size, Math.min(LEAVES_AT_ONCE, size - grown.size));
        if (more.length === 0) return grown;
        grown = grow(grown, more);
      }
    }),
    leaves: tellingTrouble((from, to) => leaves.all(from, to - from)),
    body: tellingTrouble((seq) => body.get(seq)),
    values: tellingTrouble((seq, classes) => {
      const slots = new Map<string, unknown>();
      for (const found of around.all(seq - TOGETHER, seq, seq))
        if (classes.has(found.class))
          for (const [slot, value] of blocksOf(found)[seq - found.seq] ?? []) slots.set(slot, value);
      return slots;
    }),
    opened: tellingTrouble((seq, classes) => {
      const slots = new Map<string, OpenedValue>();
      for (const found of around.all(seq - TOGETHER, seq, seq))
        if (classes.has(found.class))
          for (const [slot, value] of readOpened(textOf(found), seq - found.seq)) slots.set(slot, value);
      return slots;
    }),
    valuesOf: tellingTrouble((sensitivity, from, to) => {
      const found: Values[] = [];
      for (const one of within.all(from - TOGETHER, to, sensitivity, from))
        for (const [at, slots] of blocksOf(one).entries()) {
          const seq = one.seq + at;
          if (seq >= from && seq < to && slots.size > 0) found.push({ seq, slots });
        }
      return found;
    }),
    named: tellingTrouble((kind, from) => named.all(kind, from)),
    seqOf: tellingTrouble((id) => seqOf.get(id)),
  };
}
