import { WORD } from './row-layout.ts';

/** What a column of the file is read as. */
export interface ColumnRole {
  readonly kind: 'name' | 'mother' | 'full' | 'place' | 'sex' | 'list' | 'date' | 'event' | 'age' | 'ignored';
  /** The word of the row that it fills. */
  readonly word: number;
}

/** Kinds of cells whose distinct values are numbered. */
export const CODED_KINDS = ['name', 'mother', 'full', 'place', 'sex', 'list'] as const;
export type CodedKind = (typeof CODED_KINDS)[number];

/** Where a full name and the date of the event stand until the row is finished. */
export const FULL_NAME = WORD.crowded;
export const EVENT = WORD.content;
