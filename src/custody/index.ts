/**
 * Who held a file, from whom and since when; what was made of it; what a court will ask for that is missing. Everything is
 * read from entries of the ledger and written as entries: a chain is never edited, only continued or corrected by a later
 * link.
 */
export { type Completeness, completenessOf } from './completeness.ts';
export { type CustodyLink, custodyOf, type NewCustody, noteCustody } from './custody.ts';
export { type DerivedCopy, derivedFrom, graphicItems, markGraphic } from './derived.ts';
export {
  askErasure,
  carryOutErasure,
  type ErasureAsked,
  eraseByTwo,
  erasureAsked,
  erasuresAsked,
  foreseeErasure,
  withdrawErasure,
} from './erasing.ts';
export {
  type Fingerprint,
  fingerprintOf,
  type LikeItem,
  likeItems,
  readFingerprints,
  whichAreHeld,
  withoutFingerprint,
} from './fingerprints.ts';
export { itemParts } from './item-parts.ts';
export { captureWith, joinCapture } from './joined-captures.ts';
export { documentCopy, documentKind, keepCopy } from './keep-copy.ts';
export { isReadable, readHeldCapture, takeApart } from './taken-apart.ts';
