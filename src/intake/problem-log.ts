import type { ErrorCode, Problem } from '../model/index.ts';
import { MOST_PROBLEMS_OF_A_KIND } from './limits.ts';

/** Collects what is wrong with one file. Of one kind only so many are told one by one; then one says how many more. */
export interface ProblemLog {
  tell(problem: Omit<Problem, 'file'>): void;
  all(): readonly Problem[];
  /** A log that goes on from here, beside this one. */
  onward(): ProblemLog;
}

export const problemLog = (file: string): ProblemLog => logFrom(file, [], new Map());

function logFrom(file: string, told: Problem[], counts: Map<ErrorCode, number>): ProblemLog {
  return {
    tell(problem) {
      const count = (counts.get(problem.code) ?? 0) + 1;
      counts.set(problem.code, count);
      if (count <= MOST_PROBLEMS_OF_A_KIND) told.push({ ...problem, file });
    },
    onward: () => logFrom(file, [...told], new Map(counts)),
    all() {
      const more = [...counts].filter(([, count]) => count > MOST_PROBLEMS_OF_A_KIND);
      return [
        ...told,
        ...more.map(
          ([code, count]): Problem => ({
            code: 'file.more-problems',
            file,
            data: { of: code, count: count - MOST_PROBLEMS_OF_A_KIND },
          }),
        ),
      ];
    },
  };
}
