import { sha256 } from '@noble/hashes/sha2.js';
import { joined, sameBytes } from './bytes.ts';

const node = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(Uint8Array.of(1), left, right));

/** How many leaves of a tree of `size` hang on its left side: the largest power of two below `size`. */
function leftOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/**
 * The root to which a leaf's audit path leads, after the recursive definition of RFC 6962, section 2.1.1.
 *
 * @returns `undefined` where the path is not as long as index and size want it
 */
export function rootFromPath(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size)
    return undefined;
  if (size === 1) return path.length === 0 && leaf.length === 32 ? leaf : undefined;
  const sibling = path.at(-1);
  if (!sibling) return undefined;
  const left = leftOf(size);
  const rest = path.slice(0, -1);
  if (index < left) {
    const own = rootFromPath(leaf, index, left, rest);
    return own && node(own, sibling);
  }
  const own = rootFromPath(leaf, index - left, size - left, rest);
  return own && node(sibling, own);
}

/** Whether a consistency proof (RFC 6962, section 2.1.2) leads to both roots. An empty first tree proves nothing. */
export function continues(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(first.size) || !Number.isSafeInteger(second.size)) return false;
  if (first.size < 1 || first.size > second.size) return false;
  const left = [...path];
  const roots = bothRoots(first.size, second.size, first.root, left);
  if (left.length > 0 || !roots) return false;
  return sameBytes(roots.before, first.root) && sameBytes(roots.after, second.root);
}

/** Roots of the first `known` leaves and of all `size` leaves; `whole` where the former is the tree that is known. */
function bothRoots(
  known: number,
  size: number,
  whole: Uint8Array | undefined,
  path: Uint8Array[],
): { before: Uint8Array; after: Uint8Array } | undefined {
  if (known === size) {
    const root = whole ?? path.pop();
    return root && { before: root, after: root };
  }
  const beside = path.pop();
  if (!beside) return undefined;
  const left = leftOf(size);
  if (known <= left) {
    const inner = bothRoots(known, left, whole, path);
    return inner && { before: inner.before, after: node(inner.after, beside) };
  }
  const inner = bothRoots(known - left, size - left, undefined, path);
  return inner && { before: node(beside, inner.before), after: node(beside, inner.after) };
}
