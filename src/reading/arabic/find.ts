import type { Span } from '../../model/index.ts';
import type { Attribution, Piece } from '../attribution.ts';
import type { Unit } from '../units.ts';
import { END_MARKS, THAT } from './content.ts';
import { countFrame } from './count-frames.ts';
import { arabicCueOf } from './cues.ts';
import { according, colonSpeaker, noun, passive, verbal } from './frames.ts';
import { isSpeakerHead, speakerBehindNominal } from './speaker.ts';

/**
 * The attributions of one Arabic unit: a cue verb with its speaker behind it up to "أن", before it, or in the verb
 * alone; "بحسب", "وفق", "نقلاً عن" with the source behind; passives without a source. Order of words does the work
 * that case endings would; see docs/reading.md for what that costs.
 */
export function arabicAttributionsIn(unit: Unit): Attribution[] {
  const { pieces } = unit;
  const found: Attribution[] = [];
  let end = pieces.length;
  while (end > 0 && END_MARKS.has(pieces[end - 1]!.lower)) end--;
  for (let at = 0; at < end; at++) {
    const piece = pieces[at]!;
    if (piece.kind !== 'word') continue;
    const cue = arabicCueOf(piece.lower);
    if (!cue) continue;
    if (cue.frame === 'verb' && isNoSaying(pieces, at, cue.base)) continue;
    const made =
      cue.frame === 'according'
        ? according(pieces, at, end, cue.base)
        : cue.frame === 'passive'
          ? passive(pieces, at, end, cue.base)
          : cue.frame === 'noun'
            ? noun(pieces, at, end, cue)
            : verbal(
                pieces,
                at,
                end,
                cue,
                found.findLast((each) => each.kind !== 'hearsay') ?? opening(pieces, at),
              );
    if (!made) continue;
    found.push(made);
  }
  const count = countFrame(pieces, end);
  if (count && !found.some(({ cue }) => cue.start <= count.cue.start)) found.push(count);
  const before = found.length === 0 ? colonSpeaker(pieces, end) : undefined;
  if (before) found.push(before);
  return found;
}

/** «ما نشر عن السجن», «كان يتحدث وهو يشد بطانية», «ما بين ثمانين وتسعين»: nobody says anything by these. */
function isNoSaying(pieces: readonly Piece[], at: number, base: string): boolean {
  const before = pieces[at - 1]?.lower ?? '';
  const next = pieces[at + 1]?.lower ?? '';
  if (base === 'بين') return /^(?:بين|وبين)$/u.test(pieces[at]!.lower) && !isSpeakerHead(next);
  if (/^[بلك]?ما$/u.test(before))
    return !/^(?:بحسب|حسب|وفق|وفقا)$/u.test(pieces[at - 2]?.lower ?? '') && before !== 'كما';
  if (/^و(?:هو|هي|هم)$/u.test(before))
    return !pieces
      .slice(at + 1, at + 5)
      .some(({ kind, lower }) => kind === 'quote' || lower === ':' || THAT.has(lower));
  return base === 'تحدث' && /^و(?:هو|هي|هم)$/u.test(next);
}

/** «أنهت الفرق بحثها، نافية …»: the subject of the verb that opens the sentence speaks in its participle. */
function opening(pieces: readonly Piece[], at: number): { readonly source: Span } | undefined {
  const first = pieces[0]?.kind === 'word' && at > 2 ? speakerBehindNominal(pieces, 1, at, '') : undefined;
  return first && isSpeakerHead(pieces[1]!.lower) ? { source: first.span } : undefined;
}
