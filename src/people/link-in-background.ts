import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type Linkage,
  type LinkProgress,
  type LinkRow,
  linkManyRows,
  linkRows,
  MANY_ROWS,
} from '../linkage/index.ts';

type Message =
  | { readonly kind: 'progress'; readonly progress: LinkProgress }
  | { readonly kind: 'linked'; readonly linkage: Linkage };

const IS_LINKER = 'sanad: link these rows';

/** By the engine that their number asks for. */
export const linkCaseRows = async (
  rows: readonly LinkRow[],
  onProgress: (progress: LinkProgress) => void,
): Promise<Linkage> =>
  rows.length < MANY_ROWS ? linkRows(rows, { onProgress }) : linkManyRows(rows, onProgress);

/** Links rows on another thread; a linkage is plain data and comes back as such. */
export function linkInBackground(
  rows: readonly LinkRow[],
  onProgress: (progress: LinkProgress) => void,
): Promise<Linkage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { task: IS_LINKER, rows } });
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else {
        resolve(message.linkage);
        void worker.terminate();
      }
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the linking thread ended with ${code}`)));
  });
}

if (!isMainThread && workerData?.task === IS_LINKER && parentPort) {
  const port = parentPort;
  const tell = (message: Message): void => port.postMessage(message);
  const linkage = await linkCaseRows(workerData.rows as LinkRow[], (progress) =>
    tell({ kind: 'progress', progress }),
  );
  tell({ kind: 'linked', linkage });
}
