import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where whoever keeps a copy of the program writes whom to tell of a flaw; a line each: address, fingerprint of its key. */
export const SECURITY_CONTACT = resolve(import.meta.dirname, '../../SECURITY-CONTACT');

/** Days for which what is answered counts; it is made anew with each answer. */
const GOOD_FOR = 90;
const DAY = 86_400_000;

/**
 * What stands at `/.well-known/security.txt` (RFC 9116): each address and fingerprint of the file, in its order.
 *
 * @returns nothing where the file is not there or names nobody
 */
export function securityTxt(file: string, now: Date): string | undefined {
  const lines = writtenIn(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const fields = lines.flatMap((line) => {
    const [address = '', ...fingerprint] = line.split(/\s+/);
    const key = fingerprint.join('');
    const contact = /^(https|mailto|tel):/i.test(address) ? address : `mailto:${address}`;
    if (!/@|^https:\/\/|^tel:/i.test(contact)) return [];
    return [
      `Contact: ${contact}`,
      ...(/^[0-9a-f]{40,64}$/i.test(key) ? [`Encryption: openpgp4fpr:${key.toLowerCase()}`] : []),
    ];
  });
  if (fields.length === 0) return undefined;
  const expires = new Date(now.getTime() + GOOD_FOR * DAY).toISOString().replace(/\.\d+Z$/, 'Z');
  return [...fields, `Expires: ${expires}`, 'Preferred-Languages: ar, en', ''].join('\n');
}

function writtenIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
