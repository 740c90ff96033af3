import { listsIn } from '../capture-table.ts';
import type { Random } from '../random.ts';
import { multinomial, negativeBinomial } from '../sampling/index.ts';

const bitsOf = (pattern: number): number[] => {
  const bits: number[] = [];
  for (let bit = 1; bit <= pattern; bit <<= 1) if (pattern & bit) bits.push(bit);
  return bits;
};

/**
 * What a table would show, in expectation, had linkage missed a share of the matches: of that share of the persons on
 * several lists one record, each as likely as another, is taken for a person of its own.
 */
export function withMissedMatches(counts: Float64Array, share: number): Float64Array {
  const broken = counts.map((count, pattern) => (listsIn(pattern) > 1 ? count * (1 - share) : count));
  counts.forEach((count, pattern) => {
    const bits = bitsOf(pattern);
    if (bits.length < 2) return;
    for (const bit of bits) {
      broken[pattern & ~bit]! += (count * share) / bits.length;
      broken[bit]! += (count * share) / bits.length;
    }
  });
  return broken;
}

/**
 * One draw of the table before linkage missed that share of its matches: for persons on the most lists first, how many
 * more there were (negative binomial), and which record was torn off each. Nobody is joined who is not in the table.
 */
export function restoredMatches(counts: Float64Array, share: number, random: Random): Float64Array {
  const restored = counts.slice();
  const patterns = [...counts.keys()]
    .filter((pattern) => listsIn(pattern) > 1)
    .sort((one, other) => listsIn(other) - listsIn(one) || one - other);
  for (const pattern of patterns) {
    const whole = restored[pattern]!;
    if (whole <= 0) continue;
    const torn = negativeBinomial(random, whole, 1 - share);
    const bits = bitsOf(pattern);
    const each = multinomial(
      random,
      torn,
      new Float64Array(bits.length).fill(1),
      new Float64Array(bits.length),
    );
    bits.forEach((bit, at) => {
      const rest = pattern & ~bit;
      const found = Math.max(0, Math.min(each[at]!, restored[rest]!, restored[bit]!));
      restored[pattern]! += found;
      restored[rest]! -= found;
      restored[bit]! -= found;
    });
  }
  return restored;
}
