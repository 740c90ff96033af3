/**
 * Kills a writing process at 500 random moments and counts what was acknowledged and is not there.
 *
 *     node bench/ledger/kill.ts [kills]
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWhileWriting } from '../../src/ledger/trial/kill.ts';

const kills = Number(process.argv[2] ?? 500);
const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
try {
  for (const sealing of ['unsealed', 'sealed'] as const) {
    const report = await killWhileWriting(join(root, sealing), sealing, kills / 2, () => randomInt(200));
    console.log(
      `${sealing}: ${report.kills} kills, ${report.acknowledged} items acknowledged, ${report.lost.length} lost, ${report.faults.length} faults`,
      ...report.faults,
    );
    if (report.lost.length + report.faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
