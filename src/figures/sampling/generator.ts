/** A stream of random bits. Everything that draws takes one, so that a run is repeated by its seed. */
export interface Generator {
  /** 32 random bits, as a signed integer. */
  readonly bits: () => number;
  /** Uniform in the open interval (0, 1): neither end is ever drawn, so its logarithm is always finite. */
  readonly uniform: () => number;
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna 2021), its state filled by SplitMix32. The same seed and stream give the same
 * numbers on every machine.
 *
 * @param seed whole, 0 to 2^53
 * @param stream a number that sets apart chains, draws or replicates of one seed
 */
export function seededGenerator(seed: number, stream = 0): Generator {
  const state = new Int32Array(4);
  let mixed = (seed | 0) ^ Math.imul(Math.floor(seed / 2 ** 32) | 0, 0x9e3779b1);
  mixed = Math.imul(mixed ^ Math.imul(stream + 1, 0x85ebca6b), 0xc2b2ae35) ^ stream;
  for (let at = 0; at < 4; at++) {
    mixed = (mixed + 0x9e3779b9) | 0;
    let word = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    state[at] = word ^ (word >>> 15);
  }
  state[0]! |= 1;

  const bits = (): number => {
    const b = state[1]!;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const c = state[2]! ^ state[0]!;
    const d = state[3]! ^ b;
    state[1] = b ^ c;
    state[0] = state[0]! ^ d;
    state[2] = c ^ (b << 9);
    state[3] = (d << 11) | (d >>> 21);
    return result;
  };
  return { bits, uniform: () => ((bits() >>> 0) + 0.5) * 2 ** -32 };
}
