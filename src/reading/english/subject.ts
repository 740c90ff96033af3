import type { Piece } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { ROLE } from '../speaking-nouns.ts';
import { cueFormOf } from './cue-verbs.ts';
import {
  canBeVerb,
  clauseBefore,
  isFiniteVerb,
  isFiniteVerbBefore,
  looksFinite,
  POSSESSIVE_START,
  takesObject,
} from './finite-verb.ts';
import { roundsNumber } from './frame.ts';
import {
  DASHES,
  FARTHEST,
  HONORIFICS,
  isCapitalised,
  isCapitalisedName,
  isQuoteMark,
  type Range,
  STOPPING_MARKS,
} from './noun-phrase.ts';
import { insideRelative, timePhraseEnd } from './phrase-after.ts';
import {
  AUXILIARIES,
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

/** The noun phrase that ends just before `index`: a verb's subject. Covers appositions between commas. */
export function subjectBefore(pieces: readonly Piece[], index: number): Range | undefined {
  const last = index - 1;
  if (last < 0) return undefined;
  const to = last + 1;
  const direct = pieces[last]!.lower;
  // "was freed and said": the subject stands before the first verb, not between the two.
  if (direct === 'and' || direct === 'or' || direct === 'to' || PREPOSITIONS.has(direct)) return undefined;
  if (PRONOUNS.has(direct) && direct !== 'one') return { from: last, to };
  if (direct.includes("'") && PRONOUNS.has(direct.split("'")[0]!)) return { from: last, to };
  if (direct === 'that' || direct === 'what' || direct === 'whose' || direct === 'whom') return undefined;
  if (RELATIVES.has(pieces[last]!.lower)) return { from: last, to };
  // `the star of the show "The Orchard," said`: the comma stands inside the mark.
  const closing = isQuoteMark(direct) && pieces[last - 1]?.lower === ',' ? last - 1 : last;
  if (pieces[closing]!.lower === ',') {
    const opening = appositionStart(pieces, closing);
    if (opening === undefined) return withRelative(pieces, closing);
    const head = headBefore(pieces, opening);
    if (!head) return undefined;
    return isAside(pieces[opening + 1]!) ? head : { from: head.from, to: last };
  }
  if (DASHES.has(direct)) {
    const opening = dashBefore(pieces, last);
    const head = opening === undefined ? undefined : headBefore(pieces, opening);
    return head && { from: head.from, to: isAside(pieces[opening! + 1]!) ? head.to : last };
  }
  const from = phraseStart(pieces, last);
  if (from === undefined || from > last) return undefined;
  const end = withoutTime(pieces, from, to);
  // "which since Friday has run it": when, and no subject.
  if (from > 1 && WHEN.has(pieces[from - 1]!.lower) && isTime(pieces, from, to))
    return subjectBefore(pieces, from - 1);
  return end > from ? { from, to: end } : undefined;
}

const WHEN = new Set(['since', 'on', 'until', 'from', 'by', 'in', 'after', 'before']);
const isTime = (pieces: readonly Piece[], from: number, to: number): boolean =>
  pieces
    .slice(from, to)
    .every(({ lower, kind }) => TIME_WORDS.has(lower) || MONTHS.has(lower) || kind === 'number');

/** "A woman who came on Sunday, said": a subject that opens the sentence, closed with its clause by a comma. */
function withRelative(pieces: readonly Piece[], comma: number): Range | undefined {
  for (let at = comma - 1; at > 0 && comma - at < 30; at--) {
    const { kind, lower } = pieces[at]!;
    if (kind === 'quote' || lower === ',') return undefined;
    if (lower === 'who') return phraseStart(pieces, at - 1) === 0 ? { from: 0, to: comma } : undefined;
  }
  return undefined;
}

/** The dash that opens the words which the dash at `closing` closes. */
function dashBefore(pieces: readonly Piece[], closing: number): number | undefined {
  for (let at = closing - 1; at > 0 && closing - at < FARTHEST; at--) {
    if (pieces[at]!.kind === 'quote' || pieces[at]!.lower === ';') return undefined;
    if (DASHES.has(pieces[at]!.lower)) return at;
  }
  return undefined;
}

/**
 * Words between commas that say when, where or how, and no more who: "the mayor, in a letter, said". A relative clause
 * ("who left in May") and examples ("including two doctors") belong to the noun.
 */
function isAside(first: Piece): boolean {
  const word = first.lower;
  if (RELATIVES.has(word) || NAMING_EXAMPLES.has(word) || DETERMINERS.has(word)) return false;
  return (
    PREPOSITIONS.has(word) ||
    (PRONOUNS.has(word) && word !== 'one') ||
    isAdverb(word) ||
    (first.kind === 'word' && /^[a-z]{3,}(?:ed|ing)$/.test(word))
  );
}

const NAMING_EXAMPLES = new Set(['including', 'like', 'of', 'from']);

/** The noun before an apposition's comma; several appositions may stand in a row: "Amal, 39, a doctor who came, said". */
function headBefore(pieces: readonly Piece[], comma: number): Range | undefined {
  let opening = comma;
  for (let rounds = 0; rounds < 4; rounds++) {
    const from = phraseStart(pieces, opening - 1);
    if (from === undefined || from >= opening) return undefined;
    const first = pieces[from]!;
    let earlier = from - 1;
    while (
      earlier > 0 &&
      opening - earlier < 30 &&
      pieces[earlier]!.lower !== ',' &&
      pieces[earlier]!.kind !== 'quote'
    )
      earlier--;
    const before = pieces[earlier];
    const relative =
      before?.lower === ',' && ['who', 'which', 'whose'].includes(pieces[earlier + 1]?.lower ?? '');
    const follows =
      before?.lower === ',' &&
      earlier === from - 1 &&
      !POSSESSIVE_START.has(first.lower) &&
      (first.kind === 'number' ||
        isBareRole(pieces, from) ||
        (isCapitalised(first) && namesAnOffice(pieces[earlier - 1]!.lower)) ||
        (DETERMINERS.has(first.lower) && !isObject(pieces, earlier)));
    // "In Marj, the mayor, Amal Sader, said": where stands before the first comma, and no one's name.
    const fronted =
      follows &&
      PREPOSITIONS.has(pieces[0]!.lower) &&
      !pieces.slice(0, earlier).some(({ lower }) => lower === ',');
    if (earlier > 0 && (relative || follows) && !fronted && pieces[earlier - 1]!.kind !== 'mark') {
      opening = earlier;
      continue;
    }
    return { from, to: opening };
  }
  return undefined;
}

/** "the town's governor, Amal Sader, …", "a spokeswoman, Amal Sader, …": a noun for somebody before the name. */
const namesAnOffice = (noun: string): boolean =>
  ROLE.has(noun) || /^[a-z]{3,}(?:man|woman|er|or|ist|ian|ant|ent)$/.test(noun);

/** The noun before this comma is what a verb of the same clause acts on: no speaker begins there. */
function isObject(pieces: readonly Piece[], comma: number): boolean {
  const from = phraseStart(pieces, comma - 1);
  return from !== undefined && from > 1 && from < comma && looksFinite(pieces, from - 1);
}

/** "…, president of the union": an office without an article. */
function isBareRole(pieces: readonly Piece[], from: number): boolean {
  const first = pieces[from]!;
  if (first.kind !== 'word' || isCapitalised(first) || PREPOSITIONS.has(first.lower)) return false;
  if (!isCapitalised(pieces[from - 2]) && pieces[from - 2]?.kind !== 'number') return false;
  for (let at = from + 1; at < from + 5; at++) {
    const word = pieces[at]?.lower ?? '';
    if (['of', 'for', 'at', 'with', 'to', 'in'].includes(word)) return true;
    if (pieces[at]?.kind !== 'word') return false;
  }
  return false;
}

/** "the mayor on Sunday said": without the day. */
function withoutTime(pieces: readonly Piece[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && TIME_WORDS.has(pieces[end - 1]!.lower) && !isCapitalisedName(pieces, end - 2))
    end--;
  if (end < to && end > from + 1 && ['on', 'in', 'late', 'early'].includes(pieces[end - 1]!.lower)) end--;
  return end < to && end > from ? end : to;
}

/** The comma that opens the apposition which the comma at `closing` closes: "Amal Sader, a doctor, said". */
function appositionStart(pieces: readonly Piece[], closing: number): number | undefined {
  for (let at = closing - 1; at > 0 && closing - at < FARTHEST; at--) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote' || piece.lower === ';' || piece.lower === ':') return undefined;
    if (piece.lower !== ',') continue;
    const first = pieces[at + 1]!;
    if (
      DETERMINERS.has(first.lower) ||
      RELATIVES.has(first.lower) ||
      first.kind === 'number' ||
      (first.kind === 'word' &&
        !CONJUNCTIONS.has(first.lower) &&
        (!SUBORDINATORS.has(first.lower) || first.lower === 'until' || first.lower === 'once'))
    ) {
      // An inner comma of the apposition itself: "a lawyer in Alma, North Valley, said".
      const before = pieces[at - 1];
      if (isCapitalised(first) && isCapitalised(before) && hasCommaBefore(pieces, at)) continue;
      if (!RELATIVES.has(first.lower) && holdsClause(pieces, at + 1, closing)) return undefined;
      return at;
    }
  }
  return undefined;
}

/** A verb of its own between two commas, outside a relative clause: no apposition. */
function holdsClause(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    if (RELATIVES.has(pieces[at]!.lower) || PREPOSITIONS.has(pieces[from]!.lower)) return false;
    // "a force known as the Owls"
    const reduced = PREPOSITIONS.has(pieces[at + 1]?.lower ?? '') && /(?:ed|wn|un)$/.test(pieces[at]!.lower);
    if (isFiniteVerb(pieces, at) && !reduced && !insideRelative(pieces, at)) return true;
  }
  return false;
}

function hasCommaBefore(pieces: readonly Piece[], index: number): boolean {
  for (let at = index - 1; at > 0 && index - at < 25; at--) {
    if (pieces[at]!.kind === 'quote') return false;
    if (pieces[at]!.lower === ',') {
      const next = pieces[at + 1]!.lower;
      return DETERMINERS.has(next) || RELATIVES.has(next) || !isCapitalised(pieces[at + 1]);
    }
  }
  return false;
}

/** Words at which a noun phrase may end as one looks back. */
const EDGE = wordClass(SUBORDINATORS, RELATIVES, ['what', 'but', 'nor', 'yet', 'and', 'or']);

/** Where the noun phrase begins that ends with the piece `last`. */
function phraseStart(pieces: readonly Piece[], last: number): number | undefined {
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
