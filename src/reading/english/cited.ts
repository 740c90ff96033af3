import type { Piece } from '../attribution.ts';
import { isSpeakingNoun } from '../speaking-nouns.ts';
import { looksFinite } from './finite-verb.ts';
import { endOfSentence, type Frame } from './frame.ts';
import { isCapitalised, type Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { PREPOSITIONS, RELATIVES } from './words.ts';

const CITING = new Set(['cite', 'quote', 'point']);

/**
 * "…, the Wire reported, citing a doctor", "according to the Wire, which cited two guards": what is cited is no statement,
 * but whom what is said beside it came from, where it is somebody who speaks.
 */
export function withCited(pieces: readonly Piece[], frames: readonly Frame[]): Frame[] {
  const made = [...frames];
  for (const [index, frame] of frames.entries()) {
    if (!CITING.has(frame.base) || !frame.source) continue;
    const cited = phraseAfter(pieces, frame.cue.to, endOfSentence(pieces, frame.cue.to));
    if (!cited || holdsClause(pieces, cited.to, frame.content.at(-1)!.to)) continue;
    const citer = made.findIndex(
      (other, at) => at !== index && other.kind === 'speech' && sameSource(pieces, other, frame),
    );
    if (citer < 0) continue;
    made[index] = { ...frame, names: 'a source' };
    if (speaks(pieces, cited)) made[citer] = { ...made[citer]!, cites: cited };
  }
  return made;
}

/** Both have one source, or that of `citing` is a relative pronoun right behind that of `other`. */
function sameSource(pieces: readonly Piece[], other: Frame, citing: Frame): boolean {
  const [had, cites] = [other.source, citing.source!];
  if (!had || had.from >= citing.cue.from) return false;
  if (had.from === cites.from) return true;
  return RELATIVES.has(pieces[cites.from]!.lower) && cites.from - had.to >= 0 && cites.from - had.to <= 1;
}

function holdsClause(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      pieces[at]!.kind === 'quote' ||
      (looksFinite(pieces, at) && !PREPOSITIONS.has(pieces[at + 1]?.lower ?? ''))
    )
      return true;
  return false;
}

/** The head of the phrase is a name, or a noun of those who speak. */
function speaks(pieces: readonly Piece[], { from, to }: Range): boolean {
  let head = from;
  while (head + 1 < to && !PREPOSITIONS.has(pieces[head + 1]!.lower) && pieces[head + 1]!.kind === 'word')
    head++;
  const { lower } = pieces[head]!;
  return isCapitalised(pieces[head]) || isSpeakingNoun(lower) || isSpeakingNoun(lower.replace(/s$/, ''));
}
