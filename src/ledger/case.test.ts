import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInclusion } from '../checking/index.ts';
import { type DecisionId, type ItemId, recordId } from '../model/index.ts';
import { type Case, createCase, openCase, verifyCase } from './index.ts';
import { CHEAP, listItem, reportItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-ledger-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PHRASE = 'ثلاث كلمات سرية';

describe.each([
  ['unsealed', { unsealed: true }, {}],
  ['sealed', { passphrase: PHRASE, ...CHEAP }, { passphrase: PHRASE }],
])('a case, %s', (kind, create, open) => {
  const folder = join(root, kind);
  const list = listItem('released.csv', 20);
  const report = reportItem('harbour.txt');

  test('gives back what came in, word for word, after it was closed', async () => {
    const made = await createCase(folder, { name: 'Qal‘at al-Nahr', ...create });
    const items = [made.addItem(list), made.addItem(report)];
    made.close();

    const again: Case = await openCase(folder, { ...open, mode: 'read' });
    expect(again.items()).toEqual(items);
    const [first, second] = again.items();
    expect(first).toMatchObject({
      file: 'released.csv',
      path: 'lists/released.csv',
      records: 20,
      receivedBy: 'Maha',
    });
    expect(Buffer.from(again.itemBytes(first!.id))).toEqual(Buffer.from(list.bytes));
    const records = [...again.records()];
    expect(records.map((record) => record.id)).toEqual([
      ...list.records.map((_, at) => `${first!.id}.${at + 1}`),
      `${second!.id}.1`,
    ]);
    expect(records).toMatchObject([...list.records, ...report.records]);
    expect(again.record(records[7]!.id)).toEqual(records[7]);
    expect([...again.itemRecords(second!.id)]).toEqual(records.slice(20));
    again.close();
    // The case, two people who brought something, two items, 21 records.
    expect(await verifyCase(folder, open)).toEqual({ ok: true, entries: 26, files: 2, faults: [] });
  });

  test('the same bytes twice are one item', async () => {
    const opened = await openCase(folder, open);
    const before = opened.version();
    const again = opened.addItem({ ...list, file: 'copy.csv' });
    expect(again.file).toBe('released.csv');
    expect(opened.holds(again.sha256)).toBe(again.id);
    expect(opened.version()).toBe(before);
    const twice = opened.addItems([
      reportItem('a', 'Same.'),
      reportItem('b', 'Same.'),
      reportItem('c', 'Other.'),
    ]);
    expect(twice.map(({ id }) => id)).toEqual([twice[0]!.id, twice[0]!.id, twice[2]!.id]);
    opened.close();
  });

  test('people decide, and undo: the item is withdrawn, then counts again', async () => {
    const opened = await openCase(folder, open);
    const [item] = opened.items();
    const withdrawal = opened.decide(
      { kind: 'withdraw-item', item: item!.id },
      'Maha',
      'asked by the family',
    );
    expect(opened.withdrawn(item!.id)).toBe(true);
    expect([...opened.itemRecords(item!.id)]).toHaveLength(20);
    opened.decide({ kind: 'undo', decision: withdrawal.id }, 'Yusuf');
    expect(opened.withdrawn(item!.id)).toBe(false);
    const link = {
      kind: 'link',
      a: recordId(item!.id, 1),
      b: recordId(item!.id, 2),
      judgement: 'same',
    } as const;
    opened.decide(link, 'Maha');
    opened.close();

    const again = await openCase(folder, { ...open, mode: 'read' });
    expect(again.decisions()).toMatchObject([
      { kind: 'withdraw-item', by: 'Maha', reason: 'asked by the family' },
      { kind: 'undo', by: 'Yusuf', decision: withdrawal.id },
      { ...link, by: 'Maha' },
    ]);
    again.close();
    expect(await verifyCase(folder, open)).toMatchObject({ ok: true, faults: [] });
  });

  test('what a decision is about must be held', async () => {
    const opened = await openCase(folder, open);
    const [item] = opened.items();
    const nowhere = expect.objectContaining({ code: 'request.not-found' });
    const link = (n: number) =>
      ({ kind: 'link', a: recordId(item!.id, 1), b: recordId(item!.id, n) }) as const;
    expect(() => opened.decide({ ...link(21), judgement: 'same' }, 'Maha')).toThrow(nowhere);
    expect(() => opened.decide({ kind: 'withdraw-item', item: 'nothing' as ItemId }, 'Maha')).toThrow(
      nowhere,
    );
    expect(() => opened.decide({ kind: 'undo', decision: 'nothing' as DecisionId }, 'Maha')).toThrow(nowhere);
    opened.close();
  });

  test('an item is proven to someone who holds only the checkpoint', async () => {
    const opened = await openCase(folder, { ...open, mode: 'read' });
    const [, item] = opened.items();
    const entry = opened.log.entryOf(item!.id);
    const proof = await checkInclusion(opened.log.prove(entry, ['original']), {
      key: opened.log.verifierKey,
      sha256: item!.sha256,
    });
    const newest = readdirSync(join(folder, 'checkpoints')).sort().at(-1)!;
    expect(proof.head.note).toBe(readFileSync(join(folder, 'checkpoints', newest), 'utf8'));
    expect(opened.head()).toEqual({
      entries: proof.head.size,
      rootHash: Buffer.from(proof.head.root).toString('hex'),
    });
    expect(proof).toMatchObject({ index: entry, sha256: item!.sha256 });
    expect([...proof.values.keys()]).toEqual(['original']);
    opened.close();
  });

  test('the entries themselves tell no name', async () => {
    const opened = await openCase(folder, { ...open, mode: 'read' });
    const bodies = opened.items().map(({ id }) => opened.log.entry(opened.log.entryOf(id)));
    for (const word of ['released.csv', 'Maha', 'سامر', 'harbour', list.receivedBy])
      expect(bodies.join()).not.toContain(word);
    opened.close();
  });

  test('one writes at a time, others read meanwhile and see what was added', async () => {
    const writer = await openCase(folder, open);
    await expect(openCase(folder, open)).rejects.toMatchObject({ code: 'case.locked' });
    const reader = await openCase(folder, { ...open, mode: 'read' });
    const before = reader.items().length;
    const added = writer.addItem(listItem('late.csv', 3, kind));
    expect(reader.items()).toHaveLength(before + 1);
    expect(reader.item(added.id)).toEqual(added);
    expect(reader.head()).toEqual(writer.head());
    expect(() => reader.addItem(list)).toThrow(expect.objectContaining({ code: 'internal' }));
    expect(await verifyCase(folder, open)).toMatchObject({ ok: true });
    writer.close();
    reader.close();
    (await openCase(folder, open)).close();
  });
});

describe('a folder that is not what it should be', () => {
  const at = (name: string): string => join(root, name);
  beforeAll(async () => {
    mkdirSync(at('photos'));
    writeFileSync(join(at('photos'), 'a.jpg'), '');
    mkdirSync(at('foreign'));
    writeFileSync(join(at('foreign'), 'sanad.json'), '{"name":"another program"}');
    (await createCase(at('newer'), { unsealed: true })).close();
    const file = join(at('newer'), 'sanad.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version": 2', '"version": 7'));
    (await createCase(at('hushed'), { passphrase: PHRASE, ...CHEAP })).close();
  });

  test.each([
    ['nowhere', {}, { code: 'case.not-found' }],
    ['photos', {}, { code: 'case.not-a-case' }],
    ['foreign', {}, { code: 'case.not-a-case' }],
    ['newer', {}, { code: 'case.version-unknown', data: { found: 7 } }],
    ['hushed', {}, { code: 'case.passphrase-needed' }],
    ['hushed', { passphrase: 'ثلاث كلمات' }, { code: 'case.passphrase-wrong' }],
  ])('%s %j is told by name', async (name, options, error) => {
    await expect(openCase(at(name), options)).rejects.toMatchObject(error);
  });

  test('a case is not made over something, nor sealed without a passphrase', async () => {
    await expect(createCase(at('photos'), { unsealed: true })).rejects.toMatchObject({ code: 'case.exists' });
    await expect(createCase(at('new'), {})).rejects.toMatchObject({ code: 'case.passphrase-needed' });
  });

  test('a damaged page is told, not passed on', async () => {
    const folder = at('damaged');
    const made = await createCase(folder, { unsealed: true });
    const { id } = made.addItem(listItem('a.csv', 200));
    made.close();
    const path = join(folder, 'ledger.db');
    const bytes = readFileSync(path);
    for (let page = 6; page * 4096 < bytes.length; page++) bytes[page * 4096 + 2000]! ^= 1;
    writeFileSync(path, bytes);
    const damaged = expect.objectContaining({ code: 'case.damaged' });
    const opened = await openCase(folder, { mode: 'read' });
    expect(() => [...opened.itemRecords(id)]).toThrow(damaged);
    opened.close();
    await expect(openCase(folder)).rejects.toEqual(damaged);
    writeFileSync(path, bytes.fill(0, 0, 4096));
    await expect(openCase(folder, { mode: 'read' })).rejects.toEqual(damaged);
  });

  test('a history that was shortened is not written on', async () => {
    const folder = at('shortened');
    const made = await createCase(folder, { unsealed: true });
    made.addItem(listItem('a.csv', 2));
    made.snapshot(at('old.db'));
    made.addItem(listItem('b.csv', 2, 'b'));
    made.close();
    writeFileSync(join(folder, 'ledger.db'), readFileSync(at('old.db')));
    await expect(openCase(folder)).rejects.toMatchObject({ code: 'case.damaged' });
    (await openCase(folder, { mode: 'read' })).close();
    const { faults } = await verifyCase(folder);
    expect(faults).toContainEqual({ what: 'entry-missing', where: 'ledger.db entry 5–7' });
  });
});
