import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { repeatable } from './trial/flip.ts';
import { killWhileWriting } from './trial/kill.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-kill-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// The long version, 500 moments: node bench/ledger/kill.ts
test('a writer killed at 30 moments loses nothing that was acknowledged and leaves nothing half', async () => {
  const run = (sealing: 'sealed' | 'unsealed', seed: number) => {
    const pick = repeatable(seed);
    return killWhileWriting(join(root, sealing), sealing, 15, () => pick(120));
  };
  const reports = await Promise.all([run('unsealed', 1), run('sealed', 2)]);
  for (const { acknowledged, lost, faults } of reports) {
    expect({ lost, faults }).toEqual({ lost: [], faults: [] });
    expect(acknowledged).toBeGreaterThan(7);
  }
}, 180_000);
