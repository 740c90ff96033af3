import { hash } from 'node:crypto';
import type Database from 'better-sqlite3-multiple-ciphers';
import { canonicalText } from './canonical.ts';
import type { CaseFacts } from './case-file.ts';
import type { Erasures } from './erasures.ts';
import type { Report } from './fault.ts';
import { hmacSha256 } from './hmac.ts';
import { agreed, derive, type Keys, open } from './keys.ts';

/** An entry's body, with its commitments by slot. */
export type Body = Readonly<Record<string, unknown>> & { readonly commit: Readonly<Record<string, string>> };

/** A value and its salt as they stand in a payload. */
interface Salted {
  readonly slot: string;
  readonly salt: string;
  readonly value: unknown;
}

/** What stands of one entry in one payload; `unopened` where the passphrase does not open its class. */
type Block = readonly Salted[] | 'unopened' | 'broken';

/** The blocks of an entry; `undefined` where they cannot be read. */
type PayloadReader = (seq: number) => readonly Block[] | undefined;

interface Row {
  readonly seq: number;
  readonly last: number;
  readonly class: string;
  readonly sealedBy: string;
  readonly body: string | Buffer;
}

const AT_ONCE = 500;
/** No payload holds more entries. */
const LONGEST = 32;

/** Reads many at once, as they are asked for in order, and one by one where that fails. */
export function payloadReader(
  db: Database.Database,
  facts: CaseFacts,
  keys: Keys,
  report: Report,
): PayloadReader {
  const last = db.prepare("SELECT 1 FROM pragma_table_info('payload') WHERE name = 'last'").get()
    ? 'coalesce(last, seq)'
    : 'seq';
  const select = `SELECT seq, ${last} AS last, class, sealed_by AS sealedBy, body FROM payload WHERE seq >= ? AND seq < ?`;
  const rows = db.prepare<[number, number], Row>(select);
  const reader = rowReader(facts, keys);
  /** Blocks already read, by entry; payloads that reach beyond the entries read at once stay in it. */
  let blocks = new Map<number, Block[]>();
  let upTo = 0;
  const take = (row: Row): void => {
    const where = `ledger.db entry ${row.seq}`;
    const read = reader(row);
    const length = row.last - row.seq + 1;
    const odd = Array.isArray(read) && read.length !== length;
    if (read === 'broken' || odd || length < 1 || length > LONGEST)
      report('value-changed', `${where} values`);
    for (let at = 0; at < Math.min(Math.max(length, 1), LONGEST); at++) {
      const block: Block = typeof read === 'string' ? read : odd ? 'broken' : (read[at] ?? []);
      const before = blocks.get(row.seq + at);
      if (before) before.push(block);
      else blocks.set(row.seq + at, [block]);
    }
  };
  return (seq) => {
    if (seq >= upTo) {
      const kept = [...blocks].filter(([entry]) => entry >= seq);
      blocks = new Map(kept);
      try {
        const many = rows.all(upTo, seq + AT_ONCE);
        upTo = seq + AT_ONCE;
        for (const row of many) take(row);
      } catch {
        // A page of it is broken: one by one, so that the others are still read.
        upTo = seq + 1;
        try {
          for (const row of rows.all(seq, seq + 1)) take(row);
        } catch {
          return undefined;
        }
      }
    }
    const found = blocks.get(seq) ?? [];
    blocks.delete(seq);
    return found;
  };
}

/** Opens and parses one row of `payload`. */
function rowReader(facts: CaseFacts, keys: Keys): (row: Row) => readonly Block[] | 'unopened' | 'broken' {
  const drawn = new Map<string, Buffer>();
  const drawnKey = (name: string, draw: () => Buffer | undefined): Buffer | undefined => {
    const known = drawn.get(name) ?? draw();
    if (known) drawn.set(name, known);
    return known;
  };
  const plainOf = ({
    seq,
    last,
    class: sensitivity,
    sealedBy,
    body,
  }: Row): string | 'unopened' | undefined => {
    if (!facts.classes) return typeof body === 'string' && sealedBy === '' ? body : undefined;
    if (typeof body === 'string') return undefined;
    const name = sealedBy.replace(/\+$/, '');
    if (name.split('/')[0] !== sensitivity) return undefined;
    const secret = keys.classes.get(name);
    if (!secret) return 'unopened';
    const share = sealedBy.endsWith('+') ? body.subarray(0, 32) : undefined;
    const key = share
      ? drawnKey(`${name} ${share.toString('hex')}`, () => agreed(secret, share, 'sanad payload'))
      : drawnKey(name, () => derive(secret, 'sanad payload'));
    const bound = `${facts.id} ${sensitivity} ${seq} ${last}`;
    return key && open(key, share ? body.subarray(32) : body, bound)?.toString('utf8');
  };
  return (row) => {
    const text = plainOf(row);
    if (text === 'unopened') return 'unopened';
    if (text === undefined) return 'broken';
    return parseBlocks(text) ?? 'broken';
  };
}

/** `[["<salts>",{"slot":value,…}]|0,…]`, or as version 1 wrote it for one entry `{"slot":["<salt>",value],…}`. */
function parseBlocks(text: string): readonly Block[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) {
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    return [
      Object.entries(parsed).map(([slot, salted]) => {
        const [salt, value] = Array.isArray(salted) ? salted : ['', undefined];
        return { slot, salt: String(salt), value };
      }),
    ];
  }
  return parsed.map((block): Block => {
    if (block === 0) return [];
    if (!Array.isArray(block) || block.length !== 2 || typeof block[1] !== 'object' || block[1] === null)
      return 'broken';
    const salts = Buffer.from(String(block[0]), 'base64');
    const slots = Object.entries(block[1] as Record<string, unknown>);
    if (salts.length !== 16 * slots.length) return 'broken';
    return slots.map(([slot, value], at) => ({
      slot,
      salt: salts.toString('base64', 16 * at, 16 * at + 16),
      value,
    }));
  });
}

/** What an entry of version `v` commits to a value with. */
function commitmentOf(v: unknown, slot: string, salt: Buffer, value: unknown): string {
  const message = `${slot}\0${canonicalText(value)}`;
  return v === 1
    ? hmacSha256(salt, message)
    : hash('sha256', Buffer.concat([salt, Buffer.from(message)]), 'base64');
}

/** Each value against its commitment. */
export function checkPayload(
  payloads: PayloadReader,
  seq: number,
  body: Body,
  erasures: Erasures,
  report: Report,
): Map<string, unknown> {
  const where = `ledger.db entry ${seq}`;
  const values = new Map<string, unknown>();
  const blocks = payloads(seq);
  if (!blocks) {
    report('entry-unreadable', `${where} values`);
    return values;
  }
  for (const block of blocks) {
    if (typeof block === 'string') continue;
    for (const { slot, salt, value } of block) {
      const expected = body.commit[slot];
      const found = commitmentOf(body.v, slot, Buffer.from(salt, 'base64'), value);
      if (expected === undefined || values.has(slot)) report('value-uncommitted', `${where} ${slot}`);
      else if (found !== expected) report('value-changed', `${where} ${slot}`);
      if (erasures.has(seq, slot)) report('value-not-erased', `${where} ${slot}`);
      values.set(slot, value);
    }
  }
  if (!blocks.some((block) => typeof block === 'string'))
    for (const slot of Object.keys(body.commit))
      if (!values.has(slot) && !erasures.has(seq, slot)) report('value-missing', `${where} ${slot}`);
  return values;
}
