import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import {
  CAPTURE_LIMITS,
  type CapturedPart,
  headEnd,
  mediaTypeOf,
  notACapture,
  readHeaders,
  tooLarge,
} from './captured.ts';

/**
 * The responses and resources of a WARC file (ISO 28500), plain or each record packed by gzip, their digests reckoned again.
 *
 * @throws SanadError `capture.damaged`, `capture.too-large`
 */
export function readWarc(file: Uint8Array): CapturedPart[] {
  const given = Buffer.from(file.buffer, file.byteOffset, file.length);
  if (given.length > CAPTURE_LIMITS.bytes) throw tooLarge();
  const bytes = given[0] === 0x1f && given[1] === 0x8b ? unpacked(given) : given;
  const parts: CapturedPart[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes.toString('latin1', at, at + 7) !== 'WARC/1.') throw notACapture(`no record at ${at}`);
    const head = headEnd(bytes, at);
    if (!head) throw notACapture(`a record cut short at ${at}`);
    const headers = readHeaders(head.head);
    const length = Number(headers.get('content-length'));
    if (!Number.isSafeInteger(length) || length < 0 || head.body + length > bytes.length)
      throw notACapture(`a record of a wrong length at ${at}`);
    const part = partOf(headers, bytes.subarray(head.body, head.body + length));
    if (part) parts.push(part);
    if (parts.length > CAPTURE_LIMITS.parts) throw tooLarge();
    at = head.body + length;
    while (bytes[at] === 13 || bytes[at] === 10) at++;
  }
  if (parts.length === 0) throw notACapture('no response in it');
  return parts;
}

export const wrongDigests = (parts: readonly CapturedPart[]): string[] =>
  parts.filter(({ digest }) => digest === 'wrong').map(({ url }) => `${url.slice(0, 200)}: another hash`);

function unpacked(packed: Buffer): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: CAPTURE_LIMITS.unpacked });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw notACapture('gzip');
  }
}

function partOf(headers: ReadonlyMap<string, string>, block: Buffer): CapturedPart | undefined {
  const type = headers.get('warc-type');
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '');
  if ((type !== 'response' && type !== 'resource') || !url) return undefined;
  const at = headers.get('warc-date');
  const common = { url, ...(at === undefined ? {} : { at }) };
  const blockSays = checked(headers.get('warc-block-digest'), [block]);
  const http = type === 'response' && block.toString('latin1', 0, 5) === 'HTTP/';
  if (!http) {
    const said = worse(blockSays, checked(headers.get('warc-payload-digest'), [block]));
    return { ...common, mediaType: mediaTypeOf(headers.get('content-type')), bytes: block, digest: said };
  }
  const head = headEnd(block, 0);
  const own = readHeaders(head?.head ?? '');
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec(head?.head ?? '')?.[1]);
  const stored = block.subarray(head?.body ?? block.length);
  const whole = /chunked/i.test(own.get('transfer-encoding') ?? '') ? (unchunked(stored) ?? stored) : stored;
  return {
    ...common,
    ...(Number.isInteger(status) ? { status } : {}),
    mediaType: mediaTypeOf(own.get('content-type')),
    bytes: decoded(whole, own.get('content-encoding')),
    // Programs differ in whether the payload is what was sent in pieces, or the pieces joined.
    digest: worse(blockSays, checked(headers.get('warc-payload-digest'), [stored, whole])),
  };
}

type Digest = CapturedPart['digest'];
const ORDER: readonly Digest[] = ['none', 'right', 'unknown', 'wrong'];
const worse = (a: Digest, b: Digest): Digest => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);

/** `sha1:BASE32`, `sha256:hex`: right if it is the hash of any of these. */
function checked(written: string | undefined, any: readonly Uint8Array[]): Digest {
  if (written === undefined) return 'none';
  const [, name, value] = /^(md5|sha-?1|sha-?256|sha-?512):([A-Za-z0-9+/=]+)$/i.exec(written) ?? [];
  if (name === undefined || value === undefined) return 'unknown';
  const algorithm = name.toLowerCase().replace('-', '');
  const same = any.some((bytes) => {
    const hash = createHash(algorithm).update(bytes).digest();
    return (
      value.toLowerCase() === hash.toString('hex') ||
      value === hash.toString('base64') ||
      value.toUpperCase().replace(/=+$/, '') === base32(hash)
    );
  });
  return same ? 'right' : 'wrong';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += LETTERS[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  return bits > 0 ? text + LETTERS[(held << (5 - bits)) & 31]! : text;
}

/** RFC 9112, section 7.1; `undefined` where it is not so, because many programs join the pieces and leave the header. */
function unchunked(stored: Buffer): Buffer | undefined {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = stored.indexOf('\r\n', at);
    const size =
      end < 0 ? undefined : /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(stored.toString('latin1', at, end))?.[1];
    if (size === undefined) return undefined;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(pieces);
    if (end + 2 + length > stored.length) return undefined;
    pieces.push(stored.subarray(end + 2, end + 2 + length));
    at = end + 4 + length;
  }
}

/** What cannot be decoded stays as it is: programs often decode and leave the header. */
function decoded(bytes: Buffer, encoding = ''): Buffer {
  const limit = { maxOutputLength: CAPTURE_LIMITS.part };
  try {
    if (/gzip/i.test(encoding)) return gunzipSync(bytes, limit);
    if (/\bbr\b/i.test(encoding)) return brotliDecompressSync(bytes, limit);
    if (/deflate/i.test(encoding))
      return bytes[0] === 0x78 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
  } catch {
    return bytes;
  }
  return bytes;
}
