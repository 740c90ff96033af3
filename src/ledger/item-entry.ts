import type { Item, ItemId } from '../model/index.ts';
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
  const { file, path, sha256, bytes, mediaType, encoding, content, problems } = item;
  const slots: Slot[] = [
    { name: 'file', sensitivity: 'team', value: file },
    ...(path === undefined ? [] : [{ name: 'path', sensitivity: 'source', value: path } as const]),
    { name: 'original', sensitivity: 'team', value: { sha256, bytes } },
    { name: 'type', sensitivity: 'team', value: { mediaType, encoding } },
    { name: 'content', sensitivity: 'team', value: content },
    { name: 'problems', sensitivity: 'team', value: problems },
  ];
  // What was published is read by the whole team; a list or a picture as received shows more than its rows do.
  const opens = content.kind === 'report' ? 'team' : 'key';
  if (stored.header !== undefined) slots.push({ name: 'header', sensitivity: opens, value: stored.header });
  return slots;
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
  };
}

export function storedFileFromSlots(slots: ReadonlyMap<string, unknown>, vault: string): StoredFile {
  const header = slots.get('header');
  return typeof header === 'string' ? { name: vault, header } : { name: vault };
}
