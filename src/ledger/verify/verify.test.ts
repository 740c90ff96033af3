import { createHash, hash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultMessages } from '../../messages/index.ts';
import { createCase, verifyCase } from '../index.ts';
import { noteSigner } from '../signed-note.ts';
import { CHEAP, listItem, reportItem } from '../trial/example-items.ts';
import { FAULTS } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-verify-test-'));
const whole = join(root, 'whole');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Entry 0 the case, 1 Maha, 2 the list, 3–12 its rows, 13 Yusuf, 14 the report, 15 its record. */
beforeAll(async () => {
  const made = await createCase(whole, { name: 'whole', unsealed: true });
  made.addItem(listItem('a.csv', 10));
  made.addItem(reportItem('b.txt'));
  made.close();
});

const caseFile = (folder: string) => JSON.parse(readFileSync(join(folder, 'sanad.json'), 'utf8'));

/** Someone who holds the key of the database and changes it with its own means, guards taken off. */
function tamper(folder: string, sql: string, ...values: unknown[]): void {
  const db = new Database(join(folder, 'ledger.db'));
  db.pragma("cipher = 'chacha20'");
  db.pragma(`key = "raw:${Buffer.from(caseFile(folder).openKeys.database, 'base64').toString('hex')}"`);
  db.pragma('foreign_keys = OFF');
  for (const guard of ['entry_never_updated', 'entry_never_deleted', 'entry_without_gap'])
    db.exec(`DROP TRIGGER ${guard}`);
  db.prepare(sql).run(...values);
  db.close();
}

const vaultFile = (folder: string): string => {
  const [within = ''] = readdirSync(join(folder, 'vault')).filter(
    (name) => name.length === 2 && name !== 'in',
  );
  const [file = ''] = readdirSync(join(folder, 'vault', within));
  return `vault/${within}/${file}`;
};

const LATER = 'replace(body, \'"n":3\', \'"n":4\')';

describe('what is done to a case is found, and named where it was done', () => {
  test.each<[string, (folder: string) => void, { what: string; where: string | RegExp }]>([
    [
      'an entry is rewritten',
      (folder) => tamper(folder, `UPDATE entry SET body = ${LATER} WHERE seq = 5`),
      { what: 'entry-changed', where: 'ledger.db entry 5' },
    ],
    [
      'an entry is rewritten, and its leaf with it',
      (folder) => {
        const leaf = hash('sha256', Buffer.from('\0{}'), 'buffer');
        tamper(folder, "UPDATE entry SET body = '{}', leaf = ? WHERE seq = 5", leaf);
      },
      { what: 'checkpoint-contradicts', where: 'checkpoints/000000000013.note' },
    ],
    [
      'an entry is written so that it reads the same and hashes otherwise',
      (folder) =>
        tamper(folder, 'UPDATE entry SET body = replace(body, \'"n":3\', \'"n": 3\') WHERE seq = 5'),
      { what: 'entry-malformed', where: 'ledger.db entry 5' },
    ],
    [
      'a name in a row is exchanged',
      (folder) => tamper(folder, "UPDATE payload SET body = replace(body, 'سامر', 'عامر') WHERE seq = 3"),
      { what: 'value-changed', where: 'ledger.db entry 3 c01' },
    ],
    [
      'who brought it is exchanged',
      (folder) => tamper(folder, "UPDATE payload SET body = replace(body, 'Maha', 'Omar') WHERE seq = 1"),
      { what: 'value-changed', where: 'ledger.db entry 1 name' },
    ],
    [
      'a row’s values are removed',
      (folder) => tamper(folder, 'DELETE FROM payload WHERE seq = 3'),
      { what: 'value-missing', where: 'ledger.db entry 4 c07' },
    ],
    [
      'a value is smuggled in',
      (folder) =>
        tamper(
          folder,
          `INSERT INTO payload (seq, class, body) VALUES (7, 'x', '{"c09":["AAAA","planted"]}')`,
        ),
      { what: 'value-uncommitted', where: 'ledger.db entry 7 c09' },
    ],
    [
      'an entry is removed',
      (folder) => tamper(folder, 'DELETE FROM entry WHERE seq = 6'),
      { what: 'entry-missing', where: 'ledger.db entry 6' },
    ],
    [
      'the last entries are removed',
      (folder) => tamper(folder, 'DELETE FROM entry WHERE seq > 12'),
      { what: 'entry-missing', where: 'ledger.db entry 13–15' },
    ],
    [
      'the index points elsewhere',
      (folder) => tamper(folder, "UPDATE named SET seq = 14 WHERE kind = 'item' AND seq = 2"),
      { what: 'index-wrong', where: /^ledger\.db named / },
    ],
    [
      'the index forgets',
      (folder) => tamper(folder, "DELETE FROM named WHERE kind = 'actor'"),
      { what: 'index-wrong', where: /^ledger\.db named / },
    ],
    [
      'a file is removed',
      (folder) => rmSync(join(folder, vaultFile(folder))),
      { what: 'file-missing', where: /^vault\/../ },
    ],
    [
      'a file is exchanged',
      (folder) => writeFileSync(join(folder, vaultFile(folder)), 'another list'),
      { what: 'file-changed', where: /^vault\/../ },
    ],
    [
      'a file is slipped in',
      (folder) => {
        mkdirSync(join(folder, 'vault/zz'));
        writeFileSync(join(folder, 'vault/zz/planted'), '');
      },
      { what: 'file-unreferenced', where: 'vault/zz/planted' },
    ],
    [
      'a checkpoint is signed by another key',
      (folder) => {
        const signer = noteSigner(`sanad/${caseFile(folder).id}`, Buffer.alloc(32, 1));
        const note = join(folder, 'checkpoints/000000000013.note');
        const [text = ''] = readFileSync(note, 'utf8').split('\n\n');
        writeFileSync(note, signer.sign(`${text}\n`));
      },
      { what: 'checkpoint-changed', where: 'checkpoints/000000000013.note' },
    ],
    [
      'the checkpoints are removed',
      (folder) => {
        for (const file of readdirSync(join(folder, 'checkpoints')))
          rmSync(join(folder, 'checkpoints', file));
      },
      { what: 'checkpoint-missing', where: 'checkpoints' },
    ],
    [
      'the case is renamed, its check made to fit',
      (folder) => {
        const { check: _, ...file } = { ...caseFile(folder), name: 'other' };
        const sorted = Object.fromEntries(Object.entries(file).sort(([a], [b]) => (a < b ? -1 : 1)));
        const check = createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
        writeFileSync(join(folder, 'sanad.json'), `${JSON.stringify({ ...file, check }, null, 2)}\n`);
      },
      { what: 'case-file-contradicts', where: 'sanad.json name' },
    ],
    [
      'the database is cut short',
      (folder) => truncateSync(join(folder, 'ledger.db'), 9000),
      { what: 'database-unreadable', where: 'ledger.db' },
    ],
    [
      'the database is removed',
      (folder) => rmSync(join(folder, 'ledger.db')),
      { what: 'database-unreadable', where: 'ledger.db' },
    ],
    [
      'a page is overwritten with an older one of its own place',
      (folder) => {
        const path = join(folder, 'ledger.db');
        const bytes = readFileSync(path);
        bytes.copyWithin(4096, 8192, 12_288);
        writeFileSync(path, bytes);
      },
      { what: 'page-changed', where: 'ledger.db page 2' },
    ],
  ])('%s', async (name, attack, fault) => {
    const folder = join(root, `${name.replaceAll(/\W+/g, '-')}`);
    cpSync(whole, folder, { recursive: true });
    attack(folder);
    const { ok, faults } = await verifyCase(folder);
    expect(ok).toBe(false);
    const where = typeof fault.where === 'string' ? fault.where : expect.stringMatching(fault.where);
    expect(faults).toContainEqual({ what: fault.what, where });
  });
});

test('a bit flipped in the log of a case that is open is found where it is', async () => {
  const folder = join(root, 'open');
  const made = await createCase(folder, { unsealed: true });
  for (let n = 0; n < 3; n++) made.addItem(listItem(`${n}.csv`, 20, String(n)));
  const copy = join(root, 'open-copy');
  cpSync(folder, copy, { recursive: true });
  made.close();
  expect(await verifyCase(copy)).toMatchObject({ ok: true, entries: 65 });
  const log = join(copy, 'ledger.db-wal');
  const bytes = readFileSync(log);
  for (const at of [0, 10, 30, 40, 60, 5000, bytes.length >> 1, bytes.length - 1]) {
    bytes[at]! ^= 4;
    writeFileSync(log, bytes);
    const { faults } = await verifyCase(copy);
    const place = at < 32 ? 'header' : `frame ${1 + Math.floor((at - 32) / 4120)}`;
    expect([at, faults]).toEqual([
      at,
      expect.arrayContaining([{ what: 'log-changed', where: `ledger.db-wal ${place}` }]),
    ]);
    bytes[at]! ^= 4;
  }
});

test('verify writes nothing to the case', async () => {
  const seen = () =>
    readdirSync(whole, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => [name, statSync(join(whole, name)).mtimeMs, statSync(join(whole, name)).size]);
  const before = seen();
  expect(await verifyCase(whole)).toEqual({ ok: true, entries: 16, files: 2, faults: [] });
  expect(seen()).toEqual(before);
});

test('without any key: case file, signatures and files are checked, entries are not', async () => {
  const folder = join(root, 'keyless');
  const made = await createCase(folder, { passphrase: 'a phrase', ...CHEAP });
  made.addItem(listItem('a.csv', 3));
  made.close();
  expect(await verifyCase(folder, { keyless: true })).toEqual({ ok: true, entries: 0, files: 1, faults: [] });
  const file = vaultFile(folder);
  writeFileSync(join(folder, file), 'another');
  const note = 'checkpoints/000000000006.note';
  writeFileSync(join(folder, note), readFileSync(join(folder, note), 'utf8').replace('\n6\n', '\n7\n'));
  expect((await verifyCase(folder, { keyless: true })).faults).toEqual([
    { what: 'checkpoint-changed', where: note },
    { what: 'file-changed', where: file },
  ]);
});

test('every fault has its sentence', () => {
  expect(Object.keys(faultMessages).sort()).toEqual([...FAULTS].sort());
});
