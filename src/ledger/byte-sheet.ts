/**
 * Bytes written one behind the other onto a page: canonical JSON as UTF-8 without a string in between. Each takes where to
 * write and gives where it ended. A row of a list makes a dozen values; what a string or a view of each left to the
 * collector cost more than the writing, and a place that is handed on stays in a register where one that is kept does not.
 *
 * What does not fit is not written, and the end lies beyond the page: `written` sees that and begins anew on a larger one.
 */
type Put = (page: Buffer, at: number) => number;

const ROOM = 1024 * 1024;
/** Used again and again. */
let standing = Buffer.allocUnsafeSlow(64 * 1024);

/** What `put` writes, as a copy. */
export function written(put: Put): Uint8Array {
  for (let page = standing; ; ) {
    const end = put(page, 0);
    if (end <= page.length) return Uint8Array.prototype.slice.call(page, 0, end);
    page = Buffer.allocUnsafeSlow(2 * end);
    if (page.length <= ROOM) standing = page;
  }
}

/** Printable ASCII, word for word. */
export function putAscii(page: Buffer, text: string, from: number): number {
  const length = text.length;
  for (let at = 0; at < length; at++) page[from + at] = text.charCodeAt(at);
  return from + length;
}

/** `source[from, to)`. */
export function putBytes(page: Buffer, source: Uint8Array, from: number, to: number, start: number): number {
  if (to - from > FEW) {
    if (start < page.length) page.set(source.subarray(from, Math.min(to, from + page.length - start)), start);
    return start + to - from;
  }
  let at = start;
  for (let next = from; next < to; next++) page[at++] = source[next]!;
  return at;
}

/** `source[from, to)` in base64. */
export function putBase64(page: Buffer, source: Uint8Array, from: number, to: number, start: number): number {
  let at = start;
  let next = from;
  for (; next + 2 < to; next += 3) {
    const three = (source[next]! << 16) | (source[next + 1]! << 8) | source[next + 2]!;
    page[at++] = DIGITS[three >> 18]!;
    page[at++] = DIGITS[(three >> 12) & 63]!;
    page[at++] = DIGITS[(three >> 6) & 63]!;
    page[at++] = DIGITS[three & 63]!;
  }
  if (next === to) return at;
  const two = (source[next]! << 8) | (next + 1 < to ? source[next + 1]! : 0);
  page[at++] = DIGITS[two >> 10]!;
  page[at++] = DIGITS[(two >> 4) & 63]!;
  page[at++] = next + 1 < to ? DIGITS[(two << 2) & 63]! : PADDING;
  page[at++] = PADDING;
  return at;
}

/** As `canonicalJson` writes it. @throws TypeError for what JSON cannot say */
export function putJson(page: Buffer, value: unknown, at: number): number {
  if (typeof value === 'string') return putString(page, value, at);
  if (typeof value === 'number') return putNumber(page, value, at);
  if (typeof value === 'boolean' || value === null) return putAscii(page, `${value}`, at);
  if (Array.isArray(value)) return putArray(page, value, at);
  if (typeof value === 'object') return putMembers(page, value as Members, at);
  throw new TypeError(`JSON has no ${typeof value}`);
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const PADDING = 0x3d;
const DIGITS = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
/** A longer string is written faster by the engine, more bytes are copied faster by it. */
const SHORT = 96;
const FEW = 256;

function putNumber(page: Buffer, value: number, start: number): number {
  if ((value | 0) !== value || value < 0) {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
    return putAscii(page, `${value}`, start);
  }
  let end = start + 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) end++;
  let rest = value;
  for (let at = end - 1; at >= start; at--) {
    page[at] = ZERO + (rest % 10);
    rest = (rest / 10) | 0;
  }
  return end;
}

function putArray(page: Buffer, items: readonly unknown[], start: number): number {
  let at = start;
  page[at++] = 0x5b;
  for (let nth = 0; nth < items.length; nth++) {
    if (nth > 0) page[at++] = COMMA;
    at = putJson(page, items[nth] ?? null, at);
  }
  page[at++] = 0x5d;
  return at;
}

type Members = Readonly<Record<string, unknown>>;

function putMembers(page: Buffer, members: Members, start: number): number {
  let at = start;
  let before = '';
  page[at++] = 0x7b;
  // Twice as fast as over an array of the keys.
  for (const key in members) {
    if (key < before) return putSorted(page, members, start);
    before = key;
    at = putMember(page, key, members[key], at, start + 1);
  }
  page[at++] = 0x7d;
  return at;
}

function putSorted(page: Buffer, members: Members, start: number): number {
  let at = start;
  page[at++] = 0x7b;
  for (const key of Object.keys(members).sort()) at = putMember(page, key, members[key], at, start + 1);
  page[at++] = 0x7d;
  return at;
}

function putMember(page: Buffer, key: string, value: unknown, start: number, first: number): number {
  if (value === undefined) return start;
  let at = start;
  if (at > first) page[at++] = COMMA;
  at = putString(page, key, at);
  page[at++] = COLON;
  return putJson(page, value, at);
}

function putString(page: Buffer, text: string, start: number): number {
  const length = text.length;
  if (length > SHORT) return asEngine(page, text, start);
  let at = start;
  page[at++] = QUOTE;
  for (let nth = 0; nth < length; nth++) {
    const unit = text.charCodeAt(nth);
    if (unit < 0x80) {
      if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) return asEngine(page, text, start);
      page[at++] = unit;
    } else if (unit < 0x800) {
      page[at++] = 0xc0 | (unit >> 6);
      page[at++] = 0x80 | (unit & 63);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      page[at++] = 0xe0 | (unit >> 12);
      page[at++] = 0x80 | ((unit >> 6) & 63);
      page[at++] = 0x80 | (unit & 63);
    } else return asEngine(page, text, start);
  }
  page[at++] = QUOTE;
  return at;
}

function asEngine(page: Buffer, text: string, at: number): number {
  const quoted = JSON.stringify(text);
  const most = at + 3 * quoted.length;
  return most > page.length ? most : at + page.write(quoted, at);
}
