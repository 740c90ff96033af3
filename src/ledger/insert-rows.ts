import type { Db } from './database.ts';
import type { Rows } from './entry-rows.ts';
import { type Frontier, grow, leafHash } from './merkle-tree.ts';

/** Puts rows into the database, within a transaction that is open, and gives the tree grown by their leaves. */
export function inserting(db: Db): (tree: Frontier, rows: Rows) => Frontier {
  const insertEntry = db.prepare<[number, string, Uint8Array]>('INSERT INTO entry VALUES (?, ?, ?)');
  const insertNamed = db.prepare<[string, string, number]>('INSERT INTO named VALUES (?, ?, ?)');
  const insertPayload = db.prepare<[number, string, string, string | Uint8Array, number]>(
    'INSERT INTO payload (seq, class, sealed_by, body, last) VALUES (?, ?, ?, ?, ?)',
  );
  return (tree, { first, bodies, payloads, named }) => {
    const leaves = bodies.map((body) => leafHash(body));
    for (const [at, body] of bodies.entries()) insertEntry.run(first + at, body, leaves[at]!);
    for (const row of payloads) insertPayload.run(...row);
    for (const row of named) insertNamed.run(...row);
    return grow(tree, leaves);
  };
}
