import type {
  Decider,
  Decision,
  DecisionId,
  DecisionMatter,
  DraftRecord,
  Item,
  ItemId,
  RecordId,
  SourceRecord,
} from '../model/index.ts';
import type { Parked } from './entrance.ts';
import type { Erasable, Erasure, Foreseen, NewErasure } from './erasure.ts';
import type { EventKind, LedgerEvent, NewEvent } from './event.ts';
import type { Log } from './log.ts';
import type { Receiving, StoredBytes } from './receiving.ts';
import type { Sensitivity } from './sensitivity.ts';

/**
 * What comes in: an item without what the ledger itself gives it, its bytes or what `receive` made of them, and the
 * records read off it.
 */
export type NewItem = Omit<Item, 'id' | 'receivedAt' | 'sha256' | 'bytes' | 'records'> & {
  readonly bytes: Uint8Array | StoredBytes;
  readonly records: readonly DraftRecord[];
};

/** The whole ledger in 32 bytes. */
export interface Head {
  readonly entries: number;
  /** RFC 6962, lower-case hexadecimal. */
  readonly rootHash: string;
}

/** Where an item stands in the ledger. */
export interface Proof {
  /** Counted from 0. */
  readonly entry: number;
  readonly treeSize: number;
  readonly rootHash: string;
}

/** What a copy of the database speaks of. */
export interface Snapshot {
  readonly entries: number;
  /** Names of the files in the vault. */
  readonly files: readonly string[];
}

/**
 * An open case. Everything that writes has it on disk when it returns; nothing is ever changed or half there. Ids that
 * the case does not hold throw SanadError `request.not-found`; what needs a class that this opening does not hold,
 * `case.class-closed`; what was erased, `case.erased`; a disk that refuses, `case.disk-failed`.
 */
export interface Case {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly sealed: boolean;

  /** Whose values can be read. All in an unsealed case. */
  readonly classes: ReadonlySet<Sensitivity>;
  /**
   * The same open case as seen by whoever holds only these classes: values of others are absent; an item whose
   * description cannot be read is not there. Cheap. It may write all that the case may; closing it closes nothing.
   */
  as(classes: Iterable<Sensitivity>): Case;
  /**
   * Opens another lock of the same case and adds its classes to this opening.
   *
   * @returns the classes of that lock
   * @throws SanadError `case.passphrase-wrong`, `case.lock-unknown`
   */
  unlock(lock: string, passphrase: string): Promise<ReadonlySet<Sensitivity>>;
  /** Forgets the keys of these classes, in every view of this opening. */
  forget(classes: Iterable<Sensitivity>): void;

  /** The item that has these bytes and was not withdrawn, by the SHA-256 of what was received. */
  holds(sha256: string): ItemId | undefined;
  /** Bytes that are held already give the item that holds them; nothing is added. */
  addItem(item: NewItem): Item;
  /** Takes a file in from whoever may not read it back: all they learn is its id. */
  deposit(item: NewItem): ItemId;
  /**
   * The same for many, several to one write. Each group is all in or not at all; `onKept` is told of each item once it
   * is on disk.
   */
  addItems(items: Iterable<NewItem>, onKept?: (item: Item) => void): Item[];
  /** A file of any size on its way in; an item is made of what it gives at its end. One that no item is made of goes. */
  receive(): Receiving;
  /** What `receive` gave at its end, before an item is made of it. */
  storedPieces(stored: StoredBytes): Iterable<Uint8Array>;
  /** Throws it away instead. */
  discard(stored: StoredBytes): void;
  /** Files whose coming was cut and can go on, also those of another process that has ended. */
  parked(): Parked[];
  /** `undefined` where there is no such file, or it cannot be gone on with. */
  resume(id: string): Receiving | undefined;

  /** In the order in which they came in; withdrawn ones too. */
  items(): Item[];
  item(id: ItemId): Item;
  /** As received. `case.damaged` where the vault no longer has them so. */
  itemBytes(id: ItemId): Uint8Array;
  /** As received, from `from` to before `to`, in pieces of up to 1 MiB; `case.damaged` on the way where it is not so. */
  itemPieces(id: ItemId, from?: number, to?: number): Iterable<Uint8Array>;
  /** Whether a standing decision says that the item no longer counts. */
  withdrawn(id: ItemId): boolean;

  /** Every record of every item, in order, withdrawn ones too; a few at a time, so that a large case fits. */
  records(): Iterable<SourceRecord>;
  itemRecords(id: ItemId): Iterable<SourceRecord>;
  record(id: RecordId): SourceRecord;

  decide(matter: DecisionMatter, by: Decider, reason?: string): Decision;
  /** All of them, undone ones too, in order. */
  decisions(): Decision[];
  decision(id: DecisionId): Decision;

  /** Anything else that happened, on disk when it returns. */
  note(event: NewEvent): LedgerEvent;
  notes(events: readonly NewEvent[]): LedgerEvent[];
  /** In order, from the entry `from` on to before `to`. */
  events(kind: EventKind, from?: number, to?: number): LedgerEvent[];

  /** What `erase` would take, before it does. @throws SanadError as `erase` */
  foresee(what: readonly Erasable[]): Foreseen;
  /**
   * Makes values unreadable for ever, on disk when it returns; what was read earlier is not called back. Every
   * proof about everything else still holds.
   *
   * @throws SanadError `erase.nothing`, `erase.two-needed`, `erase.same-person`, `erase.not-asked`, `case.class-closed` where this opening cannot read what
   *   stands beside a value
   */
  erase(erasure: NewErasure): Erasure;

  head(): Head;
  proof(id: ItemId): Proof;
  /** What strangers may check: checkpoints, proofs, tiles. */
  readonly log: Log;
  /** Grows with every entry, also those that another process writes. */
  version(): number;

  /** Writes one consistent copy of the database, under the same key, while others read and write. For backups. */
  snapshot(file: string): Snapshot;
  /** Locks the case: its keys are overwritten in memory, whoever asks it anything gets `case.closed`. */
  close(): void;
}
