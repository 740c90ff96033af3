import type { Case, LedgerEvent } from '../ledger/index.ts';
import {
  CAPTURE_PARTS,
  type CapturePart,
  type CaptureView,
  type ItemId,
  type NewCapture,
  SanadError,
} from '../model/index.ts';
import { linkOf, saidAs } from './custody.ts';

/**
 * Writes down that these files are one capture of one web page: its source, the picture of the whole page, its address and
 * times, who captured it and how (Berkeley Protocol, §155). It is a link in the chain of each of them; who captured what is
 * sealed under `source`, which files belong together is not. Said again, the newest counts and the older one stays.
 *
 * @throws SanadError `request.not-found` for a file that is not held; `capture.address`, `capture.no-page`,
 * `request.invalid`
 */
export function joinCapture(opened: Case, { parts, by, ...said }: NewCapture & { by: string }): CaptureView {
  for (const { item } of parts) opened.item(item);
  const of = new Map(parts.map(({ item, as }) => [item, as]));
  if (of.size !== parts.length) throw new SanadError('request.invalid', { reason: 'parts' });
  if (![...of.values()].some((as) => as !== 'media')) throw new SanadError('capture.no-page');
  if (!isAddress(said.address)) throw new SanadError('capture.address');
  const { captured: when, address, published, collector, how, note } = said;
  return viewOf(
    opened,
    opened.note({
      kind: 'custody',
      by,
      facts: { what: 'acquired', items: [...of.keys()], parts: [...of.values()] },
      slots: saidAs({
        when,
        address,
        collector,
        how,
        ...(published === undefined ? {} : { published }),
        ...(note === undefined ? {} : { note }),
      }),
    }),
  );
}

/** The capture that a file is part of: the newest, where it was said more than once. */
export function captureWith(opened: Case, item: ItemId): CaptureView | undefined {
  const found = opened.events('custody').findLast(({ facts }) => partsIn(facts).some(([id]) => id === item));
  return found && viewOf(opened, found);
}

function isAddress(written: string): boolean {
  return URL.canParse(written) && ['http:', 'https:', 'ftp:'].includes(new URL(written).protocol);
}

function partsIn({ items, parts }: LedgerEvent['facts']): [ItemId, CapturePart][] {
  if (!Array.isArray(items) || !Array.isArray(parts)) return [];
  return items.flatMap((item, at) => {
    const as = CAPTURE_PARTS.find((part) => part === parts[at]);
    return typeof item === 'string' && as ? [[item as ItemId, as] as [ItemId, CapturePart]] : [];
  });
}

function viewOf(opened: Case, event: LedgerEvent): CaptureView {
  const { when, address, published, collector, how, note, by, entry, at } = linkOf(event);
  const held = new Map(opened.items().map((item) => [item.id, item]));
  const said = { captured: when, address, published, collector, how, note, by };
  return {
    entry,
    at,
    parts: partsIn(event.facts).flatMap(([id, as]) => {
      const item = held.get(id);
      return item ? [{ item: id, as, file: item.file, sha256: item.sha256 }] : [];
    }),
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<
      typeof said & Record<string, never>
    >),
  };
}
