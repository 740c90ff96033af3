import type { Region, Span } from '../model/index.ts';

/** One table before anybody knows what its columns mean. */
export interface RawTable {
  readonly sheet?: string;
  readonly rows: readonly RawRow[];
  /** Cells that share one header, as in a merged heading: rows and columns count from 0, ends inclusive. */
  readonly merges: readonly MergedCells[];
  /** Day 0 of the workbook's serial dates, where it has such. */
  readonly serialDates?: '1900' | '1904';
}

export interface RawRow {
  /** Word for word. */
  readonly cells: readonly string[];
  /** Where it stands in the decoded file, without its line break. */
  readonly span?: Span;
  /** Where it stands on its page. */
  readonly region?: Region;
  /** Line of the decoded file, from 1. */
  readonly line?: number;
  /** Row of the sheet, from 0. Two rows of a list may be several apart on a sheet. */
  readonly position: number;
  /** Why its cells cannot be told apart; then `cells` are a guess or none. */
  readonly fault?: 'row.broken-quote' | 'list.line-too-long' | 'list.too-many-columns';
  /** Cells that hold a formula, where the file says so. */
  readonly formulas?: readonly number[];
}

export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
