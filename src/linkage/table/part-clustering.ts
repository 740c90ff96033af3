import { type ClusteringRules, isEnough, WORTH_WEIGHING } from '../clustering.ts';
import { NOTHING, newPartWeights, type PairScore, type PartWeights } from '../score.ts';

/** Rows that one call takes; larger parts go to `clusterRows`. */
export const LARGEST_PART = 40;

/** Weighs two of the rows by their places, part by part. */
export interface PartWeigher {
  readonly parts: number;
  weigh(a: number, b: number, into: PartWeights): void;
  combine(weights: PartWeights): PairScore;
}

export interface PartClusterer {
  /** Empties the part and says how many rows it has. `list` is the list of a row that promises one row a person, or -1. */
  begin(rows: number, list: (place: number) => number): void;
  addEdge(a: number, b: number, weight: number): void;
  mustLink(a: number, b: number): void;
  cannotLink(a: number, b: number): void;
  /** For each row the place of the first row of its cluster. */
  solve(): Int32Array;
}

const UNKNOWN = 0;
const SCORED = 1;
const WEIGHED = 2;
const OPEN = 0;
const CONTESTED = 1;
const SETTLED = 2;
const MOST_WEIGHED = 100;

/**
 * `clusterRows` for a few rows, on squares of numbers that are made once and written over: the same rules, the same
 * answer, no object a row. What two clusters have between them stands at `a * LARGEST_PART + b` for a < b.
 */
export function createPartClusterer(weigher: PartWeigher, rules: ClusteringRules): PartClusterer {
  const width = 3 * weigher.parts + 1;
  const square = LARGEST_PART * LARGEST_PART;
  const state = new Uint8Array(square);
  const standing = new Uint8Array(square);
  const forbidden = new Uint8Array(square);
  const heaviest = new Int32Array(square);
  const weight = new Int32Array(square);
  const worst = new Int32Array(square);
  const enough = new Uint8Array(square);
  const sums = new Float64Array(square * width);
  const counts = new Int32Array(square * width);
  const cluster = new Int32Array(LARGEST_PART);
  const alive = new Uint8Array(LARGEST_PART);
  const size = new Int32Array(LARGEST_PART);
  const members = new Int32Array(LARGEST_PART * LARGEST_PART);
  /** Rows of a promising list in a cluster, as bits by the order of the lists met. */
  const lists = new Int32Array(LARGEST_PART);
  const weights = newPartWeights(weigher.parts);
  let count = 0;

  const at = (a: number, b: number): number => (a < b ? a * LARGEST_PART + b : b * LARGEST_PART + a);
  const mayNotMeet = (a: number, b: number): boolean =>
    forbidden[at(a, b)] === 1 || (lists[a]! & lists[b]!) !== 0;

  const settle = (pair: number, score: PairScore): void => {
    state[pair] = WEIGHED;
    standing[pair] = OPEN;
    weight[pair] = score.weight;
    worst[pair] = score.worst;
    enough[pair] = isEnough(score, rules) ? 1 : 0;
  };
  const settleSums = (pair: number): void => {
    const from = pair * width;
    for (let c = 0; c < width; c++)
      weights[c] = counts[from + c] === 0 ? NOTHING : Math.round(sums[from + c]! / counts[from + c]!);
    settle(pair, weigher.combine(weights));
  };
  const weighed = (a: number, b: number): number => {
    const pair = at(a, b);
    if (state[pair] === WEIGHED) return pair;
    const known = state[pair] === SCORED;
    const from = pair * width;
    const all = size[a]! * size[b]!;
    if (all === 1) {
      weigher.weigh(a, b, weights);
      for (let c = 0; c < width; c++) {
        const own = weights[c]!;
        counts[from + c] = own === NOTHING ? 0 : 1;
        sums[from + c] = own === NOTHING ? 0 : own;
      }
      settle(pair, weigher.combine(weights));
      if (!known) heaviest[pair] = weight[pair]!;
      return pair;
    }
    sums.fill(0, from, from + width);
    counts.fill(0, from, from + width);
    const step = Math.max(1, Math.ceil(all / MOST_WEIGHED));
    for (let index = 0; index < all; index += step) {
      const one = members[a * LARGEST_PART + (index % size[a]!)]!;
      const other = members[b * LARGEST_PART + Math.trunc(index / size[a]!)]!;
      weigher.weigh(one, other, weights);
      for (let c = 0; c < width; c++) {
        if (weights[c] === NOTHING) continue;
        sums[from + c]! += weights[c]!;
        counts[from + c]!++;
      }
    }
    settleSums(pair);
    if (!known) heaviest[pair] = weight[pair]!;
    return pair;
  };

  const areTwo = (a: number, b: number): boolean => {
    if (mayNotMeet(a, b)) return true;
    const pair = weighed(a, b);
    return weight[pair]! < 0 && worst[pair]! <= rules.contradiction;
  };
  /** Whether one of the two fits a third almost as well, and the third cannot be the other. */
  const isContestedFor = (one: number, other: number, least: number): boolean => {
    for (let rival = 0; rival < count; rival++) {
      if (alive[rival] === 0 || rival === one || rival === other) continue;
      const pair = at(one, rival);
      if (state[pair] === UNKNOWN || forbidden[pair] === 1 || weight[pair]! < least) continue;
      if (weight[weighed(one, rival)]! >= least && areTwo(rival, other)) return true;
    }
    return false;
  };

  const absorb = (into: number, from: number): void => {
    for (let index = 0; index < size[from]!; index++) {
      const row = members[from * LARGEST_PART + index]!;
      members[into * LARGEST_PART + size[into]!++] = row;
      cluster[row] = into;
    }
    alive[from] = 0;
    lists[into]! |= lists[from]!;
    for (let third = 0; third < count; third++)
      if (third !== into && third !== from && forbidden[at(from, third)] === 1)
        forbidden[at(into, third)] = 1;
  };
  const merge = (a: number, b: number): void => {
    absorb(a, b);
    for (let third = 0; third < count; third++) {
      if (alive[third] === 0 || third === a) continue;
      const own = at(a, third);
      const other = at(b, third);
      if (state[own] === UNKNOWN && state[other] === UNKNOWN) continue;
      const most = Math.max(
        state[own] === UNKNOWN ? Number.NEGATIVE_INFINITY : heaviest[own]!,
        state[other] === UNKNOWN ? Number.NEGATIVE_INFINITY : heaviest[other]!,
      );
      if (state[own] === WEIGHED && state[other] === WEIGHED) {
        for (let c = 0; c < width; c++) {
          sums[own * width + c]! += sums[other * width + c]!;
          counts[own * width + c]! += counts[other * width + c]!;
        }
        settleSums(own);
      } else {
        state[own] = SCORED;
        standing[own] = OPEN;
        weight[own] = most;
      }
      heaviest[own] = most;
    }
  };

  return {
    begin(rows, list) {
      count = rows;
      const promising: number[] = [];
      for (let place = 0; place < rows; place++) {
        const from = place * LARGEST_PART;
        state.fill(UNKNOWN, from, from + rows);
        forbidden.fill(0, from, from + rows);
        cluster[place] = place;
        alive[place] = 1;
        size[place] = 1;
        members[from] = place;
        const own = list(place);
        lists[place] = 0;
        if (own < 0) continue;
        let known = promising.indexOf(own);
        if (known < 0) known = promising.push(own) - 1;
        lists[place] = 1 << (known % 32);
      }
    },
    addEdge(a, b, own) {
      if (cluster[a] === cluster[b]) return;
      const pair = at(cluster[a]!, cluster[b]!);
      if (state[pair] === SCORED && weight[pair]! >= own) return;
      state[pair] = SCORED;
      standing[pair] = OPEN;
      weight[pair] = heaviest[pair] = own;
    },
    mustLink(a, b) {
      const first = Math.min(cluster[a]!, cluster[b]!);
      const second = Math.max(cluster[a]!, cluster[b]!);
      if (first !== second) absorb(first, second);
    },
    cannotLink(a, b) {
      forbidden[at(cluster[a]!, cluster[b]!)] = 1;
    },
    solve() {
      let contested = false;
      let merged = false;
      for (;;) {
        let a = -1;
        let b = -1;
        let most = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < count; i++) {
          if (alive[i] === 0) continue;
          for (let j = i + 1; j < count; j++) {
            const pair = i * LARGEST_PART + j;
            if (alive[j] === 0 || state[pair] === UNKNOWN || standing[pair] !== OPEN) continue;
            const own = weight[pair]!;
            if (own <= most || own < (state[pair] === WEIGHED ? rules.threshold : WORTH_WEIGHING)) continue;
            if (mayNotMeet(i, j)) continue;
            most = own;
            a = i;
            b = j;
          }
        }
        if (a < 0) {
          if (!contested || !merged) return cluster;
          for (let pair = 0; pair < count * LARGEST_PART; pair++)
            if (standing[pair] === CONTESTED) standing[pair] = OPEN;
          contested = false;
          merged = false;
          continue;
        }
        const pair = a * LARGEST_PART + b;
        if (state[pair] !== WEIGHED) {
          weighed(a, b);
          continue;
        }
        if (enough[pair] === 0) standing[pair] = SETTLED;
        else if (isContestedFor(a, b, most - rules.margin) || isContestedFor(b, a, most - rules.margin)) {
          standing[pair] = CONTESTED;
          contested = true;
        } else {
          merge(a, b);
          merged = true;
        }
      }
    },
  };
}
