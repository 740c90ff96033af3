/**
 * What a proof costs in a case of so many rows, and its checking without the case.
 *
 *     node bench/ledger/prove.ts [rows]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConsistency, checkInclusion } from '../../src/checking/index.ts';
import { createCase } from '../../src/ledger/index.ts';
import { listItem } from '../../src/ledger/trial/example-items.ts';

const rows = Number(process.argv[2] ?? 100_000);
const LIST = 5_000;
const TIMES = 20;

const root = mkdtempSync(join(tmpdir(), 'sanad-prove-'));
const milliseconds = async (work: () => unknown, times: number): Promise<string> => {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) await work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000 / times).toFixed(1);
};

try {
  const opened = await createCase(join(root, 'case'), { unsealed: true });
  opened.addItem(listItem('first.csv', 10, 'first'));
  const { log } = opened;
  const old = log.newest();
  for (let n = 0; n < rows / LIST; n++) opened.addItem(listItem(`list-${n}.csv`, LIST, String(n)));
  const { size } = log.newest();
  let proof = '';
  const first = await milliseconds(() => {
    proof = log.prove(Math.floor(size / 2), []);
  }, 1);
  const grown = log.proveGrowth(old);
  const key = log.verifierKey;
  console.log(`${size} entries; CPU-milliseconds each:`);
  console.log(`  the first proof           ${first}`);
  console.log(
    `  prove an entry            ${await milliseconds(() => log.prove(Math.floor(size / 3), []), TIMES)}`,
  );
  console.log(`  prove growth              ${await milliseconds(() => log.proveGrowth(old), TIMES)}`);
  console.log(
    `  check an entry            ${await milliseconds(() => checkInclusion(proof, { key }), TIMES)}`,
  );
  console.log(
    `  check growth              ${await milliseconds(() => checkConsistency(grown, old.note, key), TIMES)}`,
  );
  console.log(
    `  export all tiles, once    ${await milliseconds(() => log.exportTiles(join(root, 'tiles')), 1)}`,
  );
  console.log(`  size of a proof           ${proof.length} bytes, of growth ${grown.length}`);
  opened.close();
} finally {
  rmSync(root, { recursive: true, force: true });
}
