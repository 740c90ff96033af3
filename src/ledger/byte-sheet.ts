/**
 * Bytes that are written one behind the other and then taken: canonical JSON as UTF-8 without a string in between. A row
 * of a list makes a dozen values, and what a string of each left to the collector cost more than the writing.
 */
export interface Sheet {
  readonly length: number;
  byte(value: number): void;
  /** Printable ASCII, word for word. */
  ascii(text: string): void;
  bytes(more: Uint8Array): void;
  base64(more: Uint8Array): void;
  /** As `canonicalJson` writes it. @throws TypeError for what JSON cannot say */
  json(value: unknown): void;
  /** Takes back the last `count` bytes. */
  back(count: number): void;
  /** Takes out `count` bytes at `from`. */
  cut(from: number, count: number): void;
  /** A copy of the whole; the sheet is empty afterwards. */
  take(): Uint8Array;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** A longer string is written faster by the engine. */
const SHORT = 96;
const DIGITS = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=');
const PAD = 64;

export function sheet(): Sheet {
  let page = Buffer.allocUnsafeSlow(64 * 1024);
  let end = 0;

  const room = (more: number): void => {
    if (end + more <= page.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * page.length, end + more));
    page.copy(larger, 0, 0, end);
    page = larger;
  };
  const byte = (value: number): void => {
    room(1);
    page[end++] = value;
  };
  const ascii = (text: string): void => {
    room(text.length);
    for (let at = 0; at < text.length; at++) page[end++] = text.charCodeAt(at);
  };
  const bytes = (more: Uint8Array): void => {
    room(more.length);
    page.set(more, end);
    end += more.length;
  };
  const base64 = (more: Uint8Array): void => {
    room(4 * Math.ceil(more.length / 3));
    for (let at = 0; at < more.length; at += 3) {
      const three = (more[at]! << 16) | ((more[at + 1] ?? 0) << 8) | (more[at + 2] ?? 0);
      page[end++] = DIGITS[three >> 18]!;
      page[end++] = DIGITS[(three >> 12) & 63]!;
      page[end++] = DIGITS[at + 1 < more.length ? (three >> 6) & 63 : PAD]!;
      page[end++] = DIGITS[at + 2 < more.length ? three & 63 : PAD]!;
    }
  };

  const asEngine = (text: string): void => {
    const written = JSON.stringify(text);
    room(3 * written.length);
    end += page.write(written, end);
  };
  const quoted = (text: string): void => {
    if (text.length > SHORT) {
      asEngine(text);
      return;
    }
    room(3 * text.length + 2);
    const start = end;
    page[end++] = QUOTE;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH) {
          end = start;
          asEngine(text);
          return;
        }
        page[end++] = unit;
      } else if (unit < 0x800) {
        page[end++] = 0xc0 | (unit >> 6);
        page[end++] = 0x80 | (unit & 63);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        page[end++] = 0xe0 | (unit >> 12);
        page[end++] = 0x80 | ((unit >> 6) & 63);
        page[end++] = 0x80 | (unit & 63);
      } else {
        end = start;
        asEngine(text);
        return;
      }
    }
    page[end++] = QUOTE;
  };

  const members = (record: Readonly<Record<string, unknown>>): void => {
    const keys = Object.keys(record);
    for (let at = 1; at < keys.length; at++)
      if (keys[at]! < keys[at - 1]!) {
        keys.sort();
        break;
      }
    byte(0x7b);
    let written = 0;
    for (const key of keys) {
      const value = record[key];
      if (value === undefined) continue;
      if (written++ > 0) byte(0x2c);
      quoted(key);
      byte(0x3a);
      json(value);
    }
    byte(0x7d);
  };
  const json = (value: unknown): void => {
    if (typeof value === 'string') quoted(value);
    else if (typeof value === 'number' && Number.isFinite(value)) ascii(`${value}`);
    else if (typeof value === 'boolean' || value === null) ascii(`${value}`);
    else if (Array.isArray(value)) {
      byte(0x5b);
      for (let at = 0; at < value.length; at++) {
        if (at > 0) byte(0x2c);
        json(value[at] ?? null);
      }
      byte(0x5d);
    } else if (typeof value === 'object') members(value as Readonly<Record<string, unknown>>);
    else throw new TypeError(`JSON has no ${typeof value === 'number' ? value : typeof value}`);
  };

  return {
    get length() {
      return end;
    },
    byte,
    ascii,
    bytes,
    base64,
    json,
    back: (count) => {
      end -= count;
    },
    cut: (from, count) => {
      page.copyWithin(from, from + count, end);
      end -= count;
    },
    take: () => {
      const taken = Uint8Array.prototype.slice.call(page, 0, end);
      end = 0;
      return taken;
    },
  };
}
