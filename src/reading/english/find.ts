import type { Attribution } from '../attribution.ts';
import { classesAmong } from '../classes.ts';
import type { Unit } from '../units.ts';
import { ACCORDING, accordingFrames, countFrames } from './according-frames.ts';
import { ASIDE, asideFrames } from './aside-frames.ts';
import { withCited } from './cited.ts';
import { COLON, colonFrame } from './colon-frame.ts';
import { verbCuesIn } from './cues.ts';
import { FIGURE_GIVEN, figureFrames } from './figure-frames.ts';
import type { Frame } from './frame.ts';
import { CUE_NOUN } from './noun-cues.ts';
import { feelingFrames, nounFrames } from './noun-frames.ts';
import type { Range } from './noun-phrase.ts';
import { toAttribution } from './to-attribution.ts';
import { frameOf } from './verb-frame.ts';

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
  const classes = classesAmong(pieces);
  const stands = (words: number): boolean => (classes & words) !== 0;
  const cued = frames.slice();
  if (stands(ACCORDING)) frames.push(...accordingFrames(pieces));
  frames.push(...countFrames(pieces));
  if (stands(FIGURE_GIVEN)) frames.push(...figureFrames(pieces));
  if (stands(ASIDE)) frames.push(...asideFrames(pieces));
  if (stands(CUE_NOUN)) frames.push(...nounFrames(pieces, cued), ...feelingFrames(pieces));
  const colon = stands(COLON) ? colonFrame(pieces) : undefined;
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
  if (frames.length === 0) return [];
  return withCited(pieces, frames)
    .filter((frame) => !isInward(frame, frames) && !isTraced(frame, frames))
    .map((frame) => toAttribution(unit, frame))
    .filter((each): each is Attribution => each !== undefined);
}

/**
 * "A claim that … came from the council": what nobody was named for has its source behind it. "The list names 40 people,
 * it is claimed": what the list names is only said.
 */
const isTraced = (frame: Frame, frames: readonly Frame[]): boolean =>
  frames.some(
    ({ base, content }) =>
      (base === 'come from'
        ? frame.source === undefined
        : base === 'it is said' && (frame.kind === 'evidence' || frame.kind === 'stance')) &&
      content.some(({ from, to }) => from <= frame.cue.from && to >= frame.cue.to),
  );

const INWARD: ReadonlySet<Frame['kind']> = new Set(['thought', 'stance']);

/**
 * A thought or an attitude within what somebody is already said to say or think, or words that are only to be said in it
 * ("asked us to explain"): part of it, no attribution of its own.
 */
const isInward = (frame: Frame, frames: readonly Frame[]): boolean =>
  (INWARD.has(frame.kind) || frame.mood === 'infinitive' || frame.mood === 'ing') &&
  frames.some(
    (other) =>
      other !== frame &&
      other.source !== undefined &&
      (other.kind === 'speech' || other.kind === 'thought' || other.kind === 'evidence') &&
      other.content.some((content) => content.from <= frame.cue.from && content.to >= frame.cue.to),
  );
