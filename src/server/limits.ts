/** What one request may ask for. Beyond it the answer is a named refusal, never a slow server. */
export const LIMITS = {
  /** Characters of a name that is looked for. */
  query: 300,
  /** Persons, rows or hits in one answer. */
  page: 500,
  hits: 100,
  /** Bytes of a decision. */
  jsonBytes: 64 * 1024,
  /** Bytes of what a phone wrote down about a site while it had no network, sent at once. */
  siteEntriesBytes: 4 * 1024 * 1024,
  /** Bytes of one upload, all files together. */
  uploadBytes: 256 * 1024 * 1024,
  uploadFiles: 500,
  /** Bytes of one file that comes in parts, and how many may be on their way at once. */
  uploadFileBytes: 64 * 1024 ** 3,
  uploadsAtOnce: 32,
  /** Bytes of such a file up to which it is read and not only kept: its tables take some eight times as much memory. */
  readUploadBytes: 48 * 1024 * 1024,
  /** Bytes of a picture that is opened to be shown. */
  pictureBytes: 100 * 1024 * 1024,
  /** Bytes of a saved web page that is taken apart; larger ones are by command. */
  savedPageBytes: 96 * 1024 * 1024,
  /** Bytes of a picture that a machine is to read. */
  readPictureBytes: 12 * 1024 * 1024,
  /** Bytes of what was typed from a picture. */
  typedBytes: 4 * 1024 * 1024,
  /** Bytes of a list of hashes. */
  hashSetBytes: 16 * 1024 * 1024,
  /** Bytes of a part that comes with a checksum: it is held until it is whole. */
  checkedPartBytes: 16 * 1024 * 1024,
  /** Bytes of the disk that no upload may take. */
  roomLeft: 512 * 1024 * 1024,
} as const;
