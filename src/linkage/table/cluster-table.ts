import {
  type ClusteringRules,
  clusterRows,
  DEFAULT_RULES,
  type Edge,
  isEnough,
  WORTH_WEIGHING,
} from '../clustering.ts';
import { readGroupEvidence } from '../group-evidence.ts';
import { newPartWeights, type PartWeights } from '../score.ts';
import type { Agreement } from './agreement.ts';
import type { EdgeColumns } from './hand.ts';
import { createPartClusterer, LARGEST_PART } from './part-clustering.ts';
import { ROW_WORDS, sharedInts, WORD } from './row-layout.ts';
import type { TableScorer } from './table-weights.ts';

export interface TableDecisions {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
  /** By number of list: 1 where it promises one row a person. */
  readonly uniqueLists: Uint8Array;
}

export const NO_DECISIONS: TableDecisions = { mustLink: [], cannotLink: [], uniqueLists: new Uint8Array(0) };

/** Rows that edges worth weighing connect: only they can meet. Parts lie in memory that threads share. */
export interface ConnectedParts {
  /** For each row the smallest row of its part. */
  readonly leader: Int32Array;
  /** The edges of the part that row r leads are `edges[start[r] … start[r + 1])`. */
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

export function connectedParts(
  rowCount: number,
  edges: EdgeColumns,
  decisions: TableDecisions,
): ConnectedParts {
  const { leader, join, settle } = unionOf(sharedInts(rowCount));
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) join(edges.a[edge]!, edges.b[edge]!);
  for (const [a, b] of decisions.mustLink) join(a, b);
  settle();
  const start = sharedInts(rowCount + 2);
  // Counted two places on, so that laying them out leaves each part's beginning in its place.
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) start[leader[edges.a[edge]!]! + 2]!++;
  for (let row = 0; row < rowCount; row++) start[row + 2]! += start[row + 1]!;
  const laid = sharedInts(start[rowCount + 1]!);
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) laid[start[leader[edges.a[edge]!]! + 1]!++] = edge;
  return { leader, start, edges: laid };
}

/** Sets that are joined (Tarjan), each known by its smallest row. */
function unionOf(leader: Int32Array) {
  for (let row = 0; row < leader.length; row++) leader[row] = row;
  const lead = (row: number): number => {
    let at = row;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  return {
    leader,
    join(a: number, b: number): void {
      const first = lead(a);
      const second = lead(b);
      if (first < second) leader[second] = first;
      else leader[first] = second;
    },
    /** Lets every row know the first of its set. */
    settle(): void {
      for (let row = 0; row < leader.length; row++) leader[row] = lead(row);
    },
  };
}

/** All that a thread needs to cluster parts. */
export interface PartsToSolve {
  readonly rows: Int32Array;
  readonly edges: EdgeColumns;
  readonly parts: ConnectedParts;
  readonly scorer: TableScorer;
  readonly agree: Agreement;
  readonly decisions: TableDecisions;
  readonly rules: ClusteringRules;
}

/**
 * Clusters the parts that rows `from … to` lead, each by itself, with the answer that clustering all at once would give.
 * Most parts are two rows. Writes for each row the smallest row of its cluster.
 */
export function solveParts(work: PartsToSolve, from: number, to: number, cluster: Int32Array): void {
  const { rows, edges, parts, scorer, agree, decisions, rules } = work;
  const { leader, start, edges: laid } = parts;
  const weights = newPartWeights(scorer.parts);
  const isUnique = (row: number): boolean => decisions.uniqueLists[rows[row * ROW_WORDS + WORD.list]!] === 1;
  const decided = decisionsByPart(decisions, leader);
  const seen = new Map<number, number>();
  const local: number[] = [];
  const word = (at: number): number => local[at]! * ROW_WORDS;
  const weigher = {
    parts: scorer.parts,
    combine: scorer.combine,
    weigh: (a: number, b: number, into: PartWeights): void =>
      scorer.weigh(agree(rows, word(a), word(b)), rows, word(a), word(b), into),
    weighEdge: ({ a, b, pattern }: Edge, into: PartWeights): void =>
      scorer.weigh(pattern, rows, word(a), word(b), into),
  };
  const part = createPartClusterer(weigher, rules);
  /** Equal weights are settled by what the rows hold, and by their order only where they hold the same. */
  const byContent = (x: number, y: number): number =>
    rows[x * ROW_WORDS + WORD.content]! - rows[y * ROW_WORDS + WORD.content]! || x - y;
  const smallest: (number | undefined)[] = [];
  const note = (labels: Int32Array): void => {
    smallest.length = 0;
    local.forEach((row, at) => {
      const first = labels[at]!;
      if (smallest[first] === undefined || row < smallest[first]) smallest[first] = row;
    });
    local.forEach((row, at) => {
      cluster[row] = smallest[labels[at]!]!;
    });
  };
  const gather = (row: number): void => {
    if (seen.has(row)) return;
    seen.set(row, 0);
    local.push(row);
  };

  for (let root = from; root < to; root++) {
    if (leader[root] !== root) continue;
    const first = start[root]!;
    const last = start[root + 1]!;
    const own = decided.get(root);
    if (last === first && own === undefined) continue;
    if (last - first === 1 && own === undefined) {
      const edge = laid[first]!;
      if (edges.weight[edge]! < rules.threshold) continue;
      const a = edges.a[edge]!;
      const b = edges.b[edge]!;
      if (isUnique(a) && rows[a * ROW_WORDS + WORD.list] === rows[b * ROW_WORDS + WORD.list]) continue;
      scorer.weigh(edges.pattern[edge]!, rows, a * ROW_WORDS, b * ROW_WORDS, weights);
      if (isEnough(scorer.combine(weights), rules)) cluster[b] = a;
      continue;
    }
    local.length = 0;
    seen.clear();
    for (let at = first; at < last; at++) {
      gather(edges.a[laid[at]!]!);
      gather(edges.b[laid[at]!]!);
    }
    const { must, cannot } = own ?? NO_PAIRS;
    for (const pair of [...must, ...cannot]) pair.forEach(gather);
    local.sort(byContent);
    local.forEach((row, at) => {
      seen.set(row, at);
    });
    const place = (row: number): number => seen.get(row)!;
    const listOf = (row: number): number => (isUnique(row) ? rows[row * ROW_WORDS + WORD.list]! : -1);
    if (local.length <= LARGEST_PART) {
      part.begin(local.length, (at) => listOf(local[at]!));
      for (const [a, b] of must) part.mustLink(place(a), place(b));
      for (const [a, b] of cannot) part.cannotLink(place(a), place(b));
      for (let at = first; at < last; at++) {
        const edge = laid[at]!;
        part.addEdge(place(edges.a[edge]!), place(edges.b[edge]!), edges.weight[edge]!);
      }
      note(part.solve());
    } else
      note(
        clusterRows(
          local.length,
          Array.from(laid.subarray(first, last), (edge) => ({
            a: place(edges.a[edge]!),
            b: place(edges.b[edge]!),
            weight: edges.weight[edge]!,
            pattern: edges.pattern[edge]!,
          })),
          readGroupEvidence(weigher),
          {
            mustLink: must.map(([a, b]) => [place(a), place(b)] as const),
            cannotLink: cannot.map(([a, b]) => [place(a), place(b)] as const),
            uniqueList: Int32Array.from(local, listOf),
          },
          rules,
        ),
      );
  }
}

type Pairs = readonly (readonly [number, number])[];
interface DecidedPairs {
  readonly must: Pairs;
  readonly cannot: Pairs;
}
const NO_PAIRS: DecidedPairs = { must: [], cannot: [] };

/** Decisions by the part in which they matter: two rows of two parts are apart already. */
function decisionsByPart(
  { mustLink, cannotLink }: TableDecisions,
  leader: Int32Array,
): ReadonlyMap<number, DecidedPairs> {
  const decided = new Map<number, DecidedPairs>();
  const note = (part: number, { must, cannot }: DecidedPairs): void => {
    const own = decided.get(part) ?? NO_PAIRS;
    decided.set(part, { must: [...own.must, ...must], cannot: [...own.cannot, ...cannot] });
  };
  for (const pair of mustLink) note(leader[pair[0]]!, { must: [pair], cannot: [] });
  for (const pair of cannotLink)
    if (leader[pair[0]] === leader[pair[1]]) note(leader[pair[0]]!, { must: [], cannot: [pair] });
  return decided;
}

/**
 * Which of the edges are enough for themselves. Nothing is averaged and no rival asked, so rows joined by them may be
 * too many; they decide nothing but how common names are.
 */
export function markEnough(
  rows: Int32Array,
  edges: EdgeColumns,
  from: number,
  to: number,
  scorer: TableScorer,
  enough: Uint8Array,
): void {
  const weights = newPartWeights(scorer.parts);
  for (let edge = from; edge < to; edge++) {
    if (edges.weight[edge]! < DEFAULT_RULES.threshold) continue;
    scorer.weigh(edges.pattern[edge]!, rows, edges.a[edge]! * ROW_WORDS, edges.b[edge]! * ROW_WORDS, weights);
    if (isEnough(scorer.combine(weights), DEFAULT_RULES)) enough[edge] = 1;
  }
}

/** Who is certainly one person, for counting names once a person: for each row the first of its person. */
export function roughPersons(rowCount: number, edges: EdgeColumns, enough: Uint8Array): Int32Array {
  const { leader, join, settle } = unionOf(sharedInts(rowCount));
  for (let edge = 0; edge < edges.count; edge++) if (enough[edge] === 1) join(edges.a[edge]!, edges.b[edge]!);
  settle();
  return leader;
}
