import { keyKindsOf } from '../../src/linkage/block-keys.ts';
import { findCandidatePairs } from '../../src/linkage/blocking.ts';
import { codeRows, listHabitsOf } from '../../src/linkage/coded-rows.ts';
import { type Linkage, type LinkOptions, type LinkRow, linkRows } from '../../src/linkage/index.ts';
import { agreementOf, type Cost, costOf, shown } from './measure.ts';

/** Who is behind each row, and who are brothers and sisters or cousins. */
export interface Truth {
  readonly personOf: (key: string) => string;
  /** Persons of one household, or of one clan, share a name here. */
  readonly kinOf: (person: string) => readonly string[];
}

/** The share of true pairs that blocking proposes. */
export function pairRecall(rows: readonly LinkRow[], personOf: (key: string) => string) {
  const coded = codeRows(rows, { habits: listHabitsOf(rows) });
  const candidates = findCandidatePairs(coded.count, keyKindsOf(coded));
  let found = 0;
  for (let pair = 0; pair < candidates.count; pair++)
    if (personOf(coded.keys[candidates.first[pair]!]!) === personOf(coded.keys[candidates.second[pair]!]!))
      found++;
  const sizes = Map.groupBy(rows, (row) => personOf(row.key));
  let all = 0;
  for (const members of sizes.values()) all += (members.length * (members.length - 1)) / 2;
  return { recall: all === 0 ? 1 : found / all, pairs: candidates.count, limited: candidates.limitedRows };
}

/** Links the rows and says in numbers how well, in the words of docs/linkage.md. */
export function judge(
  title: string,
  rows: readonly LinkRow[],
  truth: Truth,
  options: LinkOptions = {},
): string {
  const { result, cost } = costOf(() => linkRows(rows, options));
  const blocking = pairRecall(rows, truth.personOf);
  return `${title}: candidate pairs ${blocking.pairs}, pair recall ${shown(blocking.recall)}, limited rows ${blocking.limited}\n${judgement(result, truth, cost)}`;
}

/** How well rows were linked, in numbers, and what it cost. */
export function judgement(
  result: Pick<Linkage, 'clusters' | 'pairs'>,
  { personOf, kinOf }: Truth,
  cost: Cost,
): string {
  let same = 0;
  let right = 0;
  let kin = 0;
  let covered = 0;
  let possible = 0;
  const perRow = new Map<string, number>();
  const bins = Array.from({ length: 10 }, () => ({ pairs: 0, right: 0, expected: 0 }));
  for (const { a, b, verdict, probability } of result.pairs) {
    const first = personOf(a);
    const second = personOf(b);
    const isRight = first === second;
    if (isRight && verdict !== 'different') covered++;
    const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
    bin.pairs++;
    bin.expected += probability;
    if (isRight) bin.right++;
    if (verdict === 'same') {
      same++;
      if (isRight) right++;
      else if (kinOf(first).some((group) => kinOf(second).includes(group))) kin++;
    } else if (verdict === 'possible') {
      possible++;
      perRow.set(a, (perRow.get(a) ?? 0) + 1);
      perRow.set(b, (perRow.get(b) ?? 0) + 1);
    }
  }
  const clusters = agreementOf(result.clusters, personOf);
  const most = [...perRow.values()].reduce((sum, own) => Math.max(sum, own), 0);
  const rows = result.clusters.reduce((sum, cluster) => sum + cluster.length, 0);
  return [
    `rows ${rows}, true pairs ${clusters.truePairs}`,
    `same: ${same} pairs, precision ${shown(same === 0 ? 1 : right / same)}, recall ${shown(right / clusters.truePairs)}, wrong ${same - right}, of them kin ${kin}`,
    `same or possible: recall ${shown(covered / clusters.truePairs)}; possible ${possible} pairs, at most ${most} a row`,
    `clusters: precision ${shown(clusters.precision)}, recall ${shown(clusters.recall)}, F1 ${shown(clusters.f1)}, B3 ${shown(clusters.b3)}, largest ${clusters.largest}`,
    `CPU ${cost.cpuSeconds.toFixed(1)} s, wall ${cost.wallSeconds.toFixed(1)} s, peak memory ${cost.peakMegabytes.toFixed(0)} MB`,
    `calibration (said/true of pairs): ${bins
      .filter((bin) => bin.pairs > 0)
      .map(
        (bin) =>
          `${(bin.expected / bin.pairs).toFixed(2)}/${(bin.right / bin.pairs).toFixed(2)} of ${bin.pairs}`,
      )
      .join(', ')}`,
    '',
  ].join('\n');
}
