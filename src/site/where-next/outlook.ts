import { SWUNG, type Swung } from '../../model/index.ts';
import { afterFailure, type Belief } from './belief.ts';
import { missedBy } from './detection.ts';
import { allocate } from './plan.ts';

/** What is thought now, and what the teams at hand can do. Matrices are a row a cell, a column a resource. */
export interface Situation {
  readonly belief: Belief;
  readonly rates: Float64Array;
  readonly blind: Float64Array;
  /** A resource: what there is of it in the next shift. */
  readonly efforts: readonly number[];
}

export interface Outlook {
  /** Cells × resources. */
  readonly efforts: Float64Array;
  /** Chance that the shift finds it. */
  readonly success: number;
  /** What is thought if it does not. */
  readonly after: Belief;
  /** A resource: chance that one more unit of it adds. */
  readonly worth: readonly number[];
  /** Chance that these methods, given all the time in the world, would still find it. */
  readonly findable: number;
  readonly verdict: Verdict;
}

/**
 * `go-on`; `change-method`: something may well be there, but these methods are spent on it; `not-warranted`: with what
 * was done, the chance that these teams would still find anything is below the limit that was set.
 */
export type Verdict = 'go-on' | 'change-method' | 'not-warranted';

/** Below which chance of still finding anything a search is told to be no longer warranted. Set by people, shown always. */
export const LEAST_CHANCE = 0.01;

export function outlookOf({ belief, rates, blind, efforts }: Situation, least = LEAST_CHANCE): Outlook {
  const kinds = efforts.length;
  const plan = allocate(belief.cells, rates, blind, efforts);
  const missed = new Float64Array(belief.cells.length);
  let success = 0;
  let findable = 0;
  let inside = 0;
  for (const [cell, share] of belief.cells.entries()) {
    let missing = 1;
    let never = 1;
    for (let kind = 0; kind < kinds; kind++) {
      const at = cell * kinds + kind;
      missing *= missedBy({ rate: rates[at]!, blind: blind[at]! }, plan.efforts[at]!);
      if (rates[at]! > 0) never *= blind[at]!;
    }
    missed[cell] = missing;
    success += share * (1 - missing);
    findable += share * (1 - never);
    inside += share;
  }
  const verdict: Verdict = findable >= least ? 'go-on' : inside >= least ? 'change-method' : 'not-warranted';
  return {
    efforts: plan.efforts,
    success,
    after: afterFailure(belief, missed),
    worth: Array.from(plan.marginals),
    findable,
    verdict,
  };
}

/** One thing that was assumed, and how the answer moves when it is otherwise. */
export interface Swing {
  readonly assumption: Swung;
  readonly low: Moved;
  readonly high: Moved;
}

interface Moved {
  readonly success: number;
  /** Where most effort goes first. */
  readonly first: number;
}

/**
 * The same plan asked again with each assumption at half and at twice: what moves little may be wrong without harm, what
 * moves much is worth asking somebody about.
 *
 * @param when the situation with one assumption at so many times its odds (chances) or its value (rates), in what was
 *   done as in what is to be done
 */
export function swings(when: (assumption: Swung, factor: number) => Situation): Swing[] {
  const moved = (situation: Situation): Moved => {
    const { success, efforts } = outlookOf(situation);
    let first = 0;
    for (let at = 0; at < efforts.length; at++) if (efforts[at]! > efforts[first]!) first = at;
    return { success, first: Math.floor(first / situation.efforts.length) };
  };
  return SWUNG.map((assumption) => ({
    assumption,
    low: moved(when(assumption, 0.5)),
    high: moved(when(assumption, 2)),
  }));
}

/** A chance at so many times its odds: 0 and 1 stay what they are. */
export const atOdds = (chance: number, factor: number): number =>
  (chance * factor) / (1 - chance + chance * factor);
