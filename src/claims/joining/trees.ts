/**
 * A sum of small trees, each asking up to three signals whether they exceed a bound; the sum is the logarithm of the
 * odds (Friedman 2001, "Greedy function approximation"). Flat, so that a file can hold it.
 */
export interface Trees {
  /** The signals in the order in which the trees number them. */
  readonly signals: readonly string[];
  readonly bias: number;
  /**
   * Each tree its nodes from the root on, the children of node n at 2n + 1 (at most the bound) and 2n + 2: a signal's
   * number and its bound, or −1 and what is added.
   */
  readonly trees: readonly (readonly (readonly [signal: number, value: number])[])[];
}

/** The log-odds of a vector of signals. */
export function logOdds({ bias, trees }: Trees, signals: ArrayLike<number>): number {
  let sum = bias;
  for (const tree of trees) {
    let at = 0;
    let node = tree[at]!;
    while (node[0] >= 0) {
      at = 2 * at + (signals[node[0]]! <= node[1] ? 1 : 2);
      node = tree[at]!;
    }
    sum += node[1];
  }
  return sum;
}

/** Example pairs to learn from: signals, whether the two are one, and how much the pair counts. */
export interface Examples {
  readonly rows: readonly Float64Array[];
  readonly one: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
}

export interface Growth {
  readonly trees: number;
  readonly depth: number;
  /** How much of each tree's step is taken. */
  readonly rate: number;
  /** Added to what each leaf has seen, so that few examples move it little. */
  readonly doubt: number;
  /** No leaf has seen less than this. */
  readonly least: number;
}

/** Bounds tried for each signal. */
const BOUNDS = 31;

/** Grows trees one after the other, each towards what the sum of the earlier ones gets wrong. */
export function growTrees(
  signals: readonly string[],
  { rows, one, weight }: Examples,
  growth: Growth,
): Trees {
  const bounds = signals.map((_, signal) => boundsOf(rows, one, signal));
  const bins = bounds.map((own, signal) =>
    Uint8Array.from(rows, (row) => {
      const at = own.findIndex((bound) => row[signal]! <= bound);
      return at < 0 ? own.length : at;
    }),
  );
  let [all, ones] = [0, 0];
  for (let row = 0; row < rows.length; row++) {
    all += weight[row]!;
    ones += weight[row]! * one[row]!;
  }
  const bias = Math.log(ones / (all - ones));
  const sums = new Float64Array(rows.length).fill(bias);
  const slope = new Float64Array(rows.length);
  const curve = new Float64Array(rows.length);
  const everyRow = Int32Array.from(rows, (_, row) => row);
  const trees: [number, number][][] = [];

  const grow = (tree: [number, number][], at: number, members: Int32Array, depth: number): void => {
    let [slopes, curves] = [0, 0];
    for (const row of members) {
      slopes += slope[row]!;
      curves += curve[row]!;
    }
    const split = depth > 0 ? bestSplit(members, slopes, curves) : undefined;
    if (!split) {
      const value = rounded((growth.rate * slopes) / (curves + growth.doubt));
      tree[at] = [-1, value];
      for (const row of members) sums[row]! += value;
      return;
    }
    const own = bins[split.signal]!;
    tree[at] = [split.signal, bounds[split.signal]![split.bin]!];
    grow(
      tree,
      2 * at + 1,
      members.filter((row) => own[row]! <= split.bin),
      depth - 1,
    );
    grow(
      tree,
      2 * at + 2,
      members.filter((row) => own[row]! > split.bin),
      depth - 1,
    );
  };
  const gain = (slopes: number, curves: number): number => slopes ** 2 / (curves + growth.doubt);
  const bestSplit = (
    members: Int32Array,
    slopes: number,
    curves: number,
  ): { signal: number; bin: number } | undefined => {
    let best: { signal: number; bin: number } | undefined;
    let most = gain(slopes, curves) + 1e-3;
    for (let signal = 0; signal < signals.length; signal++) {
      const own = bins[signal]!;
      const [slopesOf, curvesOf] = [new Float64Array(BOUNDS + 1), new Float64Array(BOUNDS + 1)];
      for (const row of members) {
        slopesOf[own[row]!]! += slope[row]!;
        curvesOf[own[row]!]! += curve[row]!;
      }
      let [before, seen] = [0, 0];
      for (let bin = 0; bin < bounds[signal]!.length; bin++) {
        before += slopesOf[bin]!;
        seen += curvesOf[bin]!;
        if (seen < growth.least || curves - seen < growth.least) continue;
        const found = gain(before, seen) + gain(slopes - before, curves - seen);
        if (found > most) [best, most] = [{ signal, bin }, found];
      }
    }
    return best;
  };

  for (let n = 0; n < growth.trees; n++) {
    for (let row = 0; row < rows.length; row++) {
      const chance = 1 / (1 + Math.exp(-sums[row]!));
      slope[row] = weight[row]! * (one[row]! - chance);
      curve[row] = weight[row]! * chance * (1 - chance);
    }
    const tree: [number, number][] = [];
    grow(tree, 0, everyRow, growth.depth);
    trees.push(Array.from(tree, (node): [number, number] => node ?? [-1, 0]));
  }
  return { signals, bias: rounded(bias), trees };
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Bounds between the values of a signal, more where pairs that are one have theirs. */
function boundsOf(rows: readonly Float64Array[], one: ArrayLike<number>, signal: number): number[] {
  const values = rows
    .flatMap((row, at) => (one[at] === 1 || at % 4 === 0 ? [row[signal]!] : []))
    .sort((a, b) => a - b);
  const distinct = [...new Set(values)];
  const bounds =
    distinct.length <= BOUNDS + 1
      ? distinct.slice(1).map((value, at) => (value + distinct[at]!) / 2)
      : Array.from(
          { length: BOUNDS },
          (_, at) => values[Math.floor(((at + 1) * values.length) / (BOUNDS + 1))]!,
        );
  return [...new Set(bounds.map(rounded))];
}
