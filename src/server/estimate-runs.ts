import { randomUUID } from 'node:crypto';
import {
  type Background,
  type Division,
  type Estimated,
  type EstimateGround,
  type EstimateProgress,
  type EstimateSettings,
  estimateInBackground,
  type KeptRun,
  keepRun,
  keptRun,
  keptRuns,
  type RunAbout,
  resultDigest,
  reviewRun,
} from '../figures/index.ts';
import type { Case, Head } from '../ledger/index.ts';
import { type CaseEstimateSeen, type Decider, type RunSeen, SanadError } from '../model/index.ts';
import { resultSeen } from './figure-views.ts';

/** What a run is started with. */
export interface AskedRun {
  readonly about: RunAbout;
  readonly settings: EstimateSettings;
  readonly checkpoint: Head;
  readonly by: Decider | undefined;
  /** The kept run that is made again. */
  readonly repeats?: KeptRun;
}

/** Estimates under way, and those that the ledger keeps. One runs at a time. */
export interface Runs {
  /** The newest first, without their results. */
  all(): RunSeen[];
  /** @throws SanadError `request.not-found` */
  run(id: string): RunSeen;
  /** @throws SanadError `figures.run-running` while another runs */
  start(ground: EstimateGround, asked: AskedRun): RunSeen;
  /** The same again from the tables that the ledger keeps, to see whether every digit comes back. */
  repeat(id: string, by: Decider | undefined): RunSeen;
  cancel(id: string): RunSeen;
  /** @throws SanadError `figures.run-unfinished`, `figures.own-run` */
  review(id: string, by: Decider): RunSeen;
}

/** A run that the ledger does not keep: under way, come to nothing, or a repetition. */
interface PassingRun extends AskedRun {
  readonly id: string;
  readonly startedAt: string;
  state: RunSeen['state'];
  progress?: EstimateProgress;
  refusal?: { readonly code: string; readonly data: SanadError['data'] };
  result?: CaseEstimateSeen;
  same?: boolean;
}

const PASSING = 12;

export function openRuns(opened: Case, log: (error: unknown) => void, now: () => string): Runs {
  const passing = new Map<string, PassingRun>();
  let work: { readonly of: string; readonly background: Background<Estimated> } | undefined;

  const finished = (run: PassingRun, { tables, result }: Estimated): void => {
    const { id, about, settings, checkpoint, by, repeats } = run;
    const seen = resultSeen(result, settings);
    if (repeats) {
      run.result = seen;
      run.same = resultDigest(seen) === repeats.sha256;
      run.state = 'done';
      return;
    }
    keepRun(opened, { id, about, settings, checkpoint, tables, result: seen }, by);
    passing.delete(id);
  };
  const failed = (run: PassingRun, error: unknown): void => {
    if (error instanceof DOMException && error.name === 'AbortError') run.state = 'cancelled';
    else if (error instanceof SanadError) {
      run.state = 'refused';
      run.refusal = { code: error.code, data: error.data };
    } else {
      run.state = 'failed';
      log(error);
    }
  };

  const start = (ground: EstimateGround, asked: AskedRun): RunSeen => {
    if (work) throw new SanadError('figures.run-running');
    const run: PassingRun = { id: randomUUID(), startedAt: now(), ...asked, state: 'running' };
    passing.set(run.id, run);
    if (passing.size > PASSING) passing.delete(passing.keys().next().value!);
    const background = estimateInBackground(ground, asked.settings, (progress) => {
      run.progress = progress;
    });
    work = { of: run.id, background };
    void background.result
      .then((estimated) => finished(run, estimated))
      .catch((error: unknown) => failed(run, error))
      .finally(() => {
        work = undefined;
      });
    return passingSeen(run);
  };
  const run = (id: string): RunSeen => {
    const under = passing.get(id);
    return under ? passingSeen(under) : keptSeen(keptRun(opened, id));
  };
  return {
    all: () =>
      [...[...passing.values()].reverse().map(passingSeen), ...keptRuns(opened).map(keptSeen)].map(
        ({ result: _, ...header }) => header,
      ),
    run,
    start,
    repeat: (id, by) => {
      const kept = keptRun(opened, id);
      const { about, settings, checkpoint, tables } = kept;
      return start({ kind: 'tables', tables }, { about, settings, checkpoint, by, repeats: kept });
    },
    cancel: (id) => {
      if (work?.of === id) work.background.cancel();
      return run(id);
    },
    review: (id, by) => {
      if (passing.has(id)) throw new SanadError('figures.run-unfinished');
      reviewRun(opened, id, by);
      return run(id);
    },
  };
}

const askedSeen = ({ about, settings, checkpoint }: Pick<AskedRun, 'about' | 'settings' | 'checkpoint'>) => ({
  lists: [...about.lists],
  ...(about.division ? { division: divisionSeen(about.division) } : {}),
  ...(settings.methods ? { methods: [...settings.methods] } : {}),
  seed: settings.seed,
  linkages: settings.linkages,
  checkpoint: { entries: checkpoint.entries, rootHash: checkpoint.rootHash },
});

const divisionSeen = ({ by, yearsFrom, coverage }: Division): NonNullable<RunSeen['division']> => ({
  by: [...by],
  ...(yearsFrom ? { yearsFrom: [...yearsFrom] } : {}),
  ...(coverage ? { coverage: coverage.map((each) => ({ ...each })) } : {}),
});

const passingSeen = (run: PassingRun): RunSeen => ({
  id: run.id,
  state: run.state,
  startedAt: run.startedAt,
  ...(run.by === undefined ? {} : { by: typeof run.by === 'string' ? run.by : run.by.name }),
  ...askedSeen(run),
  ...(run.progress ? { progress: { ...run.progress } } : {}),
  ...(run.refusal ? { refusal: { code: run.refusal.code, data: { ...run.refusal.data } } } : {}),
  ...(run.result ? { result: run.result } : {}),
  ...(run.repeats
    ? { repeats: { run: run.repeats.id, ...(run.same === undefined ? {} : { same: run.same }) } }
    : {}),
});

const keptSeen = (run: KeptRun): RunSeen => ({
  id: run.id,
  state: 'done',
  startedAt: run.at,
  ...(run.by === undefined ? {} : { by: run.by }),
  ...askedSeen(run),
  result: run.result as CaseEstimateSeen,
  sha256: run.sha256,
  versions: { estimator: run.estimator, node: run.runtime },
  ...(run.review ? { review: { by: run.review.by, at: run.review.at, entry: run.review.entry } } : {}),
});
