import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createHand, type Hand } from './hand.ts';

/** Threads that do one step at a time together; the calling thread is the first of them. */
export interface Crew {
  readonly size: number;
  /** Does a step on every thread; `argument` says what each one's is. Answers in the order of the threads. */
  all<Step extends keyof Hand>(
    step: Step,
    argument: (share: number) => Parameters<Hand[Step]>[0],
  ): Promise<ReturnType<Hand[Step]>[]>;
  close(): Promise<void>;
}

/** What a thread makes for a moment needs little room: its tables lie in shared memory. */
const YOUNG_MEGABYTES = 16;
const IS_HAND = 'sanad: a hand at linking';

type Call = { readonly step: keyof Hand; readonly argument: unknown };
type Answer = { readonly done: unknown } | { readonly failed: unknown };

export function createCrew(size: number): Crew {
  const own = createHand(0, size);
  const workers = Array.from(
    { length: size - 1 },
    (_, index) =>
      new Worker(new URL(import.meta.url), {
        workerData: { task: IS_HAND, share: index + 1, shares: size },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      }),
  );
  const ask = (worker: Worker, call: Call): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (answer: Answer) => {
        worker.off('error', reject);
        if ('failed' in answer) reject(answer.failed);
        else resolve(answer.done);
      });
      worker.postMessage(call);
    });
  const perform = (hand: Hand, step: keyof Hand, argument: unknown): unknown =>
    (hand[step] as (argument: unknown) => unknown)(argument);
  return {
    size,
    async all(step, argument) {
      const others = workers.map((worker, index) => ask(worker, { step, argument: argument(index + 1) }));
      const first = perform(own, step, argument(0));
      return [first, ...(await Promise.all(others))] as never;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

if (!isMainThread && workerData?.task === IS_HAND && parentPort) {
  const port = parentPort;
  const hand = createHand(workerData.share as number, workerData.shares as number);
  port.on('message', ({ step, argument }: Call) => {
    try {
      port.postMessage({ done: (hand[step] as (argument: unknown) => unknown)(argument) } satisfies Answer);
    } catch (error) {
      port.postMessage({ failed: error } satisfies Answer);
    }
  });
}
