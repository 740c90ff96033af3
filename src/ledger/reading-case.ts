import {
  type Decision,
  type DecisionId,
  type DecisionMatter,
  foldedActor,
  type Item,
  type ItemId,
  itemOf,
  ordinalOf,
  recordId,
  SanadError,
  type SourceRecord,
  standingDecisions,
} from '../model/index.ts';
import type { Case, Snapshot } from './case.ts';
import type { CaseFile } from './case-file.ts';
import { DATABASE_FILE, type Db, openDatabase } from './database.ts';
import { type Entries, openEntries } from './entries.ts';
import { type Erased, type ErasureFacts, erasedBy } from './erasure.ts';
import type { EventKind, Facts, LedgerEvent } from './event.ts';
import { holdKeys } from './held-keys.ts';
import { type ItemFacts, itemFromSlots, storedFileFromSlots } from './item-entry.ts';
import type { Keyring } from './keyring.ts';
import { openLog } from './log.ts';
import { EMPTY_FRONTIER, type Frontier, rootOf } from './merkle-tree.ts';
import { openSeals, type PayloadSeals } from './payload-seal.ts';
import { recordFromSlots } from './record-entry.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { StoredFile, Vault } from './vault.ts';

/** The parts of an open case. */
export interface Ledger {
  readonly folder: string;
  readonly db: Db;
  readonly entries: Entries;
  readonly seals: PayloadSeals;
  readonly vault: Vault;
  /** What this opening holds; empty once it was closed. */
  readonly keys: Keyring;
  readonly unlock: Case['unlock'];
  readonly forget: Case['forget'];
  /** Overwrites every key in memory. */
  readonly forgetAll: () => void;
}

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

interface HeldItem {
  readonly item: Item;
  readonly entry: number;
  readonly stored: StoredFile;
}

interface BodyOf<Facts> {
  readonly at: string;
  readonly actor: string;
  readonly facts: Facts;
}

const RECORDS_AT_ONCE = 1_000;

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

function bodyOf<Facts>(entries: Entries, seq: number): BodyOf<Facts> {
  const body = entries.body(seq);
  if (body === undefined) throw new SanadError('case.damaged', { where: `${DATABASE_FILE} entry ${seq}` });
  const parsed = JSON.parse(body) as Facts & { at: string; actor: string };
  return { at: parsed.at, actor: parsed.actor, facts: parsed };
}

/** The files of the vault that entries speak of: those that are to be there, and those that were erased. */
export function vaultNames(entries: Entries): { readonly kept: string[]; readonly erased: string[] } {
  const files = entries.named('erasure', 0).flatMap(({ seq }) => erasureFacts(entries, seq).files);
  const gone = new Set(files.map(({ entry }) => entry));
  const kept = entries
    .named('item', 0)
    .filter(({ seq }) => !gone.has(seq))
    .map(({ seq }) => bodyOf<ItemFacts>(entries, seq).facts.vault);
  // The same bytes may have come in again since.
  const there = new Set(kept);
  return { kept, erased: files.map(({ name }) => name).filter((name) => !there.has(name)) };
}

const erasureFacts = (entries: Entries, seq: number): ErasureFacts =>
  bodyOf<{ facts: ErasureFacts }>(entries, seq).facts.facts;

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

export function caseForReading(file: CaseFile, ledger: Ledger): Case {
  const refuse = (): never => {
    throw new SanadError('internal', { reason: 'the case is open for reading only' });
  };
  const refusing = {
    addItem: refuse,
    deposit: refuse,
    addItems: refuse,
    receive: refuse,
    storedPieces: refuse,
    discard: refuse,
    parked: () => [],
    resume: refuse,
    decide: refuse,
    note: refuse,
    notes: refuse,
    erase: refuse,
  };
  const tree = growingTree(ledger.entries);
  const whole = views(ledger, (classes) => ({ ...reading(file, ledger, tree, classes), ...refusing }));
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    ledger.forgetAll();
    ledger.db.close();
  };
  return holdKeys({ ...whole, close }, () => ledger.keys);
}

/** The tree of all entries, grown as they come; one for all views of a case. */
export interface GrowingTree {
  now(): Frontier;
  /** It is known what was appended. */
  grewTo(tree: Frontier): void;
}

export function growingTree(entries: Entries, start: Frontier = EMPTY_FRONTIER): GrowingTree {
  let tree = start;
  return {
    now: () => {
      tree = entries.extend(tree);
      return tree;
    },
    grewTo: (grown) => {
      tree = grown;
    },
  };
}

/** The case as seen by each set of classes that is asked for, made once. */
export function views<V extends Omit<Case, 'as' | 'close'>>(
  { seals, keys }: Ledger,
  make: (classes: ReadonlySet<Sensitivity>) => V,
): V & Pick<Case, 'as'> {
  const made = new Map<string, Case>();
  const as: Case['as'] = (asked) => {
    const wanted = new Set(asked);
    const name = [...wanted].sort().join();
    let found = made.get(name);
    if (!found) {
      // One set that keys come to and go from, so that it is never out of date.
      const classes = new Set<Sensitivity>();
      seals.follow(() => {
        classes.clear();
        for (const one of wanted) if (seals.held.has(one)) classes.add(one);
      });
      const within: Case['as'] = (fewer) => as([...fewer].filter((one) => wanted.has(one)));
      found = holdKeys({ ...make(classes), as: within, close: () => {} }, () => keys);
      made.set(name, found);
    }
    return found;
  };
  return { ...make(seals.held), as };
}

export function reading(
  file: CaseFile,
  ledger: Ledger,
  grownTree: GrowingTree,
  classes: ReadonlySet<Sensitivity>,
): Reading {
  const { folder, entries, seals, vault } = ledger;
  const held = new Map<ItemId, HeldItem>();
  const byHash = new Map<string, ItemId[]>();
  const actors = new Map<string, string>();
  let decided: Decision[] = [];
  let gone = new Set<ItemId>();
  let known = 0;
  let seenSeals = seals.version;
  let erasures: ErasureFacts[] = [];
  let lost = erasedBy(erasures);
  const lostItems = new Set<ItemId>();

  const nameOf = (pseudonym: string): string => actors.get(pseudonym) ?? pseudonym;

  /** Takes in what was appended since, here or by another process. */
  const refresh = (): void => {
    const count = entries.count();
    if (count === known && seals.version === seenSeals) return;
    const erasedSince = entries.named('erasure', known).map(({ seq }) => erasureFacts(entries, seq));
    if (seals.version !== seenSeals || erasedSince.length > 0) {
      for (const cache of [held, byHash, actors, lostItems]) cache.clear();
      decided = [];
      gone = new Set();
      known = 0;
      seenSeals = seals.version;
      erasures = [...erasures, ...erasedSince];
      lost = erasedBy(erasures);
    }
    if (classes.has('source'))
      for (const { id, seq } of entries.named('actor', known)) {
        const name = entries.values(seq, classes).get('name');
        if (typeof name === 'string') actors.set(id, name);
      }
    if (classes.has('team'))
      for (const { id, seq } of entries.named('item', known)) {
        if (lost.whole(seq)) {
          lostItems.add(id as ItemId);
          continue;
        }
        const { at, actor, facts } = bodyOf<ItemFacts>(entries, seq);
        const slots = entries.values(seq, classes);
        const item: Item = {
          ...itemFromSlots(
            lost.slots(seq).has('file') ? new Map([...slots, ['file', id]]) : slots,
            `entry ${seq}`,
          ),
          id: id as ItemId,
          receivedAt: at,
          receivedBy: nameOf(actor),
          records: facts.records,
        };
        held.set(item.id, { item, entry: seq, stored: storedFileFromSlots(slots, facts.vault) });
        byHash.set(item.sha256, [...(byHash.get(item.sha256) ?? []), item.id]);
      }
    const decidedBefore = decided.length;
    for (const { id, seq } of entries.named('decision', known)) {
      const { at, actor, facts } = bodyOf<{ matter: DecisionMatter; account?: string }>(entries, seq);
      const slots = entries.values(seq, classes);
      const reason = slots.get('reason');
      const value = slots.get('value');
      decided.push({
        ...facts.matter,
        ...(typeof value === 'string' ? { value } : {}),
        id: id as DecisionId,
        by: nameOf(actor),
        ...(facts.account === undefined ? {} : { account: facts.account }),
        at,
        ...(typeof reason === 'string' ? { reason } : {}),
      });
    }
    if (decided.length > decidedBefore)
      gone = new Set(
        standingDecisions(decided).flatMap((one) => (one.kind === 'withdraw-item' ? [one.item] : [])),
      );
    known = count;
  };

  const event = (seq: number): LedgerEvent => {
    refresh();
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
    refresh();
    const found = held.get(id);
    if (!found) throw new SanadError(lostItems.has(id) ? 'case.erased' : 'request.not-found', { what: id });
    return found;
  };

  /** An item whose file this opening can read. */
  const openable = (id: ItemId): HeldItem => {
    const found = heldItem(id);
    if (lost.file(found.entry)) throw new SanadError('case.erased', { what: id });
    if (file.sealed && found.stored.header === undefined)
      throw new SanadError('case.class-closed', { class: 'key' });
    return found;
  };

  function* recordsOf({ item, entry }: HeldItem): Generator<SourceRecord> {
    const end = entry + 1 + item.records;
    for (let from = entry + 1; from < end; from += RECORDS_AT_ONCE) {
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

  return {
    id: file.id,
    name: file.name,
    folder,
    sealed: file.sealed,
    classes,
    unlock: ledger.unlock,
    forget: ledger.forget,
    holds: (sha256) => {
      refresh();
      return byHash.get(sha256)?.findLast((id) => !gone.has(id));
    },
    items: () => {
      refresh();
      return [...held.values()].map(({ item }) => item);
    },
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
      return gone.has(id);
    },
    records: function* () {
      refresh();
      for (const one of [...held.values()]) yield* recordsOf(one);
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
      if (lost.whole(seq)) throw new SanadError('case.erased', { what: id });
      if (slots.size === 0) throw new SanadError('case.damaged', { where: `${DATABASE_FILE} entry ${seq}` });
      return recordFromSlots(slots, id, item.id, lost.slots(seq));
    },
    decisions: () => {
      refresh();
      return [...decided];
    },
    decision: (id) => {
      refresh();
      const found = decided.find((one) => one.id === id);
      if (!found) throw new SanadError('request.not-found', { what: id });
      return found;
    },
    event,
    place: (id) => {
      const { entry, item, stored } = heldItem(id);
      return { entry, records: item.records, vault: stored.name };
    },
    lost: () => {
      refresh();
      return lost;
    },
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
    pseudonymOf: (name) => {
      refresh();
      const folded = foldedActor(name);
      for (const [pseudonym, known] of actors) if (foldedActor(known) === folded) return pseudonym;
      return undefined;
    },
  };
}
