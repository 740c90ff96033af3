import type { Piece } from '../attribution.ts';
import type { VerbCue } from './cues.ts';
import { looksFinite } from './finite-verb.ts';
import { isEnd } from './frame.ts';
import { phraseAfter } from './phrase-after.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

/** Whether what is said stands before the subject: a quotation, or a clause closed by a comma. */
export function contentBefore(pieces: readonly Piece[], subject: number, cue: VerbCue): boolean {
  const direct = pieces[subject - 1];
  if (!direct) return false;
  if (direct.kind === 'quote') return true;
  if (direct.lower === ',' && pieces[subject - 2]?.kind === 'quote') return true;
  if (cue.form.kind !== 'speech' && cue.form.kind !== 'thought' && cue.form.kind !== 'evidence') return false;
  const comma =
    direct.lower === ',' ||
    (['”', '"', '’', "'"].includes(direct.lower) &&
      [',', '?', '!'].includes(pieces[subject - 2]?.lower ?? ''));
  if (!comma) return false;
  let verb = false;
  for (let at = subject - 2; at >= 0; at--) {
    if (looksFinite(pieces, at) || pieces[at]!.kind === 'quote') verb = true;
  }
  if (!verb) return breaksInto(pieces, subject, cue);
  const first = pieces[0]!.lower;
  // "When asked, she said": a fronted clause, not what she said.
  const counts =
    PREPOSITIONS.has(first) && (pieces[1]?.kind === 'number' || VAGUE_NUMBERS.has(pieces[1]?.lower ?? ''));
  if (SUBORDINATORS.has(first) || (PREPOSITIONS.has(first) && !counts && !clauseInMiddle(pieces, subject)))
    return !takesClause(pieces, cue);
  if (first.endsWith('ing') || first === 'asked') return false;
  return !takesClause(pieces, cue);
}

/** "The figure of 900, he said, was too high": the speaker stands between a subject and its verb. */
function breaksInto(pieces: readonly Piece[], subject: number, cue: VerbCue): boolean {
  const first = pieces[0]!.lower;
  if (subject < 3 || pieces[cue.to]?.lower !== ',' || PREPOSITIONS.has(first) || SUBORDINATORS.has(first))
    return false;
  return looksFinite(pieces, cue.to + 1) && !first.endsWith('ing') && first !== 'asked';
}

/** As `hasObject`; "volunteers told the Hill Wire." holds only whom they told. */
function takesClause(pieces: readonly Piece[], cue: VerbCue): boolean {
  if (cue.form.base === 'tell') {
    const told = phraseAfter(pieces, cue.to, pieces.length);
    if (told && isEnd(pieces, told.to)) return false;
  }
  return hasObject(pieces, cue.to);
}

const VAGUE_NUMBERS = new Set(
  'a dozens hundreds thousands half two three four five six seven eight nine ten twenty'.split(' '),
);

function clauseInMiddle(pieces: readonly Piece[], subject: number): boolean {
  let commas = 0;
  for (let at = 0; at < subject - 1; at++) if (pieces[at]!.lower === ',') commas++;
  return commas >= 1;
}

/** Whether a clause or an object follows the verb at once, rather than an adverbial or the end. */
function hasObject(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece || piece.kind === 'mark') return piece !== undefined && piece.lower === ':';
  if (piece.kind === 'quote') return true;
  if (piece.lower === 'that' || DETERMINERS.has(piece.lower) || PRONOUNS.has(piece.lower))
    return !TIME_WORDS.has(piece.lower);
  if (PREPOSITIONS.has(piece.lower) || TIME_WORDS.has(piece.lower) || isAdverb(piece.lower)) return false;
  if (SUBORDINATORS.has(piece.lower)) return false;
  return !CONJUNCTIONS.has(piece.lower);
}

/** Where the content that ends before `before` begins: the sentence, or past an earlier cue's conjunction. */
export function contentStartBefore(
  pieces: readonly Piece[],
  before: number,
  verbs: readonly VerbCue[],
  index: number,
): number {
  let from = 0;
  const earlier = verbs[index - 1];
  if (pieces[before - 1]?.kind === 'quote' || pieces[before - 2]?.kind === 'quote') {
    // Words said stand alone, unless the writer's sentence leads into them.
    const quote = pieces[before - 1]?.kind === 'quote' ? before - 1 : before - 2;
    if (quote === 0 || !earlier) return quote === 1 ? 0 : quote;
    return quote;
  }
  if (earlier && earlier.to < before) {
    for (let at = before - 2; at > earlier.to; at--) {
      if (pieces[at]!.lower === 'but' || pieces[at]!.lower === ';') {
        from = at + 1;
        break;
      }
    }
  }
  // "The mayor is more careful: some of them, he said, …": what was said stands behind the colon.
  for (let at = before - 2; at > from + 1; at--) {
    if (pieces[at]!.lower !== ':') continue;
    for (let verb = from + 1; verb < at; verb++)
      if (looksFinite(pieces, verb)) {
        from = at + 1;
        break;
      }
    break;
  }
  while (from < before && (CONJUNCTIONS.has(pieces[from]!.lower) || pieces[from]!.lower === ',')) from++;
  return from;
}

export function trimmedEnd(pieces: readonly Piece[], to: number): number {
  let end = to;
  while (end > 0 && (pieces[end - 1]!.lower === ',' || CONJUNCTIONS.has(pieces[end - 1]!.lower))) end--;
  return end;
}
