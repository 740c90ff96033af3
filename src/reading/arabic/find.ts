import type { Attribution } from '../attribution.ts';
import type { Unit } from '../units.ts';
import { END_MARKS } from './content.ts';
import { arabicCueOf } from './cues.ts';
import { according, colonSpeaker, noun, passive, verbal } from './frames.ts';

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
    const made =
      cue.frame === 'according'
        ? according(pieces, at, end, cue.base)
        : cue.frame === 'passive'
          ? passive(pieces, at, end, cue.base)
          : cue.frame === 'noun'
            ? noun(pieces, at, end, cue)
            : verbal(pieces, at, end, cue, found.length > 0);
    if (!made) continue;
    found.push(made);
  }
  const before = found.length === 0 ? colonSpeaker(pieces, end) : undefined;
  if (before) found.push(before);
  return found;
}
