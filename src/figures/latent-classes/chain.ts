import type { Random } from '../random.ts';
import { beta, binomial, gamma, logGamma, negativeBinomial } from '../sampling/index.ts';

/** The model's fixed numbers (Manrique-Vallier 2016, section 3; the defaults are those of its R package). */
export interface Priors {
  /** Classes at which the stick-breaking is cut off. */
  readonly classes: number;
  /** Shape and rate of the gamma prior of the concentration. */
  readonly shape: number;
  readonly rate: number;
}
export const PRIORS: Priors = { classes: 10, shape: 0.25, rate: 0.25 };

/** Where a chain begins. */
export interface Start {
  /** So many classes, equally large. */
  readonly classes: number;
  /** The largest chance of standing on a list; captures are drawn evenly below it. The smaller, the more unseen. */
  readonly mostCaptured: number;
}

/** One run of the Gibbs sampler. */
export interface Chain {
  /** One draw of everything from its full conditional; gives the population, counted and not. */
  sweep(): number;
  /** Classes with somebody in them after the last sweep. */
  occupied(): number;
}

/** So few persons of one pattern are put into classes one by one; of more it is drawn how many go to a class. */
const ONE_BY_ONE = 8;

/**
 * The Dirichlet process mixture of independence models: within a class the lists are independent, classes differ in who
 * stands on which list (Manrique-Vallier 2016). Persons with the same pattern are exchangeable, so whole patterns are
 * split over the classes instead of persons one by one. Logarithms are kept of what is left of the stick: with a small
 * concentration it is smaller than any double.
 *
 * @param counts persons by pattern; `counts[0]` is not read
 */
export function startChain(
  lists: number,
  counts: Float64Array,
  random: Random,
  start: Start,
  priors: Priors = PRIORS,
): Chain {
  const { classes } = priors;
  const patterns = 1 << lists;
  const seen: number[] = [];
  let observed = 0;
  for (let pattern = 1; pattern < patterns; pattern++)
    if (counts[pattern]! > 0) {
      seen.push(pattern);
      observed += counts[pattern]!;
    }
  const cells = Int32Array.from(seen);
  const sizes = Float64Array.from(seen, (pattern) => counts[pattern]!);
  const { steps, ends, places } = walkTo(lists, [0, ...seen], classes);

  const share = new Float64Array(classes);
  const capture = new Float64Array(classes * lists);
  /** Chance of pattern and class together; the classes of a pattern stand side by side, nobody's pattern first. */
  const chance = new Float64Array(classes * (1 + cells.length));
  const sums = new Float64Array(classes);
  const members = new Float64Array(classes);
  const captured = new Float64Array(classes * lists);
  const order = Int32Array.from({ length: classes }, (_, k) => k);
  const stick = Int32Array.from({ length: classes }, (_, k) => k);
  const on = new Float64Array(classes);
  const taken = new Float64Array(classes);
  let concentration = 1;

  for (let at = 0; at < capture.length; at++) capture[at] = start.mostCaptured * random();
  for (let k = 0; k < start.classes; k++) share[k] = 1 / start.classes;

  /** Largest class first: what is left of a pattern soon falls to few, and the rest of the classes cost nothing. */
  const sortByShare = (): void => {
    for (let at = 1; at < classes; at++) {
      const moved = order[at]!;
      const weight = share[moved]!;
      let to = at;
      for (; to > 0 && share[order[to - 1]!]! < weight; to--) order[to] = order[to - 1]!;
      order[to] = moved;
    }
  };

  const layOutChances = (): void => {
    sortByShare();
    for (let k = 0; k < classes; k++) chance[k] = share[order[k]!]!;
    let step = 0;
    for (let list = 0; list < lists; list++) {
      for (let k = 0; k < classes; k++) on[k] = capture[list * classes + order[k]!]!;
      for (const end = ends[list]!; step < end; step += 2) {
        const from = steps[step]!;
        const to = steps[step + 1]!;
        if (to === from) for (let k = 0; k < classes; k++) chance[from + k]! *= on[k]!;
        else if (to < 0) for (let k = 0; k < classes; k++) chance[from + k]! -= chance[from + k]! * on[k]!;
        else
          for (let k = 0; k < classes; k++) {
            const here = chance[from + k]!;
            const captured = here * on[k]!;
            chance[to + k] = captured;
            chance[from + k] = here - captured;
          }
      }
    }
  };

  const count = (place: number, pattern: number, persons: number): void => {
    const k = order[place]!;
    members[k]! += persons;
    for (let at = k, left = pattern; left !== 0; at += classes, left >>= 1)
      if (left & 1) captured[at]! += persons;
  };

  /** Splits the persons of one pattern, whose chances begin at `first`, over the classes. */
  const split = (pattern: number, first: number, persons: number): void => {
    let rest = 0;
    for (let k = classes - 1; k >= 0; k--) {
      rest += chance[first + k]!;
      sums[k] = rest;
    }
    let left = persons;
    let k = 0;
    for (; left > ONE_BY_ONE && k < classes; k++) {
      const drawn = binomial(random, left, chance[first + k]! / sums[k]!);
      if (drawn === 0) continue;
      count(k, pattern, drawn);
      left -= drawn;
    }
    if (left === 0) return;
    let most = k;
    for (; left > 0; left--) {
      const at = random() * sums[k]!;
      let into = k;
      while (into + 1 < classes && sums[into + 1]! > at) into++;
      taken[into]!++;
      if (into > most) most = into;
    }
    for (; k <= most; k++) {
      if (taken[k] === 0) continue;
      count(k, pattern, taken[k]!);
      taken[k] = 0;
    }
  };

  const drawClasses = (): number => {
    members.fill(0);
    captured.fill(0);
    for (let cell = 0; cell < cells.length; cell++) split(cells[cell]!, places[cell + 1]!, sizes[cell]!);
    let missed = 0;
    for (let k = 0; k < classes; k++) missed += chance[k]!;
    const unseen = negativeBinomial(random, observed, 1 - missed);
    if (unseen > 0) split(0, 0, unseen);
    return observed + unseen;
  };

  /**
   * Neighbours on the stick change places, a Metropolis step with the stick's lengths integrated out. Without it a
   * large class that begins late on the stick stays there for a hundred thousand sweeps (Papaspiliopoulos and Roberts
   * 2008). The last class, whose length is what is left, stays where it is.
   */
  const reorder = (): void => {
    let behind = members[stick[classes - 1]!]!;
    for (let at = classes - 3; at >= 0; at--) {
      const here = stick[at]!;
      const next = stick[at + 1]!;
      const one = members[here]!;
      const other = members[next]!;
      if (one !== other && random() * (concentration + one + behind) < concentration + other + behind) {
        stick[at] = next;
        stick[at + 1] = here;
        behind += one;
      } else behind += other;
    }
  };

  const drawCaptures = (): void => {
    for (let k = 0; k < classes; k++) {
      const size = members[k]!;
      for (let at = k; at < captured.length; at += classes) {
        const on = captured[at]!;
        capture[at] = size === 0 ? random() : beta(random, 1 + on, 1 + size - on);
      }
    }
  };

  const drawShares = (): void => {
    let behind = 0;
    for (let k = 0; k < classes; k++) behind += members[k]!;
    let logRest = 0;
    for (let at = 0; at < classes - 1; at++) {
      const k = stick[at]!;
      const size = members[k]!;
      behind -= size;
      const logLeft = logOneMinusBeta(random, 1 + size, concentration + behind);
      share[k] = -Math.expm1(logLeft) * Math.exp(logRest);
      logRest += logLeft;
    }
    share[stick[classes - 1]!] = Math.exp(logRest);
    concentration = gamma(random, priors.shape + classes - 1) / (priors.rate - logRest);
  };

  return {
    sweep: () => {
      layOutChances();
      const population = drawClasses();
      reorder();
      drawCaptures();
      drawShares();
      return population;
    },
    occupied: () => members.reduce((some, size) => some + (size > 0 ? 1 : 0), 0),
  };
}

/**
 * How to come from no list to the chances of the asked patterns, list by list: what patterns have in common is multiplied
 * once, and patterns that nobody has are not visited.
 *
 * @param asked patterns, each once, the empty one first
 * @param width numbers that stand side by side for each pattern
 */
function walkTo(lists: number, asked: readonly number[], width: number) {
  /** From and to: the same place where all who came so far are on the list, −1 where none is. */
  const steps: number[] = [];
  const ends: number[] = [];
  let branches = [{ place: 0, patterns: asked }];
  let taken = 1;
  for (let list = 0; list < lists; list++) {
    branches = branches.flatMap(({ place, patterns }) => {
      const off = patterns.filter((pattern) => ((pattern >> list) & 1) === 0);
      const on = patterns.filter((pattern) => (pattern >> list) & 1);
      const to = on.length === 0 ? -1 : off.length === 0 ? place : width * taken++;
      steps.push(place, to);
      return [
        { place, patterns: off },
        { place: to, patterns: on },
      ].filter((branch) => branch.patterns.length > 0);
    });
    ends.push(steps.length);
  }
  const placeOf = new Map(branches.map(({ place, patterns }) => [patterns[0]!, place]));
  return {
    steps: Int32Array.from(steps),
    ends: Int32Array.from(ends),
    places: Int32Array.from(asked, (pattern) => placeOf.get(pattern)!),
  };
}

/** log(1 − V) for V from a beta with a ≥ 1; b may be so small that 1 − V is below any double. */
function logOneMinusBeta(random: Random, a: number, b: number): number {
  if (a === 1) return Math.log(1 - random()) / b;
  const x = gamma(random, a);
  if (b >= 1) {
    const y = gamma(random, b);
    return Math.log(y / (x + y));
  }
  const logY = logGamma(random, b);
  return logY - Math.log(x + Math.exp(logY));
}
