import { createHash } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type Case, letGo, type Receiving } from '../ledger/index.ts';
import { type ItemId, type Problem, SanadError } from '../model/index.ts';
import { receiveFiles } from '../receive/index.ts';
import { LIMITS } from './limits.ts';

/**
 * Files that come in parts and go on after a cut, a reload of the page or a restart of the server. What lies on the disk
 * is sealed as it comes; how far one has come is known to the disk before the sender hears of it.
 */
export interface Uploads {
  begin(about: Omit<UploadNote, 'since'>): UploadState;
  /** @throws SanadError `upload.unknown` */
  state(id: string): UploadState;
  /** The same once a connection that hangs was stopped, so that the next one can go on. */
  stopped(id: string): Promise<UploadState>;
  /** All that are on their way. */
  all(): UploadState[];
  /**
   * Takes what the body brings from `offset` on; the last byte makes an item of it. What the body gave is gone
   * afterwards: its memory is given back piece by piece.
   *
   * @throws SanadError `upload.unknown`, `upload.offset-wrong`, `upload.checksum-wrong`, `upload.damaged`,
   *   `request.too-large` for more than was announced
   */
  take(
    id: string,
    offset: number,
    body: AsyncIterable<Uint8Array>,
    checksum?: Checksum,
  ): Promise<UploadState>;
  cancel(id: string): Promise<void>;
  /**
   * Makes items of what came whole while nobody was signed in who may: until then it lies sealed in the entrance.
   */
  settle(): Promise<void>;
  /** How far all have come is on disk; nothing more is taken. */
  close(): void;
}

/** What phones photographed while they searched lies under this, and is known by it. */
export const PHOTOGRAPHS = 'photographs/';

/** Kept sealed beside what has come. */
interface UploadNote {
  readonly file: string;
  readonly path: string;
  readonly length: number;
  readonly by: string;
  /** When the sender's file was last changed, in milliseconds: a changed file is another one and must begin anew. */
  readonly modified?: number;
  /** ISO date-time. */
  readonly since: string;
}

export interface UploadState extends UploadNote {
  readonly id: string;
  readonly offset: number;
  /** ISO date-time after which it is thrown away. */
  readonly expires: string;
  /** Once all has come. */
  readonly outcome?: UploadOutcome;
}

export interface UploadOutcome {
  readonly item?: ItemId;
  readonly held: 'new' | 'already' | 'refused';
  readonly problems: readonly Problem[];
}

export interface Checksum {
  readonly algorithm: 'sha1' | 'sha256';
  /** base64 */
  readonly digest: string;
}

interface Upload {
  readonly note: UploadNote;
  /** Absent until somebody goes on with one that another process left. */
  receiving?: Receiving;
  bytes: number;
  taking?: { stop: boolean; readonly done: Promise<unknown> };
  outcome?: UploadOutcome;
}

/** What has come is made durable at least so often. */
const DURABLE_EVERY = 32 * 1024 * 1024;
const KEEP_MS = 7 * 24 * 3600 * 1000;
/** Finished ones are remembered for whoever asks what became of them. */
const REMEMBERED = 200;

/**
 * @param arrived told of each item that was made of what came
 */
export function openUploads(
  opened: Case,
  now: () => Date = () => new Date(),
  arrived: (item: ItemId, path: string) => void = () => undefined,
): Uploads {
  const uploads = new Map<string, Upload>();
  /** Those that another process left; they can be read once a key that opens files is there. */
  const takeUp = (): void => {
    for (const { id, bytes, note } of opened.parked())
      if (!uploads.has(id) && isNote(note)) uploads.set(id, { note, bytes });
  };
  takeUp();

  const expires = ({ since }: UploadNote): string => new Date(Date.parse(since) + KEEP_MS).toISOString();
  const stateOf = (id: string, { note, bytes, outcome }: Upload): UploadState => ({
    id,
    ...note,
    offset: bytes,
    expires: expires(note),
    ...(outcome ? { outcome } : {}),
  });
  const known = (id: string): Upload => {
    if (!uploads.has(id)) takeUp();
    const upload = uploads.get(id);
    if (!upload) throw new SanadError('upload.unknown');
    return upload;
  };
  const receivingOf = (id: string, upload: Upload): Receiving => {
    const receiving = upload.receiving ?? opened.resume(id);
    if (!receiving) {
      if (opened.sealed && !opened.classes.has('key'))
        throw new SanadError('case.class-closed', { needed: 'key' });
      uploads.delete(id);
      throw new SanadError('upload.damaged');
    }
    upload.receiving = receiving;
    upload.bytes = receiving.bytes;
    return receiving;
  };
  const cut = async (upload: Upload): Promise<void> => {
    if (!upload.taking) return;
    upload.taking.stop = true;
    await upload.taking.done.catch(() => undefined);
  };
  const drop = (id: string, upload: Upload): void => {
    (upload.receiving ?? opened.resume(id))?.discard();
    uploads.delete(id);
  };
  /** Begun and never ended; what came whole is kept, however long it waits to be taken in. */
  const isLeft = ({ taking, outcome, bytes, note }: Upload): boolean =>
    !taking && !outcome && bytes < note.length;
  const canTakeIn = (): boolean => !opened.sealed || opened.classes.has('team');
  const tidy = (): void => {
    for (const [id, upload] of uploads)
      if (isLeft(upload) && expires(upload.note) < now().toISOString()) drop(id, upload);
    const done = [...uploads].filter(([, { outcome }]) => outcome);
    for (const [id] of done.slice(0, Math.max(0, done.length - REMEMBERED))) uploads.delete(id);
  };

  async function takeAll(
    upload: Upload,
    receiving: Receiving,
    body: AsyncIterable<Uint8Array>,
    mark: { stop: boolean },
  ): Promise<void> {
    let durable = receiving.bytes;
    try {
      for await (const piece of body) {
        if (mark.stop) break;
        if (receiving.bytes + piece.length > upload.note.length)
          throw new SanadError('request.too-large', { limit: `${upload.note.length}` });
        receiving.write(piece);
        letGo(piece);
        if (receiving.bytes - durable >= DURABLE_EVERY) {
          receiving.park(upload.note);
          durable = receiving.bytes;
          upload.bytes = durable;
          await setImmediate();
        }
      }
    } catch (error) {
      // A cut line is no error of ours: what came before it stays.
      if (error instanceof SanadError) throw error;
    } finally {
      receiving.park(upload.note);
      upload.bytes = receiving.bytes;
    }
  }

  async function finish(upload: Upload, receiving: Receiving): Promise<UploadOutcome> {
    const finishing = receiving.finishing();
    let step = finishing.next();
    while (!step.done) {
      await setImmediate();
      step = finishing.next();
    }
    const stored = step.value;
    if (!stored) {
      receiving.discard();
      throw new SanadError('upload.damaged');
    }
    const { file, path, by } = upload.note;
    const incoming = {
      file,
      path,
      size: stored.length,
      stored,
      read: () => Promise.reject(new Error('stored')),
    };
    const found = { files: [incoming], problems: [] };
    const received = await receiveFiles(opened, found, {
      by,
      mode: 'add',
      readAtMost: LIMITS.readUploadBytes,
    });
    const [fresh] = received.added;
    const [held] = received.alreadyHeld;
    const item = fresh?.item?.id ?? held?.item;
    if (item !== undefined) arrived(item, path);
    return {
      held: fresh ? 'new' : held ? 'already' : 'refused',
      problems: received.problems,
      ...(item === undefined ? {} : { item }),
    };
  }

  const take: Uploads['take'] = async (id, offset, body, checksum) => {
    const upload = known(id);
    if (upload.outcome) throw new SanadError('upload.offset-wrong', { expected: upload.bytes });
    await cut(upload);
    const receiving = receivingOf(id, upload);
    if (offset !== receiving.bytes)
      throw new SanadError('upload.offset-wrong', { expected: receiving.bytes });
    const mark = { stop: false };
    const work = (async () => {
      await takeAll(upload, receiving, checksum ? checked(body, checksum) : body, mark);
      if (receiving.bytes === upload.note.length && canTakeIn()) await takeIn(id, upload, receiving);
    })();
    await whileTaking(upload, mark, work);
    return stateOf(id, upload);
  };

  async function takeIn(id: string, upload: Upload, receiving: Receiving): Promise<void> {
    upload.outcome = await finish(upload, receiving).catch((error: unknown) => {
      uploads.delete(id);
      throw error;
    });
    delete upload.receiving;
  }

  async function whileTaking(upload: Upload, mark: { stop: boolean }, work: Promise<unknown>): Promise<void> {
    upload.taking = Object.assign(mark, { done: work });
    try {
      await work;
    } finally {
      delete upload.taking;
    }
  }

  const settle: Uploads['settle'] = async () => {
    if (!canTakeIn()) return;
    takeUp();
    for (const [id, upload] of uploads) {
      if (upload.outcome || upload.taking || upload.bytes < upload.note.length) continue;
      const receiving = upload.receiving ?? opened.resume(id);
      if (receiving) await whileTaking(upload, { stop: false }, takeIn(id, upload, receiving));
    }
  };

  return {
    begin: (about) => {
      tidy();
      const waiting = [...uploads.values()].filter(({ outcome }) => !outcome);
      if (waiting.length >= LIMITS.uploadsAtOnce)
        throw new SanadError('upload.too-many', { limit: LIMITS.uploadsAtOnce });
      const { bavail, bsize } = statfsSync(opened.folder);
      const promised = waiting.reduce((sum, { note, bytes }) => sum + note.length - bytes, 0);
      if (about.length + promised + LIMITS.roomLeft > bavail * bsize) throw new SanadError('upload.no-room');
      const note = { ...about, since: now().toISOString() };
      const receiving = opened.receive();
      receiving.park(note);
      const upload = { note, receiving, bytes: 0 };
      uploads.set(receiving.id, upload);
      return stateOf(receiving.id, upload);
    },
    state: (id) => stateOf(id, known(id)),
    stopped: async (id) => {
      const upload = known(id);
      await cut(upload);
      if (!upload.outcome) receivingOf(id, upload);
      return stateOf(id, upload);
    },
    all: () => {
      takeUp();
      tidy();
      return [...uploads].filter(([, { outcome }]) => !outcome).map(([id, upload]) => stateOf(id, upload));
    },
    take,
    settle,
    cancel: async (id) => {
      const upload = known(id);
      await cut(upload);
      if (upload.outcome) uploads.delete(id);
      else drop(id, upload);
    },
    close: () => {
      for (const upload of uploads.values()) {
        if (upload.taking) upload.taking.stop = true;
        if (!upload.outcome) upload.receiving?.park(upload.note);
      }
    },
  };
}

/** A part with a checksum is held until it is whole, and given on only where it is what was sent. */
async function* checked(
  body: AsyncIterable<Uint8Array>,
  { algorithm, digest }: Checksum,
): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > LIMITS.checkedPartBytes)
      throw new SanadError('request.too-large', { limit: `${LIMITS.checkedPartBytes / 1024 / 1024} MB` });
    pieces.push(piece);
  }
  const whole = Buffer.concat(pieces);
  if (createHash(algorithm).update(whole).digest('base64') !== digest)
    throw new SanadError('upload.checksum-wrong');
  yield whole;
}

const isNote = (note: unknown): note is UploadNote => {
  const { file, path, length, by, since } = (note ?? {}) as Partial<Record<keyof UploadNote, unknown>>;
  const texts = [file, path, by, since].every((text) => typeof text === 'string');
  return texts && typeof length === 'number' && Number.isSafeInteger(length);
};
