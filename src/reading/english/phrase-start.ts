import type { Piece } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { cueFormOf } from './cue-verbs.ts';
import {
  canBeVerb,
  clauseBefore,
  isFiniteVerb,
  isFiniteVerbBefore,
  looksFinite,
  takesObject,
} from './finite-verb.ts';
import { roundsNumber } from './frame.ts';
import { FARTHEST, HONORIFICS, isCapitalised, isQuoteMark, STOPPING_MARKS } from './noun-phrase.ts';
import { insideRelative, timePhraseEnd } from './phrase-after.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
} from './words.ts';

/** Words at which a noun phrase may end as one looks back. */
const EDGE = wordClass(SUBORDINATORS, RELATIVES, ['what', 'but', 'nor', 'yet', 'and', 'or']);

/** Where the noun phrase begins that ends with the piece `last`. */
export function phraseStart(pieces: readonly Piece[], last: number): number | undefined {
  let at = last;
  let joined = false;
  let parentheses = 0;
  for (; at >= 0 && last - at < FARTHEST; at--) {
    const piece = pieces[at]!;
    const word = piece.lower;
    if (piece.kind === 'quote') break;
    if (piece.kind === 'mark') {
      if (word === ')') parentheses++;
      else if (parentheses > 0 && word !== '(') continue;
      else if (word === '(') {
        if (parentheses === 0) break;
        parentheses--;
      } else if (word === ',' && parentheses === 0) {
        if (!(joined && isListComma(pieces, at))) break;
      } else if (word === '.') {
        if (!isAbbreviated(pieces, at)) break;
      } else if (STOPPING_MARKS.has(word) && parentheses === 0) {
        if (!(isQuoteMark(word) && closesFragment(pieces, at, last))) break;
      }
      continue;
    }
    if (parentheses > 0) continue;
    // "More than 700 people are thought"
    if (word === 'than' && /^(?:more|less|fewer)$/.test(pieces[at - 1]?.lower ?? '')) continue;
    if (word === 'as' && (pieces[at - 1]?.lower === 'well' || pieces[at + 1]?.lower === 'well')) continue;
    // "a guard who gave his name only as Emil"
    if (word === 'as' && pieces.slice(Math.max(0, at - 4), at).some(({ lower }) => NAMED_AS.has(lower)))
      continue;
    const edge = (piece.classes & EDGE) !== 0;
    // "a group that began to count them said"
    const before = pieces[at - 1];
    if (word === 'that' && before?.kind === 'word' && !cueFormOf(before.lower) && canBeVerb(pieces[at + 1]))
      continue;
    if (
      edge &&
      (SUBORDINATORS.has(word) || word === 'what' || word === 'but' || word === 'nor' || word === 'yet')
    )
      break;
    if (edge && RELATIVES.has(word)) {
      // "a group that tracks prisons said": take the noun before the relative clause as well.
      if (pieces[at - 1]?.lower === ',' && word !== 'who') break;
      if (word !== 'that' && at > 0 && last - at > 1 && !isFiniteVerbBefore(pieces, at)) continue;
      break;
    }
    if (edge && (word === 'and' || word === 'or')) {
      if (clauseBefore(pieces, at) && !joinsNouns(pieces, at)) break;
      joined = true;
      continue;
    }
    if (at < last && isFiniteVerb(pieces, at) && !insideRelative(pieces, at)) {
      // "videos shared as they freed prisoners have shown": the noun is an object within the subject.
      const clause = sideClauseBefore(pieces, at);
      if (clause === undefined) break;
      at = clause;
      continue;
    }
    // "They say cameras show": the pronoun and its verb stand before the phrase.
    if (at < last - 1 && SPEAKING_PRONOUNS.has(word) && cueFormOf(pieces[at + 1]!.lower)) {
      at++;
      break;
    }
    if (at < last && at > 0 && takesObject(pieces, at) && !insideRelative(pieces, at)) break;
    if (at === last && AUXILIARIES.has(word) && !isCapitalised(piece)) break;
  }
  let from = at + 1;
  while (from <= last) {
    const word = pieces[from]!.lower;
    const spoken = spanOfTimeEnd(pieces, from, last);
    if (spoken !== undefined) from = spoken;
    else if (CONJUNCTIONS.has(word) || (isAdverb(word) && from < last && !belongsToCount(pieces, from)))
      from++;
    else if (pieces[from]!.kind === 'mark' && !'“"‘\'(@#$€£'.includes(word)) from++;
    else if ((word === 'with' || word === 'amid') && from < last) from++;
    else if (roundsNumber(pieces, from)) break;
    else if (PREPOSITIONS.has(word)) {
      const past = timePhraseEnd(pieces, from, last) ?? phraseEndBefore(pieces, from, last);
      if (past === undefined) break;
      from = past;
    } else break;
  }
  return from <= last ? from : undefined;
}

/** "Hours earlier", "two days later", "a week before" at the head of a clause: where it ends. */
function spanOfTimeEnd(pieces: readonly Piece[], from: number, last: number): number | undefined {
  let at = from;
  while (at <= last && at < from + 3 && (pieces[at]!.kind === 'number' || COUNTS_TIME.has(pieces[at]!.lower)))
    at++;
  if (!SPAN_OF_TIME.test(pieces[at]?.lower ?? '') || !RELATES_TIME.has(pieces[at + 1]?.lower ?? ''))
    return undefined;
  return at + 2 <= last ? at + 2 : undefined;
}
const COUNTS_TIME = new Set(
  'a an one two three four five six seven eight nine ten several some few many just only half'.split(' '),
);
const SPAN_OF_TIME = /^(?:moment|minute|hour|day|night|week|month|year|decade)s?$/;
const RELATES_TIME = new Set(['earlier', 'later', 'before', 'after', 'ago', 'on']);

const NAMED_AS = new Set(['name', 'named', 'identified', 'known', 'introduced']);

/** A full stop that ends no sentence: "Col.", "J.", "Nov. 8", "Marj, Fla., …". */
const isAbbreviated = (pieces: readonly Piece[], stop: number): boolean => {
  const before = pieces[stop - 1];
  return (
    HONORIFICS.has(before?.lower ?? '') ||
    SHORTENED.has(before?.lower ?? '') ||
    /^(?:\p{L}|\p{Lu}-\p{Lu})$/u.test(before?.text ?? '') ||
    pieces[stop + 1]?.lower === ','
  );
};
const SHORTENED = new Set('jan feb aug sept oct nov dec inc corp co ltd no mt ft'.split(' '));

const COUNTING = new Set(['only', 'both', 'not', 'all', 'each', 'just']);

/** "nearly half", "about 6 in 10", "only the mayor": an adverb of how many. */
const belongsToCount = (pieces: readonly Piece[], at: number): boolean => {
  if (COUNTING.has(pieces[at]!.lower)) return true;
  const next = pieces[at + 1]!;
  return next.kind === 'number' || FRACTIONS.has(next.lower);
};

const FRACTIONS = new Set(
  'half one two three four five six seven eight nine ten dozen dozens hundreds thousands all every none third quarter'.split(
    ' ',
  ),
);

/** "the senator and his allies": what stands before the conjunction is a noun alone, from the start of its clause. */
function joinsNouns(pieces: readonly Piece[], conjunction: number): boolean {
  if (isCapitalised(pieces[conjunction - 1]) && isCapitalised(pieces[conjunction + 1])) return true;
  for (let at = conjunction - 1; at >= 0 && conjunction - at < 8; at--) {
    const word = pieces[at]!.lower;
    if (pieces[at]!.kind === 'quote' || looksFinite(pieces, at) || PREPOSITIONS.has(word)) return false;
    if (word === 'and' || word === ',' || word === 'but' || SUBORDINATORS.has(word))
      return at < conjunction - 1 && DETERMINERS.has(pieces[at + 1]!.lower);
  }
  return false;
}

/** Where "as they" or "who" opens the clause whose verb stands at `verb`, if that clause lies within a noun phrase. */
function sideClauseBefore(pieces: readonly Piece[], verb: number): number | undefined {
  for (let at = verb - 1; at > 0 && verb - at < 8; at--) {
    const word = pieces[at]!.lower;
    if (
      word === ',' ||
      pieces[at]!.kind === 'quote' ||
      (at < verb - 1 && isFiniteVerb(pieces, at) && !AUXILIARIES.has(word))
    )
      return undefined;
    if (['as', 'when', 'while', 'where', 'who', 'which'].includes(word))
      return at >= 2 && pieces[at - 1]!.lower !== ',' ? at : undefined;
  }
  return undefined;
}

/** Quoted words inside the phrase: the "Old Mill" group. */
function closesFragment(pieces: readonly Piece[], at: number, last: number): boolean {
  if (last - at > 12) return false;
  const mark = pieces[at]!.lower;
  for (let back = at - 1; back >= 0 && at - back < 10; back--) {
    if ('“"”'.includes(pieces[back]!.lower)) return mark !== '“';
  }
  return mark !== '”';
}

function isListComma(pieces: readonly Piece[], comma: number): boolean {
  for (let at = comma - 1; at >= 0 && comma - at < 9; at--) {
    const word = pieces[at]!.lower;
    if (word === ',') return true;
    if (isFiniteVerb(pieces, at) || SUBORDINATORS.has(word) || pieces[at]!.kind === 'quote') return false;
    if (at === 0) return !PREPOSITIONS.has(word);
  }
  return false;
}

const SPEAKING_PRONOUNS = new Set(['they', 'he', 'she', 'we', 'i', 'it']);

const OPENS_SUBJECT = new Set(['the', 'a', 'an', 'its', 'his', 'her', 'their']);

/** "At the hospital Dr Amal Sader": a title and a name, or two names, right behind a common noun. */
const isNameBehindNoun = (pieces: readonly Piece[], at: number, last: number): boolean =>
  isCapitalised(pieces[at]) &&
  pieces[at - 1]!.kind === 'word' &&
  !isCapitalised(pieces[at - 1]) &&
  pieces.slice(at, last + 1).every((piece) => isCapitalised(piece) || piece.lower === '.');

/** "In a statement on Telegram the council": where a noun phrase begins that no preposition leads into. */
function phraseEndBefore(pieces: readonly Piece[], from: number, last: number): number | undefined {
  for (let at = last; at > from + 1; at--) {
    const word = pieces[at]!.lower;
    const before = pieces[at - 1]!;
    if (!OPENS_SUBJECT.has(word) && !isNameBehindNoun(pieces, at, last)) continue;
    if (
      at < last &&
      before.lower !== '.' &&
      !PREPOSITIONS.has(before.lower) &&
      !CONJUNCTIONS.has(before.lower) &&
      !DETERMINERS.has(before.lower)
    )
      return at;
  }
  return undefined;
}
