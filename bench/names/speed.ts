import { compareTokens, createNameRanker, likenessOf, prepareToken } from '../../src/names/index.ts';
import { wikidataPairs } from './pairs.ts';
import { tokenTest } from './split.ts';

/** node bench/names/speed.ts — CPU-seconds of comparing and ranking, one thread. */
const { queries, candidates } = tokenTest(wikidataPairs());
const arabic = queries.slice(0, 1000).map((query) => query.arabic);
const latin = candidates.slice(0, 3000);

function measure(what: string, times: number, work: () => void): void {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  console.log(
    `${what.padEnd(58)} ${seconds.toFixed(2).padStart(7)} CPU-s ${Math.round(times / seconds)
      .toLocaleString('en')
      .padStart(12)} /s`,
  );
}

const a = arabic.map(prepareToken);
let kept = 0;
measure('prepare a token', latin.length, () => void latin.map(prepareToken));
const b = latin.map(prepareToken);
measure('likenessOf, Arabic with Latin, all against all', 300 * b.length, () => {
  for (const one of a.slice(0, 300)) for (const other of b) kept += likenessOf(one, other);
});
measure('likenessOf, Latin with Latin, all against all', 300 * b.length, () => {
  for (const one of b.slice(0, 300)) for (const other of b) kept += likenessOf(one, other);
});
measure('likenessOf, Arabic with Arabic, all against all', 300 * a.length, () => {
  for (const one of a.slice(0, 300)) for (const other of a) kept += likenessOf(one, other);
});
measure('compareTokens, strings, with preparing', 5000, () => {
  for (let at = 0; at < 5000; at++) kept += compareTokens(arabic[at % 1000]!, latin[(at * 7) % 3000]!).score;
});
let rank = createNameRanker([]);
measure(`ranker over ${candidates.length} candidates, making it`, candidates.length, () => {
  rank = createNameRanker(candidates);
});
measure('ranker, 1,000 queries, top 10', arabic.length, () => {
  for (const query of arabic) kept += rank(query, 10).length;
});
if (kept < 0) console.log(kept);
