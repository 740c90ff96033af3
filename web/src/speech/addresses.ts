/** Where things stand in these pages. Every path here is without the language, which the router puts before it. */
export const toClaim = (id: string): string => `/claims/${encodeURIComponent(id)}`;
export const toPerson = (id: string): string => `/people/${encodeURIComponent(id)}`;
export const toRequest = (id: string): string => `/requests/${encodeURIComponent(id)}`;
export const toRemains = (id: string): string => `/remains/${encodeURIComponent(id)}`;
export const toTalk = (id: string): string => `/talks/${encodeURIComponent(id)}`;
export const toProof = (item: string): string => `/items/${encodeURIComponent(item)}/proof`;
export const toRecordProof = (record: string): string => `/records/${encodeURIComponent(record)}/proof`;
export const toErasure = (entry: number): string => `/erasures/${entry}`;
/** Where an erasure of this is asked for. */
export const toErase = (kind: 'person' | 'record' | 'item' | 'file', id: string): string =>
  `/erasures/new?${kind}=${encodeURIComponent(id)}`;
export const toSite = (id: string): string => `/sites/${encodeURIComponent(id)}`;
export const toCustody = (item: string): string => `/items/${encodeURIComponent(item)}/custody`;
/** Where a captured page is brought in, or a held file joined with others. */
export const toNewCapture = (item?: string): string =>
  item === undefined ? '/captures/new' : `/captures/new?item=${encodeURIComponent(item)}`;
export const toItem = (id: string): string => `/items/${encodeURIComponent(id)}`;

export const toVersions = (before: string, after: string): string =>
  `${toItem(before)}/versions/${encodeURIComponent(after)}`;

/** A report, opened at characters of its readable text. */
export const toText = (
  item: string,
  { start, end }: { readonly start: number; readonly end: number },
): string => `${toItem(item)}#at=${start}-${end}`;

/** A report, opened at the words of one statement. */
export const toPassage = (item: string, statement: string): string =>
  `${toItem(item)}?statement=${encodeURIComponent(statement)}`;

/** A list, opened at one row. Sheets are named where a workbook has several. */
export function toRow(item: string, row: number, place: { sheet?: string; table?: number } = {}): string {
  const search = new URLSearchParams();
  if (place.sheet !== undefined) search.set('sheet', place.sheet);
  if (place.table) search.set('table', String(place.table));
  search.set('row', String(row));
  return `${toItem(item)}?${search}`;
}
