import type { Piece } from '../attribution.ts';
import type { CueForm } from './cue-verbs.ts';
import { AUXILIARIES, COMMON_VERBS, CONJUNCTIONS, PREPOSITIONS } from './words.ts';

const WHAT_WAS_SAID = new Set(
  'claim claims figure figures number numbers report reports allegation allegations story stories account accounts estimate estimates paper papers document documents list lists photograph photographs picture pictures rumour rumours rumor rumors'.split(
    ' ',
  ),
);

/** "branded the figure a fabrication", "labelled such claims “a forgery”": a thing, and what it is called. */
export function brands(pieces: readonly Piece[], verb: number, form: CueForm): boolean {
  if (!['brand', 'term', 'label'].includes(form.base) || form.form !== 'past') return false;
  // "branded the jail “a horror”": a name in their own words
  if (
    pieces
      .slice(verb + 2, verb + 7)
      .some(({ kind, lower }) => kind === 'quote' || lower === '“' || lower === '"')
  )
    return true;
  if (!pieces.slice(verb + 2, verb + 6).some(({ lower }) => WHAT_WAS_SAID.has(lower))) return false;
  return pieces
    .slice(verb + 3, verb + 9)
    .some(({ lower }) => lower === 'a' || lower === 'an' || lower === '“' || lower === '"');
}

/** "prosecutors charged him with murder" */
export const chargesWith = (pieces: readonly Piece[], verb: number): boolean =>
  pieces.slice(verb + 1, verb + 8).some(({ lower }) => lower === 'with') &&
  pieces[verb]!.lower !== 'charges' &&
  pieces[verb]!.lower !== 'charge';

/** A plural of a few words between a comma and the verb, behind a clause. */
export function setApart(pieces: readonly Piece[], verb: number): boolean {
  let comma = verb - 1;
  while (
    comma > 0 &&
    verb - comma < 5 &&
    pieces[comma]!.kind === 'word' &&
    !CONJUNCTIONS.has(pieces[comma]!.lower)
  )
    comma--;
  if (pieces[comma]?.lower !== ',' || comma === verb - 1) return false;
  if (pieces[verb + 1]?.lower === ',' && CONJUNCTIONS.has(pieces[verb + 2]?.lower ?? '')) return false;
  for (let at = 0; at < comma; at++)
    if (AUXILIARIES.has(pieces[at]!.lower) || COMMON_VERBS.has(pieces[at]!.lower)) return true;
  return false;
}

/** "Voters in each state want", "families from the valley insist": a plural before a preposition and its noun. */
export function pluralFartherOff(pieces: readonly Piece[], to: number): boolean {
  for (let at = to - 2; at > 0 && to - at < 7; at--) {
    const piece = pieces[at]!;
    if (piece.kind !== 'word' || AUXILIARIES.has(piece.lower) || piece.lower === 'to') return false;
    if (PREPOSITIONS.has(piece.lower))
      return /[^s']s$|people$|men$|women$|children$/.test(pieces[at - 1]!.lower);
  }
  return false;
}
