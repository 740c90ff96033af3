/**
 * The case folder: what came in, read-only for ever, under a hash tree with signed checkpoints; the files as received
 * in a vault; keys; backup; and `verify`, which shares no code with the rest. Callers know no SQL and no file names.
 */
export { backupCase, restoreCase } from './backup.ts';
export type { Case, Head, NewItem, Proof, Snapshot } from './case.ts';
export type { Slot } from './entry.ts';
export { EVENT_KINDS, type EventKind, type Facts, type LedgerEvent, type NewEvent } from './event.ts';
export { type CreateOptions, createCase, isSealed, type OpenOptions, openCase } from './open-case.ts';
export { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';
export type { Parked, Receiving, StoredBytes } from './vault-part.ts';
export { type Fault, type VerifyResult, verifyCase } from './verify/index.ts';
