/** What one request may ask for. Beyond it the answer is a named refusal, never a slow server. */
export const LIMITS = {
  /** Characters of a name that is looked for. */
  query: 300,
  /** Persons, rows or hits in one answer. */
  page: 500,
  hits: 100,
  /** Bytes of a decision. */
  jsonBytes: 64 * 1024,
  /** Bytes of one upload, all files together. */
  uploadBytes: 256 * 1024 * 1024,
  uploadFiles: 500,
} as const;
