import { Decrypter, Encrypter } from 'age-encryption';
import { paddedLength } from './padding.ts';

/**
 * What one deposit on the line says of itself, inside the seal. `message` and `file` come from whoever writes,
 * `reply` from the keepers.
 */
export type EnvelopeHeader =
  | {
      readonly kind: 'message';
      readonly language: 'ar' | 'en';
      /** The public key of the receipt code: answers are sealed to it. */
      readonly replyTo: string;
      /** Counted from 1 by the sender's browser, since days are all that the server knows of time. */
      readonly number: number;
      readonly bytes: number;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly number: number;
      readonly bytes: number;
    }
  | { readonly kind: 'reply'; readonly number: number; readonly bytes: number };

export interface Sealed {
  /** Of the whole, known before the first byte is read. */
  readonly bytes: number;
  readonly stream: ReadableStream<Uint8Array>;
}

export interface Opened {
  readonly header: EnvelopeHeader;
  /** Exactly `header.bytes` bytes; throws where the seal is broken or they are cut short. */
  readonly content: AsyncIterable<Uint8Array>;
}

const LONGEST_HEADER = 16 * 1024;
const encoder = new TextEncoder();

/**
 * An age file (age-encryption.org/v1) for any of the recipients. Under the seal: four bytes with the header's length
 * (big-endian), the header as JSON, the content, zeros up to `paddedLength`.
 */
export async function sealEnvelope(
  header: EnvelopeHeader,
  content: ReadableStream<Uint8Array> | Uint8Array,
  recipients: readonly string[],
): Promise<Sealed> {
  const json = encoder.encode(JSON.stringify({ v: 1, ...header }));
  if (json.length > LONGEST_HEADER) throw new RangeError('the header of an envelope is too long');
  const prefix = new Uint8Array(4 + json.length);
  new DataView(prefix.buffer).setUint32(0, json.length);
  prefix.set(json, 4);
  const used = prefix.length + header.bytes;
  const whole = paddedLength(used);

  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(streamOf(enveloped(prefix, content, header.bytes, whole - used)));
  return { bytes: sealed.size(whole), stream: sealed };
}

async function* enveloped(
  prefix: Uint8Array,
  content: ReadableStream<Uint8Array> | Uint8Array,
  bytes: number,
  filling: number,
): AsyncGenerator<Uint8Array> {
  yield prefix;
  let seen = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : chunksOf(content)) {
    seen += chunk.length;
    if (seen > bytes) break;
    if (chunk.length > 0) yield chunk;
  }
  if (seen !== bytes) throw new RangeError('the content changed while it was being sealed');
  for (let left = filling; left > 0; left -= 65_536) yield new Uint8Array(Math.min(left, 65_536));
}

/** `undefined` where none of the identities opens it, or what is inside is no envelope. */
export async function openEnvelope(
  sealed: ReadableStream<Uint8Array>,
  identities: readonly string[],
): Promise<Opened | undefined> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(sealed);
  } catch {
    return undefined;
  }
  const chunks = chunksOf(plain)[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array();
  const fill = async (wanted: number): Promise<boolean> => {
    while (held.length < wanted) {
      const next = await chunks.next().catch(() => ({ done: true }) as const);
      if (next.done) return false;
      const joined = new Uint8Array(held.length + next.value.length);
      joined.set(held);
      joined.set(next.value, held.length);
      held = joined;
    }
    return true;
  };
  if (!(await fill(4))) return undefined;
  const length = new DataView(held.buffer, held.byteOffset).getUint32(0);
  if (length > LONGEST_HEADER || !(await fill(4 + length))) return undefined;
  const header = readHeader(held.subarray(4, 4 + length));
  if (!header) return undefined;
  const first = held.subarray(4 + length);

  async function* content(): AsyncGenerator<Uint8Array> {
    let left = header!.bytes;
    for (let chunk = first; ; ) {
      if (chunk.length > 0 && left > 0) yield chunk.subarray(0, left);
      left -= Math.min(left, chunk.length);
      // Read to the end even when the content is whole: the seal of the last chunk says that nothing was cut off.
      const next = await chunks.next();
      if (next.done) break;
      chunk = next.value;
    }
    if (left > 0) throw new RangeError('the envelope ends early');
  }
  return { header, content: content() };
}

function readHeader(json: Uint8Array): EnvelopeHeader | undefined {
  let read: unknown;
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { v, kind, language, replyTo, number, name, type, bytes } = read as Record<string, unknown>;
  const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  if (v !== 1 || !whole(bytes) || !whole(number)) return undefined;
  if (kind === 'reply') return { kind, number, bytes };
  if (kind === 'file' && typeof name === 'string' && typeof type === 'string')
    return { kind, name: name.slice(0, 300), type: type.slice(0, 100), number, bytes };
  if (kind === 'message' && (language === 'ar' || language === 'en') && typeof replyTo === 'string')
    return { kind, language, replyTo, number, bytes };
  return undefined;
}

/** All of a stream in one piece, for what is known to be small. */
export async function collect(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw new RangeError(`more than ${most} bytes`);
    parts.push(chunk);
  }
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Older browsers cannot iterate a stream nor make one from an iterator; these two can everywhere. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

export function streamOf(chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
