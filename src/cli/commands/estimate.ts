import { readFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { Division, Estimate, ListYears, Method, Reason, WithoutList } from '../../figures/index.ts';
import { estimateMethods, estimateReasons, LOCALES } from '../../messages/index.ts';
import { ESTIMATE_METHODS, SanadError } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';
import type { Terminal } from '../terminal.ts';

interface EstimateOptions {
  readonly json?: true;
  readonly seed: number;
  readonly level: number;
  readonly bootstraps?: number;
  readonly leaveOneOut?: true;
  readonly methods?: readonly Method[];
  readonly case?: string;
  readonly lists?: readonly string[];
  readonly by?: Division['by'];
  readonly yearsFrom?: readonly number[];
  readonly covers?: readonly ListYears[];
  readonly linkages: number;
}

export const registerEstimate: Register = (program, words, run) => {
  program
    .command('estimate')
    .description(words.text('estimate.about'))
    .argument('[counts.csv]', words.text('estimate.counts'))
    .option('--json', words.text('option.json'))
    .option('--leave-one-out', words.text('estimate.leave-one-out'))
    .option(
      '--methods <names>',
      words.text('estimate.methods', { methods: ESTIMATE_METHODS.join(', ') }),
      among(words, ESTIMATE_METHODS),
    )
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
    .option('--case <case>', words.text('estimate.case'))
    .option('--lists <names>', words.text('estimate.lists'), commas)
    .option('--by <what>', words.text('estimate.by'), among(words, DIMENSIONS))
    .option('--years-from <years>', words.text('estimate.years-from'), years(words))
    .option('--covers <list=years>', words.text('estimate.covers'), covers(words))
    .option(
      '--linkages <n>',
      words.text('estimate.linkages'),
      number(100, 1000, words, 'estimate.linkages-wrong'),
      100,
    )
    .addHelpText(
      'after',
      examples(
        words,
        'estimate counts.csv',
        'estimate counts.csv --leave-one-out --json',
        'estimate --case mycase --by year --years-from 2013 --covers "register=-2012"',
      ),
    )
    .hook('preAction', (command) => {
      const { case: folder } = command.opts<EstimateOptions>();
      if ((command.args.length === 0) === (folder === undefined))
        command.error(`error: ${words.text('estimate.table-or-case')}`);
    })
    .action(
      run(({ terminal }, path: string | undefined, options: EstimateOptions) => {
        return path === undefined
          ? ofCase(terminal, options.case!, options)
          : ofTable(terminal, path, options);
      }),
    );
};

async function ofTable(terminal: Terminal, path: string, options: EstimateOptions): Promise<ExitCode> {
  const { leaveOneListOut, panel, parseCaptureTable, pooledCounts, totalOf, withDrivingLists } = await import(
    '../../figures/index.ts'
  );
  const table = parseCaptureTable(await text(path), path);
  const { seed, level, bootstraps, methods } = options;
  const settings = {
    seed,
    level,
    ...(methods ? { methods } : {}),
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
}

/** From the case's own lists: as they are linked, and over linkages drawn. Nothing is written into the case. */
async function ofCase(terminal: Terminal, folder: string, options: EstimateOptions): Promise<ExitCode> {
  const { caseRecords, dividedRecords, estimateInBackground, onLists, standingOn } = await import(
    '../../figures/index.ts'
  );
  const { linkedPeople } = await import('../../people/index.ts');
  const { seed, linkages, methods, by, yearsFrom, covers: coverage } = options;
  const ground = await withLooks(terminal, folder, 'read', 'estimate', async (opened, look) => {
    await look({});
    const records = await caseRecords(
      await linkedPeople(opened, ({ done, total }) =>
        terminal.progress(terminal.text('progress.people'), done, total),
      ),
    );
    const chosen = options.lists ?? records.linked.lists;
    const unknown = chosen.find((list) => !records.linked.lists.includes(list));
    if (unknown !== undefined)
      throw new SanadError('figures.list-unknown', { list: unknown, known: records.linked.lists.join(', ') });
    return {
      kind: 'case' as const,
      records: onLists(records, chosen),
      standing: standingOn(records, chosen),
      ...(by ? { divided: dividedRecords(records, chosen, { by, yearsFrom, coverage }) } : {}),
    };
  });
  const settings = { seed, linkages, ...(methods ? { methods } : {}) };
  const { result } = await estimateInBackground(ground, settings, ({ step, method, done, total }) =>
    terminal.progress(method ? terminal.sentence(estimateMethods[method]) : step, done, total),
  ).result;
  const { panel, overLinkages, thresholds, withoutLists, lists, named } = result;
  if (options.json)
    terminal.json({
      panel: panel.map((estimate) => asJson(terminal, estimate)),
      overLinkages: overLinkages.map((estimate) => asJson(terminal, estimate)),
      thresholds: thresholds.map(({ threshold, named: then, estimates }) => ({
        threshold,
        named: then,
        panel: estimates.map((estimate) => asJson(terminal, estimate)),
      })),
      leaveOneOut: withoutLists.map(({ list, estimates }) => ({
        list,
        panel: estimates.map((estimate) => asJson(terminal, estimate)),
      })),
      lists,
      named,
      level: LEVEL,
      seed,
      linkages,
    });
  else {
    const without = options.leaveOneOut ? withoutLists : [];
    show(terminal, { estimates: panel, without, named, lists: lists.length, level: LEVEL, seed });
    terminal.out(`\n${terminal.text('estimate.over-linkages', { count: linkages })}`);
    showAll(terminal, overLinkages);
  }
  return [...panel, ...overLinkages].some(({ ok }) => ok) ? 0 : 1;
}

/** Of a case's estimates. */
const LEVEL = 0.95;

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
  const { strata, parts: counted } = one.detail;
  const parts = Array.isArray(strata) ? strata.length : Number(counted ?? 0);
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

type WrongValue = 'estimate.seed-wrong' | 'estimate.bootstraps-wrong' | 'estimate.linkages-wrong';

const DIMENSIONS = ['year', 'place', 'sex', 'age'] as const;

const commas = (value: string): string[] =>
  value
    .split(/[,،]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

const among =
  <T extends string>(words: Terminal, choices: readonly T[]) =>
  (value: string): T[] => {
    const given = commas(value);
    const wrong = given.length === 0 || given.some((each) => !choices.some((choice) => choice === each));
    if (wrong)
      throw new InvalidArgumentError(words.text('estimate.choice-wrong', { choices: choices.join(', ') }));
    return choices.filter((choice) => given.includes(choice));
  };

const years =
  (words: Terminal) =>
  (value: string): number[] => {
    const given = commas(value);
    if (given.length === 0 || given.some((each) => !/^\d{4}$/.test(each)))
      throw new InvalidArgumentError(words.text('estimate.years-wrong'));
    return given.map(Number);
  };

const covers =
  (words: Terminal) =>
  (value: string, before: readonly ListYears[] = []): ListYears[] => {
    const [, list, first, last] = /^(.+)=(\d{4})?[-–](\d{4})?$/.exec(value) ?? [];
    if (list === undefined || (first ?? last) === undefined)
      throw new InvalidArgumentError(words.text('estimate.covers-wrong'));
    return [
      ...before,
      { list, ...(first ? { first: Number(first) } : {}), ...(last ? { last: Number(last) } : {}) },
    ];
  };

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
