import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ARABIC_LETTERS,
  isGivenName,
  LATIN_LETTERS,
  meetingCost,
  openTransducer,
  type Transducer,
  type TransducerModel,
  trainTransducer,
} from '../../src/names/index.ts';
import {
  crossScriptPairs,
  googlePairs,
  isArabOrigin,
  latinVariantPairs,
  type TokenPair,
  wikidataPairs,
} from './pairs.ts';

/**
 * node bench/names/train.ts — makes the models that the names room ships, from all pairs beside the project.
 * Same pairs, same bytes.
 */
const pairs = [...wikidataPairs(), ...googlePairs()];
const started = process.cpuUsage();

const learn = (
  name: string,
  left: string,
  spellings: Parameters<typeof trainTransducer>[2],
): TransducerModel => {
  const model = trainTransducer(left, LATIN_LETTERS, spellings, {
    onRound: (round, logLikelihood) =>
      console.error(`${name}: round ${round}, log-likelihood ${logLikelihood.toFixed(0)}`),
  });
  console.error(`${name}: ${spellings.length} pairs, ${model.units.length} units`);
  return model;
};

/** Whole or not at all: others may be reading the file. */
function write(file: string, text: string): void {
  const path = join(import.meta.dirname, '../../src/names', file);
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

const writeModel = (file: string, { left, right, backoff, units }: TransducerModel): void => {
  const lines = units.map((unit) => JSON.stringify([unit.left, unit.right, ...unit.counts]));
  const head = JSON.stringify({ left, right, backoff }).slice(0, -1);
  write(file, `${head},"units":[\n${lines.join(',\n')}\n]}\n`);
};

const arabicLatin = learn('Arabic–Latin', ARABIC_LETTERS, crossScriptPairs(pairs));
writeModel('arabic-latin.model.json', arabicLatin);
writeModel('latin-latin.model.json', learn('Latin–Latin', LATIN_LETTERS, latinVariantPairs(pairs)));
const spellings = knownSpellings(pairs, openTransducer(arabicLatin));
write(
  'known-spellings.model.json',
  `{\n${[...spellings].map(([arabic, latin]) => `${JSON.stringify(arabic)}:${JSON.stringify(latin.join(' '))}`).join(',\n')}\n}\n`,
);
const { user, system } = process.cpuUsage(started);
console.error(`${spellings.size} names with known spellings`);
console.error(`${((user + system) / 1e6).toFixed(1)} CPU-seconds`);

/**
 * Attested Latin spellings of names of Arabic origin. Mined pairs are partly wrong: a spelling must be likely in its
 * letters, or less likely but met more than once and not a fiftieth of its form.
 */
function knownSpellings(all: readonly TokenPair[], transducer: Transducer): Map<string, string[]> {
  const forms = new Map<string, Map<string, number>>();
  for (const pair of all) {
    if (!isArabOrigin(pair) || pair.arabic.startsWith('ال')) continue;
    const counts = forms.get(pair.arabic) ?? new Map<string, number>();
    counts.set(pair.latin, (counts.get(pair.latin) ?? 0) + pair.count);
    forms.set(pair.arabic, counts);
  }
  const known = new Map<string, string[]>();
  for (const [arabic, counts] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (total < 2 && !isGivenName(arabic)) continue;
    const kept = [...counts]
      .filter(([latin, count]) => {
        const cost = meetingCost(transducer, transducer.left(arabic), transducer.right(latin));
        return cost <= 1.7 || (cost <= 2.4 && count >= 2 && count * 50 >= total);
      })
      .map(([latin]) => latin)
      .sort();
    if (kept.length > 0) known.set(arabic, kept);
  }
  return known;
}
