import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { pictureCopy } from '../files/index.ts';
import { type MachineReading, SanadError } from '../model/index.ts';

/**
 * What a machine takes the writing in a picture for. Program and language data are those of this installation; nothing is
 * fetched. One picture at a time, on a thread that ends when nobody has asked for a while.
 */
export interface MachineReader {
  /** @throws SanadError `picture.unknown-kind`, `picture.too-large`, `picture.damaged`, `server.busy` */
  read(picture: Uint8Array): Promise<MachineReading>;
  close(): Promise<void>;
}

const LANGUAGES = ['ara', 'eng'] as const;
/** The longer side of a picture as it is read: more costs time and reads no better. */
const LONGEST_SIDE = 2400;
/** Milliseconds that one picture may take, and after which an idle thread ends. */
const LONGEST = 45_000;
const IDLE = 60_000;
const MOST_WAITING = 4;

/** The languages' data, which come as a package each, in one folder: the reader looks for them nowhere else. */
async function languageFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sanad-letters-'));
  for (const language of LANGUAGES) {
    const packaged = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
    const name = `${language}.traineddata.gz`;
    await copyFile(join(dirname(packaged), '4.0.0_best_int', name), join(folder, name));
  }
  return folder;
}

async function startWorker(): Promise<Worker> {
  const folder = await languageFolder();
  try {
    const worker = await createWorker([...LANGUAGES], OEM.LSTM_ONLY, {
      langPath: folder,
      cacheMethod: 'none',
      gzip: true,
      errorHandler: () => undefined,
    });
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK });
    return worker;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function openMachineReader(): MachineReader {
  let worker: Promise<Worker> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let idle: NodeJS.Timeout | undefined;

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await (await ending)?.terminate();
  };
  const recognise = async (picture: Uint8Array): Promise<MachineReading> => {
    clearTimeout(idle);
    const { bytes, width, height } = await pictureCopy(picture, { longest: LONGEST_SIDE, as: 'png' });
    worker ??= startWorker();
    const late = AbortSignal.timeout(LONGEST);
    const tooLate = new Promise<never>((_, reject) => {
      late.addEventListener('abort', () => reject(new SanadError('server.busy')), { once: true });
    });
    try {
      const { data } = await Promise.race([
        (await worker).recognize(Buffer.from(bytes), {}, { blocks: true, text: false }),
        tooLate,
      ]);
      const words = (data.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
      );
      return {
        words: words
          .filter(({ text }) => text.trim() !== '')
          .map(({ text, confidence, bbox }) => ({
            text: text.trim(),
            confidence: confidence / 100,
            left: bbox.x0 / width,
            top: bbox.y0 / height,
            width: (bbox.x1 - bbox.x0) / width,
            height: (bbox.y1 - bbox.y0) / height,
          })),
      };
    } catch (error) {
      // A thread that hangs or has failed reads nothing more.
      await end().catch(() => undefined);
      throw error instanceof SanadError ? error : new SanadError('picture.damaged', {}, error);
    } finally {
      idle = setTimeout(() => void end(), IDLE);
      idle.unref();
    }
  };
  return {
    read: (picture) => {
      if (waiting >= MOST_WAITING) return Promise.reject(new SanadError('server.busy'));
      waiting++;
      const reading = queue.then(() => recognise(picture));
      queue = reading.catch(() => undefined);
      return reading.finally(() => {
        waiting--;
      });
    },
    close: async () => {
      clearTimeout(idle);
      await end();
    },
  };
}
