/**
 * Reuse between thousands of reports, all with all: node bench/reading/reuse.ts [5000] [5000]
 * (how many articles, characters each). One article in ten takes a passage from an earlier one: a third word for word,
 * a third with a word changed, a third with a clause put in. Says what was found of them, CPU-seconds and memory.
 */
import { plainTextLayer } from '../../src/model/index.ts';
import { findReuse } from '../../src/reading/index.ts';
import { article, seeded } from './articles.ts';

const count = Number(process.argv[2] ?? 5000);
const characters = Number(process.argv[3] ?? 5000);
const random = seeded(7);
const texts: string[] = [];
const copies: { from: number; to: number; how: string }[] = [];
for (let index = 0; index < count; index++) {
  let text = article(random, characters);
  if (index > 10 && index % 10 === 0) {
    const from = Math.floor(random() * (index - 1));
    const paragraphs = texts[from]!.split('\n\n');
    const start = Math.floor(random() * (paragraphs.length - 3));
    let passage = paragraphs.slice(start, start + 2).join('\n\n');
    const how = (['verbatim', 'near', 'edited'] as const)[(index / 10) % 3]!;
    if (how === 'near')
      passage = passage.replace(/\bthe\b/, 'one').replace(/\bnear\b|\bby\b|\bpast\b/, 'behind');
    if (how === 'edited') passage = passage.replace(/, | and /, ', as two people at the scene put it, ');
    text = `${text}\n\n${passage}`;
    copies.push({ from, to: index, how });
  }
  texts.push(text);
}
const before = process.cpuUsage();
const pairs = new Set<string>();
let passages = 0;
for (const { a, b } of findReuse(
  texts.map((text, index) => ({ key: String(index), layer: plainTextLayer(text) })),
)) {
  passages++;
  if (a.end - a.start > 120) pairs.add(`${a.key} ${b.key}`);
}
const used = process.cpuUsage(before);
const found = copies.filter((copy) => pairs.has(`${copy.from} ${copy.to}`)).length;
const bytes = texts.reduce((sum, text) => sum + text.length, 0);
console.log(
  `${count} articles, ${(bytes / 1e6).toFixed(1)} million characters, ${(count * (count - 1)) / 2} pairs`,
);
console.log(
  `${((used.user + used.system) / 1e6).toFixed(1)} CPU-s, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most, ${passages} passages`,
);
console.log(
  `copied passages found ${found}/${copies.length}; pairs with a long passage that were not made ${[...pairs].length - found}`,
);
