/**
 * How fast rows and files go in with every guarantee on: committed to, hashed, encrypted, on disk, signed.
 *
 *     node bench/ledger/ingest.ts [rows]
 */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase, type NewItem, openCase, verifyCase } from '../../src/ledger/index.ts';
import { listItem } from '../../src/ledger/trial/example-items.ts';

const rows = Number(process.argv[2] ?? 72_000);
const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));

/**
 * Runs it and says what it cost, wall clock and CPU, per second and per unit; and how much of the CPU was this thread's,
 * the other being the one that writes long lists: on two cores that nobody else uses the longer of both is the wall clock.
 */
async function measure(label: string, units: number, unit: string, work: () => unknown): Promise<void> {
  const cpu = process.cpuUsage();
  const thread = process.threadCpuUsage();
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const seconds = (used.user + used.system) / 1e6;
  const own = process.threadCpuUsage(thread);
  const here = (own.user + own.system) / 1e6;
  const rate = (time: number): string => Math.round(units / time).toLocaleString('en');
  console.log(
    `${label.padEnd(34)} ${seconds.toFixed(2)} CPU-s, ${here.toFixed(2)} here  ${rate(seconds)} ${unit}/CPU-s   (${wall.toFixed(2)} s wall, ${rate(wall)} ${unit}/s)`,
  );
}

const short = Buffer.alloc(64);
await measure('SHA-256 of 64 bytes, to compare', 500_000, 'hashes', () => {
  for (let n = 0; n < 500_000; n++) hash('sha256', short);
});

try {
  for (const kind of ['unsealed', 'sealed'] as const) {
    const passphrase = kind === 'sealed' ? 'a phrase for the bench' : undefined;
    const folder = join(root, kind);
    const made = await createCase(folder, { passphrase, unsealed: kind === 'unsealed' });

    const lists: NewItem[] = Array.from({ length: 10 }, (_, at) =>
      listItem(`list-${at}.csv`, rows / 10, String(at)),
    );
    await measure(`${kind}: ${rows} rows, 10 lists`, rows, 'rows', () => made.addItems(lists));

    const bytes = 8 * 1024 * 1024;
    const files = Array.from({ length: 12 }, (_, at): NewItem => {
      const { records: _rows, ...item } = listItem(`scan-${at}.bin`, 0);
      return { ...item, content: { kind: 'unread' }, bytes: Buffer.alloc(bytes, at), records: [] };
    });
    await measure(`${kind}: 12 files of 8 MiB`, (12 * bytes) / 1e6, 'MB', () => made.addItems(files));

    const small = Array.from({ length: 100 }, (_, at) => listItem(`note-${at}.csv`, 1, `small ${at}`));
    await measure(`${kind}: 100 items one by one`, 100, 'items', () => {
      for (const item of small) made.addItem(item);
    });
    await measure(`${kind}: read every record`, rows, 'rows', () => [...made.records()].length);
    await measure(`${kind}: closed, the log moved into the file`, rows, 'rows', () => made.close());

    await measure(`${kind}: open for writing`, rows, 'rows', async () =>
      (await openCase(folder, { passphrase })).close(),
    );
    await measure(`${kind}: verify`, rows, 'rows', async () => {
      const { ok, faults } = await verifyCase(folder, { passphrase });
      if (!ok) console.log(faults);
    });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
