import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createHand, type Hand } from './hand.ts';

/**
 * Threads that do one step at a time together. The calling thread is none of them, unless it is the only one: it stays
 * free, and what they made is gone with them.
 */
export interface Crew {
  readonly size: number;
  /** Does a step on every thread; `argument` says what each one's is. Answers in the order of the threads. */
  all<Step extends keyof Hand>(
    step: Step,
    argument: (share: number) => Parameters<Hand[Step]>[0],
  ): Promise<ReturnType<Hand[Step]>[]>;
  /** Has one thread do a step; a thread does one at a time. */
  one<Step extends keyof Hand>(
    step: Step,
    share: number,
    argument: Parameters<Hand[Step]>[0],
  ): Promise<ReturnType<Hand[Step]>>;
  close(): Promise<void>;
}

/** What a thread makes for a moment needs little room: its tables lie in shared memory. */
const YOUNG_MEGABYTES = 8;
const IS_HAND = 'sanad: a hand at linking';

type Call = { readonly step: keyof Hand; readonly argument: unknown };
type Answer = { readonly done: unknown } | { readonly failed: unknown };

export function createCrew(size: number): Crew {
  if (size === 1) {
    const alone = createHand(0, 1);
    return {
      size,
      async all(step, argument) {
        return [perform(alone, { step, argument: argument(0) })] as never;
      },
      async one(step, _, argument) {
        return perform(alone, { step, argument }) as never;
      },
      async close() {},
    };
  }
  const cache = getCompileCacheDir();
  // A thread asks its own environment where compiled code is kept: it holds no compiler of what lies there.
  const env = cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) };
  const workers = Array.from(
    { length: size },
    (_, share) =>
      new Worker(new URL(import.meta.url), {
        workerData: { task: IS_HAND, share, shares: size },
        env,
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
  return {
    size,
    async all(step, argument) {
      return (await Promise.all(
        workers.map((worker, share) => ask(worker, { step, argument: argument(share) })),
      )) as never;
    },
    async one(step, share, argument) {
      return (await ask(workers[share]!, { step, argument })) as never;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

const perform = (hand: Hand, { step, argument }: Call): unknown =>
  (hand[step] as (argument: unknown) => unknown)(argument);

if (!isMainThread && workerData?.task === IS_HAND && parentPort) {
  const port = parentPort;
  const hand = createHand(workerData.share as number, workerData.shares as number);
  port.on('message', (call: Call) => {
    try {
      port.postMessage({ done: perform(hand, call) } satisfies Answer);
    } catch (error) {
      port.postMessage({ failed: error } satisfies Answer);
    }
  });
}
