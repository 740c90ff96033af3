import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, createCase } from '../../src/ledger/index.ts';
import { georeferenceOf, type SiteBody, type SiteList, type SiteState } from '../../src/model/index.ts';
import { type Served, serveCase } from '../../src/server/index.ts';
import { openBrowser } from './browser.ts';
import { pageKept } from './page-kept.ts';
import { mapOfNowhere, pdfOfPlans, photographOfPlan, squareSheet } from './plan-files.ts';
import { complaints } from './sound.ts';

/** A lead at the gate draws floors over what she has: a photograph, a page of a PDF, a map file. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-plan-'));
const [photograph, pdf, map, other] = ['wall.jpg', 'floors.pdf', 'nowhere.pmtiles', 'sheet.png'].map((name) =>
  join(folder, name),
);
let browser: Browser;
let opened: Case;
let served: Served;
let address: string;
const wrong: string[] = [];

beforeAll(async () => {
  await photographOfPlan(photograph!);
  pdfOfPlans(pdf!, 4);
  await mapOfNowhere(map!);
  await squareSheet(other!);
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  served = await serveCase(opened, { port: 0, map: map! });
  address = served.url.replace(/\/$/, '');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
  opened?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function device(width: number): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ar-SY' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/.test(message.text())) wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address))
      wrong.push(`asks elsewhere: ${request.url()}`);
  });
  return { context, page };
}
const ask = async <T>(path: string): Promise<T> => (await (await fetch(address + path)).json()) as T;
const site = async (): Promise<string> => (await ask<SiteList>('/api/sites')).sites[0]!.id;
const state = async (): Promise<SiteState> => ask(`/api/sites/${await site()}`);
const floorAt = async (level: number): Promise<SiteBody<'floor'> | undefined> =>
  (await state()).floors.map(({ versions }) => versions[0]!.body).find((body) => body.level === level);

describe('a plan', () => {
  let office: { context: BrowserContext; page: Page };
  let page: Page;
  beforeAll(async () => {
    office = await device(1440);
    page = office.page;
  });
  afterAll(async () => {
    await office.context.close();
    expect(wrong).toEqual([]);
  });
  /** Clicks the plan at shares of its canvas. */
  const click = async (...places: readonly (readonly [number, number])[]): Promise<void> => {
    const canvas = page.locator('.plan-ground > canvas');
    await canvas.scrollIntoViewIfNeeded();
    const box = (await canvas.boundingBox())!;
    for (const [x, y] of places) await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
  };

  /** The map is drawn under the plan, or the page says why it is not. */
  const mapOrWhy = () =>
    page
      .locator('.map-under > [data-drawn]')
      .or(page.getByText('WebGL is missing'))
      .waitFor({ state: 'attached' });

  test('a photograph of a wall becomes a floor: the file as received an item, a small upright copy under the sectors', async () => {
    await page.goto(`${address}/en/sites`);
    await page.locator('details.new-thing summary').click();
    await page.getByLabel('Name in English').fill('Windfort');
    await page.getByRole('button', { name: 'Make the site' }).click();
    await page.locator('#who-name').fill('Rima');
    await page.locator('dialog[open] button[type=submit]').click();
    await page.waitForURL(/\/en\/sites\/\w{16}/);
    await page.getByRole('radio', { name: 'a photograph or a plan' }).check();
    await page.getByLabel('Draw over a photograph or a plan').setInputFiles(photograph!);
    await page.getByText(/1,600.? × .?1,200/).waitFor();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.poll(() => floorAt(0)).toMatchObject({ width: 1600, height: 1200 });
    const { image } = (await floorAt(0))!;
    expect(opened.item(image!)).toMatchObject({
      file: 'wall.jpg',
      mediaType: 'image/jpeg',
      receivedBy: 'Rima',
    });
  });

  test('two points and the metres between them give the scale', async () => {
    await page.getByRole('button', { name: 'Set the scale' }).click();
    const box = (await page.locator('.plan-ground > canvas').boundingBox())!;
    await click([0.4, 0.5], [0.6, 0.5]);
    await page.getByLabel('Metres between them').fill('12');
    await page.getByRole('button', { name: 'Keep the scale' }).click();
    const units = (0.2 * box.width) / (Math.min(box.width / 1600, box.height / 1200) * 0.94);
    await expect.poll(async () => (await floorAt(0))?.metres).toBeCloseTo(12 / units, 2);
  });

  test('an outline that crosses itself is told while it is drawn; a corner is undone; it is kept and its size shown', async () => {
    await page.getByRole('button', { name: 'Draw a sector' }).click();
    await click([0.42, 0.3], [0.58, 0.7], [0.58, 0.3], [0.42, 0.7]);
    await page.getByText('The outline crosses itself').waitFor();
    await page.getByRole('button', { name: 'Undo a corner' }).click();
    await page.getByRole('button', { name: 'Undo a corner' }).click();
    await page.getByRole('button', { name: 'Undo a corner' }).click();
    await click([0.58, 0.3], [0.58, 0.7], [0.42, 0.7], [0.42, 0.3]);
    await page.getByRole('button', { name: 'Keep the sector' }).click();
    await expect.poll(async () => (await state()).sectors.length).toBe(1);
    await page.getByRole('button', { name: 'Stop drawing' }).click();
    await page.getByRole('row', { name: /G-01/ }).getByRole('button').click();
    await page.locator('.sector-panel dd', { hasText: 'm²' }).waitFor();
  });

  test('by keyboard: the outline’s corners are chosen, moved and taken back', async () => {
    await page.getByRole('button', { name: 'Change the outline' }).click();
    const before = (await state()).sectors[0]!.versions[0]!.body.outline;
    await page.locator('.plan-ground > canvas').focus();
    for (const key of ['PageDown', 'Shift+ArrowRight', 'Insert', 'Delete']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Keep the outline' }).click();
    await expect.poll(async () => (await state()).sectors[0]!.versions[0]!.body.outline).not.toEqual(before);
    const after = (await state()).sectors[0]!.versions[0]!.body.outline;
    expect(after).toHaveLength(4);
    expect(after[1]![0]).toBeGreaterThan(before[1]![0]);
  });

  test('what a team did stands as a mark in the sector, in words for whoever does not see it', async () => {
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Brought out alive').fill('2');
    await page.getByLabel('Dangers').fill('gas');
    await page.getByRole('button', { name: 'Keep the sector' }).click();
    await page.getByLabel('Team').fill('Blue 1');
    await page.getByRole('button', { name: 'Searched, nothing found', exact: true }).click();
    const mark = page.locator('.sector-panel .mark-picture');
    await expect
      .poll(async () => (await mark.getAttribute('aria-label')) ?? '')
      .toMatch(/Blue 1.*nothing found/);
    const label = await mark.getAttribute('aria-label');
    expect(label?.replace(/[\u2066-\u2069]/g, '')).toMatch(/alive: 2.*Dangers: gas/);
    expect(await mark.textContent()).toContain('Blue 1');
  });

  test('a page of a PDF is chosen from small pictures and becomes a floor', async () => {
    await page.locator('details.new-thing summary').click();
    await page.getByLabel('Level', { exact: false }).fill('1');
    await page.getByRole('radio', { name: 'a photograph or a plan' }).check();
    await page.getByLabel('Draw over a photograph or a plan').setInputFiles(pdf!);
    const third = page.getByRole('button', { name: /^Page .?3/ });
    await third.locator('img').waitFor();
    expect(await page.locator('.pdf-pages li').count()).toBe(4);
    await third.click();
    await page.getByText(/Page .?3.*4,096/).waitFor();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.poll(() => floorAt(1)).toMatchObject({ page: 3, width: 4096, height: 2731 });
    const { image } = (await floorAt(1))!;
    expect(opened.item(image!)).toMatchObject({ file: 'floors.pdf', mediaType: 'application/pdf' });
    expect((await fetch(`${address}/api/sites/pictures/${image}?page=3`)).headers.get('content-type')).toBe(
      'image/webp',
    );
    expect((await fetch(`${address}/api/sites/pictures/${image}?page=2`)).status).toBe(404);
  });

  test('known points lay the plan on the earth, tell how far each is off, and the map comes from the file', async () => {
    await page.getByRole('button', { name: 'Place on the earth' }).click();
    const places = [
      [0.35, 0.3, 10.0, 20.0],
      [0.65, 0.3, 10.0, 20.001],
      [0.35, 0.7, 9.9991, 20.0],
    ] as const;
    for (const [x, y, latitude, longitude] of places) {
      await click([x, y]);
      await page.getByLabel('Latitude').fill(String(latitude));
      await page.getByLabel('Longitude').fill(String(longitude));
      await page.getByRole('button', { name: 'Add the point' }).click();
    }
    await expect.poll(() => page.locator('.known-points tbody tr').count()).toBe(3);
    await page.locator('.known-points tbody', { hasText: / m/ }).waitFor();
    await page.getByRole('button', { name: 'Keep the points' }).click();
    const floors = async () =>
      (await state()).floors.map(({ versions }) => versions[0]!.body.known?.length ?? 0);
    await expect.poll(floors).toContain(3);
    const laid = (await state()).floors.map(({ versions }) => versions[0]!.body.known).find((known) => known);
    expect(georeferenceOf(laid!)!.residuals).toHaveLength(3);

    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await mapOrWhy();
    await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.locator('.map-under').waitFor({ state: 'detached' });
  });

  test('another picture is put under a floor by two shared points; outlines stay; one step back', async () => {
    await page.locator('.plan-bar select').selectOption({ index: 1 });
    const [before, sectors] = [await floorAt(0), (await state()).sectors];
    await page.getByRole('button', { name: 'Picture under it' }).click();
    await page.getByLabel('Draw over a photograph or a plan').setInputFiles(other!);
    await page.getByText(/1,000.? × .?1,000/).waitFor();
    await click([0.45, 0.4], [0.4, 0.4], [0.55, 0.4], [0.6, 0.4]);
    await page.getByText('2 pairs').waitFor();
    await page.getByRole('button', { name: 'Keep the picture' }).click();
    await expect.poll(async () => (await floorAt(0))?.image).not.toBe(before!.image);
    const after = (await floorAt(0))!;
    expect(after).toMatchObject({ width: 1600, height: 1200, metres: before!.metres });
    // a square of 1,200 units at first, twice as large between the points
    expect(after.imageLaid![0]).toBeCloseTo(2400, -1);
    expect((await state()).sectors).toEqual(sectors);
    await page.getByRole('button', { name: 'Undo the last change of the floor' }).click();
    await expect.poll(() => floorAt(0)).toEqual(before);
  });

  test('a new floor is drawn over the map: metres from the projection, outlines over it', async () => {
    await page.getByLabel('Level', { exact: false }).fill('2');
    await page.getByRole('radio', { name: 'the map' }).check();
    const box = page.getByLabel('Map on which the floor is chosen');
    await box.or(page.getByText('WebGL is missing')).first().waitFor();
    if ((await box.count()) === 0) return;
    await page.getByLabel('Latitude').fill('10');
    await page.getByLabel('Longitude').fill('20');
    await page.getByRole('button', { name: 'Go there' }).click();
    await page.getByText(/The floor covers/).waitFor();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.poll(() => floorAt(2)).toMatchObject({ metres: 1 });
    const { width, height, known } = (await floorAt(2))!;
    const laid = georeferenceOf(known!)!;
    expect(laid.metres).toBeCloseTo(1, 6);
    const [longitude, latitude] = laid.toEarth([width / 2, height / 2]);
    expect([longitude.toFixed(4), latitude.toFixed(4)]).toEqual(['20.0000', '10.0000']);

    await page.locator('.plan-bar select').selectOption({ index: 0 });
    await mapOrWhy();
    await page.getByRole('button', { name: 'Draw a sector' }).click();
    await click([0.45, 0.4], [0.55, 0.4], [0.55, 0.6], [0.45, 0.6]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keep the sector' }).click();
    await expect.poll(async () => (await state()).sectors.length).toBe(2);
    await page.getByRole('button', { name: 'Stop drawing' }).click();
  });

  test('a phone that saw the plan shows its picture without a network', async () => {
    const phone = await device(360);
    const sector = (await state()).sectors[0]!.id;
    await phone.page.goto(`${address}/ar/sites/${await site()}?sector=${sector}`);
    await phone.page.locator('.plan-ground > canvas').waitFor();
    const kept = `new Promise((done) => { const asked = indexedDB.open('sanad-site'); asked.onsuccess = () => {
      const all = asked.result.transaction('pictures').objectStore('pictures').getAllKeys();
      all.onsuccess = () => { asked.result.close(); done(all.result.filter((one) => one.startsWith('plan ')).length); }; }; })`;
    await expect.poll(() => phone.page.evaluate(kept)).toBeGreaterThan(0);
    await pageKept(phone.page);
    await phone.context.setOffline(true);
    await phone.page.reload();
    await phone.page.locator('.plan-ground > canvas').waitFor();
    await phone.page.waitForTimeout(500);
    expect(await phone.page.getByText('ليست على هذا الجهاز').count()).toBe(0);
    await phone.context.close();
  });

  test.each(['ar', 'en'] as const)(
    'sound on a phone and at a desk in %s: axe finds nothing, nothing sticks out',
    async (language) => {
      const { context, page: phone } = await device(360);
      const sector = (await state()).sectors[0]!.id;
      await phone.goto(`${address}/${language}/sites/${await site()}?sector=${sector}`);
      await phone.locator('.sector-panel').waitFor();
      for (const doing of language === 'ar'
        ? ['ارسم قطاعًا', 'عدّل الحدود', 'اضبط المقياس', 'الموضع على الأرض', 'الصورة تحته']
        : [
            'Draw a sector',
            'Change the outline',
            'Set the scale',
            'Place on the earth',
            'Picture under it',
          ]) {
        await phone.getByRole('button', { name: doing }).click();
        const wide = await phone.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(wide, doing).toBeLessThanOrEqual(0);
      }
      expect(await complaints(phone, 'plan', language)).toEqual([]);
      await context.close();
    },
  );
});
