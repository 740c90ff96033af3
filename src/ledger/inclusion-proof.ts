import { HASH_LENGTH, leftSize, nodeHash } from './merkle-tree.ts';
import type { SubtreeRoot } from './subtrees.ts';

/** That a leaf stands at `index` in the tree of `size` leaves with this `root`. */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/** Audit path of RFC 6962, section 2.1.1, nearest sibling first, in the tree of `size` leaves. */
export function inclusionProof(size: number, index: number, root: SubtreeRoot): InclusionProof {
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Uint8Array[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + leftSize(to - from);
    if (index < middle) {
      path.push(root(middle, to));
      to = middle;
    } else {
      path.push(root(from, middle));
      from = middle;
    }
  }
  return { index, size, path: path.reverse() };
}

/** RFC 9162, section 2.1.3.2. False for any index, size or path that does not fit exactly. */
export function inclusionHolds(proof: InclusionProof, leaf: Uint8Array, root: Uint8Array): boolean {
  if (!Number.isSafeInteger(proof.index) || !Number.isSafeInteger(proof.size)) return false;
  if (proof.index < 0 || proof.index >= proof.size) return false;
  if (leaf.length !== HASH_LENGTH) return false;
  let at = BigInt(proof.index);
  let last = BigInt(proof.size) - 1n;
  let hash = leaf;
  for (const sibling of proof.path) {
    if (last === 0n) return false;
    if (at % 2n === 1n || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2n === 0n && at !== 0n) {
        at >>= 1n;
        last >>= 1n;
      }
    } else hash = nodeHash(hash, sibling);
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && Buffer.compare(hash, root) === 0;
}
