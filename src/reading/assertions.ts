import type { Span } from '../model/index.ts';
import { hiddenRoomsIn } from './assertions/hidden-rooms.ts';
import { rumoursIn, shownIn } from './assertions/passed-on.ts';
import { segmentsIn } from './assertions/segments.ts';
import { tokenize } from './tokens.ts';

/** One thing among several that a statement says. Offsets in the statement's words. */
export interface Assertion extends Span {
  /**
   * `beside`: a predicate or a clause of its own, and no part of what stands before it. `hidden-room`: that there is
   * one, said on the way. `shown`: that it can be seen on a recording. `rumour`, `untrue`: words passed on as such.
   */
  readonly kind: 'beside' | 'hidden-room' | 'shown' | 'rumour' | 'untrue';
  /** What of it is not said by the statement besides: the statement without this is the rest. */
  readonly own: Span;
  /** Whom or what it is said of, where that stands before it. */
  readonly of?: Span;
  /** The statement says nothing but that there is one: "hidden cells were found". */
  readonly alone?: boolean;
  /** "No hidden cells". */
  readonly negated?: boolean;
}

/** Longer words are not taken apart. */
const LONGEST = 1500;

/**
 * What else the words of one statement say: "left the country and was granted asylum", "held in secret cells", "can be
 * seen on cameras", "amid rumours of a crash". Found by grammar, in order; what a definite phrase only presupposes ("the
 * cells") is not said.
 */
export function assertionsIn(words: string): readonly Assertion[] {
  if (words.length > LONGEST) return [];
  const tokens = tokenize(words);
  if (tokens.length < 4) return [];
  return [...segmentsIn(tokens), ...hiddenRoomsIn(tokens), ...shownIn(tokens), ...rumoursIn(tokens)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}
