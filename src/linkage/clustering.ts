import type { EvidenceReader, GroupEvidence } from './group-evidence.ts';
import { createMergeQueue, type Merge } from './merge-queue.ts';
import type { MilliBits, PairScore } from './score.ts';

/** A scored pair of rows, heavy enough to matter. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: MilliBits;
  /** How the two agree. */
  readonly pattern: number;
}

export interface ClusteringRules {
  /** Weight from which two clusters are one person. */
  readonly threshold: MilliBits;
  /** How much better than any rival a merge must be: a row that fits two brothers alike goes to neither. */
  readonly margin: MilliBits;
  /** Weight of a single part from which two rivals count as two persons. */
  readonly contradiction: MilliBits;
  /** What a merge must bring beyond the person's own name and what kin share: names alone are not enough. */
  readonly ownEvidence: MilliBits;
  /** The same with the given name: what must tell the two from brothers or sisters. */
  readonly apartFromKin: MilliBits;
  /** And where kin are likely, that is where their chance takes away as much as `likelyKin`. */
  readonly apartFromLikelyKin: MilliBits;
  readonly likelyKin: MilliBits;
}

export const DEFAULT_RULES: ClusteringRules = {
  threshold: 4000,
  margin: 3500,
  contradiction: -3500,
  ownEvidence: 2000,
  apartFromKin: 5000,
  apartFromLikelyKin: 8000,
  likelyKin: -2000,
};

/**
 * Even odds: two rows are one person where that is likelier than not, and no proof is asked that they are not brothers.
 * For counting, and for comparing with linkers that ask no more; a family must not be told anything on such grounds.
 */
export const EVEN_ODDS: ClusteringRules = {
  threshold: 0,
  margin: 0,
  contradiction: -3500,
  ownEvidence: -1_000_000,
  apartFromKin: -1_000_000,
  apartFromLikelyKin: -1_000_000,
  likelyKin: -2000,
};

export interface Constraints {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
  /** The list of a row that promises one row a person, or -1. */
  readonly uniqueList: Int32Array;
}

/** From this weight of a single pair on, two clusters are weighed against each other. */
export const WORTH_WEIGHING: MilliBits = -2000;

/** What is known between two clusters: the heaviest pair, and, once it mattered, all of it. */
interface Between {
  readonly heaviest: MilliBits;
  /** That pair, as long as neither cluster has grown. */
  readonly edge?: Edge;
  readonly evidence?: GroupEvidence;
  /** Of the evidence where there is any, else of the heaviest pair. */
  readonly weight: MilliBits;
}

type Weighed = Between & { readonly evidence: GroupEvidence };
const isWeighed = (between: Between): between is Weighed => between.evidence !== undefined;

/**
 * Average-link merging, heaviest first, part by part: what each part says is averaged over all pairs across two clusters
 * that give it, also pairs that blocking never proposed, and the parts are then added up as for two rows. So nothing
 * chains: one strong pair cannot join two groups that disagree otherwise; and what one row leaves out another may give.
 * Returns for each row the number of its cluster, the smallest row in it.
 */
export function clusterRows(
  rowCount: number,
  edges: readonly Edge[],
  read: EvidenceReader,
  constraints: Constraints,
  rules: ClusteringRules = DEFAULT_RULES,
): Int32Array {
  const members: number[][] = Array.from({ length: rowCount }, (_, row) => [row]);
  const cluster = Int32Array.from({ length: rowCount }, (_, row) => row);
  const alive = new Uint8Array(rowCount).fill(1);
  const forbidden = new Map<number, Set<number>>();
  const lists: Set<number>[] = Array.from(constraints.uniqueList, (list) => new Set(list < 0 ? [] : [list]));

  const absorb = (into: number, from: number): void => {
    for (const row of members[from]!) {
      members[into]!.push(row);
      cluster[row] = into;
    }
    members[from] = [];
    alive[from] = 0;
    for (const list of lists[from]!) lists[into]!.add(list);
    const apart = forbidden.get(from);
    if (apart !== undefined) {
      for (const other of apart) {
        forbid(into, other);
        forbidden.get(other)!.delete(from);
      }
      forbidden.delete(from);
    }
  };
  const forbid = (a: number, b: number): void => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = forbidden.get(one);
      if (set === undefined) forbidden.set(one, new Set([other]));
      else set.add(other);
    }
  };
  for (const [a, b] of constraints.mustLink) {
    const [first, second] = [cluster[a]!, cluster[b]!];
    if (first !== second) absorb(Math.min(first, second), Math.max(first, second));
  }
  for (const [a, b] of constraints.cannotLink) forbid(cluster[a]!, cluster[b]!);

  const mayNotMeet = (a: number, b: number): boolean =>
    forbidden.get(a)?.has(b) === true || sharesAny(lists[a]!, lists[b]!);

  const across: Map<number, Between>[] = Array.from({ length: rowCount }, () => new Map());
  const relate = (a: number, b: number, between: Between): void => {
    across[a]!.set(b, between);
    across[b]!.set(a, between);
  };
  for (const edge of edges) {
    const { weight } = edge;
    const a = cluster[edge.a]!;
    const b = cluster[edge.b]!;
    if (a === b || weight < WORTH_WEIGHING) continue;
    if (weight > (across[a]!.get(b)?.heaviest ?? Number.NEGATIVE_INFINITY))
      relate(a, b, { heaviest: weight, weight, edge });
  }

  const weighed = (a: number, b: number): Weighed => {
    const known = across[a]!.get(b);
    if (known !== undefined && isWeighed(known)) return known;
    const alone = members[a]!.length === 1 && members[b]!.length === 1;
    const evidence =
      alone && known?.edge !== undefined ? read.ofEdge(known.edge) : read.between(members[a]!, members[b]!);
    const { weight } = evidence.score;
    const between = { heaviest: known?.heaviest ?? weight, evidence, weight };
    relate(a, b, between);
    return between;
  };

  const queue = createMergeQueue();
  const propose = (a: number, b: number, { evidence, heaviest, weight }: Between): void => {
    if (evidence === undefined ? heaviest >= WORTH_WEIGHING : weight >= rules.threshold)
      queue.push({ a: Math.min(a, b), b: Math.max(a, b), weight });
  };

  /** Whether two clusters are certainly two persons: they may not meet, or a part that seldom errs contradicts. */
  const areTwo = (a: number, b: number): boolean => {
    if (mayNotMeet(a, b)) return true;
    const { weight, worst } = weighed(a, b).evidence.score;
    return weight < 0 && worst <= rules.contradiction;
  };

  /** Whether one of the two fits a third almost as well, and the third cannot be the other. */
  const isContested = (a: number, b: number, weight: MilliBits): boolean => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const [rival, between] of [...across[one]!]) {
        if (rival === other || forbidden.get(one)?.has(rival)) continue;
        if (between.weight < weight - rules.margin) continue;
        if (weighed(one, rival).weight < weight - rules.margin) continue;
        if (areTwo(rival, other)) return true;
      }
    }
    return false;
  };

  const merge = (a: number, b: number): void => {
    absorb(a, b);
    across[a]!.delete(b);
    for (const [third, fromB] of across[b]!) {
      if (third === a) continue;
      across[third]!.delete(b);
      relate(a, third, joined(across[a]!.get(third), fromB));
    }
    for (const third of across[a]!.keys()) {
      if (!across[b]!.has(third)) relate(a, third, joined(across[a]!.get(third), undefined));
    }
    across[b] = new Map();
    for (const [third, between] of across[a]!) propose(a, third, between);
  };

  const joined = (one: Between | undefined, other: Between | undefined): Between => {
    const heaviest = Math.max(
      one?.heaviest ?? Number.NEGATIVE_INFINITY,
      other?.heaviest ?? Number.NEGATIVE_INFINITY,
    );
    if (one?.evidence === undefined || other?.evidence === undefined) return { heaviest, weight: heaviest };
    const evidence = read.add(one.evidence, other.evidence);
    return { heaviest, evidence, weight: evidence.score.weight };
  };

  for (let row = 0; row < rowCount; row++)
    for (const [other, between] of across[row]!) if (row < other) propose(row, other, between);

  let contested: Merge[] = [];
  let merged = true;
  while (merged) {
    merged = false;
    for (const again of contested) queue.push(again);
    contested = [];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { a, b } = next;
      if (alive[a] === 0 || alive[b] === 0 || mayNotMeet(a, b)) continue;
      const known = across[a]!.get(b);
      if (known === undefined || known.weight !== next.weight) continue;
      if (known.evidence === undefined) {
        propose(a, b, weighed(a, b));
        continue;
      }
      if (!isEnough(known.evidence.score, rules)) continue;
      if (isContested(a, b, next.weight)) {
        contested.push(next);
        continue;
      }
      merge(a, b);
      merged = true;
    }
  }
  return smallestOf(cluster);
}

/** Whether what is known is enough for *same*, beyond its weight: names alone never are, nor what brothers share. */
export function isEnough(score: PairScore, rules: ClusteringRules): boolean {
  const { weight, ownEvidence, apartFromKin, kinship } = score;
  return (
    weight >= rules.threshold &&
    ownEvidence >= rules.ownEvidence &&
    apartFromKin >= neededApart(kinship, rules)
  );
}

/** What must tell two rows from brothers or sisters, by what the chance that they are kin takes away. */
export const neededApart = (kinship: MilliBits, rules: ClusteringRules): MilliBits =>
  kinship <= rules.likelyKin ? rules.apartFromLikelyKin : rules.apartFromKin;

function smallestOf(cluster: Int32Array): Int32Array {
  const smallest = new Map<number, number>();
  cluster.forEach((label, row) => {
    if (!smallest.has(label)) smallest.set(label, row);
  });
  return cluster.map((label) => smallest.get(label)!);
}

function sharesAny(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}
