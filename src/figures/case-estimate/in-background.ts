import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { SanadError } from '../../model/index.ts';
import type { CaseRecords } from '../documented/case-records.ts';
import { type Documented, documented } from '../documented/documented.ts';
import { type EstimateGround, tablesOf } from './estimate-case.ts';
import {
  type CaseEstimate,
  type EstimateProgress,
  type EstimateSettings,
  type EstimateTables,
  estimateTables,
} from './estimate-tables.ts';

type Work =
  | { readonly kind: 'documented'; readonly records: CaseRecords; readonly seed: number }
  | { readonly kind: 'estimate'; readonly ground: EstimateGround; readonly settings: EstimateSettings };
type Message =
  | { readonly kind: 'progress'; readonly progress: EstimateProgress }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly code: SanadError['code']; readonly data: SanadError['data'] };

const IS_FIGURES = 'sanad: work out these figures';

/** Work on another thread. `cancel` ends it at once, with all the threads that it has started. */
export interface Background<T> {
  readonly result: Promise<T>;
  cancel(): void;
}

export const documentedInBackground = (records: CaseRecords, seed: number): Background<Documented> =>
  inBackground<Documented>({ kind: 'documented', records, seed }, () => {});

/** `result` is rejected with an `AbortError` once cancelled, and with the SanadError that names what stands against it. */
export const estimateInBackground = (
  ground: EstimateGround,
  settings: EstimateSettings,
  onProgress: (progress: EstimateProgress) => void,
): Background<Estimated> => inBackground<Estimated>({ kind: 'estimate', ground, settings }, onProgress);

/** What came of it, and the tables from which it can be repeated. */
export interface Estimated {
  readonly tables: EstimateTables;
  readonly result: CaseEstimate;
}

async function estimated(
  ground: EstimateGround,
  settings: EstimateSettings,
  tell: (progress: EstimateProgress) => void,
): Promise<Estimated> {
  const tables = tablesOf(ground, settings);
  return { tables, result: await estimateTables(tables, settings, tell) };
}

function inBackground<T>(work: Work, onProgress: (progress: EstimateProgress) => void): Background<T> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { task: IS_FIGURES, work } });
  let cancelled = false;
  const result = new Promise<T>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else {
        if (message.kind === 'done') resolve(message.result as T);
        else reject(new SanadError(message.code, message.data));
        void worker.terminate();
      }
    });
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(
        cancelled ? new DOMException('cancelled', 'AbortError') : new Error('the thread of figures ended'),
      ),
    );
  });
  return {
    result,
    cancel: () => {
      cancelled = true;
      void worker.terminate();
    },
  };
}

if (!isMainThread && workerData?.task === IS_FIGURES && parentPort) {
  const port = parentPort;
  const tell = (message: Message): void => port.postMessage(message);
  const work = workerData.work as Work;
  try {
    const result =
      work.kind === 'documented'
        ? documented(work.records, work.seed)
        : await estimated(work.ground, work.settings, (progress) => tell({ kind: 'progress', progress }));
    tell({ kind: 'done', result });
  } catch (error) {
    if (!(error instanceof SanadError)) throw error;
    tell({ kind: 'refused', code: error.code, data: error.data });
  }
}
