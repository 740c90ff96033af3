import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Case,
  createCase,
  keepPaper,
  pendingTimestampFile,
  writeTimestampFile,
} from '../ledger/index.ts';
import { verifySchema } from '../model/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

/** What the page of the checkpoint says of the witnesses that are kept: each is looked at anew. */

const folder = mkdtempSync(join(tmpdir(), 'sanad-broken-witness-'));
let opened: Case;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  opened = await createCase(join(folder, 'case'), { unsealed: true });
  app = createApp(
    { case: opened, derivation: deriveFrom(opened) },
    { webRoot: join(folder, 'none'), hostNames: [], log: () => {} },
  );
});
afterAll(() => {
  opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const verified = async () => {
  const answer = await app.request('/api/verify', { headers: { host: '127.0.0.1:8484' } });
  return verifySchema.parse(await answer.json());
};

test('witnesses that hold are counted and make no fault', async () => {
  keepPaper(opened, 'A. Notary', 'Maha');
  expect(await verified()).toMatchObject({ ok: true, faults: [], witnesses: { looked: 1, closed: 0 } });
});

test('one that speaks of another history, and one that stamps other bytes, are named with their entries', async () => {
  const { size, root, note } = opened.log.newest();
  const stamp = writeTimestampFile(
    pendingTimestampFile(
      createHash('sha256').update('another head').digest(),
      Buffer.alloc(16),
      'https://calendar.example',
    ),
  );
  // As somebody with the keys and a program of their own could write them: the commands keep neither.
  const keep = (witness: string, of: string, more: Readonly<Record<string, string>> = {}): string => {
    const slots = Object.entries({ checkpoint: note, ...more }).map(
      ([name, value]) => ({ name, sensitivity: 'team', value }) as const,
    );
    const { entry } = opened.note({ kind: 'witness', by: 'Maha', facts: { witness, size, root: of }, slots });
    return `witness, entry ${entry}`;
  };
  const other = keep('paper', '00'.repeat(32));
  const stamped = keep('opentimestamps', Buffer.from(root).toString('hex'), {
    file: stamp.toString('base64'),
  });
  const ahead = { witness: 'paper', size: 9_999, root: Buffer.from(root).toString('hex') };
  const beyond = `witness, entry ${opened.note({ kind: 'witness', by: 'Maha', facts: ahead }).entry}`;
  expect(await verified()).toMatchObject({
    ok: false,
    faults: [
      { what: 'checkpoint.differs', where: other },
      { what: 'timestamp.other-data', where: stamped },
      { what: 'checkpoint.ahead', where: beyond },
    ],
    witnesses: { looked: 4, closed: 0 },
  });
});
