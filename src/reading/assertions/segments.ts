import type { Span } from '../../model/index.ts';
import type { Assertion } from '../assertions.ts';
import { cueFormOf } from '../english/cue-verbs.ts';
import { carriesClause } from '../english/finite-verb.ts';
import {
  AUXILIARIES,
  BE,
  DETERMINERS,
  HAVE,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../english/words.ts';
import type { Token } from '../tokens.ts';

/** A part of fewer words says nothing by itself. */
const SHORTEST = 3;
/** Whom a part is said of is named in at most so many words. */
const SUBJECT = 9;
const JOINING = new Set('and but before after amid over despite following growing mounting'.split(' '));
const RELATIVE = new Set(['which', 'who', 'where', 'whose']);
const RELATIVE_AR = /^(?:الذي|التي|الذين|اللذين|اللذان|حيث)$/u;
/** Words that open a clause with a subject of its own, behind the main one. */
const OWN_SUBJECT = new Set(
  'while whereas although though because as since that he she it they we the a an his her its their'.split(
    ' ',
  ),
);
const CLAUSE_AR = /^(?:فيما|بينما|لكن|ولكن|لكنه|لكنها|غير|إذ|وأن|وأنه|وأنها|وإن|وإنه|وإنها)$/u;

interface Cut {
  /** The first token of the part. */
  readonly at: number;
  readonly of: Span | undefined;
}

/** The predicates and clauses of one statement, from the second on: they run on from cut to cut. */
export function segmentsIn(tokens: readonly Token[]): Assertion[] {
  const cuts: Cut[] = [];
  const verb = tokens.findIndex((_, at) => carriesClause(tokens, at));
  const subject =
    verb > 0 && verb <= SUBJECT && !tokens.slice(0, verb).some(({ lower }) => SUBORDINATORS.has(lower))
      ? { start: tokens[0]!.start, end: tokens[verb - 1]!.end }
      : undefined;
  let from = 0;
  for (let at = 2; at < tokens.length - 2; at++) {
    const next =
      tokens[at]!.lower.charCodeAt(0) >= 0x600 ? arabicCut(tokens, at) : englishCut(tokens, at, verb);
    if (next === undefined || wordsBetween(tokens, from, at) < SHORTEST) continue;
    const opening = tokens[next]!.lower;
    const relative = RELATIVE.has(opening) || RELATIVE_AR.test(opening);
    const own = OWN_SUBJECT.has(opening) || CLAUSE_AR.test(opening) || tokens[next - 1]!.lower === ';';
    cuts.push({ at: next, of: relative ? nounBefore(tokens, at) : own ? undefined : subject });
    from = next;
    at = next;
  }
  const parts: Assertion[] = [];
  cuts.forEach(({ at, of }, n) => {
    let to = cuts[n + 1]?.at ?? tokens.length;
    while (to > at && (tokens[to - 1]!.kind === 'mark' || JOINING.has(tokens[to - 1]!.lower))) to--;
    if (wordsBetween(tokens, at, to) < SHORTEST) return;
    const span = { start: tokens[at]!.start, end: tokens[to - 1]!.end };
    parts.push({ ...span, kind: 'beside', own: span, ...(of && { of }) });
  });
  return parts;
}

const wordsBetween = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.slice(from, to).filter(({ kind }) => kind !== 'mark').length;

/** The words before a relative pronoun that it stands for. */
function nounBefore(tokens: readonly Token[], at: number): Span | undefined {
  let from = at;
  while (from > 0 && at - from < 5 && tokens[from - 1]!.kind !== 'mark') {
    from--;
    if (DETERMINERS.has(tokens[from]!.lower) || PREPOSITIONS.has(tokens[from]!.lower)) break;
  }
  if (PREPOSITIONS.has(tokens[from]!.lower)) from++;
  return from < at ? { start: tokens[from]!.start, end: tokens[at - 1]!.end } : undefined;
}

const DOUBTS = new Set(
  'fears concerns worries warnings suspicions claims reports allegations hopes'.split(' '),
);
const BESIDES = new Set(['amid', 'over', 'despite', 'after', 'following']);
/** "Amid (growing) fears (that) …" and a clause: what is feared is told besides what is done. */
const opensFears = (tokens: readonly Token[], at: number, next: number): boolean =>
  [tokens[at - 1]!.lower, tokens[at - 2]?.lower].some((word) => word !== undefined && BESIDES.has(word)) &&
  hasVerb(tokens, next);

const CLAUSES = new Set('while whereas although though because'.split(' '));
/** Behind "as": no comparison, no role. */
const NO_CLAUSE = new Set('many much few well far long soon if though a an part it to'.split(' '));

/** A clause with a subject of its own opens here: "while crews dig", "as families wait", "; he fled", "and that …". */
function opensClause(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]!.lower;
  const next = tokens[at + 1]!.lower;
  if (word === ';') return hasVerb(tokens, at + 1) ? at + 1 : undefined;
  if (word === 'and' && next === 'that') return hasVerb(tokens, at + 2) ? at + 1 : undefined;
  if (CLAUSES.has(word)) return verbSoon(tokens, at + 1) ? at : undefined;
  const compares = tokens[at - 1]!.lower === 'such' || tokens[at - 2]?.lower === 'as';
  if (word === 'as' && !NO_CLAUSE.has(next) && !compares) return verbSoon(tokens, at + 1) ? at : undefined;
  // "The doors were open, and the guards had gone"
  const joined = word === ',' && (next === 'and' || next === 'but');
  return joined && NAMES_SUBJECT.has(tokens[at + 2]!.lower) && verbSoon(tokens, at + 2) ? at + 2 : undefined;
}
const NAMES_SUBJECT = new Set('he she it they we the a an his her its their'.split(' '));

/** A verb of its own, not the first word. */
const verbSoon = (tokens: readonly Token[], from: number): boolean => {
  for (let at = from + 1; at < Math.min(tokens.length, from + 6); at++) {
    if (tokens[at]!.kind === 'mark') return false;
    if (carriesClause(tokens, at)) return true;
  }
  return false;
};

function englishCut(tokens: readonly Token[], at: number, verb: number): number | undefined {
  if (verb < 0 || at <= verb) return undefined;
  const word = tokens[at]!.lower;
  const clause = at + 2 < tokens.length ? opensClause(tokens, at) : undefined;
  if (clause !== undefined) return clause;
  // A comma may stand within the marks: “… teams,” supported by …
  const next = word === ',' && /^[”"’»']$/.test(tokens[at + 1]!.text) ? at + 2 : at + 1;
  if (word === 'and' || word === 'but') {
    const on = isAdverb(tokens[next]!.lower) ? next + 1 : next;
    return goesOn(tokens, at, on) ? next : undefined;
  }
  // "… amid fears that they could choke"
  if (DOUBTS.has(word)) return opensFears(tokens, at, next) ? at : undefined;
  // "… before landing in Norvia"
  if (word === 'before' || word === 'after')
    return /^[a-z]{3,}ing$/.test(tokens[next]!.text) ? next : undefined;
  if (word !== ',') return undefined;
  const opening = tokens[next];
  if (!opening || next + 1 >= tokens.length) return undefined;
  if (RELATIVE.has(opening.lower)) return hasVerb(tokens, next + 1) ? next : undefined;
  // "…, fleeing over the river", "…, accompanied by a guard"
  const behind = tokens[next + 1]!.lower;
  const passive = behind === 'by' && opening.lower.endsWith('ed');
  const participle =
    /^[a-z]{3,}(?:ing|ed)$/.test(opening.text) && (passive || cueFormOf(opening.lower) === undefined);
  if (participle && (PREPOSITIONS.has(behind) || DETERMINERS.has(behind) || PRONOUNS.has(behind)))
    return next;
  // "took the bridge, burnt the mill, and left"
  return !AUXILIARIES.has(opening.lower) && goesOn(tokens, at, next) ? next : undefined;
}

const hasVerb = (tokens: readonly Token[], from: number): boolean =>
  tokens.some((_, at) => at >= from && at < from + 12 && carriesClause(tokens, at));

/** A verb at `on` that goes on with the subject of the clause: "… and was granted asylum", "… and fled". */
const goesOn = (tokens: readonly Token[], joint: number, on: number): boolean =>
  carriesClause(tokens, on) && isPastOrThird(tokens[on]!.lower) && !sharesAuxiliary(tokens, joint, on);

/** "To find and break": a bare verb goes on with an infinitive as well. */
const isPastOrThird = (word: string): boolean =>
  AUXILIARIES.has(word) || /(?:ed|s)$/.test(word) || PAST.has(word) || cueFormOf(word)?.form === 'past';
const PAST = new Set(
  `became began came went got gave took brought left lost won kept held led met ran sent set sat stood spent broke built bought
  fell flew fled fought grew drew drove hit cut let paid put rose sold shot struck taught threw wore woke lay`.split(
    /\s+/,
  ),
);

/** "Were beaten and killed": the second is a participle behind the same auxiliary, and goes on with the first. */
function sharesAuxiliary(tokens: readonly Token[], joint: number, next: number): boolean {
  if (AUXILIARIES.has(tokens[next]!.lower)) return false;
  for (let at = joint - 1; at >= 0; at--) {
    if (!carriesClause(tokens, at)) continue;
    const word = tokens[at]!.lower;
    return BE.has(word) || HAVE.has(word) || AUXILIARIES.has(word);
  }
  return false;
}

function arabicCut(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]!.lower !== '،') return undefined;
  const next = tokens[at + 1]!.lower;
  return RELATIVE_AR.test(next) || CLAUSE_AR.test(next) ? at + 1 : undefined;
}
