import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pageMessages } from '../../src/messages/index.ts';
import type { AccessPage, PeoplePage } from '../../src/model/index.ts';
import { PAGE_PATHS } from '../../src/server/page-paths.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { type FullCase, fullCase, OWNER } from './full-case.ts';
import { complaints } from './sound.ts';

/** Every page that there is, in both languages, on a phone and at a desk, in both schemes of colour. */

vi.setConfig({ testTimeout: 300_000 });
const folder = mkdtempSync(join(tmpdir(), 'sanad-pages-'));
const pictures = process.env.SANAD_PICTURES;
/** What stands behind one deliberate step. */
const STEPS: Readonly<Record<string, string>> = {
  '/remains': 'main button.main',
  '/remains/wall': 'main button.main',
  '/requests/hand-out': 'main button.main',
  '/requests/wall': 'main button.main',
};
/** These exist once there are accounts. */
const OF_ACCOUNTS = ['/access', '/account', '/accounts'];

let browser: Browser;
let full: FullCase;
let context: BrowserContext;
let page: Page;
const wrong: string[] = [];

beforeAll(async () => {
  [full, browser] = await Promise.all([fullCase(folder), openBrowser()]);
  ({ context, page } = await watchedPage(browser, [full.address], wrong));
  await context.addInitScript(`localStorage.setItem('sanad.by', 'ريم')`);
  page.setDefaultTimeout(60_000);
}, 300_000);
afterAll(async () => {
  await context?.close();
  await browser?.close();
  for (const each of full?.running ?? []) each.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function look(path: string, language: 'ar' | 'en'): Promise<string[]> {
  await page.goto(`${full.address}/${language}${path}`);
  await page.locator('h1').first().waitFor();
  const step = STEPS[path];
  if (step !== undefined) await page.locator(step).first().click();
  await page.waitForLoadState('networkidle');
  await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
  const found = await complaints(page, path, language);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const name = `${language}${path.replaceAll('/', '-')}-${width}.png`;
      await page.screenshot({ path: join(pictures, name), fullPage: true });
    }
  }
  const title = await page.locator('h1').first().innerText();
  if (title === pageMessages['not-found.title'][language]) found.push(`nothing stands at ${path}`);
  return found;
}
const allOf = async (paths: readonly string[], language: 'ar' | 'en'): Promise<string[]> => {
  const found: string[] = [];
  for (const path of paths) found.push(...(await look(path, language)));
  return found;
};

const PATHS = PAGE_PATHS.filter((path) => ![...OF_ACCOUNTS, '/join'].includes(path));
test.each(['ar', 'en'] as const)(
  '%s: axe finds nothing on any page, and nothing sticks out',
  async (language) => {
    const things: Readonly<Record<string, string>> = full.things;
    const paths = PATHS.map((path) => things[path] ?? path);
    expect(paths.filter((path) => path.includes(':'))).toEqual([]);
    expect(await allOf(paths, language)).toEqual([]);
  },
);

/** Every page that a printer would give, as its words. */
async function printed(path: string, act?: string): Promise<string[]> {
  await page.goto(`${full.address}${path}`);
  await page.locator('h1').first().waitFor();
  if (act !== undefined) await page.locator(act).click();
  await page.waitForLoadState('networkidle');
  const { numPages, getPage } = await paperOf(await page.pdf({ preferCSSPageSize: true }));
  const sheets = Array.from({ length: numPages }, async (_, at) => {
    const { items } = await (await getPage(at + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return Promise.all(sheets);
}
async function paperOf(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  return { numPages: document.numPages, getPage: (at: number) => document.getPage(at) };
}

test('what goes to paper is whole: a form on one page, everybody of a list, marks and no face', async () => {
  for (const language of ['ar', 'en']) expect(await printed(`/${language}/requests/paper`)).toHaveLength(1);
  const { total } = (await (await fetch(`${full.address}/api/people?count=1`)).json()) as PeoplePage;
  const list = await printed('/en/people/print?sort=name');
  await page.waitForSelector('.printed-persons tbody tr');
  expect(await page.locator('.printed-persons tbody tr').count()).toBe(total);
  expect(list.length).toBeGreaterThan(5);
  expect(list.at(-1)).toContain('[1]');
  const wall = await printed('/en/remains/wall', 'main button.main');
  expect(wall.join(' ')).toContain('A + M');
  expect(await page.locator('.wall img').count()).toBe(0);
  await page.goto(`${full.address}/en/requests/wall`);
  for (const [use, count] of [
    ['screen', 0],
    ['paper', 1],
  ] as const) {
    await page.locator('[name=audience]').selectOption('public');
    await page.locator('[name=use]').selectOption(use);
    await page.locator('main form button.main').first().click();
    await page.locator('.wall img').waitFor();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.wall img:visible').count()).toBe(count);
    await page.emulateMedia({ media: null });
  }
  await page.goto(`${full.address}/en/requests/hand-out`);
  await page.locator('[name=to]').selectOption('public');
  await page.locator('main form button.main').first().click();
  await page.locator('.wall').waitFor();
  const leaves = await page.locator('.wall').innerText();
  expect(leaves).toContain('الزعرور');
  for (const word of ['0999', 'هدى المرجان', 'زيتونة']) expect(leaves).not.toContain(word);
});

test('the same of signing in, one’s own account, everybody’s, and who looked at whom', async () => {
  const { address } = full;
  const made = await page.request.post(`${address}/api/accounts`, {
    headers: { origin: address },
    data: { name: 'rana', role: 'desk' },
  });
  expect(made.status()).toBe(200);
  const found = [...(await allOf(['/people', '/join'], 'ar')), ...(await allOf(['/people', '/join'], 'en'))];
  await page.request.post(`${address}/api/session`, { headers: { origin: address }, data: OWNER });
  for (const language of ['ar', 'en'] as const) found.push(...(await allOf(OF_ACCOUNTS, language)));

  // what goes to paper is written down, with everybody who is on it
  await page.goto(`${address}/ar/people/print?filter=several-lists`);
  const rows = page.locator('.printed-persons tbody tr');
  await rows.first().waitFor();
  const onIt = await rows.count();
  await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
  const prints = async () => {
    const answer = await page.request.get(`${address}/api/access?kind=print`);
    const { entries } = (await answer.json()) as AccessPage;
    return entries.map(({ persons, more }) => persons.length + more);
  };
  await expect.poll(prints).toContain(onIt);
  expect(found).toEqual([]);
  expect(wrong.filter((each) => !/status of 40[01]/.test(each))).toEqual([]);
});
