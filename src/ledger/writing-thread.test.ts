import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCase, type NewItem, openCase, verifyCase } from './index.ts';
import { CHEAP, listItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-thread-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const passphrase = 'a phrase';

test('lists that a second thread writes stand there as others do', async () => {
  const folder = join(root, 'lists');
  const made = await createCase(folder, { passphrase, many: 100, ...CHEAP });
  const lists = [listItem('long.csv', 1_000), listItem('short.csv', 3, 'short'), listItem('last.csv', 700)];
  const ids = lists.map((list) => made.addItem(list).id);
  expect(made.addItem(lists[0]!).id).toBe(ids[0]);
  expect(made.head().entries).toBe(1 + 1 + 3 + 1_703);
  made.close();
  expect(existsSync(join(folder, 'ledger.db-wal'))).toBe(false);

  const again = await openCase(folder, { passphrase, mode: 'read' });
  expect(ids.map((id) => [...again.itemRecords(id)])).toMatchObject(lists.map(({ records }) => records));
  again.close();
  expect(await verifyCase(folder, { passphrase })).toMatchObject({ ok: true, entries: 1_708, files: 3 });
});

test('a list that cannot be written to its end is not there at all, and the next one is', async () => {
  const folder = join(root, 'half');
  const made = await createCase(folder, { passphrase, many: 100, ...CHEAP });
  const whole = listItem('half.csv', 900);
  const broken = whole.records.map((record, at) =>
    at === 800 && record.kind === 'row' ? { ...record, row: Number.NaN } : record,
  );
  const half: NewItem = { ...whole, records: broken };
  expect(() => made.addItem(half)).toThrow(TypeError);
  expect(made.head().entries).toBe(1);
  expect(made.addItem(whole).records).toBe(900);
  made.close();
  expect(await verifyCase(folder, { passphrase })).toMatchObject({ ok: true, entries: 903 });
});
