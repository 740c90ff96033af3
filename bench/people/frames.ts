/**
 * How smoothly the table of everybody scrolls in a real browser: a case of invented people, scrolled by 120 pixels a
 * frame from the top, from the middle, and by leaps after each of which lines have to be fetched. Prints frames a second
 * and the longest frame; without a graphics card the browser draws by itself, so a laptop does no worse.
 *
 *   node bench/people/frames.ts [PERSONS] [FOLDER]
 *
 * PERSONS: default 100000. FOLDER: a case made and kept by hundred-thousand.ts, or where one is to be made.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase } from '../../src/ledger/index.ts';
import { openBrowser } from '../../test/e2e/browser.ts';
import { countFrames, serve } from '../server/frame-rate.ts';
import { addInventedLists } from './invented-case.ts';

const persons = Number(process.argv[2] ?? 100_000);
const kept = process.argv[3];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'sanad-frames-'));
if (!existsSync(join(folder, 'sanad.json'))) {
  const made = await createCase(folder, { unsealed: true, name: 'أشخاص مختلَقون' });
  await addInventedLists(made, persons);
  made.close();
}
const { address, stop } = await serve(folder);
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const asked = performance.now();
await page.goto(`${address}/ar/people?view=table`);
const box = page.locator('.people-scroll');
await box.waitFor({ timeout: 900_000 });
await page.locator('.people-table tbody th[scope=row] a').first().waitFor();
console.log(`the table stands ${((performance.now() - asked) / 1000).toFixed(1)} s after it was asked for`);
console.log(`lines in all: ${await page.locator('.people-table').getAttribute('aria-rowcount')}`);

const scroll = (from: number, frames: number): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const box = document.querySelector('.people-scroll');
    box.scrollTop = box.scrollHeight * ${from};
    let left = ${frames};
    const step = () => { box.scrollTop += 120; --left > 0 ? requestAnimationFrame(step) : done(); };
    requestAnimationFrame(step);
  })`);
await scroll(0, 60);
await countFrames(page, 'from the top', async () => void (await scroll(0, 300)));
await countFrames(page, 'from the middle', async () => void (await scroll(0.5, 300)));
await countFrames(page, 'twenty leaps, lines fetched after each', async () => {
  for (let leap = 0; leap < 20; leap++) {
    await scroll(((leap * 7) % 20) / 20, 10);
    await page.waitForTimeout(250);
  }
});
await browser.close();
stop();
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
