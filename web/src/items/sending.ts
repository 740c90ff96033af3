import type { UploadSeen } from '../../../src/model/index.ts';
import { AskFailed, ask, type Fault } from '../api/answers.ts';

/** Bytes of one request: lost at most where the line is cut, held at most by the server where it has a checksum. */
const PART = 8 * 1024 * 1024;
const TUS = { 'Tus-Resumable': '1.0.0' } as const;
/** Milliseconds before the next try after a cut: longer each time. */
const WAITS = [1000, 2000, 5000, 10_000, 20_000];

export interface SendingState {
  readonly id: string;
  readonly file: string;
  readonly length: number;
  readonly offset: number;
  readonly state: 'sending' | 'waiting' | 'paused' | 'checking' | 'done' | 'failed';
  readonly outcome?: UploadSeen['outcome'];
  readonly fault?: Fault;
}

export interface Sending {
  pause(): void;
  goOn(): void;
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const inMetadata = (text: string): string => base64(new TextEncoder().encode(text));

/** Announces a file. @returns where its parts go */
async function begin(file: File, at: string, by: string | undefined): Promise<string> {
  const metadata = [
    `filename ${inMetadata(file.webkitRelativePath || file.name)}`,
    `modified ${inMetadata(String(file.lastModified))}`,
  ];
  if (by) metadata.push(`by ${inMetadata(by)}`);
  const response = await fetch(at, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Length': String(file.size), 'Upload-Metadata': metadata.join(',') },
  });
  if (!response.ok) throw new AskFailed(((await response.json()) as { error: Fault }).error);
  return (response.headers.get('location') ?? '').split('/').at(-1) ?? '';
}

const look = (at: string, id: string): Promise<UploadSeen> =>
  ask<UploadSeen>(`${at}/${encodeURIComponent(id)}`);

/** SHA-256 where the browser lets pages compute it: over TLS and on this machine. */
async function checksum(part: ArrayBuffer): Promise<Record<string, string>> {
  if (!globalThis.crypto?.subtle) return {};
  const digest = await crypto.subtle.digest('SHA-256', part);
  return { 'Upload-Checksum': `sha256 ${base64(new Uint8Array(digest))}` };
}

/**
 * Sends a file part by part, goes on by itself after a cut, and tells how far it has come. What the server has acknowledged
 * is on its disk.
 *
 * @param known the id of one that was begun before, on this page or another
 */
export function sendFile(
  file: File,
  options: {
    readonly known?: string;
    readonly by?: string;
    /** Where files of this kind are sent. */
    readonly at?: string;
    /** Whether it is done when all has come, or only when an item was made of it. */
    readonly enough?: 'received' | 'taken-in';
    readonly onState: (state: SendingState) => void;
  },
): Sending {
  const { at = '/api/uploads', enough = 'taken-in' } = options;
  let id = options.known ?? '';
  let offset = 0;
  let wanted: 'go' | 'stop' = 'go';
  let running = false;
  let controller = new AbortController();
  const say = (state: SendingState['state'], more: Partial<SendingState> = {}): void =>
    options.onState({ id, file: file.name, length: file.size, offset, state, ...more });

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    let tries = 0;
    try {
      while (wanted === 'go') {
        try {
          if (id === '') id = await begin(file, at, options.by);
          const seen = await look(at, id);
          offset = seen.offset;
          if (seen.outcome) return say('done', { outcome: seen.outcome });
          if (enough === 'received' && offset === file.size) return say('done');
          await sendPart();
          tries = 0;
        } catch (error) {
          if (wanted !== 'go') break;
          const fault = error instanceof AskFailed ? error.fault : undefined;
          if (fault && fault.code !== 'unreachable' && !/^upload\.(offset|checksum)/.test(fault.code))
            return say('failed', { fault });
          say('waiting');
          await new Promise((later) => setTimeout(later, WAITS[Math.min(tries++, WAITS.length - 1)]));
        }
      }
      say('paused');
    } finally {
      running = false;
    }
  };

  const sendPart = async (): Promise<void> => {
    const part = await file.slice(offset, offset + PART).arrayBuffer();
    say(offset + part.byteLength === file.size ? 'checking' : 'sending');
    controller = new AbortController();
    const response = await fetch(`${at}/${encodeURIComponent(id)}`, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
        ...(await checksum(part)),
      },
      body: part,
      signal: controller.signal,
    });
    if (!response.ok) throw new AskFailed(((await response.json()) as { error: Fault }).error);
    offset = Number(response.headers.get('upload-offset'));
    say('sending');
  };

  void run();
  return {
    pause: () => {
      wanted = 'stop';
      controller.abort();
    },
    goOn: () => {
      wanted = 'go';
      void run();
    },
  };
}

/** Throws away what has come. */
export const cancelSending = async (id: string): Promise<void> => {
  await fetch(`/api/uploads/${encodeURIComponent(id)}`, { method: 'DELETE', headers: TUS });
};
