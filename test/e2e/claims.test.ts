import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimSuggestions, ClaimsPage, ItemsPage, ItemText } from '../../src/model/index.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { root, type Served, sanad, served } from './sanad-command.ts';

/** A verification desk decides about claims: with the mouse on a claim's page, with single keys in the queue. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-claims-'));
let browser: Browser;
let server: Served;
let context: BrowserContext;
let page: Page;
let wrong: string[] = [];

beforeAll(async () => {
  const path = join(folder, 'case');
  sanad(['init', path, '--unsealed', '--name', 'قلعة الريح']);
  sanad(['add', path, join(root, 'examples/qalaat-al-rih')]);
  server = await served(['serve', path, '--port', '0']);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.running.kill();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  wrong = [];
});
afterEach(async () => {
  await context?.close();
  expect(wrong).toEqual([]);
});

const ask = async <T>(path: string): Promise<T> => (await (await fetch(server.address + path)).json()) as T;
const firstClaim = async () => (await ask<ClaimsPage>('/api/claims')).groups[0]!.claims[0]!;

async function open(path: string, viewport = { width: 1440, height: 900 }): Promise<void> {
  ({ context, page } = await watchedPage(browser, [server.address], wrong, { viewport }));
  await page.goto(server.address + path);
}
/** The first time somebody decides, the page asks who it is. */
async function asName(name: string): Promise<void> {
  await page.locator('#who-name').fill(name);
  await page.locator('dialog[open] button[type=submit]').click();
}

describe('a claim', () => {
  test('is assessed with a reason, which stands on its page until it is taken back', async () => {
    const claim = await firstClaim();
    await open(`/en/claims/${claim.id}`);
    await page.getByText('Assess', { exact: true }).click();
    await page.locator('#assess-standing').selectOption('refuted');
    await page.locator('#assess-reason').fill('The cellar holds twelve.');
    await page.getByRole('button', { name: 'Write it down' }).first().click();
    await asName('Rana Haddad');
    const note = page.locator('.decided-note').first();
    await note.getByText('The cellar holds twelve.').waitFor();
    expect(await note.textContent()).toContain('Rana Haddad');
    await note.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nobody has assessed this claim.').waitFor();
    expect((await firstClaim()).verification).toBe(claim.verification);
  });

  test('loses a quote that says something else, and gets it back', async () => {
    const claim = await firstClaim();
    await open(`/ar/claims/${claim.id}`);
    const quotes = page.locator('.passages > li');
    await quotes.nth(2).getByRole('button', { name: 'يقول شيئًا آخر' }).click();
    await asName('رنا حداد');
    const said = page.locator('.said');
    await said.waitFor();
    await page.getByText('ما فُصل عنه').waitFor();
    await said.getByRole('button').first().click();
    await page.getByText('ما فُصل عنه').waitFor({ state: 'detached' });
    expect((await firstClaim()).mentions).toHaveLength(claim.mentions.length);
  });

  test('shows who had it from whom', async () => {
    const claim = await firstClaim();
    await open(`/en/claims/${claim.id}`);
    const picture = page.getByRole('img', { name: /Who had it from whom/ });
    await picture.waitFor();
    expect(await picture.locator('circle').count()).toBeGreaterThanOrEqual(claim.origins.length);
  });
});

test('the queue is worked with single keys, under any keyboard, and undone', async () => {
  const left = async () => (await ask<ClaimSuggestions>('/api/claims/suggestions?count=1')).total;
  const before = await left();
  await open('/ar/claims/review');
  const question = page.locator('.question');
  await question.waitFor();
  const first = await question.textContent();
  await page.keyboard.press('KeyL');
  await expect.poll(async () => question.textContent()).not.toBe(first);
  await page.keyboard.press('KeyN');
  await asName('رنا حداد');
  await expect.poll(left).toBeLessThan(before);
  await page.getByRole('button', { name: 'تراجع عن الأخير' }).waitFor();
  await page.keyboard.press('KeyU');
  await expect.poll(left).toBe(before);
  await page.getByLabel('الأسئلة').selectOption('same');
  await page.getByRole('heading', { name: 'أيقولان الشيء نفسه؟' }).waitFor();
  expect(page.url()).toContain('ask=same');
});

test('a later version of a report is held against the earlier one', async () => {
  const { items } = await ask<ItemsPage>('/api/items');
  const report = items.find(({ file }) => file === '06-meridian-courier-search-goes-on.html')!;
  await open(`/en/items/${report.id}`);
  await page.getByRole('link', { name: /Compare with/ }).click();
  await page.locator('tr.dropped').waitFor();
  expect(await page.locator('tr.dropped').textContent()).toContain('80,000');
  expect(await page.locator('tr.kept').count()).toBe(0);
  await page.getByLabel('Show what stayed').check();
  await expect.poll(() => page.locator('tr.kept').count()).toBeGreaterThan(5);
});

describe.each([360, 1440])('at %d pixels', (width) => {
  test('axe finds nothing, nothing sticks out', async () => {
    const claim = await firstClaim();
    const { items } = await ask<ItemsPage>('/api/items');
    const [a, b] = items.filter(({ file }) => file.includes('meridian-courier')).map(({ id }) => id);
    for (const language of ['ar', 'en'])
      for (const path of [`claims/${claim.id}`, 'claims/review', `items/${a}/versions/${b}`]) {
        await open(`/${language}/${path}`, { width, height: 800 });
        await page.locator('main h1').waitFor();
        await page.locator('.passages, .question, .versions').first().waitFor();
        await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
        await page.evaluate(axe.source);
        const found = (await page.evaluate('axe.run()')) as { violations: { id: string }[] };
        expect(found.violations.map(({ id }) => `${path} ${id}`)).toEqual([]);
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(over, path).toBeLessThanOrEqual(0);
        await context.close();
      }
  });
});

test('a report that was read wrongly is put right by keyboard, and read again as before', async () => {
  const { items } = await ask<ItemsPage>('/api/items');
  const { id } = items.find(({ file }) => file.startsWith('07-'))!;
  const words = () => page.locator('.report').innerHTML();
  await open(`/ar/items/${id}`);
  const hand = page.getByRole('button', { name: 'صحّح القراءة' });
  await hand.waitFor();
  const before = await words();
  await hand.press('Enter');
  await page
    .getByRole('button', { name: /^صحّح ما قُرئ/ })
    .first()
    .press('Enter');
  const form = page.locator('dialog.putting-right');
  await form.getByLabel('كيف قيل').selectOption('denies');
  await form.getByLabel('من القائل').fill('وكالة البادية › ريما مثال');
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run("dialog[open]")')) as { violations: { id: string }[] };
  expect(found.violations.map(({ id: rule }) => rule)).toEqual([]);
  await form.getByLabel('من القائل').press('Enter');
  await asName('رنا حداد');
  const note = page.locator('.margin li', { hasText: 'رنا حداد' }).first();
  await note.waitFor();
  expect(await note.textContent()).toContain('ريما مثال');

  await page
    .getByRole('button', { name: /^قول لم يُقرأ/ })
    .first()
    .press('Enter');
  await form.getByLabel('حدّد كلمات القول').press('Home');
  for (let at = 0; at < 12; at++) await page.keyboard.press('Shift+ArrowLeft');
  await form.getByLabel('العدد').selectOption('ge');
  await form.getByLabel('الرقم').fill('١٢');
  await form.getByRole('button', { name: 'دوّنه' }).press('Enter');
  await expect.poll(() => page.locator('.margin li', { hasText: 'رنا حداد' }).count()).toBe(2);
  const text = await ask<ItemText>(`/api/items/${id}/text`);
  const added = text.marks.find(({ putRight, figure }) => putRight && figure?.value === 12)!;
  expect(text.text.slice(added.start, added.end).length).toBeLessThanOrEqual(12);

  const back = page.locator('.margin').getByRole('button', { name: 'تراجع' });
  await back.first().press('Enter');
  await expect.poll(() => back.count()).toBe(1);
  await back.first().press('Enter');
  await expect.poll(() => back.count()).toBe(0);
  await page.getByRole('button', { name: 'انتهيت' }).press('Enter');
  await expect.poll(words).toBe(before);
});
