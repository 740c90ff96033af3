import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ClaimsOfCase, claimsOf } from '../claims/index.ts';
import type { Case } from '../ledger/index.ts';
import type { Overview } from '../model/index.ts';
import { type People, type Progress, preparePeople } from '../people/index.ts';

/** What is worked out from the ledger, once for each version of it, while the server goes on answering. */
export interface Derivation {
  people(): Promise<People>;
  claims(): Promise<ClaimsOfCase>;
  /** What is not ready yet, and how far it is. */
  unfinished(): Overview['deriving'];
}

const STAGES: readonly Parameters<Progress>[0]['stage'][] = ['read', 'block', 'score', 'learn', 'cluster'];

interface Working<T> {
  readonly version: number;
  readonly result: Promise<T>;
  done: number;
  state: 'working' | 'ready';
}

export function deriveFrom(opened: Case): Derivation {
  const people = whenAsked(opened, (report) =>
    preparePeople(opened, ({ stage, done, total }) =>
      report((STAGES.indexOf(stage) + done / Math.max(1, total)) / STAGES.length),
    ),
  );
  const claims = whenAsked(opened, async () => {
    await nextTurn();
    return claimsOf(opened);
  });
  return {
    people: people.get,
    claims: claims.get,
    unfinished: () => [
      ...people.unfinished().map((done) => ({ what: 'people' as const, done })),
      ...claims.unfinished().map((done) => ({ what: 'claims' as const, done })),
    ],
  };
}

/** One piece of work at a time for each version; all who ask meanwhile get the same answer. */
function whenAsked<T>(opened: Case, derive: (report: (done: number) => void) => Promise<T>) {
  let current: Working<T> | undefined;
  const get = (): Promise<T> => {
    const version = opened.version();
    if (current?.version === version) return current.result;
    const working: Working<T> = {
      version,
      done: 0,
      state: 'working',
      result: derive((done) => {
        working.done = Math.max(working.done, Math.min(1, done));
      }).then(
        (result) => {
          working.state = 'ready';
          return result;
        },
        (error: unknown) => {
          if (current === working) current = undefined;
          throw error;
        },
      ),
    };
    current = working;
    return working.result;
  };
  return {
    get,
    unfinished: (): number[] => (current?.state === 'working' ? [current.done] : []),
  };
}

/** The answer if it is there within so many milliseconds. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
