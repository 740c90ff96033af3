import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../model/index.ts';
import { LIMITS, pooledCounts, totalOf } from './capture-table.ts';
import { parseCaptureTable } from './parse-capture-table.ts';

const refusal = (csv: string): string => {
  try {
    parseCaptureTable(csv);
  } catch (error) {
    if (error instanceof SanadError) return error.code;
    throw error;
  }
  return 'taken';
};

const TWO = 'a,b,count\n1,0,10\n0,1,12\n1,1,5\n';

describe('a table of counts', () => {
  test('is read with its lists as bits', () => {
    const table = parseCaptureTable(TWO);
    expect(table.lists).toEqual(['a', 'b']);
    expect([...table.strata[0]!.counts]).toEqual([0, 10, 12, 5]);
  });

  test('may be in Arabic, with Arabic digits and semicolons', () => {
    const table = parseCaptureTable('\uFEFFالمشفى;الأهالي;العدد\r\n١;٠;١٠\r\n٠;١;١٢\r\n١;١;٥\r\n');
    expect(table.lists).toEqual(['المشفى', 'الأهالي']);
    expect([...table.strata[0]!.counts]).toEqual([0, 10, 12, 5]);
  });

  test('may have a row for each person instead of counts', () => {
    expect([...pooledCounts(parseCaptureTable('a,b\n1,0\n1,0\n0,1\n1,1\n'))]).toEqual([0, 2, 1, 1]);
  });

  test('is divided by other columns; a list that does not cover a part is absent there, not zero', () => {
    const table = parseCaptureTable(
      'year,a,b,c,count\n2012,1,0,0,9\n2012,0,1,0,8\n2012,1,1,1,3\n2012,0,0,1,6\n2013,1,0,NA,7\n2013,0,1,NA,5\n2013,1,1,NA,2\nunknown,1,0,0,4\n',
    );
    expect(table.strata.map(({ name, covering }) => [name, covering])).toEqual([
      ['2012', 0b111],
      ['2013', 0b011],
    ]);
    expect(totalOf(table.unplaced!)).toBe(4);
  });

  test.each([
    ['a,b,count\n1,0,-3\n0,1,12\n1,1,5', 'figures.count-negative'],
    ['a,b,count\n1,0,3.5\n0,1,12\n1,1,5', 'figures.count-not-whole'],
    ['a,b,count\n1,0,many\n0,1,12\n1,1,5', 'figures.count-not-whole'],
    ['a,b,count\n1,0,1e3\n0,1,12\n1,1,5', 'figures.count-not-whole'],
    ['a,b,count\n1,0,3\n1,0,4\n0,1,12\n1,1,5', 'figures.cell-twice'],
    ['a,b,count\n1,0,0\n0,1,12\n1,1,5', 'figures.list-inside'],
    ['a,b,c,count\n1,0,0,3\n0,1,0,12\n1,1,0,5', 'figures.list-empty'],
    ['a,b,count\n0,0,7\n1,0,3\n0,1,12\n1,1,5', 'figures.on-no-list'],
    ['a,a,count\n1,0,3\n0,1,12\n1,1,5', 'figures.list-twice'],
    ['a,count\n1,3', 'figures.too-few-lists'],
    ['a,b,count\n1,0\n0,1,12', 'figures.row-cells'],
    ['a,b,count\n1,0,3\n0,2,12\n1,1,5', 'figures.mark-unclear'],
    ['a,b,total\n1,0,3\n0,1,12\n1,1,5', 'figures.no-count-column'],
    ['year,a,b,count\n1,1,0,3\n1,0,NA,12\n1,1,1,5', 'figures.partly-absent'],
    ['a,b,count\n1,0,1000000000\n0,1,12\n1,1,5', 'figures.total-too-large'],
    ['a,b,count\n1,0,99999999999999999999\n0,1,12\n1,1,5', 'figures.total-too-large'],
    ['a,b,count\n', 'file.empty'],
    ['', 'file.empty'],
  ])('%j is refused as %s', (csv, code) => expect(refusal(csv)).toBe(code));

  test('of twelve lists is refused, of ten is not', () => {
    const table = (lists: number): string =>
      [
        [...Array.from({ length: lists }, (_, at) => `l${at}`), 'count'].join(),
        ...Array.from({ length: lists }, (_, row) =>
          [...Array.from({ length: lists }, (_, at) => (at === row ? 1 : 0)), 5].join(),
        ),
      ].join('\n');
    expect(refusal(table(12))).toBe('figures.too-many-lists');
    expect(refusal(table(LIMITS.lists))).toBe('taken');
  });

  test('whatever the text, it is taken or refused by name', () => {
    const cell = fc.constantFrom('0', '1', '1', '0', '7', '-2', 'NA', '', 'x', '"', '1.5', '٣');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 }), (rows) => {
        expect(refusal(['a,b,c,count', ...rows.map((row) => row.join(','))].join('\n'))).toMatch(
          /^(taken|figures\.|file\.)/,
        );
      }),
    );
  });
});
