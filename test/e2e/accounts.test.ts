import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PeoplePage, PersonPage } from '../../src/model/index.ts';
import { openBrowser, watchedPage } from './browser.ts';
import { served } from './sanad-command.ts';

/**
 * A sealed case from the first account to the question who looked at whom, in a real browser: the owner makes accounts,
 * people join and set up a second step, see what their role may see, and leave.
 */

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'src/cli/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'sanad-accounts-'));
const PHRASE = 'three quiet words';
const PASSWORD = 'five little words of hers';
const PHONE = '944 770 077';

let browser: Browser;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  const env = { ...process.env, SANAD_PASSPHRASE: PHRASE };
  const sanad = (...words: string[]) =>
    execFileSync(process.execPath, [command, ...words, '--quiet'], { stdio: 'pipe', env });
  if (!existsSync(join(root, 'web/dist/index.html')))
    execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'web'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'pipe',
    });
  writeFileSync(
    join(folder, 'families.csv'),
    `name,father,born,phone\nSamir Haddad,Yusuf,1971,+963 ${PHONE}\nHuda Wardan,Tamim,1980,\n`,
  );
  writeFileSync(
    join(folder, 'report.txt'),
    'Harbour Wire, 8 December 2024\n\nAt least 40 people were released on Sunday, the port office said.\n',
  );
  sanad('init', join(folder, 'case'), '--name', 'قلعة الريح');
  sanad('add', join(folder, 'case'), join(folder, 'families.csv'), join(folder, 'report.txt'));
  const started = await served(['serve', join(folder, 'case'), '--port', '0'], { SANAD_PASSPHRASE: PHRASE });
  server = started.running;
  // by name: passkeys belong to names, not to numbers
  address = started.address.replace('127.0.0.1', 'localhost');
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

let context: BrowserContext;
let page: Page;
/** What a page must never do: complain, or ask anything of another machine. A refusal to sign in is no complaint. */
let wrong: string[];

async function open(width = 1440): Promise<Page> {
  await context?.close();
  ({ context, page } = await watchedPage(browser, [address], wrong, {
    viewport: { width, height: 900 },
  }));
  page.setDefaultTimeout(60_000);
  return page;
}
beforeEach(() => {
  wrong = [];
});
afterEach(async () => {
  // A refusal is an answer that the page knows; the browser calls it an error.
  expect(wrong.filter((each) => !/status of 40[13]/.test(each))).toEqual([]);
});
afterAll(() => context?.close());

const go = async (path: string): Promise<void> => {
  await page.goto(`${address}${path}`);
  await page.locator('h1').waitFor();
};
/** A page of one's own: moves inside the pages, so that whoever is signed in stays so and nothing is loaded anew. */
const signIn = async (name: string, password: string): Promise<void> => {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
const leave = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};
async function makeAccount(name: string, role: string): Promise<string> {
  await go('/en/accounts');
  const form = page.locator('section:has(#make)');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Role').selectOption(role);
  await form.getByRole('button').click();
  const code = await page.locator('.invitation code').textContent();
  await page.getByRole('button', { name: 'It is handed over' }).click();
  return code ?? '';
}
async function takeUp(name: string, code: string): Promise<void> {
  await go('/en/join');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Invitation code').fill(code.toLowerCase());
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
}

describe('from the first account to who looked at whom', () => {
  const codes = new Map<string, string>();

  test('the first account is made where everything still stands open; then everybody signs in', async () => {
    await open();
    await go('/en/');
    await page.getByRole('link', { name: 'Make the first account' }).click();
    await page.getByText('There are no accounts yet').waitFor();
    codes.set('rana', await makeAccount('rana', 'desk'));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect((await page.request.get(`${address}/api/people`)).status()).toBe(401);
  });

  test('the owner signs in with the passphrase and makes the others', async () => {
    await signIn('owner', 'not the passphrase');
    await page.getByText('Name and password do not fit together').waitFor();
    await signIn('owner', PHRASE);
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    codes.set('maha', await makeAccount('maha', 'reviewer'));
    codes.set('keeper', await makeAccount('keeper', 'administrator'));
    await leave();
  });

  test('whoever joins sees the telephone number where the role does, and not where it does not', async () => {
    await takeUp('rana', codes.get('rana')!);
    await go('/en/people');
    await page.getByRole('link', { name: 'Samir Haddad' }).first().click();
    await page.getByText(PHONE).waitFor();
    await leave();

    await takeUp('maha', codes.get('maha')!);
    await go('/en/people');
    await page.getByRole('link', { name: 'Samir Haddad' }).first().click();
    await page.getByRole('heading', { name: 'Samir Haddad' }).waitFor();
    expect(await page.content()).not.toContain('944');
    await page.locator('.header').getByRole('link', { name: 'Items' }).click();
    await page.getByRole('link', { name: 'families.csv' }).click();
    await page.getByText('not for your role').first().waitFor();
    expect(await page.content()).not.toContain('944');
    await leave();
  });

  test('an administrator finds accounts and nothing of any person', async () => {
    await takeUp('keeper', codes.get('keeper')!);
    expect(await page.locator('.header nav').textContent()).toBe('Accounts');
    await go('/en/people');
    await page.getByRole('heading', { name: 'Nothing of this case is for this role' }).waitFor();
    await go('/en/accounts');
    const form = page.locator('section:has(#make)');
    await form.getByLabel('Name').fill('sami');
    await form.getByLabel('Role').selectOption('desk');
    await form.getByRole('button').click();
    await page.getByRole('row', { name: /sami/ }).getByText('waits for its keys').waitFor();
    await leave();
  });

  test('a colleague who holds the keys invites whom the administrator made', async () => {
    await signIn('rana', PASSWORD);
    await page.locator('.me').getByRole('link').click();
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    await page.getByRole('button', { name: 'Invite' }).click();
    codes.set('sami', (await page.locator('.invitation code').textContent()) ?? '');
    await page.getByRole('button', { name: 'It is handed over' }).click();
    await leave();
    await takeUp('sami', codes.get('sami')!);
    await leave();
  });

  test('a decision bears the name of the account, whatever name comes with it', async () => {
    await signIn('rana', PASSWORD);
    await page.locator('.me').waitFor();
    const { persons } = (await (await page.request.get(`${address}/api/people`)).json()) as PeoplePage;
    const [a, b] = persons.map(({ id }) => id);
    const decided = await page.request.post(`${address}/api/decisions/link`, {
      headers: { origin: address },
      data: { a, b, judgement: 'different', by: 'somebody else' },
    });
    expect(decided.status()).toBe(200);
    await leave();
    await signIn('owner', PHRASE);
    await page.locator('.me').waitFor();
    const asked = await page.request.get(`${address}/api/people/${a}`);
    const { person } = (await asked.json()) as PersonPage;
    expect(person.apart.map(({ decision }) => decision?.by)).toEqual(['rana']);
    await leave();
  });

  test('the owner sees who looked at the person, and that looking too', async () => {
    await signIn('owner', PHRASE);
    await page.locator('.me').waitFor();
    await go('/en/people');
    await page.getByRole('link', { name: 'Samir Haddad' }).first().click();
    await page.getByRole('link', { name: 'Who looked at this person' }).click();
    await page.getByText('Only looks at').waitFor();
    const rows = page.locator('table.stacks tbody tr');
    await rows.first().waitFor();
    const text = (await rows.allTextContents()).join('\n');
    for (const name of ['rana', 'maha', 'owner']) expect(text).toContain(name);
    expect(text).not.toContain('keeper');
    const rana = page.locator('#access-account option', { hasText: 'rana' });
    await page.getByLabel('Account').selectOption((await rana.getAttribute('value')) ?? '');
    await page.waitForURL(/account=/);
    // until the answer comes the rows of before may stand there
    const looks = async () => (await rows.allTextContents()).map((row) => row.includes('rana'));
    await expect.poll(async () => [...new Set(await looks())]).toEqual([true]);
    await leave();
  });
});

describe('the second step', () => {
  test('codes from the phone: set up, asked for, a used one refused, a recovery code instead', async () => {
    await signIn('maha', PASSWORD);
    await page.locator('.me').getByRole('link').click();
    await page.getByRole('button', { name: 'Set up codes' }).click();
    await page.getByLabel('Your password once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.locator('svg.qr').waitFor();
    const secret = ((await page.locator('.account-part code').textContent()) ?? '').replaceAll(' ', '');
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel('Code from your phone').fill(totp.generate({ timestamp: Date.now() - 30_000 }));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.locator('.codes code').nth(9).waitFor();
    const recovery = await page.locator('.codes code').allTextContents();
    expect(recovery.length).toBe(10);
    await page.getByRole('button', { name: 'I have written them down' }).click();
    await page.getByText('Set up.', { exact: true }).waitFor();
    await leave();

    await signIn('maha', PASSWORD);
    const code = totp.generate();
    await page.getByLabel('Code from your phone').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await leave();

    await signIn('maha', PASSWORD);
    await page.getByLabel('Code from your phone').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This code is not right, or was used before').waitFor();
    await page.getByRole('button', { name: 'My phone is gone' }).click();
    await page.getByLabel('Recovery code').fill(recovery[0]!);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await leave();
  });

  test('a passkey: made, then enough beside the password', async () => {
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signIn('sami', PASSWORD);
    await page.locator('.me').getByRole('link').click();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Your password once more').fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByLabel('What to call it').fill('desk laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('button', { name: 'I have written them down' }).click();
    await page.getByText('desk laptop').waitFor();
    await leave();
    await signIn('sami', PASSWORD);
    await page.getByRole('button', { name: 'Use the passkey' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await leave();
  });
});

describe('a password', () => {
  test('is typed unseen, pasted, and left to whoever keeps passwords', async () => {
    await open();
    await go('/en/');
    const field = page.getByLabel('Password');
    expect(await field.getAttribute('type')).toBe('password');
    expect(await field.getAttribute('autocomplete')).toBe('current-password');
    expect(await page.getByLabel('Name').getAttribute('autocomplete')).toBe('username');
    await page.getByLabel('Name').fill('pasted words');
    await page.getByLabel('Name').press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+x');
    await field.focus();
    await page.keyboard.press('ControlOrMeta+v');
    expect(await field.inputValue()).toBe('pasted words');
  });
});

describe('leaving', () => {
  test('is in sight on every page, on a phone too', async () => {
    await open(360);
    await go('/en/');
    await signIn('owner', PHRASE);
    await page.locator('.me').waitFor();
    for (const path of '/ /people /items /witnesses /erasures /check /access /account'.split(' ')) {
      await page.goto(`${address}/en${path}`);
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
    }
    await leave();
  });

  test('what one leaves unfinished the next at the device neither finds nor opens; it waits for its owner', async () => {
    const typing = page.locator('.on-its-way');
    const begin = async (name: string, password: string): Promise<void> => {
      await signIn(name, password);
      await page.locator('.me').waitFor();
      await go('/en/lists/add');
    };
    await begin('rana', PASSWORD);
    await page.locator('#paste-rows').fill('name,father\nHalim Medlar,Anis\n');
    await page.locator('form.paste button').click();
    await typing.waitFor();
    const kept = () =>
      page.evaluate(`new Promise((done) => {
        const opening = indexedDB.open('sanad-drafts', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAllKeys();
          asked.onsuccess = () => done(asked.result.filter((id) => id.startsWith('@')).length);
        };
      })`);
    await expect.poll(kept).toBe(1);
    await go('/en/lists/add');
    await typing.waitFor();
    await leave();
    await begin('owner', PHRASE);
    await page.locator('#paste-rows').waitFor();
    expect(await typing.count()).toBe(0);
    // nor with the key that the next one is given
    const opened = await page.evaluate(`(async () => {
      const headers = { 'content-type': 'application/json' };
      const { key } = await (await fetch('/api/account/draft-key', { method: 'POST', headers, body: '{}' })).json();
      const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
      const own = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
      const database = await new Promise((done) => {
        const opening = indexedDB.open('sanad-drafts');
        opening.onsuccess = () => done(opening.result);
      });
      const all = await new Promise((done) => {
        const asked = database.transaction('drafts').objectStore('drafts').getAll();
        asked.onsuccess = () => done(asked.result);
      });
      const tried = all.map(({ iv, text }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, own, text).then(() => 'open', () => 'closed'));
      return Promise.all(tried);
    })()`);
    expect(opened).toEqual(['closed']);
    await leave();
    await begin('rana', PASSWORD);
    await typing.waitFor();
    await typing.getByRole('button').click();
    await leave();
  });

  test('“lock now” puts everybody out, whatever they have open', async () => {
    await signIn('rana', PASSWORD);
    await page.locator('.me').waitFor();
    const other = await browser.newContext();
    const there = await other.newPage();
    await there.goto(`${address}/en/`);
    await there.getByLabel('Name').fill('owner');
    await there.getByLabel('Password').fill(PHRASE);
    await there.getByRole('button', { name: 'Sign in' }).click();
    await there.locator('.me').waitFor();
    await page.locator('.me').getByRole('link').click();
    await page.getByRole('button', { name: 'Lock now, for everybody' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await there.getByRole('link', { name: 'People' }).click();
    await there.getByRole('heading', { name: 'Sign in' }).waitFor();
    await other.close();
  });

  test('the token is out of every script’s reach, and goes to no other site', async () => {
    await signIn('rana', PASSWORD);
    await page.locator('.me').waitFor();
    expect(await page.evaluate('document.cookie')).toBe('');
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 });
    await leave();
  });
});
