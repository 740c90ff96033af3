import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { backupCase, createCase, openCase, restoreCase, verifyCase } from './index.ts';
import { endTar, writeTarEntry } from './tar.ts';
import { CHEAP, listItem, reportItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-backup-'));
const at = (name: string): string => join(root, name);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each([
  ['unsealed', { unsealed: true }, {}],
  ['sealed', { passphrase: 'p', ...CHEAP }, { passphrase: 'p' }],
])('%s', (kind, create, open) => {
  test('a backup made while the case is open is restored elsewhere, the same to the last hash', async () => {
    const made = await createCase(at(kind), create);
    made.addItems([listItem('a.csv', 30), reportItem('b.txt')]);
    await backupCase(made, at(`${kind}.tar`));
    const head = made.head();
    made.addItem(listItem('later.csv', 1, 'later'));
    await expect(backupCase(made, at(`${kind}.tar`))).rejects.toMatchObject({ code: 'backup.exists' });
    made.close();

    await restoreCase(at(`${kind}.tar`), at(`${kind}-restored`));
    expect(await verifyCase(at(`${kind}-restored`), open)).toMatchObject({
      ok: true,
      entries: head.entries,
      files: 2,
    });
    const restored = await openCase(at(`${kind}-restored`), open);
    expect(restored.head()).toEqual(head);
    restored.addItem(listItem('after.csv', 2, 'after'));
    restored.close();
    expect(await verifyCase(at(`${kind}-restored`), open)).toMatchObject({ ok: true });
  });

  test('others read the file too, and nothing is left beside it', () => {
    const listed = execFileSync('tar', ['tf', at(`${kind}.tar`)], { encoding: 'utf8' }).split('\n');
    expect(listed.slice(0, 2)).toEqual(['sanad.json', 'ledger.db']);
    expect(readdirSync(root).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('a backup that is cut short or changed makes no case, or one that verify refuses', async () => {
    const whole = readFileSync(at(`${kind}.tar`));
    for (const length of [0, 100, 600, 5000, Math.floor(whole.length / 2)]) {
      writeFileSync(at('cut.tar'), whole.subarray(0, length));
      await expect(restoreCase(at('cut.tar'), at('cut'))).rejects.toMatchObject({ code: 'backup.damaged' });
      expect(existsSync(at('cut'))).toBe(false);
    }
    const changed = Buffer.from(whole);
    changed[whole.length >> 1]! ^= 1;
    writeFileSync(at('changed.tar'), changed);
    await restoreCase(at('changed.tar'), at(`${kind}-changed`));
    expect(await verifyCase(at(`${kind}-changed`), open)).toMatchObject({ ok: false });
  });
});

test.each([
  '../escaped',
  '/tmp/escaped',
  'vault/../../escaped',
  'vault/ab/../../../escaped',
  'sanad.json/../x',
  'x',
])('a name that leads elsewhere is refused: %s', async (name) => {
  const archive = openSync(at('hostile.tar'), 'w');
  writeTarEntry(archive, 'sanad.json', import.meta.filename);
  writeTarEntry(archive, name, import.meta.filename);
  endTar(archive);
  closeSync(archive);
  await expect(restoreCase(at('hostile.tar'), at('hostile'))).rejects.toMatchObject({
    code: 'backup.damaged',
  });
  expect(existsSync(at('escaped'))).toBe(false);
  expect(existsSync(at('hostile'))).toBe(false);
});
