import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as sha256Hash } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { z } from 'zod';
import { SanadError } from '../model/index.ts';
import { joined, sameBytes, strictBase64, utf8 } from './bytes.ts';
import { type KeptHead, readKeptHead } from './kept-head.ts';
import { readSignedHead, type SignedHead } from './signed-head.ts';
import { continues, rootFromPath } from './tree-proof.ts';

export interface CheckedInclusion {
  readonly head: SignedHead;
  /** Whether the log's key was given, or came with the proof and must still be compared. */
  readonly key: { readonly text: string; readonly from: 'given' | 'proof' };
  /** From 0. */
  readonly index: number;
  /** What was hashed, word for word. */
  readonly entry: string;
  /** The values that were disclosed, by slot. */
  readonly values: ReadonlyMap<string, unknown>;
  /** SHA-256 of the file that the entry speaks of, where that was disclosed; lower-case hexadecimal. */
  readonly sha256?: string;
}

export interface CheckedConsistency {
  readonly before: KeptHead;
  readonly head: SignedHead;
}

export interface CheckOptions {
  /** The log's key as `<name>+<id>+<base64>`, from elsewhere than the proof. */
  readonly key?: string | undefined;
  /** Keys of witnesses whose cosignatures are to be told. */
  readonly witnessKeys?: readonly string[] | undefined;
  /** SHA-256 of the file that is said to be what was received, and what the file is called. */
  readonly sha256?: string | undefined;
  readonly file?: string | undefined;
  /** The entry's bytes, for a proof that does not carry them. */
  readonly entry?: string | undefined;
}

const LONGEST = 64 * 1024 * 1024;
const extraSchema = z.object({
  proof: z.literal('sanad@1'),
  entry: z.string(),
  key: z.string(),
  values: z.record(z.string(), z.object({ salt: z.string(), text: z.string() })),
});
const entrySchema = z.object({ commit: z.record(z.string(), z.string()), v: z.int() });
const originalSchema = z.object({ sha256: z.string() });

export const isInclusionProof = (text: string): boolean => text.startsWith('c2sp.org/tlog-proof@v1\n');
export const isConsistencyProof = (text: string): boolean => /^old (0|[1-9][0-9]*)\n/.test(text);

/**
 * C2SP tlog-proof@v1: that an entry stands in a signed log, what its disclosed values are, that a file is the one it
 * speaks of. Whoever trusts nobody here can do the same with Go and openssl (docs/ledger.md).
 *
 * @throws SanadError `proof.malformed`, `note.malformed`, `note.key-malformed`, `checkpoint.malformed`,
 *   `proof.key-other`, `proof.key-needed`, `proof.signature-wrong`, `proof.entry-needed`, `proof.path-wrong`,
 *   `proof.value-wrong`, `proof.file-other`, `proof.file-unnamed`, `proof.signatures-unknown`
 */
export async function checkInclusion(text: string, options: CheckOptions = {}): Promise<CheckedInclusion> {
  const { extra, index, path, checkpoint } = readInclusionProof(text);
  const given = extra === undefined ? undefined : readExtra(extra);
  const key = options.key ?? given?.key;
  if (key === undefined) throw new SanadError('proof.key-needed');
  const head = await readSignedHead(checkpoint, key, options.witnessKeys);
  // What came with the proof proves nothing, but a proof that names another key is not the one that was made.
  if (given && given.key !== key.trim())
    throw new SanadError('proof.key-other', { name: key.split('+')[0]! });

  const entry = options.entry ?? given?.entry;
  if (entry === undefined) throw new SanadError('proof.entry-needed');
  const root = rootFromPath(sha256Hash(joined(Uint8Array.of(0), utf8(entry))), index, head.size, path);
  if (!root || !sameBytes(root, head.root)) throw new SanadError('proof.path-wrong');

  const values = openValues(entry, given?.values ?? {});
  const original = originalSchema.safeParse(values.get('original'));
  const sha256 = original.success ? original.data.sha256 : undefined;
  if (options.sha256 !== undefined) {
    if (sha256 === undefined) throw new SanadError('proof.file-unnamed');
    if (sha256 !== options.sha256) throw new SanadError('proof.file-other', { file: options.file ?? '?' });
  }
  return {
    head,
    key: { text: key, from: options.key === undefined ? 'proof' : 'given' },
    index,
    entry,
    values,
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

/**
 * That a later checkpoint continues an earlier one: nothing was changed or removed between them.
 *
 * @param text an `old` line, the hashes, an empty line and the later checkpoint (C2SP tlog-witness)
 * @param before the earlier checkpoint, as people bring it (`readKeptHead`)
 * @throws SanadError as `checkInclusion`, `checkpoint.other-log`, `proof.inconsistent`
 */
export async function checkConsistency(
  text: string,
  before: string,
  key: string,
): Promise<CheckedConsistency> {
  const split = text.indexOf('\n\n');
  const [old = '', ...hashes] = text.slice(0, Math.max(split, 0)).split('\n');
  const size = /^old (0|[1-9][0-9]{0,14})$/.exec(old)?.[1];
  if (size === undefined || hashes.length > 63) throw new SanadError('proof.malformed', { line: 1 });
  const path = hashes.map((one, at) => readHash(one, at + 2));
  const head = await readSignedHead(text.slice(split + 2), key);
  const known = await readKeptHead(before, { origin: head.origin, key });
  if (Number(size) !== known.size || !continues(known, head, path))
    throw new SanadError('proof.inconsistent', { from: known.size, to: head.size });
  return { before: known, head };
}

function readInclusionProof(text: string): {
  extra?: string;
  index: number;
  path: Uint8Array[];
  checkpoint: string;
} {
  const split = text.indexOf('\n\n');
  if (text.length > LONGEST || split < 0 || !isInclusionProof(text))
    throw new SanadError('proof.malformed', { line: 1 });
  const [, ...lines] = text.slice(0, split).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? lines.shift()!.slice(6) : undefined;
  const before = extra === undefined ? 2 : 3;
  const index = /^index (0|[1-9][0-9]{0,14})$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined) throw new SanadError('proof.malformed', { line: before });
  return {
    ...(extra === undefined ? {} : { extra }),
    index: Number(index),
    path: lines.map((line, at) => readHash(line, before + 1 + at)),
    checkpoint: text.slice(split + 2),
  };
}

function readHash(base64: string, line: number): Uint8Array {
  const bytes = strictBase64(base64);
  if (bytes?.length !== 32) throw new SanadError('proof.malformed', { line });
  return bytes;
}

/** What Sanad adds to a proof; another program's extra data says nothing here. */
function readExtra(base64: string): z.infer<typeof extraSchema> | undefined {
  const bytes = strictBase64(base64);
  if (!bytes) throw new SanadError('proof.malformed', { line: 2 });
  const json = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!json.includes('sanad@1')) return undefined;
  const parsed = extraSchema.safeParse(readJson(json));
  if (!parsed.success) throw new SanadError('proof.malformed', { line: 2 });
  return parsed.data;
}

function openValues(
  entry: string,
  opened: Readonly<Record<string, { readonly salt: string; readonly text: string }>>,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const slots = Object.entries(opened);
  if (slots.length === 0) return values;
  const parsed = entrySchema.safeParse(readJson(entry));
  for (const [slot, { salt, text }] of slots) {
    const random = strictBase64(salt);
    const committed = parsed.success && Object.hasOwn(parsed.data.commit, slot) && parsed.data.commit[slot];
    const value = readJson(text);
    if (random?.length !== 16 || !parsed.success || value === undefined)
      throw new SanadError('proof.value-wrong', { slot });
    if (commitmentTo(parsed.data.v, random, `${slot}\0${text}`) !== committed)
      throw new SanadError('proof.value-wrong', { slot });
    values.set(slot, value);
  }
  return values;
}

/** Entries of version 1 hold an HMAC under the salt, later ones the hash of salt and value. */
const commitmentTo = (version: number, salt: Uint8Array, text: string): string =>
  base64.encode(version === 1 ? hmac(sha256Hash, salt, utf8(text)) : sha256Hash(joined(salt, utf8(text))));

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
