import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { SanadError } from '../../model/index.ts';
import { strippedPicture } from '../lossless-copy.ts';
import { type DrawTask, type FromDrawer, IS_PDF_DRAWER } from './draw-task.ts';
import { type PicturePage, writePicturePdf } from './write-pdf.ts';

export const PDF_COPY_LIMITS = {
  bytes: 64 * 1024 * 1024,
  pages: 300,
  /** Of the copy. */
  made: 256 * 1024 * 1024,
  /** Megabytes of memory of the thread that draws, beside its sheet. */
  memory: 512,
  seconds: 240,
} as const;

/**
 * A PDF drawn anew: every page becomes a picture of what is seen on it, and the copy holds those pictures and nothing else.
 * Earlier revisions, text under a black bar, layers that are off, what lies outside the page, attachments, scripts, forms,
 * comments' authors, names of programs: none of it can be in a picture of the page. What is lost: text that can be searched.
 * The pages are drawn on a thread of its own with limits of memory and time.
 *
 * @throws SanadError `document.locked`, `document.damaged`, `document.too-large`
 */
export function pdfCopy(
  bytes: Uint8Array,
  limits: { readonly [Limit in keyof typeof PDF_COPY_LIMITS]: number } = PDF_COPY_LIMITS,
): Promise<{ bytes: Buffer; pages: number }> {
  const tooLarge = (limit: string): SanadError => new SanadError('document.too-large', { limit });
  if (bytes.length > limits.bytes) return Promise.reject(tooLarge(`${limits.bytes / 1024 / 1024} MB`));
  const task: DrawTask = { task: IS_PDF_DRAWER, bytes: new Uint8Array(bytes), mostPages: limits.pages };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 64 },
      stdout: true,
      stderr: true,
    });
    const pages: PicturePage[] = [];
    let made = 0;
    const settle = (work: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      void worker.terminate();
      work();
    };
    const refuse = (error: SanadError): void => settle(() => reject(error));
    const damaged = (reason: string): SanadError => new SanadError('document.damaged', { reason });
    const timer = setTimeout(() => refuse(tooLarge(`${limits.seconds} s`)), limits.seconds * 1000);
    const take = (message: FromDrawer): void => {
      if (message.kind === 'page') {
        const jpeg = strippedPicture(Buffer.from(message.jpeg));
        pages.push({ jpeg, points: message.points, size: message.size });
        made += jpeg.length;
        if (made > limits.made) refuse(tooLarge(`${limits.made / 1024 / 1024} MB`));
      } else if (message.kind === 'end') {
        settle(() =>
          pages.length === 0
            ? reject(damaged('no page'))
            : resolve({ bytes: writePicturePdf(pages), pages: pages.length }),
        );
      } else if (message.why === 'locked') refuse(new SanadError('document.locked'));
      else if (message.why === 'too-long') refuse(tooLarge(`${limits.pages}`));
      else refuse(damaged(message.reason));
    };
    worker.on('message', (message: FromDrawer) => {
      try {
        take(message);
      } catch (error) {
        refuse(error instanceof SanadError ? error : damaged('a page that was drawn'));
      }
    });
    worker.once('error', (error: Error & { code?: string }) =>
      refuse(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooLarge(`${limits.memory} MB`)
          : damaged(error.message.slice(0, 120)),
      ),
    );
    worker.once('exit', () => refuse(damaged('the drawing thread ended')));
  });
}

if (!isMainThread && workerData?.task === IS_PDF_DRAWER && parentPort) {
  const port = parentPort;
  const { drawPages } = await import('./draw-pages.ts');
  await drawPages(workerData as DrawTask, (message) => port.postMessage(message));
}
