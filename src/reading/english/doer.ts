import type { Piece } from '../attribution.ts';
import type { VerbCue } from './cues.ts';
import { clauseBefore, isFiniteVerb, looksFinite } from './finite-verb.ts';
import type { Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { subjectBefore } from './subject.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  isAdverb,
  PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

const SPANS_OF_TIME = new Set([
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'decades',
  'time',
  'life',
  'lives',
]);

/** The subject of the last verb before `index` that has one of its own: whose deed a coordinated verb is too. */
export function earlierSubject(pieces: readonly Piece[], index: number): Range | undefined {
  for (let at = index - 1; at > 0 && index - at < 60; at--) {
    const piece = pieces[at]!;
    if (piece.lower === ';') return undefined;
    if (!looksFinite(pieces, at) || isReduced(pieces, at)) continue;
    const subject = subjectBefore(pieces, startOfVerb(pieces, at));
    if (subject && !RELATIVES.has(pieces[subject.from]!.lower)) return subject;
  }
  return undefined;
}

/** "met families of people killed on Monday and said": a participle behind its noun, no verb of the sentence. */
const isReduced = (pieces: readonly Piece[], at: number): boolean => {
  const next = pieces[at + 1]?.lower ?? '';
  return (
    (/ed$/.test(pieces[at]!.lower) || TAKEN.has(pieces[at]!.lower)) &&
    (PREPOSITIONS.has(next) || TIME_WORDS.has(next)) &&
    clauseBefore(pieces, at)
  );
};
const TAKEN = new Set('held kept taken found shot left hit struck sent brought'.split(' '));

/** Where the auxiliaries and adverbs of a verb begin. */
export function startOfVerb(pieces: readonly Piece[], index: number): number {
  let from = index;
  while (from > 0 && (AUXILIARIES.has(pieces[from - 1]!.lower) || isAdverb(pieces[from - 1]!.lower))) from--;
  return from;
}

const WRITTEN = new Set(
  'statement letter email e-mail message tweet post memo release communiqué note ad report video bulletin'.split(
    ' ',
  ),
);
const GIVES = new Set(
  'issued issues issue published publishes posted released releases sent send sends signed wrote circulated put out'.split(
    ' ',
  ),
);

const PERCEIVED = new Set(['heard', 'seen', 'shown', 'filmed', 'caught', 'pictured', 'recorded']);

/** Who does what a participle says: the nearest speaker, else the subject of the sentence. */
export function sourceOfParticiple(
  pieces: readonly Piece[],
  cue: VerbCue,
  previous: Range | undefined,
): Range | undefined {
  const before = pieces[cue.from - 1];
  // "Voices are heard screaming": nobody says that they do.
  if (before && PERCEIVED.has(before.lower)) return undefined;
  // "The council issued a statement saying …": whoever issued it says so.
  if (
    before &&
    WRITTEN.has(before.lower) &&
    ['a', 'an', 'the', 'its', 'his', 'her', 'their'].includes(pieces[cue.from - 2]?.lower ?? '')
  ) {
    const given =
      GIVES.has(pieces[cue.from - 3]?.lower ?? '') || GIVES.has(pieces[cue.from - 4]?.lower ?? '');
    const issuer = given ? earlierSubject(pieces, cue.from - 1) : undefined;
    if (issuer) return issuer;
  }
  if (
    before &&
    before.kind === 'word' &&
    !SPANS_OF_TIME.has(before.lower) &&
    !CONJUNCTIONS.has(before.lower) &&
    !PREPOSITIONS.has(before.lower) &&
    !SUBORDINATORS.has(before.lower)
  ) {
    return subjectBefore(pieces, cue.from);
  }
  const earlier = earlierSubject(pieces, cue.from);
  if (before?.lower !== ',' && earlier) return earlier;
  if (previous) return previous;
  if (earlier) return earlier;
  for (let at = 0; at < pieces.length; at++) {
    if (at > cue.from && cue.from > 1) break;
    if (isFiniteVerb(pieces, at) && at !== cue.verb) {
      const subject = subjectBefore(pieces, at);
      if (subject) return subject;
    }
  }
  // A participle that opens the sentence: the subject comes after the comma.
  if (cue.from <= 1) {
    for (let at = cue.to; at < pieces.length; at++) {
      if (pieces[at]!.lower === ',') {
        const phrase = phraseAfter(pieces, at + 1, pieces.length);
        if (phrase) return phrase;
      }
    }
  }
  return undefined;
}
