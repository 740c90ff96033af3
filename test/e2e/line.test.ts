import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';

/** Somebody tells what they know, comes back with the code, and reads the answer: in a real browser, on a line of its own. */

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-line-'));
const pictures = process.env.SANAD_PICTURES;

let browser: Browser;
let server: ChildProcess;
let address: string;

async function started(...words: string[]): Promise<string> {
  server = spawn(process.execPath, [command, ...words], { stdio: 'pipe' });
  return new Promise((found, failed) => {
    let said = '';
    const listen = (part: Buffer) => {
      said += part;
      const at = /http:\/\/[\d.]+:\d+/.exec(said);
      if (at) found(at[0]);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => failed(new Error(said)));
  });
}

beforeAll(async () => {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web/line', '--config', 'web/line/vite.config.ts'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'pipe' },
  );
  const identity = await generateX25519Identity();
  writeFileSync(join(folder, 'keepers.txt'), await identityToRecipient(identity));
  address = await started('line', join(folder, 'post'), '--keys', join(folder, 'keepers.txt'), '--port', '0');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

let context: BrowserContext;
let page: Page;
let wrong: string[];

async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
      wrong.push(`asks elsewhere: ${request.url()}`);
  });
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

      await page.locator('[data-go=code]').focus();
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
  await page.locator('[data-go=code]').click();
  const code = await codeOnPage();
  await page.locator('[data-step=code] [data-go=tell]').click();
  await page.locator('#text').fill('الجناح الشمالي: باب خلف المطبخ لا يظهر في المخطط');
  await page.setInputFiles('#files', {
    name: 'kharita.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.alloc(700_000, 'planted-needle '),
  });
  await page.locator('[data-tell] button').click();
  await page.locator('[data-step=done]:not([hidden])').waitFor({ timeout: 60_000 });
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
