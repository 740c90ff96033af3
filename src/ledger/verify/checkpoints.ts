import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFacts } from './case-file.ts';
import type { Report } from './fault.ts';

/** What a signed checkpoint says of the ledger. */
export interface SignedRoot {
  readonly file: string;
  readonly size: number;
  readonly root: Buffer;
}

/** Every checkpoint that is whole and signed, smallest first; the others are reported. */
export function readCheckpoints(folder: string, facts: CaseFacts, report: Report): SignedRoot[] {
  const within = join(folder, 'checkpoints');
  if (!existsSync(within)) {
    report('checkpoint-missing', 'checkpoints');
    return [];
  }
  const roots: SignedRoot[] = [];
  for (const name of readdirSync(within).sort()) {
    // Left by a process that was killed; the next one that writes sweeps it away.
    if (name.endsWith('.part')) continue;
    const file = `checkpoints/${name}`;
    const read = readCheckpoint(readFileSync(join(within, name)), facts);
    if (read && name === `${String(read.size).padStart(12, '0')}.note`) roots.push({ file, ...read });
    else report('checkpoint-changed', file);
  }
  return roots;
}

/** C2SP tlog-checkpoint inside a C2SP signed-note with one Ed25519 signature. Any byte that differs is refused. */
function readCheckpoint(bytes: Buffer, facts: CaseFacts): Omit<SignedRoot, 'file'> | undefined {
  const name = `sanad/${facts.id}`;
  const note = bytes.toString('utf8');
  if (!Buffer.from(note).equals(bytes)) return undefined;
  const lines = note.split('\n');
  const [origin, size = '', root = '', empty, signed = '', end] = lines;
  if (lines.length !== 6 || origin !== name || empty !== '' || end !== '') return undefined;
  if (!/^(0|[1-9]\d{0,14})$/.test(size) || !signed.startsWith(`— ${name} `)) return undefined;
  const signature = exactBase64(signed.slice(name.length + 3));
  const rootHash = exactBase64(root);
  const key = exactBase64(facts.verifierKey.slice(name.length + 10));
  if (signature?.length !== 68 || rootHash?.length !== 32 || key?.length !== 33 || key[0] !== 1)
    return undefined;
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  if (
    !id.equals(signature.subarray(0, 4)) ||
    facts.verifierKey !== `${name}+${id.toString('hex')}+${key.toString('base64')}`
  )
    return undefined;
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  const text = Buffer.from(`${origin}\n${size}\n${root}\n`);
  return verify(null, text, publicKey, signature.subarray(4))
    ? { size: Number(size), root: rootHash }
    : undefined;
}

/** Base64 has spare bits that decode to nothing; a change there is a change too. */
function exactBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
