import type { Fate, ReviewReason, ReviewWorth } from '../model/index.ts';
import { isDeath } from './fate.ts';
import type { Sketch } from './sketch.ts';

/** What goes into the worth of asking one pair. */
export interface Weighed {
  readonly asked: ReviewReason;
  readonly probability: number;
  readonly one: Sketch;
  readonly other: Sketch;
  /** Open pairs between the two persons, this one apart. */
  readonly settles: number;
  readonly namesakes: number;
  /** Requests of families about the two. */
  readonly requests: number;
}

const alive = (fate: Fate): boolean =>
  fate === 'reported-released' || fate === 'contacted-alive' || fate === 'reported-seen-alive';
const tellsEnd = (fate: Fate): boolean => isDeath(fate) || alive(fate);

function fateOf(one: Sketch, other: Sketch): ReviewWorth['fate'] {
  const [a, b] = [one, other].map(({ fates }) => fates.map(({ fate }) => fate)) as [Fate[], Fate[]];
  if ((a.some(isDeath) && b.some(alive)) || (a.some(alive) && b.some(isDeath))) return 'contradicts';
  return a.some(tellsEnd) !== b.some(tellsEnd) ? 'tells' : 'nothing';
}

/** Rows written down because somebody is looked for: they say who asks, or that nothing is known. */
const isSought = ({ rows }: Sketch): boolean =>
  rows.some(
    ({ listed, fates }) =>
      fates.some(({ fate }) => fate === 'unknown') ||
      listed.record.statements.some(({ property, written }) => property === 'relation' && written !== ''),
  );

const FIRST: Readonly<Record<ReviewReason, number>> = {
  waiting: 2000,
  disagree: 1000,
  open: 0,
  second: 0,
  check: 0,
  unsure: 0,
};

/**
 * What an answer is expected to change. Being the same person changes what is known of both: most where their fates
 * contradict each other or where one answers the other, more where somebody is looking for them, more where it closes
 * other pairs; being different only closes this one. That is weighed by the machine's own probability, by its doubt
 * (4p(1 − p), never less than a quarter, for what it is sure of it may be wrong about), and up to double for names that
 * many bear, since there it errs most. What waits for a second person comes before all else.
 */
export function worthOf(pair: Weighed): ReviewWorth {
  const { asked, probability: p, one, other, settles, namesakes } = pair;
  const doubt = 4 * p * (1 - p);
  const fate = fateOf(one, other);
  const sought = Math.max(pair.requests, Number(isSought(one)) + Number(isSought(other)));
  const ifSame =
    1 +
    (fate === 'contradicts' ? 4 : fate === 'tells' ? 2 : 0) +
    Math.min(sought, 5) +
    Math.min(settles, 6) / 3;
  const change = p * ifSame + (1 - p) * 0.3;
  const common = 1 + Math.min(1, Math.log2(Math.max(1, namesakes)) / 6);
  const worth = change * (0.25 + 0.75 * doubt) * common * (asked === 'unsure' ? 0.25 : 1);
  return { asked, doubt, fate, sought, settles, namesakes, worth: FIRST[asked] + worth };
}
