import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

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

/** A folder that goes away when the work is done. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result> | Result): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
