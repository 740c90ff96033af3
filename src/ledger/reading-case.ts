import { type ItemId, itemOf, ordinalOf, recordId, SanadError, type SourceRecord } from '../model/index.ts';
import type { Case, Snapshot } from './case.ts';
import type { CaseFile } from './case-file.ts';
import { DATABASE_FILE, openDatabase } from './database.ts';
import { openEntries } from './entries.ts';
import { bodyOf, vaultNames } from './entry-facts.ts';
import type { Erased } from './erasure.ts';
import { foreseenOf } from './erasure-of.ts';
import type { EventKind, Facts, LedgerEvent } from './event.ts';
import { openLog } from './log.ts';
import { rootOf } from './merkle-tree.ts';
import type { GrowingTree, Ledger } from './open-ledger.ts';
import { openSeals } from './payload-seal.ts';
import { recordFromSlots } from './record-entry.ts';
import type { Sensitivity } from './sensitivity.ts';
import { type HeldItem, whatIsHeld } from './what-is-held.ts';

/** The half of a case that changes nothing. */
export type Reading = Omit<
  Case,
  | 'as'
  | 'addItem'
  | 'deposit'
  | 'addItems'
  | 'receive'
  | 'storedPieces'
  | 'discard'
  | 'parked'
  | 'resume'
  | 'decide'
  | 'note'
  | 'notes'
  | 'erase'
  | 'close'
> & {
  /** Pseudonym of someone who acted before. */
  pseudonymOf(name: string): string | undefined;
  event(seq: number): LedgerEvent;
  /** Where an item that can be read stands. */
  place(id: ItemId): { readonly entry: number; readonly records: number; readonly vault: string };
  /** What was taken away before. */
  lost(): Erased;
};

const RECORDS_AT_ONCE = 1_000;

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

function snapshot({ db, keys }: Ledger, to: string): Snapshot {
  db.prepare('VACUUM INTO ?').run(to);
  // Opened once for writing, so that the copy too is in WAL mode.
  const copy = openDatabase(to, keys.get('database')!, 'write');
  try {
    const entries = openEntries(copy, openSeals());
    return { entries: entries.count(), files: vaultNames(entries).kept };
  } finally {
    copy.close();
  }
}

export function reading(
  file: CaseFile,
  ledger: Ledger,
  grownTree: GrowingTree,
  classes: ReadonlySet<Sensitivity>,
): Reading {
  const { folder, entries, seals, vault } = ledger;
  const now = whatIsHeld(entries, seals, classes);

  const event = (seq: number): LedgerEvent => {
    const { lost, nameOf } = now();
    const { at, actor, facts } = bodyOf<{
      kind: EventKind;
      facts: Facts;
      commit: Readonly<Record<string, string>>;
    }>(entries, seq);
    const partly = lost.slots(seq);
    return {
      kind: facts.kind,
      entry: seq,
      at,
      ...(actor === undefined ? {} : { by: nameOf(actor) }),
      facts: facts.facts,
      slots: entries.values(seq, classes),
      erased: Object.keys(facts.commit).filter((slot) => lost.whole(seq) || partly.has(slot)),
    };
  };

  const heldItem = (id: ItemId): HeldItem => {
    const { items, lostItems } = now();
    const found = items.get(id);
    if (!found) throw new SanadError(lostItems.has(id) ? 'case.erased' : 'request.not-found', { what: id });
    return found;
  };

  /** An item whose file this opening can read. */
  const openable = (id: ItemId): HeldItem => {
    const found = heldItem(id);
    if (now().lost.file(found.entry)) throw new SanadError('case.erased', { what: id });
    if (file.sealed && found.stored.header === undefined)
      throw new SanadError('case.class-closed', { class: 'key' });
    return found;
  };

  function* recordsOf({ item, entry }: HeldItem): Generator<SourceRecord> {
    const end = entry + 1 + item.records;
    for (let from = entry + 1; from < end; from += RECORDS_AT_ONCE) {
      const { lost } = now();
      const to = Math.min(from + RECORDS_AT_ONCE, end);
      const contacts = new Map<number, ReadonlyMap<string, unknown>>();
      if (classes.has('contact'))
        for (const { seq, slots } of entries.valuesOf('contact', from, to)) contacts.set(seq, slots);
      for (const { seq, slots } of entries.valuesOf('team', from, to)) {
        const all = contacts.has(seq) ? new Map([...slots, ...contacts.get(seq)!]) : slots;
        yield recordFromSlots(all, recordId(item.id, seq - entry), item.id, lost.slots(seq));
      }
    }
  }

  const head = (): { entries: number; rootHash: string } => {
    const tree = grownTree.now();
    return { entries: tree.size, rootHash: hex(rootOf(tree)) };
  };

  const log = openLog({
    caseId: file.id,
    verifierKey: file.verifierKey,
    folder,
    entries,
    classes: () => classes,
    itemAt: (id) => {
      const { entry, item } = heldItem(id);
      return { entry, records: item.records };
    },
  });

  const place: Reading['place'] = (id) => {
    const { entry, item, stored } = heldItem(id);
    return { entry, records: item.records, vault: stored.name };
  };
  const lost = (): Erased => now().lost;

  return {
    id: file.id,
    name: file.name,
    folder,
    sealed: file.sealed,
    classes,
    unlock: ledger.unlock,
    forget: ledger.forget,
    holds: (sha256) => now().withBytes(sha256),
    items: () => [...now().items.values()].map(({ item }) => item),
    item: (id) => heldItem(id).item,
    itemBytes: (id) => {
      const { stored } = openable(id);
      const bytes = vault.read(stored);
      if (!bytes) throw new SanadError('case.damaged', { where: `vault ${stored.name}` });
      return bytes;
    },
    itemPieces: (id, from, to) => vault.pieces(openable(id).stored, from, to),
    withdrawn: (id) => {
      heldItem(id);
      return now().gone.has(id);
    },
    records: function* () {
      for (const one of [...now().items.values()]) yield* recordsOf(one);
    },
    itemRecords: (id) => recordsOf(heldItem(id)),
    record: (id) => {
      const { item, entry } = heldItem(itemOf(id));
      const ordinal = ordinalOf(id);
      if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > item.records)
        throw new SanadError('request.not-found', { what: id });
      const readable = [...classes].filter((one) => one === 'team' || one === 'contact');
      const slots = entries.values(entry + ordinal, new Set(readable));
      const seq = entry + ordinal;
      const { lost } = now();
      if (lost.whole(seq)) throw new SanadError('case.erased', { what: id });
      if (slots.size === 0) throw new SanadError('case.damaged', { where: `${DATABASE_FILE} entry ${seq}` });
      return recordFromSlots(slots, id, item.id, lost.slots(seq));
    },
    decisions: () => [...now().decided],
    decision: (id) => {
      const found = now().decided.find((one) => one.id === id);
      if (!found) throw new SanadError('request.not-found', { what: id });
      return found;
    },
    event,
    place,
    lost,
    foresee: (what) => foreseenOf({ place, lost }, entries, what),
    events: (kind, from = 0, to = Number.POSITIVE_INFINITY) =>
      entries
        .named(kind, from)
        .filter(({ seq }) => seq < to)
        .map(({ seq }) => event(seq)),
    head,
    proof: (id) => {
      const { entry } = heldItem(id);
      const { entries: treeSize, rootHash } = head();
      return { entry, treeSize, rootHash };
    },
    log,
    version: () => entries.count(),
    snapshot: (to) => snapshot(ledger, to),
    pseudonymOf: (name) => now().pseudonymOf(name),
  };
}
