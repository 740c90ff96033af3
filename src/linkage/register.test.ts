import { describe, expect, test } from 'vitest';
import { createRegister, type LinkRow } from './index.ts';

const row = (key: string, fields: LinkRow['fields']): LinkRow => ({ key, list: 'l', fields });
const FILLER = ['سعيد', 'وليد', 'منير', 'نبيل', 'عادل', 'جميل', 'بدر', 'حمزة', 'طارق', 'زياد'];
const rows: LinkRow[] = [
  row('ahmad', {
    'name.given': 'أحمد',
    'name.father': 'عبد الرحمن',
    'name.family': 'الكيلاني',
    'birth.date': '1982-04-05',
    place: 'دوما',
  }),
  row('brother', {
    'name.given': 'محمود',
    'name.father': 'عبد الرحمن',
    'name.family': 'الكيلاني',
    'birth.date': '1985',
    place: 'دوما',
  }),
  row('latin', { 'name.full': 'Ghiyath Mazen al-Turkmani', age: '41', date: '2024-12-08', place: 'Palmyra' }),
  row('namesake', { 'name.full': 'أحمد حسن خليل' }),
  ...FILLER.flatMap((given, n) =>
    FILLER.map((father, m) => row(`filler${n}.${m}`, { 'name.full': `${given} ${father} الأحمد` })),
  ),
];
const register = createRegister(rows);
const first = (query: Parameters<typeof register.find>[0]) => register.find(query, 3)[0];

describe('the register', () => {
  test.each([
    ['احمد عبدالرحمن', 'ahmad'],
    ['Ahmad Abdelrahman', 'ahmad'],
    ['Ahmed Kilani', 'ahmad'],
    ['الكيلاني محمود', 'brother'],
    ['غياث التركماني', 'latin'],
    ['غياث مازن', 'latin'],
    ['TURKMANI Ghiath', 'latin'],
  ])('finds %s', (query, key) => expect(first(query)?.key).toBe(key));

  test('a bare name is never the same, however well it fits', () => {
    for (const hit of register.find('أحمد عبد الرحمن الكيلاني', 10)) expect(hit.verdict).not.toBe('same');
  });

  test('with year and place it may be', () => {
    const query = { name: 'أحمد عبد الرحمن الكيلاني', birthYear: 1982, place: 'Douma' };
    expect(first(query)).toMatchObject({ key: 'ahmad', verdict: 'same' });
    expect(first({ name: 'Ghiath Mazen Turkmani', birthYear: 1983, place: 'تدمر' })).toMatchObject({
      key: 'latin',
    });
  });

  test('gives a reason for each part, and what contradicts', () => {
    const hits = register.find({ name: 'أحمد عبد الرحمن الكيلاني', birthYear: 1982 }, 5);
    const brother = hits.find(({ key }) => key === 'brother')!;
    const reasons = Object.fromEntries(brother.reasons.map(({ part, outcome }) => [part, outcome]));
    expect(reasons).toMatchObject({
      'name.given': 'contradict',
      'name.father': 'agree',
      'name.family': 'agree',
    });
    expect(brother.score).toBeLessThan(hits[0]!.score);
  });

  test('a year may stand in the query', () =>
    expect(first('محمود الكيلاني ١٩٨٥')?.reasons.some(({ part }) => part === 'birth.date')).toBe(true));

  test('odd queries find nothing or little, and never fail', () => {
    for (const query of ['', '   ', '???', '1', 'س', 'x'.repeat(1_000_000), '\u202e\u0000'])
      expect(register.find(query, 5).length).toBeLessThanOrEqual(5);
    expect(register.find('', 5)).toEqual([]);
    expect(createRegister([]).find('أحمد', 5)).toEqual([]);
    expect(register.find('أحمد', 0)).toEqual([]);
  });

  test('the same query gives the same hits', () =>
    expect(register.find('Ahmad', 20)).toEqual(register.find('Ahmad', 20)));
});
