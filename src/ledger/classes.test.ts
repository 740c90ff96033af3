import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCaseFile } from './case-file.ts';
import { type Case, createCase, openCase, SENSITIVITIES, verifyCase } from './index.ts';
import { openLock } from './lock.ts';
import { CHEAP, listItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-classes-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const PHRASE = 'three quiet words';

describe.each([
  ['unsealed', undefined],
  ['sealed', PHRASE],
])('what each may read of a case, %s', (kind, passphrase) => {
  const folder = join(root, kind);
  let opened: Case;
  beforeAll(async () => {
    opened = await createCase(folder, { passphrase, unsealed: passphrase === undefined, ...CHEAP });
    opened.addItem(listItem('a.csv', 70));
  });
  afterAll(() => opened.close());

  test('an event is an entry; its values are read by class', () => {
    const noted = opened.note({
      kind: 'line',
      by: 'Maha',
      facts: { messages: 1, at: { hour: 9 } },
      slots: [
        { name: 'text', sensitivity: 'line', value: 'they were moved at night' },
        { name: 'phone', sensitivity: 'contact', value: { number: '+963 000' } },
      ],
    });
    expect(noted).toMatchObject({ kind: 'line', by: 'Maha', facts: { messages: 1, at: { hour: 9 } } });
    expect([...noted.slots]).toEqual([
      ['phone', { number: '+963 000' }],
      ['text', 'they were moved at night'],
    ]);
    expect(opened.events('line')).toEqual([noted]);
    expect(opened.events('line', noted.entry + 1)).toEqual([]);
    expect(opened.events('access')).toEqual([]);

    const keeper = opened.as(['line']);
    const [seen] = keeper.events('line');
    expect([...seen!.slots.keys()]).toEqual(['text']);
    expect(seen!.by).toMatch(/^[0-9a-z]{16}$/);
  });

  test('many events are one write, in order', () => {
    const before = opened.version();
    const events = Array.from(
      { length: 5 },
      (_, n) => ({ kind: 'access', by: 'Yusuf', facts: { n } }) as const,
    );
    expect(opened.notes(events).map(({ facts }) => facts.n)).toEqual([0, 1, 2, 3, 4]);
    expect(opened.version()).toBe(before + 6);
    expect(opened.events('access').map(({ entry }) => entry)).toEqual([1, 2, 3, 4, 5].map((n) => before + n));
  });

  test('a view holds no more than its classes, whatever is asked of it', () => {
    const desk = opened.as(['team', 'contact']);
    expect([...desk.classes].sort()).toEqual(['contact', 'team']);
    const [item] = desk.items();
    expect(item).toMatchObject({ file: 'a.csv' });
    expect(item!.path).toBeUndefined();
    expect(item!.receivedBy).not.toBe('Maha');
    expect([...desk.records()]).toEqual([...opened.records()]);
    if (opened.sealed)
      expect(() => desk.itemBytes(item!.id)).toThrow(expect.objectContaining({ code: 'case.class-closed' }));
    expect([...desk.as(['team', 'source']).classes]).toEqual(['team']);

    const nobody = opened.as([]);
    expect(nobody.items()).toEqual([]);
    expect([...nobody.records()]).toEqual([]);
    expect(nobody.head()).toEqual(opened.head());
    expect(() => nobody.addItem(listItem('b.csv', 1, 'b'))).toThrow(
      expect.objectContaining({ code: 'case.class-closed' }),
    );
    expect(opened.as(['contact', 'team'])).toBe(desk);
  });

  test('a view takes in what its own reader may not read', () => {
    const desk = opened.as(['team']);
    const added = desk.addItem({ ...listItem('from-desk.csv', 3, 'desk'), receivedBy: 'Rana' });
    expect(added.path).toBeUndefined();
    expect(opened.item(added.id)).toMatchObject({ path: 'lists/from-desk.csv', receivedBy: 'Rana' });
    expect(Buffer.from(opened.itemBytes(added.id)).toString()).toContain('قلعة');
  });

  test('a file is taken in from whoever reads none, and its id is all they learn', () => {
    const team = opened.as(['site']);
    const id = team.deposit({ ...listItem('from-gate.csv', 2, 'gate'), receivedBy: 'Rima' });
    expect(opened.item(id)).toMatchObject({ file: 'from-gate.csv', receivedBy: 'Rima', records: 2 });
    expect(team.items()).toEqual([]);
    expect(() => team.item(id)).toThrow(expect.objectContaining({ code: 'request.not-found' }));
    expect(team.deposit({ ...listItem('again.csv', 2, 'gate'), receivedBy: 'Rima' })).toBe(id);
  });

  test('verifies', async () => {
    expect(await verifyCase(folder, { passphrase })).toMatchObject({ ok: true, faults: [] });
  });
});

describe('keys of a sealed case', () => {
  const folder = join(root, 'keys');
  beforeAll(async () => {
    const made = await createCase(folder, { passphrase: PHRASE, ...CHEAP });
    made.addItem(listItem('a.csv', 40));
    made.close();
  });

  test('the database’s key opens no value: each payload stands under its class', async () => {
    const file = readCaseFile(folder);
    const keys = await openLock(file.locks![0]!, file.id, PHRASE);
    const db = new Database(join(folder, 'ledger.db'));
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = "raw:${Buffer.from(keys!.get('database')!).toString('hex')}"`);
    const rows = db
      .prepare<[], { sealed_by: string; class: string; body: Buffer }>('SELECT * FROM payload')
      .all();
    expect(rows.length).toBeGreaterThan(3);
    for (const { sealed_by, class: sensitivity, body } of rows) {
      expect(sealed_by).toBe(`${sensitivity}/1`);
      for (const word of ['قلعة', 'a.csv', 'Maha', 'sha256']) expect(body.includes(word)).toBe(false);
    }
    db.close();
    expect([...keys!.keys()].filter((name) => name.includes('/'))).toEqual(
      SENSITIVITIES.map((one) => `${one}/1`),
    );
  });

  test('forgotten keys open nothing more; the same lock brings them back', async () => {
    const opened = await openCase(folder, { passphrase: PHRASE });
    expect(opened.items()).toHaveLength(1);
    const investigator = opened.as(['team', 'source']);
    expect(investigator.items()[0]!.receivedBy).toBe('Maha');
    opened.forget(['source', 'key']);
    expect(investigator.items()[0]!.receivedBy).not.toBe('Maha');
    expect(() => opened.itemBytes(opened.items()[0]!.id)).toThrow(
      expect.objectContaining({ code: 'case.class-closed' }),
    );
    // What this opening can no longer read it can still seal for those who can.
    const added = opened.addItem({ ...listItem('later.csv', 2, 'later'), receivedBy: 'Omar' });
    expect(added.path).toBeUndefined();
    await expect(opened.unlock('owner', 'wrong')).rejects.toMatchObject({ code: 'case.passphrase-wrong' });
    await expect(opened.unlock('nobody', PHRASE)).rejects.toMatchObject({ code: 'case.lock-unknown' });
    expect(await opened.unlock('owner', PHRASE)).toEqual(new Set(SENSITIVITIES));
    expect(investigator.item(added.id)).toMatchObject({ receivedBy: 'Omar', path: 'lists/later.csv' });
    opened.close();
    expect(await verifyCase(folder, { passphrase: PHRASE })).toMatchObject({ ok: true, faults: [] });
  });

  test('a closed case answers nothing', async () => {
    const opened = await openCase(folder, { passphrase: PHRASE });
    const view = opened.as(['team']);
    opened.close();
    const closed = expect.objectContaining({ code: 'case.closed' });
    expect(() => view.items()).toThrow(closed);
    expect(() => opened.note({ kind: 'access', facts: {} })).toThrow(closed);
    expect(() => opened.head()).toThrow(closed);
  });

  test('a lock or a class’s key exchanged by someone without the keys is told', async () => {
    const path = join(folder, 'sanad.json');
    const whole = readFileSync(path, 'utf8');
    const { check: _, ...file } = JSON.parse(whole);
    file.classes.source.public = Buffer.alloc(32, 9).toString('base64');
    const { canonicalJson } = await import('./canonical-json.ts');
    const { sha256Hex } = await import('./sha256.ts');
    const check = sha256Hex(Buffer.from(canonicalJson(file)));
    writeFileSync(path, `${JSON.stringify({ ...file, check }, null, 2)}\n`);
    await expect(openCase(folder, { passphrase: PHRASE })).rejects.toMatchObject({ code: 'case.damaged' });
    expect((await verifyCase(folder, { passphrase: PHRASE })).faults).toEqual([
      { what: 'case-file-forged', where: 'sanad.json' },
    ]);
    writeFileSync(path, whole);
  });
});
