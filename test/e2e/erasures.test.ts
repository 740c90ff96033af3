import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErasuresPage, ItemsPage } from '../../src/model/index.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { type Served, sanad, served } from './sanad-command.ts';
import { complaints } from './sound.ts';

/** A family asks that somebody's row be gone: one person asks for it, another looks and carries it out. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-erasures-'));
const at = (name: string): string => join(folder, name);
const wrong: string[] = [];
const LISTS = {
  en: 'name,father,born\nHalim Medlar,Zahir,1971\nAnis Quince,Tamim,1984\n',
  ar: 'الاسم,اسم الأب,الميلاد\nحليم البيدر,زاهر,1971\nأنيس النهري,تميم,1984\n',
};
let browser: Browser;
let running: Served;

beforeAll(async () => {
  sanad(['init', at('case'), '--unsealed', '--quiet']);
  for (const [language, text] of Object.entries(LISTS)) {
    writeFileSync(at(`${language}.csv`), text);
    sanad(['add', at('case'), at(`${language}.csv`)]);
  }
  running = await served(['serve', at('case'), '--port', '0']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  running?.running.kill();
  rmSync(folder, { recursive: true, force: true });
  expect(wrong.filter((one) => !/4(04|22)/.test(one))).toEqual([]);
});

const ask = async <T>(path: string): Promise<T> =>
  (await (await fetch(running.address + path, { headers: { 'sec-fetch-site': 'same-origin' } })).json()) as T;

async function as(name: string, path: string): Promise<Page> {
  const { page } = await watchedPage(browser, [running.address], wrong);
  await page.addInitScript(`localStorage.setItem('sanad.by', ${JSON.stringify(name)})`);
  await page.goto(running.address + path);
  return page;
}

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  test('asked for by one, looked at and carried out by another; the page says what the ledger says', async () => {
    const { items } = await ask<ItemsPage>('/api/items');
    const list = items.find(({ file }) => file === `${language}.csv`)!.id;
    const [name, father] = LISTS[language].split('\n')[1]!.split(',') as [string, string];

    const rana = await as('Rana', `/${language}/erasures/new?record=${list}.1`);
    await rana.locator('.erase-values input').first().waitFor();
    expect(await rana.textContent('.foreseen')).toContain(name);
    expect(await complaints(rana, '/erasures/new', language)).toEqual([]);
    // all goes but the father's name
    await rana.locator('.erase-values input').nth(1).uncheck();
    await rana.selectOption('select[name=basis]', 'consent-withdrawn');
    await rana.locator('textarea[name=reason]').fill('asked by the family');
    await rana.keyboard.press('Tab');
    await rana.keyboard.press('Enter');
    await rana.waitForURL(`**/${language}/erasures`);
    await rana.locator('.erase-waiting a').click();
    await rana.locator('.foreseen').waitFor();
    expect(await rana.locator('button.danger').count()).toBe(0);
    await rana.close();

    const sami = await as('Sami', `/${language}/erasures`);
    await sami.locator('.erase-waiting a').waitFor();
    expect(await complaints(sami, '/erasures', language)).toEqual([]);
    await sami.locator('.erase-waiting a').click();
    await sami.locator('button.danger').waitFor();
    const shown = (await sami.textContent('.foreseen'))!;
    expect(shown).toContain(name);
    expect(shown).not.toContain(father);
    expect(await complaints(sami, '/erasures/N', language)).toEqual([]);
    await sami.locator('.erase-asking input').check();
    await sami.locator('button.danger').focus();
    await sami.keyboard.press('Enter');
    await sami.locator('[role=status] h1').waitFor();
    await sami.close();

    const { waiting, done } = await ask<ErasuresPage>('/api/erasures');
    expect(waiting).toEqual([]);
    expect(done[0]).toMatchObject({ basis: 'consent-withdrawn', reason: 'asked by the family', entries: 1 });
    const rows = JSON.stringify(await ask(`/api/items/${list}/rows?table=0&from=0&count=5`));
    expect(rows).not.toContain(name);
    expect(rows).toContain(father);
  });
});

test('and the case is whole', () => {
  const verified = JSON.parse(sanad(['verify', at('case'), '--json']).out) as { ok: boolean };
  expect(verified.ok).toBe(true);
});
