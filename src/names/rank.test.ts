import { describe, expect, test } from 'vitest';
import { createNameRanker, rankNames } from './index.ts';

const register = [
  'محمد خالد الحموي',
  'أحمد خالد الحموي',
  'محمود خالد الحموي',
  'عبد الرحمن وليد الديري',
  'Samer Walid al-Diri',
  'Yazan Ghiyath Qaddour',
  'نور الدين سمير أبو زيد',
];

describe('ranking', () => {
  const rank = createNameRanker(register);
  test.each([
    ['Mohammad Hamoui', 'محمد خالد الحموي'],
    ['Abderrahmane Diri', 'عبد الرحمن وليد الديري'],
    ['سامر الديري', 'Samer Walid al-Diri'],
    ['يزن غياث قدور', 'Yazan Ghiyath Qaddour'],
    ['Noureddine Abou Zeid', 'نور الدين سمير أبو زيد'],
  ])('%s finds %s first', (query, found) => expect(rank(query, 3)[0]?.candidate).toBe(found));

  test('gives as many as asked, best first, the same each time', () => {
    const hits = rank('Mohamed Hamwi', 5);
    expect(hits).toHaveLength(5);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    expect(rankNames('Mohamed Hamwi', register, 5)).toEqual(hits);
  });

  test('nothing to find gives nothing above zero', () => {
    expect(rank('', 3).every((hit) => hit.score === 0)).toBe(true);
    expect(createNameRanker([])('محمد', 3)).toEqual([]);
  });
});
