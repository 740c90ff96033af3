import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListsPage, PeoplePage } from '../../src/model/index.ts';
import { openBrowser, tabTo as reach } from './browser.ts';

/** Lists in, in a real browser and by keyboard: a list with fifty bad rows, a correction, a newer version, a withdrawal; typing. */

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-lists-'));

const GIVEN = ['سالم', 'رامي', 'جابر', 'نزار', 'هيثم', 'فادي', 'باسل', 'مازن', 'طارق', 'غسان', 'أنس', 'قصي'];
const FATHER = ['كامل', 'شفيق', 'عدنان', 'منير', 'بدر', 'جميل', 'ناصر', 'سليم', 'راغب', 'فؤاد'];
const FAMILY = [
  'الزعتري',
  'البيطار',
  'النحاس',
  'القصاب',
  'الحداد',
  'الدباغ',
  'الصباغ',
  'النجار',
  'الخياط',
  'الفران',
];
const person = (at: number): string[] => [
  `${GIVEN[at % 12]} ${FATHER[Math.floor(at / 12) % 10]} ${FAMILY[Math.floor(at / 120) % 10]}`,
  `${(at % 28) + 1}/${(at % 12) + 1}/${1950 + (at % 50)}`,
  ['حمص', 'درعا', 'حلب', 'إدلب', 'دير الزور'][at % 5]!,
  'خرج',
];
const write = (name: string, rows: readonly (readonly string[])[]): string => {
  const path = join(folder, name);
  const lines = [['الاسم الكامل', 'تاريخ الولادة', 'المحافظة', 'الحالة'], ...rows];
  writeFileSync(path, lines.map((row) => row.join(',')).join('\n'));
  return path;
};

const sound = Array.from({ length: 1200 }, (_, at) => person(at));
const spoilt = sound.map((row, at) => {
  if (at % 24 !== 5) return row;
  return at % 48 === 5 ? [row[0]!, '31/02/2012', ...row.slice(2)] : [...row, 'زائد'];
});
const newer = spoilt.map((row, at) =>
  at > 0 && at % 100 === 0 && at <= 1000 ? [...row.slice(0, 3), 'نُقل'] : row,
);
newer.splice(1100, 10);
newer.push(...Array.from({ length: 10 }, (_, at) => person(337 * 7 + at * 13 + 1)));

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: ChildProcess;
let address: string;
const wrong: string[] = [];

beforeAll(async () => {
  execFileSync(process.execPath, [
    command,
    'init',
    join(folder, 'case'),
    '--unsealed',
    '--name',
    'قلعة الريح',
  ]);
  server = spawn(process.execPath, [command, 'serve', join(folder, 'case'), '--port', '0'], {
    stdio: 'pipe',
  });
  address = await new Promise((found, failed) => {
    server.stdout?.on('data', (part: Buffer) => {
      const at = /http:\/\/[\d.]+:\d+/.exec(String(part));
      if (at) found(at[0]);
    });
    server.stderr?.on('data', (part: Buffer) => {
      const at = /http:\/\/[\d.]+:\d+/.exec(String(part));
      if (at) found(at[0]);
    });
    server.once('exit', () => failed(new Error('the server ended')));
  });
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(30_000);
  page = await context.newPage();
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:')) wrong.push(request.url());
  });
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const tabTo = (selector: string) => reach(page, selector);
const sums = async (): Promise<string> =>
  (await page.locator('[data-testid=sums]').innerText()).replace(/\s+/g, ' ');
async function importByKeyboard(expected: RegExp): Promise<void> {
  await tabTo('#given-source');
  await page.keyboard.type('مشفى المدينة');
  await tabTo('#given-consent');
  await page.keyboard.press('ArrowUp');
  await tabTo('form.given button[type=submit]');
  expect(await page.locator('form.given button[type=submit]').innerText()).toMatch(expected);
  await page.keyboard.press('Enter');
  const taken = page.waitForURL('**/ar/lists').then(() => false);
  // only the first time is it asked who does it
  const asked = page.locator('#who-name').waitFor();
  if (await Promise.race([taken, asked.then(() => true)])) {
    await page.keyboard.type('هدى');
    await page.keyboard.press('Enter');
  }
  await taken;
}
const lists = async (): Promise<ListsPage['lists']> =>
  ((await (await page.request.get(`${address}/api/lists`)).json()) as ListsPage).lists;
const persons = async (): Promise<number> =>
  ((await (await page.request.get(`${address}/api/people`)).json()) as PeoplePage).total;

describe('a list of the released, day after day', () => {
  test('fifty bad rows are shown at once; one is corrected, and the rest stay out', async () => {
    await page.goto(`${address}/ar/lists/add`);
    const sent: ('file' | 'word')[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/lists/look'))
        sent.push(request.postData()?.includes('name="inHand"') ? 'word' : 'file');
    });
    await page.setInputFiles('#import-file', write('day-1.csv', spoilt));
    await page.waitForSelector('[data-testid=sums]');
    expect(await sums()).toMatch(/١٬١٥٠.*٥٠/);
    expect(await page.locator('.bad-row').count()).toBe(20);
    await tabTo('.bad-row input');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('28/02/2012');
    await page.keyboard.press('Enter');
    await expect.poll(sums).toMatch(/١٬١٥١.*٤٩/);
    // the file itself went to the server once, what was said of it afterwards alone
    expect(sent).toEqual(['file', 'word']);
    // a reload loses nothing of it
    await page.reload();
    await expect.poll(sums).toMatch(/١٬١٥١.*٤٩/);
    await importByKeyboard(/١٬١٥١/);
    expect(await lists()).toMatchObject([
      {
        file: 'day-1.csv',
        rows: 1200,
        leftOut: 49,
        corrected: 1,
        source: 'مشفى المدينة',
        consent: 'team-only',
      },
    ]);
  });

  test('a newer version shows thirty changes, asks about no row twice, and makes nobody twice', async () => {
    const before = await persons();
    await page.goto(`${address}/ar/lists/add`);
    await page.setInputFiles('#import-file', write('day-2.csv', newer));
    await page.waitForSelector('[data-testid=version]');
    const version = (await page.locator('[data-testid=version]').innerText()).replace(/\s+/g, ' ');
    for (const ten of [/تغيّرت ١٠/, /١٠ أسطر جديدة/, /١٠ أسطر لم تعد/]) expect(version).toMatch(ten);
    expect(await page.locator('.bad-row').count()).toBe(0);
    await importByKeyboard(/١٬١٥/);
    expect((await lists())[0]).toMatchObject({ supersedes: { file: 'day-1.csv', changed: 10 } });
    expect((await persons()) - before).toBeLessThanOrEqual(10);
  });

  test('it is withdrawn whole by keyboard, and taken back again', async () => {
    const [list] = await lists();
    await page.goto(`${address}/ar/lists`);
    await page.waitForSelector('table.lists');
    await tabTo('table.lists tbody tr:first-child button');
    await page.keyboard.press('Enter');
    await page.keyboard.type('لم تؤكدها إدارة المشفى');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await lists())[0]?.withdrawn?.reason).toBe('لم تؤكدها إدارة المشفى');
    expect((await lists())[1]?.supersededBy).toBeUndefined();
    await expect.poll(() => page.locator('tr.gone').count()).toBe(1);
    await tabTo('tr.gone button');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await lists())[0]?.withdrawn).toBeUndefined();
    expect((await lists())[0]?.id).toBe(list?.id);
  });
});

test('a photographed register is typed, kept over a reload, read by the machine as a suggestion, and becomes a list', async () => {
  const drawn = await context.newPage();
  await drawn.setViewportSize({ width: 900, height: 1000 });
  const line = (top: number, text: string): string =>
    `<p style="position:absolute;top:${top}px;right:40px;margin:0;word-spacing:40px">${text}`;
  await drawn.setContent(
    `<html dir="rtl" lang="ar"><body style="font:26px/50px sans-serif">${line(50, 'سالم_الزعتري 1984 حمص')}${line(100, 'رامي_البيطار 1990 درعا')}`.replaceAll(
      '_',
      '\u00a0',
    ),
  );
  await drawn.screenshot({ path: join(folder, 'register.png') });
  await drawn.close();
  await page.goto(`${address}/ar/typing`);
  await page.setInputFiles('#typing-file', join(folder, 'register.png'));
  await page.waitForURL('**/ar/typing/*');
  await tabTo('[data-cell="0 0"]');
  await page.keyboard.type('سالم الزعتري');
  await page.keyboard.press('Tab');
  await page.keyboard.type('31/02/1984');
  await expect.poll(() => page.locator('[aria-invalid=true]').count()).toBe(1);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('١٩٨٤');
  await page.keyboard.press('Tab');
  await page.keyboard.type('حمص');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator(':focus').getAttribute('data-cell')).toBe('1 0');
  await page.keyboard.press('Alt+D');
  await expect.poll(() => page.locator('[data-cell="1 0"]').inputValue()).toBe('سالم الزعتري');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+R');
  await page.waitForSelector('.guess', { timeout: 30_000 });
  // a suggestion fills nothing by itself
  expect(await page.locator('[data-cell="1 1"]').inputValue()).toBe('');
  await page.waitForTimeout(500);
  await page.reload();
  await expect
    .poll(() =>
      page
        .locator('[data-cell="0 1"]')
        .inputValue()
        .catch(() => ''),
    )
    .toBe('١٩٨٤');
  await tabTo('.typing form.given button[type=submit]');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await lists())[0]?.file).toBe('register.png.typed.json');
  expect((await lists())[0]?.rows).toBe(2);
});

test('two typists differ in one cell: it is shown, settled by a person, and goes into the grid', async () => {
  for (const [name, year] of [
    ['ليلى', '1984'],
    ['سليم', '1948'],
  ] as const) {
    const own = await browser.newContext();
    await own.addInitScript(`localStorage.setItem('sanad.by', '${name}')`);
    const typist = await own.newPage();
    await typist.goto(`${address}/ar/typing`);
    await typist.locator('#in-case ~ ul a', { hasText: 'register.png' }).first().click();
    await reach(typist, '[data-cell="0 0"]');
    await typist.keyboard.type('سالم الزعتري');
    await typist.keyboard.press('Tab');
    await typist.keyboard.type(year);
    await reach(typist, '.typing-rows > [role=status] + .actions button');
    await typist.keyboard.press('Enter');
    await typist.locator('#versions ~ ul li', { hasText: name }).waitFor();
    if (name === 'سليم') {
      await typist.locator('.differences li').first().waitFor();
      expect(await typist.locator('.differences li').count()).toBe(1);
      const into = typist.locator('section:has(#compared) > .actions button');
      expect(await into.isDisabled()).toBe(true);
      await reach(typist, '.differences input[type=radio]');
      await typist.keyboard.press('Space');
      await reach(typist, 'section:has(#compared) > .actions button');
      await typist.keyboard.press('Enter');
      await expect.poll(() => typist.locator('[data-cell="0 1"]').inputValue()).toBe('1984');
    }
    await own.close();
  }
});

test.each(['ar', 'en'])(
  'nothing for axe to find in %s, wide and narrow',
  async (language) => {
    const found: string[] = [];
    for (const width of [1440, 360])
      for (const path of ['/lists', '/lists/add', '/typing']) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${address}/${language}${path}`);
        await page.waitForSelector('h1');
        if (path === '/lists/add') {
          await page.setInputFiles(
            '#import-file',
            write(`axe-${language}-${width}.csv`, spoilt.slice(0, 60)),
          );
          await page.waitForSelector('[data-testid=sums]');
        } else if (path === '/typing') {
          await page.locator('#in-case ~ ul a').first().click();
          await page.waitForSelector('canvas');
        } else await page.waitForSelector('table.lists');
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<{
          violations: { id: string; nodes: { html: string }[] }[];
        }>('axe.run()');
        found.push(
          ...violations.map(({ id, nodes }) => `${path} ${width} ${id}: ${nodes[0]?.html.slice(0, 120)}`),
        );
        const wide = (await page.evaluate(
          'document.documentElement.scrollWidth - window.innerWidth',
        )) as number;
        if (wide > 0) found.push(`${path} ${width} is wider than the window by ${wide}`);
        if (path === '/lists/add') await page.locator('.on-its-way button').click();
      }
    expect(found).toEqual([]);
    expect(wrong).toEqual([]);
  },
  60_000,
);
