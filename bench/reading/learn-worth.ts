/**
 * Learns what a careful reader would check, from annotated reports, and says how well it carries over:
 *   node bench/reading/learn-worth.ts [--write] [FOLDER …]
 * Each folder in turn is judged by wnines learned from the others (eight invented events by default), then
 * ../shared/data/reports by those learned from all; `--write` puts these into src/reading/worth/weights.ts. Statements
 * that give a number are always made and teach nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { plainTextLayer, type Span } from '../../src/model/index.ts';
import { readWith } from '../../src/reading/read-report.ts';
import { type Candidate, SIGNAL_NAMES, signalsOf } from '../../src/reading/worth/signals.ts';
import { givesNumber, WORTH_FROM } from '../../src/reading/worth.ts';

interface Gold {
  readonly documents: readonly {
    readonly id: string;
    readonly file: string;
    readonly outlet?: string;
    readonly date_inferred?: string;
  }[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly claims: readonly { readonly doc: string; readonly span: Span }[];
  readonly boilerplate: readonly (Span & { readonly doc: string })[];
}
interface Example {
  readonly span: Span;
  /** Absent where it is stated whatever its signals. */
  readonly signals?: readonly number[];
  readonly wanted: boolean;
}
interface Report {
  readonly examples: readonly Example[];
  readonly claims: readonly Span[];
}

/** The first is always there: what the odds are at first. */
const rowOf = (candidate: Candidate): number[] => {
  const given = signalsOf(candidate);
  return [1, ...SIGNAL_NAMES.map((name) => Number(given.includes(name)))];
};
const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const covers = (span: Span, claim: Span): boolean => overlap(span, claim) >= 0.5 * (claim.end - claim.start);

function reportsIn(folder: string): Report[] {
  const gold: Gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'));
  return gold.documents.map((document) => {
    const text = readFileSync(join(folder, document.file), 'utf8');
    const boilerplate = gold.boilerplate.filter(({ doc }) => doc === document.id);
    const claims = gold.claims.filter(({ doc }) => doc === document.id).map(({ span }) => span);
    const wanted = (span: Span): boolean => claims.some((claim) => covers(span, claim));
    const examples = new Map<string, Example>();
    const { statements } = readWith(
      plainTextLayer(text),
      {
        outlet: gold.sources.find(({ id }) => id === document.outlet)?.name ?? document.id,
        ...(document.date_inferred ? { published: document.date_inferred } : {}),
      },
      (candidate) => {
        const { start, end } = candidate.statement;
        const span = { start, end };
        examples.set(`${start} ${end}`, { span, signals: rowOf(candidate), wanted: wanted(span) });
        return true;
      },
    );
    for (const { start, end, figure } of statements)
      if (givesNumber(text, figure))
        examples.set(`${start} ${end}`, { span: { start, end }, wanted: wanted({ start, end }) });
    const inBoilerplate = (span: Span): boolean =>
      boilerplate.some((each) => overlap(each, span) >= 0.5 * (span.end - span.start));
    return { examples: [...examples.values()], claims: claims.filter((claim) => !inBoilerplate(claim)) };
  });
}

const oddsOf = (weights: readonly number[], signals: readonly number[]): number =>
  signals.reduce((sum, signal, at) => sum + signal * weights[at]!, 0);

const RIDGE = 3;

/** Logistic regression by Newton's method, weights held small by a ridge, all but the first. */
function learn(examples: readonly Example[]): number[] {
  const known = examples.filter((each): each is Required<Example> => each.signals !== undefined);
  const size = SIGNAL_NAMES.length + 1;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 12; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight));
    const bend = weights.map((_, row) =>
      weights.map((__, at) => (row === at ? (at === 0 ? 1e-6 : RIDGE) : 0)),
    );
    for (const { signals, wanted } of known) {
      const chance = 1 / (1 + Math.exp(-oddsOf(weights, signals)));
      for (let row = 0; row < size; row++) {
        if (signals[row] === 0) continue;
        slope[row]! += (Number(wanted) - chance) * signals[row]!;
        for (let at = 0; at < size; at++)
          bend[row]![at]! += chance * (1 - chance) * signals[row]! * signals[at]!;
      }
    }
    const step = solved(bend, slope);
    weights = weights.map((weight, at) => weight + step[at]!);
  }
  return weights;
}

/** Gauss with pivots; `rows` is used up. */
function solved(rows: number[][], right: number[]): number[] {
  const size = right.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[best]![at]!)) best = row;
    [rows[at], rows[best]] = [rows[best]!, rows[at]!];
    [right[at], right[best]] = [right[best]!, right[at]!];
    for (let row = at + 1; row < size; row++) {
      const share = rows[row]![at]! / rows[at]![at]!;
      for (let column = at; column < size; column++) rows[row]![column]! -= share * rows[at]![column]!;
      right[row]! -= share * right[at]!;
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    let sum = right[at]!;
    for (let column = at + 1; column < size; column++) sum -= rows[at]![column]! * result[column]!;
    result[at] = sum / rows[at]![at]!;
  }
  return result;
}

interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}
function score(reports: readonly Report[], kept: (example: Example) => boolean): Score {
  let [claims, met, stated, right] = [0, 0, 0, 0];
  for (const report of reports) {
    const statements = report.examples.filter((each) => !each.signals || kept(each));
    claims += report.claims.length;
    met += report.claims.filter((claim) => statements.some(({ span }) => covers(span, claim))).length;
    stated += statements.length;
    right += statements.filter(({ wanted }) => wanted).length;
  }
  const recall = met / claims;
  const precision = right / Math.max(1, stated);
  return { recall, precision, f1: (2 * recall * precision) / Math.max(1e-9, recall + precision) };
}

/** How surprising the reader's choice is to the weights, in bits a statement. */
const surprise = (examples: readonly Example[], weights: readonly number[]): number => {
  const known = examples.filter(({ signals }) => signals);
  return (
    known.reduce(
      (sum, { signals, wanted }) =>
        sum + Math.log2(1 + Math.exp((wanted ? -1 : 1) * oddsOf(weights, signals!))),
      0,
    ) / known.length
  );
};
const root = join(import.meta.dirname, 'events');
const named = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const folders =
  named.length > 0
    ? named.map((folder) => resolve(folder))
    : ['quarry', 'harbour', 'jail', 'camp', 'ferry', 'depot', 'tannery', 'plateau', 'orchard'].map((name) =>
        join(root, name),
      );
const events = folders.map(reportsIn);
const examplesOf = (reports: readonly Report[]): Example[] => reports.flatMap(({ examples }) => examples);
const told = ({ recall, precision, f1 }: Score): string =>
  `recall ${recall.toFixed(3)} precision ${precision.toFixed(3)} F1 ${f1.toFixed(3)}`;
const judge = (name: string, reports: readonly Report[], weights: readonly number[]): number => {
  const result = score(reports, ({ signals }) => oddsOf(weights, signals!) >= WORTH_FROM);
  const all = score(reports, () => true);
  const bits = surprise(examplesOf(reports), weights).toFixed(3);
  console.log(`${name.padEnd(10)} ${told(result)}; all stated: ${told(all)}; ${bits} bits`);
  return result.f1;
};
const scores = folders.map((folder, at) => {
  const others = events.filter((_, other) => other !== at).flat();
  return judge(basename(folder), events[at]!, learn(examplesOf(others)));
});
console.log(`mean F1    ${(scores.reduce((sum, each) => sum + each, 0) / scores.length).toFixed(3)}`);
const weights = learn(examplesOf(events.flat()));
const given = resolve(import.meta.dirname, '../../../shared/data/reports');
if (existsSync(join(given, 'gold.json'))) judge('reports', reportsIn(given), weights);
const rounded = weights.map((weight) => weight.toFixed(2));
SIGNAL_NAMES.forEach((name, at) => {
  console.log(`${rounded[at + 1]!.padStart(6)} ${name}`);
});
if (process.argv.includes('--write')) {
  const lines = SIGNAL_NAMES.map(
    (name, at) => `  ${/\W/.test(name) ? `'${name}'` : name}: ${rounded[at + 1]},`,
  );
  writeFileSync(
    join(import.meta.dirname, '../../src/reading/worth/weights.ts'),
    `import type { Signal } from './signals.ts';

/** Odds that a statement without any signal is worth it; the natural logarithm, as all here. */
export const AT_FIRST = ${rounded[0]};
/** What each signal adds. Written by \`node bench/reading/learn-worth.ts --write\`. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
${lines.join('\n')}
};
`,
  );
}
