import type { Piece } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { isVagueQuantity } from '../number-words.ts';
import { endOfSentence, type Frame, isPlausible } from './frame.ts';
import type { Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { subjectBefore } from './subject.ts';
import { AUXILIARIES, BE, isAdverb } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const COUNT_NOUN = set(
  'figure figures number numbers toll count counts total totals tally tallies estimate estimates reckoning database register records list',
);
const PUT = set('put puts');
const GIVE = set(
  'gave gives give given published publishes publish issued issues issue released cited cites quoted revised',
);
const TALLY = set('counted counts count tallied tallies');
const STANDS = set(
  'is was stands stood remains shows showed lists listed has had runs ran puts put records recorded',
);
const CLAIM_NOUN = set(
  'claim claims figure figures number numbers report reports allegation allegations accusation accusations rumour rumours rumor rumors story account accounts estimate estimates',
);
const CAME = set('came comes come stems stemmed originated originates emerged emanated');
export const FIGURE_GIVEN = wordClass(PUT, GIVE, TALLY, COUNT_NOUN, CAME);
const ABOUT = set(
  'about around some roughly nearly almost over up at more fewer less as no approximately between well just',
);

const isAmount = (piece: Piece | undefined): boolean =>
  piece !== undefined &&
  (piece.kind === 'number' || isVagueQuantity(piece.lower) || NUMBER_WORD.test(piece.lower));
const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens?|hundreds?|thousands?|scores|zero)$/;

/** An amount at `at`, or behind the words that round it: "at around 900". */
const amountAt = (pieces: readonly Piece[], at: number): boolean => {
  for (let next = at; next < at + 4; next++) {
    if (isAmount(pieces[next])) return true;
    if (
      !ABOUT.has(pieces[next]?.lower ?? '') &&
      !['than', 'to', 'many', 'a', 'the'].includes(pieces[next]?.lower ?? '')
    )
      return false;
  }
  return false;
};

/** The sentence's end, or the semicolon before it. */
function endOfPart(pieces: readonly Piece[], from: number): number {
  const end = endOfSentence(pieces, from);
  for (let at = from; at < end; at++) if (pieces[at]!.lower === ';') return at;
  return end;
}

const said = (cue: Range, source: Range, content: Range, base: string): Frame => ({
  cue,
  source,
  content: [content],
  kind: 'speech',
  base,
  negated: false,
});

/** "The council put the toll at 40", "gave a figure of 40", "counted 40", "its own count is higher: 40", "came from the council". */
export function figureFrames(pieces: readonly Piece[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 1; at + 1 < pieces.length; at++) {
    const piece = pieces[at]!;
    if ((piece.classes & FIGURE_GIVEN) === 0 || piece.kind !== 'word') continue;
    const frame = givenBy(pieces, at) ?? putsUp(pieces, at) ?? ownCount(pieces, at) ?? cameFrom(pieces, at);
    if (frame) frames.push(frame);
  }
  return frames;
}

function givenBy(pieces: readonly Piece[], verb: number): Frame | undefined {
  const word = pieces[verb]!.lower;
  if (!PUT.has(word) && !GIVE.has(word) && !TALLY.has(word)) return undefined;
  const end = endOfPart(pieces, verb);
  const gives =
    (PUT.has(word) && putsAt(pieces, verb, end)) ||
    (GIVE.has(word) && namesCount(pieces, verb, end)) ||
    (TALLY.has(word) && amountAt(pieces, verb + 1));
  if (!gives) return undefined;
  let from = verb;
  while (from > 0 && (AUXILIARIES.has(pieces[from - 1]!.lower) || isAdverb(pieces[from - 1]!.lower))) {
    from--;
    if (BE.has(pieces[from]!.lower)) return undefined;
  }
  const source = subjectBefore(pieces, from);
  return source && isPlausible(pieces, source)
    ? said({ from, to: verb + 1 }, source, { from: verb + 1, to: end }, word)
    : undefined;
}

/** "The council has put up a reward of $300": as "offers" is. */
function putsUp(pieces: readonly Piece[], verb: number): Frame | undefined {
  if (!PUT.has(pieces[verb]!.lower) || pieces[verb + 1]!.lower !== 'up') return undefined;
  const end = endOfPart(pieces, verb);
  const reward = pieces
    .slice(verb + 2, Math.min(end, verb + 9))
    .some((piece) => '$€£'.includes(piece.lower) || REWARD.has(piece.lower));
  let from = verb;
  while (from > 0 && (AUXILIARIES.has(pieces[from - 1]!.lower) || isAdverb(pieces[from - 1]!.lower))) from--;
  const source = reward ? subjectBefore(pieces, from) : undefined;
  return source && isPlausible(pieces, source) && verb + 2 < end
    ? { ...said({ from, to: verb + 2 }, source, { from: verb + 2, to: end }, 'offer'), kind: 'stance' }
    : undefined;
}
const REWARD = set('reward bounty prize dollars pounds euros million crowns dinars lira francs');

/** "put the number at about 40", "put at 40 the number of", "puts the difference down to three bags" */
function putsAt(pieces: readonly Piece[], verb: number, end: number): boolean {
  for (let at = verb + 1; at < Math.min(end, verb + 22); at++) {
    if (pieces[at]!.kind === 'mark' && pieces[at]!.lower === ';') return false;
    if (pieces[at]!.lower === 'down' && pieces[at + 1]?.lower === 'to' && at > verb + 1) return true;
    if (pieces[at]!.lower === 'at' && amountAt(pieces, at + 1)) return true;
  }
  return false;
}

/** "gave a lower figure", "published the figure of 40", "gave 40 as the number of …" */
function namesCount(pieces: readonly Piece[], verb: number, end: number): boolean {
  for (let at = verb + 1; at < Math.min(end, verb + 7); at++) {
    const word = pieces[at]!.lower;
    if (COUNT_NOUN.has(word))
      return (
        ['of', 'for', 'at', 'that'].includes(pieces[at + 1]?.lower ?? '') &&
        holdsAmount(pieces, verb + 1, end)
      );
    if (pieces[at]!.kind === 'mark' || pieces[at]!.kind === 'quote') return false;
  }
  return false;
}

const holdsAmount = (pieces: readonly Piece[], from: number, end: number): boolean =>
  pieces.slice(from, Math.min(end, from + 20)).some(isAmount);

/** "The association's own count is higher: no fewer than 40" */
function ownCount(pieces: readonly Piece[], noun: number): Frame | undefined {
  if (!COUNT_NOUN.has(pieces[noun]!.lower) || !STANDS.has(pieces[noun + 1]?.lower ?? '')) return undefined;
  let owner = noun - 1;
  while (owner > 0 && ['own', 'latest', 'official', 'new', 'current', 'last'].includes(pieces[owner]!.lower))
    owner--;
  if (!/['’]s?$/.test(pieces[owner]!.lower)) return undefined;
  const end = endOfPart(pieces, noun);
  if (!holdsAmount(pieces, noun + 2, end)) return undefined;
  const source = phraseEndingAt(pieces, owner);
  return source && said({ from: noun, to: noun + 1 }, source, { from: noun + 1, to: end }, 'count');
}

/** The name or noun with its article that ends at `last`. */
function phraseEndingAt(pieces: readonly Piece[], last: number): Range | undefined {
  let from = last;
  while (
    from > 0 &&
    pieces[from - 1]!.kind === 'word' &&
    (/^\p{Lu}/u.test(pieces[from - 1]!.text) || ['of', 'for', 'and'].includes(pieces[from - 1]!.lower))
  )
    from--;
  if (from > 0 && ['the', 'a', 'an'].includes(pieces[from - 1]!.lower)) from--;
  return { from, to: last + 1 };
}

/** "A claim that 900 people were trapped came from one office": the claim is that one's. */
function cameFrom(pieces: readonly Piece[], verb: number): Frame | undefined {
  if (!CAME.has(pieces[verb]!.lower) || pieces[verb + 1]?.lower !== 'from') return undefined;
  let noun = verb - 1;
  while (noun >= 0 && verb - noun < 26 && !CLAIM_NOUN.has(pieces[noun]!.lower)) {
    if (pieces[noun]!.lower === ';' || pieces[noun]!.kind === 'quote') return undefined;
    noun--;
  }
  if (noun < 0 || !CLAIM_NOUN.has(pieces[noun]!.lower)) return undefined;
  const end = endOfSentence(pieces, verb);
  const source = phraseAfter(pieces, verb + 2, end);
  if (!source) return undefined;
  const from = noun > 0 && pieces[noun - 1]!.kind === 'word' ? noun - 1 : noun;
  return said({ from: verb, to: verb + 2 }, source, { from, to: verb }, 'come from');
}
