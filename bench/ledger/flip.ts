/**
 * Flips one bit at 1,000 random places of a case and counts how often verify does not find it, or not where it is.
 *
 *     node bench/ledger/flip.ts [flips]
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase } from '../../src/ledger/index.ts';
import { CHEAP, listItem, reportItem } from '../../src/ledger/trial/example-items.ts';
import { flipBits } from '../../src/ledger/trial/flip.ts';

const flips = Number(process.argv[2] ?? 1000);
const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
try {
  for (const sealing of ['unsealed', 'sealed'] as const) {
    const folder = join(root, sealing);
    const passphrase = sealing === 'sealed' ? 'a phrase' : undefined;
    const made = await createCase(folder, { passphrase, unsealed: passphrase === undefined, ...CHEAP });
    for (let n = 0; n < 5; n++) made.addItem(listItem(`list-${n}.csv`, 40, String(n)));
    made.addItem(reportItem('report.txt'));
    made.close();
    const { missed, misplaced } = await flipBits(folder, passphrase, flips / 2, randomInt);
    console.log(`${sealing}: ${flips / 2} flips, ${missed.length} missed, ${misplaced.length} misplaced`);
    for (const flip of [...missed, ...misplaced]) console.log(`  ${flip}`);
    if (missed.length + misplaced.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
