import { leftSize, nodeHash } from './merkle-tree.ts';
import type { SubtreeRoot } from './subtrees.ts';

/** That the tree of `from` leaves is the beginning of the tree of `to` leaves: nothing was changed or removed since. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Uint8Array[];
}

/** RFC 6962, section 2.1.2, in the tree of `size` leaves; `from` is at least 1. */
export function consistencyProof(size: number, from: number, root: SubtreeRoot): ConsistencyProof {
  if (!Number.isInteger(from) || from < 1 || from > size)
    throw new RangeError(`no tree of ${from} inside a tree of ${size}`);
  const path: Uint8Array[] = [];
  const walk = (start: number, end: number, known: number, whole: boolean): void => {
    if (known === end - start) {
      if (!whole) path.push(root(start, end));
      return;
    }
    const left = leftSize(end - start);
    if (known <= left) {
      walk(start, start + left, known, whole);
      path.push(root(start + left, end));
    } else {
      walk(start + left, end, known - left, false);
      path.push(root(start, start + left));
    }
  };
  walk(0, size, from, true);
  return { from, to: size, path };
}

/** RFC 9162, section 2.1.4.2. A first tree of no leaves proves nothing and is refused. */
export function consistencyHolds(
  proof: ConsistencyProof,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  const { from, to } = proof;
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 1 || from > to) return false;
  if (from === to) return proof.path.length === 0 && Buffer.compare(firstRoot, secondRoot) === 0;
  const exactPower = (BigInt(from) & (BigInt(from) - 1n)) === 0n;
  const [start, ...rest] = exactPower ? [firstRoot, ...proof.path] : proof.path;
  if (!start) return false;
  let at = BigInt(from) - 1n;
  let last = BigInt(to) - 1n;
  while (at % 2n === 1n) {
    at >>= 1n;
    last >>= 1n;
  }
  let first = start;
  let second = start;
  for (const sibling of rest) {
    if (last === 0n) return false;
    if (at % 2n === 1n || at === last) {
      first = nodeHash(sibling, first);
      second = nodeHash(sibling, second);
      while (at % 2n === 0n && at !== 0n) {
        at >>= 1n;
        last >>= 1n;
      }
    } else second = nodeHash(second, sibling);
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && Buffer.compare(first, firstRoot) === 0 && Buffer.compare(second, secondRoot) === 0;
}
