import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteCustody } from '../custody/index.ts';
import type { Case } from '../ledger/index.ts';
import type { Bag } from './read-bag.ts';

/**
 * Writes down, for every file of a bag that is held now, that it came in this bag: under which manifest, and what the bag
 * says of its sender. Files that were changed between the check and the adding are not held under the hash that was checked,
 * and no entry speaks of them.
 */
export function noteBag(to: Case, folder: string, bag: Bag, by: string): void {
  const manifest = readdirSync(folder).find((name) => /^manifest-\w+\.txt$/.test(name)) ?? 'bagit.txt';
  const vouched = createHash('sha256')
    .update(readFileSync(join(folder, manifest)))
    .digest('hex');
  const said = (label: string): string | undefined =>
    bag.info.find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1];
  const from = said('Source-Organization') ?? said('Contact-Name');
  const when = /^\d{4}-\d\d-\d\d$/.exec(said('Bagging-Date') ?? '')?.[0];
  for (const { path, sha256 } of bag.payload) {
    const item = to.holds(sha256);
    if (item === undefined) continue;
    noteCustody(to, {
      item,
      what: 'acquired',
      by,
      how: `BagIt ${bag.version}, ${path}; ${manifest} ${vouched}`,
      ...(from === undefined ? {} : { from: from.slice(0, 1000) }),
      ...(when === undefined ? {} : { when }),
    });
  }
}
