import type { Property, Verdict } from '../model/index.ts';
import type { LinkModel } from './link-model.ts';

/** One row to be linked. `fields` holds normalised values, as in `RowStatement.value`; absent means not given. */
export interface LinkRow {
  /** Unique among all rows. */
  readonly key: string;
  /** The list it stands on. */
  readonly list: string;
  readonly fields: Readonly<Partial<Record<Property, string>>>;
  /** Further columns to compare, by names of the caller's own: an occupation, a street, a postcode. */
  readonly extra?: Readonly<Record<string, string>>;
}

export type KeyPair = readonly [string, string];

export interface LinkOptions {
  /** Pairs that a person has decided to be the same. They are joined whatever the score. */
  readonly mustLink?: readonly KeyPair[];
  /** Pairs that a person has decided to be different. They never stand in one cluster. */
  readonly cannotLink?: readonly KeyPair[];
  /** Lists that promise at most one row a person. */
  readonly uniqueLists?: readonly string[];
  /** Places that are one place under several names; added to the ones known. */
  readonly gazetteer?: readonly (readonly string[])[];
  /** Possible pairs kept a row, the likeliest first. Default 3. */
  readonly possiblePerRow?: number;
  readonly onProgress?: (progress: LinkProgress) => void;
}

export interface LinkProgress {
  readonly stage: 'read' | 'block' | 'learn' | 'score' | 'cluster';
  readonly done: number;
  readonly total: number;
}

/** A pair that may be, or is taken to be, one person. Pairs that are not listed are different. */
export interface LinkedPair {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  readonly verdict: Verdict;
}

export interface Linkage {
  /** Every key stands in exactly one; keys ascending inside, clusters by their first key. */
  readonly clusters: readonly (readonly string[])[];
  /** Ascending by a, then b; a < b. */
  readonly pairs: readonly LinkedPair[];
  readonly model: LinkModel;
  readonly figures: LinkFigures;
}

/** What was done, so that nothing is left out silently. */
export interface LinkFigures {
  readonly rows: number;
  readonly candidatePairs: number;
  /** Rows in blocks too large to compare in full even after every refinement; they met their nearest neighbours only. */
  readonly limitedRows: number;
  /** Rows that give nothing to compare: no name, no date, no number. */
  readonly emptyRows: number;
  readonly estimatedMatches: number;
}
