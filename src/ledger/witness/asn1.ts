/** One element of ASN.1 in its basic encoding (ITU-T X.690), as far as time stamps and certificates need it. */
export interface Asn1 {
  /** The identifier byte: class, constructed, number. */
  readonly tag: number;
  /** The element whole. */
  readonly raw: Buffer;
  /** What it holds; of a string in pieces, the pieces joined. */
  readonly content: Buffer;
  /** Empty for what is not constructed. */
  readonly children: readonly Asn1[];
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  object: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;
/** `[n]`, constructed. */
export const tagged = (number: number): number => 0xa0 + number;

const DEPTH = 32;

/**
 * Reads exactly one element, in whichever of the two ways lengths are written.
 *
 * @returns `undefined` where the bytes are anything else
 */
export function readAsn1(bytes: Uint8Array): Asn1 | undefined {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readOne(whole, 0, DEPTH);
  return read && read.end === whole.length ? read.element : undefined;
}

function readOne(bytes: Buffer, at: number, depth: number): { element: Asn1; end: number } | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // Numbers above 30 take more bytes and are not used here.
  if (depth === 0 || tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const constructed = (tag & 0x20) !== 0;
  let from = at + 2;
  let length: number | undefined = first;
  if (first === 0x80) length = undefined;
  else if (first > 0x80) {
    const digits = first - 0x80;
    if (digits > 4 || from + digits > bytes.length) return undefined;
    length = bytes.readUIntBE(from, digits);
    from += digits;
  }
  if (length === undefined && !constructed) return undefined;
  const limit = length === undefined ? bytes.length : from + length;
  if (limit > bytes.length) return undefined;

  const children: Asn1[] = [];
  let end = limit;
  if (constructed) {
    let next = from;
    for (; next < limit; ) {
      if (length === undefined && bytes[next] === 0 && bytes[next + 1] === 0) break;
      const child = readOne(bytes.subarray(0, limit), next, depth - 1);
      if (!child) return undefined;
      children.push(child.element);
      next = child.end;
    }
    if (length === undefined && next + 2 > limit) return undefined;
    end = length === undefined ? next + 2 : limit;
  }
  const raw = bytes.subarray(at, end);
  const pieces = constructed && (tag & 0xc0) === 0 && (tag & 0x1f) === TAG.octetString;
  const content = pieces
    ? Buffer.concat(children.map((child) => child.content))
    : bytes.subarray(from, length === undefined ? end - 2 : end);
  return { element: { tag, raw, content, children }, end };
}

/** `1.2.840.113549.1.9.16.1.4`; empty where it is not an object identifier. */
export function objectId(element: Asn1 | undefined): string {
  if (element?.tag !== TAG.object) return '';
  const parts: number[] = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (parts.length === 0) {
      const first = Math.min(2, Math.floor(value / 40));
      parts.push(first, value - first * 40);
    } else parts.push(value);
    value = 0;
  }
  return parts.join('.');
}

/** `YYYYMMDDhhmmss[.f]Z`, as RFC 3161 wants it. */
export function generalizedTime(element: Asn1 | undefined): Date | undefined {
  const text = element?.tag === TAG.generalizedTime ? element.content.toString('latin1') : '';
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
