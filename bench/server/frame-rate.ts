import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

export const COMMAND = join(resolve(import.meta.dirname, '../..'), 'src/cli/main.ts');

/** Serves a case by the command in a process of its own. */
export async function serve(folder: string): Promise<{ readonly address: string; stop(): void }> {
  const server = spawn(
    process.execPath,
    ['--max-old-space-size=8000', COMMAND, 'serve', folder, '--port', '0'],
    { stdio: 'pipe' },
  );
  const address = await new Promise<string>((found) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (part: Buffer) => {
        said += part;
        const at = /http:\/\/[\d.]+:\d+/.exec(said);
        if (at) found(at[0]);
      });
  });
  return { address, stop: () => server.kill() };
}

/** Counts the frames that a page draws while something is done, and prints how even they come. */
export async function countFrames(page: Page, what: string, work: () => Promise<void>): Promise<void> {
  await page.evaluate(
    'if (!window.frames_) { window.frames_ = []; (function tick(t) { window.frames_.push(t); requestAnimationFrame(tick); })(performance.now()); }',
  );
  await page.evaluate('window.frames_.length = 0');
  await work();
  const gaps = (await page.evaluate(
    'window.frames_.slice(1).map((t, i) => t - window.frames_[i])',
  )) as number[];
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const sorted = gaps.toSorted((a, b) => a - b);
  console.log(
    `${what}: ${(1000 / mean).toFixed(1)} frames a second, 95th of a hundred ${sorted[Math.floor(gaps.length * 0.95)]?.toFixed(1)} ms, longest ${sorted.at(-1)?.toFixed(1)} ms`,
  );
}
