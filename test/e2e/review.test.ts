import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PeoplePage, ReviewPage } from '../../src/model/index.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { root, sanad, served } from './sanad-command.ts';

/** The queue as a reviewer works it, in Arabic and without a mouse; and the pages of people, by any filter. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-review-'));
let browser: Browser;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  if (!existsSync(join(root, 'web/dist/index.html')))
    execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'pipe',
    });
  sanad(['init', join(folder, 'case'), '--unsealed', '--name', 'قلعة الريح', '--quiet']);
  sanad(['add', join(folder, 'case'), join(root, 'examples/qalaat-al-rih'), '--quiet']);
  const { address: at, running } = await served(['serve', join(folder, 'case'), '--port', '0']);
  [server, address] = [running, at];
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
beforeEach(() => {
  wrong = [];
});
afterEach(async () => {
  await context?.close();
  expect(wrong).toEqual([]);
});

async function open(width = 1440): Promise<void> {
  await context?.close();
  ({ context, page } = await watchedPage(browser, [address], wrong, { viewport: { width, height: 900 } }));
  page.setDefaultTimeout(30_000);
}
const ask = async <T>(path: string): Promise<T> => (await (await fetch(address + path)).json()) as T;
const queue = (by: string, query = ''): Promise<ReviewPage> =>
  ask(`/api/review?count=5&by=${encodeURIComponent(by)}${query}`);

/** Says who one is, by keyboard alone, and waits for the first pair. */
async function begin(name: string): Promise<void> {
  await page.goto(`${address}/ar/review`);
  await page.getByRole('button', { name: 'ابدأ' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('.review-pair').waitFor();
}
const shownPair = async (): Promise<string> =>
  (await page.locator('.review-pair').getAttribute('aria-label')) ?? '';
const namesOf = ({ sides }: ReviewPage['pairs'][number]): string =>
  sides.map(({ record }) => record.name).join(' — ');
const shownTable = async (): Promise<string | null> => page.locator('.pair-table').textContent();
/** Presses a key and waits until another pair is there. */
async function press(key: string): Promise<void> {
  const before = await shownTable();
  await page.keyboard.press(key);
  await until(async () => (await shownTable()) !== before);
}
const decided = async (by: string): Promise<number> => (await queue(by)).decided;
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await page.waitForTimeout(50);
}

describe('without a mouse', () => {
  test('different, not sure, later, same, undo: one key each, under an Arabic layout too', async () => {
    await open();
    await begin('رنا');
    const start = await decided('رنا');
    const { pairs } = await queue('رنا');
    expect(await shownPair()).toBe(namesOf(pairs[0]!));
    await press('d');
    await until(async () => (await decided('رنا')) === start + 1);
    await press('u');
    await until(async () => (await decided('رنا')) === start);
    expect(await shownPair()).toBe(namesOf(pairs[0]!));
    // the place of the key counts, whatever letter an Arabic keyboard has there
    await press('KeyN');
    await until(async () => (await decided('رنا')) === start + 1);
    const later = await shownPair();
    await press('l');
    expect(await decided('رنا')).toBe(start + 1);
    await page.getByRole('button', { name: 'انظر في ما أجّلته' }).focus();
    await page.keyboard.press('Enter');
    await until(async () => (await shownPair()) === later);
    // it outlasts the page, and is taken back into the queue by the same key, and by undo put off again
    await page.reload();
    await until(async () => (await shownPair()) === later);
    const putOff = async () => (await queue('رنا')).later;
    await page.keyboard.press('l');
    await until(async () => (await putOff()) === 0);
    await page.keyboard.press('u');
    await until(async () => (await putOff()) === 1);
    await page.goto(`${address}/ar/review`);
    await page.locator('.review-pair').waitFor();
    await press('n');
    expect(await page.locator('.progress').textContent()).toContain('أجبت عن');
  });

  test('"same" with somebody who is said to be dead waits for a second person, and nothing changes before', async () => {
    await open();
    await page.goto(`${address}/ar/review?conflict=contradicts`);
    await page.evaluate(`localStorage.setItem('sanad.by', 'رنا')`);
    await page.reload();
    await page.locator('.review-pair').waitFor();
    const [pair] = (await queue('رنا', '&conflict=contradicts')).pairs;
    const files = await Promise.all(
      pair!.sides.map(async ({ person }) => (await ask<{ person: object }>(`/api/people/${person}`)).person),
    );
    await press('s');
    await page.getByText('ينتظر شخصًا ثانيًا، ولم يتغير شيء').waitFor();
    const fatesNow = await Promise.all(
      pair!.sides.map(
        async ({ person }) =>
          (await ask<{ person: { fates: unknown } }>(`/api/people/${person}`)).person.fates,
      ),
    );
    expect(fatesNow).toEqual(files.map((file) => (file as { fates: unknown }).fates));
    await open();
    await begin('سامي');
    expect(await shownPair()).toBe(namesOf(pair!));
    await page.getByText('لا يُحسب حتى يقوله شخص ثانٍ').waitFor();
    await press('s');
    await until(async () => (await queue('سامي')).waiting === 0);
    const [one, other] = await Promise.all(
      [pair!.a, pair!.b].map(
        async (record) => (await ask<{ person: { id: string } }>(`/api/people/${record}`)).person.id,
      ),
    );
    expect(one).toBe(other);
  });

  test('filters hold over a reload; what the answers say of ourselves is one step away', async () => {
    await open();
    await begin('هدى');
    await page.getByLabel('الحرف').selectOption('across');
    await page.waitForURL(/script=across/);
    await page.reload();
    expect(await page.getByLabel('الحرف').inputValue()).toBe('across');
    const { left } = await queue('هدى', '&script=across');
    await until(async () => Number((await queue('هدى', '&script=across')).left) === left);
    await page.getByText('مبلغ صوابنا').click();
    await page.getByText('بين الحرفين').waitFor();
  });
});

describe('people', () => {
  test('every filter at once in a list of which only what is in sight is there', async () => {
    await open();
    const { total } = await ask<PeoplePage>('/api/people?count=1');
    await page.goto(`${address}/ar/people?view=table&sort=name`);
    await page.locator('.people-table tbody a').first().waitFor();
    const rows = await page.locator('.people-table tbody tr:not(.gap)').count();
    expect(rows).toBeLessThan(total);
    expect(await page.locator('.people-table').getAttribute('aria-rowcount')).toBe(String(total + 1));
    await page.locator('.people-scroll').focus();
    await page.keyboard.press('End');
    await page.locator(`.people-table tr[aria-rowindex="${total + 1}"] th a`).waitFor();
    await page.getByLabel('مكتوب بـ').selectOption('both');
    const { total: both } = await ask<PeoplePage>('/api/people?count=1&script=both');
    await page.locator(`.people-table[aria-rowcount="${both + 1}"]`).waitFor();
  });
});

describe.each(['ar', 'en'])('%s', (language) => {
  test.each([360, 1440])('sound at %i pixels: axe finds nothing, nothing sticks out', async (width) => {
    await open(width);
    const { persons } = await ask<PeoplePage>('/api/people?count=1&filter=conflicts');
    await page.goto(`${address}/${language}/review`);
    await page.evaluate(`localStorage.setItem('sanad.by', 'x')`);
    for (const [path, ready] of [
      ['/review', '.review-pair'],
      ['/people?view=table&sort=name', '.people-table tbody a'],
      [`/people/${persons[0]!.id}`, '.decide-form'],
    ] as const) {
      await page.goto(`${address}/${language}${path}`);
      await page.locator(ready).first().waitFor();
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBe(0);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(
        'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))',
      );
      expect(violations, path).toEqual([]);
    }
  });
});
