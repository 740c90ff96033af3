import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCase, openCase, verifyCase } from '../index.ts';
import { CHEAP } from './example-items.ts';

export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged, but not there or not whole. */
  readonly lost: readonly string[];
  readonly faults: readonly { readonly what: string; readonly where: string }[];
}

/**
 * Kills a writing process again and again, each time at another moment, and lets the next one go on where it fell.
 * Afterwards everything that was ever acknowledged must be there, whole, and `verify` must find nothing.
 *
 * @param moment milliseconds to the n-th kill, in turn from the opening and from the first item acknowledged
 */
export async function killWhileWriting(
  folder: string,
  sealing: 'sealed' | 'unsealed',
  kills: number,
  moment: (n: number) => number,
): Promise<KillReport> {
  const passphrase = sealing === 'sealed' ? 'a phrase' : undefined;
  (await createCase(folder, { passphrase, unsealed: sealing === 'unsealed', ...CHEAP })).close();
  const acknowledged = new Map<string, number>();
  for (let n = 0; n < kills; n++) {
    const lines = await writeAndDie([folder, passphrase ?? '', String(n)], 1 + (n % 2), moment(n));
    for (const line of lines) {
      const [sha256, records] = line.split(' ');
      if (sha256 && records) acknowledged.set(sha256, Number(records));
    }
  }

  // Seen by verify as the last killed process left it, and again once a writer has swept up.
  const before = await verifyCase(folder, { passphrase });
  const opened = await openCase(folder, { passphrase });
  const lost: string[] = [];
  for (const [sha256, records] of acknowledged) {
    const id = opened.holds(sha256);
    const whole = id !== undefined && [...opened.itemRecords(id)].length === records && opened.itemBytes(id);
    if (!whole) lost.push(sha256);
  }
  opened.close();
  const after = await verifyCase(folder, { passphrase });
  return { kills, acknowledged: acknowledged.size, lost, faults: [...before.faults, ...after.faults] };
}

/** The whole lines that the writer said before it was killed, so long after it had said so many. */
async function writeAndDie(args: readonly string[], after: number, milliseconds: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./killed-writer.ts', import.meta.url)), ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let said = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.split('\n').length > after) resolve();
    });
    child.once('close', () => resolve());
  });
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await gone;
  if (!said.startsWith('open\n')) throw new Error(`the writer did not open the case: ${said}`);
  return said.slice(5, said.lastIndexOf('\n') + 1).split('\n');
}
