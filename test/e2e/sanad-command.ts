import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

export const root = resolve(import.meta.dirname, '../..');
const main = join(root, 'src/cli/main.ts');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const environment = { ...process.env, LC_ALL: 'C.UTF-8', SANAD_ACTOR: 'Tester' };

/** Runs the real command in a process of its own. */
export function sanad(args: readonly string[], env: Record<string, string> = {}): Ran {
  const done = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** The same, left running: for `serve`, and for what is killed. */
export function startSanad(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [main, ...args], {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The address that a server says it serves. Rejects with what it said if it ends instead. */
export const addressSaid = (running: ChildProcessByStdio<null, Readable, Readable>): Promise<string> =>
  new Promise<string>((found, failed) => {
    let said = '';
    const listen = (part: Buffer) => {
      said += part;
      const at = /http:\/\/[\d.]+:\d+/.exec(said);
      if (at) found(at[0]);
    };
    running.stdout.on('data', listen);
    running.stderr.on('data', listen);
    running.once('exit', () => failed(new Error(said)));
  });

/** Starts the command and waits for the address that it says it serves. Rejects with what it said if it ends instead. */
export async function served(args: readonly string[], env: Record<string, string> = {}): Promise<Served> {
  const running = startSanad(args, env);
  return { address: await addressSaid(running), running };
}

export interface Served {
  readonly address: string;
  readonly running: ReturnType<typeof startSanad>;
}

/** A folder that goes away when the work is done. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result> | Result): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
