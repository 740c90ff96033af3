import { listsIn } from '../capture-table.ts';
import { choleskyInPlace, solveCholesky } from '../numerics/cholesky.ts';
import { logGamma } from '../numerics/log-gamma.ts';
import { type Existence, existence } from './existence.ts';
import { sumOverSubsets, sumOverSupersets } from './lattice.ts';
import type { Terms } from './model.ts';

/** A Poisson log-linear model fitted to the counts of one table. */
export interface Fit {
  readonly terms: Terms;
  /** Persons on no list: exp(level). */
  readonly unseen: number;
  /** Variance of its logarithm. */
  readonly logVariance: number;
  readonly deviance: number;
  readonly logLikelihood: number;
  /** A term's overlap is empty: its parameter is minus infinity. */
  readonly boundary: boolean;
}

/** Fits one model after another to one table, in buffers of its own. */
export interface Fitter {
  /** `undefined` where no estimate exists (see existence.ts) or the numbers do not settle. */
  fit(terms: Terms): Fit | undefined;
  /** Whether the estimate exists; remembered for each pattern of empty cells. */
  existence(terms: Terms): Existence;
  /** After `fit`: the fitted number of persons on all lists of `pattern` at least. */
  fittedOverlap(pattern: number): number;
  /** After `fit`: a term's parameter in standard errors from 0; 0 for a term whose overlap is empty. */
  standardised(term: number): number;
  /** Counts on all lists of `pattern` at least. */
  overlap(pattern: number): number;
  /** Takes another table of the same lists. */
  take(counts: ArrayLike<number>): void;
}

const MOST_STEPS = 60;
/** Newton's decrement, twice the gain in log-likelihood still to be had, below which the next step is the last. */
const SETTLED = 1e-7;

/**
 * Maximum likelihood by Fisher scoring, started as in iteratively reweighted least squares (McCullagh and Nelder 1989,
 * section 2.5). With 0/1 designs of sets, every sum over cells is a sum over supersets of a term (lattice.ts), so a step
 * costs lists × 2^lists additions and one small Cholesky factorisation, and no design matrix is built.
 *
 * `counts[0]` is left out of the fit unless `completed`, when it is data like the others.
 */
export function createFitter(
  lists: number,
  given: ArrayLike<number>,
  cells: 'observed' | 'completed' = 'observed',
): Fitter {
  const size = 1 << lists;
  const first = cells === 'observed' ? 1 : 0;
  const counts = new Float64Array(size);
  const overlaps = new Float64Array(size);
  const alive = new Uint8Array(size);
  const mean = new Float64Array(size);
  const linear = new Float64Array(size);
  const information = new Float64Array(size * size);
  const step = new Float64Array(size);
  const parameters = new Float64Array(size);
  const active = new Int32Array(size);
  const known = new Map<string, Existence>();
  let filledKey: string | undefined;
  /** Parameters of the last fit by term, NaN for those not in it, and how many it had. */
  const before = new Float64Array(size).fill(Number.NaN);
  let settled = 0;
  let fittedTerms = 0;
  let logFactorials = 0;
  let saturated = 0;

  const take = (table: ArrayLike<number>): void => {
    filledKey = undefined;
    settled = 0;
    before.fill(Number.NaN);
    logFactorials = 0;
    saturated = 0;
    for (let cell = 0; cell < size; cell++) {
      const count = cell < first ? 0 : table[cell]!;
      counts[cell] = overlaps[cell] = count;
      if (count > 0) saturated += count * Math.log(count) - count;
      if (count > 1) logFactorials += logGamma(count + 1);
    }
    sumOverSupersets(overlaps, lists);
  };

  /** Terms with people in them, the level last so that its variance stands in the last pivot; cells outside the rest. */
  const activate = (terms: Terms): number => {
    alive.fill(1);
    for (let cell = 0; cell < first; cell++) alive[cell] = 0;
    let used = 0;
    for (const term of terms) {
      if (term === 0) continue;
      if (overlaps[term]! > 0) active[used++] = term;
      else for (let cell = term; cell < size; cell++) if ((cell & term) === term) alive[cell] = 0;
    }
    active[used++] = 0;
    return used;
  };

  /**
   * Most tables need no linear algebra: with people in every term's own cell, the only direction that could leave all
   * filled cells alone is ±1 by the number of lists of each term, and one filled cell that it changes rules it out.
   */
  const surelyExists = (used: number): boolean => {
    linear.fill(0);
    linear[0] = 1;
    for (let at = 0; at < used - 1; at++) {
      const term = active[at]!;
      if (counts[term] === 0) return false;
      linear[term] = listsIn(term) % 2 === 0 ? 1 : -1;
    }
    sumOverSubsets(linear, lists);
    return linear.some((change, cell) => change !== 0 && counts[cell]! > 0);
  };

  const existenceOf = (terms: Terms, used: number): Existence => {
    if (surelyExists(used)) return 'exists';
    filledKey ??= counts.reduce((key, count) => key + (count > 0 ? '1' : '0'), '');
    const key = `${filledKey}|${terms.join()}`;
    let answer = known.get(key);
    if (answer === undefined) {
      const filled: number[] = [];
      const empty: number[] = [];
      for (let cell = 0; cell < size; cell++)
        if (counts[cell]! > 0) filled.push(cell);
        else if (alive[cell]) empty.push(cell);
      answer = existence(active.subarray(0, used), filled, empty);
      known.set(key, answer);
    }
    return answer;
  };

  /** Means from the parameters; the log-likelihood without its constant. */
  const expect = (used: number): number => {
    linear.fill(0);
    let likelihood = 0;
    for (let at = 0; at < used; at++) {
      linear[active[at]!] = parameters[at]!;
      likelihood += parameters[at]! * overlaps[active[at]!]!;
    }
    sumOverSubsets(linear, lists);
    for (let cell = 0; cell < size; cell++) mean[cell] = alive[cell] ? Math.exp(linear[cell]!) : 0;
    sumOverSupersets(mean, lists);
    return likelihood - mean[0]!;
  };

  /** Factors the information matrix that `mean`, summed over supersets, gives. */
  const factor = (used: number): boolean => {
    for (let row = 0; row < used; row++)
      for (let column = 0; column <= row; column++)
        information[row * used + column] = mean[active[row]! | active[column]!]!;
    return choleskyInPlace(information, used, used);
  };

  /** From the model fitted before, if it is part of this one; else as in reweighted least squares. */
  const start = (used: number): boolean => {
    let shared = 0;
    for (let at = 0; at < used; at++) if (!Number.isNaN(before[active[at]!]!)) shared++;
    if (shared > 0 && shared === settled) {
      for (let at = 0; at < used; at++) parameters[at] = before[active[at]!]! || 0;
      return true;
    }
    for (let cell = 0; cell < size; cell++) {
      const weight = alive[cell] ? counts[cell]! + 0.1 : 0;
      mean[cell] = weight;
      linear[cell] = weight === 0 ? 0 : weight * Math.log(weight) + counts[cell]! - weight;
    }
    sumOverSupersets(mean, lists);
    sumOverSupersets(linear, lists);
    for (let at = 0; at < used; at++) parameters[at] = linear[active[at]!]!;
    if (!factor(used)) return false;
    solveCholesky(information, parameters, used, used);
    return true;
  };

  const fit = (terms: Terms): Fit | undefined => {
    const used = activate(terms);
    fittedTerms = used;
    if (existenceOf(terms, used) !== 'exists' || !start(used)) return undefined;
    let likelihood = expect(used);
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      for (let at = 0; at < used; at++) step[at] = overlaps[active[at]!]! - mean[active[at]!]!;
      let decrement = 0;
      for (let at = 0; at < used; at++) linear[at] = step[at]!;
      if (!factor(used)) return undefined;
      solveCholesky(information, step, used, used);
      for (let at = 0; at < used; at++) decrement += linear[at]! * step[at]!;
      for (let at = 0; at < used; at++) parameters[at]! += step[at]!;
      let next = expect(used);
      for (let halvings = 0; !(next >= likelihood - 1e-9 * Math.abs(likelihood)); halvings++) {
        if (halvings === 40) return undefined;
        for (let at = 0; at < used; at++) {
          step[at]! /= 2;
          parameters[at]! -= step[at]!;
        }
        next = expect(used);
      }
      likelihood = next;
      if (decrement < SETTLED) {
        if (!factor(used)) return undefined;
        before.fill(Number.NaN);
        for (let at = 0; at < used; at++) before[active[at]!] = parameters[at]!;
        settled = used;
        const pivot = information[used * used - 1]!;
        return {
          terms,
          unseen: Math.exp(parameters[used - 1]!),
          logVariance: 1 / (pivot * pivot),
          deviance: Math.max(0, 2 * (saturated - likelihood)),
          logLikelihood: likelihood - logFactorials,
          boundary: used < terms.length,
        };
      }
    }
    return undefined;
  };

  const standardised = (term: number): number => {
    const at = active.subarray(0, fittedTerms).indexOf(term);
    if (at < 0) return 0;
    step.fill(0);
    step[at] = 1;
    solveCholesky(information, step, fittedTerms, fittedTerms);
    return parameters[at]! / Math.sqrt(step[at]!);
  };

  take(given);
  return {
    fit,
    existence: (terms) => existenceOf(terms, activate(terms)),
    standardised,
    fittedOverlap: (pattern) => mean[pattern]!,
    overlap: (pattern) => overlaps[pattern]!,
    take,
  };
}
