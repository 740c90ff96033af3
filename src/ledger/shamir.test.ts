import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { join, split } from './shamir.ts';

const shape = fc
  .tuple(
    fc.integer({ min: 2, max: 8 }),
    fc.integer({ min: 0, max: 6 }),
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
  )
  .map(([k, more, secret]) => ({ k, n: k + more, secret }));

test('any k of n shares give the secret, in any order', () => {
  fc.assert(
    fc.property(shape, fc.infiniteStream(fc.nat()), ({ k, n, secret }, picks) => {
      const shares = split(secret, k, n, randomBytes);
      const left = [...shares];
      const chosen = Array.from({ length: k }, () => left.splice(picks.next().value! % left.length, 1)[0]!);
      expect(join(chosen)).toEqual(secret);
    }),
  );
});

test('k − 1 shares reveal nothing: for every secret there is exactly one last share that makes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(255), (k, byte) => {
      const known = split(Uint8Array.of(byte), k, k, randomBytes).slice(0, k - 1);
      const secrets = Array.from(
        { length: 256 },
        (_, y) => join([...known, { x: k, y: Uint8Array.of(y) }])[0],
      );
      expect(new Set(secrets).size).toBe(256);
    }),
    { numRuns: 30 },
  );
});

test('shares of k − 1 people look the same whatever was shared', () => {
  // Every value of a single share of 2-of-n comes up about as often for one secret as for another.
  const seen = (secret: number): number[] => {
    const counts = new Array<number>(256).fill(0);
    for (let run = 0; run < 25_600; run++)
      counts[split(Uint8Array.of(secret), 2, 2, randomBytes)[1]!.y[0]!]!++;
    return counts;
  };
  // 100 expected each; 160 is six standard deviations away.
  for (const secret of [0, 255]) expect(Math.max(...seen(secret))).toBeLessThan(165);
});

test('known values, computed by hand in GF(256): 1 + 2x at x = 1, 2, 3', () => {
  const shares = split(Uint8Array.of(1), 2, 3, () => Uint8Array.of(2));
  expect(shares.map(({ y }) => y[0])).toEqual([3, 5, 7]);
  // FIPS 197 gives 53 · CA = 01.
  expect(split(Uint8Array.of(0x10), 2, 0xca, () => Uint8Array.of(0x53)).at(-1)?.y[0]).toBe(0x11);
});
