import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Encrypter } from 'age-encryption';

/**
 * How a keeper shows to be one, to a machine that holds public keys alone: a token sealed to the keepers; whoever can
 * open it may fetch and answer for an hour. Tokens are signed and not stored.
 */
export interface KeeperAccess {
  /** An age file that holds the token. */
  offer(now: Date): Promise<Uint8Array>;
  accepts(token: string, now: Date): boolean;
}

const VALID_MS = 3600 * 1000;

export function keeperAccess(recipients: readonly string[]): KeeperAccess {
  const key = randomBytes(32);
  const sign = (until: string): Buffer => createHmac('sha256', key).update(until).digest();
  return {
    offer: (now) => {
      const until = String(now.getTime() + VALID_MS);
      const encrypter = new Encrypter();
      for (const recipient of recipients) encrypter.addRecipient(recipient);
      return encrypter.encrypt(`${until}.${sign(until).toString('hex')}`);
    },
    accepts: (token, now) => {
      const [until = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'hex');
      const expected = sign(until);
      return (
        given.length === expected.length && timingSafeEqual(given, expected) && Number(until) > now.getTime()
      );
    },
  };
}
