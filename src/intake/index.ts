/**
 * An item becomes records: bytes in, drafts out, no disk. Lists (delimited text, XLSX) become rows with a statement for
 * each cell that says something; reports (plain text, saved pages) become a readable layer with the way back to the
 * file's characters. What cannot be read is named with its place, and the rest goes in.
 */
export {
  type ChangedRow,
  compareVersions,
  type ListVersion,
  sharedHeaders,
  type VersionComparison,
  type VersionRow,
} from './compare-versions.ts';
export { type DecodedText, decodeText } from './decode-text.ts';
export { type FieldMap, parseFieldMap } from './field-map.ts';
export {
  type IntakeContent,
  type IntakeOptions,
  type IntakeResult,
  type OpenedItem,
  openItem,
  readItem,
  readLayer,
} from './read-item.ts';
export type { ReadTable, RefusedRow } from './read-table.ts';
export { readTyped, type TypedTable } from './read-typed.ts';
export type { RowChoice, RowChoices } from './row-choices.ts';
export { type TwoNames, twoNamesIn } from './two-names.ts';
