import { useSyncExternalStore } from 'react';
import type { Fault } from '../api/answers.ts';
import { forgetAnswers } from '../api/answers.ts';
import { type SendingState, sendFile } from '../items/sending.ts';
import {
  allFromDevice,
  bytesFromDevice,
  canKeep,
  dropFromDevice,
  keepBytes,
  keepOnDevice,
} from './device-store.ts';

/** A photograph whose entry is written and whose file is not yet with the server. */
interface Following {
  readonly id: string;
  readonly by: string;
  readonly bytes: number;
  /** Where it goes on after a cut or a reload. */
  readonly upload?: string;
}

export interface Pictures {
  readonly waiting: readonly Following[];
  /** Told why; they stay on the device and are tried again when the page is opened next. */
  readonly failed: readonly { readonly id: string; readonly fault: Fault }[];
}

let pictures: Pictures = { waiting: [], failed: [] };
/** Files that found no room in the store: they last as long as the page. */
const inMemory = new Map<string, Blob>();
const listeners = new Set<() => void>();
const change = (next: Partial<Pictures>): void => {
  pictures = { ...pictures, ...next };
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const usePictures = (): Pictures => useSyncExternalStore(subscribe, () => pictures);

/** Keeps the file of a photograph, sealed, until it is sent. */
export async function followWith(id: string, file: Blob, by: string): Promise<void> {
  const following: Following = { id, by, bytes: file.size };
  try {
    if (!canKeep()) throw new Error('no store');
    await keepBytes(id, await file.arrayBuffer());
    await keepOnDevice('sending', id, following);
  } catch {
    inMemory.set(id, file);
  }
  change({ waiting: [...pictures.waiting, following] });
}

let restored: Promise<void> | undefined;
/** What waited when the page was last closed. */
export function restorePictures(): Promise<void> {
  restored ??= (async () => {
    if (!canKeep()) return;
    const found = await allFromDevice<Following>('sending');
    const here = new Set(pictures.waiting.map(({ id }) => id));
    change({
      waiting: [...found.map(({ value }) => value).filter(({ id }) => !here.has(id)), ...pictures.waiting],
    });
  })();
  return restored;
}

let sending: Promise<void> | undefined;
/** One after the other, each going on where it was cut. Asked twice it sends once. */
export function sendPictures(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const next = pictures.waiting.find(({ id }) => !tried.has(id));
    if (!next) return;
    tried.add(next.id);
    const bytes = inMemory.get(next.id) ?? (await bytesFromDevice(next.id));
    if (!bytes) {
      await settled(next.id);
      continue;
    }
    const file = new File([bytes], `${next.id}.jpg`);
    const fault = (await sent(file, next)) ?? (await settled(next.id));
    if (fault)
      change({
        waiting: pictures.waiting.filter(({ id }) => id !== next.id),
        failed: [...pictures.failed.filter(({ id }) => id !== next.id), { id: next.id, fault }],
      });
  }
}

async function sent(file: File, following: Following, known = following.upload): Promise<Fault | undefined> {
  const last = await new Promise<SendingState>((done) => {
    sendFile(file, {
      at: '/api/sites/photographs',
      by: following.by,
      enough: 'received',
      ...(known !== undefined && { known }),
      onState: (state) => {
        if (state.id !== '' && state.id !== known) {
          known = state.id;
          if (!inMemory.has(following.id))
            keepOnDevice('sending', following.id, { ...following, upload: state.id }).catch(() => {
              // no room: after a reload it begins anew
            });
        }
        if (state.state === 'done' || state.state === 'failed') done(state);
      },
    });
  });
  // The server let go of what had come, after days: it begins anew.
  if (last.fault?.code === 'upload.unknown' && following.upload !== undefined)
    return sent(file, { id: following.id, by: following.by, bytes: following.bytes });
  return last.fault;
}

async function settled(id: string): Promise<undefined> {
  inMemory.delete(id);
  if (canKeep()) {
    await dropFromDevice('sending', id);
    await dropFromDevice('pictures', id);
  }
  change({ waiting: pictures.waiting.filter((one) => one.id !== id) });
  forgetAnswers();
}
