import { scryptAsync } from '@noble/hashes/scrypt.js';

/**
 * The price of a deposit: several small puzzles, each "find a number whose scrypt with the seed is small enough". A
 * memory-hard function (1 MiB a trial), because a plain hash runs ten thousand times faster on a graphics card than in
 * a phone's browser, this one only about twice as fast natively as in the page. Several small puzzles and not one large
 * one, so that nobody is unlucky for minutes.
 */
export interface WorkChallenge {
  /** What the server gave and will know again; signed by it. */
  readonly seed: string;
  readonly puzzles: number;
  /** How many trials each puzzle takes on average. */
  readonly trials: number;
}

export const TRIAL = { N: 1024, r: 8, p: 1, dkLen: 32 } as const;

export const trialInput = (challenge: WorkChallenge, puzzle: number, nonce: number): [string, string] => [
  String(nonce),
  `${challenge.seed} ${puzzle}`,
];

/** Whether one trial's digest is small enough. */
export const trialSucceeds = (digest: Uint8Array, trials: number): boolean =>
  new DataView(digest.buffer, digest.byteOffset).getUint32(0) < 2 ** 32 / trials;

/** @param onProgress told the share that is done, 0 … 1, as far as luck can be foreseen */
export async function solveWork(
  challenge: WorkChallenge,
  onProgress: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<number[]> {
  const nonces: number[] = [];
  for (let puzzle = 0; puzzle < challenge.puzzles; puzzle++)
    for (let nonce = 0; ; nonce++) {
      signal?.throwIfAborted();
      const [password, salt] = trialInput(challenge, puzzle, nonce);
      const digest = await scryptAsync(password, salt, { ...TRIAL, asyncTick: 50 });
      if (nonce % 4 === 0) {
        onProgress((puzzle + 1 - Math.exp(-nonce / challenge.trials)) / challenge.puzzles);
        await new Promise((later) => setTimeout(later, 0));
      }
      if (!trialSucceeds(digest, challenge.trials)) continue;
      nonces.push(nonce);
      break;
    }
  return nonces;
}
