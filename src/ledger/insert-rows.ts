import type { Db } from './database.ts';
import type { Rows } from './entry-rows.ts';
import { type Frontier, grow } from './merkle-tree.ts';
import { sha256 } from './sha256.ts';

/** Puts rows into the database, within a transaction that is open, and gives the tree grown by their leaves. */
export function inserting(db: Db): (tree: Frontier, rows: Rows) => Frontier {
  // Bytes that are UTF-8 already are a text without being read as one first.
  const insertEntry = db.prepare<[number, Uint8Array, Uint8Array]>(
    'INSERT INTO entry VALUES (?, CAST(? AS TEXT), ?)',
  );
  const insertNamed = db.prepare<[string, string, number]>('INSERT INTO named VALUES (?, ?, ?)');
  const insertPayload = (body: string) =>
    db.prepare<[number, string, string, Uint8Array, number]>(
      `INSERT INTO payload (seq, class, sealed_by, body, last) VALUES (?, ?, ?, ${body}, ?)`,
    );
  const insertSealed = insertPayload('?');
  const insertOpen = insertPayload('CAST(? AS TEXT)');
  return (tree, { first, bytes, leaves, payloads, named }) => {
    const hashes: Uint8Array[] = [];
    const part = (from: number, to: number): Buffer => Buffer.from(bytes.buffer, from, to - from);
    for (let from = 0; from < leaves; ) {
      const next = bytes.indexOf(0, from + 1);
      const end = next < 0 || next > leaves ? leaves : next;
      const leaf = sha256(part(from, end));
      insertEntry.run(first + hashes.length, part(from + 1, end), leaf);
      hashes.push(leaf);
      from = end;
    }
    for (const [seq, sensitivity, sealedBy, from, to, last] of payloads)
      (sealedBy === '' ? insertOpen : insertSealed).run(seq, sensitivity, sealedBy, part(from, to), last);
    for (const row of named) insertNamed.run(...row);
    return grow(tree, hashes);
  };
}
