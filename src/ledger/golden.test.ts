import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openCase, verifyCase } from './index.ts';
import { listItem, reportItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-golden-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Cases as earlier versions of the format wrote them; they must open, verify and be written on for ever. */
describe.each([
  ['v1-unsealed', undefined, '99f9bc3e6c4f006997a8c9f2c7232e3a6dd22c9ae7f90fa1f8647661dd6f5482'],
  ['v1-sealed', 'golden phrase', 'f31b243b477bba1452de1e013cd250966c4771f8b13809f4aaf40837779899b7'],
])('the case %s', (name, passphrase, rootHash) => {
  const folder = join(root, name);
  cpSync(fileURLToPath(new URL(`./trial/golden/${name}`, import.meta.url)), folder, { recursive: true });

  test('verifies, and gives back what it was given', async () => {
    expect(await verifyCase(folder, { passphrase })).toEqual({ ok: true, entries: 17, files: 3, faults: [] });
    const opened = await openCase(folder, { passphrase, mode: 'read' });
    expect(opened.head()).toEqual({ entries: 17, rootHash });
    const lists = [
      listItem('released.csv', 6),
      reportItem('harbour.txt'),
      listItem('second.csv', 3, 'second'),
    ];
    const items = opened.items();
    expect(items.map(({ file, receivedBy }) => [file, receivedBy])).toEqual(
      lists.map(({ file, receivedBy }) => [file, receivedBy]),
    );
    expect([...opened.records()]).toMatchObject(lists.flatMap(({ records }) => records));
    for (const [at, { bytes }] of lists.entries())
      expect(Buffer.from(opened.itemBytes(items[at]!.id))).toEqual(Buffer.from(bytes));
    expect(opened.decisions()).toMatchObject([
      { kind: 'withdraw-item', by: 'Maha', reason: 'asked by the family' },
    ]);
    opened.close();
  });

  test('is written on', async () => {
    const opened = await openCase(folder, { passphrase });
    const [first] = opened.items();
    opened.addItem(listItem('later.csv', 2, 'later'));
    opened.decide({ kind: 'withdraw-item', item: first!.id }, 'Maha', 'twice');
    expect(opened.items()).toHaveLength(4);
    opened.close();
    expect(await verifyCase(folder, { passphrase })).toMatchObject({ ok: true, entries: 21, files: 4 });
  });
});
