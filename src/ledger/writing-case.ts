import { join } from 'node:path';
import {
  type Decider,
  type Decision,
  type DecisionMatter,
  type Item,
  type ItemId,
  newDecisionId,
  newItemId,
  type RandomBytes,
  type ReadAs,
  randomId,
  SanadError,
} from '../model/index.ts';
import type { Case, NewItem } from './case.ts';
import type { CaseFile } from './case-file.ts';
import { views } from './case-views.ts';
import { writeCheckpoint } from './checkpoint.ts';
import { DATABASE_FILE, tellingTrouble } from './database.ts';
import { checkHeld } from './decision-held.ts';
import { shredDerived } from './derived-file.ts';
import { type EntryDraft, pooled } from './entry.ts';
import { type NewEntries, TOGETHER } from './entry-rows.ts';
import { type Erasure, type ErasureFacts, type NewErasure, spansOf } from './erasure.ts';
import { mustBeAgreed } from './erasure-agreed.ts';
import { erasureOf } from './erasure-of.ts';
import { checkSlots, type LedgerEvent, type NewEvent } from './event.ts';
import { holdKeys } from './held-keys.ts';
import { itemSlots } from './item-entry.ts';
import { type Frontier, rootOf } from './merkle-tree.ts';
import { growingTree, type Ledger } from './open-ledger.ts';
import { type Reading, reading } from './reading-case.ts';
import { recordSlots } from './record-entry.ts';
import { sha256Hex } from './sha256.ts';
import type { NoteSigner } from './signed-note.ts';
import type { StoredFile } from './vault.ts';
import { writeEntries } from './write-entries.ts';
import { writingThread } from './writing-thread.ts';

export interface WritableLedger extends Ledger {
  readonly signer: NoteSigner;
  readonly clock: () => Date;
  readonly random: RandomBytes;
  /** Records from which on a second thread writes them. */
  readonly many: number;
}

/** How much goes to disk in one write: the costs of a write are shared, the wait stays short, memory bounded. */
const GROUP = { items: 64, bytes: 64 * 1024 * 1024, records: 50_000 } as const;

interface Incoming {
  readonly id: ItemId;
  readonly item: NewItem;
  readonly sha256: string;
}

export function caseForWriting(
  file: CaseFile,
  ledger: WritableLedger,
  start: Frontier,
  unlock: () => void,
): Case {
  const { folder, db, entries, vault, signer, clock } = ledger;
  const random = pooled(ledger.random);
  const grown = growingTree(entries, start);
  // Sees all that this opening can read, whatever the view that writes sees.
  const read = reading(file, ledger, grown, ledger.seals.held);
  let open = true;

  const sign = (): void => {
    const tree = grown.now();
    writeCheckpoint(folder, { size: tree.size, root: rootOf(tree) }, signer);
  };

  const thread = writingThread(join(folder, DATABASE_FILE), () => ledger.keys.get('database')!);
  /** Nobody writes, and the log stands in the file. False while another process reads. */
  const settle = (): boolean => {
    thread.rest();
    return entries.settle();
  };

  /** Appends, then signs what the ledger now holds. */
  const append = (batch: Iterable<NewEntries>, records = 0): void => {
    const tree = grown.now();
    grown.grewTo(
      records < ledger.many ? entries.append(tree, batch) : entries.appendMany(thread, tree, batch),
    );
    sign();
  };

  /** Gives the pseudonym of whoever acts, after the entry that introduces it where they act for the first time. */
  function* introduce(
    name: string,
    at: string,
    introduced: Map<string, string>,
  ): Generator<NewEntries, string> {
    const before = introduced.get(name) ?? read.pseudonymOf(name);
    if (before !== undefined) return before;
    const id = randomId(random);
    introduced.set(name, id);
    const slots = [{ name: 'name', sensitivity: 'source', value: name }] as const;
    yield {
      ...writeEntries([{ kind: 'actor', at, facts: { id }, slots }], random),
      named: { id, kind: 'actor' },
    };
    return id;
  }

  function* groupEntries(group: readonly Incoming[], stored: readonly StoredFile[]): Generator<NewEntries> {
    const at = clock().toISOString();
    const introduced = new Map<string, string>();
    for (const [place, incoming] of group.entries()) {
      const actor = yield* introduce(incoming.item.receivedBy, at, introduced);
      yield* itemEntries(incoming, stored[place]!, at, actor, random);
    }
  }

  const addGroup = (group: readonly Incoming[]): void => {
    const stored = vault.store(
      group.map(({ item: { bytes }, sha256 }) => (bytes instanceof Uint8Array ? { bytes, sha256 } : bytes)),
    );
    const records = group.reduce((sum, { item }) => sum + item.records.length, 0);
    append(groupEntries(group, stored), records);
    vault.acknowledged(stored);
  };

  const addItems = (
    seen: Reading,
    items: Iterable<NewItem>,
    onKept: ((item: Item) => void) | undefined,
  ): Item[] => {
    needTeam(seen);
    const hashes: string[] = [];
    let group: Incoming[] = [];
    let size = { bytes: 0, records: 0 };
    const kept = (sha256: string): Item => seen.item(read.holds(sha256)!);
    const flush = (): void => {
      if (group.length === 0) return;
      addGroup(group);
      if (onKept) for (const { sha256 } of group) onKept(kept(sha256));
      group = [];
      size = { bytes: 0, records: 0 };
    };
    for (const item of items) {
      const { bytes } = item;
      const sha256 = hashOf(item);
      hashes.push(sha256);
      if (read.holds(sha256) || group.some((other) => other.sha256 === sha256)) {
        if (!(bytes instanceof Uint8Array)) vault.discard(bytes);
        continue;
      }
      group.push({ id: newItemId(random), item, sha256 });
      size = {
        bytes: size.bytes + (bytes instanceof Uint8Array ? bytes.length : 0),
        records: size.records + item.records.length,
      };
      if (group.length >= GROUP.items || size.bytes >= GROUP.bytes || size.records >= GROUP.records) flush();
    }
    flush();
    return hashes.map(kept);
  };

  const deposit = (item: NewItem): ItemId => {
    const sha256 = hashOf(item);
    const held = read.holds(sha256);
    if (held !== undefined) {
      if (!(item.bytes instanceof Uint8Array)) vault.discard(item.bytes);
      return held;
    }
    const id = newItemId(random);
    addGroup([{ id, item, sha256 }]);
    return id;
  };

  const decide = (seen: Reading, given: DecisionMatter, decider: Decider, reason?: string): Decision => {
    needTeam(seen);
    checkHeld(read, given);
    const { matter, value: written } = apartFromValue(given);
    const { name: by, account } =
      typeof decider === 'string' ? { name: decider, account: undefined } : decider;
    const at = clock().toISOString();
    const id = newDecisionId(random);
    const slots = Object.entries({ reason, value: written }).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, sensitivity: 'team', value } as const],
    );
    append(
      (function* () {
        const actor = yield* introduce(by, at, new Map());
        const facts = { id, matter, ...(account === undefined ? {} : { account }) };
        const draft = { kind: 'decision', at, actor, facts, slots } as const;
        yield { ...writeEntries([draft], random), named: { id, kind: 'decision' } };
      })(),
    );
    return seen.decision(id);
  };

  const notes = (seen: Reading, events: readonly NewEvent[]): LedgerEvent[] => {
    if (events.length === 0) return [];
    for (const { slots = [] } of events) checkSlots(slots);
    const ids = events.map(() => randomId(random));
    append(
      (function* () {
        const at = clock().toISOString();
        const introduced = new Map<string, string>();
        for (const [place, { kind, by, facts, slots = [] }] of events.entries()) {
          const actor = by === undefined ? undefined : yield* introduce(by, at, introduced);
          const id = ids[place]!;
          const draft: EntryDraft = { kind, at, facts: { id, facts }, slots };
          yield {
            ...writeEntries([actor === undefined ? draft : { ...draft, actor }], random),
            named: { id, kind },
          };
        }
      })(),
    );
    return ids.map((id) => seen.event(entries.seqOf(id)!));
  };

  const erase = (seen: Reading, { what, basis, reason, by, second, asked, agreed }: NewErasure): Erasure => {
    const { gone, files } = erasureOf(seen, entries, what);
    mustBeAgreed(entries, { by, second, agreed }, gone, files);
    const id = randomId(random);
    const at = clock().toISOString();
    const said = function* (): Generator<NewEntries> {
      const introduced = new Map<string, string>();
      const actor = yield* introduce(by, at, introduced);
      const other = second === undefined ? undefined : yield* introduce(second, at, introduced);
      const facts: ErasureFacts = {
        basis,
        erased: spansOf(gone),
        files,
        ...(other === undefined ? {} : { second: other }),
        ...(asked === undefined ? {} : { asked }),
        ...agreed,
      };
      const slots = [{ name: 'reason', sensitivity: 'team', value: reason } as const];
      yield {
        ...writeEntries([{ kind: 'erasure', at, actor, facts: { id, facts }, slots }], random),
        named: { id, kind: 'erasure' },
      };
    };
    // First: whatever happens then, nothing that was worked out from these values outlives them.
    shredDerived(folder);
    // Made before anything is taken away: who acts is looked up among what can be read.
    grown.grewTo(entries.erase(grown.now(), gone, [...said()]));
    sign();
    for (const { name } of files) vault.shred(name);
    return { event: seen.event(entries.seqOf(id)!), gone: settle() ? 'now' : 'later' };
  };

  const guarded = <Args extends unknown[], Result>(write: (...args: Args) => Result) =>
    tellingTrouble((...args: Args): Result => {
      if (!open) throw new SanadError('case.closed');
      return write(...args);
    });

  const whole = views(ledger, (classes) => {
    const seen = reading(file, ledger, grown, classes);
    const noteAll = guarded((events: readonly NewEvent[]) => notes(seen, events));
    return {
      ...seen,
      addItem: guarded((item: NewItem) => addItems(seen, [item], undefined)[0]!),
      deposit: guarded(deposit),
      addItems: guarded((items: Iterable<NewItem>, onKept?: (item: Item) => void) =>
        addItems(seen, items, onKept),
      ),
      decide: guarded((matter: DecisionMatter, by: Decider, reason?: string) =>
        decide(seen, matter, by, reason),
      ),
      receive: guarded(vault.receive),
      storedPieces: guarded((stored) => vault.pieces(stored)),
      discard: guarded(vault.discard),
      parked: guarded(vault.parked),
      resume: guarded(vault.resume),
      note: (event: NewEvent) => noteAll([event])[0]!,
      notes: noteAll,
      erase: guarded((erasure: NewErasure) => erase(seen, erasure)),
    };
  });
  const close = tellingTrouble((): void => {
    if (!open) return;
    open = false;
    try {
      thread.end();
      entries.settle();
    } finally {
      ledger.forgetAll();
      db.close();
      unlock();
    }
  });
  return holdKeys({ ...whole, close }, () => ledger.keys);
}

const hashOf = ({ bytes }: NewItem): string =>
  bytes instanceof Uint8Array ? sha256Hex(bytes) : bytes.sha256;

/** What somebody puts right is personal: it stands beside the hashed entry, as a reason does. */
function apartFromValue(given: DecisionMatter): {
  readonly matter: object;
  readonly value?: string | ReadAs;
} {
  if (!('value' in given)) return { matter: given };
  const { value, ...matter } = given;
  return { matter, value };
}

/** What takes in an item or a decision must be able to read it back. */
function needTeam(seen: Reading): void {
  if (!seen.classes.has('team')) throw new SanadError('case.class-closed', { class: 'team' });
}

/** The item's entry and one for each of its records, made while they are written, so that a long list needs little. */
function* itemEntries(
  { id, item, sha256 }: Incoming,
  stored: StoredFile,
  at: string,
  actor: string,
  random: RandomBytes,
): Generator<NewEntries> {
  const facts = { id, records: item.records.length, vault: stored.name };
  const slots = itemSlots({ ...item, sha256, bytes: item.bytes.length }, stored);
  yield { ...writeEntries([{ kind: 'item', at, actor, facts, slots }], random), named: { id, kind: 'item' } };
  for (let from = 0; from < item.records.length; from += TOGETHER) {
    const drafts = item.records.slice(from, from + TOGETHER).map((record, place): EntryDraft => {
      const recordFacts = { is: record.kind, item: id, n: from + place + 1 };
      return { kind: 'record', at, actor, facts: recordFacts, slots: recordSlots(record) };
    });
    yield writeEntries(drafts, random);
  }
}
