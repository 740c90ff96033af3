import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOneEditApart,
  jaroWinkler,
  type Letters,
  layText,
  lettersOf,
  mayBeOneEditApart,
  mostJaroWinkler,
  mostSimilar,
  noLetters,
} from './string-likeness.ts';

const laid = (text: string): Letters => layText(text, noLetters());

describe('Jaro–Winkler', () => {
  test.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['حسن', 'كرم', 0],
  ])('%s and %s', (a, b, expected) => expect(jaroWinkler(laid(a), laid(b))).toBeCloseTo(expected, 3));

  test('is symmetric, 1 for equals, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const similarity = jaroWinkler(laid(a), laid(b));
        expect(similarity).toBeCloseTo(jaroWinkler(laid(b), laid(a)), 12);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(jaroWinkler(laid(a), laid(a))).toBe(1);
      }),
    );
  });
});

describe('the bound before Jaro–Winkler', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abdhilmnrs حسنم'), maxLength: 70 });
  test('is never below it', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        fc.pre(a !== b);
        const most = mostJaroWinkler(laid(a), laid(b));
        expect(most).toBeGreaterThanOrEqual(jaroWinkler(laid(a), laid(b)));
        expect(mostSimilar(a.length, lettersOf(a), b.length, lettersOf(b))).toBeGreaterThanOrEqual(most);
      }),
      { numRuns: 500 },
    );
  });

  test('and no pair one edit apart is ruled out', () => {
    fc.assert(
      fc.property(word, fc.nat(70), fc.constantFrom('x', ''), (a, at, letter) => {
        const b = a.slice(0, at) + letter + a.slice(at + 1);
        expect(mayBeOneEditApart(lettersOf(a), lettersOf(b))).toBe(true);
      }),
    );
  });

  test('tells names without common letters apart at once', () =>
    expect(mostJaroWinkler(laid('omar'), laid('yusif'))).toBe(0));
});

describe('one edit', () => {
  test.each([
    ['خليل', 'خليلل', true],
    ['خليل', 'خيلل', true],
    ['haidar', 'heidar', true],
    ['haidar', 'heider', false],
    ['samer', 'samir', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneEditApart(laid(a), laid(b))).toBe(expected);
    expect(isOneEditApart(laid(b), laid(a))).toBe(expected);
  });
});
