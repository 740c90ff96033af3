import { expect, test } from 'vitest';
import type { LinkRow } from './index.ts';
import { explainPair, linkManyRows, linkRows, packLinkage, unpackLinkage } from './index.ts';

const GIVEN = ['Samer', 'Wael', 'Rami', 'Nizar', 'Kinan', 'سامر', 'وائل'];
const FAMILIES = ['Zaytoun', 'Kanaan', 'Qasem', 'زيتون', 'Darwish'];
/** Invented people, most of them on two lists. */
const ROWS: LinkRow[] = Array.from({ length: 140 }, (_, at) => {
  const n = at % 80;
  return {
    key: `${at < 80 ? 'register' : 'released'}#${n}`,
    list: at < 80 ? 'register' : 'released',
    fields: {
      'name.given': GIVEN[n % 7]!,
      'name.father': GIVEN[(n * 5 + 3) % 7]!,
      'name.family': FAMILIES[(n * 3) % 5]!,
      'birth.date': `${1950 + ((n * 13) % 50)}-0${1 + (n % 9)}-1${n % 8}`,
      id: `N-${7000 + n * 31}`,
    },
  };
});

test.each(['linkRows', 'linkManyRows'])(
  'a linkage of %s comes back whole, and no value stands in it',
  async (engine) => {
    const linkage = engine === 'linkRows' ? linkRows(ROWS) : await linkManyRows(ROWS);
    const bytes = packLinkage(linkage, ROWS);
    const again = unpackLinkage(bytes, ROWS.toReversed())!;
    expect(again.clusters).toEqual(linkage.clusters);
    expect(again.pairs).toEqual(linkage.pairs);
    expect(again.figures).toEqual(linkage.figures);
    const [a, b] = [ROWS[3]!, ROWS[83]!];
    expect(explainPair(again.model, a, b)).toEqual(explainPair(linkage.model, a, b));

    const text = Buffer.from(bytes);
    for (const value of ROWS.flatMap(({ fields }) => Object.values(fields)))
      for (const form of [value, value.toLowerCase()]) expect(text.includes(Buffer.from(form))).toBe(false);
  },
);

test('bytes that do not fit the rows are no linkage', () => {
  const bytes = packLinkage(linkRows(ROWS), ROWS);
  expect(unpackLinkage(bytes, ROWS.slice(1))).toBeUndefined();
  for (const cut of [0, 3, 40, bytes.length - 1])
    expect(unpackLinkage(bytes.subarray(0, cut), ROWS)).toBeUndefined();
  expect(unpackLinkage(Buffer.from('نص ليس ربطاً على الإطلاق'), ROWS)).toBeUndefined();
});
