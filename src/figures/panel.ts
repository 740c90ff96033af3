import { type CaptureTable, pooledCounts } from './capture-table.ts';
import type { Estimate, Method } from './estimate.ts';
import { type Random, seededRandom } from './random.ts';

export interface PanelOptions {
  /** Of the run; the same table, options and seed give the same digits. */
  readonly seed: number;
  /** All that fit the table, unless some are named. */
  readonly methods?: readonly Method[];
  /** 0.95 unless said. */
  readonly level?: number;
  /** Bootstrap samples of the stepwise method; 1,000 unless said. */
  readonly bootstraps?: number;
  readonly onProgress?: (progress: PanelProgress) => void;
  /** Ends the run: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}
export interface PanelProgress {
  readonly method: Method;
  readonly done: number;
  readonly total: number;
}

/** What a method is given: one undivided table, every list covering it. */
export interface Counts {
  readonly lists: readonly string[];
  /** Persons by pattern, 2^lists of them. */
  readonly counts: Float64Array;
}

/** How a method runs: `pause` is awaited every few milliseconds of work; it gives way and throws once cancelled. */
export interface Running {
  readonly level: number;
  readonly bootstraps: number;
  readonly random: Random;
  pause(done: number, total: number): Promise<void>;
}

export type Estimator = (counts: Counts, running: Running) => Promise<Estimate>;

/** The methods in the order they are shown. A new method enters the panel here. */
const ESTIMATORS: Readonly<Partial<Record<Method, Estimator>>> = {};

/** Every method's interval side by side: never one number. */
export async function panel(table: CaptureTable, options: PanelOptions): Promise<Estimate[]> {
  const counts: Counts = { lists: table.lists, counts: pooledCounts(table) };
  const estimates: Estimate[] = [];
  for (const [name, estimator] of Object.entries(ESTIMATORS)) {
    const method = name as Method;
    if (options.methods && !options.methods.includes(method)) continue;
    estimates.push(await estimator(counts, running(method, options)));
  }
  return estimates;
}

function running(method: Method, options: PanelOptions): Running {
  return {
    level: options.level ?? 0.95,
    bootstraps: options.bootstraps ?? 1000,
    random: seededRandom(options.seed, method),
    pause: async (done, total) => {
      options.onProgress?.({ method, done, total });
      await new Promise<void>((resolve) => setImmediate(resolve));
      options.signal?.throwIfAborted();
    },
  };
}
