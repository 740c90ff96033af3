import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { SanadError } from '../model/index.ts';
import { sha256 } from './sha256.ts';

/**
 * Signed notes after C2SP signed-note: a short text, an empty line, and a line for each who signed it. Any tool of that
 * family can check them. Two kinds of Ed25519 signature are known here: of the text itself, and of a witness over the
 * text and a time (C2SP tlog-cosignature).
 */
export const SIGNATURE_TYPES = { log: 0x01, witness: 0x04 } as const;
export type SignatureType = keyof typeof SIGNATURE_TYPES;

/** More signatures, or a longer note, than anybody has a use for. */
const LIMIT = { signatures: 64, characters: 1_000_000 } as const;
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Buffer;
  /** What follows the key's id. */
  readonly signature: Buffer;
}

export interface SignedNote {
  /** With its last newline: what was signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A public key as C2SP writes it: `<name>+<key id>+<base64 of type and key>`. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: Buffer;
  readonly type: SignatureType;
  readonly key: KeyObject;
}

export interface NoteSigner {
  readonly name: string;
  /** What a stranger needs to check the signature. */
  readonly verifierKey: string;
  /** The whole note. */
  sign(text: string): string;
}

/** Someone elsewhere who signs that they saw a checkpoint, and when. */
export interface Cosigner {
  readonly name: string;
  readonly verifierKey: string;
  /** One signature line, with its newline. `seconds` since 1970. */
  cosign(text: string, seconds: number): string;
}

/** @param seed the 32 secret bytes of an Ed25519 key (RFC 8032). */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const { secret, id, verifierKey } = signingKey(name, seed, 'log');
  const line = (text: string): string => signatureLine(name, id, sign(null, Buffer.from(text), secret));
  return { name, verifierKey, sign: (text) => `${text}\n${line(text)}` };
}

/** @param seed the 32 secret bytes of an Ed25519 key that signs nothing else. */
export function cosigner(name: string, seed: Uint8Array): Cosigner {
  const { secret, id, verifierKey } = signingKey(name, seed, 'witness');
  return {
    name,
    verifierKey,
    cosign: (text, seconds) => {
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      return signatureLine(name, id, Buffer.concat([time, sign(null, cosigned(text, seconds), secret)]));
    },
  };
}

/** @throws SanadError `note.malformed` */
export function parseNote(note: string): SignedNote {
  const refuse = (): never => {
    throw new SanadError('note.malformed');
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids
  if (note.length > LIMIT.characters || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return refuse();
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return refuse();
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > LIMIT.signatures) return refuse();
  const signatures = lines.map((line): NoteSignature => {
    const [, name = '', base64 = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? refuse();
    const bytes = exactBase64(base64) ?? refuse();
    if (bytes.length < 5) return refuse();
    return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
  });
  return { text: note.slice(0, split + 1), signatures };
}

/** @throws SanadError `note.key-malformed` */
export function parseVerifierKey(verifierKey: string): VerifierKey {
  const [, name = '', id = '', base64 = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(verifierKey.trim()) ?? [];
  const typed = exactBase64(base64);
  const type = (Object.keys(SIGNATURE_TYPES) as SignatureType[]).find(
    (one) => SIGNATURE_TYPES[one] === typed?.[0],
  );
  if (typed?.length !== 33 || !type || keyIdOf(name, typed).toString('hex') !== id)
    throw new SanadError('note.key-malformed');
  const key = createPublicKey({
    key: Buffer.concat([SPKI, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { name, keyId: Buffer.from(id, 'hex'), type, key };
}

/** The text of a note if a signature by `verifierKey` on it holds; `undefined` otherwise. */
export function openNote(note: string, verifierKey: string): string | undefined {
  try {
    const key = parseVerifierKey(verifierKey);
    const parsed = parseNote(note);
    return signaturesBy(parsed, key).length > 0 ? parsed.text : undefined;
  } catch (error) {
    if (error instanceof SanadError) return undefined;
    throw error;
  }
}

/**
 * The signatures of one key on a note that hold, each with its time where it is a witness's. One that does not hold
 * makes the note worth nothing: then there are none.
 */
export function signaturesBy(note: SignedNote, by: VerifierKey): { readonly seconds?: number }[] {
  const holding: { seconds?: number }[] = [];
  for (const { name, keyId, signature } of note.signatures) {
    if (name !== by.name || !keyId.equals(by.keyId)) continue;
    const seconds = by.type === 'witness' && signature.length === 72 ? timeOf(signature) : undefined;
    const text = seconds === undefined ? Buffer.from(note.text) : cosigned(note.text, seconds);
    const proper = by.type === 'log' ? signature : signature.subarray(8);
    if (proper.length !== 64 || !verify(null, text, by.key, proper)) return [];
    holding.push(seconds === undefined ? {} : { seconds });
  }
  return holding;
}

const timeOf = (signature: Buffer): number => Number(signature.readBigUInt64BE(0));

const cosigned = (text: string, seconds: number): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

const keyIdOf = (name: string, typed: Uint8Array): Buffer =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), typed])).subarray(0, 4);

const signatureLine = (name: string, id: Buffer, signature: Buffer): string =>
  `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;

function signingKey(name: string, seed: Uint8Array, type: SignatureType) {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const typed = Buffer.concat([Buffer.of(SIGNATURE_TYPES[type]), key]);
  const id = keyIdOf(name, typed);
  return { secret, id, verifierKey: `${name}+${id.toString('hex')}+${typed.toString('base64')}` };
}

/** Base64 has spare bits that decode to nothing; a change there is a change too. */
export function exactBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
