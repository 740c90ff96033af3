import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBrowser, watchedPage } from './browser.ts';
import { served } from './sanad-command.ts';

/** Somebody tells what they know, comes back with the code, and reads the answer: in a real browser, on a line of its own. */

/** A browser, a server and a phone's work on one busy machine: what is waited for comes, sooner or later. */
vi.setConfig({ testTimeout: 300_000 });

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-line-'));
const pictures = process.env.SANAD_PICTURES;

let browser: Browser;
const running: ChildProcess[] = [];
let address: string;
let desk: string;
const PASSPHRASE = { SANAD_PASSPHRASE: 'four words nobody else has' };
const env = { ...process.env, ...PASSPHRASE };
const sanad = (...words: string[]): string =>
  execFileSync(process.execPath, [command, ...words], { stdio: 'pipe', env, encoding: 'utf8' });

async function started(...words: string[]): Promise<string> {
  const { address: at, running: server } = await served(words, PASSPHRASE);
  running.push(server);
  return at;
}

beforeAll(async () => {
  sanad('init', join(folder, 'case'), '--name', 'قلعة الريح');
  writeFileSync(join(folder, 'keepers.txt'), sanad('line', 'keys', join(folder, 'case'), '--by', 'Huda'));
  address = await started('line', join(folder, 'post'), '--keys', join(folder, 'keepers.txt'), '--port', '0');
  desk = await started('serve', join(folder, 'case'), '--port', '0', '--line', address);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const each of running) each.kill();
  rmSync(folder, { recursive: true, force: true });
});

let context: BrowserContext;
let page: Page;
let wrong: string[];

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  await context?.close();
  ({ context, page } = await watchedPage(browser, [address, desk], wrong, {
    viewport: { width: 360, height: 740 },
    ...options,
  }));
  page.setDefaultTimeout(120_000);
  return page;
}

beforeEach(() => {
  wrong = [];
});
afterEach(async () => {
  await context?.close();
  expect(wrong).toEqual([]);
});

const PATHS = { ar: '/', en: '/en' } as const;

async function picture(name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

async function sound(place: string): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), place).toBeLessThanOrEqual(
    0,
  );
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))',
  );
  expect(violations, place).toEqual([]);
}

const shown = (step: string) => page.locator(`[data-step=${step}]:not([hidden])`).waitFor();
const codeOnPage = async (): Promise<string> =>
  (await page.locator('[data-step]:not([hidden]) [data-code] span').allTextContents()).join(' ');

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  test.each([360, 1440])(
    'every step is sound at %i pixels, and the keyboard leads through',
    async (width) => {
      await open({ viewport: { width, height: 800 } });
      const step = async (name: string) => {
        await shown(name);
        await sound(`${name} at ${width}`);
        await picture(`line-${language}-${width}-${name}`);
      };
      await page.goto(address + PATHS[language]);
      expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await step('start');

      await page.locator('[data-go=code]:not([data-for])').focus();
      await page.keyboard.press('Enter');
      await step('code');
      expect(await codeOnPage()).toMatch(/^(\d{5} ){5}\d{5}$/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await step('tell');
      await page.locator('[data-tell] button').press('Enter');
      await page.locator('[data-tell] [data-error]:not([hidden])').waitFor();
      await sound(`tell with an error at ${width}`);
      await page.goBack();
      await shown('code');
      await page.goBack();
      await shown('start');
      expect(page.url()).toBe(address + PATHS[language]);

      await page.locator('[data-go=back]').press('Enter');
      await step('back');
      await page.locator('#code').fill('12345 12345');
      await page.keyboard.press('Enter');
      await page.locator('[data-back] [data-error]:not([hidden])').waitFor();
    },
  );
});

test('a message and a file go in, and nothing of them stands on the disk of the line', async () => {
  await open();
  await page.goto(`${address}/`);
  await page.locator('[data-go=code]:not([data-for])').click();
  const code = await codeOnPage();
  await page.locator('[data-step=code] [data-go=tell]').click();
  await page.locator('#text').fill('الجناح الشمالي: باب خلف المطبخ لا يظهر في المخطط');
  await page.setInputFiles('#files', {
    name: 'kharita.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.alloc(700_000, 'planted-needle '),
  });
  await page.locator('[data-tell] button').click();
  await page.locator('[data-step=done]:not([hidden])').waitFor({ timeout: 240_000 });
  expect(await codeOnPage()).toBe(code);

  const all = readdirSync(join(folder, 'post'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name)));
  const sealed = all.filter((bytes) => bytes.toString('latin1').startsWith('age-encryption.org/v1'));
  expect(sealed).toHaveLength(2);
  for (const needle of ['الجناح الشمالي', 'planted-needle', 'kharita', code.replaceAll(' ', '')])
    expect(all.some((bytes) => bytes.includes(needle))).toBe(false);

  await page.goto(`${address}/`);
  await page.locator('[data-go=back]').click();
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await shown('talk');
  await picture('line-ar-360-talk');
  expect(await page.locator('[data-waiting]').textContent()).toMatch(/٢/);
  await page.locator('[data-withdraw]').click();
  await sound('asking whether to withdraw');
  await page.locator('[data-withdraw-yes]').click();
  await page.locator('[data-waiting]', { hasText: 'سُحبت' }).waitFor();
});

test('a tip with a file is fetched, asked about, handed over; its sender comes back with the code and reads', async () => {
  await open();
  await page.goto(`${address}/`);
  await page.locator('[data-go=code]:not([data-for])').click();
  const code = await codeOnPage();
  await page.locator('[data-step=code] [data-go=tell]').click();
  await page.locator('#text').fill('الحافلة كانت تدخل من الباب الشرقي كل خميس');
  await page.setInputFiles('#files', {
    name: 'الباب.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('رسم الباب'),
  });
  await page.locator('[data-tell] button').click();
  await page.locator('[data-step=done]:not([hidden])').waitFor({ timeout: 240_000 });

  await open({ viewport: { width: 1440, height: 900 } });
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${desk}/en/talks`);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    await sound(`the empty queue at ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${desk}/ar/talks`);
  await page.locator('button.main').first().click();
  await page.locator('#who-name').fill('هدى');
  await page.keyboard.press('Enter');
  await page.locator('.talks a').waitFor();
  await sound('the queue');
  await picture('talks-ar-1440');
  await page.locator('body').press('j');
  await page.keyboard.press('Enter');
  await page.locator('.talk .words', { hasText: 'الباب الشرقي' }).waitFor();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await sound(`a talk at ${width}`);
    await picture(`talk-ar-${width}`);
  }
  const kept = page.waitForEvent('download');
  await page.locator('.talk a[download]').click();
  expect(readFileSync((await (await kept).path())!, 'utf8')).toBe('رسم الباب');

  await page.keyboard.press('r');
  await page.locator('#answer ~ form textarea').fill('أي باب شرقي: القديم أم الجديد؟');
  await page.locator('#answer ~ form button').click();
  await page.locator('.talk .keepers').waitFor();
  await page.locator('#hand-over ~ form textarea').fill('حافلة تدخل من الباب الشرقي كل خميس');
  await page.locator('#hand-over ~ form input').last().fill('يخص القطاع ج');
  await page.locator('#hand-over ~ form button').click();
  await page.locator('.page-head .lead', { hasText: 'سُلّمت' }).waitFor();
  await page.goto(`${desk}/en/talks`);
  await page.locator('button.main').first().click();
  await page.locator('[role=status]', { hasText: '1 answer' }).waitFor();

  await open();
  await page.goto(`${address}/`);
  await page.locator('[data-go=back]').click();
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('.answer p', { hasText: 'القديم أم الجديد' }).waitFor();
  await sound('an answer');
  await picture('line-ar-360-answer');
});

test('a sealed draft survives a reload, opens with the code alone, and is noise without it', async () => {
  await open();
  await page.goto(`${address}/en`);
  await page.locator('[data-go=code]:not([data-for])').click();
  const code = await codeOnPage();
  await page.locator('[data-step=code] [data-go=tell]').click();
  await page.locator('#text').fill('half a sentence about the ');
  await page.locator('[data-keep]').check();
  await page.waitForFunction("sessionStorage.getItem('draft') !== null");
  expect(await page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).not.toContain(
    'sentence',
  );
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await shown('start');
  expect(await page.locator('#text').inputValue()).toBe('');
  await page.locator('[data-go=back]').click();
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await shown('tell');
  expect(await page.locator('#text').inputValue()).toBe('half a sentence about the ');
});

test('over a line that breaks the sending goes on where it stopped', async () => {
  await open();
  await page.goto(`${address}/en`);
  await page.locator('[data-go=code]:not([data-for])').click();
  await page.locator('[data-step=code] [data-go=tell]').click();
  await page.locator('#text').fill('with a large file');
  await page.setInputFiles('#files', {
    name: 'large.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(1_500_000, 7),
  });
  let parts = 0;
  await page.route('**/api/uploads/*/*', async (route) => {
    if (route.request().method() === 'PUT' && ++parts % 3 === 2) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.locator('[data-tell] button').click();
  await page.locator('[data-step=done]:not([hidden])').waitFor({ timeout: 240_000 });
  expect(await page.locator('[data-missing]').isVisible()).toBe(false);
  expect(parts).toBeGreaterThan(8);
  wrong = wrong.filter((each) => !each.includes('ERR_CONNECTION_RESET'));
});

test('without scripts the page says why it takes nothing, and what else there is', async () => {
  await open({ javaScriptEnabled: false });
  await page.goto(`${address}/en`);
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  expect(text).toContain('no open text ever reaches us');
  expect(text).toContain('Other ways');
  expect(await page.locator('[data-doors]').isVisible()).toBe(false);
  await picture('line-en-360-no-script');
});

test('all of it weighs less than 60 kB, also where only gzip is understood', async () => {
  let bytes = 0;
  for (const path of ['/', '/line.js', '/line.css']) {
    const { promise, resolve: done } = Promise.withResolvers<number>();
    const { get } = await import('node:http');
    get(address + path, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
      });
      answer.on('end', () => done(size));
    });
    bytes += await promise;
  }
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(60_000);
});
