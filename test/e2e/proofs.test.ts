import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ItemsPage, WitnessesPage } from '../../src/model/index.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { type Served, sanad, served } from './sanad-command.ts';
import { complaints } from './sound.ts';

/** What a case hands out, made and checked by page: nobody needs the command, and nothing leaves the browser. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-proofs-'));
const at = (name: string): string => join(folder, name);
const wrong: string[] = [];
let browser: Browser;
let running: Served;
let key: string;
let list: string;
let film: string;
let older: string;

beforeAll(async () => {
  sanad(['init', at('case'), '--unsealed', '--quiet']);
  writeFileSync(at('list.csv'), 'name,father,born\nHalim Medlar,Zahir,1971\nAnis Quince,Tamim,1984\n');
  writeFileSync(at('film.bin'), randomBytes(9_000_000));
  writeFileSync(at('other.bin'), randomBytes(9_000_000));
  sanad(['add', at('case'), at('list.csv')]);
  const notes = join(at('case'), 'checkpoints');
  older = readFileSync(join(notes, readdirSync(notes).sort().at(-1)!), 'utf8');
  sanad(['add', at('case'), at('film.bin')]);
  running = await served(['serve', at('case'), '--port', '0']);
  const ask = async <T>(path: string): Promise<T> =>
    (await (
      await fetch(running.address + path, { headers: { 'sec-fetch-site': 'same-origin' } })
    ).json()) as T;
  key = (await ask<WitnessesPage>('/api/witnesses')).head.key;
  const { items } = await ask<ItemsPage>('/api/items');
  list = items.find(({ file }) => file === 'list.csv')!.id;
  film = items.find(({ file }) => file === 'film.bin')!.id;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  running?.running.kill();
  rmSync(folder, { recursive: true, force: true });
  // the page shows what was refused; the browser tells it too
  expect(wrong.filter((one) => !one.includes('422'))).toEqual([]);
});

const saved = async (page: Page, link: string, name: string): Promise<string> => {
  const waiting = page.waitForEvent('download');
  await page.locator(link).first().click();
  await (await waiting).saveAs(at(name));
  return at(name);
};
const verdict = async (page: Page): Promise<string> => {
  await page.locator('.judged').waitFor();
  return (await page.locator('.judged').getAttribute('class'))!.split(' ')[1]!;
};
const give = (page: Page, place: number, file: string): Promise<void> =>
  page.locator('.handed input[type=file]').nth(place).setInputFiles(file);

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  test('a file’s proof is checked against the file, without the case', async () => {
    const { page, context } = await watchedPage(browser, [running.address], wrong);
    await page.goto(`${running.address}/${language}/items/${film}/proof`);
    const proof = await saved(page, '.proof-save .main', `${language}.tlog-proof`);
    await page.goto(`${running.address}/${language}/check`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await give(page, 0, proof);
    const go = page.locator('.checking button.main');
    await go.click();
    expect(await verdict(page)).toBe('unproven');

    await page.locator('.checking input[dir=ltr]').fill(key);
    await give(page, 1, at('film.bin'));
    await go.focus();
    await page.keyboard.press('Enter');
    expect(await verdict(page)).toBe('proven');
    expect(await page.textContent('.judged')).toContain('film.bin');
    expect(await complaints(page, '/check', language)).toEqual([]);

    await give(page, 1, at('other.bin'));
    await go.click();
    expect(await verdict(page)).toBe('refused');
    const text = readFileSync(proof, 'utf8').replace(/^index (\d+)$/m, 'index 0');
    await page.locator('.machine-text').first().fill(text);
    await go.click();
    expect(await verdict(page)).toBe('refused');
    // what every page asks when it opens; nothing of what was chosen goes anywhere
    const usual = /^GET \/(api\/(session|overview)|.*\.(js|css|woff2))$/;
    expect(sent.filter((one) => !usual.test(one))).toEqual([]);
    await context.close();
  });

  test('that the ledger grew, from a checkpoint that somebody brings back', async () => {
    const { page, context } = await watchedPage(browser, [running.address], wrong);
    await page.goto(`${running.address}/${language}/witnesses`);
    await page.locator('#growth').waitFor();
    const section = page.locator('section[aria-labelledby=growth]');
    await section.locator('.machine-text').fill(older);
    await section.locator('button.main').click();
    expect(await verdict(page)).toBe('proven');
    expect(await complaints(page, '/witnesses', language)).toEqual([]);
    const proof = await saved(page, 'a.button.main[download]', `${language}.growth.txt`);

    await page.goto(`${running.address}/${language}/check`);
    await give(page, 0, proof);
    writeFileSync(at('older.checkpoint'), older);
    await give(page, 1, at('older.checkpoint'));
    await page.locator('.checking input[dir=ltr]').fill(key);
    await page.locator('.checking button.main').click();
    expect(await verdict(page)).toBe('proven');
    await page.locator('.machine-text').nth(1).fill(older.replace('\n', '\n1'));
    await page.locator('.checking button.main').click();
    expect(await verdict(page)).toBe('refused');

    await page.goto(`${running.address}/${language}/witnesses`);
    await section.locator('.machine-text').fill(older.split('\n').slice(0, 3).join('\n').replace(/=$/, 'A'));
    await section.locator('button.main').click();
    await section.locator('.fault').waitFor();
    await context.close();
  });

  test('one value of one row, on purpose', async () => {
    const { page, context } = await watchedPage(browser, [running.address], wrong);
    await page.goto(`${running.address}/${language}/items/${list}/proof`);
    await page.locator('#values-row').fill('2');
    await page.keyboard.press('Enter');
    await page.locator('input[name=slot]').first().waitFor();
    expect(await page.textContent('main')).toContain('Anis Quince');
    expect(await complaints(page, '/records', language)).toEqual([]);
    await page.locator('input[value=c02]').check();
    await page.locator('input[name=sure]').check();
    await page.locator('.checking button.main').click();
    const proof = await saved(page, 'a.button.main[download]', `${language}-value.tlog-proof`);
    const disclosed = Buffer.from(
      /^extra (.*)$/m.exec(readFileSync(proof, 'utf8'))![1]!,
      'base64',
    ).toString();
    expect(disclosed).toContain('1984');
    expect(disclosed).not.toContain('Quince');

    await page.goto(`${running.address}/${language}/check`);
    await give(page, 0, proof);
    await page.locator('.checking input[dir=ltr]').fill(key);
    await page.locator('.checking button.main').click();
    expect(await verdict(page)).toBe('proven');
    expect(await page.textContent('.judged')).toContain('1984');
    await context.close();
  });
});
