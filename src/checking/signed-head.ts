import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { SanadError } from '../model/index.ts';
import { joined, strictBase64, utf8 } from './bytes.ts';

/** What a signed checkpoint says, once the signature is seen to hold. */
export interface SignedHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
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
 *   not sign it, `proof.signature-wrong`, `proof.signatures-unknown` where this browser cannot check any
 */
export async function readSignedHead(
  note: string,
  key: string,
  witnessKeys: readonly string[] = [],
): Promise<SignedHead> {
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
  for (const line of own) await check(utf8(text), line.rest, log);

  const witnesses: { name: string; at: Date }[] = [];
  for (const witness of witnessKeys.map(readKey)) {
    if (witness.type !== 4) throw new SanadError('note.key-malformed');
    for (const { rest } of lines.filter((line) => isBy(line, witness))) {
      const seconds = rest.length === 72 ? readSeconds(rest) : 0n;
      await check(utf8(`cosignature/v1\ntime ${seconds}\n${text}`), rest.subarray(8), witness);
      witnesses.push({ name: witness.name, at: new Date(Number(seconds) * 1000) });
    }
  }
  return { ...readHead(text), note, witnesses };
}

/** What the three lines of a checkpoint say. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** What a checkpoint says where nobody gave the key that signed it: whose it is, is not shown. @throws SanadError as below */
export const readUnsignedHead = (note: string): Head => readHead(note.slice(0, note.lastIndexOf('\n\n') + 1));

/** @throws SanadError `checkpoint.malformed` */
export function readHead(text: string): Head {
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
  readonly rest: Uint8Array;
}

function readSignatureLine(line: string): SignatureLine {
  const [dash, name = '', base64 = '', ...more] = line.split(' ');
  const bytes = strictBase64(base64);
  if (dash !== EM_DASH || name === '' || /[+\s]/u.test(name) || more.length > 0 || !bytes || bytes.length < 5)
    throw new SanadError('note.malformed');
  return { name, id: bytesToHex(bytes.subarray(0, 4)), rest: bytes.subarray(4) };
}

interface Key {
  readonly name: string;
  readonly id: string;
  readonly type: number;
  readonly point: Uint8Array;
}

function readKey(text: string): Key {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  const typed = strictBase64(rest.join('+'));
  const proper =
    typed?.length === 33 &&
    name !== '' &&
    bytesToHex(sha256(joined(utf8(`${name}\n`), typed))).slice(0, 8) === id;
  if (!typed || !proper) throw new SanadError('note.key-malformed');
  return { name, id, type: typed[0]!, point: typed.subarray(1) };
}

const isBy = (line: SignatureLine, key: Key): boolean => line.name === key.name && line.id === key.id;

const readSeconds = (bytes: Uint8Array): bigint =>
  new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0);

async function check(
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
  { name, point }: Key,
): Promise<void> {
  if (signature.length !== 64 || !(await isSigned(message, signature, point)))
    throw new SanadError('proof.signature-wrong', { name });
}

/** Ed25519 by the platform: a browser has it since 2025, and only over a protected connection. */
async function isSigned(
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array,
  point: Uint8Array,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', joined(point), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, joined(signature), message);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'DataError') return false;
    throw new SanadError('proof.signatures-unknown', {}, cause);
  }
}
