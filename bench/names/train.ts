import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ARABIC_LETTERS,
  LATIN_LETTERS,
  type TransducerModel,
  trainTransducer,
} from '../../src/names/index.ts';
import { crossScriptPairs, googlePairs, latinVariantPairs, wikidataPairs } from './pairs.ts';

/**
 * node bench/names/train.ts — makes the two models that the names room ships, from all pairs beside the project.
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

const write = (file: string, model: TransducerModel): void => {
  const units = model.units.map((unit) => JSON.stringify([unit.left, unit.right, ...unit.counts]));
  const { left, right, backoff } = model;
  const head = JSON.stringify({ left, right, backoff }).slice(0, -1);
  writeFileSync(
    join(import.meta.dirname, '../../src/names', file),
    `${head},"units":[\n${units.join(',\n')}\n]}\n`,
  );
};

write('arabic-latin.model.json', learn('Arabic–Latin', ARABIC_LETTERS, crossScriptPairs(pairs)));
write('latin-latin.model.json', learn('Latin–Latin', LATIN_LETTERS, latinVariantPairs(pairs)));
const { user, system } = process.cpuUsage(started);
console.error(`${((user + system) / 1e6).toFixed(1)} CPU-seconds`);
