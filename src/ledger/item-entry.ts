import type { Imported, Item, ItemId } from '../model/index.ts';
import { type Slot, slotValue } from './entry.ts';
import type { StoredFile } from './vault.ts';

/** What is kept of an item beside its bytes and its records. */
export type ItemDescription = Omit<Item, 'id' | 'receivedAt' | 'receivedBy' | 'records'>;

/** What of an item stands in its entry's body. */
export interface ItemFacts {
  readonly id: ItemId;
  /** How many record entries follow this one. */
  readonly records: number;
  /** Name of the file in the vault. */
  readonly vault: string;
}

export function itemSlots(item: ItemDescription, stored: StoredFile): Slot[] {
  const { file, path, sha256, bytes, mediaType, encoding, content, problems, imported } = item;
  const slots: Slot[] = [
    { name: 'file', sensitivity: 'team', value: file },
    ...(path === undefined ? [] : [{ name: 'path', sensitivity: 'source', value: path } as const]),
    { name: 'original', sensitivity: 'team', value: { sha256, bytes } },
    { name: 'type', sensitivity: 'team', value: { mediaType, encoding } },
    { name: 'content', sensitivity: 'team', value: content },
    { name: 'problems', sensitivity: 'team', value: problems },
    ...importSlots(imported),
  ];
  // What was published is read by the whole team; a list or a picture as received shows more than its rows do.
  const opens = content.kind === 'report' ? 'team' : 'key';
  if (stored.header !== undefined) slots.push({ name: 'header', sensitivity: opens, value: stored.header });
  return slots;
}

function importSlots(imported: Imported | undefined): Slot[] {
  if (!imported) return [];
  const { source, ...told } = imported;
  return [
    { name: 'import', sensitivity: 'team', value: told },
    ...(source === undefined ? [] : [{ name: 'giver', sensitivity: 'source', value: source } as const]),
  ];
}

function importFromSlots(slots: ReadonlyMap<string, unknown>): { readonly imported?: Imported } {
  const told = slots.get('import') as Omit<Imported, 'source'> | undefined;
  const giver = slots.get('giver');
  return told ? { imported: { ...told, ...(typeof giver === 'string' ? { source: giver } : {}) } } : {};
}

export function itemFromSlots(slots: ReadonlyMap<string, unknown>, where: string): ItemDescription {
  const path = slots.get('path');
  return {
    file: slotValue<string>(slots, 'file', where),
    ...(typeof path === 'string' ? { path } : {}),
    ...slotValue<Pick<Item, 'sha256' | 'bytes'>>(slots, 'original', where),
    ...slotValue<Pick<Item, 'mediaType' | 'encoding'>>(slots, 'type', where),
    content: slotValue<Item['content']>(slots, 'content', where),
    problems: slotValue<Item['problems']>(slots, 'problems', where),
    ...importFromSlots(slots),
  };
}

export function storedFileFromSlots(slots: ReadonlyMap<string, unknown>, vault: string): StoredFile {
  const header = slots.get('header');
  return typeof header === 'string' ? { name: vault, header } : { name: vault };
}
