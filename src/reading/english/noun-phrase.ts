import type { Piece } from '../attribution.ts';
import { startsHigh } from '../tokens.ts';
import { TIME_WORDS } from './words.ts';

/** Pieces `[from, to)` of a sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const FARTHEST = 60;

export const STOPPING_MARKS = new Set([':', ';', '?', '!', '—', '–', '―', '‒', '…', '"', '“', '”']);

export const HONORIFICS = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'sen',
  'rep',
  'gov',
  'gen',
  'col',
  'lt',
  'sgt',
  'st',
  'jr',
  'sr',
  'prof',
  'capt',
  'sens',
  'reps',
  'govs',
  'gens',
  'pres',
  'rev',
  'fr',
  'hon',
  'maj',
  'cmdr',
  'adm',
  'brig',
  'supt',
  'atty',
  'messrs',
]);

/** The dashes that set words apart. */
export const DASHES: ReadonlySet<string> = new Set(['—', '–', '―', '‒']);

export const isCapitalised = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.kind === 'word' && startsHigh(piece.text);

export const isQuoteMark = (mark: string): boolean => '“”"'.includes(mark) && mark !== '';

export const isCapitalisedName = (pieces: readonly Piece[], at: number): boolean =>
  isCapitalised(pieces[at]) && isCapitalised(pieces[at + 1]) && !TIME_WORDS.has(pieces[at + 1]?.lower ?? '');
