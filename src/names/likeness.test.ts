import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likenessOf, prepareToken } from './index.ts';

describe('likenessOf with a least likeness', () => {
  const arabic = fc.string({ unit: fc.constantFrom(...'احمدنسرعبلي'), minLength: 1, maxLength: 9 });
  const latin = fc.string({ unit: fc.constantFrom(...'aeihmdnsrbl'), minLength: 1, maxLength: 11 });
  const known = fc.constantFrom(
    'نور الدين',
    'عبد الرحمن',
    'Nureddin',
    'Abdelrahman',
    'محمد',
    'Mohamad',
    'Ahmad',
  );
  const word = fc.oneof(arabic, latin, known).map(prepareToken);

  test('is the same from there on, and below it where it is below', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(0.2, 0.4, 0.6, 0.85), (a, b, least) => {
        const likeness = likenessOf(a, b);
        const given = likenessOf(a, b, least);
        if (likeness >= least) expect(given).toBe(likeness);
        else expect(given).toBeLessThan(least);
      }),
      { numRuns: 2000 },
    );
  });
});
