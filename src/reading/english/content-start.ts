import type { Piece } from '../attribution.ts';
import { ADDRESSING } from './cue-verbs.ts';
import type { VerbCue } from './cues.ts';
import { isFiniteVerb } from './finite-verb.ts';
import { roundsNumber } from './frame.ts';
import { isCapitalised, type Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { DETERMINERS, isAdverb, MONTHS, PRONOUNS, TIME_WORDS } from './words.ts';

interface Start {
  readonly at: number;
  readonly addressee?: Range;
}

/** Skips who was spoken to, when and where: the content begins after "told reporters on Sunday that". */
export function skipSaying(pieces: readonly Piece[], cue: VerbCue, limit: number): Start {
  let at = cue.to;
  let addressee: Range | undefined;
  const { base, kind } = cue.form;
  while (at < limit && isAdverb(pieces[at]!.lower) && pieces[at]!.lower !== 'only' && kind !== 'stance') at++;
  if (ADDRESSING.has(base) && at < limit && pieces[at]!.kind === 'word' && pieces[at]!.lower !== 'that') {
    const start = at;
    const phrase = phraseAfter(pieces, at, limit);
    if (phrase) {
      let end = phrase.to;
      if (base !== 'tell' && base !== 'inform' && base !== 'assure' && base !== 'remind') {
        const that = indexOfThat(pieces, at, limit, 8);
        if (that === undefined && pieces[end]?.kind !== 'quote' && pieces[end]?.lower !== ',')
          return { at: start };
        end = that ?? end;
      } else {
        const that = indexOfThat(pieces, at, limit, 12);
        const first = pieces[at]!;
        if (that !== undefined) end = that;
        else if (
          PRONOUNS.has(first.lower) ||
          ['me', 'us', 'him', 'her', 'them', 'reporters', 'journalists', 'supporters', 'voters'].includes(
            first.lower,
          )
        )
          end = at + 1;
        else if (end > at + 1 && !isCapitalised(first)) end = splitObject(pieces, at, end);
      }
      addressee = { from: start, to: Math.min(end, phrase.to) };
      at = end;
    }
  }
  if (kind === 'speech' || kind === 'thought' || kind === 'evidence') {
    at = skipAdverbials(pieces, at, limit);
  }
  while (
    at < limit &&
    (pieces[at]!.lower === ':' || (pieces[at]!.lower === ',' && pieces[at + 1]?.kind === 'quote'))
  )
    at++;
  return addressee ? { at, addressee } : { at };
}

/** Where the addressee ends and an object clause without "that" begins: at the second determiner or pronoun. */
function splitObject(pieces: readonly Piece[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    if (PRONOUNS.has(pieces[at]!.lower) || DETERMINERS.has(pieces[at]!.lower)) return at;
  }
  return to;
}

function indexOfThat(
  pieces: readonly Piece[],
  from: number,
  limit: number,
  reach: number,
): number | undefined {
  for (let at = from; at < Math.min(limit, from + reach); at++) {
    const word = pieces[at]!.lower;
    if (word === 'that' && at > from) return at;
    if (pieces[at]!.kind === 'quote' || (at > from + 1 && isFiniteVerb(pieces, at))) return undefined;
  }
  return undefined;
}

const MANNER = new Set([
  'in',
  'on',
  'at',
  'during',
  'to',
  'after',
  'before',
  'through',
  'by',
  'from',
  'with',
  'via',
  'over',
  'of',
  'as',
  'into',
  'about',
  'outside',
  'near',
]);

const opensAmount = (pieces: readonly Piece[], at: number): boolean =>
  roundsNumber(pieces, at) ||
  (pieces[at]!.lower === 'at' && /^(?:least|most)$/.test(pieces[at + 1]?.lower ?? '')) ||
  (pieces[at]!.lower === 'in' && pieces[at + 1]?.lower === 'excess');

/** "on Sunday", "in a statement", "during a visit to the camp": up to "that", a comma, a quotation or a clause. */
function skipAdverbials(pieces: readonly Piece[], from: number, limit: number): number {
  let at = from;
  for (let rounds = 0; rounds < 4 && at < limit; rounds++) {
    const word = pieces[at]!.lower;
    if (TIME_WORDS.has(word) || (word === 'last' && TIME_WORDS.has(pieces[at + 1]?.lower ?? ''))) {
      // "Sunday's raid was" begins a clause.
      let end = at + 1;
      while (end < limit && (TIME_WORDS.has(pieces[end]!.lower) || MONTHS.has(pieces[end]!.lower))) end++;
      if (isFiniteVerb(pieces, end)) return at;
      at = end;
      continue;
    }
    // "say at least 14", "said over 40": how many, and part of what is said
    if (!MANNER.has(word) || opensAmount(pieces, at)) return at;
    const that = indexOfThat(pieces, at, limit, 16);
    if (that !== undefined) return that;
    let end = at + 1;
    while (end < limit) {
      const piece = pieces[end]!;
      if (piece.kind === 'quote' || (piece.kind === 'mark' && !"'’-&@$".includes(piece.lower))) break;
      if (PRONOUNS.has(piece.lower) || MANNER.has(piece.lower) || TIME_WORDS.has(piece.lower)) break;
      if (DETERMINERS.has(piece.lower) && end > at + 1) break;
      if (end - at > 10) break;
      end++;
    }
    if (isFiniteVerb(pieces, end) && !PRONOUNS.has(pieces[end]!.lower)) return at;
    const next = pieces[end];
    if (word === 'as' || word === 'of') return at;
    if (
      next &&
      next.kind === 'word' &&
      !PRONOUNS.has(next.lower) &&
      !DETERMINERS.has(next.lower) &&
      !MANNER.has(next.lower) &&
      !TIME_WORDS.has(next.lower)
    )
      return at;
    at = end;
  }
  return at;
}
