/**
 * Lets writes, syncs, renames and other calls of a writer fail, no space or an error of the disk, each time another one,
 * and counts what had been acknowledged and is not there, and errors that are not told as what they are. Needs strace.
 *
 *     node bench/ledger/disk-faults.ts [runs]
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failTheDisk } from '../../src/ledger/trial/disk-faults.ts';
import { canTrace } from '../../src/ledger/trial/power-loss.ts';

const runs = Number(process.argv[2] ?? 120);
if (!canTrace()) {
  console.error('strace is needed: it lets calls fail');
  process.exit(2);
}
const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
try {
  for (const sealing of ['unsealed', 'sealed'] as const) {
    const passphrase = sealing === 'sealed' ? 'a phrase' : '';
    const report = await failTheDisk(join(root, sealing), passphrase, runs / 2, (below) => randomInt(below));
    console.log(
      `${sealing}: ${report.runs} runs, ${report.told} failed and said so, ${report.unharmed} not reached, ${report.wrong.length} wrong`,
    );
    for (const one of report.wrong) console.log(`  ${one}`);
    if (report.wrong.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
