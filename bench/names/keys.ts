import { nameSkeleton, skeletonKeys } from '../../src/names/index.ts';
import { wikidataPairs } from './pairs.ts';
import { transliterated } from './peers.ts';
import { tokenTest } from './split.ts';

/**
 * node bench/names/keys.ts — what share of Arab-origin test forms still meets a gold spelling through a key, and how
 * many of the candidates each key brings: the skeleton's classes are chosen by this.
 */
const { queries, candidates } = tokenTest(wikidataPairs());
const arabOrigin = queries.filter((query) => query.arabOrigin);

type Keys = (token: string) => readonly string[];
const merged =
  (letters: string, into: string): Keys =>
  (token) =>
    skeletonKeys(
      nameSkeleton(token)
        .replace(new RegExp(`[${letters}]`, 'g'), into)
        .replace(/(.)\1+/g, '$1'),
    );

const ways: readonly (readonly [string, Keys])[] = [
  ['first letter', (token) => [transliterated(token).charAt(0)]],
  ['skeleton', (token) => [nameSkeleton(token)]],
  ['first two of the skeleton', (token) => [nameSkeleton(token).slice(0, 2)]],
  ['skeleton, one deletion', (token) => skeletonKeys(nameSkeleton(token))],
  ['… and D with Z one class', merged('DZ', 'D')],
  ['… and S with X (sh) one class', merged('SX', 'S')],
  ['… and K with G one class', merged('KG', 'K')],
  ['… and J with G one class', merged('JG', 'J')],
  ['… and H left out', merged('H', '')],
];

for (const [name, keys] of ways) {
  const postings = new Map<string, number[]>();
  candidates.forEach((candidate, index) => {
    for (const key of keys(candidate)) push(postings, key, index);
  });
  let found = 0;
  let brought = 0;
  for (const { arabic, gold } of arabOrigin) {
    const met = new Set(keys(arabic).flatMap((key) => postings.get(key) ?? []));
    brought += met.size;
    if ([...met].some((index) => gold.has(candidates[index]!))) found++;
  }
  const share = ((100 * found) / arabOrigin.length).toFixed(1);
  console.log(
    `${name.padEnd(32)} ${share.padStart(5)} % found  ${(brought / arabOrigin.length).toFixed(1).padStart(7)} of ${candidates.length}`,
  );
}

function push(postings: Map<string, number[]>, key: string, index: number): void {
  const list = postings.get(key);
  if (list) list.push(index);
  else postings.set(key, [index]);
}
