import { useSyncExternalStore } from 'react';
import type { SiteEntry, SiteKept } from '../../../src/model/index.ts';
import { AskFailed, forgetAnswers, tell } from '../api/answers.ts';
import { allFromDevice, canKeep, dropFromDevice, keepOnDevice } from './device-store.ts';
import { restorePictures, sendPictures } from './picture-outbox.ts';

/** What was written down here and is not yet with the server. */
export interface Outbox {
  readonly waiting: readonly SiteEntry[];
  /** What the server would not keep, with the code of the reason. It stays until somebody puts it aside. */
  readonly refused: readonly { readonly entry: SiteEntry; readonly code: string }[];
  readonly network: 'there' | 'missing';
  /** Whether what waits also lies on the device, or only on this page: there was no room. */
  readonly room: 'there' | 'none';
}

let box: Outbox = { waiting: [], refused: [], network: 'there', room: 'there' };
const listeners = new Set<() => void>();
const change = (next: Partial<Outbox>): void => {
  box = { ...box, ...next };
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useOutbox = (): Outbox => useSyncExternalStore(subscribe, () => box);

/** Sorts in the order of writing. */
let count = 0;
const keys = new Map<string, string>();
const keyFor = (entry: SiteEntry): string => {
  const known = keys.get(entry.id);
  if (known) return known;
  const key = `${new Date().toISOString()} ${String(count++).padStart(6, '0')} ${entry.id}`;
  keys.set(entry.id, key);
  return key;
};

let restored: Promise<void> | undefined;
/** What waited when the page was last closed. */
export function restoreOutbox(): Promise<void> {
  restored ??= (async () => {
    if (!canKeep()) return;
    const found = await allFromDevice<SiteEntry>('waiting');
    for (const { id, value } of found) keys.set(value.id, id);
    const here = new Set(box.waiting.map(({ id }) => id));
    change({
      waiting: [...found.map(({ value }) => value).filter(({ id }) => !here.has(id)), ...box.waiting],
    });
    await restorePictures();
    if (box.waiting.length > 0) await send();
    else void sendPictures();
  })();
  return restored;
}

export type Written = 'kept' | 'conflict' | 'waiting' | 'refused';

/** On the device first, then to the server: nothing that was written is lost to a cut. */
export async function writeDown(...entries: readonly SiteEntry[]): Promise<Written> {
  if (canKeep())
    try {
      for (const entry of entries) await keepOnDevice('waiting', keyFor(entry), entry);
    } catch {
      change({ room: 'none' });
    }
  change({ waiting: [...box.waiting, ...entries] });
  const results = await send();
  const own = entries.map(({ id }) => results.get(id));
  if (own.some((one) => one === undefined)) return 'waiting';
  if (own.some((one) => one?.kept === 'refused')) return 'refused';
  return own.some((one) => one?.conflict) ? 'conflict' : 'kept';
}

let sending: Promise<Map<string, SiteKept['results'][number]>> | undefined;

/** Sends all that waits, oldest first. Asked twice it sends once. */
export async function send(): Promise<Map<string, SiteKept['results'][number]>> {
  while (sending) await sending;
  sending = sendAll();
  try {
    return await sending;
  } finally {
    sending = undefined;
  }
}

/** Milliseconds before what could not be sent is sent again: soon, since a network that came back may need a moment. */
const SOONEST = 1_000;
const LATEST = 15_000;
let pause = SOONEST;
let timer: ReturnType<typeof setTimeout> | undefined;
function sendLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void send(), pause);
  pause = Math.min(LATEST, pause * 2);
}

async function sendAll(): Promise<Map<string, SiteKept['results'][number]>> {
  const outcome = new Map<string, SiteKept['results'][number]>();
  while (box.waiting.length > 0) {
    const entries = atOnce(box.waiting);
    try {
      const { results } = await tell<SiteKept>('/api/sites/entries', {
        sentAt: new Date().toISOString(),
        entries,
      });
      for (const result of results) outcome.set(result.id, result);
    } catch (error) {
      const unreachable = error instanceof AskFailed && error.fault.code === 'unreachable';
      change({ network: unreachable ? 'missing' : 'there' });
      sendLater();
      return outcome;
    }
    const refused = entries.flatMap((entry) => {
      const result = outcome.get(entry.id);
      return result?.kept === 'refused' ? [{ entry, code: result.code ?? 'internal' }] : [];
    });
    if (canKeep()) for (const entry of entries) await dropFromDevice('waiting', keyFor(entry));
    const sent = new Set(entries.map(({ id }) => id));
    change({
      waiting: box.waiting.filter(({ id }) => !sent.has(id)),
      refused: [...box.refused, ...refused],
      network: 'there',
      ...(box.waiting.length === entries.length && { room: 'there' }),
    });
    pause = SOONEST;
    forgetAnswers();
  }
  // The log first, which is small and says what the pictures are.
  void sendPictures();
  return outcome;
}

/** Characters of one sending: entries with pictures are many times as long as others. */
const SENDING = 2_000_000;
/** The first of those that wait, as many as may be sent at once; at least one. */
function atOnce(waiting: readonly SiteEntry[]): SiteEntry[] {
  const chosen: SiteEntry[] = [];
  let length = 0;
  for (const entry of waiting) {
    length += JSON.stringify(entry).length;
    if (chosen.length === 100 || (chosen.length > 0 && length > SENDING)) break;
    chosen.push(entry);
  }
  return chosen;
}

export const putAside = (id: string): void =>
  change({ refused: box.refused.filter(({ entry }) => entry.id !== id) });

export const noteNetwork = (network: Outbox['network']): void => {
  if (box.network !== network) change({ network });
};

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    pause = SOONEST;
    void send();
  });
  window.addEventListener('offline', () => noteNetwork('missing'));
}
