import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { checkInclusion } from '../checking/index.ts';
import { openCase } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-old-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('what a case of the first version holds is proven too, though its commitments are made in another way', async () => {
  const folder = join(root, 'v1');
  cpSync(fileURLToPath(new URL('./trial/golden/v1-sealed', import.meta.url)), folder, {
    recursive: true,
  });
  const opened = await openCase(folder, { passphrase: 'golden phrase', mode: 'read' });
  for (const { id, sha256 } of opened.items()) {
    const proof = opened.log.prove(opened.log.entryOf(id), ['original', 'file']);
    expect((await checkInclusion(proof, { key: opened.log.verifierKey, sha256 })).sha256).toBe(sha256);
  }
  const [row] = opened.records();
  const proof = opened.log.prove(opened.log.entryOf(row!.id), ['c01']);
  expect([...(await checkInclusion(proof)).values.keys()]).toEqual(['c01']);
  opened.close();
});
