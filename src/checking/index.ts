/**
 * Checks what a case hands out about itself, without the case, without any code of what wrote it, and without a
 * network: in a browser as on the command line. Knows the names of errors and nothing else.
 */
export { type ByteSource, sha256Of } from './file-hash.ts';
export { type KeptHead, readKeptHead } from './kept-head.ts';
export {
  type CheckedConsistency,
  type CheckedInclusion,
  checkConsistency,
  checkInclusion,
  isConsistencyProof,
  isInclusionProof,
} from './proofs.ts';
export { type Head, readSignedHead, readUnsignedHead, type SignedHead } from './signed-head.ts';
export { type CheckedTiles, checkTiles, type TileFiles } from './tile-tree.ts';
export { continues, rootFromPath } from './tree-proof.ts';
