import { createHash, hash } from 'node:crypto';
import { SanadError } from '../../model/index.ts';

/**
 * OpenTimestamps proof files (`.ots`): from a file's hash, operation by operation, to what others attest. The format is
 * that of the public python-opentimestamps library; read here strictly, with its limits.
 */
const MAGIC = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e8929401', 'hex');
const LIMIT = {
  file: 1_000_000,
  message: 4096,
  payload: 8192,
  uri: 1000,
  depth: 256,
  attestations: 10_000,
} as const;

const HASHES = {
  2: { name: 'sha1', length: 20 },
  3: { name: 'ripemd160', length: 20 },
  8: { name: 'sha256', length: 32 },
} as const;
type HashTag = keyof typeof HASHES;
const isHash = (tag: number): tag is HashTag => tag in HASHES;
export type HashName = (typeof HASHES)[HashTag]['name'];

const APPEND = 0xf0;
const PREPEND = 0xf1;
const REVERSE = 0xf2;
const HEXLIFY = 0xf3;
const FORK = 0xff;
const ATTESTATION = 0x00;

const PENDING = '83dfe30d2ef90c8e';
const CHAINS: Readonly<Record<string, 'bitcoin' | 'litecoin'>> = {
  '0588960d73d71901': 'bitcoin',
  '06869a0d73d71b45': 'litecoin',
};

/** Who attests to a message that the file's hash leads to. */
export type Attestation =
  /** A calendar promised to put it into a block. */
  | { readonly kind: 'pending'; readonly calendar: string; readonly message: Buffer }
  /** The message is the merkle root of that block's header. */
  | { readonly kind: 'bitcoin' | 'litecoin'; readonly height: number; readonly message: Buffer }
  | { readonly kind: 'unknown'; readonly tag: string; readonly message: Buffer };

/** One message, who attests to it, and what it is turned into. */
export interface Timestamp {
  readonly message: Buffer;
  readonly attested: readonly { readonly tag: string; readonly payload: Buffer }[];
  readonly steps: readonly { readonly operation: Buffer; readonly next: Timestamp }[];
}

export interface TimestampFile {
  readonly algorithm: HashName;
  /** Hash of the file that was stamped. */
  readonly digest: Buffer;
  readonly timestamp: Timestamp;
}

/** @throws SanadError `timestamp.malformed`, `timestamp.operation-unknown` */
export function readTimestampFile(bytes: Uint8Array): TimestampFile {
  const from = reader(bytes);
  if (!from.take(MAGIC.length).equals(MAGIC)) throw from.malformed();
  const tag = from.byte();
  if (!isHash(tag)) throw new SanadError('timestamp.operation-unknown', { operation: tag.toString(16) });
  const { name, length } = HASHES[tag];
  const digest = from.take(length);
  const timestamp = readTimestamp(from, digest, 0);
  from.end();
  return { algorithm: name, digest, timestamp };
}

/** A calendar's answer for one message: a timestamp without a file around it. */
export function readCalendarAnswer(bytes: Uint8Array, message: Buffer): Timestamp {
  const from = reader(bytes);
  const timestamp = readTimestamp(from, message, 0);
  from.end();
  return timestamp;
}

export function writeTimestampFile({ algorithm, digest, timestamp }: TimestampFile): Buffer {
  const tag = Number(Object.keys(HASHES).find((one) => HASHES[Number(one) as HashTag].name === algorithm));
  return Buffer.concat([MAGIC, Buffer.of(tag), digest, ...written(timestamp)]);
}

/**
 * A file for a SHA-256 that waits for a calendar. The random bytes behind the hash keep the calendar from knowing it.
 *
 * @param nonce 16 random bytes
 */
export function pendingTimestampFile(digest: Buffer, nonce: Uint8Array, calendar: string): TimestampFile {
  const append = Buffer.concat([Buffer.of(APPEND), varbytes(nonce)]);
  const appended = Buffer.concat([digest, nonce]);
  const submitted: Timestamp = {
    message: hash('sha256', appended, 'buffer'),
    attested: [{ tag: PENDING, payload: varbytes(Buffer.from(calendar)) }],
    steps: [],
  };
  const hashed: Timestamp = {
    message: appended,
    attested: [],
    steps: [{ operation: Buffer.of(0x08), next: submitted }],
  };
  return {
    algorithm: 'sha256',
    digest,
    timestamp: { message: digest, attested: [], steps: [{ operation: append, next: hashed }] },
  };
}

/** All that is attested, in the order of the file. */
export function attestations(timestamp: Timestamp): Attestation[] {
  const found = timestamp.attested.map(({ tag, payload }) => attestation(tag, payload, timestamp.message));
  return [...found, ...timestamp.steps.flatMap(({ next }) => attestations(next))];
}

/** Both proofs of one message in one; what stands in both stands once. */
export function mergeTimestamps(one: Timestamp, other: Timestamp): Timestamp {
  if (!one.message.equals(other.message)) throw new SanadError('timestamp.other-data');
  const key = (item: { tag: string; payload: Buffer }): string =>
    `${item.tag} ${item.payload.toString('hex')}`;
  const attested = new Map([...one.attested, ...other.attested].map((item) => [key(item), item]));
  const steps = new Map<string, { operation: Buffer; next: Timestamp }>();
  for (const step of [...one.steps, ...other.steps]) {
    const name = step.operation.toString('hex');
    const before = steps.get(name);
    steps.set(name, before ? { ...step, next: mergeTimestamps(before.next, step.next) } : step);
  }
  return { message: one.message, attested: [...attested.values()], steps: [...steps.values()] };
}

/** The same proof with a calendar's answer put in where its message stands. */
export function withAnswer(timestamp: Timestamp, answer: Timestamp): Timestamp {
  if (timestamp.message.equals(answer.message)) return mergeTimestamps(timestamp, answer);
  return {
    ...timestamp,
    steps: timestamp.steps.map((step) => ({ ...step, next: withAnswer(step.next, answer) })),
  };
}

function attestation(tag: string, payload: Buffer, message: Buffer): Attestation {
  const from = reader(payload);
  const chain = CHAINS[tag];
  if (tag === PENDING) return { kind: 'pending', calendar: readUri(from), message };
  if (!chain) return { kind: 'unknown', tag, message };
  const height = from.varuint();
  from.end();
  return { kind: chain, height, message };
}

function readUri(from: Reader): string {
  const uri = from.take(from.varuint(LIMIT.uri)).toString('latin1');
  from.end();
  // The characters that the format allows; nothing that could be taken for anything but an address.
  if (!/^[A-Za-z0-9._/:-]*$/.test(uri)) throw from.malformed();
  return uri;
}

interface Reader {
  byte(): number;
  take(length: number): Buffer;
  /** LEB128, seven bits a byte, lowest first. */
  varuint(limit?: number): number;
  end(): void;
  malformed(): SanadError;
  /** Counts what was attested, so that a small file cannot ask for endless work. */
  counted(): void;
}

function reader(given: Uint8Array): Reader {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  let at = 0;
  let count = 0;
  const malformed = (): SanadError => new SanadError('timestamp.malformed', { offset: at });
  if (bytes.length > LIMIT.file) throw malformed();
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw malformed();
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => take(1)[0]!;
  return {
    byte,
    take,
    malformed,
    varuint: (limit = Number.MAX_SAFE_INTEGER) => {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const next = byte();
        value += (next % 128) * scale;
        if (value > limit || scale > 2 ** 49) throw malformed();
        if (next < 128) return value;
      }
    },
    end: () => {
      if (at !== bytes.length) throw malformed();
    },
    counted: () => {
      if (++count > LIMIT.attestations) throw malformed();
    },
  };
}

function readTimestamp(from: Reader, message: Buffer, depth: number): Timestamp {
  if (depth > LIMIT.depth) throw from.malformed();
  const attested: Timestamp['attested'][number][] = [];
  const steps: Timestamp['steps'][number][] = [];
  const readOne = (tag: number): void => {
    from.counted();
    if (tag === ATTESTATION) {
      const kind = from.take(8).toString('hex');
      const payload = from.take(from.varuint(LIMIT.payload));
      attestation(kind, payload, message);
      attested.push({ tag: kind, payload });
      return;
    }
    const binary = tag === APPEND || tag === PREPEND;
    const argument = binary ? from.take(from.varuint(LIMIT.message)) : undefined;
    if (argument?.length === 0) throw from.malformed();
    const result = applied(tag, argument, message);
    if (!result || result.length > LIMIT.message) throw from.malformed();
    const operation = argument ? Buffer.concat([Buffer.of(tag), varbytes(argument)]) : Buffer.of(tag);
    steps.push({ operation, next: readTimestamp(from, result, depth + 1) });
  };
  let tag = from.byte();
  for (; tag === FORK; tag = from.byte()) readOne(from.byte());
  readOne(tag);
  return { message, attested, steps };
}

function applied(tag: number, argument: Buffer | undefined, message: Buffer): Buffer | undefined {
  if (tag === APPEND) return Buffer.concat([message, argument!]);
  if (tag === PREPEND) return Buffer.concat([argument!, message]);
  if (tag === REVERSE) return message.length === 0 ? undefined : Buffer.from(message).reverse();
  if (tag === HEXLIFY) return message.length === 0 ? undefined : Buffer.from(message.toString('hex'));
  if (isHash(tag)) return createHash(HASHES[tag].name).update(message).digest();
  throw new SanadError('timestamp.operation-unknown', { operation: tag.toString(16) });
}

/** Everything but the last is announced by the fork byte. */
function written({ attested, steps }: Timestamp): Buffer[] {
  const branches = [
    ...attested.map(({ tag, payload }) => [Buffer.from(`00${tag}`, 'hex'), varbytes(payload)]),
    ...steps.map(({ operation, next }) => [operation, ...written(next)]),
  ];
  return branches.flatMap((branch, at) => (at < branches.length - 1 ? [Buffer.of(FORK), ...branch] : branch));
}

const varbytes = (bytes: Uint8Array): Buffer => Buffer.concat([varuint(bytes.length), bytes]);

function varuint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}
