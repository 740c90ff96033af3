import { createHash, createPublicKey, verify } from 'node:crypto';
import { SanadError } from '../../../model/index.ts';

/** What a signed checkpoint says, once the signature is seen to hold. */
export interface SignedHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** The note, word for word. */
  readonly note: string;
  /** Who cosigned it, among the keys that were given. */
  readonly witnesses: readonly { readonly name: string; readonly at: Date }[];
}

const EM_DASH = '\u2014';

/**
 * C2SP signed-note, tlog-checkpoint and tlog-cosignature, with Ed25519.
 *
 * @param key of the log, as `<name>+<id>+<base64>`
 * @param witnessKeys of those whose cosignatures are wanted; each must hold where it stands
 * @throws SanadError `note.malformed`, `note.key-malformed`, `checkpoint.malformed`, `proof.key-other` where the key did
 *   not sign it, `proof.signature-wrong`
 */
export function readSignedHead(note: string, key: string, witnessKeys: readonly string[] = []): SignedHead {
  const at = note.lastIndexOf('\n\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a note must not have them
  if (at < 1 || note.at(-1) !== '\n' || note.length > 1_000_000 || /[\x00-\x09\x0b-\x1f]/.test(note))
    throw new SanadError('note.malformed');
  const text = note.slice(0, at + 1);
  const lines = note
    .slice(at + 2, -1)
    .split('\n')
    .map(readSignatureLine);

  const log = readKey(key);
  if (log.type !== 1) throw new SanadError('note.key-malformed');
  const own = lines.filter((line) => isBy(line, log));
  if (own.length === 0) throw new SanadError('proof.key-other', { name: log.name });
  for (const line of own) check(Buffer.from(text), line.rest, log);

  const witnesses = witnessKeys.map(readKey).flatMap((witness) => {
    if (witness.type !== 4) throw new SanadError('note.key-malformed');
    return lines
      .filter((line) => isBy(line, witness))
      .map(({ rest }) => {
        const seconds = rest.length === 72 ? rest.readBigUInt64BE() : 0n;
        check(Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), rest.subarray(8), witness);
        return { name: witness.name, at: new Date(Number(seconds) * 1000) };
      });
  });
  return { ...readHead(text), note, witnesses };
}

/** @throws SanadError `checkpoint.malformed` */
export function readHead(text: string): { origin: string; size: number; root: Buffer } {
  const [origin = '', size = '', root = '', ...more] = text.slice(0, -1).split('\n');
  const bytes = strictBase64(root);
  const whole = /^(0|[1-9][0-9]{0,14})$/.test(size);
  if (origin === '' || !whole || bytes?.length !== 32 || more.includes(''))
    throw new SanadError('checkpoint.malformed');
  return { origin, size: Number(size), root: bytes };
}

interface SignatureLine {
  readonly name: string;
  readonly id: string;
  readonly rest: Buffer;
}

function readSignatureLine(line: string): SignatureLine {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const bytes = strictBase64(base64);
  if (dash !== EM_DASH || name === '' || /[+\s]/u.test(name) || more.length > 0 || !bytes || bytes.length < 5)
    throw new SanadError('note.malformed');
  return { name, id: bytes.toString('hex', 0, 4), rest: bytes.subarray(4) };
}

interface Key {
  readonly name: string;
  readonly id: string;
  readonly type: number;
  readonly point: Buffer;
}

function readKey(text: string): Key {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  const typed = strictBase64(rest.join('+'));
  const proper =
    typed?.length === 33 &&
    name !== '' &&
    createHash('sha256').update(`${name}\n`).update(typed).digest('hex').slice(0, 8) === id;
  if (!typed || !proper) throw new SanadError('note.key-malformed');
  return { name, id, type: typed[0]!, point: typed.subarray(1) };
}

const isBy = (line: SignatureLine, key: Key): boolean => line.name === key.name && line.id === key.id;

function check(message: Buffer, signature: Buffer, { name, point }: Key): void {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') },
    format: 'jwk',
  });
  if (signature.length !== 64 || !verify(null, message, key, signature))
    throw new SanadError('proof.signature-wrong', { name });
}

/** Only the one way of writing these bytes. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
