/**
 * JSON Canonicalization Scheme (RFC 8785): one text for one value, so that its hash means something. Keys in the order
 * of their UTF-16 units; numbers and strings as ECMAScript writes them. One step beyond the RFC: a lone surrogate is
 * kept as its escape instead of being refused, because what a source wrote is kept word for word.
 * Properties that are `undefined` are left out, as JSON does.
 *
 * @throws TypeError for what JSON cannot say: a number that is not finite, a function, a bigint.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const record = value as Readonly<Record<string, unknown>>;
    let text = '';
    for (const key of Object.keys(record).sort()) {
      const item = record[key];
      if (item === undefined) continue;
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
    }
    return `{${text}}`;
  }
  throw new TypeError(`JSON has no ${typeof value}`);
}
