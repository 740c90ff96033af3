import { createHash } from 'node:crypto';

/**
 * Growing waits after wrong passwords, per name and address together, per address, and per name. Only the first can
 * make somebody wait long: who guesses at one name from one address. The other two have a low ceiling, so that nobody
 * can lock out a colleague by guessing at their name, nor a whole office behind one address. Names that do not exist
 * are counted like those that do. Nothing of it is written anywhere.
 */
export interface SlowDown {
  /** Milliseconds until this name may be tried from this address again; 0 for now. */
  wait(name: string, address: string): number;
  failed(name: string, address: string): void;
  succeeded(name: string, address: string): void;
}

interface Ladder {
  /** Wrong answers that cost nothing. */
  readonly free: number;
  /** The longest wait, in seconds; each wrong answer doubles it up to that. */
  readonly ceiling: number;
}
const LADDERS = {
  pair: { free: 4, ceiling: 900 },
  address: { free: 30, ceiling: 20 },
  name: { free: 30, ceiling: 20 },
} as const satisfies Record<string, Ladder>;
type Rung = keyof typeof LADDERS;

/** A count is forgotten after so long without another wrong answer. */
const FORGOTTEN_AFTER = 60 * 60_000;
/** The oldest counts make room, so that a flood of names cannot fill the memory. */
const AT_MOST = 20_000;

export function slowDown(now: () => number): SlowDown {
  const counts = new Map<string, { failures: number; at: number }>();
  const keysOf = (name: string, address: string): (readonly [Rung, string])[] => [
    ['pair', keyOf('pair', name, address)],
    ['address', keyOf('address', address)],
    ['name', keyOf('name', name)],
  ];
  const countOf = (key: string): { failures: number; at: number } | undefined => {
    const count = counts.get(key);
    if (count && now() - count.at > FORGOTTEN_AFTER) {
      counts.delete(key);
      return undefined;
    }
    return count;
  };
  return {
    wait: (name, address) =>
      Math.max(
        0,
        ...keysOf(name, address).map(([rung, key]) => {
          const count = countOf(key);
          return count ? count.at + waitAfter(count.failures, LADDERS[rung]) - now() : 0;
        }),
      ),
    failed: (name, address) => {
      for (const [, key] of keysOf(name, address)) {
        const failures = (countOf(key)?.failures ?? 0) + 1;
        counts.delete(key);
        counts.set(key, { failures, at: now() });
      }
      for (const oldest of counts.keys()) {
        if (counts.size <= AT_MOST) break;
        counts.delete(oldest);
      }
    },
    succeeded: (name, address) => {
      counts.delete(keyOf('pair', name, address));
    },
  };
}

const waitAfter = (failures: number, { free, ceiling }: Ladder): number =>
  failures <= free ? 0 : 1000 * Math.min(ceiling, 2 ** Math.min(20, failures - free - 1));

/** Names and addresses are not kept, not even in memory. */
const keyOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
