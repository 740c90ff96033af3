import { readFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { Estimate, Reason, WithoutList } from '../../figures/index.ts';
import { estimateMethods, estimateReasons, LOCALES } from '../../messages/index.ts';
import { SanadError } from '../../model/index.ts';
import { examples, type Register } from '../command.ts';
import type { Terminal } from '../terminal.ts';

interface EstimateOptions {
  readonly json?: true;
  readonly seed: number;
  readonly level: number;
  readonly bootstraps?: number;
  readonly leaveOneOut?: true;
}

export const registerEstimate: Register = (program, words, run) => {
  program
    .command('estimate')
    .description(words.text('estimate.about'))
    .argument('<counts.csv>', words.text('estimate.counts'))
    .option('--json', words.text('option.json'))
    .option('--leave-one-out', words.text('estimate.leave-one-out'))
    .option(
      '--seed <n>',
      words.text('estimate.seed'),
      number(0, 2 ** 32 - 1, words, 'estimate.seed-wrong'),
      1,
    )
    .option('--level <share>', words.text('estimate.level'), share(words), 0.95)
    .option(
      '--bootstraps <n>',
      words.text('estimate.bootstraps'),
      number(100, 100_000, words, 'estimate.bootstraps-wrong'),
    )
    .addHelpText(
      'after',
      examples(words, 'estimate counts.csv', 'estimate counts.csv --leave-one-out --json'),
    )
    .action(
      run(async ({ terminal }, path: string, options: EstimateOptions) => {
        const { leaveOneListOut, panel, parseCaptureTable, pooledCounts, totalOf, withDrivingLists } =
          await import('../../figures/index.ts');
        const table = parseCaptureTable(await text(path), path);
        const { seed, level, bootstraps } = options;
        const settings = {
          seed,
          level,
          ...(bootstraps === undefined ? {} : { bootstraps }),
          onProgress: ({ method, stratum, done, total }: Progress) =>
            terminal.progress(
              [terminal.sentence(estimateMethods[method]), stratum].filter(Boolean).join(' · '),
              done,
              total,
            ),
        };
        const whole = await panel(table, settings);
        const without = options.leaveOneOut ? await leaveOneListOut(table, settings) : [];
        const estimates = withDrivingLists(whole, without);
        const named = totalOf(pooledCounts(table));
        if (options.json)
          terminal.json({
            panel: estimates.map((estimate) => asJson(terminal, estimate)),
            lists: table.lists,
            strata: table.strata.map((stratum) => stratum.name).filter((name) => name !== ''),
            named,
            level,
            seed,
            ...(options.leaveOneOut
              ? {
                  leaveOneOut: without.map(({ list, estimates: rest }) => ({
                    list,
                    panel: rest.map((estimate) => asJson(terminal, estimate)),
                  })),
                }
              : {}),
          });
        else show(terminal, { estimates, without, named, lists: table.lists.length, level, seed });
        return estimates.some(({ ok }) => ok) ? 0 : 1;
      }),
    );
};

interface Progress {
  readonly method: Estimate['method'];
  readonly stratum?: string;
  readonly done: number;
  readonly total: number;
}

interface Shown {
  readonly estimates: readonly Estimate[];
  readonly without: readonly WithoutList[];
  readonly named: number;
  readonly lists: number;
  readonly level: number;
  readonly seed: number;
}

function show(terminal: Terminal, { estimates, without, named, lists, level, seed }: Shown): void {
  terminal.out(terminal.text('estimate.named', { named, lists }));
  showAll(terminal, estimates);
  for (const { list, estimates: rest } of without) {
    terminal.out(`\n${terminal.text('estimate.without', { list })}`);
    showAll(terminal, rest);
  }
  terminal.out(`\n${terminal.text('estimate.repeat', { level, seed })}`);
}

/** Where all are refused for one reason, it is said once. */
function showAll(terminal: Terminal, estimates: readonly Estimate[]): void {
  const [first] = estimates;
  const told = (one: Estimate): string => JSON.stringify([one.estimate, one.why]);
  if (first && first.estimate === undefined && estimates.every((one) => told(one) === told(first))) {
    terminal.out(`✕ ${terminal.text('estimate.refused')}`);
    for (const reason of first.why ?? []) terminal.out(`    ${sentenceOf(terminal, reason)}`);
  } else for (const one of estimates) showOne(terminal, one);
}

/** Interval first; then what stands against it. The marks tell used and refused apart without colour. */
function showOne(terminal: Terminal, one: Estimate): void {
  const name = terminal.sentence(estimateMethods[one.method]);
  const parts = Array.isArray(one.detail.strata) ? one.detail.strata.length : 0;
  const title =
    one.scope === 'stratified' ? terminal.text('estimate.stratified', { method: name, strata: parts }) : name;
  const figure = rounded(terminal);
  const range =
    one.estimate === undefined || one.low === undefined || one.high === undefined
      ? terminal.text('estimate.refused')
      : terminal.text('estimate.row', {
          low: figure(one.low),
          high: figure(one.high),
          estimate: figure(one.estimate),
        });
  terminal.out(`${one.ok ? '■' : '✕'} ${title}: ${range}`);
  for (const reason of [...(one.why ?? []), ...(one.cautions ?? [])])
    terminal.out(`    ${sentenceOf(terminal, reason)}`);
}

/** Whole numbers as the language writes them; ∞ where the lists set no bound. */
const rounded = (terminal: Terminal): ((value: number) => string) => {
  const whole = new Intl.NumberFormat(LOCALES[terminal.language], { maximumFractionDigits: 0 });
  return (value) => (Number.isFinite(value) ? whole.format(value) : '∞');
};

const sentenceOf = (terminal: Terminal, { code, data }: Reason): string =>
  terminal.sentence(estimateReasons[code], { rhat: '?', draws: '?', ...data });

/** As the contract has it; `why` in words, `reasons` for programs; an upper bound that is not there is null. */
const asJson = (terminal: Terminal, one: Estimate) => ({
  method: one.method,
  scope: one.scope,
  estimate: one.estimate ?? null,
  low: one.low ?? null,
  high: one.high ?? null,
  ok: one.ok,
  ...(one.why ? { why: one.why.map((each) => sentenceOf(terminal, each)).join(' '), reasons: one.why } : {}),
  ...(one.cautions
    ? { caution: one.cautions.map((each) => sentenceOf(terminal, each)).join(' '), cautions: one.cautions }
    : {}),
  detail: one.detail,
});

type WrongValue = 'estimate.seed-wrong' | 'estimate.level-wrong' | 'estimate.bootstraps-wrong';

const number =
  (least: number, most: number, words: Terminal, wrong: WrongValue) =>
  (value: string): number => {
    const read = Number(value);
    if (!/^\d+$/.test(value) || read < least || read > most)
      throw new InvalidArgumentError(words.text(wrong));
    return read;
  };

const share =
  (words: Terminal) =>
  (value: string): number => {
    const read = Number(value);
    if (!(read >= 0.5 && read <= 0.999)) throw new InvalidArgumentError(words.text('estimate.level-wrong'));
    return read;
  };

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new SanadError('file.not-found', { file: path }, error);
  }
}
