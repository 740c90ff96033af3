/** Uniform numbers in [0, 1), a new one at each call. Passed in, so that a run can be repeated to the digit. */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021), seeded through SplitMix32; 53 bits a number. The same seed and stream give
 * the same numbers on every platform. Streams of one seed are independent of each other, so a method's draws do not
 * depend on which methods ran before it.
 */
export function seededRandom(seed: number, stream = ''): Random {
  let mixed = seed >>> 0;
  for (const letter of stream) mixed = (Math.imul(mixed, 31) + letter.codePointAt(0)!) >>> 0;
  const next32 = (): number => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let value = mixed;
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return (value ^ (value >>> 16)) | 0;
  };
  let a = next32();
  let b = next32();
  let c = next32();
  let d = next32();
  const kept = new Float64Array(256);
  let at = kept.length;
  const refill = (): void => {
    let [w, x, y, z] = [a, b, c, d];
    for (let i = 0; i < kept.length; i++) {
      let five = Math.imul(x, 5);
      const high = Math.imul((five << 7) | (five >>> 25), 9);
      let shifted = x << 9;
      y ^= w;
      z ^= x;
      x ^= y;
      w ^= z;
      y ^= shifted;
      z = (z << 11) | (z >>> 21);
      five = Math.imul(x, 5);
      const low = Math.imul((five << 7) | (five >>> 25), 9);
      shifted = x << 9;
      y ^= w;
      z ^= x;
      x ^= y;
      w ^= z;
      y ^= shifted;
      z = (z << 11) | (z >>> 21);
      kept[i] = ((high >>> 5) * 67108864 + (low >>> 6)) * 2 ** -53;
    }
    [a, b, c, d] = [w, x, y, z];
    at = 0;
  };
  return () => {
    if (at === kept.length) refill();
    return kept[at++]!;
  };
}
