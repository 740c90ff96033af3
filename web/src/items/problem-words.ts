import type { ItemDetail } from '../../../src/model/index.ts';
import type { Speech } from '../speech/speech.tsx';

export type ShownProblem = ItemDetail['problemList'][number];

/** A problem in the reader's words; its place is shown by whoever shows the problem. */
export const problemWords = (speech: Speech, problem: ShownProblem): string =>
  speech.sayProblem(problem.code, {
    file: problem.file,
    ...(problem.sheet !== undefined && { sheet: problem.sheet }),
    ...(problem.row !== undefined && { row: problem.row }),
    ...(problem.line !== undefined && { line: problem.line }),
    ...(problem.column !== undefined && { column: problem.column }),
    ...problem.data,
  });
