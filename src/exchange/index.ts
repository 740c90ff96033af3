/**
 * Open formats, in and out: what others can check with their own tools. A bag (BagIt, RFC 8493) is read before any of it is
 * taken, and written so that it says where each file comes from.
 */
export { noteBag } from './note-bag.ts';
export { type Bag, isBag, readBag } from './read-bag.ts';
export { type BagWritten, writeBag } from './write-bag.ts';
