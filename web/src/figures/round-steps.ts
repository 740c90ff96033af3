/**
 * Round numbers to write at an axis that runs by ratios: powers of ten, with halves and fifths where there are few, and
 * evenly spaced where even those are.
 */
export function roundSteps(low: number, high: number): number[] {
  const byRatio = (factors: readonly number[]): number[] => {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++)
      for (const factor of factors) found.push(factor * 10 ** power);
    return found.filter((step) => step >= low && step <= high);
  };
  const tens = byRatio([1]);
  if (tens.length > 2) return tens;
  const fifths = byRatio([1, 2, 5]);
  return fifths.length > 2 ? fifths : evenly(low, high);
}

/** Three to seven multiples of one, two or five times a power of ten. */
function evenly(low: number, high: number): number[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / 3 || 1));
  const step = power * ([5, 2].find((factor) => factor * power * 3 <= high - low) ?? 1);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step);
}
