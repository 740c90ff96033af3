import { sha256 } from './sha256.ts';

/** The hash tree of RFC 6962, section 2.1. Hashes are 32 bytes; leaves count from 0. */
export const HASH_LENGTH = 32;
export const EMPTY_ROOT: Buffer = sha256(new Uint8Array());

/** SHA-256(0x00 ‖ data). A text stands for its UTF-8. */
export function leafHash(data: Uint8Array | string): Buffer {
  if (typeof data === 'string') return sha256(`\0${data}`);
  const bytes = Buffer.allocUnsafe(data.length + 1);
  bytes[0] = 0;
  bytes.set(data, 1);
  return sha256(bytes);
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha256(bytes);
}

/** The largest power of two smaller than `size`: how many leaves hang left of the root. `size` ≥ 2. */
export function leftSize(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * What is needed to grow a tree and to say its root: the roots of its complete subtrees, largest first, one for each
 * bit set in `size`.
 */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

/** The same tree with more leaves at its end. */
export function grow(frontier: Frontier, leaves: Iterable<Uint8Array>): Frontier {
  const roots = [...frontier.roots];
  let size = frontier.size;
  for (const leaf of leaves) {
    let root: Uint8Array = leaf;
    for (let bits = size; bits % 2 === 1; bits = Math.floor(bits / 2)) root = nodeHash(roots.pop()!, root);
    roots.push(root);
    size++;
  }
  return { size, roots };
}

export function rootOf(frontier: Frontier): Uint8Array {
  return (
    frontier.roots.reduceRight<Uint8Array | undefined>(
      (right, left) => (right ? nodeHash(left, right) : left),
      undefined,
    ) ?? EMPTY_ROOT
  );
}

/** Root of `leaves[from, to)`; for proofs, which need subtrees that are not complete. `to` > `from`. */
export function subtreeRoot(leaves: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return leaves[from]!;
  const middle = from + leftSize(to - from);
  return nodeHash(subtreeRoot(leaves, from, middle), subtreeRoot(leaves, middle, to));
}
