import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backupCase, createCase, openCase } from './index.ts';
import { CHEAP, listItem, reportItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-seal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function* filesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** Every value that must not be found in the raw bytes of a sealed case. */
const planted = Array.from({ length: 200 }, (_, at) => `مزروع-${at}-${(at * 7919).toString(36)}`);

function found(folder: string): string[] {
  const hits: string[] = [];
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(path);
    for (const name of planted)
      for (const encoding of ['utf8', 'utf16le'] as const)
        if (bytes.includes(Buffer.from(name, encoding))) hits.push(`${name} in ${path}`);
  }
  return hits;
}

async function fill(folder: string, sealing: { passphrase: string } | { unsealed: true }) {
  const made = await createCase(folder, { name: 'case', ...sealing, ...CHEAP });
  const list = listItem(`${planted[0]}.csv`, 60);
  const records = list.records.map((record, at) =>
    record.kind === 'row' ? { ...record, cells: record.cells.with(7, planted[1 + at]!) } : record,
  );
  const bytes = Buffer.from(planted.slice(0, 100).join('\n'));
  const item = made.addItem({ ...list, path: planted[61]!, receivedBy: planted[62]!, bytes, records });
  made.addItem(reportItem('report.txt', `${planted[63]} said so.`));
  made.decide({ kind: 'withdraw-item', item: item.id }, planted[64]!, planted[65]!);
  return { made, item };
}

test('planted names, files and reasons are nowhere in the bytes of a sealed case, its log while open, or its backup', async () => {
  const folder = join(root, 'sealed');
  const { made, item } = await fill(folder, { passphrase: 'three quiet words' });
  expect(readdirSync(folder)).toContain('ledger.db-wal');
  expect(found(folder)).toEqual([]);
  await backupCase(made, join(root, 'sealed.tar'));
  made.close();
  expect(found(root)).toEqual([]);
  const sha256 = Buffer.from(item.sha256, 'hex');
  for (const path of filesIn(root)) {
    const bytes = readFileSync(path);
    expect([path, bytes.includes(sha256), bytes.includes(item.sha256)]).toEqual([path, false, false]);
  }
  const again = await openCase(folder, { passphrase: 'three quiet words', mode: 'read' });
  expect([...again.records()].flatMap((record) => (record.kind === 'row' ? record.cells[7] : []))).toEqual(
    planted.slice(1, 61),
  );
  again.close();
});

test('the search would have found them: in the vault of an unsealed case they stand', async () => {
  const folder = join(root, 'unsealed');
  const { made } = await fill(folder, { unsealed: true });
  made.close();
  expect(found(folder).length).toBeGreaterThanOrEqual(100);
  rmSync(folder, { recursive: true });
});
