import { findPatterns, listPairCount, listPairOf } from './agreement-pattern.ts';
import { keyKindsOf } from './block-keys.ts';
import { findCandidatePairs } from './blocking.ts';
import { chanceAgreement, sampleLevels } from './chance-agreement.ts';
import { clusterRows, type Edge } from './clustering.ts';
import { type CodedRows, codeRows, listHabitsOf } from './coded-rows.ts';
import { comparisonsOf } from './comparisons.ts';
import { readConstraints } from './constraints.ts';
import { learn } from './expectation-maximisation.ts';
import { readEvidence } from './group-evidence.ts';
import { createModel, type LinkModel } from './link-model.ts';
import type { Linkage, LinkOptions, LinkRow } from './link-row.ts';
import { createScorer, type Scorer } from './score.ts';
import { scoreCandidates } from './score-candidates.ts';
import { countAllTerms, personWeights } from './term-frequency.ts';
import { pairsWithVerdicts } from './verdicts.ts';

/**
 * Which rows are one person, without labels (Fellegi and Sunter 1969; Winkler 2000). Rows are coded, candidates found
 * in blocks, agreement learned from patterns, pairs scored, clusters formed; then once more with rarity counted over the
 * persons found rather than over rows. The same rows give the same answer in whatever order they come.
 */
export function linkRows(rows: readonly LinkRow[], options: LinkOptions = {}): Linkage {
  const progress = options.onProgress ?? (() => {});
  const habits = listHabitsOf(rows);
  const gazetteer = options.gazetteer ?? [];
  const coded = codeRows(rows, { habits, gazetteer });
  const constraints = readConstraints(coded, options);
  progress({ stage: 'read', done: coded.count, total: coded.count });

  const kinds = keyKindsOf(coded);
  const candidates = findCandidatePairs(coded.count, kinds);
  progress({ stage: 'block', done: candidates.count, total: candidates.count });

  const comparisons = comparisonsOf(coded);
  const patterns = findPatterns(coded, candidates, comparisons, (done) =>
    progress({ stage: 'score', done, total: candidates.count }),
  );
  const sampled = sampleLevels(coded.count, comparisons);
  const totals = pairsByLists(coded);

  let cluster: Int32Array = Int32Array.from({ length: coded.count }, (_, row) => row);
  let model: LinkModel | undefined;
  let edges: Edge[] = [];
  let scorer: Scorer | undefined;
  let matches = 0;
  for (let pass = 0; pass < 2; pass++) {
    progress({ stage: 'learn', done: pass, total: 2 });
    const frequencies = countAllTerms(comparisons, (rarity) => personWeights(rarity, cluster));
    const chance = chanceAgreement(comparisons, sampled, frequencies);
    const learned = learn(patterns, comparisons, chance, totals, coded.count);
    matches = learned.matches;
    model = createModel(learned, comparisons, chance, frequencies, coded.lists.values, habits, gazetteer);
    scorer = createScorer(coded, comparisons, model);
    edges = scoreCandidates(candidates, patterns, scorer);
    progress({ stage: 'cluster', done: pass, total: 2 });
    cluster = clusterRows(coded.count, edges, readEvidence(scorer, patterns), constraints);
  }
  const pairs = pairsWithVerdicts(
    coded,
    cluster,
    edges,
    scorer!.score,
    constraints,
    options.possiblePerRow ?? 3,
  );
  return {
    clusters: keysByCluster(coded, cluster),
    pairs,
    model: model!,
    figures: {
      rows: coded.count,
      candidatePairs: candidates.count,
      limitedRows: candidates.limitedRows,
      emptyRows: emptyRows(
        coded.count,
        kinds.map((kind) => kind.coarse.start),
      ),
      estimatedMatches: Math.round(matches),
    },
  };
}

/** The number of all pairs of rows, by pair of lists. */
function pairsByLists(coded: CodedRows): number[] {
  const lists = coded.lists.values.length;
  const rows = new Array<number>(lists).fill(0);
  for (const list of coded.list) rows[list]!++;
  const totals = new Array<number>(listPairCount(lists)).fill(0);
  for (let a = 0; a < lists; a++)
    for (let b = 0; b <= a; b++)
      totals[listPairOf(a, b)] = a === b ? (rows[a]! * (rows[a]! - 1)) / 2 : rows[a]! * rows[b]!;
  return totals;
}

const emptyRows = (count: number, starts: readonly Int32Array[]): number => {
  let empty = 0;
  for (let row = 0; row < count; row++) if (starts.every((start) => start[row] === start[row + 1])) empty++;
  return empty;
};

function keysByCluster(coded: CodedRows, cluster: Int32Array): string[][] {
  const clusters = new Map<number, string[]>();
  coded.keys.forEach((key, row) => {
    const members = clusters.get(cluster[row]!);
    if (members === undefined) clusters.set(cluster[row]!, [key]);
    else members.push(key);
  });
  return [...clusters.values()];
}
