import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  addLock,
  type Case,
  changePassphrase,
  createCase,
  joinRecovery,
  listLocks,
  openCase,
  removeLock,
  SENSITIVITIES,
  splitRecovery,
  verifyCase,
} from './index.ts';
import { CHEAP, listItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-locks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const OWNER = 'three quiet words';
const cost = CHEAP.passphraseCost;

let folder = '';
let count = 0;
beforeEach(async () => {
  folder = join(root, `case-${count++}`);
  const made = await createCase(folder, { passphrase: OWNER, ...CHEAP });
  made.addItem(listItem('a.csv', 5));
  made.close();
});

async function withOwner<T>(work: (opened: Case) => T | Promise<T>): Promise<T> {
  const opened = await openCase(folder, { passphrase: OWNER });
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}

/** Everything in the folder but `sanad.json`. */
const rest = (): string[][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !['sanad.json', 'keys.lock', 'writer.lock'].includes(name))
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]);

test('a lock opens exactly the classes it was given', async () => {
  await withOwner(async (opened) => {
    await addLock(folder, opened, {
      id: 'desk-1',
      passphrase: 'desk',
      classes: ['contact', 'team'],
      writes: true,
      cost,
    });
    await addLock(folder, opened, {
      id: 'admin',
      label: 'A',
      passphrase: 'admin',
      classes: ['account'],
      writes: false,
      cost,
    });
  });
  expect(listLocks(folder)).toMatchObject([
    { id: 'owner', kind: 'passphrase', writes: true, classes: SENSITIVITIES },
    { id: 'desk-1', label: 'desk-1', classes: ['team', 'contact'], writes: true },
    { id: 'admin', label: 'A', classes: ['account'], writes: false },
  ]);
  const desk = await openCase(folder, { passphrase: 'desk', lock: 'desk-1' });
  expect([...desk.classes]).toEqual(['team', 'contact']);
  expect(desk.items()[0]!.path).toBeUndefined();
  desk.addItem({ ...listItem('b.csv', 2, 'b'), receivedBy: 'Rana' });
  await expect(
    addLock(folder, desk, { id: 'x', passphrase: 'x', classes: ['source'], writes: true, cost }),
  ).rejects.toMatchObject({
    code: 'case.class-closed',
  });
  desk.close();
  await expect(openCase(folder, { passphrase: 'admin', lock: 'admin' })).rejects.toMatchObject({
    code: 'case.lock-reads',
  });
  const admin = await openCase(folder, { passphrase: 'admin', mode: 'read' });
  expect(admin.items()).toEqual([]);
  expect([...admin.records()]).toEqual([]);
  admin.close();
  await expect(openCase(folder, { passphrase: 'desk', lock: 'admin' })).rejects.toMatchObject({
    code: 'case.passphrase-wrong',
  });
  // What the desk took in, those who may can read.
  await withOwner((opened) =>
    expect(opened.items()[1]).toMatchObject({ receivedBy: 'Rana', path: 'lists/b.csv' }),
  );
  expect(await verifyCase(folder, { passphrase: OWNER })).toMatchObject({ ok: true });
  expect(await verifyCase(folder, { passphrase: 'desk' })).toMatchObject({ ok: true, faults: [] });
});

test('a passphrase changes and nothing but sanad.json is written', async () => {
  const before = rest();
  await changePassphrase(folder, 'owner', OWNER, 'عبارة أخرى');
  expect(rest()).toEqual(before);
  await expect(openCase(folder, { passphrase: OWNER })).rejects.toMatchObject({
    code: 'case.passphrase-wrong',
  });
  (await openCase(folder, { passphrase: 'عبارة أخرى' })).close();
  await expect(changePassphrase(folder, 'owner', 'wrong', 'x')).rejects.toMatchObject({
    code: 'case.passphrase-wrong',
  });
  await expect(changePassphrase(folder, 'nobody', 'x', 'x')).rejects.toMatchObject({
    code: 'case.lock-unknown',
  });
});

test('locks go, but never the last that opens everything', async () => {
  await withOwner(async (opened) => {
    const all = { classes: SENSITIVITIES, writes: true, cost };
    await addLock(folder, opened, { id: 'second', passphrase: 'second', ...all });
    await expect(addLock(folder, opened, { id: 'second', passphrase: 'x', ...all })).rejects.toMatchObject({
      code: 'key.lock-exists',
    });
    removeLock(folder, opened, 'owner');
    expect(() => removeLock(folder, opened, 'second')).toThrow(
      expect.objectContaining({ code: 'key.last-lock' }),
    );
    expect(() => removeLock(folder, opened, 'owner')).toThrow(
      expect.objectContaining({ code: 'case.lock-unknown' }),
    );
  });
  await expect(openCase(folder, { passphrase: OWNER })).rejects.toMatchObject({
    code: 'case.passphrase-wrong',
  });
  (await openCase(folder, { passphrase: 'second' })).close();
});

test('two changes at the same moment are both kept', async () => {
  await withOwner(async (opened) => {
    const one = { passphrase: 'p', classes: ['line'], writes: true, cost } as const;
    await Promise.all([
      ...['a', 'b', 'c'].map((id) => addLock(folder, opened, { id, ...one })),
      changePassphrase(folder, 'owner', OWNER, 'next'),
    ]);
  });
  expect(
    listLocks(folder)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['a', 'b', 'c', 'owner']);
  (await openCase(folder, { passphrase: 'next', lock: 'owner' })).close();
});

test('two of three shares give a new passphrase, one does not', async () => {
  const shares = await withOwner((opened) => splitRecovery(opened, { k: 2, n: 3 }));
  expect(shares).toHaveLength(3);
  for (const share of shares) expect(share).toMatch(/^([0-9a-z]{4}-)+[0-9a-z]{1,4}$/);
  expect(listLocks(folder)).toContainEqual({
    id: 'recovery',
    label: 'recovery',
    kind: 'share',
    classes: SENSITIVITIES,
    writes: true,
  });
  const join = (given: readonly string[]) => joinRecovery(folder, given, { passphrase: 'found again', cost });
  const [first = '', second = '', third = ''] = shares;
  await expect(join([first])).rejects.toMatchObject({
    code: 'recovery.too-few',
    data: { given: 1, needed: 2 },
  });
  await expect(join([])).rejects.toMatchObject({ code: 'recovery.too-few' });
  await expect(join([first, first])).rejects.toMatchObject({
    code: 'recovery.share-twice',
    data: { share: 2 },
  });
  for (let at = 0; at < second.length; at++) {
    const other = second[at] === '-' ? '' : second[at] === '7' ? '8' : '7';
    if (other === '') continue;
    const wrong = second.slice(0, at) + other + second.slice(at + 1);
    await expect(join([first, wrong])).rejects.toMatchObject({
      code: 'recovery.share-wrong',
      data: { share: 2 },
    });
  }
  // As somebody types it: capitals, spaces, o for 0, l for 1.
  const typed = third.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
  await join([typed, first]);
  await expect(openCase(folder, { passphrase: OWNER, lock: 'owner' })).rejects.toMatchObject({
    code: 'case.passphrase-wrong',
  });
  const opened = await openCase(folder, { passphrase: 'found again' });
  expect(opened.items()[0]).toMatchObject({ path: 'lists/a.csv' });
  const later = splitRecovery(opened, { k: 3, n: 5 });
  expect(() => splitRecovery(opened, { k: 1, n: 5 })).toThrow(
    expect.objectContaining({ code: 'recovery.numbers' }),
  );
  opened.close();
  await expect(join([first, third])).rejects.toMatchObject({ code: 'recovery.outdated' });
  await expect(join([first, later[0]!])).rejects.toMatchObject({ code: 'recovery.mixed' });
  await join(later.slice(1, 4));
});

test('shares of another case, or where no recovery was made, are told so', async () => {
  const shares = await withOwner((opened) => splitRecovery(opened, { k: 2, n: 2 }));
  const other = join(root, 'other');
  (await createCase(other, { passphrase: OWNER, ...CHEAP })).close();
  await expect(joinRecovery(other, shares, { passphrase: 'x', cost })).rejects.toMatchObject({
    code: 'recovery.other-case',
  });
});

test('locks that someone without the keys wrote are refused', async () => {
  const path = join(folder, 'sanad.json');
  const other = join(root, 'forger');
  (await createCase(other, { passphrase: 'forger', ...CHEAP })).close();
  const { canonicalJson } = await import('./canonical-json.ts');
  const { sha256Hex } = await import('./sha256.ts');
  const { check: _, ...file } = JSON.parse(readFileSync(path, 'utf8'));
  file.locks.push(JSON.parse(readFileSync(join(other, 'sanad.json'), 'utf8')).locks[0]);
  const check = sha256Hex(Buffer.from(canonicalJson(file)));
  writeFileSync(path, `${JSON.stringify({ ...file, check }, null, 2)}\n`);
  await expect(openCase(folder, { passphrase: OWNER })).rejects.toMatchObject({ code: 'case.damaged' });
});
