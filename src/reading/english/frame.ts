import type { AttributionKind, Piece } from '../attribution.ts';
import type { VerbCue } from './cues.ts';
import { isFiniteVerb } from './finite-verb.ts';
import { isCapitalised, type Range } from './noun-phrase.ts';
import { DETERMINERS, PREPOSITIONS } from './words.ts';

/** A cue with its frame still in pieces. */
export interface Frame {
  readonly cue: Range;
  readonly source?: Range;
  readonly content: readonly Range[];
  readonly kind: AttributionKind;
  readonly base: string;
  readonly negated: boolean;
  /** Of a verb. */
  readonly mood?: VerbCue['mood'];
  readonly addressee?: Range;
  /** As in `Attribution`. */
  readonly cites?: Range;
  readonly names?: 'a source';
}

/** Whether a range reads like somebody or something that speaks: no preposition or verb opens it. */
export function isPlausible(pieces: readonly Piece[], range: Range): boolean {
  const first = pieces[range.from]!;
  if (range.to - range.from === 1) {
    return (
      first.kind === 'word' &&
      !PREPOSITIONS.has(first.lower) &&
      !['to', 'a', 'an', 'the', 'there', 'last', 'not'].includes(first.lower)
    );
  }
  if (
    (PREPOSITIONS.has(first.lower) && !roundsNumber(pieces, range.from)) ||
    first.lower === 'to' ||
    first.lower === 'according' ||
    first.lower === 'there'
  )
    return false;
  const second = pieces[range.from + 1]!;
  if (
    first.kind === 'word' &&
    !isCapitalised(first) &&
    (first.lower.endsWith('ing') || first.lower.endsWith('ed')) &&
    (DETERMINERS.has(second.lower) || PREPOSITIONS.has(second.lower))
  )
    return false;
  return !(isFiniteVerb(pieces, range.from) && !isCapitalised(first));
}

/** "about half of voters", "over 40 people": a preposition that says how many. */
export const roundsNumber = (pieces: readonly Piece[], at: number): boolean => {
  if (!ROUNDS.has(pieces[at]!.lower)) return false;
  const next = pieces[at + 1];
  return next?.kind === 'number' || AMOUNTS.has(next?.lower ?? '');
};
const ROUNDS = new Set(['about', 'around', 'over', 'under', 'between']);
const AMOUNTS = new Set(
  'half two three four five six seven eight nine ten a dozens hundreds thousands one-third two-thirds three-quarters'.split(
    ' ',
  ),
);

export const isEnd = (pieces: readonly Piece[], at: number): boolean => {
  for (let next = at; next < pieces.length; next++) {
    const piece = pieces[next]!;
    if (piece.kind !== 'mark') return false;
    if ('“‘$€£'.includes(piece.lower)) return false;
  }
  return true;
};

/** Where the words end that stand before the full stop, at `from` or behind it. */
export function endOfSentence(pieces: readonly Piece[], from: number, limit = pieces.length): number {
  let end = limit;
  while (end > from && pieces[end - 1]!.lower === '.') end--;
  return end;
}
