import { createHmac, randomBytes } from 'node:crypto';

/**
 * How often one address wrote, without any address being kept: counts stand under a keyed hash, the key is random,
 * lives in memory alone and is thrown away every hour with all counts. The hash of an address is shortened to 32 bits.
 * This machine's own addresses are not counted: an onion service or a proxy lets everybody come from there.
 */
export interface Addresses {
  add(address: string | undefined, now: Date): void;
  /** How many times this hour. */
  count(address: string | undefined, now: Date): number;
}

const HOUR_MS = 3600 * 1000;
/** Beyond it counting stops until the hour ends; the quotas of the whole line hold without it. */
const MOST = 100_000;

export function addresses(): Addresses {
  let key = randomBytes(32);
  let since = 0;
  let counts = new Map<number, number>();

  const hashOf = (address: string | undefined, now: Date): number | undefined => {
    if (now.getTime() - since > HOUR_MS) {
      key = randomBytes(32);
      since = now.getTime();
      counts = new Map();
    }
    if (address === undefined || /^(::1$|127\.|::ffff:127\.)/.test(address)) return undefined;
    // One household has all of an IPv6 network of 64 bits.
    const network = address.includes('.') ? address : address.split(':').slice(0, 4).join(':');
    return createHmac('sha256', key).update(network).digest().readUInt32BE();
  };

  return {
    add: (address, now) => {
      const hash = hashOf(address, now);
      if (hash === undefined || (counts.size >= MOST && !counts.has(hash))) return;
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
    },
    count: (address, now) => {
      const hash = hashOf(address, now);
      return hash === undefined ? 0 : (counts.get(hash) ?? 0);
    },
  };
}
