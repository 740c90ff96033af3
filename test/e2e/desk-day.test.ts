import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListsPage, RequestPage, ReviewPage } from '../../src/model/index.ts';
import { openBrowser, tabTo, watchedPage } from './browser.ts';
import { type Served, sanad, served } from './sanad-command.ts';

/** A day at the desk, in Arabic and without a mouse: import, find, link, review, take a request, answer the family. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-day-'));
const REGISTER = `name,father,family,born,status
Samer,,Zaarour,1988,detained
Hani,Naim,Zaarour,,detained
Ghaith,Mazen,Turkmani,1979,detained
`;
const RELEASED = `الاسم,اسم الأب,الكنية,تاريخ الولادة,الحالة
سامر,نعيم,الزعرور,1988,خرج
هاني,نعيم,الزعرور,31/02/1991,خرج
غيث,مازن,التركماني,1979,خرج
`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Served;
const wrong: string[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, 'register.csv'), REGISTER);
  writeFileSync(join(folder, 'released.csv'), RELEASED);
  sanad(['init', join(folder, 'case'), '--unsealed', '--name', 'قلعة الريح', '--quiet']);
  sanad(['add', join(folder, 'case'), join(folder, 'register.csv'), '--quiet']);
  server = await served(['serve', join(folder, 'case'), '--port', '0']);
  browser = await openBrowser();
  ({ context, page } = await watchedPage(browser, [server.address], wrong));
  page.setDefaultTimeout(60_000);
}, 300_000);
afterAll(async () => {
  await context?.close();
  await browser?.close();
  server?.running.kill();
  rmSync(folder, { recursive: true, force: true });
});

const go = async (path: string): Promise<void> => {
  await page.goto(`${server.address}/ar${path}`);
  await page.locator('h1').first().waitFor();
};
const press = async (selector: string, key = 'Enter'): Promise<void> => {
  await page.locator(selector).first().waitFor();
  await tabTo(page, selector);
  await page.keyboard.press(key);
};
const type = async (selector: string, words: string): Promise<void> => {
  await page.locator(selector).first().waitFor();
  await tabTo(page, selector);
  await page.keyboard.type(words);
};
const ask = async <T>(path: string): Promise<T> => (await (await fetch(server.address + path)).json()) as T;

test('a list comes in, somebody is found, linked and reviewed; a mother asks and is answered', async () => {
  // the list of the released: the one bad row is put right, the rest goes in
  await go('/lists/add');
  await page.setInputFiles('#import-file', join(folder, 'released.csv'));
  await page.locator('.bad-row').waitFor();
  expect(await page.locator('.bad-row').count()).toBe(1);
  await tabTo(page, '.bad-row input');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1991');
  await page.keyboard.press('Enter');
  await page.locator('.bad-row.staged').waitFor();
  await type('#given-source', 'لجنة الإفراج');
  await press('form.given button[type=submit]');
  await type('#who-name', 'ريم');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ar/lists');
  const [list] = (await ask<ListsPage>('/api/lists')).lists;
  expect(list).toMatchObject({ file: 'released.csv', rows: 3, corrected: 1, leftOut: 0 });

  // a voice on the telephone: “is Samer Zaarour there?”
  await page.keyboard.press('/');
  await page.keyboard.type('سامر الزعرور');
  await page.keyboard.press('Enter');
  await page.locator('.hits [data-entry]').first().waitFor();
  await press('.hits [data-entry]');
  await page.locator('#possible').waitFor();
  // who knows both says that the Latin row is he too
  await press('#possible ~ ul button:nth-of-type(2)');
  await page.locator('.links', { hasText: 'ريم' }).first().waitFor();

  // the queue asks about his brother, far from his name
  await go('/review');
  await page.locator('.review-pair').waitFor();
  const before = (await ask<ReviewPage>(`/api/review?by=${encodeURIComponent('ريم')}`)).decided;
  await page.keyboard.press('KeyS');
  await expect
    .poll(async () => (await ask<ReviewPage>(`/api/review?by=${encodeURIComponent('ريم')}`)).decided)
    .toBe(before + 1);

  // his mother comes: nothing is kept before she has heard what for
  await go('/requests/new');
  await press('[name="consent.compare"]', 'Space');
  await press('[name="consent.call"]', 'Space');
  await type('[name="names.given"]', 'سامر');
  await type('[name="names.father"]', 'نعيم');
  await type('[name="names.family"]', 'الزعرور');
  await type('[name=birth]', '١٩٨٨');
  await type('[name=asker]', 'هدى المرجان');
  await tabTo(page, '[name=relation]');
  await page.keyboard.press('ArrowDown');
  await type('[name=at]', '0999 000 111');
  await type('[name=codeWord]', 'زيتونة');
  await page.keyboard.press('Enter');
  await page.locator('.family-code').waitFor();
  const code = (await page.locator('.family-code span').allTextContents()).join(' ');

  // the list that came in this morning answers her; what to say is read from the page
  await go('/requests/hits');
  await page.locator('.hit.at', { hasText: 'سامر' }).waitFor();
  await page.keyboard.press('s');
  await page.locator('[role=status]', { hasText: 'هو نفسه' }).first().waitFor();
  await go('/requests');
  await type('[name=code]', code);
  await page.keyboard.press('Enter');
  await page.locator('#calls').waitFor();
  await press('#calls ~ details summary');
  await tabTo(page, '#calls ~ details select');
  await page.locator('#calls ~ details select').press('ArrowDown');
  await page.locator('#calls ~ details select').selectOption('on-a-list');
  await type('#calls ~ details textarea', 'قائمة لجنة الإفراج، السطر الأول');
  await press('#calls ~ details button');
  await press('.call summary');
  await page.locator('.script li').nth(2).waitFor();
  await type('.call [name=to]', 'الأم');
  await type('.call textarea', 'قيل لها بالهاتف بعد كلمة السر. تعود غدًا.');
  await press('.call form button');
  await page.locator('.call', { hasText: 'قيل لها بالهاتف' }).waitFor();

  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
  const { request } = await ask<RequestPage>(`/api/requests/${id}`);
  expect(request.calls).toMatchObject([{ matter: 'on-a-list', told: { to: 'الأم', by: 'ريم' } }]);
  expect(request.receipt).toBe('nothing-new');
  expect(wrong).toEqual([]);
}, 300_000);
