import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consistencyHolds, consistencyProof } from './consistency-proof.ts';
import { inclusionHolds, inclusionProof } from './inclusion-proof.ts';
import { EMPTY_FRONTIER, EMPTY_ROOT, grow, leafHash, rootOf, subtreeRoot } from './merkle-tree.ts';
import { type SubtreeRoot, subtreesOf } from './subtrees.ts';
import { haveVectors, readVectors } from './trial/merkle-vectors.ts';

describe.skipIf(!haveVectors)('the public vectors for RFC 6962 (../shared/data/evidence/merkle)', () => {
  test('inclusion: 98 of 98', () => {
    const all = readVectors('inclusion');
    const wrong = all.filter((one) => {
      const proof = { index: one.leafIdx, size: one.treeSize, path: one.proof };
      return inclusionHolds(proof, one.leafHash, one.root) === one.wantErr;
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(all).toHaveLength(98);
  });

  test('consistency: 98 of 98, a first size of 0 being an error', () => {
    const all = readVectors('consistency');
    const wrong = all.filter((one) => {
      const proof = { from: one.size1, to: one.size2, path: one.proof };
      return consistencyHolds(proof, one.root1, one.root2) === (one.wantErr || one.size1 === 0);
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(all).toHaveLength(98);
  });
});

describe('a tree of any size', () => {
  const leavesOf = (size: number): Buffer[] =>
    Array.from({ length: size }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
  const rootsIn =
    (leaves: readonly Uint8Array[]): SubtreeRoot =>
    (from, to) =>
      subtreeRoot(leaves, from, to);
  const sizes = fc.integer({ min: 1, max: 130 });

  test('grown leaf by leaf has the root that the definition gives', () => {
    expect(rootOf(EMPTY_FRONTIER)).toEqual(EMPTY_ROOT);
    fc.assert(
      fc.property(sizes, fc.nat(), (size, cut) => {
        const leaves = leavesOf(size);
        const part = grow(EMPTY_FRONTIER, leaves.slice(0, cut % size));
        expect(rootOf(grow(part, leaves.slice(cut % size)))).toEqual(subtreeRoot(leaves, 0, size));
      }),
    );
  });

  test('proves each of its leaves, and nothing else', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, pick, other) => {
        const leaves = leavesOf(size);
        const index = pick % size;
        const root = rootOf(grow(EMPTY_FRONTIER, leaves));
        const proof = inclusionProof(leaves.length, index, rootsIn(leaves));
        expect(inclusionHolds(proof, leaves[index]!, root)).toBe(true);
        expect(inclusionHolds(proof, leafHash(Buffer.from('forged')), root)).toBe(false);
        expect(inclusionHolds({ ...proof, index: other % size }, leaves[index]!, root)).toBe(
          other % size === index,
        );
        expect(inclusionHolds({ ...proof, path: [...proof.path, root] }, leaves[index]!, root)).toBe(false);
        expect(inclusionHolds({ ...proof, size: 0 }, leaves[index]!, root)).toBe(false);
      }),
    );
  });

  test('proves that it continues each earlier one, and refuses one in which a leaf was changed', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, pick, changed) => {
        const leaves = leavesOf(size);
        const from = 1 + (pick % size);
        const early = rootOf(grow(EMPTY_FRONTIER, leaves.slice(0, from)));
        const proof = consistencyProof(leaves.length, from, rootsIn(leaves));
        expect(consistencyHolds(proof, early, rootOf(grow(EMPTY_FRONTIER, leaves)))).toBe(true);
        const forged = leaves.with(changed % from, leafHash(Buffer.from('forged')));
        const forgedRoot = rootOf(grow(EMPTY_FRONTIER, forged));
        expect(
          consistencyHolds(consistencyProof(forged.length, from, rootsIn(forged)), early, forgedRoot),
        ).toBe(false);
        expect(consistencyHolds(proof, early, forgedRoot)).toBe(false);
      }),
    );
  });

  test('remembered by blocks has the same subtrees, also while it grows', () => {
    const leaves = leavesOf(2000);
    const root = subtreesOf({ leaves: (from, to) => leaves.slice(from, to) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (size, pick) => {
        expect(root(0, size)).toEqual(subtreeRoot(leaves, 0, size));
        const index = pick % size;
        expect(inclusionProof(size, index, root)).toEqual(inclusionProof(size, index, rootsIn(leaves)));
        expect(consistencyProof(size, index + 1, root)).toEqual(
          consistencyProof(size, index + 1, rootsIn(leaves)),
        );
      }),
    );
  });
});
