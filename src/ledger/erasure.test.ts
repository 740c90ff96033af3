import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { recordId } from '../model/index.ts';
import { heldKeys } from './held-keys.ts';
import { type Case, createCase, openCase, verifyCase } from './index.ts';
import { decryptedFrames, decryptedPages } from './trial/decrypted-pages.ts';
import { CHEAP, listItem, reportItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-erasure-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NAME = 'مزروع-الاسم-الأول';
const GIVER = 'planted giver';

describe.each([
  ['unsealed', undefined],
  ['sealed', 'a phrase'],
])('erasing, %s', (kind, passphrase) => {
  let folder = '';
  let count = 0;
  let opened: Case;
  beforeEach(async () => {
    folder = join(root, `${kind}-${count++}`);
    opened = await createCase(folder, { passphrase, unsealed: passphrase === undefined, ...CHEAP });
    const list = listItem('a.csv', 80);
    const records = list.records.map((record, at) =>
      record.kind === 'row' && at >= 40 && at < 43
        ? { ...record, cells: record.cells.with(7, `${NAME} ${at}`) }
        : record,
    );
    opened.addItem({ ...list, records, bytes: Buffer.from(`${NAME} in the file itself`) });
    opened.addItem({ ...reportItem('b.txt', `${NAME} was seen.`), receivedBy: GIVER });
    return () => opened.close();
  });

  /** How often a text stands in pages, log and files, for whoever holds the database's key. */
  const standing = (text: string): number => {
    const key = heldKeys(opened).get('database')!;
    const places = [decryptedPages(readFileSync(join(folder, 'ledger.db')), key)];
    if (existsSync(join(folder, 'ledger.db-wal')))
      places.push(decryptedFrames(readFileSync(join(folder, 'ledger.db-wal')), key));
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/vault\/..\//.test(name)) places.push(readFileSync(join(folder, name)));
    const needle = Buffer.from(text);
    return places.filter((bytes) => bytes.includes(needle)).length;
  };
  const whole = async () =>
    expect(await verifyCase(folder, { passphrase })).toMatchObject({ ok: true, faults: [] });
  const order = { basis: 'asked', reason: 'the family asked', by: 'Maha', second: 'Yusuf' } as const;

  test('one value of a row: the others stand, the entry stays, the ledger says so', async () => {
    const [item] = opened.items();
    const id = recordId(item!.id, 41);
    const before = opened.log.prove(opened.log.entryOf(id), ['c01']);
    if (kind === 'unsealed') expect(standing(`${NAME} 40`)).toBeGreaterThan(0);
    const { event, gone } = opened.erase({ ...order, what: [{ record: id, columns: [7] }], second: 'Yusuf' });
    expect(gone).toBe('now');
    expect(standing(`${NAME} 40`)).toBe(0);
    const row = opened.record(id);
    expect(row).toMatchObject({ erased: [7], cells: expect.arrayContaining(['قلعة النهر']) });
    expect(row.kind === 'row' && row.cells[7]).toBe('');
    expect(event).toMatchObject({
      kind: 'erasure',
      by: 'Maha',
      facts: { basis: 'asked', erased: [{ slots: ['c07'] }] },
    });
    expect(event.slots.get('reason')).toBe('the family asked');
    expect(JSON.stringify(event.facts)).not.toContain('Yusuf');
    expect([...opened.records()]).toHaveLength(81);
    expect([...opened.records()].filter((one) => one.kind === 'row' && one.erased)).toEqual([row]);
    // What was proven before still is, and what stands beside it can be proven anew.
    expect(opened.log.prove(opened.log.entryOf(id), ['c01'])).toContain(before.slice(0, 20));
    expect(() => opened.log.prove(opened.log.entryOf(id), ['c07'])).toThrow();
    await whole();
  });

  test('records: they are told apart from what never was', async () => {
    const [item] = opened.items();
    const ids = [41, 42, 43].map((n) => recordId(item!.id, n));
    opened.erase({ ...order, what: ids.map((record) => ({ record })) });
    expect(standing(NAME)).toBe(kind === 'unsealed' ? 3 : 0); // the two files, and the report's record
    expect(() => opened.record(ids[0]!)).toThrow(expect.objectContaining({ code: 'case.erased' }));
    expect([...opened.itemRecords(item!.id)]).toHaveLength(77);
    expect(opened.item(item!.id).records).toBe(80);
    expect(() => opened.erase({ ...order, what: [{ record: ids[1]! }] })).toThrow(
      expect.objectContaining({ code: 'erase.nothing' }),
    );
    await whole();
  });

  test('a file alone, then the whole item', async () => {
    const [item] = opened.items();
    opened.erase({ ...order, what: [{ file: item!.id }] });
    expect(() => opened.itemBytes(item!.id)).toThrow(expect.objectContaining({ code: 'case.erased' }));
    expect([...opened.itemRecords(item!.id)]).toHaveLength(80);
    await whole();
    opened.erase({ ...order, what: [{ item: item!.id }] });
    expect(opened.items().map(({ file }) => file)).toEqual(['b.txt']);
    expect(() => opened.item(item!.id)).toThrow(expect.objectContaining({ code: 'case.erased' }));
    expect(() => opened.record(recordId(item!.id, 1))).toThrow(
      expect.objectContaining({ code: 'case.erased' }),
    );
    expect([...opened.records()]).toHaveLength(1);
    await whole();
    // The same bytes may come in again, and are then a new item.
    const again = opened.addItem({
      ...listItem('a.csv', 1),
      bytes: Buffer.from(`${NAME} in the file itself`),
    });
    expect(Buffer.from(opened.itemBytes(again.id)).toString()).toContain(NAME);
    await whole();
    opened.close();
    opened = await openCase(folder, { passphrase });
    expect(Buffer.from(opened.itemBytes(again.id)).toString()).toContain(NAME);
  });

  test('everything that holds a name: 0 left on the disk, for whoever has the database’s key too', async () => {
    const note = opened.note({
      kind: 'line',
      by: GIVER,
      facts: {},
      slots: [
        { name: 'text', sensitivity: 'line', value: `${NAME} wrote` },
        { name: 'other', sensitivity: 'line', value: 'stays' },
      ],
    });
    const [item, report] = opened.items();
    const giver = opened.log.entryOf(report!.id) - 1;
    opened.erase({
      ...order,
      what: [
        { item: item!.id },
        { item: report!.id },
        { entry: note.entry, slots: ['text'] },
        { entry: giver },
      ],
    });
    expect([standing(NAME), standing(GIVER)]).toEqual([0, 0]);
    const [left] = opened.events('line');
    expect([...left!.slots]).toEqual([['other', 'stays']]);
    expect(left!.erased).toEqual(['text']);
    expect(left!.by).toMatch(/^[0-9a-z]{16}$/);
    expect(opened.items()).toEqual([]);
    await whole();
    opened.close();
    opened = await openCase(folder, { passphrase });
    expect([standing(NAME), standing(GIVER)]).toEqual([0, 0]);
    await whole();
  });

  test('two people are two people; bones do not go alone', () => {
    const [item] = opened.items();
    const erase = (what: Parameters<Case['erase']>[0]['what'], second?: string) => () =>
      opened.erase({ ...order, what, second });
    expect(erase([{ item: item!.id }], 'Maha')).toThrow(
      expect.objectContaining({ code: 'erase.same-person' }),
    );
    const entry = opened.log.entryOf(item!.id);
    expect(erase([{ entry }])).toThrow(expect.objectContaining({ code: 'erase.not-alone' }));
    expect(erase([{ entry: entry + 1, slots: ['place'] }])).toThrow(
      expect.objectContaining({ code: 'erase.not-alone' }),
    );
    expect(erase([{ entry: 0 }])).toThrow(expect.objectContaining({ code: 'erase.not-alone' }));
    expect(erase([{ entry: 9999 }])).toThrow(expect.objectContaining({ code: 'request.not-found' }));
    expect(erase([])).toThrow(expect.objectContaining({ code: 'erase.nothing' }));
  });

  test('nobody erases alone; once there are accounts a name does not do, only an account that asked', () => {
    const [item] = opened.items();
    const what = [{ file: item!.id }];
    const { second: _, ...alone } = order;
    const refused = (erasure: object) => {
      try {
        opened.erase({ ...alone, what, ...erasure });
        return 'erased';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(refused({})).toBe('erase.two-needed');
    expect(refused({ second: ' MAHA' })).toBe('erase.same-person');
    const asked = opened.note({ kind: 'erasure-asked', by: 'Maha', facts: { what: 'asked', account: 'a1' } });
    opened.note({ kind: 'account', facts: { what: 'made', account: 'a1' } });
    expect(refused({ second: 'Yusuf' })).toBe('erase.two-needed');
    expect(refused({ agreed: { asked: asked.entry, accounts: ['a1', 'a1'] } })).toBe('erase.same-person');
    expect(refused({ agreed: { asked: asked.entry, accounts: ['a3', 'a2'] } })).toBe('erase.not-asked');
    expect(refused({ agreed: { asked: asked.entry + 1, accounts: ['a1', 'a2'] } })).toBe('erase.not-asked');
    expect(Buffer.from(opened.itemBytes(item!.id)).toString()).toContain(NAME);
    const before = opened.foresee(what);
    expect(before.files).toHaveLength(1);
    expect(refused({ agreed: { asked: asked.entry, accounts: ['a1', 'a2'] } })).toBe('erased');
    expect(opened.events('erasure')[0]!.facts).toMatchObject({ erased: before.erased, files: before.files });
    expect(() => opened.foresee(what)).toThrow('erase.nothing');
  });

  test('a decision and its reason', async () => {
    const [item] = opened.items();
    const rows = { a: recordId(item!.id, 41), b: recordId(item!.id, 42) };
    const { id } = opened.decide({ kind: 'link', ...rows, judgement: 'same' }, 'Maha', `${NAME} says so`);
    opened.erase({
      ...order,
      what: [{ decision: id }, ...Object.values(rows).map((record) => ({ record }))],
    });
    expect(opened.decisions()[0]).not.toHaveProperty('reason');
    expect(() => opened.foresee([{ decision: rows.a as never }])).toThrow('request.not-found');
    await whole();
  });

  test('while another process reads, the log keeps a copy, and says so; it goes with the next opening', async () => {
    const [item] = opened.items();
    const reader = await openCase(folder, { passphrase, mode: 'read' });
    const rows = reader.records()[Symbol.iterator]();
    rows.next();
    const { gone } = opened.erase({ ...order, what: [{ item: item!.id }] });
    expect(['now', 'later']).toContain(gone);
    expect(() => reader.item(item!.id)).toThrow(expect.objectContaining({ code: 'case.erased' }));
    reader.close();
    opened.close();
    opened = await openCase(folder, { passphrase });
    if (kind === 'unsealed') expect(standing(`${NAME} 41`)).toBe(0);
    await whole();
  });

  test('what is missing without an erasure, or back after one, is a fault named exactly', async () => {
    const [item, report] = opened.items();
    const old = join(root, `${kind}-old.db`);
    opened.snapshot(old);
    const vault = join(root, `${kind}-vault`);
    cpSync(join(folder, 'vault'), vault, { recursive: true });
    const entry = opened.log.entryOf(report!.id);
    opened.erase({ ...order, what: [{ record: recordId(item!.id, 5), columns: [2] }, { file: report!.id }] });
    const key = Buffer.from(heldKeys(opened).get('database')!).toString('hex');
    opened.close();
    cpSync(vault, join(folder, 'vault'), { recursive: true });
    const db = new Database(join(folder, 'ledger.db'));
    db.pragma("cipher = 'chacha20'");
    db.pragma(`key = "raw:${key}"`);
    db.exec(`ATTACH '${old}' AS old KEY "raw:${key}"`);
    db.exec(
      'UPDATE payload SET body = (SELECT body FROM old.payload o WHERE o.seq = payload.seq AND o.class = payload.class) WHERE seq < 10',
    );
    db.exec(`DELETE FROM payload WHERE seq = ${entry + 1}`);
    db.close();
    const { faults } = await verifyCase(folder, { passphrase });
    expect(faults).toEqual(
      expect.arrayContaining([
        { what: 'value-not-erased', where: 'ledger.db entry 7 c02' },
        { what: 'value-missing', where: `ledger.db entry ${entry + 1} about` },
        { what: 'file-not-erased', where: expect.stringMatching(/^vault\//) },
      ]),
    );
    expect(new Set(faults.map(({ what }) => what))).toEqual(
      new Set(['value-not-erased', 'value-missing', 'file-not-erased']),
    );
    opened = await openCase(folder, { passphrase });
  });
});

test('an erasure that was killed before the file went is finished at the next opening', async () => {
  const folder = join(root, 'killed');
  const made = await createCase(folder, { unsealed: true });
  const item = made.addItem(listItem('a.csv', 3));
  const kept = join(root, 'kept');
  cpSync(join(folder, 'vault'), kept, { recursive: true });
  made.erase({ what: [{ item: item.id }], basis: 'danger', reason: '-', by: 'Maha', second: 'Yusuf' });
  made.close();
  cpSync(kept, join(folder, 'vault'), { recursive: true });
  expect((await verifyCase(folder)).faults.map(({ what }) => what)).toEqual(['file-not-erased']);
  (await openCase(folder)).close();
  expect(await verifyCase(folder)).toMatchObject({ ok: true, files: 0 });
});
