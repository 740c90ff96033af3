import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item, SearchPicture, SiteList, SiteState } from '../../src/model/index.ts';
import { openBrowser } from './browser.ts';
import { pageKept } from './page-kept.ts';
import { root, type Served, sanad, served } from './sanad-command.ts';
import { complaints, wholeAnswer } from './sound.ts';

/** From a photograph taken below ground, over signs that prove false, to what the public reads and what corrects it. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-site-public-'));
const wrong: string[] = [];
let browser: Browser;
let server: Served;
let id: string;

beforeAll(async () => {
  const path = join(folder, 'case');
  sanad(['init', path, '--unsealed', '--quiet']);
  sanad(['site', 'add', path, join(root, 'examples/qalaat-al-rih-site.json')]);
  server = await served(['serve', path, '--port', '0']);
  browser = await openBrowser();
  id = (await ask<SiteList>('/api/sites')).sites[0]!.id;
  // One sector that nobody has entered.
  const [floor] = (await state()).floors;
  const at = new Date().toISOString();
  const about = 'never0entered000';
  const outline = [
    [1, 1],
    [2, 1],
    [2, 2],
  ];
  const body = { floor: floor!.id, code: 'G-99', kind: 'shaft', outline };
  const entry = { id: 'entry0entered000', site: id, about, upon: [], at, by: 'Rima', is: 'sector', body };
  await fetch(`${server.address}/api/sites/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address },
    body: JSON.stringify({ sentAt: at, entries: [entry] }),
  });
});
afterAll(async () => {
  await browser?.close();
  server?.running.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async <T>(path: string): Promise<T> => (await (await fetch(server.address + path)).json()) as T;
const state = (): Promise<SiteState> => ask(`/api/sites/${id}`);
const picture = (): Promise<SearchPicture> => ask(`/api/sites/${id}/picture`);

async function device(width: number, options: { readonly javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'ar-SY', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (![server.address, 'blob:', 'data:'].some((own) => request.url().startsWith(own)))
      wrong.push(`asks elsewhere: ${request.url()}`);
  });
  return { context, page };
}

async function asName(page: Page, name: string): Promise<void> {
  await page.locator('#who-name').fill(name);
  await page.locator('dialog[open] button[type=submit]').click();
}

/** As a phone gives it: large, turned by a note in the file, and telling where it was taken. */
const photograph = async (): Promise<Buffer> => {
  const stripes = Buffer.from(Array.from({ length: 2000 * 1500 }, (_, at) => ((at >> 6) % 2) * 180));
  return sharp(stripes, { raw: { width: 2000, height: 1500, channels: 1 } })
    .withMetadata({
      orientation: 6,
      exif: { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1' } },
    })
    .jpeg()
    .toBuffer();
};

describe('a search comes before the public', () => {
  let office: Awaited<ReturnType<typeof device>>;
  let sector: string;
  beforeAll(async () => {
    office = await device(1440);
  });
  afterAll(async () => {
    await office.context.close();
    expect(wrong).toEqual([]);
  });

  test('a phone without a network writes signs down with a photograph; it is sent in the end, as it was taken', async () => {
    const phone = await device(360);
    const { page } = phone;
    await page.goto(`${server.address}/en/sites/${id}?part=log`);
    await page.getByLabel('Team').fill('Blue 1');
    sector = await page.getByLabel('Sector', { exact: true }).inputValue();
    await page.getByLabel('How', { exact: true }).selectOption('dog');
    await pageKept(page);
    await phone.context.setOffline(true);
    const bytes = await photograph();
    await page
      .getByLabel('Photographs of what was found')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: bytes });
    await page.getByLabel('What is to be seen').fill('Writing on the wall');
    await page.getByLabel('hard to look at').check();
    await page.getByRole('button', { name: 'Signs', exact: true }).click();
    await asName(page, 'Nizar');
    await page.locator('.waiting').filter({ hasText: 'One photograph waits' }).waitFor();

    await page.reload();
    await page.locator('.waiting').filter({ hasText: 'One photograph waits' }).waitFor();
    await phone.context.setOffline(false);
    await expect.poll(async () => (await state()).photographs.length).toBe(1);
    const [kept] = (await state()).photographs;
    expect(kept!.versions[0]!.body).toMatchObject({
      says: 'Writing on the wall',
      graphic: true,
      file: 'original',
    });
    await expect.poll(async () => (await state()).photographs[0]!.item).toBeDefined();
    const item = await ask<Item>(`/api/items/${(await state()).photographs[0]!.item}`);
    expect(item.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));

    const shown = page.getByRole('img', { name: 'Writing on the wall' });
    await shown.waitFor();
    const source = async () => new URL((await shown.getAttribute('src'))!, server.address).href;
    const blurred = Buffer.from(await (await fetch(await source())).arrayBuffer());
    await page.getByRole('button', { name: 'Show the picture' }).click();
    const clear = Buffer.from(await (await fetch(await source())).arrayBuffer());
    expect(clear.equals(blurred)).toBe(false);
    const facts = await sharp(clear).metadata();
    expect(facts.exif).toBeUndefined();
    expect(facts.height).toBeGreaterThan(facts.width);
    expect(facts.height).toBeLessThanOrEqual(1280);
    await phone.context.close();
  });

  test('a phone with no room left says so, keeps what was written on the page, and sends the small picture alone', async () => {
    const phone = await device(360);
    const { page } = phone;
    await page.goto(`${server.address}/en/sites/${id}?part=log`);
    await page.getByLabel('Team').fill('Blue 2');
    await page.evaluate(`
      navigator.storage.estimate = async () => ({ quota: 60e6, usage: 59e6 });
      IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };
    `);
    await phone.context.setOffline(true);
    await page
      .getByLabel('Photographs of what was found')
      .setInputFiles({ name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: await photograph() });
    await page.getByText('No room on this device for the original').waitFor();
    await page.getByRole('button', { name: 'Searched, nothing found' }).click();
    await asName(page, 'Nizar');
    await page.getByRole('alert').filter({ hasText: 'Do not close it' }).waitFor();
    await phone.context.setOffline(false);
    const small = async () =>
      (await state()).photographs.find(({ versions }) => versions[0]!.body.file === 'small');
    await expect.poll(async () => (await small())?.item).toBeDefined();
    const [kept] = (await small())!.versions;
    expect(kept!.body.says).toMatch(/^Photograph from /);
    expect((await state()).searches.some((one) => one.id === kept!.body.search)).toBe(true);
    await phone.context.close();
  });

  test('where next: rates are set with a reason; signs looked at again move the chances', async () => {
    const { page } = office;
    const left = async () => (await picture()).sectors.find((one) => one.id === sector)!;
    expect((await left()).signs).toBe(1);
    const raised = (await left()).now;
    await page.goto(`${server.address}/en/sites/${id}?part=next`);
    await page.locator('.rates summary').click();
    await page.getByLabel('dog: False signs in 100 hours').fill('200');
    await page.getByLabel('Why these?').fill('The dogs bark at everything here');
    await page.getByRole('button', { name: 'Count with these' }).click();
    await asName(page, 'Rima');
    await expect.poll(async () => (await left()).now).toBeLessThan(raised);
    const doubted = (await left()).now;
    await page.locator('.rates summary').click();
    await page.getByText('The dogs bark at everything here').waitFor();
    await page.getByRole('button', { name: 'Plan the shift' }).click();
    await page.getByText('What this rests on').click();
    await page.getByRole('rowheader', { name: 'how often signs come from nothing' }).waitFor();

    await page.goto(`${server.address}/en/sites/${id}?part=log`);
    await page.getByRole('button', { name: 'A second look found nothing' }).click();
    await expect.poll(async () => (await left()).signs).toBe(0);
    expect((await left()).now).toBeLessThan(doubted);
  });

  test('published, it reads without an account or a script and prints; corrected, both lead to each other; withdrawn, it is gone', async () => {
    const { page } = office;
    const published = async () =>
      (await state()).statements.filter(({ versions }) => versions[0]!.body.public === 'published');
    await page.goto(`${server.address}/en/sites/${id}/statement`);
    await page.getByRole('button', { name: 'Issue the statement' }).click();
    await page.getByLabel('Who answers for it, in English').fill('The search desk');
    await page
      .locator('fieldset')
      .filter({ hasText: 'Why was it not searched?' })
      .locator('input')
      .first()
      .fill('Gas in it');
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect.poll(async () => (await published()).length).toBe(1);
    const [first] = (await published()).map((one) => one.id);

    const reader = await device(360, { javaScriptEnabled: false });
    await reader.page.goto(`${server.address}/statements/${first}/en`);
    await reader.page.getByText('Told by').waitFor();
    const words = await reader.page.locator('body').innerText();
    expect(words).toContain('Gas in it');
    for (const name of ['Rima', 'Nizar', 'Blue 1', 'Writing on the wall']) expect(words).not.toContain(name);
    expect((await reader.page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByLabel('What is corrected, and why?').fill('A sector was counted twice');
    await page.getByRole('button', { name: 'Issue a corrected version' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await expect.poll(async () => (await published()).length).toBe(2);
    await reader.page.reload();
    await reader.page.getByRole('link', { name: 'A corrected statement replaces this one' }).click();
    await reader.page.getByRole('link', { name: 'This corrects an earlier statement' }).waitFor();

    await page.goto(`${server.address}/en/sites/${id}/statement?statement=${first}`);
    await page.getByRole('button', { name: 'Withdraw from the public' }).click();
    await expect.poll(async () => (await fetch(`${server.address}/statements/${first}`)).status).toBe(404);
    await reader.page.reload();
    expect(await reader.page.getByRole('link', { name: 'This corrects an earlier statement' }).count()).toBe(
      0,
    );
    await reader.context.close();
  });

  test.each(['ar', 'en'] as const)(
    'sound on a phone and at a desk in %s: axe finds nothing, nothing sticks out',
    async (language) => {
      const { context, page } = await device(360);
      const [withdrawn, standing] = (await state()).statements.map((one) => one.id);
      for (const path of [
        `/${language}/sites/${id}?part=log`,
        `/${language}/sites/${id}?part=next`,
        `/${language}/sites/${id}?part=leads`,
        `/${language}/sites/${id}/statement?statement=${withdrawn}`,
        `/statements/${standing}${language === 'en' ? '/en' : ''}`,
      ]) {
        await page.goto(server.address + path);
        await page.locator('h1').waitFor();
        await wholeAnswer(page);
        for (const folded of await page.locator('details.new-thing > summary').all()) await folded.click();
        expect(await complaints(page, path, language)).toEqual([]);
      }
      await context.close();
    },
  );
});
