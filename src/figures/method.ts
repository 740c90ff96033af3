import type { Estimate, Method } from './estimate.ts';
import type { Random } from './random.ts';

/** What a method is given: one undivided table, every list covering it. */
export interface Counts {
  readonly lists: readonly string[];
  /** Persons by pattern, 2^lists of them; `counts[0]` is 0. */
  readonly counts: Float64Array;
}

export interface PanelProgress {
  readonly method: Method;
  /** Which stratum is worked on, where the table is divided. */
  readonly stratum?: string;
  readonly done: number;
  readonly total: number;
}

/** How a method runs. */
export interface Running {
  readonly level: number;
  /** Bootstrap samples, for methods that draw them. */
  readonly bootstraps: number;
  /** Randomness of its own for each name. */
  random(stream: string): Random;
  /** Awaited every few milliseconds of work: tells how far it is, gives way, throws once the run is cancelled. */
  pause(progress: PanelProgress): Promise<void>;
}

/** One or several methods that share their work; it gives the wanted ones, in the order of `methods`. */
export interface PanelPart {
  readonly methods: readonly Method[];
  estimate(counts: Counts, running: Running, wanted: ReadonlySet<Method>): Promise<readonly Estimate[]>;
}
