import type { StatementId } from './ids.ts';
import type { PartialDate } from './partial-date.ts';
import type { Property, Stance } from './vocabulary.ts';

/** One value that a row gives: what it is about, as written, and as understood. */
export interface RowStatement {
  readonly id: StatementId;
  readonly property: Property;
  /** Index into the table's columns. */
  readonly column: number;
  readonly written: string;
  /**
   * As understood, in the property's own form: a `PartialDate` for dates, a whole number of years (`34`, `~30`) for an
   * age, `male` or `female` for sex; for all else the text trimmed, with spaces and invisible characters put right.
   * Absent where the value could not be understood.
   */
  readonly value?: string;
}

/** Characters `[start, end)` of the decoded file, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing that a report says: who says it through whom, how surely, and where it stands. */
export interface ReportStatement extends Span {
  readonly id: StatementId;
  /** The words at `[start, end)`; for a web page without its markup. */
  readonly quote: string;
  readonly stance: Stance;
  /** Outermost first: outlet › platform › speaker › third party. The last is the origin. */
  readonly chain: readonly string[];
  /** The body for which a person of the chain speaks; it stands right before that person and is no voice beside them. */
  readonly speaksFor?: string;
  readonly source?: Span;
  readonly cue?: Span;
  readonly hedges: readonly Hedge[];
  readonly figure?: Figure;
  readonly place?: string;
  readonly window?: TimeWindow;
  /** True where the words stand in a headline, not in the body. */
  readonly headline?: boolean;
}

export interface Hedge extends Span {
  readonly kind: HedgeKind;
}

export const HEDGE_KINDS = ['meaning', 'hearsay', 'verification', 'quantity'] as const;
/** Layers of doubt: in what is meant (may, believed), in where it was heard, in what was checked, in how many. */
export type HedgeKind = (typeof HEDGE_KINDS)[number];

export const FIGURE_OPERATORS = ['eq', 'approx', 'gt', 'ge', 'lt', 'le', 'range', 'vague', 'all'] as const;
export type FigureOperator = (typeof FIGURE_OPERATORS)[number];

export interface Figure extends Span {
  readonly op: FigureOperator;
  /** Absent where only a vague quantity is given ("dozens"); then `low`-like bounds are not invented. */
  readonly value?: number;
  /** Upper end of a range. */
  readonly high?: number;
  /** What one unit is: `person`, `body`, `team`, `cell`, `usd` … */
  readonly unit: string;
  /** What is counted: `still-inside`, `released`, `killed` … in the words of `MEASURES`. */
  readonly measure: string;
}

export interface TimeWindow {
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}
