import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { seededRandom } from '../random.ts';
import { type Chain, PRIORS, type Start, startChain } from './chain.ts';

/** Several chains on as many threads as the machine has; the threads end with `close`. */
export interface Chains {
  /** So many sweeps of every chain; gives each chain's population at every `every`-th sweep. */
  run(sweeps: number, every: number): Promise<Float64Array[]>;
  close(): void;
}

interface Task {
  readonly task: typeof IS_CHAINS;
  readonly lists: number;
  readonly counts: Float64Array;
  /** Which of the run's chains live here. */
  readonly chains: readonly { readonly seed: number; readonly start: Start }[];
}
interface Order {
  readonly sweeps: number;
  readonly every: number;
}

const IS_CHAINS = 'sanad: latent class chains';

/** @param seeds one a chain: a chain's draws depend on nothing but the table and its seed, however many threads there are */
export function openChains(lists: number, counts: Float64Array, seeds: readonly number[]): Chains {
  const threads = Math.min(seeds.length, Math.max(1, availableParallelism()));
  const chains = seeds.map((seed, at) => ({ seed, start: startOf(at) }));
  const workers = Array.from({ length: threads }, (_, thread) => {
    const own: Task = {
      task: IS_CHAINS,
      lists,
      counts,
      chains: chains.filter((_, at) => at % threads === thread),
    };
    return new Worker(new URL(import.meta.url), { workerData: own });
  });
  const runOn = (worker: Worker, order: Order): Promise<Float64Array[]> =>
    new Promise((resolve, reject) => {
      const settled = (): void => {
        worker.off('message', onDraws).off('error', onError).off('exit', onExit);
      };
      const onDraws = (draws: Float64Array[]): void => {
        settled();
        resolve(draws);
      };
      const onError = (error: unknown): void => {
        settled();
        reject(error);
      };
      const onExit = (code: number): void => onError(new Error(`a chain's thread ended with ${code}`));
      worker.on('message', onDraws).on('error', onError).on('exit', onExit);
      worker.postMessage(order);
    });
  return {
    run: async (sweeps, every) => {
      const perThread = await Promise.all(workers.map((worker) => runOn(worker, { sweeps, every })));
      return seeds.map((_, at) => perThread[at % threads]![Math.floor(at / threads)]!);
    },
    close: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

/**
 * Chains start farther apart than the answer can be (Gelman and Rubin 1992): from one class to as many as there are, every
 * other chain with few unseen and with very many. A place that holds chains for long is then found by some of them.
 */
function startOf(chain: number): Start {
  return {
    classes: 1 + ((STRIDE * chain) % PRIORS.classes),
    mostCaptured: chain % 2 === 0 ? 1 : RARE,
  };
}

/** Has no divisor in common with the number of classes, so every number comes before one comes again. */
const STRIDE = 3;
/** Captured so rarely, nearly everybody is unseen, more than a hundred for each named with the usual few lists. */
const RARE = 0.02;

function drawsOf(chain: Chain, { sweeps, every }: Order): Float64Array {
  const draws = new Float64Array(Math.floor(sweeps / every));
  for (let at = 0; at < draws.length; at++) {
    let population = 0;
    for (let step = 0; step < every; step++) population = chain.sweep();
    draws[at] = population;
  }
  return draws;
}

if (!isMainThread && workerData?.task === IS_CHAINS && parentPort) {
  const port = parentPort;
  const { lists, counts, chains } = workerData as Task;
  const open = chains.map(({ seed, start }) => startChain(lists, counts, seededRandom(seed, 'chain'), start));
  port.on('message', (order: Order) => port.postMessage(open.map((chain) => drawsOf(chain, order))));
}
