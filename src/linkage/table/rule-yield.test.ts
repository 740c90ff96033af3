import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEY, KEY_WORDS } from './row-layout.ts';
import { rulesByYield } from './rule-yield.ts';
import type { RuleTried } from './rules.ts';

const ROWS = 1000;
const keys = (...of: readonly (keyof typeof KEY)[]): number =>
  of.reduce((all, key) => all | (1 << KEY[key]), 0);
/** Rules by the pairs a row that they bring, all of them sampled, and matches by the keys that they share. */
const choose = (
  tried: readonly (readonly [rule: number, pairs: number])[],
  matches: readonly (readonly [shared: number, count: number])[],
): readonly number[] | undefined => {
  const counts = new Float64Array(1 << KEY_WORDS);
  for (const [shared, count] of matches) counts[shared]! += count;
  const known: RuleTried[] = tried.map(([rule, pairs]) => ({ rule, pairs: pairs * ROWS }));
  const sampled = { rules: known.map(({ rule }) => rule), pairs: [], groups: [], tried: known };
  return rulesByYield(sampled, counts, ROWS)?.rules;
};

describe('rules by what they bring', () => {
  const family = keys('given', 'family');
  const mother = keys('given', 'mother');

  test('a rule whose matches the others bring as well goes', () => {
    const both = keys('given', 'family', 'mother');
    expect(choose([[family, 5], [mother, 5]], [[family, 600], [both, 400]])).toEqual([family]); // biome-ignore format: one line
    expect(choose([[family, 5], [mother, 5]], [[family, 600], [mother, 400]])).toHaveLength(2); // biome-ignore format: one line
  });

  test('one that brings many strangers stays where it brings many matches too, and not for a few', () => {
    expect(choose([[family, 5], [mother, 30]], [[family, 900], [mother, 100]])).toHaveLength(2); // biome-ignore format: one line
    expect(choose([[family, 5], [mother, 30]], [[family, 998], [mother, 4]])).toEqual([family]); // biome-ignore format: one line
  });

  test('nothing is chosen where nobody matches', () => {
    expect(choose([[family, 5]], [])).toBeUndefined();
  });

  test('those chosen bring nearly all that all of them would', () => {
    const sets = fc.integer({ min: 1, max: 255 });
    fc.assert(
      fc.property(
        fc.uniqueArray(sets, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(sets, fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 40 }),
        (rules, matches) => {
          const met = (by: readonly number[]): number =>
            matches.reduce(
              (sum, [shared, count]) => (by.some((rule) => (shared & rule) === rule) ? sum + count : sum),
              0,
            );
          const chosen = choose(
            rules.map((rule) => [rule, 0.1]),
            matches,
          );
          expect(met(rules) - met(chosen ?? [])).toBeLessThanOrEqual(met(rules) * 0.006 * rules.length);
        },
      ),
    );
  });
});
