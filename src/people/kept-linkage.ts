import { createHash } from 'node:crypto';
import { type Linkage, type LinkRow, packLinkage, unpackLinkage } from '../linkage/index.ts';

/** Raised whenever the linker gives another answer to the same rows: what an earlier one gave is then made anew. */
const LINKER = 'linker 3';

const DIGEST = 32;

/**
 * What the linker made of these rows, to be kept: a digest of every value that it was made of, then the linkage without
 * any value. Decisions of people have no part in it: they are laid over it.
 */
export const toKeep = (linkage: Linkage, rows: readonly LinkRow[]): Uint8Array =>
  Buffer.concat([digestOf(rows), packLinkage(linkage, rows)]);

/** `undefined` where it was made of other rows or by another linker, or is not whole. */
export function fromKept(kept: Uint8Array, rows: readonly LinkRow[]): Linkage | undefined {
  const isOfThese = Buffer.from(kept.subarray(0, DIGEST)).equals(digestOf(rows));
  return isOfThese ? unpackLinkage(kept.subarray(DIGEST), rows) : undefined;
}

function digestOf(rows: readonly LinkRow[]): Buffer {
  const hash = createHash('sha256').update(LINKER);
  for (const { key, list, fields } of rows)
    hash.update(JSON.stringify([key, list, Object.entries(fields).sort(([x], [y]) => (x < y ? -1 : 1))]));
  return hash.digest();
}
