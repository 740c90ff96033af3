import type { RandomBytes } from '../model/index.ts';

/**
 * Shamir's sharing of a secret over GF(2^8) with the polynomial of AES (x^8 + x^4 + x^3 + x + 1): for each byte a
 * random polynomial of degree k − 1 whose value at 0 is that byte; a share is its values at one x. k shares give the
 * secret; k − 1 fit every secret equally well. A. Shamir, "How to share a secret", 1979.
 */
export interface Share {
  /** 1 to 255. */
  readonly x: number;
  readonly y: Uint8Array;
}

/** @param k 2 to 255, at most `n` */
export function split(secret: Uint8Array, k: number, n: number, random: RandomBytes): Share[] {
  if (!(k >= 2 && n >= k && n <= 255)) throw new RangeError('2 ≤ k ≤ n ≤ 255');
  const shares = Array.from({ length: n }, (_, at) => ({ x: at + 1, y: new Uint8Array(secret.length) }));
  for (const [place, byte] of secret.entries()) {
    const higher = random(k - 1);
    for (const { x, y } of shares) {
      let value = 0;
      for (let degree = k - 2; degree >= 0; degree--) value = multiply(value ^ higher[degree]!, x);
      y[place] = value ^ byte;
    }
  }
  return shares;
}

/** What the shares' polynomials are at 0: the secret where they are k of one split, else nothing that means anything. */
export function join(shares: readonly Share[]): Uint8Array {
  const secret = new Uint8Array(shares[0]?.y.length ?? 0);
  for (const [at, { x, y }] of shares.entries()) {
    let weight = 1;
    for (const [other, { x: z }] of shares.entries())
      if (other !== at) weight = multiply(weight, multiply(z, inverse(z ^ x)));
    for (const [place, value] of y.entries()) secret[place]! ^= multiply(weight, value);
  }
  return secret;
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (0x11b & -(product >> 7));
    product ^= a & -((b >> bit) & 1);
  }
  return product & 0xff;
}

/** a^254; 0 has none. */
function inverse(a: number): number {
  let power = 1;
  for (let step = 0; step < 7; step++) power = multiply(multiply(power, power), a);
  return multiply(power, power);
}
