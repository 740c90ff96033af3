import { hashRaw } from '@node-rs/argon2';
import type { PassphraseCost } from '../ledger/index.ts';

/** As much work as opening a lock, for a name that has none, so that the time of an answer does not tell. */
export async function stretchInVain(
  password: string,
  { memoryKiB, passes, lanes }: PassphraseCost,
): Promise<void> {
  await hashRaw(password.normalize('NFKC'), {
    salt: Buffer.alloc(16),
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: 32,
  });
}
