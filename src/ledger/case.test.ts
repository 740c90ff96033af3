import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CHEAP, listItem, reportItem } from './example-items.ts';
import { type Case, createCase, openCase, verifyCase } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-ledger-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each([
  ['unsealed', { unsealed: true }, {}],
  ['sealed', { passphrase: 'ثلاث كلمات سرية', ...CHEAP }, { passphrase: 'ثلاث كلمات سرية' }],
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
    expect(Buffer.from(again.itemBytes(first!.id))).toEqual(Buffer.from(list.bytes));
    const records = [...again.records()];
    expect(records.map((record) => record.id)).toEqual([
      ...list.records.map((_, at) => `${first!.id}.${at + 1}`),
      `${second!.id}.1`,
    ]);
    expect(records).toMatchObject([...list.records, ...report.records]);
    expect(again.record(records[7]!.id)).toEqual(records[7]);
    again.close();
    expect(await verifyCase(folder, open)).toEqual({ ok: true, entries: 26, files: 2, faults: [] });
  });
});
