import type { Piece } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { trimmedEnd } from './content-before.ts';
import { looksFinite } from './finite-verb.ts';
import { endOfSentence, type Frame, isPlausible } from './frame.ts';
import { DASHES, type Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { subjectBefore } from './subject.ts';
import { isAdverb } from './words.ts';

const HELD = new Set(
  'understood claimed believed said thought reported alleged feared rumoured rumored assumed presumed suspected hoped'.split(
    ' ',
  ),
);
const PASSED_ON = new Set(
  'reported reports said says noted notes wrote writes revealed recalled put puts told described'.split(' '),
);
const OWN_WORDS = new Set(
  'words view telling account opinion judgment judgement estimation version'.split(' '),
);

export const ASIDE = wordClass(
  ['it', 'interviewed', 'contacted', 'reached', 'spoke', 'went', 'goes', 'as'],
  OWN_WORDS,
);

/** What breaks into a sentence to say whose words it is: "…, it is claimed, …", "…, he went on, …", "…, as X first reported". */
export function asideFrames(pieces: readonly Piece[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 1; at + 1 < pieces.length; at++) {
    if ((pieces[at]!.classes & ASIDE) === 0) continue;
    const frame =
      heldAside(pieces, at) ?? goingOn(pieces, at) ?? passedOn(pieces, at) ?? interviewed(pieces, at);
    if (frame) frames.push(frame);
  }
  const opening = inWordsOf(pieces) ?? asPut(pieces);
  if (opening) frames.push(opening);
  return frames;
}

const parts = (piece: Piece | undefined): boolean =>
  piece === undefined ||
  piece.lower === ',' ||
  piece.lower === '.' ||
  piece.lower === ';' ||
  DASHES.has(piece.lower);

const around = (pieces: readonly Piece[], from: number, to: number): Range[] => {
  const end = endOfSentence(pieces, to);
  const before = { from: 0, to: trimmedEnd(pieces, from) };
  const behind = pieces[to]?.lower === ',' ? { from: to + 1, to: end } : { from: to, to: to };
  return [before, behind].filter((range) => range.to > range.from);
};

/** "…, it is claimed, …" */
function heldAside(pieces: readonly Piece[], at: number): Frame | undefined {
  if (pieces[at]!.lower !== 'it' || !parts(pieces[at - 1])) return undefined;
  let verb = at + 2;
  while (isAdverb(pieces[verb]?.lower ?? '')) verb++;
  if (!/^(?:is|was|has|had)$/.test(pieces[at + 1]!.lower)) return undefined;
  if (pieces[verb]?.lower === 'been') verb++;
  if (!HELD.has(pieces[verb]?.lower ?? '') || !parts(pieces[verb + 1])) return undefined;
  return {
    cue: { from: at, to: verb + 1 },
    content: around(pieces, at, verb + 1),
    kind: 'hearsay',
    base: 'it is said',
    negated: false,
  };
}

/** "…, he went on, …" */
function goingOn(pieces: readonly Piece[], at: number): Frame | undefined {
  if (!/^(?:went|goes)$/.test(pieces[at]!.lower) || pieces[at + 1]!.lower !== 'on') return undefined;
  const source = subjectBefore(pieces, at);
  if (!source || !isPlausible(pieces, source)) return undefined;
  const before = pieces[source.from - 1];
  const behind = pieces[at + 2];
  if (!(before?.kind === 'quote' || before?.lower === ',') || !(parts(behind) || behind?.lower === ':'))
    return undefined;
  const content = around(pieces, source.from, at + 2);
  return content.length > 0
    ? { cue: { from: at, to: at + 2 }, source, content, kind: 'speech', base: 'go on', negated: false }
    : undefined;
}

/** "Six families the Courier spoke to had paid", "Men interviewed by the agency were beaten": they tell what follows. */
function interviewed(pieces: readonly Piece[], at: number): Frame | undefined {
  const word = pieces[at]!.lower;
  const met = word === 'interviewed' || word === 'contacted' || word === 'reached';
  if (!met && !(word === 'spoke' && pieces[at + 1]!.lower === 'to')) return undefined;
  let to = word === 'spoke' ? at + 2 : at + 1;
  if (pieces[to]?.lower === 'by') {
    const asker = phraseAfter(pieces, to + 1, pieces.length);
    if (!asker) return undefined;
    to = asker.to;
  } else if (PARTS_BEFORE.has(pieces[at - 1]!.lower)) return undefined;
  if (!looksFinite(pieces, to)) return undefined;
  const whole = subjectBefore(pieces, at);
  if (!whole) return undefined;
  let last = whole.to;
  // "families the Courier", "people whom we": who asked stands behind those who were asked.
  if (pieces[at + 1]!.lower !== 'by') {
    for (let back = whole.to - 1; back > whole.from; back--)
      if (['the', 'this', 'that', 'whom', 'who', 'we', 'a'].includes(pieces[back]!.lower)) {
        last = back;
        break;
      }
    if (last === whole.to) return undefined;
  }
  const source = { from: whole.from, to: last };
  if (!isPlausible(pieces, source) || !PEOPLE_ASKED.test(pieces[last - 1]!.lower)) return undefined;
  return {
    cue: { from: at, to },
    source,
    content: [{ from: whole.from, to: endOfSentence(pieces, to) }],
    kind: 'speech',
    base: 'interview',
    negated: false,
  };
}
const PARTS_BEFORE = new Set(['he', 'she', 'they', 'i', 'and', 'who', ',', '.']);
const PEOPLE_ASKED = /(?:[^s]s|people|men|women|children)$/;

/** "…, as the Hill Wire first reported" */
function passedOn(pieces: readonly Piece[], at: number): Frame | undefined {
  if (pieces[at]!.lower !== 'as' || pieces[at - 1]!.lower !== ',') return undefined;
  const end = endOfSentence(pieces, at);
  const source = phraseAfter(pieces, at + 1, end);
  if (!source) return undefined;
  let verb = source.to;
  while (verb > source.from + 1 && isAdverb(pieces[verb - 1]!.lower)) verb--;
  const name = { from: source.from, to: verb };
  verb = source.to;
  if (!PASSED_ON.has(pieces[verb]?.lower ?? '')) return undefined;
  let to = verb + 1;
  if (pieces[to]?.lower === 'it') to++;
  if (to < end && !parts(pieces[to])) return undefined;
  return {
    cue: { from: at, to },
    source: name,
    content: around(pieces, at, to),
    kind: 'speech',
    base: 'as reported',
    negated: false,
  };
}

/** "As Amal Sader puts it, …", "As the mayor put it: …" */
function asPut(pieces: readonly Piece[]): Frame | undefined {
  if (pieces[0]!.lower !== 'as') return undefined;
  const verb = pieces.findIndex(({ lower }, at) => at > 1 && at < 24 && /^puts?$/.test(lower));
  if (verb < 2 || pieces[verb + 1]?.lower !== 'it' || ![',', ':'].includes(pieces[verb + 2]?.lower ?? ''))
    return undefined;
  const end = endOfSentence(pieces, verb);
  return verb + 3 < end
    ? {
        cue: { from: verb, to: verb + 2 },
        source: { from: 1, to: verb },
        content: [{ from: verb + 3, to: end }],
        kind: 'speech',
        base: 'as reported',
        negated: false,
      }
    : undefined;
}

/** "In the words of Amal Sader, …", "In the mayor's telling …" */
function inWordsOf(pieces: readonly Piece[]): Frame | undefined {
  if (pieces[0]!.lower !== 'in') return undefined;
  const noun = pieces.findIndex(({ lower }, at) => at > 0 && at < 8 && OWN_WORDS.has(lower));
  if (noun < 2) return undefined;
  const end = endOfSentence(pieces, noun);
  const owner = /['’]s?$/.test(pieces[noun - 1]!.lower) ? { from: 1, to: noun } : undefined;
  const source = owner ?? (pieces[noun + 1]?.lower === 'of' ? phraseAfter(pieces, noun + 2, end) : undefined);
  if (!source) return undefined;
  let from = Math.max(noun + 1, source.to);
  if (pieces[from]?.lower === ',') from++;
  return from < end
    ? {
        cue: { from: noun, to: noun + 1 },
        source,
        content: [{ from, to: end }],
        kind: 'speech',
        base: 'words',
        negated: false,
      }
    : undefined;
}
