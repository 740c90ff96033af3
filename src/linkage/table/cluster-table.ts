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
import { ROW_WORDS, WORD } from './row-layout.ts';
import type { TableScorer } from './table-weights.ts';

export interface TableDecisions {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
  /** By number of list: 1 where it promises one row a person. */
  readonly uniqueLists: Uint8Array;
}

export const NO_DECISIONS: TableDecisions = { mustLink: [], cannotLink: [], uniqueLists: new Uint8Array(0) };

/**
 * Clusters a table: rows that no edge worth weighing connects never meet, so each connected part is clustered by
 * itself, in any order, with the answer that clustering all at once would give. Most parts are two rows. Returns for
 * each row the smallest row of its cluster.
 */
export function clusterTable(
  rows: Int32Array,
  rowCount: number,
  edges: EdgeColumns,
  scorer: TableScorer,
  agree: Agreement,
  decisions: TableDecisions = NO_DECISIONS,
  rules: ClusteringRules = DEFAULT_RULES,
): Int32Array {
  const leader = numbered(rowCount);
  const lead = (row: number): number => {
    let at = row;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    const first = lead(a);
    const second = lead(b);
    if (first < second) leader[second] = first;
    else leader[first] = second;
  };
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) join(edges.a[edge]!, edges.b[edge]!);
  for (const [a, b] of decisions.mustLink) join(a, b);

  // Edges by their part: counted, then laid out.
  const next = new Int32Array(rowCount + 1);
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) next[lead(edges.a[edge]!) + 1]!++;
  for (let row = 0; row < rowCount; row++) next[row + 1]! += next[row]!;
  const start = next.slice();
  const laid = new Int32Array(next[rowCount]!);
  for (let edge = 0; edge < edges.count; edge++)
    if (edges.weight[edge]! >= WORTH_WEIGHING) laid[next[lead(edges.a[edge]!)]!++] = edge;

  const weights = newPartWeights(scorer.parts);
  const cluster = numbered(rowCount);
  const isUnique = (row: number): boolean => decisions.uniqueLists[rows[row * ROW_WORDS + WORD.list]!] === 1;
  const decided = new Map<
    number,
    { must: (readonly [number, number])[]; cannot: (readonly [number, number])[] }
  >();
  const decidedOf = (part: number) => {
    let own = decided.get(part);
    if (own === undefined) {
      own = { must: [], cannot: [] };
      decided.set(part, own);
    }
    return own;
  };
  for (const pair of decisions.mustLink) decidedOf(lead(pair[0])).must.push(pair);
  for (const pair of decisions.cannotLink)
    if (lead(pair[0]) === lead(pair[1])) decidedOf(lead(pair[0])).cannot.push(pair);

  const seen = new Int32Array(rowCount).fill(-1);
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
  const note = (labels: Int32Array): void => {
    local.forEach((row, at) => {
      const first = labels[at]!;
      if (smallest[first] === undefined || row < smallest[first]) smallest[first] = row;
    });
    local.forEach((row, at) => {
      cluster[row] = smallest[labels[at]!]!;
    });
    smallest.length = 0;
  };
  const smallest: (number | undefined)[] = [];

  for (let root = 0; root < rowCount; root++) {
    if (leader[root] !== root) continue;
    const from = start[root]!;
    const to = start[root + 1]!;
    const own = decided.get(root);
    if (to === from && own === undefined) continue;
    if (to - from === 1 && own === undefined) {
      const edge = laid[from]!;
      if (edges.weight[edge]! < rules.threshold) continue;
      const a = edges.a[edge]!;
      const b = edges.b[edge]!;
      if (isUnique(a) && rows[a * ROW_WORDS + WORD.list] === rows[b * ROW_WORDS + WORD.list]) continue;
      scorer.weigh(edges.pattern[edge]!, rows, a * ROW_WORDS, b * ROW_WORDS, weights);
      if (isEnough(scorer.combine(weights), rules)) cluster[b] = a;
      continue;
    }
    local.length = 0;
    const number = (row: number): void => {
      if (seen[row]! < 0) {
        seen[row] = 0;
        local.push(row);
      }
    };
    for (let at = from; at < to; at++) {
      number(edges.a[laid[at]!]!);
      number(edges.b[laid[at]!]!);
    }
    for (const [a, b] of [...(own?.must ?? []), ...(own?.cannot ?? [])]) {
      number(a);
      number(b);
    }
    local.sort(byContent);
    local.forEach((row, at) => {
      seen[row] = at;
    });
    if (local.length <= LARGEST_PART) {
      part.begin(local.length, (at) =>
        isUnique(local[at]!) ? rows[local[at]! * ROW_WORDS + WORD.list]! : -1,
      );
      for (const [a, b] of own?.must ?? []) part.mustLink(seen[a]!, seen[b]!);
      for (const [a, b] of own?.cannot ?? []) part.cannotLink(seen[a]!, seen[b]!);
      for (let at = from; at < to; at++) {
        const edge = laid[at]!;
        part.addEdge(seen[edges.a[edge]!]!, seen[edges.b[edge]!]!, edges.weight[edge]!);
      }
      note(part.solve());
    } else {
      const ownEdges: Edge[] = [];
      for (let at = from; at < to; at++) {
        const edge = laid[at]!;
        ownEdges.push({
          a: seen[edges.a[edge]!]!,
          b: seen[edges.b[edge]!]!,
          weight: edges.weight[edge]!,
          pattern: edges.pattern[edge]!,
        });
      }
      note(
        clusterRows(
          local.length,
          ownEdges,
          readGroupEvidence(weigher),
          {
            mustLink: (own?.must ?? []).map(([a, b]) => [seen[a]!, seen[b]!] as const),
            cannotLink: (own?.cannot ?? []).map(([a, b]) => [seen[a]!, seen[b]!] as const),
            uniqueList: Int32Array.from(local, (row) =>
              isUnique(row) ? rows[row * ROW_WORDS + WORD.list]! : -1,
            ),
          },
          rules,
        ),
      );
    }
    for (const row of local) seen[row] = -1;
  }
  return cluster;
}

function numbered(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let at = 0; at < count; at++) numbers[at] = at;
  return numbers;
}

/**
 * Who is certainly one person, for counting names once a person: rows joined by pairs that are enough for themselves.
 * Nothing is averaged and no rival asked, so this may join too much; it decides nothing but how common names are.
 */
export function roughPersons(
  rows: Int32Array,
  rowCount: number,
  edges: EdgeColumns,
  scorer: TableScorer,
  rules: ClusteringRules = DEFAULT_RULES,
): Int32Array {
  const leader = numbered(rowCount);
  const lead = (row: number): number => {
    let at = row;
    while (leader[at] !== at) {
      leader[at] = leader[leader[at]!]!;
      at = leader[at]!;
    }
    return at;
  };
  const weights = newPartWeights(scorer.parts);
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.weight[edge]! < rules.threshold) continue;
    const a = edges.a[edge]!;
    const b = edges.b[edge]!;
    scorer.weigh(edges.pattern[edge]!, rows, a * ROW_WORDS, b * ROW_WORDS, weights);
    if (!isEnough(scorer.combine(weights), rules)) continue;
    const first = lead(a);
    const second = lead(b);
    if (first < second) leader[second] = first;
    else leader[first] = second;
  }
  for (let row = 0; row < rowCount; row++) leader[row] = lead(row);
  return leader;
}
