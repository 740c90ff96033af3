import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase, openCase, verifyCase } from '../../ledger/index.ts';
import { captureTable, pooledCounts, totalOf } from '../capture-table.ts';
import { type CaseRecords, onLists, standingOn } from '../documented/case-records.ts';
import { seededRandom } from '../random.ts';
import { type Division, dividedRecords, dividedTable } from './division.ts';
import { type EstimateGround, tablesOf } from './estimate-case.ts';
import { type EstimateSettings, estimateTables } from './estimate-tables.ts';
import { keepRun, keptRun, keptRuns, resultDigest, reviewRun } from './kept-runs.ts';

/** Three lists of one prison: a register that ends with 2012, two others that go on. 600 people, most on no list. */
function prison(): CaseRecords {
  const random = seededRandom(5);
  const lists = ['register', 'association', 'families'];
  const listOf: number[] = [];
  const personOf: number[] = [];
  const year: string[][] = [];
  const sex: string[][] = [];
  const pairs: { a: number; b: number; probability: number }[] = [];
  let persons = 0;
  for (let person = 0; person < 600; person++) {
    const arrested = 2011 + Math.floor(random() * 4);
    const records: number[] = [];
    for (let list = 0; list < 3; list++) {
      if (random() > 0.35 || (list === 0 && arrested > 2012)) continue;
      records.push(listOf.length);
      listOf.push(list);
      personOf.push(persons);
      year.push(random() < 0.9 ? [String(arrested)] : []);
      sex.push([person % 3 === 0 ? 'female' : 'male']);
    }
    for (let at = 1; at < records.length; at++)
      pairs.push({ a: records[at - 1]!, b: records[at]!, probability: 0.97 });
    if (records.length > 0) persons++;
  }
  const none = listOf.map(() => []);
  return {
    linked: { lists, listOf, pairs },
    personOf: Int32Array.from(personOf),
    values: { status: none, year, place: none, sex, age: none, list: listOf.map((at) => [lists[at]!]) },
  };
}

const records = prison();
const LISTS = records.linked.lists;
const PERIODS: Division = {
  by: ['year'],
  yearsFrom: [2013],
  coverage: [{ list: 'register', last: 2012 }],
};
const tableBy = (division: Division, of = records) =>
  dividedTable(onLists(of, LISTS), standingOn(of, LISTS), dividedRecords(of, LISTS, division));

describe('a case divided into parts', () => {
  test('by stretches of years; a list that ends is absent afterwards, which is not zero', () => {
    const table = captureTable(tableBy(PERIODS));
    expect(table.strata.map(({ name, covering }) => [name, covering])).toEqual([
      ['–2012', 0b111],
      ['2013–', 0b110],
    ]);
  });

  test('nobody is lost: who says no year is of unknown part', () => {
    const table = tableBy(PERIODS);
    const everybody = new Set(records.personOf).size;
    expect(totalOf(pooledCounts(table))).toBe(everybody);
    expect(totalOf(table.unplaced!)).toBeGreaterThan(10);
  });

  test('by two things at once', () =>
    expect(tableBy({ by: ['year', 'sex'], yearsFrom: [2013] }).strata.map(({ name }) => name)).toEqual([
      '–2012 · female',
      '–2012 · male',
      '2013– · female',
      '2013– · male',
    ]));

  test('each year by itself where no stretches are named', () =>
    expect(tableBy({ by: ['year'] }).strata.map(({ name }) => name)).toEqual([
      '2011',
      '2012',
      '2013',
      '2014',
    ]));

  test('records that name different years leave the person’s part open', () => {
    const torn: CaseRecords = {
      ...records,
      linked: { lists: ['a', 'b'], listOf: [0, 1, 0], pairs: [] },
      personOf: Int32Array.of(0, 0, 1),
      values: { ...records.values, year: [['2011'], ['2014'], ['2011']] },
    };
    const table = dividedTable(torn.linked, torn.personOf, dividedRecords(torn, ['a', 'b'], PERIODS));
    expect(table.strata).toHaveLength(1);
    expect([...table.unplaced!]).toEqual([0, 0, 0, 1]);
  });

  test('a list with rows in years that it is said not to cover is refused by name', () =>
    expect(() => tableBy({ ...PERIODS, coverage: [{ list: 'families', first: 2013 }] })).toThrow(
      expect.objectContaining({
        code: 'figures.list-absent',
        data: { list: 'families', stratum: '–2012' },
      }),
    ));

  test('what no row says cannot divide', () =>
    expect(() => tableBy({ by: ['place'] })).toThrow(expect.objectContaining({ code: 'figures.no-parts' })));

  test('whoever is whom, everybody stands in one part or is of unknown part', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 60, maxLength: 60 }), (labels) => {
        const divided = dividedRecords(records, LISTS, PERIODS);
        const clustering = Int32Array.from(records.personOf, (person, at) => labels[at] ?? person + 1000);
        const table = dividedTable(records.linked, clustering, divided);
        expect(totalOf(pooledCounts(table))).toBe(new Set(clustering).size);
      }),
      { numRuns: 50 },
    ));
});

const SETTINGS: EstimateSettings = {
  seed: 3,
  linkages: 100,
  methods: ['two-lists', 'independence', 'log-linear-bic', 'log-linear-average'],
};
const ground: EstimateGround = {
  kind: 'case',
  records: onLists(records, LISTS),
  standing: standingOn(records, LISTS),
  divided: dividedRecords(records, LISTS, PERIODS),
};
const quietly = () => {};

describe('an estimate by parts', () => {
  test('of 600 people the intervals hold 600, as the case stands and over linkages', async () => {
    const tables = tablesOf(ground, SETTINGS);
    const { panel, overLinkages } = await estimateTables(tables, SETTINGS, quietly);
    const sums = [...panel, ...overLinkages].filter(
      ({ method, scope }) => method === 'log-linear-average' && scope === 'stratified',
    );
    expect(sums).toHaveLength(2);
    for (const { ok, low, high } of sums) {
      expect(ok).toBe(true);
      expect(low!).toBeLessThan(600);
      expect(high!).toBeGreaterThan(600);
    }
    for (const { low } of sums) expect(low!).toBeGreaterThanOrEqual(new Set(records.personOf).size - 15);
    expect((sums[0]!.cautions ?? []).map(({ code }) => code)).toContain('strata-imputed');
    // the whole cannot be taken together: one list does not cover it all
    const whole = panel.find(({ method, scope }) => method === 'log-linear-average' && scope === 'pooled');
    expect(whole!.why!.map(({ code }) => code)).toEqual(['list-not-covering']);
  }, 120_000);
});

describe('who is whom decides', () => {
  /** Two lists name the same 60 people; nobody has joined them yet, but each pair is likely. */
  const open: EstimateGround = {
    kind: 'case',
    records: {
      lists: ['a', 'b', 'c'],
      listOf: Array.from({ length: 300 }, (_, at) => at % 3),
      pairs: Array.from({ length: 60 }, (_, at) => ({
        a: at * 3,
        b: at * 3 + 1 + (at % 2),
        probability: 0.95,
      })),
    },
    standing: Int32Array.from({ length: 300 }, (_, at) => (at > 60 || at % 3 === 0 ? at : at - (at % 3))),
  };
  test('and it is told where the linkage as it stands lies outside those drawn', async () => {
    const settings: EstimateSettings = {
      seed: 1,
      linkages: 100,
      methods: ['log-linear-bic', 'independence'],
    };
    const { panel, overLinkages } = await estimateTables(tablesOf(open, settings), settings, quietly);
    for (const one of panel.filter(({ ok }) => ok)) {
      const drawn = overLinkages.find(({ method }) => method === one.method)!;
      const outside = one.estimate! < drawn.low! || one.estimate! > drawn.high!;
      expect((one.cautions ?? []).some(({ code }) => code === 'linkage-moves')).toBe(outside);
    }
    expect(panel.flatMap(({ cautions }) => cautions ?? []).map(({ code }) => code)).toContain(
      'linkage-moves',
    );
  });
});

describe('a run that is kept', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sanad-runs-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('comes back to the digit from what the ledger keeps, after the case was closed', async () => {
    const path = join(folder, 'kept');
    const first = await createCase(path, { unsealed: true });
    const tables = tablesOf(ground, SETTINGS);
    const result = await estimateTables(tables, SETTINGS, quietly);
    keepRun(
      first,
      {
        id: 'run-1',
        settings: SETTINGS,
        checkpoint: first.head(),
        tables,
        about: { lists: LISTS, division: PERIODS },
        result,
      },
      { name: 'Salma Haddad', account: 'salma' },
    );
    first.close();

    const again = await openCase(path, { mode: 'write' });
    const kept = keptRun(again, 'run-1');
    expect(kept.about).toEqual({ lists: LISTS, division: PERIODS });
    expect(kept.settings).toEqual(SETTINGS);
    expect(kept.by).toBe('Salma Haddad');
    expect(resultDigest(kept.result)).toBe(kept.sha256);
    const repeated = await estimateTables(kept.tables, kept.settings, quietly);
    expect(resultDigest(repeated)).toBe(kept.sha256);
    expect(resultDigest(await estimateTables(kept.tables, { ...kept.settings, seed: 4 }, quietly))).not.toBe(
      kept.sha256,
    );

    expect(kept.review).toBeUndefined();
    expect(() => reviewRun(again, 'run-1', { name: 'Salma', account: 'salma' })).toThrow(
      expect.objectContaining({ code: 'figures.own-run' }),
    );
    expect(() => reviewRun(again, 'run-2', 'Omar')).toThrow(
      expect.objectContaining({ code: 'request.not-found' }),
    );
    const review = reviewRun(again, 'run-1', { name: 'Omar Nasser', account: 'omar' });
    expect(keptRuns(again)[0]!.review).toEqual(review);
    expect(review).toMatchObject({ by: 'Omar Nasser', account: 'omar' });
    again.close();
    expect((await verifyCase(path)).faults).toEqual([]);
  }, 120_000);
});
