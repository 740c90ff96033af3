import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { failTheDisk } from './trial/disk-faults.ts';
import { repeatable } from './trial/flip.ts';
import { LossyDisk } from './trial/lossy-disk.ts';
import { canTrace, cutThePower, recordWriter } from './trial/power-loss.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-power-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

// Needs strace. The long versions: node bench/ledger/power-loss.ts, node bench/ledger/disk-faults.ts
describe.skipIf(!canTrace())('a disk that fails a sealed case', () => {
  test('power cut behind some calls: nothing acknowledged is lost, nothing half', async () => {
    const calls = recordWriter(join(root, 'cut'), 'a phrase', 2);
    const pick = repeatable(3);
    const report = await cutThePower(calls, join(root, 'cut'), 'a phrase', { chances: 1, every: 9, pick });
    expect(report.lost).toEqual([]);
    expect(report.acknowledged).toBe(4);
    expect(report.states).toBeGreaterThan(50);
  }, 180_000);

  test('calls that fail are told as a disk that failed', async () => {
    const report = await failTheDisk(join(root, 'faults'), 'a phrase', 6, repeatable(4));
    expect(report.wrong).toEqual([]);
  }, 180_000);
});

test('the model loses what was not synced, and a name whose folder was not', () => {
  const disk = new LossyDisk();
  disk.apply({ call: 'open', fd: 3, path: 'a.part', flags: 'O_WRONLY|O_CREAT' });
  disk.apply({ call: 'write', fd: 3, data: Buffer.from('whole') });
  expect(disk.atStake).toBe(2);
  disk.apply({ call: 'sync', fd: 3 });
  disk.apply({ call: 'rename', from: 'a.part', to: 'a' });
  expect(disk.atStake).toBe(2);
  disk.apply({ call: 'open', fd: 4, path: '.', flags: 'O_RDONLY' });
  disk.apply({ call: 'sync', fd: 4 });
  expect(disk.atStake).toBe(0);
});
