/**
 * Records every system call of a writer, then rebuilds the disk as it may look after the power was cut behind each of
 * them: what was not synced dropped, kept or torn, names lost whose folder was not synced. Counts what had been
 * acknowledged and is not there. Needs strace.
 *
 *     node bench/ledger/power-loss.ts [items] [disks by chance for each call]
 */
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canTrace, cutThePower, recordWriter } from '../../src/ledger/trial/power-loss.ts';

const [items = 8, chances = 2] = process.argv.slice(2).map(Number);
if (!canTrace()) {
  console.error('strace is needed: it writes down what the writer asks of the kernel');
  process.exit(2);
}
// In memory where there is such a folder: nothing of it has to be durable.
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'sanad-bench-'));
try {
  for (const sealing of ['unsealed', 'sealed'] as const) {
    const passphrase = sealing === 'sealed' ? 'a phrase' : '';
    const calls = recordWriter(join(root, sealing), passphrase, items);
    const report = await cutThePower(
      calls,
      join(root, sealing),
      passphrase,
      { chances, every: 1, pick: (below) => randomInt(below) },
      (done) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done}`);
      },
    );
    console.log(
      `${sealing}: ${report.calls} calls, ${report.states} disks, ${report.acknowledged} items acknowledged, ${report.lost.length} disks with something lost`,
    );
    for (const one of report.lost.slice(0, 20)) console.log(`  ${one}`);
    if (report.lost.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
