import type Database from 'better-sqlite3-multiple-ciphers';
import { canonicalText } from './canonical.ts';
import type { Report } from './fault.ts';
import { hmacSha256 } from './hmac.ts';

/** An entry's body, with its commitments by slot. */
export type Body = Readonly<Record<string, unknown>> & { readonly commit: Readonly<Record<string, string>> };
type Salted = Readonly<Record<string, readonly [string, unknown]>>;

/** The payloads of an entry; `undefined` where they cannot be read. */
type PayloadReader = (seq: number) => readonly string[] | undefined;

const AT_ONCE = 500;

/** Reads many at once, as they are asked for in order, and one by one where that fails. */
export function payloadReader(db: Database.Database): PayloadReader {
  const many = db.prepare<[number, number], { seq: number; body: string }>(
    'SELECT seq, body FROM payload WHERE seq >= ? AND seq < ?',
  );
  const one = db.prepare<[number], string>('SELECT body FROM payload WHERE seq = ?').pluck();
  let from = 0;
  let chunk: Map<number, string[]> | undefined;
  return (seq) => {
    try {
      if (!chunk || seq >= from + AT_ONCE) {
        from = seq;
        chunk = new Map();
        for (const row of many.all(seq, seq + AT_ONCE)) {
          const before = chunk.get(row.seq);
          if (before) before.push(row.body);
          else chunk.set(row.seq, [row.body]);
        }
      }
      return chunk.get(seq) ?? [];
    } catch {
      chunk = undefined;
    }
    try {
      return one.all(seq);
    } catch {
      return undefined;
    }
  };
}

/** Each value against its commitment: HMAC-SHA256 under its salt, over slot, zero byte and the value's canonical JSON. */
export function checkPayload(
  payloads: PayloadReader,
  seq: number,
  body: Body,
  report: Report,
): Map<string, unknown> {
  const where = `ledger.db entry ${seq}`;
  const values = new Map<string, unknown>();
  const bodies = payloads(seq);
  if (!bodies) {
    report('entry-unreadable', `${where} values`);
    return values;
  }
  for (const text of bodies) {
    let slots: Salted;
    try {
      slots = JSON.parse(text);
    } catch {
      report('value-changed', `${where} values`);
      continue;
    }
    for (const [slot, salted] of Object.entries(slots)) {
      const [salt, value] = Array.isArray(salted) ? salted : ['', undefined];
      const expected = body.commit[slot];
      const found = hmacSha256(Buffer.from(String(salt), 'base64'), `${slot}\0${canonicalText(value)}`);
      if (expected === undefined || values.has(slot)) report('value-uncommitted', `${where} ${slot}`);
      else if (found !== expected) report('value-changed', `${where} ${slot}`);
      values.set(slot, value);
    }
  }
  for (const slot of Object.keys(body.commit))
    if (!values.has(slot)) report('value-missing', `${where} ${slot}`);
  return values;
}
