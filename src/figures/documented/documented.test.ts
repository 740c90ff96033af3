import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseRecords, onLists } from './case-records.ts';
import { DISAGREE, documented } from './documented.ts';
import { placeNames } from './place-names.ts';
import { withheldForPublic } from './withhold.ts';

/** Four rows on two lists: two surely one man, two perhaps. */
const records: CaseRecords = {
  linked: {
    lists: ['register', 'released'],
    listOf: [0, 1, 0, 1],
    pairs: [{ a: 2, b: 3, probability: 0.4 }],
    same: [[0, 1]],
  },
  personOf: Int32Array.of(0, 0, 1, 2),
  values: {
    status: [['reported-detained'], ['reported-released'], ['reported-detained'], []],
    year: [['2013'], ['2014'], ['2013'], []],
    place: [['Jawfan'], [], ['Jawfan'], ['Jawfan']],
    sex: [['male'], ['male'], [], []],
    age: [[], [], [], []],
    list: [['register'], ['released'], ['register'], ['released']],
  },
};

describe('documented', () => {
  const found = documented(records, 1);
  const tableOf = (dimension: string) => found.tables.find((table) => table.dimension === dimension)!;

  test('persons are counted once, with what linkage leaves open', () => {
    expect(found.total).toEqual({ value: '', count: 3, low: 2, high: 3 });
    expect(found.records).toBe(4);
  });
  test('several fates stand together, one year must be one', () => {
    expect(tableOf('status').rows.map(({ value, count }) => [value, count])).toEqual([
      ['reported-detained', 2],
      ['reported-released', 1],
    ]);
    expect(tableOf('status').several).toBe(true);
    expect(tableOf('year').rows.map(({ value, count }) => [value, count])).toEqual([
      ['2013', 1],
      [DISAGREE, 1],
    ]);
  });
  test('what nobody says is missing, not left out', () => {
    expect(tableOf('age').missing.count).toBe(3);
    expect(tableOf('sex').missing.count).toBe(2);
  });
  test('the same seed gives the same digits', () => {
    expect(documented(records, 1)).toEqual(found);
  });
  test('lists can be taken alone, decisions and pairs with them', () => {
    expect(onLists(records, ['register'])).toEqual({
      lists: ['register'],
      listOf: [0, 0],
      pairs: [],
      same: [],
      different: [],
    });
  });
});

test('a place is one in both scripts; places that Arabic spells apart stay two', () => {
  const nameOf = placeNames([
    'تل نسمة',
    'تل نسمة',
    'Tell Nisma',
    'Tal Nesma',
    'دير سوسنة',
    'سمرة',
    'سامرا',
    'Samra',
  ]);
  expect(nameOf('Tal Nesma')).toBe('تل نسمة');
  expect(nameOf('دير سوسنة')).toBe('دير سوسنة');
  expect(nameOf('سمرة')).not.toBe(nameOf('سامرا'));
});

describe('for the public', () => {
  const cell = (count: number) => ({ value: String(count), count, low: count, high: count });
  const tables = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }).map((counts) => {
    const [missing = 0, ...rows] = counts;
    return {
      total: cell(counts.reduce((sum, count) => sum + count, 0)),
      records: 100,
      linkages: 100,
      seed: 1,
      tables: [{ dimension: 'year' as const, rows: rows.map(cell), missing: cell(missing), several: false }],
    };
  });

  test('no small count is shown, and none is got by subtraction', () => {
    fc.assert(
      fc.property(tables, (given) => {
        const shown = withheldForPublic(given, 10);
        const [table] = shown.tables;
        const cells = [...table!.rows, table!.missing];
        for (const each of cells) if (!each.withheld) expect(each.count === 0 || each.count >= 10).toBe(true);
        const withheld = cells.filter((each) => each.withheld);
        if (withheld.length === 0 || shown.total.withheld) return;
        const rest = cells.reduce((sum, each) => sum + (each.withheld ? 0 : each.count), 0);
        const hidden = shown.total.count - rest;
        // what subtraction gives is of several rows together and no small number, unless that is all there is
        const all = cells.every((each) => each.withheld || each.count === 0);
        expect(all || (withheld.length > 1 && hidden >= 10)).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
