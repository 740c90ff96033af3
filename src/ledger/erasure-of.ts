import { type ItemId, itemOf, ordinalOf, SanadError } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Entries } from './entries.ts';
import {
  type Erasable,
  type Erased,
  type ErasureFacts,
  type Foreseen,
  type Gone,
  spansOf,
} from './erasure.ts';
import { columnSlot } from './record-entry.ts';
import { sha256 } from './sha256.ts';

/** Where things stand, as far as whoever erases can see them. */
interface Seen {
  place(id: ItemId): { readonly entry: number; readonly records: number; readonly vault: string };
  lost(): Erased;
}

/** Without these a record or an item could not be read any more: they go with all the rest or not at all. */
const BONES: ReadonlySet<string> = new Set([
  'place',
  'about',
  'dropped',
  'original',
  'type',
  'content',
  'problems',
]);

/**
 * Which slots of which entries, and which files, an erasure means.
 *
 * @throws SanadError `request.not-found`, `case.erased`, `erase.nothing`
 */
export function erasureOf(
  seen: Seen,
  entries: Entries,
  what: readonly Erasable[],
): { readonly gone: Gone; readonly files: ErasureFacts['files'] } {
  const lost = seen.lost();
  const gone = new Map<number, 'all' | Set<string>>();
  const files = new Map<number, string>();

  const committed = (entry: number): { readonly kind: string; readonly slots: string[] } => {
    const body = entries.body(entry);
    if (body === undefined) throw new SanadError('request.not-found', { what: entry });
    const { kind, commit } = JSON.parse(body) as { kind: string; commit: Record<string, string> };
    return { kind, slots: Object.keys(commit) };
  };
  const takeAll = (entry: number): void => {
    if (!lost.whole(entry)) gone.set(entry, 'all');
  };
  const take = (entry: number, slots: readonly string[]): void => {
    const before = gone.get(entry);
    if (before === 'all' || lost.whole(entry)) return;
    const { kind, slots: known } = committed(entry);
    const already = lost.slots(entry);
    const taken = before ?? new Set<string>();
    for (const slot of slots) {
      if (!known.includes(slot)) throw new SanadError('request.not-found', { what: `${entry} ${slot}` });
      if ((kind === 'record' || kind === 'item') && BONES.has(slot))
        throw new SanadError('erase.not-alone', { what: `${entry} ${slot}` });
      if (!already.has(slot)) taken.add(slot);
    }
    if (taken.size > 0) gone.set(entry, taken);
  };
  const takeFile = (entry: number, name: string): void => {
    if (!lost.file(entry)) files.set(entry, name);
  };

  for (const one of what) {
    if ('record' in one) {
      const { entry, records } = seen.place(itemOf(one.record));
      const ordinal = ordinalOf(one.record);
      if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > records)
        throw new SanadError('request.not-found', { what: one.record });
      if (!one.columns && !one.statements) takeAll(entry + ordinal);
      else
        take(entry + ordinal, [
          ...(one.columns ?? []).map(columnSlot),
          ...(one.statements ?? []).map((n) => `s${n}`),
        ]);
    } else if ('item' in one) {
      const { entry, records, vault } = seen.place(one.item);
      for (let at = entry; at <= entry + records; at++) takeAll(at);
      takeFile(entry, vault);
    } else if ('file' in one) {
      const { entry, vault } = seen.place(one.file);
      if (committed(entry).slots.includes('header')) take(entry, ['header']);
      takeFile(entry, vault);
    } else if ('decision' in one) {
      const seq = entries.seqOf(one.decision);
      if (seq === undefined || committed(seq).kind !== 'decision')
        throw new SanadError('request.not-found', { what: one.decision });
      takeAll(seq);
    } else if (one.slots) take(one.entry, one.slots);
    else {
      const { kind } = committed(one.entry);
      // An item goes with its records and its file, or not at all.
      if (kind === 'case' || kind === 'item') throw new SanadError('erase.not-alone', { what: one.entry });
      takeAll(one.entry);
    }
  }
  if (gone.size === 0 && files.size === 0) throw new SanadError('erase.nothing');
  return { gone, files: [...files].map(([entry, name]) => ({ entry, name })) };
}

/** The same, told before anything is taken. @throws SanadError as `erasureOf` */
export function foreseenOf(seen: Seen, entries: Entries, what: readonly Erasable[]): Foreseen {
  const { gone, files } = erasureOf(seen, entries, what);
  const erased = spansOf(gone);
  return { erased, files, seen: sha256(canonicalJson({ erased, files })).toString('hex') };
}
