/**
 * Bytes become items in one step: files are found, hashed, read (intake, reading) and appended to the ledger. The
 * command `sanad add` and an upload through the pages come through this one door.
 */
export { type FilesFound, filesAt, type Incoming } from './files-at.ts';
export { type ImportedList, importList, type ListGiven, supersedeHeld } from './import-list.ts';
export { type LikelyMatches, likelyMatches, rowsToLookUp } from './likely-matches.ts';
export type { LikelyVersion } from './likely-version.ts';
export {
  type Received,
  type ReceivedItem,
  type ReceiveOptions,
  receiveFiles,
  reportDraft,
} from './receive-files.ts';
export {
  type ListOrder,
  type OpenedList,
  openList,
  type StagedList,
  type StagedRow,
  stageList,
} from './stage-list.ts';
export { importTyped, saveTyping, TYPED_MEDIA_TYPE, typingsOf } from './typing.ts';
