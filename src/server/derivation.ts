import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ClaimsOfCase, claimsFrom, reportsOf } from '../claims/index.ts';
import type { Case } from '../ledger/index.ts';
import { type Overview, standingDecisions } from '../model/index.ts';
import { type People, type Progress, peopleBasis, preparePeople } from '../people/index.ts';

/** What is worked out from the ledger, once for each version of it, while the server goes on answering. */
export interface Derivation {
  people(): Promise<People>;
  claims(): Promise<ClaimsOfCase>;
  /** What is not ready yet, and how far it is. */
  unfinished(): Overview['deriving'];
}

const STAGES: readonly Parameters<Progress>[0]['stage'][] = [
  'read',
  'block',
  'score',
  'learn',
  'cluster',
  'people',
];

interface Working<T> {
  readonly basis: string;
  readonly result: Promise<T>;
  readonly progress: { done: number; state: 'working' | 'ready' };
}

export function deriveFrom(opened: Case): Derivation {
  const people = whenAsked(atVersion(opened, peopleBasis), (report) =>
    preparePeople(opened, ({ stage, done, total }) =>
      report((STAGES.indexOf(stage) + done / Math.max(1, total)) / STAGES.length),
    ),
  );
  const reports = whenAsked(atVersion(opened, countingReports), async () => {
    await nextTurn();
    return reportsOf(opened);
  });
  const claims = whenAsked(
    atVersion(opened, () => `${countingReports(opened)} ${decisionsOnClaims(opened)}`),
    async () => claimsFrom(opened, await reports.get()),
  );
  return {
    people: people.get,
    claims: claims.get,
    unfinished: () => [
      ...people.unfinished().map((done) => ({ what: 'people' as const, done })),
      ...claims.unfinished().map((done) => ({ what: 'claims' as const, done })),
    ],
  };
}

/** What something rests on, as one string; asked for anew only when something was written. */
function atVersion(opened: Case, basisOf: (opened: Case) => string): () => string {
  let known: { readonly version: number; readonly basis: string } | undefined;
  return () => {
    const version = opened.version();
    if (known?.version !== version) known = { version, basis: basisOf(opened) };
    return known.basis;
  };
}

/** Claims rest on reports, and on what was decided of claims: one more list, or a decision about people, changes none. */
const countingReports = (opened: Case): string =>
  opened
    .items()
    .filter((item) => item.content.kind === 'report' && !opened.withdrawn(item.id))
    .map((item) => item.id)
    .join(' ');
const decisionsOnClaims = (opened: Case): string =>
  standingDecisions(opened.decisions())
    .filter(({ kind }) => kind.startsWith('claim-') || kind.startsWith('read-') || kind === 'same-name')
    .map(({ id }) => id)
    .join(' ');

/** One piece of work at a time for each state of its basis; all who ask meanwhile get the same answer. */
function whenAsked<T>(basisNow: () => string, derive: (report: (done: number) => void) => Promise<T>) {
  let current: Working<T> | undefined;
  const get = (): Promise<T> => {
    const basis = basisNow();
    if (current?.basis === basis) return current.result;
    const progress: Working<T>['progress'] = { done: 0, state: 'working' };
    const result = derive((done) => {
      progress.done = Math.max(progress.done, Math.min(1, done));
    });
    const working = { basis, result, progress };
    result.then(
      () => {
        progress.state = 'ready';
      },
      () => {
        if (current === working) current = undefined;
      },
    );
    current = working;
    return result;
  };
  return {
    get,
    unfinished: (): number[] => (current?.progress.state === 'working' ? [current.progress.done] : []),
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
