import {
  chunksOf,
  type EnvelopeHeader,
  type MailboxKeys,
  sealEnvelope,
  solveWork,
  type WorkChallenge,
} from '../../src/sealing/index.ts';
import { data } from './page.ts';
import { arrived, post, putPart, Refused } from './server.ts';

export interface Watch {
  /** The share of this deposit that is through, 0 … 1; the first tenth is the work. */
  readonly progress: (share: number) => void;
  /** The line broke and is tried again. */
  readonly waits: () => void;
  readonly signal: AbortSignal;
}

const WORK_SHARE = 0.1;
/** How long until the next try, in seconds: patient, because a cut may last. */
const PAUSES = [1, 2, 5, 10, 20, 30, 60, 60, 60, 60];

/** Seals one message or file to the keepers and brings it to the line, over as many cuts as it takes. */
export async function deposit(
  keys: MailboxKeys,
  header: EnvelopeHeader,
  content: ReadableStream<Uint8Array> | Uint8Array,
  watch: Watch,
): Promise<void> {
  const sealed = await sealEnvelope(header, content, data.recipients);
  const { upload, partBytes } = await begin(keys.access, sealed.bytes, watch);

  let at = 0;
  const held = new Uint8Array(partBytes);
  let filled = 0;
  const flush = async (): Promise<void> => {
    await persist(upload, at, held.slice(0, filled), watch);
    at += filled;
    filled = 0;
    watch.progress(WORK_SHARE + (1 - WORK_SHARE) * (at / sealed.bytes));
  };
  for await (const chunk of chunksOf(sealed.stream))
    for (let from = 0; from < chunk.length; ) {
      const room = Math.min(partBytes - filled, chunk.length - from);
      held.set(chunk.subarray(from, from + room), filled);
      filled += room;
      from += room;
      if (filled === partBytes) await flush();
    }
  if (filled > 0) await flush();
  await stubborn(watch, () => post(`api/uploads/${upload}/end`)).catch((error) => {
    // Asked again after a cut: all of it was there, so an upload that the line no longer knows is one it has ended.
    if (!(error instanceof Refused && error.code === 'line.upload-unknown')) throw error;
  });
}

async function begin(
  access: string,
  bytes: number,
  watch: Watch,
): Promise<{ upload: string; partBytes: number }> {
  for (let tried = 0; ; tried++) {
    const challenge = await stubborn(watch, () => post<WorkChallenge>('api/work', { bytes }));
    const nonces = await solveWork(challenge, (share) => watch.progress(WORK_SHARE * share), watch.signal);
    try {
      return await stubborn(watch, () =>
        post('api/uploads', { access, bytes, work: { seed: challenge.seed, nonces } }),
      );
    } catch (error) {
      // The price rose while this phone was working, or an answer was lost on the way: once more, at today's price.
      if (!(error instanceof Refused && error.code === 'line.work-stale') || tried === 3) throw error;
    }
  }
}

/** One part, until the line has it: after a cut it is asked how much arrived. */
async function persist(
  upload: string,
  at: number,
  part: Uint8Array<ArrayBuffer>,
  watch: Watch,
): Promise<void> {
  await stubborn(watch, async () => {
    const there = at === 0 ? 0 : await arrived(upload);
    if (there >= at + part.length) return;
    await putPart(upload, Math.min(at, there), part, watch.signal);
  });
}

/** Tries again where the network failed, not where the line refused. */
async function stubborn<Result>(watch: Watch, work: () => Promise<Result>): Promise<Result> {
  for (let tried = 0; ; tried++) {
    watch.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      const passing = !(error instanceof Refused) || error.code === 'line.busy';
      if (!passing || watch.signal.aborted || tried === PAUSES.length) throw error;
      watch.waits();
      await new Promise((later) => setTimeout(later, PAUSES[tried]! * 1000));
    }
  }
}
