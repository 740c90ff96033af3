import type { AttributionKind, Piece } from '../attribution.ts';
import { endOfClause, restAfter } from './content-after.ts';
import { contentBefore, contentStartBefore, trimmedEnd } from './content-before.ts';
import { skipSaying } from './content-start.ts';
import type { VerbCue } from './cues.ts';
import { earlierSubject, sourceOfParticiple } from './doer.ts';
import { clauseBefore, looksFinite } from './finite-verb.ts';
import { endOfSentence, type Frame, isEnd, isPlausible } from './frame.ts';
import { HONORIFICS, isCapitalised, type Range } from './noun-phrase.ts';
import { passiveFrame } from './passive-frame.ts';
import { insideRelative, phraseAfter } from './phrase-after.ts';
import { subjectBefore } from './subject.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  TIME_WORDS,
} from './words.ts';

const REQUESTS = new Set(['ask', 'urge', 'beg', 'order', 'press', 'invite', 'want']);

/** Verbs that may stand before their speaker at the head of a sentence. */
const OPENS = new Set(['say', 'add', 'write', 'recall', 'explain', 'ask', 'warn', 'insist']);

/** "…, told reporters": whom they speak to stands behind them, never who speaks. */
const SPEAKS_TO = new Set(['tell', 'inform', 'assure', 'remind', 'notify']);

const NOBODY = new Set(
  'anyone anybody no-one nobody nothing everyone everybody everything someone somebody one none it there this that'.split(
    ' ',
  ),
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

export function frameOf(
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
    mood: cue.mood,
  };
  if (cue.mood === 'passive') return passiveFrame(pieces, cue, shared);
  if (cue.mood === 'infinitive') {
    if (kind !== 'speech' && kind !== 'stance') return undefined;
    const doer = earlierSubject(pieces, cue.from);
    // "unable to say who they were", "too weak to say their names"
    const unable = ['unable', 'too'].some((word) =>
      pieces.slice(Math.max(0, cue.from - 3), cue.from).some(({ lower }) => lower === word),
    );
    if (!doer || unable) return undefined;
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
  if (
    cue.mood === 'finite' &&
    kind === 'speech' &&
    setApart &&
    before &&
    cue.from === cue.verb &&
    !SPEAKS_TO.has(base)
  ) {
    const speaker = phraseAfter(pieces, cue.to, limit);
    if (
      speaker &&
      !TIME_WORDS.has(pieces[speaker.from]!.lower) &&
      !(PRONOUNS.has(pieces[speaker.from]!.lower) && looksFinite(pieces, speaker.to)) &&
      !ASKING.has(pieces[speaker.from]!.lower) &&
      ((closesSentence(pieces, speaker.to) && clauseBefore(pieces, cue.from)) ||
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
  // "Said Amal Sader, a doctor: “…”"
  if (cue.verb === 0 && (cue.form.form === 'past' || cue.form.form === 'third') && OPENS.has(base)) {
    const speaker = phraseAfter(pieces, cue.to, limit);
    let at = speaker?.to ?? limit;
    while (pieces[at]?.lower === ',' || pieces[at]?.lower === ':') at++;
    if (speaker && at > speaker.to && at < limit)
      return { ...shared, source: speaker, content: [{ from: at, to: endOfSentence(pieces, at) }] };
  }
  // "The brigadier would have us believe that …", "wants the world to think that …"
  if (kind === 'thought' && ['believe', 'think'].includes(base)) {
    const wished = madeToBelieve(pieces, cue, previous);
    if (wished) {
      const start = skipSaying(pieces, cue, limit);
      const to = endOfClause(pieces, start.at, verbs, index);
      if (to > start.at)
        return {
          ...shared,
          kind: 'speech',
          base: 'have believe',
          source: wished,
          content: [{ from: start.at, to }],
        };
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
      // "said 900 were held, and pointed to papers": behind words said the comma leads back to who said them.
      const back = before.lower === 'and' && pieces[cue.from - 2]?.lower === ',' && speaksOn(verbs, index);
      source = (back ? previous : undefined) ?? earlierSubject(pieces, cue.from) ?? previous;
    }
    // "said the jail was empty and promised help": whoever was said to be something does not go on to speak
    if (
      source &&
      previous &&
      source.from > previous.from &&
      source.to < cue.from - 1 &&
      ['and', 'but'].includes(before?.lower ?? '') &&
      speaksOn(verbs, index)
    )
      source = previous;
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
  if (source && !holdsWord(pieces, source)) source = undefined;
  if (source && cue.mood === 'finite' && source.to === cue.from) source = lastOfTwo(pieces, source);
  // "a move the mayor said could fail": the speaker stands between the noun and the verb that goes with it.
  if (source && source.to === cue.from && AUXILIARIES.has(pieces[cue.to]?.lower ?? ''))
    source = insertedSpeaker(pieces, source);
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
  // "Marj, as people here call it, …": only how they name it.
  if (
    source &&
    ['say', 'call', 'write', 'spell', 'know', 'name'].includes(base) &&
    pieces[source.from - 1]?.lower === 'as' &&
    pieces[cue.to]?.lower === 'it' &&
    pieces[cue.to + 1]?.kind === 'mark'
  )
    return undefined;
  const withSource = source ? { source } : {};
  const start = skipSaying(pieces, cue, limit);
  const addressee = start.addressee ? { addressee: start.addressee } : {};
  const subjectFrom = source && source.from < cue.from ? source.from : cue.from;
  // "…, which said that": what a relative pronoun says stands behind it
  const relative =
    source !== undefined && RELATIVES.has(pieces[source.from]!.lower) && source.to === cue.from;
  const comesFirst = cue.mood !== 'ing' && !relative && contentBefore(pieces, subjectFrom, cue);
  const stop = endOfClause(pieces, start.at, verbs, index);
  const opens = pieces[start.at]?.lower ?? '';
  const sideClause =
    [
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
    ].includes(opens) && !opensCount(pieces, start.at);
  const nothingAfter =
    start.at >= limit ||
    (sideClause && kind !== 'stance') ||
    isEnd(pieces, start.at) ||
    (comesFirst && startsNewClause(pieces, start.at));
  if (comesFirst && kind !== 'stance') {
    const content = [
      { from: contentStartBefore(pieces, subjectFrom, verbs, index), to: trimmedEnd(pieces, subjectFrom) },
    ];
    if (!nothingAfter || pieces[cue.to]?.lower === ',' || pieces[start.at]?.lower === ',') {
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

/** The verb before is one of saying too, in the same tense. */
const speaksOn = (verbs: readonly VerbCue[], index: number): boolean => {
  const earlier = verbs[index - 1];
  return (
    earlier !== undefined &&
    earlier.mood === 'finite' &&
    earlier.form.kind === 'speech' &&
    earlier.form.form === verbs[index]!.form.form
  );
};

/** Who would have others believe it: the subject before "would have us". */
function madeToBelieve(
  pieces: readonly Piece[],
  cue: VerbCue,
  previous: Range | undefined,
): Range | undefined {
  for (let have = cue.verb - 2; have > 0 && cue.verb - have < 7; have--) {
    if (pieces[have]!.kind !== 'word') return undefined;
    if (!/^have$/.test(pieces[have]!.lower)) continue;
    if (!/^(?:would|will)$/.test(pieces[have - 1]!.lower)) return undefined;
    return subjectBefore(pieces, have - 1) ?? previous;
  }
  return undefined;
}

/** "as many as 900", "so many people": an amount, no side clause. */
const opensCount = (pieces: readonly Piece[], at: number): boolean =>
  /^(?:as|so)$/.test(pieces[at]!.lower) && /^(?:many|much|few|little)$/.test(pieces[at + 1]?.lower ?? '');

const holdsWord = (pieces: readonly Piece[], range: Range): boolean =>
  pieces.slice(range.from, range.to).some(({ kind }) => kind === 'word' || kind === 'number');

/** "a plan some believe in", "the picture the mayor paints": of two noun phrases side by side the second speaks. */
function lastOfTwo(pieces: readonly Piece[], range: Range): Range {
  for (let at = range.to - 1; at > range.from + 1; at--) {
    if (!OPENS_PHRASE.has(pieces[at]!.lower)) continue;
    const before = pieces[at - 1]!;
    return before.kind === 'word' &&
      !PREPOSITIONS.has(before.lower) &&
      !CONJUNCTIONS.has(before.lower) &&
      !DETERMINERS.has(before.lower) &&
      !RELATIVES.has(before.lower) &&
      !isAdverb(before.lower) &&
      !HALVES.has(before.lower) &&
      !/(?:ed|ing)$/.test(before.lower) &&
      !looksFinite(pieces, at - 1) &&
      !insideRelative(pieces, at)
      ? { from: at, to: range.to }
      : range;
  }
  return range;
}

const OPENS_PHRASE = new Set('the a an some many most others his her its their'.split(' '));
const HALVES = new Set('half twice double who which that than all both such quite'.split(' '));

/** The last noun phrase of a range: from its article or its names on. */
function insertedSpeaker(pieces: readonly Piece[], range: Range): Range {
  let from = range.to - 1;
  if (isCapitalised(pieces[from])) while (from > range.from && isCapitalised(pieces[from - 1])) from--;
  else while (from > range.from && !DETERMINERS.has(pieces[from]!.lower)) from--;
  const before = pieces[from - 1]?.lower ?? '';
  // "a former head of the ministry": the preposition joins both to one phrase; "the judge Sader" is one too.
  return from > range.from &&
    !PREPOSITIONS.has(before) &&
    !HONORIFICS.has(before) &&
    before !== '.' &&
    before !== 'and' &&
    !DETERMINERS.has(before)
    ? { from, to: range.to }
    : range;
}

/** After "said X": nothing that X could be the subject of. */
function closesSentence(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece || piece.kind === 'quote' || piece.lower === ',' || piece.lower === '.') {
    for (let back = at - 1; back > 0 && at - back < 14; back--)
      if (
        PRONOUNS.has(pieces[back]!.lower) &&
        !(pieces[back]!.lower === 'who' && pieces[back - 1]!.lower === ',')
      )
        return false;
    return true;
  }
  return false;
}

/** After "…, he said" a comma, a conjunction or an adverbial does not open what was said. */
function startsNewClause(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (!piece) return true;
  if (piece.kind === 'quote') return false;
  return piece.lower !== ',' && piece.lower !== 'that' && piece.lower !== ':';
}
