import type { Entries } from './entries.ts';
import { leftSize, nodeHash, subtreeRoot } from './merkle-tree.ts';

/** Root of the entries `[from, to)`, as RFC 6962 splits them. `to` > `from`. */
export type SubtreeRoot = (from: number, to: number) => Uint8Array;

/** How many leaves are remembered as one hash: as many as a tile has. */
const BLOCK = 256;
const BLOCKS_AT_ONCE = 64;

/**
 * The subtrees of a log that grows. The leaves are read once; of them stays one hash for every 256, so that a proof costs
 * a few hundred hashes and not the whole tree.
 */
export function subtreesOf(entries: Pick<Entries, 'leaves'>): SubtreeRoot {
  const blocks: Uint8Array[] = [];
  const readBlocks = (upTo: number): void => {
    while (blocks.length < upTo) {
      const from = blocks.length * BLOCK;
      const count = Math.min(upTo - blocks.length, BLOCKS_AT_ONCE);
      const leaves = entries.leaves(from, from + count * BLOCK);
      for (let at = 0; at < count; at++) blocks.push(subtreeRoot(leaves, at * BLOCK, (at + 1) * BLOCK));
    }
  };
  const root: SubtreeRoot = (from, to) => {
    const size = to - from;
    if (size === BLOCK && from % BLOCK === 0) {
      readBlocks(to / BLOCK);
      return blocks[from / BLOCK]!;
    }
    if (size <= BLOCK) return subtreeRoot(entries.leaves(from, to), 0, size);
    const middle = from + leftSize(size);
    return nodeHash(root(from, middle), root(middle, to));
  };
  return root;
}
