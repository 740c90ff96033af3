import type { Span } from '../../model/index.ts';
import type { Attribution, AttributionKind, Piece } from '../attribution.ts';
import { isSpeakingNoun } from '../speaking-nouns.ts';
import type { Unit } from '../units.ts';
import { ADDRESSING } from './cue-verbs.ts';
import { headlineCase, type VerbCue, verbCuesIn } from './cues.ts';
import { FEELING, HEARSAY_ADVERBS, nounCueOf } from './noun-cues.ts';
import {
  isCapitalised,
  isFiniteVerb,
  looksFinite,
  phraseAfter,
  type Range,
  subjectBefore,
} from './noun-phrase.ts';
import {
  AUXILIARIES,
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  MONTHS,
  NEGATIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

/** A cue with its frame still in pieces. */
interface Frame {
  readonly cue: Range;
  readonly source?: Range;
  readonly content: readonly Range[];
  readonly kind: AttributionKind;
  readonly base: string;
  readonly negated: boolean;
  readonly addressee?: Range;
}

/**
 * The attributions of one English unit, by frames over closed-class words and a lexicon of cues: verbs ("X said that",
 * "…, said X"), "according to X", nouns ("fears that"), passives without a source ("is said to"), a speaker before a
 * colon. The frames are those that PARC3 and PolNeAR describe (Pareti 2015; Newell et al. 2018).
 */
export function attributionsIn(unit: Unit): Attribution[] {
  const pieces = unit.pieces;
  const frames: Frame[] = [];
  const verbs = verbCuesIn(pieces);
  const taken = new Set<number>();
  const sources: (Range | undefined)[] = [];
  for (let index = 0; index < verbs.length; index++) {
    const cue = verbs[index]!;
    if (taken.has(cue.verb)) continue;
    const previous = sources.findLast((source) => source !== undefined);
    const frame = frameOf(pieces, cue, verbs, index, previous);
    if (!frame) continue;
    sources.push(frame.source);
    frames.push(frame);
    // "declined to say": one cue, not two.
    const chained = verbs[index + 1];
    if (chained && chained.mood === 'infinitive' && chained.from === cue.to) taken.add(chained.verb);
  }
  frames.push(
    ...accordingFrames(pieces),
    ...countFrames(pieces),
    ...nounFrames(pieces, frames),
    ...feelingFrames(pieces),
  );
  const colon = colonFrame(pieces);
  if (
    colon &&
    !frames.some(
      (frame) =>
        frame.source &&
        (frame.cue.to <= colon.cue.to ||
          (frame.source.from === colon.cue.to && pieces[colon.cue.to]?.kind !== 'quote')),
    )
  ) {
    frames.push(colon);
  }
  return frames
    .filter((frame) => !isInward(frame, frames))
    .map((frame) => toAttribution(unit, frame))
    .filter((each): each is Attribution => each !== undefined);
}

/** A thought or an attitude within what somebody is already said to say or think: part of it, no attribution of its own. */
const isInward = (frame: Frame, frames: readonly Frame[]): boolean =>
  (frame.kind === 'thought' || frame.kind === 'stance') &&
  frames.some(
    (other) =>
      other !== frame &&
      other.source !== undefined &&
      (other.kind === 'speech' || other.kind === 'thought' || other.kind === 'evidence') &&
      other.content.some((content) => content.from <= frame.cue.from && content.to >= frame.cue.to),
  );

const REQUESTS = new Set(['ask', 'urge', 'beg', 'order', 'press', 'invite', 'want']);
const NOBODY = new Set(
  'anyone anybody no-one nobody everyone everybody someone somebody one none'.split(' '),
);
/** Words that open a question or a clause: nobody who speaks. */
const ASKING = new Set('what which who whom whose how why when where whether if that not'.split(' '));

const SHOWING = new Set([
  'show',
  'suggest',
  'indicate',
  'reveal',
  'confirm',
  'depict',
  'prove',
  'demonstrate',
]);

function frameOf(
  pieces: readonly Piece[],
  cue: VerbCue,
  verbs: readonly VerbCue[],
  index: number,
  previous: Range | undefined,
): Frame | undefined {
  const limit = pieces.length;
  const { kind, base } = cue.form;
  const shared = {
    cue: { from: cue.from, to: cue.to },
    kind: kind as AttributionKind,
    base,
    negated: cue.negated,
  };
  if (cue.mood === 'passive') return passiveFrame(pieces, cue, shared);
  if (cue.mood === 'infinitive') {
    if (kind !== 'speech' && kind !== 'stance') return undefined;
    const doer = earlierSubject(pieces, cue.from);
    if (!doer) return undefined;
    // "asked the council to say": what is asked of another is not said.
    if (NOBODY.has(pieces[doer.from]!.lower) || REQUESTS.has(verbs[index - 1]?.form.base ?? ''))
      return undefined;
    const start = skipSaying(pieces, cue, limit);
    const to = endOfClause(pieces, start.at, verbs, index);
    if (
      SUBORDINATORS.has(pieces[start.at]?.lower ?? '') &&
      !['that', 'if', 'whether', 'how', 'why', 'where'].includes(pieces[start.at]!.lower)
    )
      return undefined;
    return to > start.at ? { ...shared, source: doer, content: [{ from: start.at, to }] } : undefined;
  }

  const before = pieces[cue.from - 1];
  const setApart = !before || before.kind === 'quote' || [',', '”', '"', '—', '–'].includes(before.lower);
  // "…," said X: the speaker stands behind the verb.
  if (cue.mood === 'finite' && kind === 'speech' && setApart && before && cue.from === cue.verb) {
    const speaker = phraseAfter(pieces, cue.to, limit);
    if (
      speaker &&
      !TIME_WORDS.has(pieces[speaker.from]!.lower) &&
      !ASKING.has(pieces[speaker.from]!.lower) &&
      (closesSentence(pieces, speaker.to) ||
        before.kind === 'quote' ||
        pieces[cue.from - 2]?.kind === 'quote' ||
        !subjectBefore(pieces, cue.from))
    ) {
      const content = [
        { from: contentStartBefore(pieces, cue.from, verbs, index), to: trimmedEnd(pieces, cue.from) },
      ];
      const rest = restAfter(pieces, speaker.to, limit);
      if (rest) content.push(rest);
      return { ...shared, source: speaker, content };
    }
  }
  let source: Range | undefined;
  if (cue.mood === 'ing') source = sourceOfParticiple(pieces, cue, previous);
  else {
    source = subjectBefore(pieces, cue.from);
    if (
      !source &&
      before &&
      (before.lower === 'and' ||
        before.lower === 'but' ||
        before.lower === ',' ||
        before.lower === 'or' ||
        before.lower === 'then')
    ) {
      source = earlierSubject(pieces, cue.from) ?? previous;
    }
    // "denied that anyone remains and asked": a speaker's next verb, not that of whoever is spoken of.
    if (
      source &&
      previous &&
      source.from > previous.from &&
      source.to < cue.from - 1 &&
      NOBODY.has(pieces[source.from]!.lower)
    )
      source = previous;
    if (!source && kind !== 'seeming' && cue.from > 0) return undefined;
  }
  if (source && !isPlausible(pieces, source)) {
    source = earlierSubject(pieces, Math.min(source.from, cue.from));
    if (!source || !isPlausible(pieces, source)) {
      if (kind !== 'speech' && kind !== 'seeming') return undefined;
      source = undefined;
    }
  }
  if (
    kind === 'seeming' &&
    pieces[cue.to]?.lower === 'to' &&
    SHOWING.has(pieces[cue.to + 1]?.lower ?? '') &&
    source
  ) {
    const from = cue.to + 2;
    const to = endOfClause(pieces, from, verbs, index);
    return {
      cue: { from: cue.from, to: from },
      kind: 'evidence',
      base,
      negated: cue.negated,
      source,
      content: [{ from, to }],
    };
  }
  if (kind === 'seeming') {
    const content = [
      ...(source ? [source] : []),
      { from: cue.to, to: endOfClause(pieces, cue.to, verbs, index) },
    ];
    return { cue: shared.cue, kind, base, negated: cue.negated, content };
  }
  // "the reward that we offered for news": what was offered stands before.
  if (
    kind === 'stance' &&
    source &&
    ['that', 'which'].includes(pieces[source.from - 1]?.lower ?? '') &&
    PREPOSITIONS.has(pieces[cue.to]?.lower ?? '')
  )
    return undefined;
  const withSource = source ? { source } : {};
  const start = skipSaying(pieces, cue, limit);
  const addressee = start.addressee ? { addressee: start.addressee } : {};
  const subjectFrom = source && source.from < cue.from ? source.from : cue.from;
  const comesFirst = contentBefore(pieces, subjectFrom, cue);
  const stop = endOfClause(pieces, start.at, verbs, index);
  const opens = pieces[start.at]?.lower ?? '';
  const sideClause = [
    'as',
    'after',
    'before',
    'while',
    'because',
    'since',
    'until',
    'although',
    'though',
    'and',
    'but',
    'than',
    'so',
  ].includes(opens);
  const nothingAfter =
    start.at >= limit ||
    (sideClause && kind !== 'stance') ||
    isEnd(pieces, start.at) ||
    (comesFirst && startsNewClause(pieces, start.at));
  if (comesFirst && kind !== 'stance') {
    const content = [
      { from: contentStartBefore(pieces, subjectFrom, verbs, index), to: trimmedEnd(pieces, subjectFrom) },
    ];
    if (!nothingAfter || pieces[start.at]?.lower === ',') {
      const rest = restAfter(pieces, start.at, stop);
      if (rest) content.push(rest);
    }
    return { ...shared, ...withSource, ...addressee, content };
  }
  if (nothingAfter) {
    if (source && RELATIVES.has(pieces[source.from]!.lower)) return undefined;
    if (comesFirst) {
      const content = [
        { from: contentStartBefore(pieces, subjectFrom, verbs, index), to: trimmedEnd(pieces, subjectFrom) },
      ];
      return { ...shared, ...withSource, content };
    }
    return undefined;
  }
  return { ...shared, ...withSource, ...addressee, content: [{ from: start.at, to: stop }] };
}

/** Whether a range reads like somebody or something that speaks: no preposition or verb opens it. */
function isPlausible(pieces: readonly Piece[], range: Range): boolean {
  const first = pieces[range.from]!;
  if (range.to - range.from === 1) {
    return (
      first.kind === 'word' &&
      !PREPOSITIONS.has(first.lower) &&
      !['to', 'a', 'an', 'the', 'there', 'last', 'not'].includes(first.lower)
    );
  }
  if (
    PREPOSITIONS.has(first.lower) ||
    first.lower === 'to' ||
    first.lower === 'according' ||
    first.lower === 'there'
  )
    return false;
  const second = pieces[range.from + 1]!;
  if (
    first.kind === 'word' &&
    !isCapitalised(first) &&
    (first.lower.endsWith('ing') || first.lower.endsWith('ed')) &&
    (DETERMINERS.has(second.lower) || PREPOSITIONS.has(second.lower))
  )
    return false;
  return !(isFiniteVerb(pieces, range.from) && !isCapitalised(first));
}

/** After "said X": nothing that X could be the subject of. */
function closesSentence(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece || piece.kind === 'quote' || piece.lower === ',' || piece.lower === '.') {
    for (let back = at - 1; back > 0 && at - back < 14; back--)
      if (PRONOUNS.has(pieces[back]!.lower)) return false;
    return true;
  }
  return false;
}

const isEnd = (pieces: readonly Piece[], at: number): boolean => {
  for (let next = at; next < pieces.length; next++) {
    const piece = pieces[next]!;
    if (piece.kind !== 'mark') return false;
    if ('“‘$€£'.includes(piece.lower)) return false;
  }
  return true;
};

/** After "…, he said" a comma, a conjunction or an adverbial does not open what was said. */
function startsNewClause(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece) return true;
  if (piece.kind === 'quote') return false;
  return piece.lower !== ',' && piece.lower !== 'that' && piece.lower !== ':';
}

/** Whether what is said stands before the subject: a quotation, or a clause closed by a comma. */
function contentBefore(pieces: readonly Piece[], subject: number, cue: VerbCue): boolean {
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
  if (!verb) return false;
  const first = pieces[0]!.lower;
  // "When asked, she said": a fronted clause, not what she said.
  const counts =
    PREPOSITIONS.has(first) && (pieces[1]?.kind === 'number' || VAGUE_NUMBERS.has(pieces[1]?.lower ?? ''));
  if (SUBORDINATORS.has(first) || (PREPOSITIONS.has(first) && !counts && !clauseInMiddle(pieces, subject)))
    return !takesClause(pieces, cue);
  if (first.endsWith('ing') || first === 'asked') return false;
  return !takesClause(pieces, cue);
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
function contentStartBefore(
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
  while (from < before && (CONJUNCTIONS.has(pieces[from]!.lower) || pieces[from]!.lower === ',')) from++;
  return from;
}

function trimmedEnd(pieces: readonly Piece[], to: number): number {
  let end = to;
  while (end > 0 && (pieces[end - 1]!.lower === ',' || CONJUNCTIONS.has(pieces[end - 1]!.lower))) end--;
  return end;
}

/** What goes on being said after a speaker that stands in the middle: past the comma that follows. */
function restAfter(pieces: readonly Piece[], from: number, limit: number): Range | undefined {
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

const limitOfRest = (pieces: readonly Piece[], from: number, limit: number): number => {
  let end = limit;
  while (end > from && pieces[end - 1]!.lower === '.') end--;
  return end;
};

interface Start {
  readonly at: number;
  readonly addressee?: Range;
}

/** Skips who was spoken to, when and where: the content begins after "told reporters on Sunday that". */
function skipSaying(pieces: readonly Piece[], cue: VerbCue, limit: number): Start {
  let at = cue.to;
  let addressee: Range | undefined;
  const { base, kind } = cue.form;
  while (at < limit && isAdverb(pieces[at]!.lower) && pieces[at]!.lower !== 'only' && kind !== 'stance') at++;
  if (ADDRESSING.has(base) && at < limit && pieces[at]!.kind === 'word' && pieces[at]!.lower !== 'that') {
    const start = at;
    const phrase = phraseAfter(pieces, at, limit);
    if (phrase) {
      let end = phrase.to;
      if (base !== 'tell' && base !== 'inform' && base !== 'assure' && base !== 'remind') {
        const that = indexOfThat(pieces, at, limit, 8);
        if (that === undefined && pieces[end]?.kind !== 'quote' && pieces[end]?.lower !== ',')
          return { at: start };
        end = that ?? end;
      } else {
        const that = indexOfThat(pieces, at, limit, 12);
        const first = pieces[at]!;
        if (that !== undefined) end = that;
        else if (
          PRONOUNS.has(first.lower) ||
          ['me', 'us', 'him', 'her', 'them', 'reporters', 'journalists', 'supporters', 'voters'].includes(
            first.lower,
          )
        )
          end = at + 1;
        else if (end > at + 1 && !isCapitalised(first)) end = splitObject(pieces, at, end);
      }
      addressee = { from: start, to: Math.min(end, phrase.to) };
      at = end;
    }
  }
  if (kind === 'speech' || kind === 'thought' || kind === 'evidence') {
    at = skipAdverbials(pieces, at, limit);
  }
  while (
    at < limit &&
    (pieces[at]!.lower === ':' || (pieces[at]!.lower === ',' && pieces[at + 1]?.kind === 'quote'))
  )
    at++;
  return addressee ? { at, addressee } : { at };
}

/** Where the addressee ends and an object clause without "that" begins: at the second determiner or pronoun. */
function splitObject(pieces: readonly Piece[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    if (PRONOUNS.has(pieces[at]!.lower) || DETERMINERS.has(pieces[at]!.lower)) return at;
  }
  return to;
}

function indexOfThat(
  pieces: readonly Piece[],
  from: number,
  limit: number,
  reach: number,
): number | undefined {
  for (let at = from; at < Math.min(limit, from + reach); at++) {
    const word = pieces[at]!.lower;
    if (word === 'that' && at > from) return at;
    if (pieces[at]!.kind === 'quote' || (at > from + 1 && isFiniteVerb(pieces, at))) return undefined;
  }
  return undefined;
}

const MANNER = new Set([
  'in',
  'on',
  'at',
  'during',
  'to',
  'after',
  'before',
  'through',
  'by',
  'from',
  'with',
  'via',
  'over',
  'of',
  'as',
  'into',
  'about',
  'outside',
  'near',
]);

/** "on Sunday", "in a statement", "during a visit to the camp": up to "that", a comma, a quotation or a clause. */
function skipAdverbials(pieces: readonly Piece[], from: number, limit: number): number {
  let at = from;
  for (let rounds = 0; rounds < 4 && at < limit; rounds++) {
    const word = pieces[at]!.lower;
    if (TIME_WORDS.has(word) || (word === 'last' && TIME_WORDS.has(pieces[at + 1]?.lower ?? ''))) {
      // "Sunday's raid was" begins a clause.
      let end = at + 1;
      while (end < limit && (TIME_WORDS.has(pieces[end]!.lower) || MONTHS.has(pieces[end]!.lower))) end++;
      if (isFiniteVerb(pieces, end)) return at;
      at = end;
      continue;
    }
    if (!MANNER.has(word)) return at;
    const that = indexOfThat(pieces, at, limit, 16);
    if (that !== undefined) return that;
    let end = at + 1;
    while (end < limit) {
      const piece = pieces[end]!;
      if (piece.kind === 'quote' || (piece.kind === 'mark' && !"'’-&@$".includes(piece.lower))) break;
      if (PRONOUNS.has(piece.lower) || MANNER.has(piece.lower) || TIME_WORDS.has(piece.lower)) break;
      if (DETERMINERS.has(piece.lower) && end > at + 1) break;
      if (end - at > 10) break;
      end++;
    }
    if (isFiniteVerb(pieces, end) && !PRONOUNS.has(pieces[end]!.lower)) return at;
    const next = pieces[end];
    if (word === 'as' || word === 'of') return at;
    if (
      next &&
      next.kind === 'word' &&
      !PRONOUNS.has(next.lower) &&
      !DETERMINERS.has(next.lower) &&
      !MANNER.has(next.lower) &&
      !TIME_WORDS.has(next.lower)
    )
      return at;
    at = end;
  }
  return at;
}

/** Where a content clause ends: the sentence's end, or a coordinated cue with the same speaker. */
function endOfClause(
  pieces: readonly Piece[],
  from: number,
  verbs: readonly VerbCue[],
  index: number,
): number {
  const kind = verbs[index]!.form.kind;
  let end = pieces.length;
  while (end > from && pieces[end - 1]!.lower === '.') end--;
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
  for (let at = from + 1; at < end; at++) {
    if (pieces[at]!.lower === 'according' && pieces[at + 1]?.lower === 'to')
      return pieces[at - 1]!.lower === ',' ? at - 1 : at;
  }
  return end;
}

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
function earlierSubject(pieces: readonly Piece[], index: number): Range | undefined {
  for (let at = index - 1; at > 0 && index - at < 60; at--) {
    const piece = pieces[at]!;
    if (piece.lower === ';') return undefined;
    if (!looksFinite(pieces, at)) continue;
    const subject = subjectBefore(pieces, startOfVerb(pieces, at));
    if (subject && !RELATIVES.has(pieces[subject.from]!.lower)) return subject;
  }
  return undefined;
}

function startOfVerb(pieces: readonly Piece[], index: number): number {
  let from = index;
  while (from > 0 && (AUXILIARIES.has(pieces[from - 1]!.lower) || isAdverb(pieces[from - 1]!.lower))) from--;
  return from;
}

/** Who does what a participle says: the nearest speaker, else the subject of the sentence. */
function sourceOfParticiple(
  pieces: readonly Piece[],
  cue: VerbCue,
  previous: Range | undefined,
): Range | undefined {
  const before = pieces[cue.from - 1];
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

function passiveFrame(
  pieces: readonly Piece[],
  cue: VerbCue,
  shared: Omit<Frame, 'source' | 'content'>,
): Frame | undefined {
  const subject = subjectBefore(pieces, cue.from);
  const { base } = cue.form;
  let at = cue.to;
  let end = pieces.length;
  while (end > at && pieces[end - 1]!.lower === '.') end--;
  if (pieces[at]?.lower === 'by') {
    const agent = phraseAfter(pieces, at + 1, end);
    if (!agent) return undefined;
    // "As reported by the Daily Bell, …"
    if (!subject && pieces[0]!.lower === 'as' && pieces[agent.to]?.lower === ',' && agent.to + 1 < end) {
      return { ...shared, source: agent, content: [{ from: agent.to + 1, to: end }] };
    }
    const content: Range[] = subject ? [subject] : [];
    if (agent.to < end && ['to', 'of', 'for', 'that', 'as'].includes(pieces[agent.to]!.lower))
      content.push({ from: agent.to, to: end });
    return content.length > 0 ? { ...shared, source: agent, content } : undefined;
  }
  const next = pieces[at]?.lower ?? '';
  const general = [
    'say',
    'believe',
    'think',
    'know',
    'expect',
    'report',
    'allege',
    'assume',
    'consider',
    'presume',
    'suspect',
    'feel',
    'see',
    'fear',
    'understand',
    'estimate',
    'claim',
    'suppose',
    'dub',
    'describe',
    'call',
    'label',
    'brand',
    'nickname',
    'name',
    'deem',
    'regard',
    'perceive',
    'view',
    'portray',
    'predict',
  ];
  if (base === 'tell' || base === 'ask' || base === 'inform' || base === 'remind' || base === 'warn') {
    if (at >= end || pieces[at]!.kind === 'mark') return undefined;
    return {
      cue: shared.cue,
      kind: shared.kind,
      base,
      negated: shared.negated,
      content: [{ from: at, to: end }],
    };
  }
  if (general.includes(base) || next === 'to' || next === 'that') {
    if (at >= end) return undefined;
    if (
      next === 'to' &&
      ['be', 'have'].includes(pieces[at + 1]?.lower ?? '') &&
      [
        'say',
        'believe',
        'think',
        'know',
        'report',
        'allege',
        'assume',
        'presume',
        'suspect',
        'fear',
        'understand',
        'claim',
        'rumour',
        'rumor',
      ].includes(base)
    )
      at += 0;
    const stop = clauseEnd(pieces, at, end);
    const content: Range[] = [];
    if (subject && pieces[subject.from]!.lower !== 'it') content.push(subject);
    content.push({ from: at, to: stop });
    const kind: AttributionKind = shared.kind === 'stance' ? 'stance' : 'hearsay';
    return { cue: shared.cue, kind, base, negated: shared.negated, content };
  }
  return undefined;
}

function clauseEnd(pieces: readonly Piece[], from: number, limit: number): number {
  for (let at = from + 1; at < limit; at++) {
    const word = pieces[at]!.lower;
    const next = pieces[at + 1]?.lower ?? '';
    if (
      word === ';' ||
      (word === ',' &&
        (CONJUNCTIONS.has(next) || RELATIVES.has(next) || SUBORDINATORS.has(next) || next === 'according'))
    )
      return at;
  }
  return limit;
}

function accordingFrames(pieces: readonly Piece[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 2 < pieces.length; at++) {
    if (pieces[at]!.lower !== 'according' || pieces[at + 1]!.lower !== 'to') continue;
    let end = pieces.length;
    while (end > at && pieces[end - 1]!.lower === '.') end--;
    const source = phraseAfter(pieces, at + 2, end);
    if (!source) continue;
    const shared = {
      cue: { from: at, to: at + 2 },
      source,
      kind: 'speech' as const,
      base: 'according to',
      negated: false,
    };
    if (at <= 1) {
      let from = source.to;
      while (from < end && pieces[from]!.lower !== ',' && pieces[from]!.kind !== 'quote') from++;
      if (pieces[from]?.lower === ',') from++;
      if (from < end) frames.push({ ...shared, content: [{ from, to: end }] });
      continue;
    }
    let from = 0;
    for (let back = at - 2; back > 0; back--) {
      if (pieces[back]!.lower === ';') {
        from = back + 1;
        break;
      }
    }
    while (from < at && CONJUNCTIONS.has(pieces[from]!.lower)) from++;
    const content: Range[] = [{ from, to: trimmedEnd(pieces, at) }];
    if (pieces[source.to]?.lower === ',' && source.to + 2 < end) {
      const rest = restAfter(pieces, source.to, end);
      if (rest) content.push(rest);
    }
    frames.push({ ...shared, content });
  }
  return frames;
}

const COUNTED_BY = new Set(
  'count tally estimate reckoning account records figures register registers'.split(' '),
);

/** "By the association's count 900 people were held": the association gives the count. */
function countFrames(pieces: readonly Piece[]): Frame[] {
  if (pieces[0]?.lower !== 'by' && pieces[0]?.lower !== 'on') return [];
  for (let at = 2; at < Math.min(8, pieces.length - 4); at++) {
    if (!COUNTED_BY.has(pieces[at]!.lower)) continue;
    const owner = pieces[at - 1]!.lower === 'own' ? at - 2 : at - 1;
    if (!/['’]s?$/.test(pieces[owner]?.lower ?? '')) return [];
    let end = pieces.length;
    while (end > at && pieces[end - 1]!.lower === '.') end--;
    const from = pieces[at + 1]?.lower === ',' ? at + 2 : at + 1;
    return [
      {
        cue: { from: at, to: at + 1 },
        source: { from: 1, to: owner + 1 },
        content: [{ from, to: end }],
        kind: 'speech',
        base: 'count',
        negated: false,
      },
    ];
  }
  return [];
}

function nounFrames(pieces: readonly Piece[], verbs: readonly Frame[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 1 < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.kind !== 'word') continue;
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
      if (!POSSESSIVES.has(holder.lower))
        while (begin > 0 && (isCapitalised(pieces[begin - 1]) || DETERMINERS.has(pieces[begin - 1]!.lower)))
          begin--;
      source = { from: begin, to: possessive + 1 };
      from = possessive + 1;
    } else if (
      owner &&
      owner.kind === 'word' &&
      (owner.lower === 'amid' || owner.lower === 'growing' || owner.lower === 'unverified')
    )
      from = at - 1;
    let end = pieces.length;
    while (end > at && pieces[end - 1]!.lower === '.') end--;
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

function feelingFrames(pieces: readonly Piece[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 1; at + 1 < pieces.length; at++) {
    const word = pieces[at]!.lower;
    if (HEARSAY_ADVERBS.has(word)) {
      let end = pieces.length;
      while (end > at && pieces[end - 1]!.lower === '.') end--;
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
    let end = pieces.length;
    while (end > at && pieces[end - 1]!.lower === '.') end--;
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

const LABELS = new Set(
  'breaking update updated exclusive watch video byline live latest analysis opinion editorial source photos gallery report summary note correction explainer related poll poll listen read'.split(
    ' ',
  ),
);

/** Before a colon: a name, or a noun of those who speak; not a label ("SHUT AWAY: …", "Race for water: …"). */
function namesASpeaker(label: readonly Piece[], quoteFollows: boolean): boolean {
  const written = label.filter((piece) => piece.kind === 'word' && piece.text.length > 1);
  const shouted = written.filter((piece) => /^\p{Lu}{2,}$/u.test(piece.text));
  if (shouted.length > 1 && shouted.length === written.length) return false;
  if (quoteFollows) return true;
  return (
    written.every(
      (piece) =>
        isCapitalised(piece) ||
        DETERMINERS.has(piece.lower) ||
        ['of', 'for', 'and', 'al', 'in', 'on'].includes(piece.lower) ||
        isSpeakingNoun(piece.lower),
    ) &&
    (isSpeakingNoun(written.at(-1)?.lower ?? '') ||
      written
        .slice(1)
        .every((piece) => isCapitalised(piece) || ['of', 'for', 'and', 'al', 'the'].includes(piece.lower)))
  );
}

/** `Mayor Sader: "…"` and headlines of the form `Council: water is back`. */
function colonFrame(pieces: readonly Piece[]): Frame | undefined {
  for (let at = 1; at < Math.min(pieces.length - 1, 14); at++) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote' || isFiniteVerb(pieces, at)) return undefined;
    if (piece.lower !== ':') continue;
    const first = pieces[0]!;
    if (first.kind !== 'word' || !isCapitalised(first)) return undefined;
    const label = first.lower === 'the' ? (pieces[1]?.lower ?? '') : first.lower;
    if (LABELS.has(label) || first.text.length < 2) return undefined;
    const next = pieces[at + 1]!;
    if (!namesASpeaker(pieces.slice(0, at), next.kind === 'quote')) return undefined;
    if (next.kind !== 'quote' && (at > 5 || next.start === piece.end)) return undefined;
    for (let inside = 1; inside < at; inside++)
      if (looksFinite(pieces, inside) || ['that', 'by', 'here', 'this'].includes(pieces[inside]!.lower))
        return undefined;
    let end = pieces.length;
    while (end > at && pieces[end - 1]!.lower === '.') end--;
    if (end <= at + 1) return undefined;
    return {
      cue: { from: at, to: at + 1 },
      source: { from: 0, to: at },
      content: [{ from: at + 1, to: end }],
      kind: 'speech',
      base: ':',
      negated: false,
    };
  }
  return undefined;
}

function toAttribution(unit: Unit, frame: Frame): Attribution | undefined {
  const pieces = unit.pieces;
  const spanOf = (range: Range): Span | undefined => {
    let { from, to } = range;
    while (from < to && [',', '.', ':', ';'].includes(pieces[from]!.lower)) from++;
    while (to > from && [',', ';', ':', '—', '–'].includes(pieces[to - 1]!.lower)) to--;
    return from < to ? { start: pieces[from]!.start, end: pieces[to - 1]!.end } : undefined;
  };
  const content = frame.content.map(spanOf).filter((span): span is Span => span !== undefined);
  const cue = spanOf(frame.cue) ?? {
    start: pieces[frame.cue.from]!.start,
    end: pieces[frame.cue.to - 1]!.end,
  };
  if (content.length === 0) return undefined;
  const source = frame.source && spanOf(frame.source);
  const addressee = frame.addressee && spanOf(frame.addressee);
  const antecedent =
    frame.source &&
    frame.source.to - frame.source.from === 1 &&
    RELATIVES.has(pieces[frame.source.from]!.lower)
      ? subjectBefore(
          pieces,
          pieces[frame.source.from - 1]?.lower === ',' ? frame.source.from - 1 : frame.source.from,
        )
      : undefined;
  // "could not find out who wrote it" asks, and names nobody.
  if (
    frame.source &&
    frame.source.to - frame.source.from === 1 &&
    ['who', 'whom', 'whose'].includes(pieces[frame.source.from]!.lower) &&
    (!antecedent || !isPlausible(pieces, antecedent) || NEGATIONS.has(pieces[antecedent.from]!.lower))
  )
    return undefined;
  const stoodFor =
    antecedent &&
    spanOf(
      pieces[antecedent.from]!.lower === 'together' && pieces[antecedent.from + 1]?.lower === 'with'
        ? { from: antecedent.from + 2, to: antecedent.to }
        : antecedent,
    );
  const quoted = frame.content.some((range) =>
    pieces.slice(range.from, range.to).some((piece) => piece.kind === 'quote'),
  );
  return {
    content,
    ...(source ? { source } : {}),
    cue,
    kind: frame.kind,
    cueBase: frame.base,
    negated: frame.negated,
    quoted,
    ...(addressee ? { addressee } : {}),
    ...(stoodFor ? { antecedent: stoodFor } : {}),
  };
}
