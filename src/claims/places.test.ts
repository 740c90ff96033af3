import { expect, test } from 'vitest';
import { deriveClaims } from './index.ts';
import { report } from './trial/reports.ts';

const freed = (outlet: string, place: string) =>
  report(outlet, '2031-05-04', [
    { quote: `412 people were freed from ${place}.`, figure: ['eq', 412, 'released'], place },
  ]);
const told = (...places: readonly string[]) =>
  deriveClaims(
    places.map((place, n) => freed(`Bell ${n}`, place)),
    [],
  );

test('one place is spelled with other vowels, in one word or two', () => {
  expect(told('Talal Marudin prison', 'Tilal Maroudeen', 'Telalmarudin prison')).toHaveLength(1);
});

test('few consonants in common are no one place', () => {
  expect(told('Marj prison', 'Murija').length).toBeGreaterThan(1);
});

test('nobody found, no children and no women are three counts of none', () => {
  const none = (quote: string) => ({ quote, figure: ['eq', 0, 'detained'] as const, place: 'Marj prison' });
  const claims = deriveClaims(
    [
      report('Bell', '2031-05-04', [
        none('There were no children in the jail.'),
        none('No women were held there.'),
      ]),
      report('Wire', '2031-05-04', [
        none('No child was held in the jail.'),
        none('No prisoners were held there.'),
      ]),
    ],
    [],
  ).filter(({ figure }) => figure?.value === 0);
  expect(claims.map(({ mentions }) => mentions.length).sort()).toEqual([1, 1, 2]);
});
