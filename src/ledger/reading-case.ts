import {
  type Decision,
  type DecisionId,
  type DecisionMatter,
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
import { readPayload, slotValue } from './entry.ts';
import { inclusionProof } from './inclusion-proof.ts';
import { type ItemFacts, itemFromSlots, storedFileFromSlots } from './item-entry.ts';
import { EMPTY_FRONTIER, rootOf } from './merkle-tree.ts';
import { recordFromSlots } from './record-entry.ts';
import type { StoredFile, Vault } from './vault.ts';

/** The parts of an open case. */
export interface Ledger {
  readonly folder: string;
  readonly db: Db;
  readonly entries: Entries;
  readonly vault: Vault;
  readonly databaseKey: Uint8Array;
}

/** The half of a case that changes nothing. */
export type Reading = Omit<
  Case,
  'addItem' | 'addItems' | 'receive' | 'parked' | 'resume' | 'decide' | 'close'
> & {
  /** Pseudonym of someone who acted before. */
  pseudonymOf(name: string): string | undefined;
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

function slotsOf(entries: Entries, seq: number): Map<string, unknown> {
  const slots = new Map<string, unknown>();
  for (const { body } of entries.payload(seq))
    for (const [slot, value] of readPayload(body)) slots.set(slot, value);
  return slots;
}

/** The files of the vault that entries speak of. */
export const vaultNames = (entries: Entries): string[] =>
  entries.named('item', 0).map(({ seq }) => bodyOf<ItemFacts>(entries, seq).facts.vault);

function snapshot({ db, databaseKey }: Ledger, to: string): Snapshot {
  db.prepare('VACUUM INTO ?').run(to);
  // Opened once for writing, so that the copy too is in WAL mode.
  const copy = openDatabase(to, databaseKey, 'write');
  try {
    const entries = openEntries(copy);
    return { entries: entries.count(), files: vaultNames(entries) };
  } finally {
    copy.close();
  }
}

export function caseForReading(file: CaseFile, ledger: Ledger): Case {
  const refuse = (): never => {
    throw new SanadError('internal', { reason: 'the case is open for reading only' });
  };
  let open = true;
  return {
    ...reading(file, ledger),
    addItem: refuse,
    addItems: refuse,
    receive: refuse,
    parked: () => [],
    resume: refuse,
    decide: refuse,
    close: () => {
      if (open) ledger.db.close();
      open = false;
    },
  };
}

export function reading(file: CaseFile, ledger: Ledger, startTree = EMPTY_FRONTIER): Reading {
  const { folder, entries, vault } = ledger;
  const held = new Map<ItemId, HeldItem>();
  const byHash = new Map<string, ItemId>();
  const actors = new Map<string, string>();
  const decided: Decision[] = [];
  let gone = new Set<ItemId>();
  let known = 0;
  let tree = startTree;

  /** Takes in what was appended since, here or by another process. */
  const refresh = (): void => {
    const count = entries.count();
    if (count === known) return;
    for (const { id, seq } of entries.named('actor', known))
      actors.set(id, slotValue<string>(slotsOf(entries, seq), 'name', `entry ${seq}`));
    for (const { id, seq } of entries.named('item', known)) {
      const { at, actor, facts } = bodyOf<ItemFacts>(entries, seq);
      const slots = slotsOf(entries, seq);
      const item: Item = {
        ...itemFromSlots(slots, `entry ${seq}`),
        id: id as ItemId,
        receivedAt: at,
        receivedBy: actors.get(actor) ?? actor,
        records: facts.records,
      };
      held.set(item.id, { item, entry: seq, stored: storedFileFromSlots(slots, facts.vault) });
      byHash.set(item.sha256, item.id);
    }
    const decidedBefore = decided.length;
    for (const { id, seq } of entries.named('decision', known)) {
      const { at, actor, facts } = bodyOf<{ matter: DecisionMatter }>(entries, seq);
      const reason = slotsOf(entries, seq).get('reason');
      decided.push({
        ...facts.matter,
        id: id as DecisionId,
        by: actors.get(actor) ?? actor,
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

  const heldItem = (id: ItemId): HeldItem => {
    refresh();
    const found = held.get(id);
    if (!found) throw new SanadError('request.not-found', { what: id });
    return found;
  };

  function* recordsOf({ item, entry }: HeldItem): Generator<SourceRecord> {
    const end = entry + 1 + item.records;
    for (let from = entry + 1; from < end; from += RECORDS_AT_ONCE)
      for (const { seq, body } of entries.payloads('team', from, Math.min(from + RECORDS_AT_ONCE, end)))
        yield recordFromSlots(readPayload(body), recordId(item.id, seq - entry), item.id);
  }

  const head = (): { entries: number; rootHash: string } => {
    tree = entries.extend(tree);
    return { entries: tree.size, rootHash: hex(rootOf(tree)) };
  };

  return {
    id: file.id,
    name: file.name,
    folder,
    sealed: file.sealed,
    holds: (sha256) => {
      refresh();
      return byHash.get(sha256);
    },
    items: () => {
      refresh();
      return [...held.values()].map(({ item }) => item);
    },
    item: (id) => heldItem(id).item,
    itemBytes: (id) => {
      const { stored } = heldItem(id);
      const bytes = vault.read(stored);
      if (!bytes) throw new SanadError('case.damaged', { where: `vault ${stored.name}` });
      return bytes;
    },
    itemPieces: (id, from, to) => vault.pieces(heldItem(id).stored, from, to),
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
      const [row] = entries.payloads('team', entry + ordinal, entry + ordinal + 1);
      if (!row) throw new SanadError('case.damaged', { where: `${DATABASE_FILE} entry ${entry + ordinal}` });
      return recordFromSlots(readPayload(row.body), id, item.id);
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
    head,
    proof: (id) => {
      const { entry } = heldItem(id);
      const { entries: treeSize, rootHash } = head();
      return { entry, treeSize, rootHash };
    },
    fullProof: (id) => {
      const { entry } = heldItem(id);
      const { entries: treeSize, rootHash } = head();
      const leaves = entries.leaves().slice(0, treeSize);
      const path = inclusionProof(leaves, entry).path.map(hex);
      return { entry, treeSize, rootHash, path, body: entries.body(entry) ?? '' };
    },
    version: () => entries.count(),
    snapshot: (to) => snapshot(ledger, to),
    pseudonymOf: (name) => {
      refresh();
      for (const [pseudonym, known] of actors) if (known === name) return pseudonym;
      return undefined;
    },
  };
}
