/** What can be wrong with a case on disk. The sentences stand in messages/ledger.ts under the same names. */
export const FAULTS = [
  'case-file-changed',
  'case-file-forged',
  'case-file-contradicts',
  'page-changed',
  'database-unreadable',
  'log-changed',
  'entry-unreadable',
  'entry-missing',
  'entry-changed',
  'entry-malformed',
  'value-changed',
  'value-missing',
  'value-not-erased',
  'value-uncommitted',
  'records-missing',
  'index-wrong',
  'checkpoint-changed',
  'checkpoint-contradicts',
  'checkpoint-missing',
  'file-missing',
  'file-not-erased',
  'file-changed',
  'file-unreferenced',
  'file-unopenable',
] as const;
export type FaultKind = (typeof FAULTS)[number];

export interface Fault {
  readonly what: FaultKind;
  /** File, and inside it the page, entry or field: `ledger.db entry 812 c3`. */
  readonly where: string;
}

export type Report = (what: FaultKind, where: string) => void;

/** `7` or `7–12`. */
export const range = (first: number, last: number): string =>
  last > first ? `${first}–${last}` : `${first}`;
