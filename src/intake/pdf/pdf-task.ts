import type { PageMarks } from './page-marks.ts';

/** What is said between the two threads; apart from the one that reads, so that asking does not load what reads. */

/** What the thread tells: pages one by one, then the end, or why there is none. */
export type FromWorker =
  | { readonly kind: 'page'; readonly marks: PageMarks }
  | { readonly kind: 'end'; readonly pages: number }
  | { readonly kind: 'failed'; readonly why: 'locked' | 'damaged'; readonly reason: string };

export interface ToWorker {
  readonly task: typeof IS_PDF_READER;
  readonly bytes: Uint8Array;
  readonly mostPages: number;
}
export const IS_PDF_READER = 'sanad: where the letters of this PDF stand';
