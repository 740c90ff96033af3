import type { Piece } from '../attribution.ts';
import { cueFormOf } from './cue-verbs.ts';
import { headlineCase, type VerbCue } from './cues.ts';
import { isFiniteVerb, looksFinite } from './finite-verb.ts';
import { endOfSentence } from './frame.ts';
import { nounCueOf } from './noun-cues.ts';
import { isCapitalised, type Range } from './noun-phrase.ts';
import { isTimePreposition } from './phrase-after.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

/** What goes on being said after a speaker that stands in the middle: past the comma that follows. */
export function restAfter(pieces: readonly Piece[], from: number, limit: number): Range | undefined {
  const around = restAroundSpeaker(pieces, from, limit);
  if (around) return around;
  let at = from;
  let comma = false;
  let steps = 0;
  while (at < limit && steps < 25) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote') return { from: at, to: limitOfRest(pieces, at, limit) };
    if (piece.lower === ',' || piece.lower === ':') {
      comma = true;
      at++;
      const next = pieces[at];
      if (!next) return undefined;
      if (next.kind === 'quote') continue;
      if (
        next.kind === 'word' &&
        (next.lower.endsWith('ing') ||
          CONJUNCTIONS.has(next.lower) ||
          next.lower === 'who' ||
          next.lower === 'which')
      )
        return undefined;
      if (PREPOSITIONS.has(next.lower) || TIME_WORDS.has(next.lower) || SUBORDINATORS.has(next.lower)) {
        at++;
        steps++;
        comma = false;
        continue;
      }
      for (let ahead = at; ahead < Math.min(limit, at + 20); ahead++) {
        if (isFiniteVerb(pieces, ahead)) return { from: at, to: limitOfRest(pieces, at, limit) };
      }
      return undefined;
    }
    if (comma) break;
    at++;
    steps++;
  }
  return undefined;
}

/**
 * "Forty men slept there, he said, in a room of ten metres": between two commas the speaker only breaks into the words,
 * which go on with a preposition or a second clause, unless these say where and when the words were said.
 */
function restAroundSpeaker(pieces: readonly Piece[], from: number, limit: number): Range | undefined {
  const next = pieces[from + 1];
  if (pieces[from]?.lower !== ',' || !next || next.kind !== 'word' || from + 3 >= limit) return undefined;
  const behind = pieces[from + 2]!.lower;
  const goesOn = CONJUNCTIONS.has(next.lower)
    ? cueFormOf(behind) === undefined &&
      !isAdverb(behind) &&
      !PRONOUNS.has(behind) &&
      joinsClause(pieces, from + 2, limit)
    : PREPOSITIONS.has(next.lower) &&
      !isTimePreposition(pieces, from + 1, limit) &&
      !pieces[from + 2]!.lower.endsWith('ing');
  return goesOn ? { from: from + 1, to: endOfSentence(pieces, from + 1, limit) } : undefined;
}

function joinsClause(pieces: readonly Piece[], from: number, limit: number): boolean {
  for (let at = from; at < Math.min(limit, from + 14); at++) if (looksFinite(pieces, at)) return true;
  return false;
}

const limitOfRest = (pieces: readonly Piece[], from: number, limit: number): number => {
  const end = endOfSentence(pieces, from, limit);
  return end;
};

/** Where a content clause ends: the sentence's end, or a coordinated cue with the same speaker. */
export function endOfClause(
  pieces: readonly Piece[],
  from: number,
  verbs: readonly VerbCue[],
  index: number,
): number {
  const kind = verbs[index]!.form.kind;
  const end = endOfSentence(pieces, from);
  if (kind === 'stance' || kind === 'seeming') {
    for (let at = from; at < end; at++) {
      const word = pieces[at]!.lower;
      const next = pieces[at + 1];
      if (word === ';' || word === '—' || word === '–') return Math.max(at, from + 1);
      if (
        word === ',' &&
        at > from &&
        next &&
        (RELATIVES.has(next.lower) ||
          CONJUNCTIONS.has(next.lower) ||
          SUBORDINATORS.has(next.lower) ||
          (next.kind === 'word' && next.lower.endsWith('ing')) ||
          PREPOSITIONS.has(next.lower) ||
          PRONOUNS.has(next.lower))
      ) {
        if (next.lower === 'and' && !isFiniteVerb(pieces, at + 2) && !isFiniteVerb(pieces, at + 3)) continue;
        return at;
      }
      if (at > from && ['while', 'when', 'because', 'although', 'but', 'after'].includes(word)) return at;
    }
  }
  for (let next = index + 1; next < verbs.length; next++) {
    const other = verbs[next]!;
    if (other.from <= from) continue;
    const direct = pieces[other.from - 1];
    const beforeThat = pieces[other.from - 2];
    if (other.mood === 'ing' && direct?.lower === ',') return Math.min(end, other.from - 1);
    if (
      other.mood === 'ing' &&
      (direct?.lower === 'while' || direct?.lower === 'before' || direct?.lower === 'and') &&
      other.form.kind === 'speech'
    )
      return Math.min(end, other.from - 1);
    // "a man who says he was there, told …": the clause ends where its noun speaks on.
    if (
      direct?.lower === ',' &&
      other.mood === 'finite' &&
      other.form.kind === 'speech' &&
      pieces[verbs[index]!.from - 1]?.lower === 'who'
    )
      return Math.min(end, other.from - 1);
    if (
      (direct?.lower === 'and' || direct?.lower === 'but') &&
      other.mood === 'finite' &&
      other.form.kind !== 'seeming' &&
      other.form.form !== 'base'
    ) {
      return Math.min(end, beforeThat?.lower === ',' ? other.from - 2 : other.from - 1);
    }
  }
  for (let at = from + 2; at < end; at++) {
    if (pieces[at - 1]!.lower !== ',') continue;
    const word = pieces[at]!.lower;
    const next = pieces[at + 1]?.lower ?? '';
    if (word === 'with' && (nounCueOf(next) || pieces[at + 2]?.lower.endsWith('ing')))
      return Math.min(end, at - 1);
    if (word === 'but' && (next === 'there' || next === 'it' || next === 'that' || next === 'this'))
      return Math.min(end, at - 1);
  }
  if (headlineCase(pieces)) {
    for (let at = from + 2; at < end; at++) {
      if (['as', 'amid', 'after', 'while'].includes(pieces[at]!.lower) && isCapitalised(pieces[at + 1]))
        return at;
    }
  }
  for (let at = from + 2; at < end; at++) if (anotherSpeaks(pieces, at, end)) return at;
  for (let at = from + 1; at < end; at++) {
    if (pieces[at]!.lower === 'according' && pieces[at + 1]?.lower === 'to')
      return pieces[at - 1]!.lower === ',' ? at - 1 : at;
  }
  return end;
}

const LEADS_AWAY = new Set(['as', 'after', 'while', 'though', 'although', 'when']);

/** "… after the League said it was empty", "… as officials warn of floods": behind what is said another begins to speak. */
function anotherSpeaks(pieces: readonly Piece[], at: number, limit: number): boolean {
  if (!LEADS_AWAY.has(pieces[at]!.lower)) return false;
  for (let verb = at + 2; verb < Math.min(limit, at + 12); verb++) {
    const { kind, lower } = pieces[verb]!;
    if (kind !== 'word' && lower !== '’' && lower !== "'") return false;
    const aided = AUXILIARIES.has(pieces[verb - 1]!.lower);
    if (AUXILIARIES.has(lower) && cueFormOf(pieces[verb + 1]?.lower ?? '')) continue;
    const form = cueFormOf(lower);
    if (
      form &&
      form.kind === 'speech' &&
      form.form !== 'ing' &&
      (form.form !== 'base' || /[^s]s$/.test(pieces[verb - 1]!.lower)) &&
      (aided || looksFinite(pieces, verb) || form.form === 'base')
    )
      return !PRONOUNS.has(pieces[at + 1]!.lower);
    if (looksFinite(pieces, verb) || lower === 'that') return false;
  }
  return false;
}

export function clauseEnd(pieces: readonly Piece[], from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++) {
    const word = pieces[at]!.lower;
    const next = pieces[at + 1]?.lower ?? '';
    if (
      word === ';' ||
      (word === ',' &&
        (CONJUNCTIONS.has(next) || RELATIVES.has(next) || SUBORDINATORS.has(next) || next === 'according')) ||
      anotherSpeaks(pieces, at, limit)
    )
      return at;
  }
  return limit;
}
