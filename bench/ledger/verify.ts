/**
 * What `verify` costs on a large case, in a process of its own: CPU-seconds and the most memory.
 *
 *     node bench/ledger/verify.ts [entries]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase, verifyCase } from '../../src/ledger/index.ts';
import { CHEAP, listItem } from '../../src/ledger/trial/example-items.ts';

const [wanted = '1000000', folder] = process.argv.slice(2);
const passphrase = 'a phrase for the bench';
const spent = (): string => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return `${((userCPUTime + systemCPUTime) / 1e6).toFixed(0)} CPU-s, at most ${Math.round(maxRSS / 1024)} MiB of memory`;
};

if (folder !== undefined) {
  const { ok, entries, faults } = await verifyCase(folder, { passphrase });
  console.log(
    `verify: ${entries.toLocaleString('en')} entries, ${ok ? 'whole' : JSON.stringify(faults)}; ${spent()}`,
  );
} else {
  const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
  const made = join(root, 'case');
  try {
    const opened = await createCase(made, { passphrase, ...CHEAP });
    const rows = 25_000;
    for (let n = 0; opened.head().entries < Number(wanted); n++)
      opened.addItem(
        listItem(`list-${n}.csv`, Math.min(rows, Number(wanted) - opened.head().entries), String(n)),
      );
    opened.close();
    const size = statSync(join(made, 'ledger.db')).size / 1e6;
    console.log(`made: ${size.toFixed(0)} MB of ledger.db; ${spent()}`);
    execFileSync(process.execPath, [import.meta.filename, wanted, made], { stdio: 'inherit' });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
