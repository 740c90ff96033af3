import {
  type Decision,
  type DecisionId,
  type DecisionMatter,
  foldedActor,
  type Item,
  type ItemId,
  standingDecisions,
} from '../model/index.ts';
import type { Entries } from './entries.ts';
import { bodyOf, erasureFacts } from './entry-facts.ts';
import { type Erased, type ErasureFacts, erasedBy } from './erasure.ts';
import { type ItemFacts, itemFromSlots, storedFileFromSlots } from './item-entry.ts';
import type { PayloadSeals } from './payload-seal.ts';
import type { Sensitivity } from './sensitivity.ts';
import type { StoredFile } from './vault.ts';

export interface HeldItem {
  readonly item: Item;
  readonly entry: number;
  readonly stored: StoredFile;
}

/** Items, decisions and those who act, as far as these classes show them. */
interface Held {
  readonly items: ReadonlyMap<ItemId, HeldItem>;
  /** Items of which everything was erased. */
  readonly lostItems: ReadonlySet<ItemId>;
  readonly decided: readonly Decision[];
  /** Items that no longer count, by a standing decision. */
  readonly gone: ReadonlySet<ItemId>;
  readonly lost: Erased;
  /** The one that counts, where the same bytes came in again. */
  withBytes(sha256: string): ItemId | undefined;
  /** The pseudonym itself where the name cannot be read. */
  nameOf(pseudonym: string): string;
  pseudonymOf(name: string): string | undefined;
}

/** Kept in memory, and brought up to what the entries say whenever it is asked for. */
export function whatIsHeld(
  entries: Entries,
  seals: PayloadSeals,
  classes: ReadonlySet<Sensitivity>,
): () => Held {
  const items = new Map<ItemId, HeldItem>();
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
      for (const cache of [items, byHash, actors, lostItems]) cache.clear();
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
        items.set(item.id, { item, entry: seq, stored: storedFileFromSlots(slots, facts.vault) });
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
        ...(value === undefined ? {} : { value: value as never }),
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

  const pseudonymOf = (name: string): string | undefined => {
    const folded = foldedActor(name);
    for (const [pseudonym, known] of actors) if (foldedActor(known) === folded) return pseudonym;
    return undefined;
  };

  return () => {
    refresh();
    const withBytes = (sha256: string): ItemId | undefined =>
      byHash.get(sha256)?.findLast((id) => !gone.has(id));
    return { items, lostItems, decided, gone, lost, withBytes, nameOf, pseudonymOf };
  };
}
