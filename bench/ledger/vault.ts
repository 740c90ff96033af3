/**
 * What a large file costs on its way into a case and out of it: hashed as received, sealed, hashed as stored, on disk.
 *
 *     node bench/ledger/vault.ts [MiB]
 */
import { createCipheriv, createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCase, type StoredBytes } from '../../src/ledger/index.ts';

const MiB = 1024 * 1024;
const size = Number(process.argv[2] ?? 1024);
const root = mkdtempSync(join(tmpdir(), 'sanad-bench-'));
const piece = Buffer.alloc(MiB, 'a phone video, a megabyte at a time ');

async function measure(label: string, work: () => unknown): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  const seconds = (used.user + used.system) / 1e6;
  const rate = (time: number): string => Math.round((size * MiB) / 1e6 / time).toLocaleString('en');
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${label.padEnd(40)} ${seconds.toFixed(2)} CPU-s  ${rate(seconds)} MB/CPU-s   (${wall.toFixed(2)} s wall, ${rate(wall)} MB/s; ${memory} MiB of memory at most)`,
  );
}

/** What cannot be saved: two hashes and one sealing of every byte, in the format's chunks, and no disk. */
await measure('two SHA-256 and one AEAD, nothing else', () => {
  const [received, stored] = [createHash('sha256'), createHash('sha256')];
  const key = Buffer.alloc(32, 1);
  for (let n = 0; n < size; n++) {
    received.update(piece);
    for (let at = 0; at < MiB; at += 65_536) {
      const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
      stored.update(cipher.update(piece.subarray(at, at + 65_536)));
      cipher.final();
      stored.update(cipher.getAuthTag());
    }
  }
});

try {
  for (const kind of ['unsealed', 'sealed'] as const) {
    const passphrase = kind === 'sealed' ? 'a phrase for the bench' : undefined;
    const made = await createCase(join(root, kind), { passphrase, unsealed: kind === 'unsealed' });
    let stored: StoredBytes | undefined;
    await measure(`${kind}: ${size} MiB in, one file`, () => {
      const receiving = made.receive();
      for (let n = 0; n < size; n++) {
        piece.writeUInt32LE(n);
        receiving.write(piece);
      }
      stored = receiving.finish();
      made.addItem({
        file: 'video.mp4',
        path: 'video.mp4',
        mediaType: 'video/mp4',
        receivedBy: 'Maha',
        content: { kind: 'unread' },
        problems: [],
        bytes: stored,
        records: [],
      });
    });
    const id = made.holds(stored!.sha256)!;
    await measure(`${kind}: the same out again`, () => {
      let bytes = 0;
      for (const part of made.itemPieces(id)) bytes += part.length;
      if (bytes !== size * MiB) throw new Error(`${bytes} bytes came back`);
    });
    made.close();
    rmSync(join(root, kind), { recursive: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
