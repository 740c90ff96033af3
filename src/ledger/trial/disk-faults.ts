import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nothingPromised, promise, whatIsWrong } from './power-loss.ts';

export interface DiskFaultReport {
  readonly runs: number;
  /** Runs in which the fault came to pass and was told as what it is. */
  readonly told: number;
  /** Runs that had ended before the fault came. */
  readonly unharmed: number;
  /** Something acknowledged is not there, or the writer said something else than that the disk failed. */
  readonly wrong: readonly string[];
}

const CALLS = ['pwrite64', 'fsync', 'rename', 'ftruncate', 'mkdir', 'unlink'] as const;
const ERRORS = ['ENOSPC', 'EIO'] as const;

/**
 * Lets one call of a writer fail, each time another: no space, or an error of the disk. What was acknowledged before must
 * be there afterwards, whole, and the writer must say that the disk failed. Needs strace, which lets calls fail.
 *
 * @param pick a whole number in `[0, below)`
 */
export async function failTheDisk(
  root: string,
  passphrase: string,
  runs: number,
  pick: (below: number) => number,
): Promise<DiskFaultReport> {
  mkdirSync(root, { recursive: true });
  const writer = fileURLToPath(new URL('./acknowledging-writer.ts', import.meta.url));
  const wrong: string[] = [];
  let told = 0;
  let unharmed = 0;
  for (let run = 0; run < runs; run++) {
    const folder = join(root, `run-${run}`);
    const call = CALLS[run % CALLS.length]!;
    const error = ERRORS[Math.floor(run / CALLS.length) % ERRORS.length]!;
    const when = 1 + pick(call === 'pwrite64' ? 300 : call === 'fsync' ? 80 : 20);
    // From then on every such call fails, as on a full disk, or only that one.
    const lasting = pick(2) === 0 ? '+' : '';
    const inject = `inject=${call}:error=${error}:when=${when}${lasting}`;
    const ran = spawnSync(
      'strace',
      [
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        '-e',
        `trace=${call}`,
        '-e',
        inject,
        process.execPath,
        writer,
        folder,
        passphrase,
        '5',
      ],
      { encoding: 'utf8' },
    );
    const promised = nothingPromised();
    const lines = ran.stdout.trimEnd().split('\n');
    for (const line of lines) promise(promised, line);
    const last = lines.at(-1) ?? '';
    const name = `${call} ${error} at ${when}${lasting}`;
    if (last === 'closed') unharmed++;
    else if (last === 'failed case.disk-failed') told++;
    else wrong.push(`${name}: ${last || ran.stderr.slice(0, 200)}`);
    const lost = await whatIsWrong(folder, passphrase, promised);
    if (lost) wrong.push(`${name}: ${lost}`);
    rmSync(folder, { recursive: true, force: true });
  }
  return { runs, told, unharmed, wrong };
}
