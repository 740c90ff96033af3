import { type ChildProcess, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemsPage, UploadSeen } from '../../src/model/index.ts';
import { openBrowser } from './browser.ts';
import { served } from './sanad-command.ts';

/** Files come in over a bad line, are looked at, copied for showing, and their chain is written down. */

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-files-'));
const env = { SANAD_PASSPHRASE: 'a phrase for the test' };

let browser: Browser;
let server: ChildProcess;
let address: string;

async function serve(): Promise<void> {
  ({ address, running: server } = await served(['serve', join(folder, 'case'), '--port', '0'], env));
}
const kill = (): Promise<void> =>
  new Promise((gone) => {
    server.once('exit', () => gone());
    server.kill('SIGKILL');
  });

beforeAll(async () => {
  execFileSync(process.execPath, [command, 'init', join(folder, 'case'), '--quiet'], {
    env: { ...process.env, ...env },
  });
  await serve();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const own = { 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0' };
const ask = async <T>(path: string): Promise<T> =>
  (await (await fetch(address + path, { headers: own })).json()) as T;
const itemsHeld = async () => (await ask<ItemsPage>('/api/items')).items;

describe('a file over a bad line', () => {
  test('goes on after the server was killed in the middle', async () => {
    const bytes = randomBytes(3_000_000);
    const begun = await fetch(`${address}/api/uploads`, {
      method: 'POST',
      headers: {
        ...own,
        'upload-length': String(bytes.length),
        'upload-metadata': `filename ${btoa('a.bin')}`,
      },
    });
    expect(begun.status).toBe(201);
    const path = begun.headers.get('location')!;
    const part = (from: number, to: number) =>
      fetch(address + path, {
        method: 'PATCH',
        headers: { ...own, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
        body: bytes.subarray(from, to),
      });
    expect((await part(0, 1_234_567)).headers.get('upload-offset')).toBe('1234567');
    await kill();
    await serve();
    const head = await fetch(address + path, { method: 'HEAD', headers: own });
    expect(head.headers.get('upload-offset')).toBe('1234567');
    expect((await part(1_234_567, bytes.length)).status).toBe(204);
    const { outcome } = await ask<UploadSeen>(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await itemsHeld()).find(({ id }) => id === outcome?.item)?.sha256).toBe(sha256);
  });

  test('goes in through the page, which goes on by itself after a cut', async () => {
    const bytes = randomBytes(20_000_000);
    writeFileSync(join(folder, 'video.mp4'), bytes);
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    let cut = 0;
    await page.route('**/api/uploads/*', (route) =>
      route.request().method() === 'PATCH' && cut++ === 1 ? route.abort() : route.continue(),
    );
    await page.goto(`${address}/en/items`);
    await page.setInputFiles('#add-files', join(folder, 'video.mp4'));
    await page.locator('.on-the-way a').first().waitFor({ timeout: 60_000 });
    expect(cut).toBeGreaterThan(2);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await itemsHeld()).map((item) => item.sha256)).toContain(sha256);
    await page.close();
  });
});

describe.each(['ar', 'en'])('the page of a picture, in %s', (language) => {
  let page: Page;
  test('shows it, what it says of itself, and who held it; nothing is out of reach', async () => {
    const points = randomBytes(60 * 40 * 3);
    const picture = await sharp(points, { raw: { width: 60, height: 40, channels: 3 } })
      .resize(600, 400, { kernel: 'cubic' })
      .withExif({ IFD0: { Make: 'Acme', Artist: `of Mill Street ${language}` } })
      .jpeg()
      .toBuffer();
    writeFileSync(join(folder, `${language}.jpg`), picture);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${address}/${language}/items`);
    await page.setInputFiles('#add-files', join(folder, `${language}.jpg`));
    await page.locator('.added a').first().click();
    await page.locator('.picture img').waitFor();
    await page.locator('#custody').waitFor();
    await page.getByText('Acme').first().waitFor();
    await page.addScriptTag({ content: axe.source }).catch(() => page.evaluate(axe.source));
    const found = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('a copy for showing is made by drawing; it carries nothing of the street', async () => {
    await page.evaluate(() => localStorage.setItem('sanad.by', 'Maha'));
    await page.reload();
    await page.locator('.picture img').waitFor();
    await page.locator('#picture ~ .actions button').last().click();
    const box = (await page.locator('.picture').boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 90);
    await page.mouse.up();
    await page.locator('.cover button.main').click();
    await page.locator('#copies').waitFor();
    const copy = (await itemsHeld()).findLast(({ file }) => file.endsWith('-covered.jpg'))!;
    const bytes = Buffer.from(
      await (await fetch(`${address}/api/items/${copy.id}/file`, { headers: own })).arrayBuffer(),
    );
    expect(bytes.includes('Mill Street')).toBe(false);
    await page.close();
  });
});
