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
  const insertPayload = db.prepare<[number, string, string, string | Uint8Array, number]>(
    'INSERT INTO payload (seq, class, sealed_by, body, last) VALUES (?, ?, ?, ?, ?)',
  );
  return (tree, { first, leaves, payloads, named }) => {
    const hashes: Uint8Array[] = [];
    for (let from = 0; from < leaves.length; ) {
      const next = leaves.indexOf(0, from + 1);
      const end = next < 0 ? leaves.length : next;
      const leaf = sha256(leaves.subarray(from, end));
      insertEntry.run(first + hashes.length, asBuffer(leaves.subarray(from + 1, end)), leaf);
      hashes.push(leaf);
      from = end;
    }
    for (const row of payloads) insertPayload.run(...row);
    for (const row of named) insertNamed.run(...row);
    return grow(tree, hashes);
  };
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
