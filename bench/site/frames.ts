/**
 * How smoothly a plan of thousands of sectors moves and takes new colours: an invented floor in a real browser, dragged
 * for some seconds, then shown at other moments. Prints frames a second and the longest frame; on a machine without a
 * graphics card the browser draws by itself, so a phone does no worse.
 *
 * node bench/site/frames.ts [sectors]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../../test/e2e/browser.ts';
import { COMMAND, countFrames, serve } from '../server/frame-rate.ts';

const count = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), 'sanad-frames-'));
execFileSync(process.execPath, [COMMAND, 'init', join(folder, 'case'), '--unsealed', '--quiet']);
const { address, stop } = await serve(join(folder, 'case'));

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const id = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte & 31]).join('');
const site = id();
const floor = id();
const at = new Date().toISOString();
const core = (about: string) => ({ id: id(), site, about, upon: [], at, by: 'bench' });
const wide = Math.ceil(Math.sqrt(count * 1.6));
const entries: unknown[] = [
  { ...core(site), is: 'place', body: { name: { en: 'Bench' }, elsewhere: 0.5 } },
  {
    ...core(floor),
    is: 'floor',
    body: {
      name: { en: 'Ground' },
      level: 0,
      metres: 1,
      width: wide * 10,
      height: Math.ceil(count / wide) * 10,
    },
  },
];
for (let n = 0; n < count; n++) {
  const [x, y] = [(n % wide) * 10, Math.floor(n / wide) * 10];
  const sector = id();
  entries.push({
    ...core(sector),
    is: 'sector',
    body: {
      floor,
      code: `G-${n}`,
      kind: 'room',
      outline: [
        [x, y],
        [x + 9, y],
        [x + 9, y + 9],
        [x + 5, y + 9.5],
        [x, y + 9],
      ],
    },
  });
  if (n % 3 === 0)
    entries.push({
      ...core(id()),
      is: 'search',
      body: {
        sector,
        team: 'Blue',
        method: 'dog',
        from: new Date(Date.now() - 7_200_000 + n).toISOString(),
        to: new Date(Date.now() - 3_600_000 + n).toISOString(),
        coverage: 1,
        result: 'nothing',
      },
    });
}
for (let from = 0; from < entries.length; from += 500) {
  const answer = await fetch(`${address}/api/sites/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ sentAt: new Date().toISOString(), entries: entries.slice(from, from + 500) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
const asked = performance.now();
await (await fetch(`${address}/api/sites/${site}/picture`)).json();
console.log(`${count} sectors: the picture is answered in ${(performance.now() - asked).toFixed(0)} ms`);

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${address}/en/sites/${site}`);
const canvas = page.locator('.plan canvas');
await canvas.waitFor();
await page.waitForTimeout(500);
const box = (await canvas.boundingBox())!;
await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
await page.mouse.down();
await countFrames(page, 'moving', async () => {
  for (let step = 0; step < 120; step++)
    await page.mouse.move(
      box.x + box.width / 2 + 150 * Math.sin(step / 8),
      box.y + box.height / 2 + 80 * Math.cos(step / 8),
    );
  await page.mouse.up();
});
await page.locator('#site-time').focus();
await countFrames(page, 'another moment', async () => {
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press(step < 5 ? 'PageDown' : 'PageUp');
    await page.waitForTimeout(150);
  }
});
await browser.close();
stop();
rmSync(folder, { recursive: true, force: true });
