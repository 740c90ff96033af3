import type { Piece } from '../attribution.ts';
import { ENDS_IN_ED, wordClass } from '../classes.ts';
import { TOLD } from './cue-verbs.ts';
import { isCapitalised } from './noun-phrase.ts';
import {
  AUXILIARIES,
  COMMON_VERBS,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

const AUXILIARY = wordClass(AUXILIARIES);
const COMMON = wordClass(COMMON_VERBS);
/** What can be a finite verb wherever it stands; nearly all words are none. */
const VERBAL = AUXILIARY | COMMON | TOLD;
/** … or a past form in some places. */
const MAYBE = VERBAL | ENDS_IN_ED;
const mayBeVerb = (piece: Piece | undefined): boolean => piece !== undefined && (piece.classes & MAYBE) !== 0;

/** A word that most likely is the verb of its clause. */
export function isFiniteVerb(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || (piece.classes & VERBAL) === 0 || piece.kind !== 'word') return false;
  const before = pieces[index - 1];
  // "In May", "Will Sader"
  if ((piece.classes & AUXILIARY) !== 0)
    return !(isCapitalised(piece) && (piece.lower === 'may' || piece.lower === 'will') && index > 0);
  const common = (piece.classes & COMMON) !== 0;
  // "Around 400 more died", "said far more remained."
  if (
    common &&
    before?.lower === 'more' &&
    (pieces[index - 2]?.kind === 'number' || closes(pieces, index + 1))
  )
    return true;
  if (before && (DETERMINERS.has(before.lower) || before.kind === 'number' || before.lower.endsWith("'s")))
    return false;
  // "data released on Friday by the council", "files seized by soldiers"
  if (piece.lower.endsWith('ed') && isDoneBy(pieces, index)) return false;
  // "a volunteer force": behind one of something a verb would end in -s
  if (common && NOUNS_TOO.has(piece.lower) && /^an?$/.test(pieces[index - 2]?.lower ?? '')) return false;
  if (common) return !isCapitalised(piece) || (index === 0 && !isCapitalised(pieces[1]));
  return !isCapitalised(piece) && !(before && PREPOSITIONS.has(before.lower));
}

/** Base forms among the common verbs that are nouns as often. */
const NOUNS_TOO = new Set(
  'force attack fall rise run lead use work start stop try turn pass return change increase raise drop launch release capture face move need help end cause stand fight drive strike arrest hold lie build fire pay'.split(
    ' ',
  ),
);

/** Whether a word can be a verb at all, wherever it stands. */
export const canBeVerb = (piece: Piece | undefined): boolean => ((piece?.classes ?? 0) & VERBAL) !== 0;

/** Nothing behind that a noun phrase could go on with. */
const closes = (pieces: readonly Piece[], at: number): boolean => {
  const next = pieces[at];
  return next === undefined || ',.;'.includes(next.lower) || PREPOSITIONS.has(next.lower);
};

const isDoneBy = (pieces: readonly Piece[], index: number): boolean => {
  for (let at = index + 1; at < index + 4; at++) {
    const word = pieces[at]?.lower ?? '';
    if (word === 'by') return true;
    if (word !== 'on' && !TIME_WORDS.has(word)) return false;
  }
  return false;
};

const PAST = /^[a-z]{3,}ed$/;
const endsInEd = (text: string): boolean => text.endsWith('ed') && PAST.test(text);

/** A word that may be a finite verb: as `isFiniteVerb`, and past forms in -ed that stand where a verb stands. */
export const looksFinite = (pieces: readonly Piece[], index: number): boolean =>
  mayBeVerb(pieces[index]) && (isFiniteVerb(pieces, index) || isPastInPlace(pieces, index));

/** Whether one of these words looks like a finite verb. */
export function holdFinite(pieces: readonly Piece[]): boolean {
  for (let at = 0; at < pieces.length; at++) if (looksFinite(pieces, at)) return true;
  return false;
}

function isPastInPlace(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index]!;
  if (piece.kind !== 'word' || !endsInEd(piece.text)) return false;
  const before = pieces[index - 1];
  const next = pieces[index + 1]?.lower ?? '';
  if (before?.kind !== 'word' || DETERMINERS.has(before.lower) || PREPOSITIONS.has(before.lower))
    return false;
  if (next === 'by' || before.lower.endsWith("'s")) return false;
  return (
    PREPOSITIONS.has(next) ||
    DETERMINERS.has(next) ||
    PRONOUNS.has(next) ||
    isAdverb(next) ||
    next === 'to' ||
    next === 'that' ||
    next === '.' ||
    next === ','
  );
}

const NOT_FINITE = new Set(['be', 'been', 'being', 'having']);

/** A word that carries a clause: finite, or a past form with its object behind it. */
export const carriesClause = (pieces: readonly Piece[], index: number): boolean =>
  mayBeVerb(pieces[index]) &&
  !NOT_FINITE.has(pieces[index]!.lower) &&
  (looksFinite(pieces, index) ||
    (index > 0 && index + 1 < pieces.length && (takesObject(pieces, index) || countsBehind(pieces, index))));

/** "They recovered two bodies" */
const countsBehind = (pieces: readonly Piece[], index: number): boolean =>
  endsInEd(pieces[index]!.text) &&
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens|hundreds|thousands)$/.test(
    pieces[index + 1]!.lower,
  ) &&
  (PRONOUNS.has(pieces[index - 1]!.lower) || pieces[index - 1]!.kind === 'word') &&
  !AUXILIARIES.has(pieces[index - 1]!.lower);

export const POSSESSIVE_START = new Set([
  'his',
  'her',
  'its',
  'their',
  'this',
  'that',
  'some',
  'many',
  'other',
  'most',
]);

/** A past form in -ed with a noun before and an object behind: the verb of its clause. */
export function takesObject(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index]!;
  if (!endsInEd(piece.text)) return false;
  const before = pieces[index - 1]!;
  const next = pieces[index + 1]!;
  if (
    before.kind !== 'word' ||
    DETERMINERS.has(before.lower) ||
    PREPOSITIONS.has(before.lower) ||
    CONJUNCTIONS.has(before.lower) ||
    before.lower.endsWith("'s")
  )
    return false;
  return (
    DETERMINERS.has(next.lower) ||
    PRONOUNS.has(next.lower) ||
    next.kind === 'number' ||
    (isCapitalised(before) && (PREPOSITIONS.has(next.lower) || isAdverb(next.lower) || next.lower === 'down'))
  );
}

export function clauseBefore(pieces: readonly Piece[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at < 40; at--) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote' || piece.lower === ';' || piece.lower === ':') return false;
    if (SUBORDINATORS.has(piece.lower)) return false;
    if (looksFinite(pieces, at)) return true;
  }
  return false;
}

export const isFiniteVerbBefore = (pieces: readonly Piece[], index: number): boolean =>
  clauseBefore(pieces, index);
