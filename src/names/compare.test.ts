import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareNames,
  compareTokens,
  createNameFrequencies,
  foldName,
  jaroWinkler,
  MAX_NAME_LENGTH,
  MAX_NAME_WORDS,
  parseName,
} from './index.ts';

const whys = (a: string, b: string): string =>
  compareNames(a, b)
    .parts.map((part) => `${part.slot} ${part.why}`)
    .join(' · ');

describe('compareNames', () => {
  test('across scripts, part by part', () => {
    expect(compareNames('محمد خالد الحموي', 'Mohammad Khaled al-Hamwi').verdict).toBe('same');
    expect(whys('محمد خالد الحموي', 'Mohammad Khaled al-Hamwi')).toBe(
      'given spelling · father spelling · family spelling',
    );
  });

  test('a missing father is not a contradicted one', () => {
    const missing = compareNames('محمد الحموي', 'محمد خالد الحموي');
    const contradicted = compareNames('محمد وليد الحموي', 'محمد خالد الحموي');
    expect(whys('محمد الحموي', 'محمد خالد الحموي')).toBe('given equal · father missing · family equal');
    expect(missing.verdict).toBe('same');
    expect(contradicted.verdict).toBe('different');
    expect(missing.score - contradicted.score).toBeGreaterThan(0.4);
  });

  test('a dropped grandfather leaves the rest in place', () =>
    expect(whys('محمد خالد وليد الحموي', 'Mohamed Khaled Hamwi')).toBe(
      'given spelling · father spelling · grandfather missing · family spelling',
    ));

  test('the third of three may be the grandfather', () => {
    expect(compareNames('محمد خالد وليد', 'محمد خالد وليد الحموي').verdict).toBe('same');
    expect(whys('محمد خالد وليد', 'محمد خالد وليد الحموي')).toBe(
      'given equal · father equal · grandfather equal · family missing',
    );
  });

  test('brothers share all but the given name and are two', () => {
    for (const [a, b] of [
      ['سمير خالد الحموي', 'أحمد خالد الحموي'],
      ['Samer Khaled Hamwi', 'Ahmad Khaled Hamwi'],
      ['سمير خالد الحموي', 'Ahmad Khaled al-Hamwi'],
    ] as const)
      expect(compareNames(a, b).verdict).toBe('different');
  });

  test('people who differ in the family alone are two', () =>
    expect(compareNames('محمد خالد الحموي', 'محمد خالد الديري').verdict).toBe('different'));

  test('one given name against a full name is possible at most', () =>
    expect(compareNames('محمد', 'محمد خالد الحموي').verdict).toBe('possible'));

  test('a family written first is seen, and not trusted', () => {
    const turned = compareNames('الحموي محمد خالد', 'محمد خالد الحموي');
    expect(turned.verdict).toBe('possible');
    expect(turned.score).toBeGreaterThan(0.85);
  });

  test('symmetric, within 0..1, for any text', () => {
    const words = fc.constantFrom(
      'محمد',
      'Mohamed',
      'خالد',
      'الحموي',
      'Hamwi',
      'أبو',
      'زيد',
      'بن',
      '(',
      ',',
      'x',
      '😀',
      '',
    );
    const text = fc.oneof(
      fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const forth = compareNames(a, b);
        const back = compareNames(b, a);
        expect(forth.score).toBeGreaterThanOrEqual(0);
        expect(forth.score).toBeLessThanOrEqual(1);
        expect(back.score).toBeCloseTo(forth.score, 9);
        expect(back.verdict).toBe(forth.verdict);
      }),
      { numRuns: 500 },
    );
  });
});

describe('compareTokens', () => {
  test('shows which letters met', () => {
    const { alignment } = compareTokens('شعبان', 'Chaaban');
    expect(alignment.map((step) => step.a).join('')).toBe('شعبان');
    expect(alignment.map((step) => step.b).join('')).toBe('chaaban');
    expect(alignment[0]).toMatchObject({ a: 'ش', b: 'ch' });
  });

  test('symmetric, and 1 for a token with itself', () => {
    const token = fc.string({
      unit: fc.constantFrom(...'abdhiklmnorsuyعبدرحمنيوا'),
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(token, token, (a, b) => {
        expect(compareTokens(a, b).score).toBeCloseTo(compareTokens(b, a).score, 9);
        expect(compareTokens(a, a).score).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  test('dots lost in copying are near', () => {
    expect(compareTokens('يزن', 'بزن').outcome).toBe('near');
    expect(compareTokens('آمنة', 'آمتة').outcome).not.toBe('far');
  });
});

describe('hostile text', () => {
  const hostile = [
    'م'.repeat(1_000_000),
    'a'.repeat(1_000_000),
    'عبد '.repeat(250_000),
    'al-'.repeat(300_000),
    '('.repeat(1e6),
    '\u202e'.repeat(1e6),
    '😀'.repeat(500_000),
    'ﷺ'.repeat(300_000),
  ];
  test.each(hostile.map((text) => [text.slice(0, 4), text]))(
    'a megabyte of %s is cut to the length of a name',
    (_, text) => {
      expect(foldName(text).length).toBeLessThanOrEqual(4 * MAX_NAME_LENGTH);
      const { parts } = parseName(text);
      expect(parts.flatMap(({ tokens }) => tokens).length).toBeLessThanOrEqual(MAX_NAME_WORDS);
      expect(compareNames(text, 'محمد خالد الحموي').verdict).not.toBe('same');
      expect(compareNames(text, text).score).toBeLessThanOrEqual(1);
      expect(compareTokens(text, text).score).toBeLessThanOrEqual(1);
    },
  );
});

test('Jaro-Winkler counts letters, not bytes', () => {
  expect(jaroWinkler('حسن', 'كرم')).toBe(0);
  expect(jaroWinkler('فاطمة', 'زينب')).toBe(0);
  expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.8133, 4);
});

test('a name is as common as all its spellings together', () => {
  const frequencies = createNameFrequencies(['محمد', 'Mohammed', 'Muhammad', 'Mohamad', 'قتيبة']);
  expect(frequencies.share('Mohamed')).toBe(frequencies.share('محمد'));
  expect(frequencies.share('محمد')).toBeGreaterThan(3 * frequencies.share('Qutaiba'));
  expect(frequencies.share('زينب')).toBeGreaterThan(0);
});
