/**
 * The case folder: what came in, read-only for ever, under a hash tree with signed checkpoints; the files as received
 * in a vault; keys; backup; and `verify`, which shares no code with the rest. Callers know no SQL and no file names.
 */
export { backupCase, restoreCase } from './backup.ts';
export type { Case, Head, NewItem, Proof, Snapshot } from './case.ts';
export { type DerivedFile, derivedFile } from './derived-file.ts';
export type { Parked } from './entrance.ts';
export type { Slot } from './entry.ts';
export type {
  Erasable,
  Erasure,
  Foreseen,
  NewErasure,
} from './erasure.ts';
export { EVENT_KINDS, type EventKind, type Facts, type LedgerEvent, type NewEvent } from './event.ts';
export { letGo } from './let-go.ts';
export type { LockInfo, NewLock, PassphraseCost } from './lock.ts';
export { addLock, changePassphrase, listLocks, removeLock } from './locks.ts';
export type { Log } from './log.ts';
export { type CreateOptions, createCase, isSealed, type OpenOptions, openCase } from './open-case.ts';
export type { Receiving, StoredBytes } from './receiving.ts';
export { joinRecovery, splitRecovery } from './recovery.ts';
export { type Rotation, rotateKeys } from './rotation.ts';
export { SENSITIVITIES, type Sensitivity } from './sensitivity.ts';
export { type Fault, type VerifyResult, verifyCase } from './verify/index.ts';
export { askCalendar } from './witness/calendar.ts';
export { cosign } from './witness/cosign.ts';
export {
  type KeepOptions,
  keepPaper,
  keepWitness,
  keptTimestamps,
  upgradeTimestamp,
} from './witness/keep-witness.ts';
export { attested, cosignedCheckpoint, type KeptAttestation, witnesses } from './witness/kept-witnesses.ts';
export {
  attestations,
  pendingTimestampFile,
  readTimestampFile,
  writeTimestampFile,
} from './witness/opentimestamps.ts';
export { timeStampQuery } from './witness/time-stamp-query.ts';
export { type CheckedToken, checkToken } from './witness/time-stamp-token.ts';
