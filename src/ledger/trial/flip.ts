import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyCase } from '../index.ts';

export interface FlipReport {
  readonly flips: number;
  /** Flips after which verify found nothing wrong. */
  readonly missed: readonly string[];
  /** Flips that were found, but not where they were. */
  readonly misplaced: readonly string[];
}

const PAGE = 4096;

/**
 * Flips one bit somewhere in a closed case, asks verify, and flips it back; again and again, the database, the vault,
 * the checkpoints and `sanad.json` in turn.
 *
 * @param pick a whole number in `[0, below)`
 */
export async function flipBits(
  folder: string,
  passphrase: string | undefined,
  flips: number,
  pick: (below: number) => number,
): Promise<FlipReport> {
  const vault = readdirSync(join(folder, 'vault')).flatMap((within) =>
    readdirSync(join(folder, 'vault', within)).map((file) => `vault/${within}/${file}`),
  );
  const checkpoints = readdirSync(join(folder, 'checkpoints')).map((file) => `checkpoints/${file}`);
  const kinds = [['ledger.db'], vault, checkpoints, ['sanad.json']];
  const missed: string[] = [];
  const misplaced: string[] = [];
  for (let n = 0; n < flips; n++) {
    const kind = kinds[n % kinds.length]!;
    const file = kind[pick(kind.length)]!;
    const path = join(folder, file);
    const bytes = readFileSync(path);
    const at = pick(bytes.length);
    const bit = pick(8);
    bytes[at]! ^= 1 << bit;
    writeFileSync(path, bytes);
    const flip = `${file} byte ${at} bit ${bit}`;
    const { ok, faults } = await verifyCase(folder, { passphrase }).catch((error: unknown) => ({
      ok: true,
      faults: [{ what: 'thrown', where: String(error) }],
    }));
    const place = file === 'ledger.db' ? `ledger.db page ${1 + Math.floor(at / PAGE)}` : file;
    if (ok) missed.push(`${flip}: ${faults.map(({ where }) => where)}`);
    else if (!faults.some(({ where }) => where === place))
      misplaced.push(`${flip}: ${faults.map(({ what, where }) => `${what} ${where}`).join('; ')}`);
    bytes[at]! ^= 1 << bit;
    writeFileSync(path, bytes);
  }
  return { flips, missed, misplaced };
}

/** A small generator of repeatable numbers (mulberry32), so that a failing run can be run again. */
export function repeatable(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
