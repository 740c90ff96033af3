import type { ErrorCode } from './error.ts';

/** One thing wrong with what came in, told with its place; the rest of the batch goes in. */
export interface Problem {
  readonly code: ErrorCode;
  readonly file: string;
  readonly sheet?: string;
  /** 1 = first row under the header. */
  readonly row?: number;
  /** Line in the decoded file, from 1. */
  readonly line?: number;
  readonly column?: string;
  /** What the message needs to be clear: the value, the limit. Short. */
  readonly data?: Readonly<Record<string, string | number>>;
}
