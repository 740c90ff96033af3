import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import {
  type Linkage,
  type LinkProgress,
  type LinkRow,
  linkManyRows,
  linkRows,
  MANY_ROWS,
} from '../linkage/index.ts';
import { fromKept, toKeep } from './kept-linkage.ts';

type Message =
  | { readonly kind: 'progress'; readonly progress: LinkProgress }
  | ({ readonly kind: 'linked' } & Linked);

interface Linked {
  readonly linkage: Linkage;
  /** To be kept; absent where the first of what was kept still holds. */
  readonly keep?: Uint8Array;
}

const IS_LINKER = 'sanad: link these rows';

/** By the engine that their number asks for. */
const linkCaseRows = async (
  rows: readonly LinkRow[],
  onProgress: (progress: LinkProgress) => void,
): Promise<Linkage> =>
  rows.length < MANY_ROWS ? linkRows(rows, { onProgress }) : linkManyRows(rows, { onProgress });

/**
 * Links rows on another thread, or finds there which of `kept` is of these very rows; a linkage is plain data and comes
 * back as such.
 */
export function linkInBackground(
  rows: readonly LinkRow[],
  onProgress: (progress: LinkProgress) => void,
  kept: readonly Uint8Array[] = [],
): Promise<Linked> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { task: IS_LINKER, rows, kept } });
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else {
        resolve(message);
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
  const rows = workerData.rows as LinkRow[];
  const kept = workerData.kept as readonly Uint8Array[];
  const known = firstOf(kept, rows);
  if (known) tell({ kind: 'linked', ...known });
  else {
    const linkage = await linkCaseRows(rows, (progress) => tell({ kind: 'progress', progress }));
    tell({ kind: 'linked', linkage, keep: toKeep(linkage, rows) });
  }
}

function firstOf(kept: readonly Uint8Array[], rows: readonly LinkRow[]): Linked | undefined {
  for (const [at, bytes] of kept.entries()) {
    const linkage = fromKept(bytes, rows);
    if (linkage) return at === 0 ? { linkage } : { linkage, keep: bytes };
  }
  return undefined;
}
