import {
  isMainThread,
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from 'node:worker_threads';
import { SanadError } from '../model/index.ts';
import { type Db, diskTrouble, openDatabase } from './database.ts';
import type { Rows } from './entry-rows.ts';
import { inserting } from './insert-rows.ts';
import type { Frontier } from './merkle-tree.ts';

/**
 * A second thread that writes rows while the first one makes them, with a connection of its own to the same database.
 * What is asked of it is done when the call returns: the first thread waits, as it does for the disk.
 */
export interface WritingThread {
  /** All or nothing, on disk when it returns. `tree` holds exactly the entries before. */
  append(tree: Frontier, rows: Iterable<Rows>): Frontier;
  /** Returns when it has nothing more to do. */
  rest(): void;
  /** Closes its connection and overwrites its key. It begins anew when it is needed again. */
  end(): void;
}

type Asked =
  | { readonly is: 'begin'; readonly tree: Frontier }
  | { readonly is: 'rows'; readonly rows: Rows }
  | { readonly is: 'commit' | 'abandon' | 'rest' | 'end' };
type Answer =
  | { readonly is: 'done'; readonly tree?: Frontier }
  | { readonly is: 'refused'; readonly code: SanadError['code']; readonly data: SanadError['data'] }
  | { readonly is: 'failed'; readonly error: unknown };

/** Counters that both threads see; whoever waits sleeps on one of them. */
const ASKED = 0;
const TAKEN = 1;
const ANSWERED = 2;
/** Set where a transaction cannot come to a good end: what is still to come need not be made. */
const FAILED = 3;

interface Shared {
  readonly task: typeof IS_WRITING;
  readonly path: string;
  readonly key: Uint8Array;
  readonly port: MessagePort;
  readonly counters: Int32Array;
}

const IS_WRITING = 'sanad: write these rows';
/** How much may lie between the threads: some ten thousand rows. */
const AHEAD = 40;
/** A disk that does not answer for so long is told as one that failed. */
const PATIENCE_MS = 120_000;
/** What is not written on for so long needs no thread. */
const IDLE_MS = 10_000;
/** 4 MiB: a long list goes to the log while it comes, and little is left for its end. */
const CACHE_KIB = 4096;

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly counters: Int32Array;
}

export function writingThread(path: string, keyNow: () => Uint8Array): WritingThread {
  let running: Running | undefined;
  let idle: NodeJS.Timeout | undefined;

  const start = (): Running => {
    const { port1: port, port2 } = new MessageChannel();
    const counters = new Int32Array(new SharedArrayBuffer(16));
    // Shared and not copied, so that overwriting it here or there leaves none.
    const key = new Uint8Array(new SharedArrayBuffer(32));
    key.set(keyNow());
    const shared: Shared = { task: IS_WRITING, path, key, port: port2, counters };
    const worker = new Worker(new URL(import.meta.url), { workerData: shared, transferList: [port2] });
    worker.unref();
    port.unref();
    return { worker, port, counters };
  };
  const ask = (message: Asked): void => {
    clearTimeout(idle);
    const { port, counters } = running!;
    port.postMessage(message, message.is === 'rows' ? [message.rows.bytes.buffer] : []);
    Atomics.add(counters, ASKED, 1);
    Atomics.notify(counters, ASKED);
  };
  /** Sleeps until the counter has gone on from `from`. */
  const waitFor = (counter: number, from: number): void => {
    if (Atomics.wait(running!.counters, counter, from, PATIENCE_MS) !== 'timed-out') return;
    void running!.worker.terminate();
    running = undefined;
    throw new SanadError('case.disk-failed', { reason: 'ETIMEDOUT' });
  };
  const answer = (): Frontier | undefined => {
    const { port, counters } = running!;
    for (;;) {
      const seen = Atomics.load(counters, ANSWERED);
      const found = receiveMessageOnPort(port) as { readonly message: Answer } | undefined;
      if (!found) {
        waitFor(ANSWERED, seen);
        continue;
      }
      const { message } = found;
      if (message.is === 'refused') throw new SanadError(message.code, message.data);
      if (message.is === 'failed') throw message.error;
      return message.tree;
    }
  };
  const end = (): void => {
    clearTimeout(idle);
    if (!running) return;
    const { port } = running;
    try {
      ask({ is: 'end' });
      answer();
    } finally {
      port.close();
      running = undefined;
    }
  };

  return {
    append: (tree, rows) => {
      running ??= start();
      const { counters } = running;
      Atomics.store(counters, FAILED, 0);
      ask({ is: 'begin', tree });
      try {
        for (const some of rows) {
          for (;;) {
            const taken = Atomics.load(counters, TAKEN);
            if (Atomics.load(counters, ASKED) - taken < AHEAD) break;
            waitFor(TAKEN, taken);
          }
          if (Atomics.load(counters, FAILED) === 1) break;
          ask({ is: 'rows', rows: some });
        }
      } catch (error) {
        if (running) {
          ask({ is: 'abandon' });
          answer();
        }
        throw error;
      }
      ask({ is: 'commit' });
      const grown = answer();
      idle = setTimeout(end, IDLE_MS).unref();
      return grown!;
    },
    rest: () => {
      if (!running) return;
      ask({ is: 'rest' });
      answer();
    },
    end,
  };
}

/** The other thread's side: one message after the other, until it is told to end. */
function write({ path, key, port, counters }: Shared): void {
  let db: Db | undefined;
  let put: ReturnType<typeof inserting> | undefined;
  let tree: Frontier | undefined;
  let trouble: unknown;

  const next = (): Asked => {
    for (;;) {
      const asked = Atomics.load(counters, ASKED);
      const found = receiveMessageOnPort(port) as { readonly message: Asked } | undefined;
      if (found) {
        Atomics.add(counters, TAKEN, 1);
        Atomics.notify(counters, TAKEN);
        return found.message;
      }
      Atomics.wait(counters, ASKED, asked);
    }
  };
  const answer = (message: Answer): void => {
    port.postMessage(message);
    Atomics.add(counters, ANSWERED, 1);
    Atomics.notify(counters, ANSWERED);
  };
  const open = (): Db => {
    const opened = openDatabase(path, key, 'write');
    opened.pragma(`cache_size = -${CACHE_KIB}`);
    // The log is moved into the file after the answer, not before it.
    opened.pragma('wal_autocheckpoint = 0');
    put = inserting(opened);
    return opened;
  };
  /** Where it fails, what comes until the end of the transaction is let go. */
  const attempt = (work: () => void): void => {
    if (trouble !== undefined) return;
    try {
      work();
    } catch (error) {
      trouble = diskTrouble(error);
      Atomics.store(counters, FAILED, 1);
    }
  };
  const finish = (): void => {
    if (db?.inTransaction) db.exec('ROLLBACK');
    if (trouble === undefined) answer({ is: 'done', ...(tree ? { tree } : {}) });
    else if (trouble instanceof SanadError) answer({ is: 'refused', code: trouble.code, data: trouble.data });
    else answer({ is: 'failed', error: trouble });
    trouble = undefined;
    tree = undefined;
  };

  for (;;) {
    const asked = next();
    switch (asked.is) {
      case 'begin':
        attempt(() => {
          db ??= open();
          db.exec('BEGIN IMMEDIATE');
          tree = asked.tree;
        });
        break;
      case 'rows':
        attempt(() => {
          tree = put!(tree!, asked.rows);
        });
        break;
      case 'commit':
        attempt(() => db!.exec('COMMIT'));
        finish();
        attempt(() => db?.pragma('wal_checkpoint(PASSIVE)'));
        trouble = undefined;
        break;
      case 'end':
        attempt(() => db?.close());
        key.fill(0);
        finish();
        port.close();
        return;
      default:
        finish();
    }
  }
}

if (!isMainThread && (workerData as Partial<Shared> | undefined)?.task === IS_WRITING)
  write(workerData as Shared);
