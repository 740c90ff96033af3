import { type ClusteringRules, clusterRows, type Edge, WORTH_WEIGHING } from '../clustering.ts';
import { readGroupEvidence } from '../group-evidence.ts';
import type { PartWeights } from '../score.ts';
import type { Agreement } from './agreement.ts';
import { createCertainty, EDGE_WORDS } from './certain-part.ts';
import type { EdgeColumns } from './edge-room.ts';
import { createPartClusterer, LARGEST_PART } from './part-clustering.ts';
import { ROW_WORDS, sharedInts, WORD } from './row-layout.ts';
import { ownLeaders, type RowSets, rowSets } from './row-sets.ts';
import type { TableScorer } from './table-weights.ts';

export interface TableDecisions {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
  /** By number of list: 1 where it promises one row a person. */
  readonly uniqueLists: Uint8Array;
}

export const NO_DECISIONS: TableDecisions = { mustLink: [], cannotLink: [], uniqueLists: new Uint8Array(0) };

/**
 * Edges laid part by part, four words each: its two rows, weight and pattern. Rows that no edge worth weighing connects
 * never meet. Threads count and lay them at one time; in between all must have been counted.
 */
export interface PartEdges {
  /** Those of the part that row r leads stand from `start[r]` to `start[r + 1]`. */
  readonly start: Int32Array;
  readonly laid: Int32Array;
}

/** Counts edges by the rows that lead their parts. `start` has two words more than there are rows, and is empty. */
export function countByPart(
  { a, weight }: EdgeColumns,
  from: number,
  to: number,
  { leaderOf }: RowSets,
  start: Int32Array,
): void {
  // Two places on, so that laying them out leaves each part's beginning in its place.
  for (let edge = from; edge < to; edge++)
    if (weight[edge]! >= WORTH_WEIGHING) Atomics.add(start, leaderOf(a[edge]!) + 2, 1);
}

/** Room for what has been counted. */
export function roomForParts(start: Int32Array): PartEdges {
  for (let at = 2; at < start.length; at++) start[at]! += start[at - 1]!;
  return { start, laid: sharedInts(start.at(-1)! * EDGE_WORDS) };
}

export function layByPart(
  { a, b, weight, pattern }: EdgeColumns,
  from: number,
  to: number,
  { leaderOf }: RowSets,
  { start, laid }: PartEdges,
): void {
  for (let edge = from; edge < to; edge++) {
    if (weight[edge]! < WORTH_WEIGHING) continue;
    const at = Atomics.add(start, leaderOf(a[edge]!) + 1, 1) * EDGE_WORDS;
    laid[at] = a[edge]!;
    laid[at + 1] = b[edge]!;
    laid[at + 2] = weight[edge]!;
    laid[at + 3] = pattern[edge]!;
  }
}

/** All of it on one thread. */
export function connectedParts(
  rowCount: number,
  edges: EdgeColumns,
  { mustLink }: TableDecisions,
): { readonly leader: Int32Array; readonly parts: PartEdges } {
  const sets = rowSets(ownLeaders(rowCount));
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) sets.join(edges.a[edge]!, edges.b[edge]!);
  for (const [a, b] of mustLink) sets.join(a, b);
  const start = sharedInts(rowCount + 2);
  countByPart(edges, 0, edges.count, sets, start);
  const parts = roomForParts(start);
  layByPart(edges, 0, edges.count, sets, parts);
  return { leader: sets.leader, parts };
}

/** All that a thread needs to cluster parts. */
export interface PartsToSolve {
  readonly rows: Int32Array;
  readonly leader: Int32Array;
  readonly parts: PartEdges;
  readonly scorer: TableScorer;
  readonly agree: Agreement;
  readonly decisions: TableDecisions;
  readonly rules: ClusteringRules;
}

/** Rows whose parts are fetched together: memory brings rows at once where they are touched one after the other. */
const AHEAD = 512;

/**
 * Clusters the parts that rows `from … to` lead, each by itself, with the answer that clustering all at once would give.
 * Most parts are two or three rows. Writes into `cluster`, for each row that is not alone, the smallest row of its
 * cluster. Gives back a number of no meaning, which keeps the touching of rows from being left out as idle.
 */
export function createPartSolver(
  work: PartsToSolve,
  cluster: Int32Array,
): (from: number, to: number) => number {
  const { rows, leader, parts, scorer, decisions, rules } = work;
  const { start, laid } = parts;
  const decided = decisionsByPart(decisions, rowSets(leader));
  const solveMany = createManySolver(work, cluster);

  const solveTwo = (at: number): void => {
    if (laid[at + 2]! < rules.threshold) return;
    const a = laid[at]!;
    const b = laid[at + 1]!;
    const list = uniqueListOf(rows, decisions, a);
    if (list >= 0 && list === uniqueListOf(rows, decisions, b)) return;
    if (scorer.isEnough(laid[at + 3]!, rows, a * ROW_WORDS, b * ROW_WORDS, rules)) cluster[b] = a;
  };
  /** Rows that share several keys of a crowd have met by each of them: such a pair may stand there more than once. */
  const isTwoRows = (from: number, to: number): boolean => {
    for (let at = from + EDGE_WORDS; at < to; at += EDGE_WORDS)
      if (laid[at] !== laid[from] || laid[at + 1] !== laid[from + 1]) return false;
    return to > from;
  };

  return (from, to) => {
    let touched = 0;
    for (let begin = from; begin < to; begin += AHEAD) {
      const end = Math.min(to, begin + AHEAD);
      for (let at = start[begin]! * EDGE_WORDS; at < start[end]! * EDGE_WORDS; at += EDGE_WORDS)
        touched ^= rows[laid[at]! * ROW_WORDS]! ^ rows[laid[at + 1]! * ROW_WORDS]!;
      for (let row = begin; row < end; row++) {
        const first = start[row]! * EDGE_WORDS;
        const last = start[row + 1]! * EDGE_WORDS;
        const own = decided.size === 0 ? undefined : decided.get(row);
        if (own !== undefined) solveMany(first, last, own);
        else if (isTwoRows(first, last)) solveTwo(first);
        else if (last > first) solveMany(first, last, NO_PAIRS);
      }
    }
    return touched;
  };
}

const uniqueListOf = (rows: Int32Array, { uniqueLists }: TableDecisions, row: number): number => {
  const list = rows[row * ROW_WORDS + WORD.list]!;
  return uniqueLists[list] === 1 ? list : -1;
};

/** Clusters one part of three rows and more, or one of which somebody has decided something. */
function createManySolver(
  { rows, parts: { laid }, scorer, agree, decisions, rules }: PartsToSolve,
  cluster: Int32Array,
): (from: number, to: number, decided: DecidedPairs) => void {
  /** The rows of the part, in order by what they hold: equal weights are settled by it. */
  let local: number[] = [];
  let places: ReadonlyMap<number, number> | undefined;
  /** Patterns of the edges between them, by places. */
  const patterns = new Int32Array(LARGEST_PART * LARGEST_PART);
  const isKnown = new Uint8Array(LARGEST_PART * LARGEST_PART);
  const word = (at: number): number => local[at]! * ROW_WORDS;
  const listOf = (at: number): number => uniqueListOf(rows, decisions, local[at]!);
  const place = (row: number): number => (places === undefined ? local.indexOf(row) : places.get(row)!);
  const cellOf = (a: number, b: number): number => Math.min(a, b) * LARGEST_PART + Math.max(a, b);
  const patternOf = (a: number, b: number): number =>
    places === undefined && isKnown[cellOf(a, b)] === 1
      ? patterns[cellOf(a, b)]!
      : agree(rows, word(a), word(b));
  const weigher = {
    parts: scorer.parts,
    combine: scorer.combine,
    weigh: (a: number, b: number, into: PartWeights): void =>
      scorer.weigh(patternOf(a, b), rows, word(a), word(b), into),
    weighEdge: ({ a, b, pattern }: Edge, into: PartWeights): void =>
      scorer.weigh(pattern, rows, word(a), word(b), into),
  };
  const part = createPartClusterer(weigher, rules);
  const read = readGroupEvidence(weigher);
  const { certainRows, members } = createCertainty(rows, laid, scorer, rules);
  const byContent = (x: number, y: number): number =>
    rows[x * ROW_WORDS + WORD.content]! - rows[y * ROW_WORDS + WORD.content]! || x - y;
  const note = (labelOf: (place: number) => number): void => {
    for (let at = 0; at < local.length; at++) {
      const first = local[labelOf(at)]!;
      if (local[at]! < cluster[first]!) cluster[first] = local[at]!;
    }
    for (let at = 0; at < local.length; at++) cluster[local[at]!] = cluster[local[labelOf(at)]!]!;
  };
  const gather = (from: number, to: number, { must, cannot }: DecidedPairs): void => {
    local = [];
    const seen = to - from > MOST_SEARCHED * EDGE_WORDS ? new Set<number>() : undefined;
    const add = (row: number): void => {
      if (seen === undefined ? local.includes(row) : seen.has(row)) return;
      seen?.add(row);
      local.push(row);
    };
    for (let at = from; at < to; at += EDGE_WORDS) {
      add(laid[at]!);
      add(laid[at + 1]!);
    }
    for (const pair of [...must, ...cannot]) pair.forEach(add);
    local.sort(byContent);
  };
  const solveSmall = (from: number, to: number, decided: DecidedPairs): void => {
    const count = local.length;
    for (let at = 0; at < count; at++) isKnown.fill(0, at * LARGEST_PART, at * LARGEST_PART + count);
    for (let at = from; at < to; at += EDGE_WORDS) {
      const cell = cellOf(place(laid[at]!), place(laid[at + 1]!));
      isKnown[cell] = 1;
      patterns[cell] = laid[at + 3]!;
    }
    part.begin(count, listOf);
    for (const [one, other] of decided.must) part.mustLink(place(one), place(other));
    for (const [one, other] of decided.cannot) part.cannotLink(place(one), place(other));
    for (let at = from; at < to; at += EDGE_WORDS)
      part.addEdge(place(laid[at]!), place(laid[at + 1]!), laid[at + 2]!);
    const labels = part.solve();
    note((at) => labels[at]!);
  };
  const solveLarge = (from: number, to: number, { must, cannot }: DecidedPairs): void => {
    places = new Map(local.map((row, at) => [row, at]));
    const edges: Edge[] = [];
    for (let at = from; at < to; at += EDGE_WORDS)
      edges.push({
        a: place(laid[at]!),
        b: place(laid[at + 1]!),
        weight: laid[at + 2]!,
        pattern: laid[at + 3]!,
      });
    const labels = clusterRows(
      local.length,
      edges.sort((x, y) => x.a - y.a || x.b - y.b),
      read,
      {
        mustLink: must.map(([one, other]) => [place(one), place(other)] as const),
        cannotLink: cannot.map(([one, other]) => [place(one), place(other)] as const),
        uniqueList: Int32Array.from(local, (_, at) => listOf(at)),
      },
      rules,
    );
    note((at) => labels[at]!);
    places = undefined;
  };

  return (from, to, decided) => {
    const isFree = decided === NO_PAIRS && decisions.uniqueLists.length === 0;
    const certain = isFree ? certainRows(from, to) : 0;
    if (certain > 0) {
      let first = members[0]!;
      for (let at = 1; at < certain; at++) first = Math.min(first, members[at]!);
      for (let at = 0; at < certain; at++) cluster[members[at]!] = first;
      return;
    }
    gather(from, to, decided);
    if (local.length <= LARGEST_PART) solveSmall(from, to, decided);
    else solveLarge(from, to, decided);
  };
}

/** Edges of a part up to which its rows are found by looking them through. */
const MOST_SEARCHED = 100;

type Pairs = readonly (readonly [number, number])[];
interface DecidedPairs {
  readonly must: Pairs;
  readonly cannot: Pairs;
}
const NO_PAIRS: DecidedPairs = { must: [], cannot: [] };

/** Decisions by the part in which they matter: two rows of two parts are apart already. */
function decisionsByPart(
  { mustLink, cannotLink }: TableDecisions,
  { leaderOf }: RowSets,
): ReadonlyMap<number, DecidedPairs> {
  const decided = new Map<number, DecidedPairs>();
  const note = (part: number, { must, cannot }: DecidedPairs): void => {
    const own = decided.get(part) ?? NO_PAIRS;
    decided.set(part, { must: [...own.must, ...must], cannot: [...own.cannot, ...cannot] });
  };
  for (const pair of mustLink) note(leaderOf(pair[0]), { must: [pair], cannot: [] });
  for (const pair of cannotLink)
    if (leaderOf(pair[0]) === leaderOf(pair[1])) note(leaderOf(pair[0]), { must: [], cannot: [pair] });
  return decided;
}
