import fc from 'fast-check';

/** For tests: a file with one to eight bytes set to something else, and sometimes cut off, never below `least` bytes. */
export const bentFiles = (original: Uint8Array, least = 1): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: least, max: original.length }),
      fc.boolean(),
    )
    .map(([bends, length, cut]) => {
      const bent = Buffer.from(cut ? original.subarray(0, length) : original);
      for (const [at, to] of bends) if (at < bent.length) bent[at] = to;
      return bent;
    });
