import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchPicture, SiteList, SiteState } from '../../src/model/index.ts';
import { openBrowser } from './browser.ts';
import { pageKept } from './page-kept.ts';
import { served } from './sanad-command.ts';
import { complaints, wholeAnswer } from './sound.ts';

/** The day of a search: the plan is drawn, teams go down without a network, somebody above changes the same sector. */

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-site-'));

let browser: Browser;
let server: ChildProcess;
let address: string;
const wrong: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [command, 'init', join(folder, 'case'), '--unsealed', '--quiet']);
  ({ address, running: server } = await served(['serve', join(folder, 'case'), '--port', '0']));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function device(width: number): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'ar-SY' });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) wrong.push(`asks elsewhere: ${request.url()}`);
  });
  return { context, page };
}

const ask = async <T>(path: string): Promise<T> => (await (await fetch(address + path)).json()) as T;
const site = async (): Promise<string> => (await ask<SiteList>('/api/sites')).sites[0]!.id;
const state = async (): Promise<SiteState> => ask(`/api/sites/${await site()}`);

/** The first time somebody writes, the page asks who it is. */
async function asName(page: Page, name: string): Promise<void> {
  await page.locator('#who-name').fill(name);
  await page.locator('dialog[open] button[type=submit]').click();
}

describe('a place is searched', () => {
  let office: { context: BrowserContext; page: Page };
  beforeAll(async () => {
    office = await device(1440);
  });
  afterAll(async () => {
    await office.context.close();
    expect(wrong).toEqual([]);
  });

  test('the site is made, a floor added and two sectors drawn with the mouse', async () => {
    const { page } = office;
    await page.goto(`${address}/ar/sites`);
    await page.locator('.empty').waitFor();
    await page.locator('details.new-thing summary').click();
    await page.getByLabel('الاسم بالعربية').fill('سجن قلعة الريح');
    await page.getByRole('button', { name: 'أنشئ الموقع' }).click();
    await asName(page, 'ريما');
    await page.waitForURL(/\/ar\/sites\/\w{16}/);
    await page.getByLabel('المستوى', { exact: false }).fill('-1');
    await page.getByRole('button', { name: 'احفظ', exact: true }).click();
    const canvas = page.locator('.plan canvas');
    await canvas.waitFor();

    for (const [x, y] of [
      [0.2, 0.25],
      [0.6, 0.25],
    ] as const) {
      const box = (await canvas.boundingBox())!;
      await page.getByRole('button', { name: 'ارسم قطاعًا' }).click();
      await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * (x + 0.25), box.y + box.height * (y + 0.4), { steps: 4 });
      await page.mouse.up();
      await page.getByRole('button', { name: 'احفظ القطاع' }).click();
      await page.getByRole('button', { name: 'أوقف الرسم' }).click();
    }
    await expect.poll(async () => (await state()).sectors.length).toBe(2);
    const codes = (await state()).sectors.map(({ versions }) => versions[0]!.body.code);
    expect(codes).toEqual(['B1-01', 'B1-02']);
    await page.getByRole('row', { name: /B1-02/ }).waitFor();
  });

  test('where next: the plan of a shift, what it rests on, and a task given', async () => {
    const { page } = office;
    await page.getByRole('button', { name: 'أين بعد ذلك' }).click();
    await page.getByRole('button', { name: 'خطّط النوبة' }).click();
    await page.locator('.verdict.go-on').waitFor();
    expect(await page.locator('.next-actions li').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'أسند المهمة' }).first().click();
    await expect.poll(async () => (await state()).tasks.length).toBe(1);
    await page.getByRole('button', { name: 'لوحة المهام' }).click();
    await page.locator('.board li').waitFor();
  });

  test('a phone without a network writes three searches down, above the same sector changes: both stay, and it is settled', async () => {
    const phone = await device(360);
    const id = await site();
    const { page } = phone;
    await page.goto(`${address}/ar/sites/${id}?part=log`);
    await page.getByLabel('الفريق').fill('الزرق ١');
    await pageKept(page);

    await phone.context.setOffline(true);
    for (const [at, result] of ['فُتّش ولم يوجد شيء', 'آثار', 'فُتّش ولم يوجد شيء'].entries()) {
      await page.getByRole('button', { name: result, exact: true }).click();
      if (at === 0) await asName(page, 'نزار');
      await page.locator('.waiting').filter({ hasText: /نتظر/ }).waitFor();
    }
    expect((await state()).searches).toHaveLength(0);

    // Closed and opened again under the ground: the page is there, and so is what waits.
    await page.reload();
    await page.locator('.waiting').filter({ hasText: '٣' }).waitFor();
    await page.getByRole('heading', { name: 'سجن قلعة الريح' }).waitFor();

    // The phone gives the first sector another kind; above, the office does too.
    await page.goto(`${address}/ar/sites/${id}?sector=${(await state()).sectors[0]!.id}`);
    await page.getByRole('button', { name: 'عدّل', exact: true }).click();
    await page.getByLabel('النوع').selectOption('shaft');
    await page.getByRole('button', { name: 'احفظ القطاع' }).click();
    await page.locator('.waiting').filter({ hasText: '٤' }).waitFor();
    await office.page.goto(`${address}/ar/sites/${id}?sector=${(await state()).sectors[0]!.id}`);
    await office.page.getByRole('button', { name: 'عدّل', exact: true }).click();
    await office.page.getByLabel('النوع').selectOption('void');
    await office.page.getByRole('button', { name: 'احفظ القطاع' }).click();
    await expect.poll(async () => (await state()).sectors[0]!.versions[0]!.body.kind).toBe('void');

    await phone.context.setOffline(false);
    await expect.poll(async () => (await state()).searches.length).toBe(3);
    await expect.poll(async () => (await state()).sectors[0]!.versions.length).toBe(2);
    const picture = await ask<SearchPicture>(`/api/sites/${id}/picture`);
    // one of the three met signs, and signs speak against elsewhere until somebody looks again
    expect(picture.elsewhere.now).toBeLessThan(picture.elsewhere.prior);

    await page.reload();
    const conflict = page.locator('.conflict');
    await conflict.waitFor();
    expect(await conflict.locator('li').count()).toBe(2);
    await conflict.getByRole('button', { name: 'هذه هي الصحيحة' }).last().click();
    await expect.poll(async () => (await state()).sectors[0]!.versions.length).toBe(1);
    expect((await state()).sectors[0]!.versions[0]!.body.kind).toBe('shaft');
    await phone.context.close();
  });

  test('signs that a second look finds false are a search that found nothing: elsewhere is likelier than before all of it', async () => {
    const id = await site();
    const signs = (await state()).searches.find(({ versions }) => versions[0]!.body.result === 'signs')!;
    const { entry, body } = signs.versions[0]!;
    const at = new Date().toISOString();
    const said = { id: 'second0look00000', site: id, about: signs.id, upon: [entry], at, by: 'ريما' };
    const sent = await fetch(`${address}/api/sites/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({
        sentAt: at,
        entries: [{ ...said, is: 'search', body: { ...body, signs: 'false' } }],
      }),
    });
    expect(await sent.json()).toMatchObject({ results: [{ kept: 'kept' }] });
    const picture = await ask<SearchPicture>(`/api/sites/${id}/picture`);
    expect(picture.elsewhere.now).toBeGreaterThan(picture.elsewhere.prior);
  });

  test('the statement is issued, corrected, and the earlier one says so', async () => {
    const { page } = office;
    await page.goto(`${address}/ar/sites/${await site()}/statement`);
    await page.getByRole('button', { name: 'أصدر البيان' }).click();
    await page.waitForURL(/statement=/);
    const first = page.url();
    await page.getByLabel('ماذا صُحّح ولماذا؟').fill('فُتّش قطاع آخر بعد ذلك');
    await page.getByRole('button', { name: 'أصدر نسخة مصححة' }).click();
    await page.getByText('يصحح بيانًا سابقًا').waitFor();
    await page.goto(first);
    await page.getByText('لهذا البيان نسخة مصححة').waitFor();
  });

  // leads, log, next hours and statement are looked at where there is more in them: site-public.test.ts
  test.each(['ar', 'en'] as const)(
    'sound on a phone and at a desk in %s: axe finds nothing, nothing sticks out',
    async (language) => {
      const { context, page } = await device(360);
      const id = await site();
      for (const path of ['', `/${id}`, `/${id}?part=board`]) {
        await page.goto(`${address}/${language}/sites${path}`);
        await page.locator('h1').waitFor();
        await wholeAnswer(page);
        expect(await complaints(page, path, language)).toEqual([]);
      }
      await context.close();
    },
  );
});
