import type { Span } from '../model/index.ts';
import { NOT_LATIN, wordClass } from './classes.ts';
import { cueFormOf } from './english/cue-verbs.ts';
import { carriesClause } from './english/finite-verb.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
} from './english/words.ts';
import type { Token } from './tokens.ts';

/** A sentence of more words than this is one clause: nothing in it is looked for. */
const LONGEST = 400;
/** How many words a subject may have before its verb. */
const SUBJECT = 14;
/** Words that begin a clause which says another thing, with its own subject. */
const CONTRASTING = new Set(['but', 'while', 'whereas', 'whilst']);
const JOINT = wordClass(CONTRASTING, [';', ',', 'and']) | NOT_LATIN;
const CONTRASTING_AR = new Set(['لكن', 'ولكن', 'لكنه', 'لكنها', 'لكنهم', 'فيما', 'بينما', 'حين']);
/** "… and that the doors …": a second clause of what is said. */
const SECOND_AR = /^و(?:أن|إن|ان)(?:ه|ها|هم|هما|هن|نا)?$/u;
const THAT_AR = /^(?:ب?أن|إن|ان)(?:ه|ها|هم|هما|هن|نا|ني)?$/u;

/**
 * The clauses of a sentence that stand side by side, each with a verb of its own: "A while B", "A, but B", "A; B", "A
 * and the guards did B", «… وأن …», «… فيما …». They cover the sentence but for the words between them. What depends on
 * another clause (who, which, because, although) stays with it.
 */
export function clausesIn(tokens: readonly Token[]): Span[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return [];
  if (tokens.length > LONGEST || tokens.length < 6) return [{ start: first.start, end: last.end }];
  const clauses: Span[] = [];
  let from = 0;
  const cut = (to: number, next: number): void => {
    if (to > from) clauses.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end });
    from = next;
  };
  for (let at = 1; at < tokens.length - 1; at++) {
    const next = nextClauseAt(tokens, from, at);
    if (next === undefined) continue;
    cut(tokens[at - 1]!.lower === ',' || tokens[at - 1]!.lower === '،' ? at - 1 : at, next);
    at = Math.max(at, next);
  }
  cut(tokens.length, tokens.length);
  return clauses;
}

/** Where the clause begins that `at` leads over to, if it does. */
function nextClauseAt(tokens: readonly Token[], from: number, at: number): number | undefined {
  const { classes, lower: word } = tokens[at]!;
  if ((classes & JOINT) === 0) return undefined;
  if ((classes & NOT_LATIN) !== 0) return arabicClauseAt(tokens, from, at);
  if (word === ';') return at - from > 2 && tokens.length - at > 3 ? at + 1 : undefined;
  if (word === ',') {
    // "While many were freed, thousands remain."
    const opening = tokens[from]!.lower;
    if (opening !== 'while' && opening !== 'whereas' && opening !== 'whilst') return undefined;
    return hasVerb(tokens, from + 1, at) && subjectAndVerb(tokens, at + 1) ? at + 1 : undefined;
  }
  if (CONTRASTING.has(word)) {
    const opens = word === 'but' ? at + 1 : skipAdverbs(tokens, at + 1);
    if (word === 'but' && tokens[at - 1]?.lower === 'not') return undefined;
    return hasVerb(tokens, from, at) && subjectAndVerb(tokens, opens, true) ? at + 1 : undefined;
  }
  if (word !== 'and' || inRange(tokens, at)) return undefined;
  const opens = tokens[at + 1]!;
  const afterComma = tokens[at - 1]!.lower === ',';
  const begins =
    opens.kind === 'number' ||
    DETERMINERS.has(opens.lower) ||
    (PRONOUNS.has(opens.lower) && !RELATIVES.has(opens.lower)) ||
    afterComma ||
    /^\p{Lu}/u.test(opens.text);
  return begins && hasVerb(tokens, from, at) && subjectAndVerb(tokens, at + 1) ? at + 1 : undefined;
}

/** "Between 20 and 30 were": the word joins two numbers. */
function inRange(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 6; back--)
    if (tokens[back]!.lower === 'between' || tokens[back]!.lower === 'both') return true;
  return tokens[at - 1]!.kind === 'number' && tokens[at + 1]!.kind === 'number';
}

function skipAdverbs(tokens: readonly Token[], at: number): number {
  let to = at;
  while (tokens[to]?.kind === 'word' && tokens[to]!.lower.endsWith('ly')) to++;
  return to;
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (carriesClause(tokens, at)) return true;
  return false;
}

/**
 * A subject and its verb from `at` on; a subject holds no clause of its own but what describes it. Behind a word that
 * can only lead over (`sure`) it may be a list.
 */
function subjectAndVerb(tokens: readonly Token[], at: number, sure = false): boolean {
  const opening = tokens[at];
  // "As many as 1,500 may": the subject begins with how many.
  const number = tokens.findIndex(({ kind }, to) => to >= at && to < at + 5 && kind === 'number');
  const counts = number > at;
  if (!opening || opening.kind === 'mark' || (PREPOSITIONS.has(opening.lower) && !counts)) return false;
  if (carriesClause(tokens, at) || /ing$/.test(opening.lower)) return false;
  // "…, but fear some could": the verb goes on with the subject before it.
  const after = tokens[at + 1]?.lower ?? '';
  const cue = cueFormOf(opening.lower)?.form === 'base' && (DETERMINERS.has(after) || PRONOUNS.has(after));
  if (cue) return false;
  for (let to = (counts ? number : at) + 1; to < Math.min(tokens.length, at + SUBJECT); to++) {
    const word = tokens[to]!.lower;
    if (carriesClause(tokens, to)) return !/^(?:to|who|which|that|whose)$/.test(tokens[to - 1]!.lower);
    if (word === ';' || word === ':') return false;
    if (!sure && (word === ',' || CONJUNCTIONS.has(word))) return false;
    if (SUBORDINATORS.has(word) && !RELATIVES.has(word)) return false;
  }
  return false;
}

function arabicClauseAt(tokens: readonly Token[], from: number, at: number): number | undefined {
  const word = tokens[at]!.lower;
  // «بينما خرج كثيرون، بقي آخرون»
  if (word === '،' && /^[وف]?بينما$/u.test(tokens[from]!.lower))
    return at - from >= 3 && tokens.length - at > 3 ? at + 1 : undefined;
  if (word === '؛') return at - from > 2 ? at + 1 : undefined;
  const enough = at - from >= 3 && tokens.length - at >= 3;
  if (!enough) return undefined;
  if (SECOND_AR.test(word)) {
    // Only as a second clause of what is said: an "that" stands before it, or nothing does.
    const opened = tokens.slice(from, at).some(({ lower }) => THAT_AR.test(lower) || SECOND_AR.test(lower));
    return opened || tokens[at - 1]!.lower === '،' ? at + 1 : undefined;
  }
  if (!CONTRASTING_AR.has(word)) return undefined;
  if (word === 'حين')
    return tokens[at - 1]!.lower === 'في' && tokens[at - 2]?.lower === '،' ? at + 1 : undefined;
  if (word === 'فيما' && tokens[at - 1]!.lower !== '،') return undefined;
  return at + (/^ل?كن(?:ه|ها|هم)$/u.test(word.replace(/^و/u, '')) ? 0 : 1);
}
