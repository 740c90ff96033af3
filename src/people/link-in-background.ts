import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Linkage, type LinkProgress, type LinkRow, linkRows } from '../linkage/index.ts';

type Message =
  | { readonly kind: 'progress'; readonly progress: LinkProgress }
  | { readonly kind: 'linked'; readonly linkage: Linkage };

const IS_LINKER = 'sanad: link these rows';

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
  const linkage = linkRows(workerData.rows as LinkRow[], {
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  });
  tell({ kind: 'linked', linkage });
}
