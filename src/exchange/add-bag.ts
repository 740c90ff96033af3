import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noteCustody } from '../custody/index.ts';
import type { Case } from '../ledger/index.ts';
import type { ItemId } from '../model/index.ts';
import type { Bag } from './read-bag.ts';

export interface BagAdded {
  readonly items: readonly ItemId[];
}

/**
 * Writes down, for every file of a bag that was added, that it came in this bag: which manifest vouched for it, and what
 * the bag says of its sender. The manifest's hash names the bag for ever; its words can be erased.
 *
 * @param items what the payload's files became, by the SHA-256 of their bytes
 */
export function addBag(
  to: Case,
  folder: string,
  bag: Bag,
  by: string,
  items: (sha256: string) => ItemId | undefined,
): BagAdded {
  const manifest = bag.info.length > 0 ? 'bag-info.txt' : 'bagit.txt';
  const vouched = createHash('sha256')
    .update(readFileSync(join(folder, manifest)))
    .digest('hex');
  const said = (label: string): string | undefined =>
    bag.info.find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1];
  const added: ItemId[] = [];
  for (const file of bag.payload) {
    const item = items(file.sha256);
    if (item === undefined) continue;
    added.push(item);
    const from = said('Source-Organization') ?? said('Contact-Name');
    noteCustody(to, {
      item,
      what: 'acquired',
      by,
      how: `BagIt ${bag.version}: ${file.path} (${vouched.slice(0, 16)})`,
      ...(from === undefined ? {} : { from }),
      ...(said('Bagging-Date') === undefined ? {} : { when: said('Bagging-Date')! }),
    });
  }
  return { items: added };
}
