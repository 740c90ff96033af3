/**
 * What both ends of the public line share: the receipt code and what is derived from it, the sealed form of a message
 * or file, the price of a deposit. Pure, and runs in any browser; knows nobody.
 */
export {
  chunksOf,
  collect,
  type EnvelopeHeader,
  type Opened,
  openEnvelope,
  type Sealed,
  sealEnvelope,
  streamOf,
} from './envelope.ts';
export { type MailboxKeys, mailboxKeys, mailboxOf } from './mailbox-keys.ts';
export { paddedLength } from './padding.ts';
export { type RandomBytes, systemRandom } from './random.ts';
export { CODE_GROUPS, newReceiptCode, type ReadCode, readReceiptCode } from './receipt-code.ts';
export { solveWork, TRIAL, trialInput, trialSucceeds, type WorkChallenge } from './work.ts';
