import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from './sha256.ts';

/** Signed notes after C2SP signed-note, with Ed25519: a short text that any tool of that family can check. */
const ED25519 = 0x01;
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export interface NoteSigner {
  readonly name: string;
  /** `<name>+<key id>+<base64 key>`: what a stranger needs to check the signature. */
  readonly verifierKey: string;
  sign(text: string): string;
}

const keyId = (name: string, key: Uint8Array): Buffer =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), key])).subarray(0, 4);

/** @param seed the 32 secret bytes of an Ed25519 key (RFC 8032). */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const id = keyId(name, key);
  return {
    name,
    verifierKey: `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(ED25519), key]).toString('base64')}`,
    sign: (text) => {
      const signature = Buffer.concat([id, sign(null, Buffer.from(text), secret)]).toString('base64');
      return `${text}\n— ${name} ${signature}\n`;
    },
  };
}

/** The text of a note if a signature by `verifierKey` on it holds; `undefined` otherwise. */
export function openNote(note: string, verifierKey: string): string | undefined {
  const split = note.lastIndexOf('\n\n');
  const [name = '', id = ''] = verifierKey.split('+', 2);
  const typed = Buffer.from(verifierKey.slice(name.length + id.length + 2), 'base64');
  if (split < 0 || typed[0] !== ED25519 || typed.length !== 33) return undefined;
  const text = note.slice(0, split + 1);
  const key: KeyObject = createPublicKey({
    key: Buffer.concat([SPKI, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  for (const line of note.slice(split + 2).split('\n')) {
    const signature = line.startsWith(`— ${name} `)
      ? Buffer.from(line.slice(name.length + 3), 'base64')
      : undefined;
    if (signature?.length !== 68 || !signature.subarray(0, 4).equals(keyId(name, typed.subarray(1))))
      continue;
    if (verify(null, Buffer.from(text), key, signature.subarray(4))) return text;
  }
  return undefined;
}
