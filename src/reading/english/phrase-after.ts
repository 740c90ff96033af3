import type { Piece } from '../attribution.ts';
import { cueFormOf } from './cue-verbs.ts';
import { isFiniteVerb } from './finite-verb.ts';
import {
  FARTHEST,
  HONORIFICS,
  isCapitalised,
  isCapitalisedName,
  isQuoteMark,
  type Range,
  STOPPING_MARKS,
} from './noun-phrase.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  MONTHS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

export function insideRelative(pieces: readonly Piece[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at < 6; at--) {
    const word = pieces[at]!.lower;
    if (word === 'who' || word === 'which' || word === 'whose')
      return at > 0 && pieces[at - 1]!.lower !== ',';
    if (word === ',' || isFiniteVerb(pieces, at)) return false;
  }
  return false;
}

/** "On Tuesday", "in 2013", "last week" before a subject: where it ends. */
export function timePhraseEnd(pieces: readonly Piece[], from: number, last: number): number | undefined {
  let at = from + 1;
  while (at <= last && DETERMINERS.has(pieces[at]!.lower)) at++;
  const first = at;
  while (
    at <= last &&
    (TIME_WORDS.has(pieces[at]!.lower) || MONTHS.has(pieces[at]!.lower) || pieces[at]!.kind === 'number')
  )
    at++;
  return at > first && at <= last ? at : undefined;
}

/**
 * The noun phrase that begins at `index`: the speaker after "said" or "according to", with its apposition, up to the
 * next clause. `limit` is where the sentence ends.
 */
export function phraseAfter(pieces: readonly Piece[], index: number, limit: number): Range | undefined {
  let at = index;
  if (at >= limit) return undefined;
  const first = pieces[at]!;
  if (first.kind === 'quote') return undefined;
  const counts =
    first.lower === 'one' && pieces[at + 1]?.kind === 'word' && !PREPOSITIONS.has(pieces[at + 1]!.lower);
  if ((PRONOUNS.has(first.lower) && !counts) || RELATIVES.has(first.lower)) return { from: at, to: at + 1 };
  if (!startsPhrase(first)) return undefined;
  let end = at;
  let parentheses = 0;
  let within = false;
  let relative = false;
  for (; at < limit && at - index < FARTHEST; at++) {
    const piece = pieces[at]!;
    const word = piece.lower;
    if (piece.kind === 'quote') break;
    if (word === '(') parentheses++;
    else if (word === ')') parentheses--;
    else if (parentheses > 0) continue;
    else if (word === ',') {
      if (!goesOnAfterComma(pieces, at, limit)) break;
      within = true;
      relative = false;
    } else if (piece.kind === 'mark' && (STOPPING_MARKS.has(word) || word === '.')) {
      if (word === '.' && (HONORIFICS.has(pieces[at - 1]?.lower ?? '') || pieces[at + 1]?.lower === ','))
        continue;
      if (word === '.' && /^\p{Lu}$/u.test(pieces[at - 1]?.text ?? '') && at + 1 < limit) continue;
      if (isQuoteMark(word) && at - index < 12 && at + 1 < limit) continue;
      break;
    } else if (SUBORDINATORS.has(word) && at > index && !(relative && word !== 'that')) {
      if (word !== 'since' && word !== 'than') break;
    } else if (['who', 'which', 'whose'].includes(word) && at > index) {
      within = true;
      relative = true;
    } else if (relative) {
      end = at + 1;
      continue;
    } else if (
      TIME_WORDS.has(word) &&
      at > index &&
      !within &&
      !isCapitalisedName(pieces, at) &&
      !(/[a-z]ed$/.test(pieces[at - 1]!.text) && pieces[at + 1]?.lower === 'by')
    )
      break;
    else if (PREPOSITIONS.has(word) && at > index && !within && isTimePreposition(pieces, at, limit)) break;
    else if (word === 'but' || (word === 'to' && !within && !leadsToNoun(pieces, at, limit))) break;
    else if (at > index && isFiniteVerb(pieces, at) && !insideRelative(pieces, at)) break;
    end = at + 1;
  }
  while (end > index && (pieces[end - 1]!.lower === ',' || CONJUNCTIONS.has(pieces[end - 1]!.lower))) end--;
  return end > index ? { from: index, to: end } : undefined;
}

/** "an adviser to the mayor", "a letter to Amal": a noun behind "to", not a verb. */
const leadsToNoun = (pieces: readonly Piece[], at: number, limit: number): boolean => {
  const next = pieces[at + 1];
  return (
    next !== undefined &&
    at + 1 < limit &&
    pieces[at - 1]!.kind === 'word' &&
    !isCapitalised(pieces[at - 1]) &&
    (isCapitalised(next) || DETERMINERS.has(next.lower))
  );
};

const startsPhrase = (piece: Piece): boolean =>
  piece.kind === 'number' ||
  (piece.kind === 'word' &&
    !PREPOSITIONS.has(piece.lower) &&
    !SUBORDINATORS.has(piece.lower) &&
    !CONJUNCTIONS.has(piece.lower)) ||
  '“"‘@'.includes(piece.lower);

const SAYING_PLACES = new Set([
  'interview',
  'statement',
  'speech',
  'tweet',
  'post',
  'email',
  'letter',
  'report',
  'conference',
  'call',
  'remarks',
  'testimony',
  'article',
  'video',
  'rally',
  'briefing',
  'phone',
  'address',
  'message',
  'memo',
  'appearance',
  'debate',
  'event',
]);

export function isTimePreposition(pieces: readonly Piece[], at: number, limit: number): boolean {
  const word = pieces[at]!.lower;
  if (['of', 'for', 'with'].includes(word)) return false;
  if (['during', 'after', 'before', 'until', 'amid', 'while'].includes(word)) return true;
  for (let next = at + 1; next < Math.min(limit, at + 6); next++) {
    const each = pieces[next]!;
    if (TIME_WORDS.has(each.lower) || MONTHS.has(each.lower) || SAYING_PLACES.has(each.lower)) return true;
    if (each.kind === 'number' && /^(?:19|20)\d\d$/.test(each.lower)) return true;
    if (each.kind === 'mark' || each.kind === 'quote' || PREPOSITIONS.has(each.lower)) return false;
  }
  return false;
}

/** Behind "said" or "added": words follow, not "observed voting". */
const opensWords = (piece: Piece | undefined): boolean =>
  piece === undefined ||
  piece.kind !== 'word' ||
  ['that', 'he', 'she', 'they', 'it', 'there', 'the', 'his', 'her', 'to'].includes(piece.lower);

function goesOnAfterComma(pieces: readonly Piece[], comma: number, limit: number): boolean {
  const next = pieces[comma + 1];
  if (!next || comma + 1 >= limit || next.kind === 'quote') return false;
  // "said Amal Sader, who added that …": that clause is the next one's speaker.
  if (next.lower === 'who')
    return cueFormOf(pieces[comma + 2]?.lower ?? '')?.kind !== 'speech' || !opensWords(pieces[comma + 3]);
  if (next.lower === 'whose') return true;
  if (next.lower === 'which') return false;
  if (
    (PRONOUNS.has(next.lower) && next.lower !== 'one') ||
    SUBORDINATORS.has(next.lower) ||
    CONJUNCTIONS.has(next.lower)
  )
    return false;
  // "said Sader, now a teacher"
  const adverb = isAdverb(next.lower) && pieces[comma + 2];
  if (PREPOSITIONS.has(next.lower) || (adverb && !['a', 'an', 'the'].includes(adverb.lower))) return false;
  if (next.kind === 'word' && next.lower.endsWith('ing')) return false;
  if (TIME_WORDS.has(next.lower) && !adverb) return false;
  let relative = false;
  // An apposition holds no verb of its own before the next comma.
  for (let at = comma + 1; at < Math.min(limit, comma + 18); at++) {
    if (pieces[at]!.lower === ',' || pieces[at]!.kind === 'quote')
      return pieces[at]!.lower === ',' || at > comma + 1;
    if (at > comma + 1 && ['who', 'which', 'whose'].includes(pieces[at]!.lower)) relative = true;
    if (!relative && isFiniteVerb(pieces, at) && !insideRelative(pieces, at)) return false;
  }
  return true;
}
