import { type ItemId, itemOf, ordinalOf, type RecordId, SanadError } from '../model/index.ts';
import {
  type Checkpoint,
  originOf,
  type SignedCheckpoint,
  signedCheckpoint,
  signedCheckpoints,
} from './checkpoint.ts';
import { consistencyProof } from './consistency-proof.ts';
import type { Entries } from './entries.ts';
import { inclusionProof } from './inclusion-proof.ts';
import type { Sensitivity } from './sensitivity.ts';
import { subtreesOf } from './subtrees.ts';
import { type ExportedTiles, exportTiles } from './tiles.ts';
import { consistencyRequest, tlogProof } from './tlog-proof.ts';

/**
 * The ledger as a log that strangers can check: what a case hands out about itself. Everything is proven against a
 * checkpoint that was signed; those stand open, so that a proof tells nobody anything but what it discloses.
 */
export interface Log {
  /** Its name: the first line of every checkpoint. */
  readonly origin: string;
  /** Who signs the checkpoints, `<name>+<id>+<base64>`. */
  readonly verifierKey: string;
  /** @throws SanadError `checkpoint.none` */
  newest(): SignedCheckpoint;
  /** All that are whole and signed, newest first. */
  checkpoints(): Iterable<SignedCheckpoint>;
  /** The one of so many entries, where it is kept here. */
  checkpointOf(size: number): SignedCheckpoint | undefined;
  /** Which entry an item's or a record's id names. @throws SanadError `request.not-found` */
  entryOf(id: string): number;
  /** An entry's body, word for word. @throws SanadError `request.not-found` */
  entry(index: number): string;
  /** Its values by slot, as far as this opening may read them. */
  values(index: number): ReadonlyMap<string, unknown>;
  /**
   * A proof of one entry (C2SP tlog-proof@v1) that opens only the values of these slots.
   *
   * @param under a checkpoint of this log that others signed too; the newest where none is given
   * @throws SanadError `request.not-found`, `proof.value-absent`, `checkpoint.none`
   */
  prove(index: number, disclose: readonly string[], under?: SignedCheckpoint): string;
  /**
   * The newest checkpoint with the proof that it continues an earlier one.
   *
   * @throws SanadError `checkpoint.ahead`, `checkpoint.differs`, `checkpoint.none`
   */
  proveGrowth(from: Checkpoint): string;
  /**
   * Holds a checkpoint that was kept elsewhere against the log.
   *
   * @throws SanadError `checkpoint.ahead` where the log is shorter, `checkpoint.differs` where it is another one
   */
  compare(kept: Checkpoint): void;
  /** Root of the first so many entries, for each of these sizes that the log has. */
  rootsAt(sizes: Iterable<number>): ReadonlyMap<number, Uint8Array>;
  /** Everything as static files (C2SP tlog-tiles). @throws SanadError `checkpoint.none` */
  exportTiles(folder: string): ExportedTiles;
}

interface LogSource {
  readonly caseId: string;
  readonly verifierKey: string;
  readonly folder: string;
  readonly entries: Entries;
  readonly classes: () => ReadonlySet<Sensitivity>;
  /** Where an item that this opening sees stands, and how many records follow it. */
  readonly itemAt: (id: ItemId) => { readonly entry: number; readonly records: number };
}

export function openLog({ caseId, verifierKey, folder, entries, classes, itemAt }: LogSource): Log {
  const checkpoints = (): Generator<SignedCheckpoint> => signedCheckpoints(folder, verifierKey);

  const newest = (): SignedCheckpoint => {
    // One that was signed by a writer since, beside a reader that still sees fewer entries, is for later.
    const count = entries.count();
    for (const found of checkpoints()) if (found.size <= count && found.size > 0) return found;
    throw new SanadError('checkpoint.none', { folder });
  };

  const entry = (index: number): string => {
    const body = Number.isSafeInteger(index) && index >= 0 ? entries.body(index) : undefined;
    if (body === undefined) throw new SanadError('request.not-found', { what: String(index) });
    return body;
  };

  const root = subtreesOf(entries);

  const rootsAt = (sizes: Iterable<number>): ReadonlyMap<number, Uint8Array> => {
    const count = entries.count();
    const asked = [...new Set(sizes)].filter((size) => size > 0 && size <= count);
    return new Map(asked.map((size) => [size, root(0, size)]));
  };

  const compare = (kept: Checkpoint): void => {
    const count = entries.count();
    if (kept.size > count) throw new SanadError('checkpoint.ahead', { size: kept.size, entries: count });
    const here = rootsAt([kept.size]).get(kept.size);
    if (!here || Buffer.compare(here, kept.root) !== 0)
      throw new SanadError('checkpoint.differs', { size: kept.size });
  };

  return {
    origin: originOf(caseId),
    verifierKey,
    newest,
    checkpoints,
    checkpointOf: (size) => signedCheckpoint(folder, verifierKey, size),
    entryOf: (id) => {
      const [item, ordinal] = id.includes('.')
        ? [itemOf(id as RecordId), ordinalOf(id as RecordId)]
        : [id as ItemId, 0];
      const at = itemAt(item);
      if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal > at.records)
        throw new SanadError('request.not-found', { what: id });
      return at.entry + ordinal;
    },
    entry,
    values: (index) => {
      entry(index);
      return entries.values(index, classes());
    },
    prove: (index, disclose, under = newest()) => {
      const body = entry(index);
      const { size, note } = under;
      if (index >= size) throw new SanadError('checkpoint.none', { folder });
      const opened = disclose.length > 0 ? entries.opened(index, classes()) : new Map();
      const values = new Map(
        disclose.map((slot) => {
          const value = opened.get(slot);
          if (!value) throw new SanadError('proof.value-absent', { entry: index, slot });
          return [slot, value];
        }),
      );
      const { path } = inclusionProof(size, index, root);
      return tlogProof({ index, path, checkpoint: note, entry: body, key: verifierKey, values });
    },
    proveGrowth: (from) => {
      compare(from);
      const { size, note } = newest();
      if (from.size > size) throw new SanadError('checkpoint.ahead', { size: from.size, entries: size });
      return consistencyRequest(from.size, consistencyProof(size, from.size, root).path, note);
    },
    compare,
    rootsAt,
    exportTiles: (to) => {
      const { size, note } = newest();
      const source = {
        size,
        leaves: (first: number, end: number) => entries.leaves(first, end),
        body: entry,
      };
      return exportTiles(source, note, to);
    },
  };
}
