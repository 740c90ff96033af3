import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { SanadError } from '../model/index.ts';
import { TRIAL, trialInput, trialSucceeds, type WorkChallenge } from '../sealing/index.ts';

/** What a deposit costs, asked and checked. Challenges are signed and not stored; only those already used are. */
export interface Price {
  ask(bytes: number, trials: number, now: Date): WorkChallenge;
  /**
   * @param current what it costs by now; a challenge of a much cheaper hour is stale, so that none are hoarded
   * @throws SanadError `line.work-stale`, `line.work-wrong`, `line.busy`
   */
  check(
    seed: string,
    nonces: readonly number[],
    deposit: { readonly bytes: number; readonly current: number },
    now: Date,
  ): Promise<void>;
}

const PUZZLES = 8;
/** A slow phone may take two minutes, and its line may break meanwhile. */
const VALID_MS = 30 * 60 * 1000;
/** By how much the price may have risen since it was asked. */
const CHEAPER = 4;
/** How many solutions are checked at once, and how many may wait: a flood of wrong ones must not stop the rest. */
const AT_ONCE = 2;
const WAITING = 200;

export function price(): Price {
  const key = randomBytes(32);
  const used = new Map<string, number>();
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest().subarray(0, 16);
  const turn = turns(AT_ONCE, WAITING);

  return {
    ask: (bytes, trials, now) => {
      const puzzles = trials === 0 ? 0 : PUZZLES;
      const each = Math.max(1, Math.round(trials / PUZZLES));
      const text = [randomBytes(12).toString('hex'), now.getTime() + VALID_MS, puzzles, each, bytes].join(
        '.',
      );
      return { seed: `${text}.${sign(text).toString('hex')}`, puzzles, trials: each };
    },

    check: async (seed, nonces, { bytes, current }, now) => {
      const at = seed.lastIndexOf('.');
      const text = seed.slice(0, at);
      const signature = Buffer.from(seed.slice(at + 1), 'hex');
      const expected = sign(text);
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
        throw new SanadError('line.work-wrong');
      const [, until, puzzles, trials, covers] = text.split('.').map(Number);
      if (until! < now.getTime() || used.has(seed)) throw new SanadError('line.work-stale');
      if (bytes > covers! || nonces.length !== puzzles) throw new SanadError('line.work-wrong');
      const challenge = { seed, puzzles: puzzles!, trials: trials! };
      if (puzzles! * trials! * CHEAPER < current) throw new SanadError('line.work-stale');
      await turn(async () => {
        for (const [puzzle, nonce] of nonces.entries()) {
          const digest = await trial(...trialInput(challenge, puzzle, nonce));
          if (!trialSucceeds(digest, challenge.trials)) throw new SanadError('line.work-wrong');
        }
      });
      if (used.has(seed)) throw new SanadError('line.work-stale');
      used.set(seed, until!);
      for (const [old, ends] of used) if (ends < now.getTime()) used.delete(old);
    },
  };
}

const trial = (password: string, salt: string): Promise<Buffer> =>
  new Promise((done, failed) => {
    const { dkLen, ...cost } = TRIAL;
    scrypt(password, salt, dkLen, cost, (error, digest) => (error ? failed(error) : done(digest)));
  });

/** Lets so many work at once and so many wait. */
function turns(atOnce: number, waiting: number): (work: () => Promise<void>) => Promise<void> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new SanadError('line.busy');
      await new Promise<void>((go) => queue.push(go));
    }
    running++;
    try {
      await work();
    } finally {
      running--;
      queue.shift()?.();
    }
  };
}
