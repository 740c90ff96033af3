/**
 * How long plans take: cells allocated to one resource and to several, in CPU-milliseconds. The peer's figures beside it
 * are those printed for SORAL (g++ -O2) in the shared notes; it is not run here.
 *
 * node bench/site/speed.ts
 */
import { allocateOne, allocateSeveral } from '../../src/site/index.ts';

let state = 7;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state + 0.5) / 2 ** 32;
};
const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const best = (work: () => void, times = 5): number =>
  Math.min(...Array.from({ length: times }, () => cpu(work)));

console.log('one resource\ncells\tCPU ms\tSORAL ms');
for (const [cells, peer] of [
  [1_000, 0.78],
  [10_000, 80],
  [100_000, 8_373],
] as const) {
  const shares = Float64Array.from({ length: cells }, random);
  const rates = Float64Array.from({ length: cells }, () => 0.1 + random());
  const took = best(() => allocateOne({ shares, rates, effort: cells / 3 }));
  console.log(`${cells}\t${took.toFixed(2)}\t${peer}`);
}

console.log('several resources\ncells\tresources\tfirst CPU ms\tlater CPU ms\tSORAL ms');
for (const [cells, kinds, peer] of [
  [50, 5, '0.87'],
  [200, 10, '0.72'],
  [2_000, 5, '–'],
  [20_000, 3, '–'],
] as const) {
  const shares = Float64Array.from({ length: cells }, random);
  const rates = Float64Array.from({ length: cells * kinds }, () => (random() < 0.3 ? 0 : random()));
  const blind = Float64Array.from({ length: cells * kinds }, () => 0.3 * random());
  const efforts = Array.from({ length: kinds }, () => (cells / kinds) * random());
  // A fresh command pays for compiling; a server that is asked again, and the swings of one plan, do not.
  const plan = (): unknown => allocateSeveral({ shares, rates, blind, efforts });
  const first = cpu(plan);
  const later = best(plan, cells > 2_000 ? 3 : 40);
  console.log(`${cells}\t${kinds}\t${first.toFixed(2)}\t${later.toFixed(2)}\t${peer}`);
}
