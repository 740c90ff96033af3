import { expect, test } from 'vitest';
import type { TypedList } from './lists-api.ts';
import { compareTypings } from './typed-versions.ts';

const typed = (...rows: string[][]): TypedList => ({
  columns: [
    { header: 'الاسم', property: 'name.full' },
    { header: 'المواليد', property: 'birth.date' },
  ],
  rows: rows.map((cells) => ({ cells })),
});

test('differences are told cell by cell, digits of either script are the same', () => {
  const { rows, filled, agreeing } = compareTypings(
    typed(['سالم الزعتري', '١٩٨٤'], ['رامي البيطار', '1990']),
    typed(['سالم الزعتري', '1984'], ['رامي البيطار', '1996']),
  );
  expect([filled, agreeing]).toEqual([4, 3]);
  expect(rows[1]!.cells[1]).toEqual({ one: '1990', other: '1996', agree: false });
});

test('a line that one typist left out does not shift those below it', () => {
  const { rows } = compareTypings(
    typed(['سالم', '1984'], ['رامي', '1990'], ['نزار', '1971']),
    typed(['سالم', '1984'], ['نزار', '1971']),
  );
  expect(rows.map(({ one, other }) => [one, other])).toEqual([
    [0, 0],
    [1, undefined],
    [2, 1],
  ]);
});

test('a version compared with itself agrees in every cell', () => {
  const version = typed(['سالم', '1984'], ['', ''], ['رامي', '1990']);
  const { rows, filled, agreeing } = compareTypings(version, version);
  expect(agreeing).toBe(filled);
  expect(rows.every(({ one, other }) => one === other)).toBe(true);
});
