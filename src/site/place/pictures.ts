import type { Case } from '../../ledger/index.ts';
import type { ItemId } from '../../model/index.ts';

/**
 * Pictures made small for the pages of a site, sealed for those who search: the file that one was made of stays an item
 * as received, which most of them cannot open.
 */
interface SitePicture {
  readonly of: ItemId;
  /** Of a file with pages, counted from 1. */
  readonly page?: number;
  readonly width: number;
  readonly height: number;
  /** What made it, for whoever asks later. */
  readonly tool: string;
}

export function keepPicture(
  opened: Case,
  { of, page, width, height, tool }: SitePicture,
  bytes: Uint8Array,
  by: string,
): void {
  opened.note({
    kind: 'picture',
    by,
    facts: { of, width, height, tool, ...(page !== undefined && { page }) },
    slots: [{ name: 'raster', sensitivity: 'site', value: Buffer.from(bytes).toString('base64') }],
  });
}

const nameOf = (of: string, page: number | undefined): string => `${of} ${page ?? 1}`;

/** Finds pictures again, the one kept last where there are several; reads what was written since, and only that. */
export function followPictures(opened: Case): (of: ItemId, page?: number) => Uint8Array | undefined {
  const entries = new Map<string, number>();
  let version = 0;
  return (of, page) => {
    const now = opened.version();
    if (now !== version)
      for (const { facts, entry } of opened.events('picture', version))
        entries.set(nameOf(String(facts.of), facts.page as number | undefined), entry);
    version = now;
    const entry = entries.get(nameOf(of, page));
    if (entry === undefined) return undefined;
    const raster = opened.events('picture', entry, entry + 1)[0]?.slots.get('raster');
    return typeof raster === 'string' ? Buffer.from(raster, 'base64') : undefined;
  };
}
