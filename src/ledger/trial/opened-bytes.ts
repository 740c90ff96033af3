import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import { readCaseFile } from '../case-file.ts';
import { openDatabase } from '../database.ts';
import { heldKeys } from '../held-keys.ts';
import { openSeals, payloadSeals } from '../payload-seal.ts';
import type { Sensitivity } from '../sensitivity.ts';
import { decryptedFrames, decryptedPages } from './decrypted-pages.ts';

/**
 * All that a case holds on disk, opened with every key there is: pages, frames of the log, whole or stale, payloads, and
 * the files that can be read.
 */
export function openedBytes(opened: Case): Buffer[] {
  const { folder } = opened;
  const keys = heldKeys(opened);
  const key = keys.get('database')!;
  const places = [decryptedPages(readFileSync(join(folder, 'ledger.db')), key)];
  const log = join(folder, 'ledger.db-wal');
  if (existsSync(log)) places.push(decryptedFrames(readFileSync(log), key));
  const file = readCaseFile(folder);
  const seals = file.classes ? payloadSeals(file.id, file.classes, keys, () => Buffer.alloc(0)) : openSeals();
  const db = openDatabase(join(folder, 'ledger.db'), key, 'read');
  try {
    interface Row {
      readonly class: Sensitivity;
      readonly seq: number;
      readonly last: number;
      readonly sealedBy: string;
      readonly body: string | Uint8Array;
    }
    const rows = db
      .prepare<[], Row>(
        'SELECT class, seq, coalesce(last, seq) AS last, sealed_by AS sealedBy, body FROM payload',
      )
      .all();
    for (const { class: sensitivity, seq, last, ...sealed } of rows)
      places.push(Buffer.from(seals.open({ sensitivity, first: seq, last }, sealed)));
  } finally {
    db.close();
  }
  for (const { id } of opened.items()) places.push(Buffer.from(opened.itemBytes(id)));
  if (!opened.sealed)
    for (const name of readdirSync(join(folder, 'vault'), { recursive: true, encoding: 'utf8' }))
      if (/^..\/[0-9a-f]{64}$/.test(name)) places.push(readFileSync(join(folder, 'vault', name)));
  return places.length > 2 ? [Buffer.concat(places)] : places;
}
