import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NAME_SLOTS } from '../../src/model/index.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { root, served } from './sanad-command.ts';

/** A mother asks, a list comes in, two people agree, the call is written down, her code says no more than it may. */

vi.setConfig({ testTimeout: 300_000 });
const folder = mkdtempSync(join(tmpdir(), 'sanad-desk-'));
const pictures = process.env.SANAD_PICTURES;
const PASSPHRASE = { SANAD_PASSPHRASE: 'four words nobody else has' };
const LIST = `الاسم,اسم الأب,الكنية,سنة الميلاد,الحالة
سامر,نعيم,الزعرور,1988,متوفى
هاني,نعيم,الزعرور,1991,محتجز
غيث,مازن,التركماني,1979,محتجز
`;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let desk: string;
let line: string;
const running: ChildProcess[] = [];
const wrong: string[] = [];
const sanad = (...words: string[]): string =>
  execFileSync(process.execPath, [join(root, 'src/cli/main.ts'), ...words], {
    stdio: 'pipe',
    encoding: 'utf8',
    env: { ...process.env, ...PASSPHRASE },
  });
async function started(...words: string[]): Promise<string> {
  const { address, running: server } = await served(words, PASSPHRASE);
  running.push(server);
  return address;
}

beforeAll(async () => {
  sanad('init', join(folder, 'case'), '--name', 'قلعة الريح');
  writeFileSync(join(folder, 'keepers.txt'), sanad('line', 'keys', join(folder, 'case'), '--by', 'هدى'));
  writeFileSync(join(folder, 'list.csv'), LIST);
  line = await started('line', join(folder, 'post'), '--keys', join(folder, 'keepers.txt'), '--port', '0');
  desk = await started('serve', join(folder, 'case'), '--port', '0', '--line', line);
  browser = await openBrowser();
  ({ context, page } = await watchedPage(browser, [line, desk], wrong, {
    viewport: { width: 1440, height: 900 },
  }));
  page.setDefaultTimeout(120_000);
}, 300_000);
afterAll(async () => {
  await context?.close();
  await browser?.close();
  for (const each of running) each.kill();
  rmSync(folder, { recursive: true, force: true });
  expect(wrong).toEqual([]);
});

/** Looked at in both widths: nothing that axe finds, nothing beyond the edge. */
async function sound(place: string): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
      `${place} at ${width}`,
    ).toBeLessThanOrEqual(0);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(
      'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")))',
    );
    expect(violations, `${place} at ${width}`).toEqual([]);
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `desk-${place}-${width}.png`), fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
/** Under another name, where nobody signs in. */
const as = (name: string) =>
  page.evaluate(([key, value]) => localStorage.setItem(key!, value!), ['sanad.by', name]);
const said = (words: string) => page.locator('[role=status]', { hasText: words }).first().waitFor();

/** A keeper brings what came by the line, and carries answers to it. */
async function fetchTips(): Promise<void> {
  await page.goto(`${desk}/en/talks`);
  await page.locator('button.main').first().click();
  await said('delivered');
}

let code: string;
let request: string;

test('nothing is kept without consent; with it the family gets a code', async () => {
  await page.goto(`${desk}/ar/requests/new`);
  await page.locator('h1').waitFor();
  await as('ريم');
  // From the first fetch on the case knows its line, and codes of the desk work there too.
  await fetchTips();
  await page.goto(`${desk}/ar/requests/new`);
  await page.locator('[name="names.given"]').fill('سامر');
  await page.locator('[name="names.father"]').fill('نعيم');
  await page.locator('[name="names.family"]').fill('الزعرور');
  await page.locator('[name=birth]').fill('١٩٨٨');
  await page.locator('[name=asker]').fill('هدى المرجان');
  await page.locator('[name=at]').fill('0999 000 111');
  await page.locator('[name=codeWord]').fill('زيتونة');
  await page.keyboard.press('Enter');
  await page.locator('.fault li').first().waitFor();
  // without consent to be called, and whose mother or sister she is, nothing is sent
  expect(await page.locator('.fault li').count()).toBe(2);
  await page.locator('[name=relation]').selectOption('mother');
  await sound('new-request');
  await page.locator('[name="consent.compare"]').check();
  await page.locator('[name="consent.call"]').check();
  await page.locator('.request-form button[type=submit]').click();
  await page.locator('.family-code').waitFor();
  code = (await page.locator('.family-code span').allTextContents()).join(' ');
  expect(code).toMatch(/^(\d{5} ){5}\d{5}$/);
  await sound('code');
  await page.locator('.family-code + .actions button').first().click();
  await page.locator('#sought').waitFor();
  request = page.url();
});

test('a list row arrives and is shown beside the request, with the reason', async () => {
  const { origin } = new URL(desk);
  const form = new FormData();
  form.append('files', new File([LIST], 'list.csv'));
  form.append('by', 'سليم');
  const sent = await fetch(`${desk}/api/items`, { method: 'POST', body: form, headers: { origin } });
  expect(sent.status).toBe(200);
  await page.goto(`${desk}/ar/requests/hits`);
  await page.locator('.hit', { hasText: 'سامر' }).first().waitFor();
  expect(await page.locator('.hit').first().innerText()).toContain('يحتاج إلى شخصين');
  await sound('hits');
  await page.goto(`${desk}/en/requests/hits`);
  await page.locator('.hit').first().waitFor();
  await sound('hits-en');
});

test('two people say it is him, by keyboard; two prepare the call', async () => {
  await page.goto(`${desk}/ar/requests/hits`);
  await page.locator('.hit.at').waitFor();
  await page.keyboard.press('s');
  await said('هو نفسه');
  await page.goto(request.replace('/en/', '/ar/'));
  await page.locator('.hit', { hasText: 'بانتظار شخص ثانٍ' }).waitFor();
  await as('سليم');
  await page.locator('.hit button').first().click();
  await page.locator('.hit', { hasText: 'قرره' }).waitFor();

  await page.locator('#calls ~ details summary').click();
  await page.locator('#calls ~ details select').selectOption('death');
  await page.locator('#calls ~ details textarea').fill('سجل السجن، السطر الأول');
  await page.locator('#calls ~ details button').click();
  await page.locator('.call', { hasText: 'بانتظار موافقة شخص ثانٍ' }).waitFor();
  await as('ريم');
  await page.locator('.call button').click();
  await page.locator('.page-head', { hasText: 'سيتصل بكم مكتبنا' }).waitFor();
  await page.locator('.call summary').click();
  await sound('call');
});

test('her code says on the public page that the desk will call, and nothing else', async () => {
  await fetchTips();
  await page.goto(`${line}/`);
  await page.locator('[data-go=back]').click();
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('.answer p').waitFor();
  expect(await page.locator('.answer p').allTextContents()).toEqual(['سيتصل بكم مكتبنا.']);
  const all = await page.locator('[data-step=talk]').innerText();
  for (const word of ['سامر', 'الزعرور', 'توفي', 'وفاة', 'قائمة']) expect(all).not.toContain(word);
  await sound('receipt');
});

test('the call is written down, and the code is silent again', async () => {
  await page.goto(request.replace('/en/', '/ar/'));
  await page.locator('.call summary').click();
  await page.locator('.script li').nth(2).waitFor();
  await page.locator('.call [name=to]').fill('الأم، ومعها ابنتها');
  await page.locator('.call textarea').fill('قيل لها وجهًا لوجه. نزورها يوم الخميس.');
  await page.locator('.call form button').click();
  await page.locator('.page-head', { hasText: 'لا جديد' }).waitFor();
  expect(await page.locator('.page-head').innerText()).toContain('وصل');
  await sound('request');
  await page.goto(request.replace('/ar/', '/en/'));
  await page.locator('.call').waitFor();
  await sound('request-en');
});

test('a family asks on its own phone; the form arrives as a request, and no keeper’s queue shows it', async () => {
  await page.goto(`${line}/`);
  await page.locator('[data-for=ask]').click();
  await page.locator('[data-step=code] [data-go]').click();
  await page.locator('#ask-given').fill('غيث');
  await page.locator('#ask-family').fill('التركماني');
  await page.locator('#ask-name').fill('أبو غيث');
  await page.locator('#ask-relation').selectOption('father');
  await page.locator('[data-ask] button').click();
  await page.locator('[data-ask] [data-error]:not([hidden])').waitFor();
  await sound('family');
  await page.locator('#ask-compare').check();
  await page.locator('[data-ask] button').click();
  await page.locator('[data-step=done]:not([hidden])').waitFor();
  await fetchTips();
  expect(await page.locator('.talks').count()).toBe(0);
  await page.goto(`${desk}/ar/requests`);
  await page.locator('.requests li', { hasText: 'غيث' }).waitFor();
  expect(await page.locator('.requests li').first().innerText()).toContain('بالخط العام');
  await sound('requests');
});

test('a script in every field of a request is words on every page, and nothing runs', async () => {
  const words = (field: string): string =>
    `<script>document.title="ran"</script><img src=x onerror=alert(1)>${field}`;
  const names = Object.fromEntries(NAME_SLOTS.map((slot) => [slot, words(slot)]));
  const sought = {
    names,
    birth: '1988',
    alsoWritten: words('also'),
    birthPlace: words('town'),
    home: words('home'),
  };
  const form = {
    sought: { ...sought, lastPlace: words('road'), heldAt: words('held'), words: words('story') },
    description: {
      marks: [{ kind: 'scar', part: 'face', words: words('scar') }],
      belongings: [words('ring')],
      words: words('body'),
    },
    asker: { name: words('asker'), relation: 'sister' },
    contact: {
      channel: 'phone',
      at: words('number'),
      hours: words('hours'),
      codeWord: words('word').slice(0, 60),
      leave: 'nothing',
      notes: words('notes'),
    },
    consent: {
      how: 'spoken',
      grants: [
        { purpose: 'compare', audience: 'team', fields: ['sought', 'description'] },
        { purpose: 'call', audience: 'team', fields: ['contact'] },
        { purpose: 'share', audience: 'partners', fields: ['sought', 'description', 'asker', 'contact'] },
      ],
    },
  };
  const headers = { origin: new URL(desk).origin };
  const kept = await page.request.post(`${desk}/api/requests`, { headers, data: { form, by: words('by') } });
  const { id } = (await kept.json()) as { id: string };
  const acts = await page.request.post(`${desk}/api/requests/${id}/acts`, {
    headers,
    data: { is: 'propose', matter: 'nothing-new', words: words('call'), upon: 1, by: words('by') },
  });
  expect([kept.status(), acts.status()]).toEqual([200, 200]);
  const shown = async (path: string, fields: readonly string[]): Promise<void> => {
    await page.goto(`${desk}/ar/${path}`);
    await page.locator('h1').first().waitFor();
    if (path.endsWith('hand-out')) await page.locator('main form button.main').first().click();
    await page.locator('main', { hasText: '<script>' }).waitFor();
    await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`);
    const text = await page.locator('main').innerText();
    for (const field of fields) expect(text, `${path} ${field}`).toContain(words(field));
    expect(await page.locator('main script, main img').count(), path).toBe(0);
    expect(await page.title(), path).not.toBe('ran');
  };
  const told = [
    'given',
    'nickname',
    'also',
    'town',
    'road',
    'held',
    'story',
    'scar',
    'ring',
    'asker',
    'number',
  ];
  await shown('requests', ['given', 'family']);
  await shown(`requests/${id}`, [...told, 'hours', 'notes', 'call', 'by']);
  await shown('requests/hand-out', told);
  await sound('script');
});

test('a paper form is typed in by keyboard alone, with all that the family ticked', async () => {
  await page.goto(`${desk}/ar/requests/paper`);
  const number = await page.locator('.paper-form strong[dir=ltr]').first().innerText();
  await page.goto(`${desk}/ar/requests/grid`);
  await page.locator('#paper-number').fill(number.toLowerCase());
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.locator('[name="consent.public"]').check();
  await page.locator('[name="names.given"]').fill('ناديا');
  await page.locator('[name="names.grandfather"]').fill('ميخائيل');
  await page.locator('[name="names.family"]').fill('الشماس');
  await page.locator('[name=asker]').fill('ريتا الشماس');
  await page.locator('[name=channel]').selectOption('code-only');
  await page.keyboard.press('Enter');
  await page.locator('[name=relation]').selectOption('sister');
  await page.locator('[name=asker]').press('Enter');
  await page.locator('.requests li', { hasText: number }).waitFor();
  expect(await page.locator('[name="names.given"]').inputValue()).toBe('');
  await page.locator('.requests a', { hasText: 'ناديا' }).click();
  await page.locator('#sought').waitFor();
  const file = await page.locator('#main').innerText();
  for (const words of ['ميخائيل', 'النشر']) expect(file).toContain(words);
});
