import { type Problem, SanadError, type TextEncoding } from '../model/index.ts';
import { signatureOf } from './content-signature.ts';
import { MOST_TEXT_BYTES } from './limits.ts';
import { brokenUtf8 } from './utf8-damage.ts';
import { plausibleWindows1256 } from './windows-1256.ts';

export interface DecodedText {
  /** Without a byte order mark. All offsets of the house count its UTF-16 units. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Broken bytes, named by the line of the first. */
  readonly problems: readonly Problem[];
}

/** Bytes looked at where a statistic decides. */
const SAMPLE_BYTES = 256 * 1024;

/**
 * Bytes to text: UTF-8, UTF-16 of either order, or Windows-1256, by byte order mark, by validity, then by whether the
 * letters make Arabic. A byte order mark is no part of the text.
 *
 * @throws SanadError `file.empty`, `file.too-large`, `file.binary`, or `file.encoding-unclear` where no reading is plausible
 */
export function decodeText(bytes: Uint8Array, file = ''): DecodedText {
  if (bytes.length === 0) throw new SanadError('file.empty', { file });
  if (bytes.length > MOST_TEXT_BYTES)
    throw new SanadError('file.too-large', { file, limit: `${MOST_TEXT_BYTES / 1024 / 1024} MB` });
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodeUtf8(bytes.subarray(3), file, 'marked');
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    throw new SanadError('file.encoding-unclear', { file });
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes.subarray(2), 'utf-16le', file);
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes.subarray(2), 'utf-16be', file);
  if (signatureOf(bytes)) throw new SanadError('file.binary', { file });
  const order = utf16Order(bytes.subarray(0, SAMPLE_BYTES));
  if (order) return decodeUtf16(bytes, order, file);
  if (looksBinary(bytes.subarray(0, SAMPLE_BYTES))) throw new SanadError('file.binary', { file });
  return decodeUtf8(bytes, file, 'unmarked');
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte);

function decodeUtf8(bytes: Uint8Array, file: string, mark: 'marked' | 'unmarked'): DecodedText {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const damage = brokenUtf8(bytes);
  const damaged = (): DecodedText => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', problems: [brokenBytes(text, 'utf-8', file, damage.broken)] };
  };
  // One broken sequence in twenty letters is damage; more is another encoding.
  if (mark === 'marked' || (damage.letters > 0 && damage.broken * 20 <= damage.letters + 20))
    return damaged();
  const text = new TextDecoder('windows-1256').decode(bytes);
  if (!plausibleWindows1256(bytes, text)) {
    if (controlWeight(bytes.subarray(0, SAMPLE_BYTES)) > 4) throw new SanadError('file.binary', { file });
    // A stray byte in a text of plain Latin letters is damage too.
    if (damage.broken * 200 <= bytes.length) return damaged();
    throw new SanadError('file.encoding-unclear', { file });
  }
  return { text, encoding: 'windows-1256', problems: [] };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', file: string): DecodedText {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) replaced++;
  if (replaced * 5 > text.length) throw new SanadError('file.encoding-unclear', { file });
  return { text, encoding, problems: replaced === 0 ? [] : [brokenBytes(text, encoding, file, replaced)] };
}

function brokenBytes(text: string, encoding: TextEncoding, file: string, count: number): Problem {
  const offset = Math.max(0, text.indexOf('\ufffd'));
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return { code: 'file.encoding-broken', file, line, data: { encoding, offset, count } };
}

/**
 * UTF-16 without its mark: in one order the high bytes are nearly all of the Latin, Arabic and punctuation blocks and
 * some are 00 (spaces, digits, line breaks); in the other they are not.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = bytes.length >> 1;
  if (pairs < 2) return undefined;
  let low = 0;
  let high = 0;
  let lowZeros = 0;
  let highZeros = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const first = bytes[2 * pair]!;
    const second = bytes[2 * pair + 1]!;
    if (likelyUnit(second, first)) low++;
    if (likelyUnit(first, second)) high++;
    if (second === 0) lowZeros++;
    if (first === 0) highZeros++;
  }
  if (low >= pairs * 0.95 && lowZeros > 0 && low > high) return 'utf-16le';
  if (high >= pairs * 0.95 && highZeros > 0 && high > low) return 'utf-16be';
  return undefined;
}

const likelyUnit = (high: number, low: number): boolean =>
  (high === 0 && (low >= 0x20 || low === 0x09 || low === 0x0a || low === 0x0d)) ||
  high === 0x01 ||
  high === 0x06 ||
  (high === 0x20 && low <= 0x6f) ||
  high === 0xfb ||
  high === 0xfe;

/** Text holds next to no control characters, and no NUL; one that slipped in is told with its row. */
function looksBinary(bytes: Uint8Array): boolean {
  const weight = controlWeight(bytes);
  return weight > 4 && weight > bytes.length * 0.005;
}

function controlWeight(bytes: Uint8Array): number {
  let weight = 0;
  for (const byte of bytes)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      weight += byte === 0 ? 4 : 1;
  return weight;
}
