import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { SanadError } from '../../model/index.ts';
import type { PageMarks } from './page-marks.ts';
import { type FromWorker, IS_PDF_READER, type ToWorker } from './pdf-task.ts';

/** What one PDF may take; beyond it is refused by name and the thread ended. */
export const PDF_LIMITS = {
  pages: 500,
  /** Of the file. */
  bytes: 200 * 1024 * 1024,
  /** Megabytes of memory of the thread. */
  memory: 768,
  seconds: 120,
  /** On all pages together: 100,000 rows. */
  glyphs: 6_000_000,
} as const;

export interface Marks {
  readonly pages: readonly PageMarks[];
  /** How many pages the file has. */
  readonly total: number;
}

/**
 * Where the letters of a PDF stand, found on a thread of its own with limits of memory and time.
 *
 * @throws SanadError `pdf.damaged`, `pdf.locked`, `pdf.too-large`
 */
export function readMarks(
  file: string,
  bytes: Uint8Array,
  limits: { readonly [Limit in keyof typeof PDF_LIMITS]: number } = PDF_LIMITS,
): Promise<Marks> {
  if (bytes.length > limits.bytes)
    return Promise.reject(
      new SanadError('pdf.too-large', { file, limit: `${limits.bytes / 1024 / 1024} MB` }),
    );
  const task: ToWorker = {
    task: IS_PDF_READER,
    bytes: new Uint8Array(bytes),
    mostPages: limits.pages,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 64 },
      // What the library says of a broken file is told by name; nothing of it goes to the terminal.
      stdout: true,
      stderr: true,
    });
    const pages: PageMarks[] = [];
    let glyphs = 0;
    const settle = (work: () => void): void => {
      clearTimeout(timer);
      work();
      void worker.terminate();
    };
    const refuse = (
      code: 'pdf.damaged' | 'pdf.locked' | 'pdf.too-large',
      data: Record<string, string>,
    ): void => settle(() => reject(new SanadError(code, { file, ...data })));
    const timer = setTimeout(
      () => refuse('pdf.too-large', { limit: `${limits.seconds} s` }),
      limits.seconds * 1000,
    );
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'page') {
        pages.push(message.marks);
        glyphs += message.marks.glyphs.length;
        if (glyphs > limits.glyphs) refuse('pdf.too-large', { limit: `${limits.glyphs}` });
      } else if (message.kind === 'end') settle(() => resolve({ pages, total: message.pages }));
      else if (message.why === 'locked') refuse('pdf.locked', {});
      else refuse('pdf.damaged', { reason: message.reason });
    });
    worker.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse('pdf.too-large', { limit: `${limits.memory} MB` })
        : refuse('pdf.damaged', { reason: error.message.slice(0, 120) }),
    );
    worker.once('exit', () => refuse('pdf.damaged', { reason: 'the reading thread ended' }));
  });
}

if (!isMainThread && workerData?.task === IS_PDF_READER && parentPort) {
  const port = parentPort;
  const { tellMarks } = await import('./tell-marks.ts');
  await tellMarks(workerData as ToWorker, (message) => port.postMessage(message));
}
