import type { ItemId, RecordId } from './ids.ts';
import type { ReportStatement, RowStatement } from './statement.ts';
import type { DroppedSpan } from './text-layer.ts';

/** One row or one report inside an item, word for word, with its place in it. Never changes. */
export type SourceRecord = RowRecord | ReportRecord;

export interface RowRecord {
  readonly kind: 'row';
  readonly id: RecordId;
  readonly item: ItemId;
  /** Index into the item's tables. */
  readonly table: number;
  /** 1 = first row under the header. */
  readonly row: number;
  /** Word for word, one a column of the table. */
  readonly cells: readonly string[];
  /** Columns whose cells whoever reads may not see: they stand empty in `cells` and were not empty in the list. */
  readonly hidden?: readonly number[];
  /** Columns whose cells were erased for ever: they stand empty in `cells`. */
  readonly erased?: readonly number[];
  /** Where the row stands in the decoded file; absent for XLSX, where sheet and row say it. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Where the row stands on its page, for a PDF and for what was typed from a picture. */
  readonly region?: Region;
  /** What a person wrote beside a cell at import: the column's statements give this, `cells` keeps what was received. */
  readonly corrections?: readonly CellCorrection[];
  /** Kept word for word and counted nowhere, because whoever imported the list left it out. It has no statements. */
  readonly leftOut?: true;
  readonly statements: readonly RowStatement[];
}

/** A rectangle on a page or picture, in shares of its width and height from the upper left corner. */
export interface Region {
  /** 1 = first. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CellCorrection {
  readonly column: number;
  readonly text: string;
}

export interface ReportRecord {
  readonly kind: 'report';
  readonly id: RecordId;
  readonly item: ItemId;
  readonly title?: string;
  /** Who published it; the file's name where the file does not say. */
  readonly outlet: string;
  /** ISO date or date-time. */
  readonly published?: string;
  /** When it says that it was last changed: ISO date or date-time. */
  readonly updated?: string;
  readonly language: ReportLanguage;
  readonly dropped: readonly DroppedSpan[];
  readonly statements: readonly ReportStatement[];
}

export type ReportLanguage = 'en' | 'ar' | 'other';

/** What intake and reading give for a record; the ledger adds the ids when it is received. */
export type DraftRecord = RowDraft | ReportDraft;
export type RowDraft = Omit<RowRecord, 'id' | 'item' | 'statements' | 'hidden' | 'erased'> & {
  readonly statements: readonly Omit<RowStatement, 'id'>[];
};
export type ReportDraft = Omit<ReportRecord, 'id' | 'item' | 'statements'> & {
  readonly statements: readonly Omit<ReportStatement, 'id'>[];
};
