import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readItem } from '../intake/index.ts';
import { backupCase, type Case, createCase, openCase, restoreCase, verifyCase } from '../ledger/index.ts';
import { preparePeople } from './index.ts';

const GIVEN = ['نضال', 'حازم', 'رنا', 'وائل', 'سامر', 'كنان', 'ليلى', 'فراس', 'غسان', 'إياد'];
const FAMILY = ['سويد', 'غنوم', 'زهرين', 'وردان', 'حلاق', 'طنوس', 'رزوق'];
const PLANTED = 'مزروعالاسم';
const PASSPHRASE = 'عبارة طويلة بما يكفي';

const root = mkdtempSync(join(tmpdir(), 'sanad-kept-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** 460 rows on two lists, 60 persons on both; one name is planted. */
async function addLists(opened: Case): Promise<void> {
  const drawn = (n: number, salt: number, count: number): number =>
    createHash('sha256').update(`${n} ${salt}`).digest().readUInt32LE(0) % count;
  const line = (n: number): string =>
    [
      n === 7 ? PLANTED : GIVEN[drawn(n, 1, 10)],
      GIVEN[drawn(n, 2, 10)],
      `${FAMILY[drawn(n, 3, 7)]} ${FAMILY[drawn(n, 4, 7)]}`,
      `${1 + drawn(n, 5, 28)}/${1 + drawn(n, 6, 12)}/${1940 + drawn(n, 7, 60)}`,
    ].join(',');
  for (const [file, from, to] of [
    ['register.csv', 0, 400],
    ['released.csv', 0, 60],
  ] as const) {
    const lines = Array.from({ length: to - from }, (_, at) => line(from + at));
    const bytes = new TextEncoder().encode(['الاسم,اسم الأب,النسبة,تاريخ الولادة', ...lines].join('\n'));
    const { mediaType, content, problems } = await readItem(file, bytes);
    if (content.kind !== 'list') throw new Error(content.kind);
    const tables = content.tables.map(({ columns }) => ({ columns }));
    const records = content.tables.flatMap(({ rows }) => rows);
    opened.addItem({
      file,
      path: `${to}-${file}`,
      bytes,
      mediaType,
      receivedBy: 'Rana',
      problems,
      records,
      content: { kind: 'list', tables },
    });
  }
}

/** How often the linker told how far it was: never, where what was kept is taken. */
async function linkedIn(opened: Case): Promise<number> {
  let told = 0;
  const people = await preparePeople(opened, ({ stage }) => {
    if (stage !== 'people') told++;
  });
  expect(people.total).toBeGreaterThan(300);
  return told;
}

describe.each(['sealed', 'unsealed'])('what the linker made of a case, %s', (kind) => {
  const folder = join(root, kind);
  const kept = join(folder, 'derived', 'linkage');
  const open = (): Promise<Case> => openCase(folder, kind === 'sealed' ? { passphrase: PASSPHRASE } : {});
  let opened: Case;
  beforeAll(async () => {
    opened = await createCase(
      folder,
      kind === 'sealed'
        ? { passphrase: PASSPHRASE, passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 } }
        : { unsealed: true },
    );
    await addLists(opened);
  });
  afterAll(() => opened.close());

  test('is kept, without a name in clear, and a restart takes it', async () => {
    expect(await linkedIn(opened)).toBeGreaterThan(0);
    expect(readFileSync(kept).includes(Buffer.from(GIVEN[0]!))).toBe(false);
    opened.close();
    opened = await open();
    expect(await linkedIn(opened)).toBe(0);
  });

  test('is no part of the case: whole without it, in no backup', async () => {
    expect((await verifyCase(folder, { passphrase: PASSPHRASE })).faults).toEqual([]);
    await backupCase(opened, join(root, `${kind}.backup`));
    await restoreCase(join(root, `${kind}.backup`), join(root, `${kind}-again`));
    expect(existsSync(join(root, `${kind}-again`, 'derived'))).toBe(false);
  });

  test('is never trusted: damaged or of another case it is made anew', async () => {
    for (const bytes of [readFileSync(kept).fill(7, 100, 101), Buffer.from('{}'), Buffer.alloc(0)]) {
      writeFileSync(kept, bytes);
      opened.close();
      opened = await open();
      expect(await linkedIn(opened)).toBeGreaterThan(0);
    }
  });

  test('is taken again where a list that came is withdrawn', async () => {
    const more = new TextEncoder().encode('الاسم,اسم الأب,النسبة\nسامر,وائل,رزوق');
    const { mediaType, content, problems } = await readItem('more.csv', more);
    if (content.kind !== 'list') throw new Error(content.kind);
    const { id } = opened.addItem({
      file: 'more.csv',
      path: `${kind}-more.csv`,
      bytes: more,
      mediaType,
      receivedBy: 'Rana',
      problems,
      records: content.tables.flatMap(({ rows }) => rows),
      content: { kind: 'list', tables: content.tables.map(({ columns }) => ({ columns })) },
    });
    const before = readFileSync(kept);
    expect(await linkedIn(opened)).toBeGreaterThan(0);
    expect(readFileSync(kept).equals(before)).toBe(false);
    opened.decide({ kind: 'withdraw-item', item: id }, 'Rana');
    expect(await linkedIn(opened)).toBe(0);
    opened.close();
    opened = await open();
    expect(await linkedIn(opened)).toBe(0);
  });

  test('goes with an erasure, and what is made then knows nothing of what was erased', async () => {
    const before = readFileSync(kept);
    const item = opened.items()[0]!;
    const record = [...opened.itemRecords(item.id)][7]!;
    opened.erase({
      what: [{ record: record.id }],
      basis: 'asked',
      reason: 'asked by the family',
      by: 'Rana',
      second: 'Sami',
    });
    expect(readdirSync(join(folder, 'derived'))).toEqual([]);
    expect(await linkedIn(opened)).toBeGreaterThan(0);
    expect(readFileSync(kept).equals(before)).toBe(false);
    expect((await verifyCase(folder, { passphrase: PASSPHRASE })).faults).toEqual([]);
  });
});
