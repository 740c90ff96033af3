import { createHash } from 'node:crypto';
import type { Case, Head } from '../../ledger/index.ts';
import { type Decider, SanadError } from '../../model/index.ts';
import type { CaptureTable } from '../capture-table.ts';
import type { Division } from './division.ts';
import type { EstimateSettings, EstimateTables } from './estimate-tables.ts';

/** Raised whenever the same tables and seed would give other digits than before. */
export const ESTIMATOR = 3;

/** An estimate in the ledger: what it rests on, what came of it, who made it and who put their name to it. */
export interface KeptRun {
  readonly id: string;
  readonly at: string;
  readonly by?: string;
  /** The account that made it; absent where nobody signs in. */
  readonly account?: string;
  readonly settings: EstimateSettings;
  /** The case as it stood. */
  readonly checkpoint: Head;
  /** Of the result, as lower-case hex. */
  readonly sha256: string;
  readonly estimator: number;
  /** The version of Node that reckoned it. */
  readonly runtime: string;
  readonly tables: EstimateTables;
  readonly about: RunAbout;
  /** As it was put in. */
  readonly result: unknown;
  readonly review?: Review;
}

export interface Review {
  readonly by: string;
  readonly account?: string;
  readonly at: string;
  /** The ledger's entry. */
  readonly entry: number;
}

/** How the run was asked for, as the page shows it again. */
export interface RunAbout {
  readonly lists: readonly string[];
  readonly division?: Division;
}

export type NewKeptRun = Omit<
  KeptRun,
  'at' | 'by' | 'account' | 'sha256' | 'estimator' | 'runtime' | 'review'
>;

/** Plain JSON: an open end, which is infinite, becomes null. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Of what came of a run, whatever the order of its fields; two runs with the same digest gave the same digits. */
export const resultDigest = (result: unknown): string =>
  createHash('sha256').update(JSON.stringify(result, inOrder)).digest('hex');

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/**
 * Writes a run into the ledger. In the clear stand its id, seed and hashes; tables, lists and result are values that the
 * team reads. No record of a person goes in: only how many stand on which lists.
 */
export function keepRun(opened: Case, run: NewKeptRun, by: Decider | undefined): void {
  const { id, settings, checkpoint, tables, about, result } = run;
  opened.note({
    kind: 'estimate',
    ...named(by),
    facts: {
      what: 'run',
      run: id,
      ...accountOf(by),
      seed: settings.seed,
      linkages: settings.linkages,
      ...(settings.methods ? { methods: settings.methods } : {}),
      entries: checkpoint.entries,
      rootHash: checkpoint.rootHash,
      sha256: resultDigest(result),
      estimator: ESTIMATOR,
      runtime: process.version,
    },
    slots: [
      { name: 'about', sensitivity: 'team', value: plain(about) },
      { name: 'tables', sensitivity: 'team', value: packed(tables) },
      { name: 'result', sensitivity: 'team', value: plain(result) },
      ...(by === undefined ? [] : [{ name: 'maker', sensitivity: 'team' as const, value: nameOf(by) }]),
    ],
  });
}

/**
 * A person puts their name to what came of a run: an entry that names the run and the digest of its result.
 *
 * @throws SanadError `request.not-found`, `figures.own-run` where the same account made it
 */
export function reviewRun(opened: Case, id: string, by: Decider): Review {
  const run = keptRun(opened, id);
  if (typeof by !== 'string' && by.account === run.account) throw new SanadError('figures.own-run');
  const { at, entry } = opened.note({
    kind: 'estimate',
    ...named(by),
    facts: { what: 'review', run: id, sha256: run.sha256, ...accountOf(by) },
    slots: [{ name: 'reviewer', sensitivity: 'team', value: nameOf(by) }],
  });
  return { by: nameOf(by), ...accountOf(by), at, entry };
}

const nameOf = (by: Decider): string => (typeof by === 'string' ? by : by.name);
const named = (by: Decider | undefined) => (by === undefined ? {} : { by: nameOf(by) });
const accountOf = (by: Decider | undefined) =>
  by === undefined || typeof by === 'string' ? {} : { account: by.account };

/** @throws SanadError `request.not-found` */
export function keptRun(opened: Case, id: string): KeptRun {
  const run = keptRuns(opened).find((each) => each.id === id);
  if (!run) throw new SanadError('request.not-found');
  return run;
}

/** The newest first; those whose values this opening cannot read, or that were erased, are not there. */
export function keptRuns(opened: Case): KeptRun[] {
  const runs = new Map<string, KeptRun>();
  for (const { at, by, entry, facts, slots } of opened.events('estimate')) {
    const id = String(facts.run);
    const account = typeof facts.account === 'string' ? { account: facts.account } : {};
    const known = runs.get(id);
    // the last review counts; one of another result than the run's is none
    if (facts.what === 'review' && known && facts.sha256 === known.sha256)
      runs.set(id, { ...known, review: { by: String(slots.get('reviewer') ?? by), ...account, at, entry } });
    if (facts.what !== 'run' || !slots.has('tables') || !slots.has('result')) continue;
    runs.set(id, {
      id,
      at,
      ...(by === undefined ? {} : { by: String(slots.get('maker') ?? by) }),
      ...account,
      settings: {
        seed: Number(facts.seed),
        linkages: Number(facts.linkages),
        ...(Array.isArray(facts.methods)
          ? { methods: facts.methods as unknown as EstimateSettings['methods'] & {} }
          : {}),
      },
      checkpoint: { entries: Number(facts.entries), rootHash: String(facts.rootHash) },
      sha256: String(facts.sha256),
      estimator: Number(facts.estimator),
      runtime: String(facts.runtime),
      tables: unpacked(slots.get('tables') as PackedTables),
      about: slots.get('about') as RunAbout,
      result: slots.get('result'),
    });
  }
  return [...runs.values()].reverse();
}

/** Filled cells alone, as pattern, count, pattern, count …: a hundred tables of ten lists would else be a megabyte. */
type Cells = readonly number[];
interface PackedTable {
  readonly strata: readonly { readonly name: string; readonly covering: number; readonly cells: Cells }[];
  readonly unplaced?: Cells;
}
interface PackedTables {
  readonly lists: readonly string[];
  readonly standing: PackedTable;
  readonly drawn: readonly PackedTable[];
  readonly thresholds: readonly { readonly threshold: number; readonly table: PackedTable }[];
}

const cellsOf = (counts: Float64Array): number[] =>
  [...counts].flatMap((count, pattern) => (count === 0 ? [] : [pattern, count]));

const packedTable = ({ strata, unplaced }: CaptureTable): PackedTable => ({
  strata: strata.map(({ name, covering, counts }) => ({ name, covering, cells: cellsOf(counts) })),
  ...(unplaced ? { unplaced: cellsOf(unplaced) } : {}),
});

const packed = ({ standing, drawn, thresholds }: EstimateTables): PackedTables => ({
  lists: standing.lists,
  standing: packedTable(standing),
  drawn: drawn.map(packedTable),
  thresholds: thresholds.map(({ threshold, table }) => ({ threshold, table: packedTable(table) })),
});

function unpacked({ lists, standing, drawn, thresholds }: PackedTables): EstimateTables {
  const countsOf = (cells: Cells): Float64Array => {
    const counts = new Float64Array(1 << lists.length);
    for (let at = 0; at < cells.length; at += 2) counts[cells[at]!] = cells[at + 1]!;
    return counts;
  };
  const tableOf = ({ strata, unplaced }: PackedTable): CaptureTable => ({
    lists,
    strata: strata.map(({ name, covering, cells }) => ({ name, covering, counts: countsOf(cells) })),
    ...(unplaced ? { unplaced: countsOf(unplaced) } : {}),
  });
  return {
    standing: tableOf(standing),
    drawn: drawn.map(tableOf),
    thresholds: thresholds.map(({ threshold, table }) => ({ threshold, table: tableOf(table) })),
  };
}
