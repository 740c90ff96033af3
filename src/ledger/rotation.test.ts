import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import {
  addLock,
  backupCase,
  createCase,
  joinRecovery,
  listLocks,
  openCase,
  removeLock,
  restoreCase,
  rotateKeys,
  splitRecovery,
  verifyCase,
} from './index.ts';
import { CHEAP, listItem } from './trial/example-items.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-rotation-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const OWNER = 'three quiet words';
const cost = CHEAP.passphraseCost;

async function newCase(name: string): Promise<string> {
  const folder = join(root, name);
  const made = await createCase(folder, { passphrase: OWNER, ...CHEAP });
  made.addItem(listItem('a.csv', 70));
  await addLock(folder, made, { id: 'desk', passphrase: 'desk', classes: ['team'], writes: true, cost });
  await addLock(folder, made, { id: 'guest', passphrase: 'guest', classes: ['team'], writes: false, cost });
  made.close();
  return folder;
}
const wrong = expect.objectContaining({ code: 'case.passphrase-wrong' });

test('new keys: every lock that stays opens them, nothing of the ledger changed, shares stay good', async () => {
  const folder = await newCase('stays');
  const opened = await openCase(folder, { passphrase: OWNER });
  const head = opened.head();
  const [item] = opened.items();
  const shares = splitRecovery(opened, { k: 2, n: 2 });
  opened.close();
  const before = readFileSync(join(folder, 'ledger.db'));
  await rotateKeys(folder, { passphrase: OWNER });
  expect(readFileSync(join(folder, 'ledger.db')).equals(before)).toBe(false);
  expect(await verifyCase(folder, { passphrase: OWNER })).toMatchObject({ ok: true, faults: [] });
  const again = await openCase(folder, { passphrase: OWNER });
  expect(again.head()).toEqual(head);
  expect(again.items()).toEqual([item]);
  expect(Buffer.from(again.itemBytes(item!.id)).toString()).toContain('قلعة');
  again.addItem(listItem('b.csv', 3, 'b'));
  again.close();
  const desk = await openCase(folder, { passphrase: 'desk', lock: 'desk' });
  expect([...desk.classes]).toEqual(['team']);
  expect([...desk.records()]).toHaveLength(73);
  desk.close();
  await joinRecovery(folder, shares, { passphrase: 'anew', cost });
  (await openCase(folder, { passphrase: 'anew' })).close();
  expect(readdirSync(folder).filter((name) => /next|old/.test(name))).toEqual([]);
});

test('who was shut out keeps what they copied, and opens nothing that came later', async () => {
  const folder = await newCase('shut-out');
  const kept = readFileSync(join(folder, 'sanad.json'));
  const opened = await openCase(folder, { passphrase: OWNER });
  removeLock(folder, opened, 'guest');
  opened.close();
  // A removed lock alone: with the old sanad.json the guest is in again.
  const guest = join(root, 'guest-copy');
  cpSync(folder, guest, { recursive: true });
  writeFileSync(join(guest, 'sanad.json'), kept);
  (await openCase(guest, { passphrase: 'guest', mode: 'read' })).close();

  await rotateKeys(folder, { passphrase: OWNER, newPassphrase: 'other words' });
  expect(listLocks(folder).map(({ id }) => id)).toEqual(['owner', 'desk']);
  const later = join(root, 'guest-later');
  cpSync(folder, later, { recursive: true });
  writeFileSync(join(later, 'sanad.json'), kept);
  for (const passphrase of ['guest', OWNER, 'desk'])
    await expect(openCase(later, { passphrase, mode: 'read' })).rejects.toThrow();
  await expect(openCase(folder, { passphrase: OWNER })).rejects.toEqual(wrong);
  (await openCase(folder, { passphrase: 'other words' })).close();
});

test('a backup whose keys are kept apart opens with them, and no more once the keys were changed and the old are gone', async () => {
  const folder = await newCase('apart');
  const file = join(root, 'apart.tar');
  const keys = join(root, 'apart.keys');
  const opened = await openCase(folder, { passphrase: OWNER });
  await backupCase(opened, file, { keys });
  const item = opened.items()[0]!;
  opened.erase({
    what: [{ item: item.id }],
    basis: 'asked',
    reason: 'the family',
    by: 'Maha',
    second: 'Yusuf',
  });
  opened.close();
  const restored = join(root, 'apart-restored');
  await expect(restoreCase(file, join(root, 'without'))).rejects.toMatchObject({
    code: 'backup.keys-needed',
  });
  await restoreCase(file, restored, { keys });
  const again = await openCase(restored, { passphrase: OWNER, mode: 'read' });
  expect(again.items()[0]).toMatchObject({ file: 'a.csv' });
  again.close();

  await rotateKeys(folder, { passphrase: OWNER });
  rmSync(keys);
  // All that is left of the old keys would be in the case as it stands: they are not.
  const dead = join(root, 'apart-dead');
  await restoreCase(file, dead, { keys: join(folder, 'sanad.json') });
  await expect(openCase(dead, { passphrase: OWNER, mode: 'read' })).rejects.toMatchObject({
    code: 'case.damaged',
  });
});

test('killed between its last two steps, the next opening takes it to its end; before, it was never begun', async () => {
  const folder = await newCase('half');
  const before = join(root, 'half-before');
  cpSync(folder, before, { recursive: true });
  await rotateKeys(folder, { passphrase: OWNER, newPassphrase: 'new words' });
  // The database has its new key, the case file not yet.
  const half = join(root, 'half-way');
  cpSync(folder, half, { recursive: true });
  renameSync(join(half, 'sanad.json'), join(half, 'sanad.json.next'));
  copyFileSync(join(before, 'sanad.json'), join(half, 'sanad.json'));
  expect(await verifyCase(half, { passphrase: 'new words' })).toMatchObject({ ok: true, faults: [] });
  await expect(openCase(half, { passphrase: OWNER })).rejects.toEqual(wrong);
  const opened = await openCase(half, { passphrase: 'new words' });
  expect(opened.items()).toHaveLength(1);
  opened.close();
  expect(await verifyCase(half, { passphrase: 'new words' })).toMatchObject({ ok: true });
  // All is prepared, nothing is taken.
  const prepared = join(root, 'half-prepared');
  cpSync(before, prepared, { recursive: true });
  copyFileSync(join(folder, 'sanad.json'), join(prepared, 'sanad.json.next'));
  copyFileSync(join(folder, 'ledger.db'), join(prepared, 'ledger.db.next'));
  expect(await verifyCase(prepared, { passphrase: OWNER })).toMatchObject({ ok: true });
  (await openCase(prepared, { passphrase: OWNER })).close();
  expect(readdirSync(prepared).filter((name) => name.endsWith('.next'))).toEqual([]);
});

test('a case that version 1 sealed gets keys by class', async () => {
  const folder = join(root, 'first');
  cpSync(fileURLToPath(new URL('./trial/golden/v1-sealed', import.meta.url)), folder, { recursive: true });
  const opened = await openCase(folder, { passphrase: 'golden phrase' });
  const given = { id: 'desk', passphrase: 'desk', classes: ['team'], writes: true, cost } as const;
  await expect(addLock(folder, opened, given)).rejects.toMatchObject({ code: 'key.old-format' });
  const head = opened.head();
  const records = [...opened.records()];
  opened.close();
  await rotateKeys(folder, { passphrase: 'golden phrase' });
  expect(await verifyCase(folder, { passphrase: 'golden phrase' })).toMatchObject({ ok: true, faults: [] });
  const again = await openCase(folder, { passphrase: 'golden phrase' });
  expect(again.head()).toEqual(head);
  expect([...again.records()]).toEqual(records);
  await addLock(folder, again, given);
  again.close();
  const desk = await openCase(folder, { passphrase: 'desk', mode: 'read' });
  expect([...desk.classes]).toEqual(['team']);
  desk.close();
});

test('an account that does not open everything changes no keys', async () => {
  const folder = await newCase('refused');
  await expect(rotateKeys(folder, { passphrase: 'desk', lock: 'desk' })).rejects.toMatchObject({
    code: 'case.class-closed',
  });
  await expect(rotateKeys(folder, { passphrase: 'x' })).rejects.toEqual(wrong);
  const unsealed = join(root, 'unsealed');
  (await createCase(unsealed, { unsealed: true })).close();
  await expect(rotateKeys(unsealed, { passphrase: 'x' })).rejects.toMatchObject({ code: 'key.unsealed' });
});
