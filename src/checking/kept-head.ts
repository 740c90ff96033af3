import { hexToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import { SanadError } from '../model/index.ts';
import { type Head, readHead, readSignedHead } from './signed-head.ts';

export interface KeptHead extends Head {
  /** Typed off a page there is no signature: then only the numbers are compared. */
  readonly form: 'signed' | 'typed';
}

/**
 * A checkpoint as people bring it back: the signed note, scanned or kept as a file; or typed off a page: the number of
 * entries, then the root in groups of hexadecimal or in base64, with or without the log's name before them.
 *
 * @param of the log that it must be of
 * @throws SanadError `checkpoint.malformed`, `checkpoint.other-log`, what `readSignedHead` throws
 */
export async function readKeptHead(
  text: string,
  of: { readonly origin: string; readonly key: string },
): Promise<KeptHead> {
  const plain = `${text
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .trimEnd()}\n`;
  const form = plain.includes('\n\n') ? 'signed' : 'typed';
  const head = form === 'signed' ? await readSignedHead(plain, of.key) : readHead(tidied(plain, of.origin));
  if (head.origin !== of.origin)
    throw new SanadError('checkpoint.other-log', { found: head.origin, expected: of.origin });
  const { origin, size, root } = head;
  return { origin, size, root, form };
}

function tidied(text: string, origin: string): string {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const named = lines[0]?.startsWith('sanad/') ? lines : [origin, ...lines];
  const [name = '', size = '', ...rest] = named;
  const root = rest.join('').replace(/\s+/g, '');
  const coded = /^[0-9a-fA-F]{64}$/.test(root) ? base64.encode(hexToBytes(root)) : root;
  return `${name}\n${size.replace(/[\s,.]/g, '')}\n${coded}\n`;
}
