import { hkdf } from '@noble/hashes/hkdf.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { bech32 } from '@scure/base';
import { identityToRecipient } from 'age-encryption';

/** All that a receipt code stands for. Only `access` ever leaves the sender's browser, and only to the line. */
export interface MailboxKeys {
  /** 32 bytes in hexadecimal: whoever shows it may add to the mailbox, read its list and take it back. */
  readonly access: string;
  /** Where the server keeps the deposits: a hash of `access`, so that its disk does not hold what opens the box. */
  readonly mailbox: string;
  /** age identity that opens the keepers' answers. */
  readonly identity: string;
  /** Its public side, told to the keepers inside the sealed message and never to the server. */
  readonly recipient: string;
}

/**
 * scrypt (RFC 7914) and not a plain hash: whoever holds the server's disk can try codes against all its mailboxes at
 * once. 79.7 bits against ten thousand boxes leave 2^66 trials; each costs 32 MiB and a tenth of a second here, which
 * puts them beyond anyone. Not Argon2id, because in a browser without WebAssembly scrypt costs the sender only about
 * twice what it costs the attacker, Argon2's 64-bit arithmetic a good deal more.
 */
const STRETCH = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 } as const;

export const mailboxOf = (access: string): string =>
  bytesToHex(sha256(utf8ToBytes(`sanad line mailbox ${access}`))).slice(0, 32);

/**
 * @param code in the form of `newReceiptCode`
 * @param line the line's own id, so that nothing can be computed ahead for all lines
 */
export async function mailboxKeys(code: string, line: string): Promise<MailboxKeys> {
  const master = await scryptAsync(code.replaceAll(' ', ''), `sanad line ${line}`, {
    ...STRETCH,
    asyncTick: 20,
  });
  const part = (info: string): Uint8Array =>
    hkdf(sha256, master, undefined, utf8ToBytes(`sanad line ${info}`), 32);
  const access = bytesToHex(part('access'));
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', part('reply')).toUpperCase();
  return { access, mailbox: mailboxOf(access), identity, recipient: await identityToRecipient(identity) };
}
