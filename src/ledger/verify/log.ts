import { existsSync, readFileSync } from 'node:fs';

const HEADER = 32;
const FRAME_HEADER = 24;

/**
 * Where SQLite's write-ahead log stops being as it was written: `ledger.db-wal header`, `ledger.db-wal frame 7`.
 * SQLite itself takes everything from there on as never written and says nothing. Layout and checksum after "WAL-mode
 * File Format" in SQLite's documentation. A process that is killed can leave such an end too; whether anything
 * acknowledged stood behind it is for the checkpoints to say.
 */
export function brokenLog(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const log = readFileSync(path);
  if (log.length === 0) return undefined;
  const magic = log.length < HEADER ? 0 : log.readUInt32BE(0);
  const order = magic === 0x377f0682 ? 'little' : magic === 0x377f0683 ? 'big' : undefined;
  if (!order) return 'ledger.db-wal header';
  let sums = addChecksum([0, 0], log.subarray(0, 24), order);
  if (sums[0] !== log.readUInt32BE(24) || sums[1] !== log.readUInt32BE(28)) return 'ledger.db-wal header';
  const salts = log.subarray(16, 24);
  const size = FRAME_HEADER + log.readUInt32BE(8);
  for (let at = HEADER, frame = 1; at + size <= log.length; at += size, frame++) {
    sums = addChecksum(sums, log.subarray(at, at + 8), order);
    sums = addChecksum(sums, log.subarray(at + FRAME_HEADER, at + size), order);
    const whole = log.readUInt32BE(at + 16) === sums[0] && log.readUInt32BE(at + 20) === sums[1];
    if (!whole || !log.subarray(at + 8, at + 16).equals(salts)) return `ledger.db-wal frame ${frame}`;
  }
  return undefined;
}

function addChecksum(
  [first, second]: readonly [number, number],
  bytes: Buffer,
  order: 'little' | 'big',
): [number, number] {
  const word = (at: number): number => (order === 'little' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  let one = first;
  let two = second;
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + word(at) + two) >>> 0;
    two = (two + word(at + 4) + one) >>> 0;
  }
  return [one, two];
}
