import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consistencyHolds, consistencyProof } from './consistency-proof.ts';
import { inclusionHolds, inclusionProof } from './inclusion-proof.ts';
import { EMPTY_FRONTIER, EMPTY_ROOT, grow, leafHash, rootOf, subtreeRoot } from './merkle-tree.ts';
import { type SubtreeRoot, subtreesOf } from './subtrees.ts';

const vectors = resolve(import.meta.dirname, '../../../shared/data/evidence/merkle/testdata');

interface Vector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly root: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly desc: string;
  readonly wantErr: boolean;
}

function readVectors(kind: string): [string, Vector][] {
  const found: [string, Vector][] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith('.json')) found.push([path, JSON.parse(readFileSync(path, 'utf8'))]);
    }
  };
  walk(join(vectors, kind));
  return found;
}

const bytes = (base64: string): Buffer => Buffer.from(base64 ?? '', 'base64');
const path = (vector: Vector): Buffer[] => (vector.proof ?? []).map(bytes);

describe.skipIf(!existsSync(vectors))(
  'the public vectors for RFC 6962 (../shared/data/evidence/merkle)',
  () => {
    test('inclusion: 98 of 98', () => {
      const all = readVectors('inclusion');
      const wrong = all.filter(([, one]) => {
        const proof = { index: one.leafIdx, size: one.treeSize, path: path(one) };
        return inclusionHolds(proof, bytes(one.leafHash), bytes(one.root)) === one.wantErr;
      });
      expect(wrong.map(([file]) => file)).toEqual([]);
      expect(all).toHaveLength(98);
    });

    test('consistency: 98 of 98, a first size of 0 being an error', () => {
      const all = readVectors('consistency');
      const wrong = all.filter(([, one]) => {
        const proof = { from: one.size1, to: one.size2, path: path(one) };
        return (
          consistencyHolds(proof, bytes(one.root1), bytes(one.root2)) === (one.wantErr || one.size1 === 0)
        );
      });
      expect(wrong.map(([file]) => file)).toEqual([]);
      expect(all).toHaveLength(98);
    });
  },
);

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
