import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ErrorCode } from '../../../src/model/index.ts';

/** What went wrong when the server was asked. `unreachable` is the pages' own: no answer came at all. */
export interface Fault {
  readonly code: ErrorCode | 'unreachable';
  readonly data: Readonly<Record<string, string | number>>;
}

export class AskFailed extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

const signedOut = new Set<() => void>();

/** Told when the server no longer knows who asks: their session has ended. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

async function faultOf(response: Response): Promise<Fault> {
  try {
    const { error } = (await response.json()) as { error: Fault };
    if (typeof error.code === 'string') return { code: error.code, data: error.data ?? {} };
  } catch {
    // not our server's form: a proxy's page, a cut connection
  }
  return { code: response.status === 404 ? 'request.not-found' : 'internal', data: {} };
}

/** Asks the server; throws `AskFailed`. An aborted request throws the browser's own `AbortError`. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new AskFailed({ code: 'unreachable', data: {} });
  }
  if (!response.ok) {
    const fault = await faultOf(response);
    if (fault.code === 'account.sign-in') for (const listener of signedOut) listener();
    throw new AskFailed(fault);
  }
  return (await response.json()) as T;
}

export const tell = <T>(path: string, body: unknown): Promise<T> =>
  ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

export type Answer<T> =
  | { readonly state: 'waiting'; readonly data?: T }
  | { readonly state: 'here'; readonly data: T }
  | { readonly state: 'failed'; readonly fault: Fault; readonly again: () => void };

const held = new Map<string, unknown>();
const HELD_AT_MOST = 60;
let version = 0;
let tick = 0;
const listeners = new Set<() => void>();

/** After a decision or an upload nothing that was answered before counts any more; pages on screen ask again. */
export function forgetAnswers(): void {
  version++;
  tick++;
  held.clear();
  for (const listener of listeners) listener();
}

/** Asks one question again and shows the new answer when it is here; until then, and where none comes, the old one. */
export async function refresh(path: string): Promise<void> {
  try {
    held.set(path, await ask(path));
    tick++;
    for (const listener of listeners) listener();
  } catch {
    // what was known stays
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * The server's answer to one question, kept while the visit lasts, so that going back is instant and lands where the
 * reader was. A new question cancels the one before; the last one wins. `undefined` asks nothing.
 */
export function useAnswer<T>(path: string | undefined): Answer<T> {
  useSyncExternalStore(subscribe, () => tick);
  const at = version;
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState<{ key: string; fault: Fault }>();
  const [, arrived] = useState(0);
  const [last, setLast] = useState<{ path: string; data: T }>();
  const key = `${path}\u0000${at}\u0000${tries}`;
  useEffect(() => {
    if (path === undefined || held.has(path)) return;
    const controller = new AbortController();
    ask<T>(path, { signal: controller.signal }).then(
      (data) => {
        if (controller.signal.aborted) return;
        if (held.size >= HELD_AT_MOST) held.delete(held.keys().next().value ?? '');
        held.set(path, data);
        setLast({ path, data });
        arrived((count) => count + 1);
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const fault: Fault = error instanceof AskFailed ? error.fault : { code: 'internal', data: {} };
        setFailed({ key, fault });
      },
    );
    return () => controller.abort();
  }, [path, key]);

  if (path !== undefined && held.has(path)) return { state: 'here', data: held.get(path) as T };
  if (failed?.key === key)
    return { state: 'failed', fault: failed.fault, again: () => setTries((count) => count + 1) };
  return last?.path === path && last ? { state: 'waiting', data: last.data } : { state: 'waiting' };
}
