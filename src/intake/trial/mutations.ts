/** Damages files as disks, networks and careless programs do: a byte flipped, a piece cut, doubled or put elsewhere. */

/** A number from 0 to 1, the same sequence for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TROUBLE: readonly (readonly number[])[] = [
  [0x22],
  [0x00],
  [0xff],
  [0x0a],
  [0x0d],
  [0x2c],
  [0x3c],
  [0x26],
  [0xe2, 0x80, 0xae],
  [0xef, 0xbb, 0xbf],
  [0xd8],
  [0x22, 0x22, 0x22],
];

/** One to four mutations of a file; `other` gives the pieces that are spliced in. */
export function mutated(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let result: Uint8Array = Uint8Array.from(bytes);
  const at = (length: number): number => Math.floor(random() * length);
  for (let left = 1 + at(4); left > 0; left--) {
    if (result.length === 0) return result;
    const from = at(result.length);
    const length = 1 + at(Math.min(400, result.length - from));
    switch (at(6)) {
      case 0:
        for (let flips = 1 + at(8); flips > 0; flips--) result[at(result.length)]! ^= 1 << at(8);
        break;
      case 1:
        result = joined(result.subarray(0, from), result.subarray(from + length));
        break;
      case 2:
        result = Uint8Array.from(result.subarray(0, from));
        break;
      case 3:
        result = joined(result.subarray(0, from + length), result.subarray(from));
        break;
      case 4: {
        const start = at(other.length);
        result = joined(
          result.subarray(0, from),
          other.subarray(start, start + length),
          result.subarray(from),
        );
        break;
      }
      default:
        result = joined(
          result.subarray(0, from),
          Uint8Array.from(TROUBLE[at(TROUBLE.length)]!),
          result.subarray(from),
        );
    }
  }
  return result;
}

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(pieces));
