/**
 * The bootstrap's bounds beside one run of 1,000 samples of SparseMSE: how far they move from run to run, and why. For
 * each bound: the share of samples at which it is read, how many of our runs of 1,000 lie within 5 % of theirs, how many
 * lie below it (their run is an ordinary one where that is neither none nor all), what nineteen of twenty runs give, and
 * what all samples together give. About 150 CPU-seconds.
 *
 *   node bench/figures/bootstrap-bounds.ts [RUNS]      100 runs of 1,000 samples unless said
 */
import { seededRandom } from '../../src/figures/index.ts';
import {
  type Bootstrap,
  bcaInterval,
  sampledBy,
  stepwiseBootstrap,
} from '../../src/figures/stepwise/bootstrap.ts';
import { STEPWISE_ROWS } from './stepwise-rows.ts';
import { since, table } from './tables.ts';

const SAMPLES = 1000;
const LEVEL = 0.95;
const runs = Number(process.argv[2] ?? 100);

for (const row of STEPWISE_ROWS) {
  const { lists, counts, named } = table(row.data);
  const from = process.cpuUsage();
  const each: Bootstrap[] = [];
  for (let seed = 1; seed <= runs; seed++)
    each.push(
      (await stepwiseBootstrap(lists, counts, {
        samples: SAMPLES,
        level: LEVEL,
        sample: sampledBy(seededRandom(seed)),
      }))!,
    );
  const { fit, acceleration } = each[0]!;
  const all = Float64Array.from(each.flatMap(({ samples }) => [...samples])).sort();
  const together = bcaInterval(all, named + fit.unseen, acceleration, LEVEL);
  console.log(`${row.data}, ${since(from).toFixed(0)} CPU-s`);
  for (const end of ['low', 'high'] as const) {
    const theirs = row[end];
    const ours = each.map((one) => one[end]).sort((a, b) => a - b);
    const cut = Math.floor(runs * 0.025);
    const readAt = end === 'low' ? together.lowAt : 1 - together.highAt;
    console.log(
      [
        `  ${end.padEnd(4)}`,
        `${Math.round(theirs)} there`,
        `ours ${Math.round(ours[cut]!)}–${Math.round(ours.at(-1 - cut)!)}`,
        `all samples ${Math.round(together[end])}`,
        `${ours.filter((value) => Math.abs(value / theirs - 1) <= 0.05).length} of ${runs} within 5 %`,
        `${ours.filter((value) => value < theirs).length} of ${runs} below it`,
        `read with ${(readAt * SAMPLES).toFixed(2)} of ${SAMPLES} samples beyond`,
      ].join(', '),
    );
  }
}
