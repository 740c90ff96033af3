import { SanadError } from '../../model/index.ts';

/**
 * Where it may be: one share a cell, and `elsewhere`, the chance that it is in none of them or does not exist. Together
 * they are 1. Elsewhere is always kept: a search that may only succeed proves nothing by failing.
 */
export interface Belief {
  readonly cells: Float64Array;
  readonly elsewhere: number;
}

/** Shares out of weights that are none below 0; they need not sum to 1. */
export function beliefOf(weights: ArrayLike<number>, elsewhere: number): Belief {
  let total = elsewhere;
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at]!;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new SanadError('plan.probability', { value: weight });
    total += weight;
  }
  if (!(elsewhere >= 0) || !(total > 0)) throw new SanadError('plan.probability', { value: elsewhere });
  const cells = new Float64Array(weights.length);
  for (let at = 0; at < cells.length; at++) cells[at] = weights[at]! / total;
  return { cells, elsewhere: elsewhere / total };
}

/** Chance that a search with these detections finds it: Σ share × detection. */
export function successOf({ cells }: Belief, detection: ArrayLike<number>): number {
  let success = 0;
  for (let at = 0; at < cells.length; at++) success += cells[at]! * detection[at]!;
  return success;
}

/**
 * After a search that found nothing. `missed` is, a cell, the chance to miss what is there. Bayes: share × missed over
 * what is left; elsewhere was not searched and rises.
 */
export function afterFailure({ cells, elsewhere }: Belief, missed: ArrayLike<number>): Belief {
  const left = new Float64Array(cells.length);
  for (let at = 0; at < cells.length; at++) {
    const chance = missed[at]!;
    if (!(chance >= 0 && chance <= 1)) throw new SanadError('plan.detection', { value: chance });
    left[at] = cells[at]! * chance;
  }
  return beliefOf(left, elsewhere);
}

/** A method that also cries out where nothing is. Chances between 0 and 1. */
export interface Alarm {
  readonly detection: number;
  readonly falseAlarm: number;
}

/** After an alarm, or its absence, in one cell. */
export function afterAlarm(
  { cells, elsewhere }: Belief,
  cell: number,
  { detection, falseAlarm }: Alarm,
  outcome: 'alarm' | 'silence',
): Belief {
  for (const value of [detection, falseAlarm])
    if (!(value >= 0 && value <= 1)) throw new SanadError('plan.detection', { value });
  const here = outcome === 'alarm' ? detection : 1 - detection;
  const notHere = outcome === 'alarm' ? falseAlarm : 1 - falseAlarm;
  const weights = cells.map((share, at) => share * (at === cell ? here : notHere));
  return beliefOf(weights, elsewhere * notHere);
}
