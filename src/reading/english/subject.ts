import type { Piece } from '../attribution.ts';
import { ROLE } from '../speaking-nouns.ts';
import { isFiniteVerb, looksFinite, POSSESSIVE_START } from './finite-verb.ts';
import {
  DASHES,
  FARTHEST,
  isCapitalised,
  isCapitalisedName,
  isQuoteMark,
  type Range,
} from './noun-phrase.ts';
import { insideRelative } from './phrase-after.ts';
import { phraseStart } from './phrase-start.ts';
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
