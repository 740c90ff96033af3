/**
 * JSON Canonicalization Scheme (RFC 8785): one text for one value, so that its hash means something. Keys in the order
 * of their UTF-16 units; numbers and strings as ECMAScript writes them. One step beyond the RFC: a lone surrogate is
 * kept as its escape instead of being refused, because what a source wrote is kept word for word.
 * Properties that are `undefined` are left out, as JSON does.
 *
 * @throws TypeError for what JSON cannot say: a number that is not finite, a function, a bigint.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
      return `${value}`;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? ofArray(value) : ofObject(value as Readonly<Record<string, unknown>>);
    default:
      throw new TypeError(`JSON has no ${typeof value}`);
  }
}

function ofArray(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at++) {
    if (at > 0) text += ',';
    text += canonicalJson(items[at] ?? null);
  }
  return `${text}]`;
}

function ofObject(record: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(record);
  for (let at = 1; at < keys.length; at++)
    if (keys[at]! < keys[at - 1]!) {
      keys.sort();
      break;
    }
  let text = '{';
  for (const key of keys) {
    const item = record[key];
    if (item === undefined) continue;
    if (text.length > 1) text += ',';
    text += (SEEN.get(key) ?? seen(key)) + canonicalJson(item);
  }
  return `${text}}`;
}

/** Names of members as they are written, with their colon: the same few come again and again. */
const SEEN = new Map<string, string>();
const MOST_SEEN = 1_000;

function seen(key: string): string {
  const written = `${quoted(key)}:`;
  if (SEEN.size < MOST_SEEN) SEEN.set(key, written);
  return written;
}

/**
 * What must be escaped, or may have to be: controls, quotes, backslashes; halves of a pair, which the engine's own writer
 * tells from whole ones.
 */
const SPECIAL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** The engine's own writer takes longer to call than most strings take to write. */
const quoted = (text: string): string => (SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`);
