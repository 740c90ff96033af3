import { randomUUID } from 'node:crypto';
import {
  type Background,
  type CaseEstimate,
  type EstimateGround,
  type EstimateProgress,
  type EstimateSettings,
  estimateInBackground,
} from '../figures/index.ts';
import type { Head } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';

/** An estimate being worked out, or what came of it. Runs live as long as the server; what is to last is exported. */
export interface Run {
  readonly id: string;
  readonly startedAt: string;
  readonly lists: readonly string[];
  readonly settings: EstimateSettings;
  readonly checkpoint: Head;
  state: 'running' | 'done' | 'refused' | 'cancelled' | 'failed';
  progress?: EstimateProgress;
  refusal?: { readonly code: string; readonly data: SanadError['data'] };
  result?: CaseEstimate;
}

export interface Runs {
  /** The newest first. */
  all(): Run[];
  /** @throws SanadError `request.not-found` */
  run(id: string): Run;
  /** @throws SanadError `figures.run-running` while another runs */
  start(ground: EstimateGround, about: Pick<Run, 'lists' | 'settings' | 'checkpoint'>): Run;
  cancel(id: string): Run;
}

const KEPT = 12;

export function openRuns(log: (error: unknown) => void, now: () => string): Runs {
  const runs = new Map<string, Run>();
  const works = new Map<string, Background<CaseEstimate>>();
  const run = (id: string): Run => {
    const found = runs.get(id);
    if (!found) throw new SanadError('request.not-found');
    return found;
  };
  return {
    all: () => [...runs.values()].reverse(),
    run,
    start: (ground, about) => {
      if (works.size > 0) throw new SanadError('figures.run-running');
      const own: Run = { id: randomUUID(), startedAt: now(), ...about, state: 'running' };
      runs.set(own.id, own);
      if (runs.size > KEPT) runs.delete(runs.keys().next().value!);
      const work = estimateInBackground(ground, about.settings, (progress) => {
        own.progress = progress;
      });
      works.set(own.id, work);
      void work.result
        .then(
          (result) => {
            own.result = result;
            own.state = 'done';
          },
          (error: unknown) => {
            if (error instanceof DOMException && error.name === 'AbortError') own.state = 'cancelled';
            else if (error instanceof SanadError) {
              own.state = 'refused';
              own.refusal = { code: error.code, data: error.data };
            } else {
              own.state = 'failed';
              log(error);
            }
          },
        )
        .finally(() => works.delete(own.id));
      return own;
    },
    cancel: (id) => {
      works.get(run(id).id)?.cancel();
      return run(id);
    },
  };
}
