/**
 * The readable text of a file, with the way back to it. For plain text the layer is the file; for a web page it is
 * the page's own words without markup. Offsets count UTF-16 units, ends exclusive, in both.
 */
export interface TextLayer {
  readonly text: string;
  /** Ascending, together covering `text` but for separators between blocks. */
  readonly runs: readonly TextRun[];
  /** Parts of the file that are not read as claims, in file offsets, ascending. */
  readonly dropped: readonly DroppedSpan[];
  readonly title?: string;
  /** Who published it, where the file says so: site name, byline's outlet, a `Source:` line. */
  readonly outlet?: string;
  /** When it was published, where the file says so: ISO date or date-time. */
  readonly published?: string;
  /** When it says that it was last changed: ISO date or date-time. */
  readonly updated?: string;
  /** The address it was saved from, where the file says so. */
  readonly address?: string;
}

/** `text[at, at + length)` stands at `file[fileAt, fileAt + fileLength)`; lengths differ where an entity was decoded. */
export interface TextRun {
  readonly at: number;
  readonly length: number;
  readonly fileAt: number;
  readonly fileLength: number;
}

export interface DroppedSpan {
  readonly start: number;
  readonly end: number;
  readonly why: DropReason;
}

export const DROP_REASONS = [
  'navigation',
  'related-news',
  'caption',
  'promotion',
  'cookie-notice',
  'share-buttons',
  'byline',
  'crosshead',
  'repeated',
  'script',
  'other',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** A layer for a file that is nothing but text. */
export function plainTextLayer(text: string): TextLayer {
  return {
    text,
    runs: text === '' ? [] : [{ at: 0, length: text.length, fileAt: 0, fileLength: text.length }],
    dropped: [],
  };
}

/**
 * The offset in the file behind an offset in the layer's text. `edge` says which side of a boundary is meant: a span's
 * start belongs to the run that begins there, its end to the run that ends there.
 */
export function fileOffset(layer: TextLayer, offset: number, edge: 'start' | 'end'): number {
  const runs = layer.runs;
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at = runs[middle]!.at;
    if (edge === 'start' ? at <= offset : at < offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (!run) return 0;
  const inside = Math.min(Math.max(offset - run.at, 0), run.length);
  if (inside === run.length) return run.fileAt + run.fileLength;
  return run.length === run.fileLength
    ? run.fileAt + inside
    : run.fileAt + Math.round((inside * run.fileLength) / run.length);
}

/**
 * The offset in the layer's text behind an offset in the file; the nearest one where the file holds markup. `edge` as
 * for `fileOffset`: the end of a span belongs to the run that ends there, not to the one after the gap.
 */
export function layerOffset(layer: TextLayer, offset: number, edge: 'start' | 'end' = 'start'): number {
  const runs = layer.runs;
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { fileAt } = runs[middle]!;
    if (edge === 'start' ? fileAt <= offset : fileAt < offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (!run) return 0;
  const inside = Math.min(Math.max(offset - run.fileAt, 0), run.fileLength);
  return (
    run.at +
    (run.length === run.fileLength ? inside : Math.round((inside * run.length) / Math.max(1, run.fileLength)))
  );
}
