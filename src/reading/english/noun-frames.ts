import type { Piece } from '../attribution.ts';
import { clauseEnd } from './content-after.ts';
import { endOfSentence, type Frame } from './frame.ts';
import { CUE_NOUN, FEELING, HEARSAY_ADVERBS, nounCueOf } from './noun-cues.ts';
import { HONORIFICS, isCapitalised, type Range } from './noun-phrase.ts';
import { subjectBefore } from './subject.ts';
import { BE, DETERMINERS, isAdverb, MONTHS, POSSESSIVES, PREPOSITIONS, PRONOUNS } from './words.ts';

export function nounFrames(pieces: readonly Piece[], verbs: readonly Frame[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 1 < pieces.length; at++) {
    const piece = pieces[at]!;
    if ((piece.classes & CUE_NOUN) === 0 || piece.kind !== 'word') continue;
    const noun = nounCueOf(piece.lower);
    if (!noun || verbs.some((frame) => frame.cue.from <= at && at < frame.cue.to)) continue;
    const before = pieces[at - 1]?.lower ?? '';
    if (PRONOUNS.has(before) || before === 'to') continue;
    const next = pieces[at + 1]!;
    const clauseWithoutThat =
      noun.bare &&
      (noun.kind === 'thought' || before === 'amid') &&
      (DETERMINERS.has(next.lower) ||
        PRONOUNS.has(next.lower) ||
        (next.kind === 'word' && before === 'amid' && !PREPOSITIONS.has(next.lower)));
    if (!noun.followers.includes(next.lower) && !clauseWithoutThat) continue;
    // "a report of 2021", "an account of the day"
    if (
      next.lower === 'of' &&
      (/^(?:1[89]|20)\d\d$/.test(pieces[at + 2]?.text ?? '') || MONTHS.has(pieces[at + 2]?.lower ?? ''))
    )
      continue;
    let from = at;
    let source: Range | undefined;
    const owner = pieces[at - 1];
    let possessive = at - 1;
    while (
      possessive > 0 &&
      at - possessive < 3 &&
      pieces[possessive]!.kind === 'word' &&
      !pieces[possessive]!.lower.includes("'s") &&
      !POSSESSIVES.has(pieces[possessive]!.lower)
    )
      possessive--;
    const holder = pieces[possessive];
    if (holder && (POSSESSIVES.has(holder.lower) || /'s$|s'$/.test(holder.lower))) {
      let begin = possessive;
      if (!POSSESSIVES.has(holder.lower)) while (begin > 0 && belongsToName(pieces, begin - 1)) begin--;
      source = { from: begin, to: possessive + 1 };
      from = possessive + 1;
    } else if (
      owner &&
      owner.kind === 'word' &&
      (owner.lower === 'amid' || owner.lower === 'growing' || owner.lower === 'unverified')
    )
      from = at - 1;
    const end = endOfSentence(pieces, at);
    const start =
      clauseWithoutThat || next.lower === 'that' || next.lower === 'to' || next.lower === 'whether'
        ? at + 1
        : at + 2;
    const stop = clauseEnd(pieces, start, end);
    if (stop <= start) continue;
    frames.push({
      cue: {
        from,
        to:
          next.lower === 'that' || next.lower === 'to' || clauseWithoutThat || next.lower === 'whether'
            ? at + 1
            : at + 2,
      },
      ...(source ? { source } : {}),
      content: [{ from: start, to: stop }],
      kind: noun.kind,
      base: noun.base,
      negated: false,
    });
  }
  return frames;
}

/** "Mr.", "J.", a capital or an article before a name. */
const belongsToName = (pieces: readonly Piece[], at: number): boolean => {
  const piece = pieces[at]!;
  if (piece.lower !== '.') return isCapitalised(piece) || DETERMINERS.has(piece.lower);
  const before = pieces[at - 1];
  return before !== undefined && (HONORIFICS.has(before.lower) || /^\p{Lu}$/u.test(before.text));
};

export function feelingFrames(pieces: readonly Piece[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 1; at + 1 < pieces.length; at++) {
    if ((pieces[at]!.classes & CUE_NOUN) === 0) continue;
    const word = pieces[at]!.lower;
    if (HEARSAY_ADVERBS.has(word)) {
      const end = endOfSentence(pieces, at);
      frames.push({
        cue: { from: at, to: at + 1 },
        content: [{ from: at + 1, to: clauseEnd(pieces, at + 1, end) }],
        kind: 'hearsay',
        base: word,
        negated: false,
      });
      continue;
    }
    if (!FEELING.has(word)) continue;
    let be = at - 1;
    while (be > 0 && isAdverb(pieces[be]!.lower)) be--;
    if (!BE.has(pieces[be]!.lower) && !pieces[be]!.lower.includes("'")) continue;
    const next = pieces[at + 1]!.lower;
    if (!['that', 'about', 'of', 'to', 'with', 'in', 'over', 'he', 'she', 'they', 'the', 'it'].includes(next))
      continue;
    const source = subjectBefore(pieces, be);
    if (!source) continue;
    const end = endOfSentence(pieces, at);
    const start = ['about', 'of', 'with', 'in', 'over'].includes(next) ? at + 2 : at + 1;
    frames.push({
      cue: { from: be, to: at + 1 },
      source,
      content: [{ from: start, to: clauseEnd(pieces, start, end) }],
      kind: 'thought',
      base: word,
      negated: false,
    });
  }
  return frames;
}
