/**
 * Reading against PolNeAR v1 (Newell, Margolin and Ruths, LREC 2018), read where it lies, never copied:
 *   node bench/reading/polnear.ts [train|dev] [--half even|odd] [--misses N]
 * Sentences with an attribution (F1), and the tokens of contents and of sources (F1 over the union of spans).
 * The corpus leaves out who is quoted within words already in quotation marks; `source*` leaves those out as well.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainTextLayer, type Span } from '../../src/model/index.ts';
import { blocksOf } from '../../src/reading/blocks.ts';
import { readParagraphs } from '../../src/reading/find-attributions.ts';
import { sentencesIn } from '../../src/reading/sentences.ts';
import { tokenize } from '../../src/reading/tokens.ts';

const part = process.argv.includes('train') ? 'train' : 'dev';
const root = join(import.meta.dirname, '../../../shared/data/attribution', part);
if (!existsSync(root)) {
  console.error(`${root} is absent: nothing measured`);
  process.exit(0);
}

interface Gold {
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

function goldOf(file: string): Gold {
  const gold: Gold = { source: [], cue: [], content: [] };
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const parts = line.split('\t');
    if (!parts[0]?.startsWith('T') || parts.length < 3) continue;
    const [type, ...rest] = parts[1]!.split(' ');
    const key = type!.toLowerCase();
    if (key !== 'source' && key !== 'cue' && key !== 'content') continue;
    for (const span of rest.join(' ').split(';')) {
      const [start, end] = span.split(' ').map(Number);
      gold[key].push({ start: start!, end: end! });
    }
  }
  return gold;
}

const score = { hit: 0, gold: 0, found: 0 };
const tally = () => ({ ...score });
const sum = { sentence: tally(), content: tally(), source: tally(), 'source*': tally(), cue: tally() };

function covered(tokens: readonly Span[], spans: readonly Span[]): Set<number> {
  const inside = new Set<number>();
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    for (const span of ordered) {
      if (span.start >= token.end) break;
      if (span.end > token.start) {
        inside.add(index);
        break;
      }
    }
  }
  return inside;
}

function add(into: typeof score, gold: Set<number>, found: Set<number>): void {
  into.gold += gold.size;
  into.found += found.size;
  for (const each of found) if (gold.has(each)) into.hit++;
}

const missesWanted = process.argv.includes('--misses')
  ? Number(process.argv[process.argv.indexOf('--misses') + 1])
  : 0;
const misses: string[] = [];
const annotations = readdirSync(join(root, 'attributions')).sort();
let characters = 0;
const before = process.cpuUsage();
const half = process.argv.includes('--half') ? process.argv[process.argv.indexOf('--half') + 1] : undefined;
for (const [place, name] of readdirSync(join(root, 'text')).sort().entries()) {
  if (half !== undefined && (place % 2 === 0) !== (half === 'even')) continue;
  const text = readFileSync(join(root, 'text', name), 'utf8');
  // Some texts were annotated by several people; the first file by name counts.
  const stem = name.replace(/\.txt$/, '_');
  const file = annotations.find((each) => each.startsWith(stem));
  if (file === undefined) continue;
  const annotation = join(root, 'attributions', file);
  characters += text.length;
  const gold = goldOf(annotation);
  const blocks = blocksOf(plainTextLayer(text)).filter((block) => block.kind !== 'dropped');
  const paragraphs = readParagraphs(text, blocks);
  const attributions = paragraphs.flatMap((paragraph) => paragraph.attributions);
  const quotations = paragraphs.flatMap((paragraph) => paragraph.quotations);
  const found: Gold = { source: [], cue: [], content: [] };
  for (const each of attributions) {
    if (each.source) found.source.push(each.source);
    found.cue.push(each.cue);
    found.content.push(...each.content);
  }
  const tokens = tokenize(text).filter((token) => token.kind !== 'mark');
  for (const key of ['source', 'cue', 'content'] as const)
    add(sum[key], covered(tokens, gold[key]), covered(tokens, found[key]));
  const outside = attributions.filter(
    ({ cue }) => !quotations.some(({ start, end }) => start < cue.start && cue.end < end),
  );
  add(
    sum['source*'],
    covered(tokens, gold.source),
    covered(
      tokens,
      outside.flatMap(({ source }) => source ?? []),
    ),
  );
  const sentences = text.split('\n').flatMap((_, index, lines) => {
    const start = lines.slice(0, index).reduce((total, line) => total + line.length + 1, 0);
    return sentencesIn(text, start, start + lines[index]!.length);
  });
  const goldSentences = covered(sentences, [...gold.cue, ...gold.content]);
  const foundSentences = covered(sentences, [...found.cue, ...found.content]);
  add(sum.sentence, goldSentences, foundSentences);
  if (missesWanted > 0) {
    for (let index = 0; index < sentences.length; index++) {
      const sentence = sentences[index]!;
      const clip = (span: Span) =>
        text.slice(Math.max(span.start, sentence.start), Math.min(span.end, sentence.end));
      const inside = (span: Span) => span.start < sentence.end && span.end > sentence.start;
      if (sentence.start % 37 !== 0) continue;
      misses.push(
        `${goldSentences.has(index) ? 'G' : '-'}${foundSentences.has(index) ? 'F' : '-'} ${text.slice(sentence.start, sentence.end).slice(0, 420)}\n   gold S=${gold.source.filter(inside).map(clip).join(' | ')}\n        C=${gold.cue.filter(inside).map(clip).join(' | ')}\n        X=${gold.content.filter(inside).map(clip).join(' | ')}\n   ours S=${found.source.filter(inside).map(clip).join(' | ')}\n        C=${found.cue.filter(inside).map(clip).join(' | ')}\n        X=${found.content.filter(inside).map(clip).join(' | ')}`,
      );
    }
  }
}
const used = process.cpuUsage(before);
console.log(misses.slice(0, missesWanted).join('\n'));
for (const [key, value] of Object.entries(sum)) {
  const precision = value.hit / value.found;
  const recall = value.hit / value.gold;
  console.log(
    `${key.padEnd(9)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${((2 * precision * recall) / (precision + recall)).toFixed(3)}`,
  );
}
console.log(
  `${part}: ${(characters / 1e6).toFixed(2)} million characters, ${((used.user + used.system) / 1e6).toFixed(1)} CPU-s`,
);
