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
  let text = '';
  for (let at = 0; at < items.length; at++)
    text += `${at === 0 ? '' : ','}${canonicalJson(items[at] ?? null)}`;
  return `[${text}]`;
}

function ofObject(record: Readonly<Record<string, unknown>>): string {
  const keys = Object.keys(record);
  if (!inOrder(keys)) keys.sort();
  let text = '';
  for (const key of keys) {
    const item = record[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

function inOrder(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at++) if (keys[at]! < keys[at - 1]!) return false;
  return true;
}

/** What must be escaped, or may have to be. */
const SPECIAL = /["\\\p{Cc}\p{Cs}]/u;

/** The engine's own writer takes longer to call than most strings take to write. */
const quoted = (text: string): string => (SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`);
