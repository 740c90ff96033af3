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
  const bits = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  return () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
}
