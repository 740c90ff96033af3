/**
 * Bytes become items in one step: files are found, hashed, read (intake, reading) and appended to the ledger. The
 * command `sanad add` and an upload through the pages come through this one door.
 */
export { type FilesFound, filesAt, type Incoming } from './files-at.ts';
export {
  type Received,
  type ReceivedItem,
  type ReceiveOptions,
  receiveFiles,
  reportDraft,
} from './receive-files.ts';
