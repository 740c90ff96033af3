/**
 * What a person said about rows of a list before it came in. What is written stays as it is beside all of it.
 */
export type RowChoice =
  /** Kept word for word, counted nowhere. */
  | { readonly do: 'leave-out' }
  /** Taken in with what could be understood. */
  | { readonly do: 'as-written' }
  /** Cells by column, read in place of what is written. */
  | { readonly do: 'correct'; readonly cells: Readonly<Record<number, string>> }
  /** One row that tells of several people: for each of them the cells that are theirs. */
  | { readonly do: 'split'; readonly people: readonly Readonly<Record<number, string>>[] };

/** By table of the file, then by row as numbered in the list. */
export type RowChoices = readonly Readonly<Record<number, RowChoice>>[];
