import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccounts, readLooks, type WrittenLook } from '../accounts/index.ts';
import { createCase, openCase } from '../ledger/index.ts';
import { typed } from './trial/typed.ts';

/** Past the pages, and yet in the log: whoever knows a password and uses the command. */

const CHEAP = { memoryKiB: 64, passes: 1, lanes: 1 };
const PHRASE = 'three quiet words';
const PASSWORD = 'four words nobody else has';
const CALLER = {
  address: '127.0.0.1',
  device: 'a test',
  place: { origin: 'http://localhost', host: 'localhost' },
};

let root = '';
let desk = '';
const at = (name: string): string => join(root, name);

const sanad = (passphrase: string, ...args: readonly string[]) =>
  typed(args, { SANAD_PASSPHRASE: passphrase, SANAD_ACTOR: 'Maha' });

async function looks(folder: string): Promise<readonly WrittenLook[]> {
  const opened = await openCase(folder, { passphrase: PHRASE, mode: 'read' });
  try {
    return [...readLooks(opened).all()];
  } finally {
    opened.close();
  }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sanad-command-looks-'));
  writeFileSync(at('list.csv'), 'name,father,place\nSamer Medlar,Anis,Homs\nRana Quince,Halim,Idlib\n');
  for (const name of ['with', 'without']) {
    const made = await createCase(at(name), { passphrase: PHRASE, passphraseCost: CHEAP });
    made.close();
    expect((await sanad(PHRASE, 'add', at(name), at('list.csv'))).code).toBe(0);
  }
  const opened = await openCase(at('with'), { passphrase: PHRASE });
  const accounts = openAccounts(opened, { passwordCost: CHEAP });
  desk = accounts.changes.make('the-desk', 'desk', 'owner');
  const code = await accounts.changes.invite(desk, opened, 'owner');
  await accounts.join('the-desk', code, PASSWORD, CALLER);
  opened.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a search by command is an entry: the account whose password it was, who sat there, for whom', async () => {
  const found = await sanad(PASSWORD, 'find', at('with'), 'Samer Medlar');
  expect(found.out).toContain('Samer Medlar');
  const [newest] = await looks(at('with'));
  expect(newest).toMatchObject({
    account: desk,
    kind: 'command',
    command: 'find',
    by: 'Maha',
    search: 'Samer Medlar',
  });
  expect(newest!.persons).toHaveLength(1);
});

test('what leaves by command, a chain of custody, claims, a disclosed value are entries too', async () => {
  const [before] = await looks(at('with'));
  const opened = await openCase(at('with'), { passphrase: PHRASE, mode: 'read' });
  const [item] = opened.items();
  opened.close();
  await sanad(PHRASE, 'custody', at('with'), item!.id);
  await sanad(PHRASE, 'claims', at('with'));
  await sanad(PHRASE, 'export', at('with'), at('bag'), '--as', 'bagit');
  await sanad(PHRASE, 'prove', at('with'), `${item!.id}.1`, '--value', 'c00');
  await sanad(PHRASE, 'add', at('with'), at('list.csv'), '--dry-run');
  const since = (await looks(at('with'))).filter(({ entry }) => entry > before!.entry);
  expect(since.map(({ command, account }) => [command, account])).toEqual(
    ['add', 'prove', 'export', 'claims', 'custody'].map((command) => [command, 'owner']),
  );
  expect(since.find(({ command }) => command === 'export')!.items).toEqual([item!.id]);
});

test('a copy of the case is an entry where one can be written; figures of it always', async () => {
  const [before] = await looks(at('with'));
  await sanad(PHRASE, 'estimate', '--case', at('with'));
  expect((await sanad(PHRASE, 'backup', at('with'), at('one.backup'))).code).toBe(0);
  const since = (await looks(at('with'))).filter(({ entry }) => entry > before!.entry);
  expect(since.map(({ command }) => command)).toEqual(['backup', 'estimate']);
  const opened = await openCase(at('with'), { passphrase: PHRASE });
  try {
    expect((await sanad(PHRASE, 'backup', at('with'), at('two.backup'))).code).toBe(0);
    expect((await sanad(PHRASE, 'estimate', '--case', at('with'))).err).toContain(
      'every look is written down first',
    );
  } finally {
    opened.close();
  }
});

test('a site’s statement that leaves by command is an entry before anything is said of it', async () => {
  const [before] = await looks(at('with'));
  const only = '0123456789abcdef';
  // None was published, which is told only once the look is written down.
  expect((await sanad(PHRASE, 'site', 'statement', at('with'), at('out'), '--only', only)).code).toBe(1);
  expect((await sanad(PASSWORD, 'site', 'statement', at('with'), at('out'))).code).toBe(1);
  const since = (await looks(at('with'))).filter(({ entry }) => entry > before!.entry);
  expect(since).toMatchObject([
    { command: 'site statement', account: desk, by: 'Maha', things: [] },
    { command: 'site statement', account: 'owner', by: 'Maha', things: [only] },
  ]);
  expect(existsSync(at('out'))).toBe(false);
});

test('a look that cannot be written is refused, and shows nothing', async () => {
  const opened = await openCase(at('with'), { passphrase: PHRASE });
  try {
    const refused = await sanad(PHRASE, 'find', at('with'), 'Samer Medlar');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('every look is written down first');
  } finally {
    opened.close();
  }
});

test('before there are accounts nothing is written, and the case may be open elsewhere', async () => {
  const opened = await openCase(at('without'), { passphrase: PHRASE });
  try {
    expect((await sanad(PHRASE, 'find', at('without'), 'Samer Medlar')).out).toContain('Samer Medlar');
    expect(opened.events('access')).toEqual([]);
  } finally {
    opened.close();
  }
  expect((await sanad('another phrase', 'find', at('without'), 'Samer Medlar')).code).toBe(2);
});
