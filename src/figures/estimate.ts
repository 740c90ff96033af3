import { ESTIMATE_METHODS } from '../model/index.ts';

/** One method's answer. Without an estimate `ok` is false and `why` says what stands against it. */
export interface Estimate {
  readonly method: Method;
  /** The table as a whole, or each stratum alone and the sum of them. */
  readonly scope: 'pooled' | 'stratified';
  /** How many there are in all, named and unnamed. */
  readonly estimate?: number;
  /** The bounds of the interval; `high` is Infinity where the data do not bound it. */
  readonly low?: number;
  readonly high?: number;
  /** What the interval is meant to cover: 0.95. */
  readonly level: number;
  /** False: not to be used. An estimate may stand beside it, for the table of what was tried. */
  readonly ok: boolean;
  /** Why it is not ok. */
  readonly why?: readonly Reason[];
  /** What a reader must know although it is ok. */
  readonly cautions?: readonly Reason[];
  /** What the method found beside the interval, ready to be shown and exported. */
  readonly detail: Detail;
}

/** Plain data: numbers, words, lists of them. Each method documents its own. */
export type Detail = Readonly<Record<string, DetailValue>>;
export type DetailValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly DetailValue[]
  | { readonly [name: string]: DetailValue };

/** In the order in which they are shown. */
export const METHODS = ESTIMATE_METHODS;
export type Method = (typeof METHODS)[number];

/** Why an estimate is refused or to be read with care; the sentences stand in messages/figures.ts. */
export const REASONS = [
  // refused
  'too-few-lists',
  'too-many-lists',
  'too-few-overlaps',
  'no-estimate-exists',
  'unbounded',
  'not-converged',
  'not-identified',
  'lists-dependent',
  'list-not-covering',
  'stratum-refused',
  'linkages-without-estimate',
  // with care
  'dependence-unseen',
  'no-overlap',
  'boundary',
  'near-tie',
  'models-without-estimate',
  'samples-without-estimate',
  'bound-on-few-samples',
  'two-modes',
  'grid-cut',
  'grid-coarse',
  'one-list-drives',
  'linkage-moves',
  'strata-imputed',
] as const;
export type ReasonCode = (typeof REASONS)[number];
export interface Reason {
  readonly code: ReasonCode;
  readonly data?: Readonly<Record<string, string | number>>;
}

export const reason = (code: ReasonCode, data?: Reason['data']): Reason => (data ? { code, data } : { code });

/** An answer that is none. */
export const refused = (
  method: Method,
  level: number,
  why: readonly Reason[],
  detail: Detail = {},
): Estimate => ({ method, scope: 'pooled', level, ok: false, why, detail });
