/**
 * Writes to a new case all that can be written, and says on standard output what has been acknowledged: `kept` with the
 * SHA-256 of an item and the number of its records, `noted` with an entry, `erased` with a SHA-256.
 * What goes wrong is said as `failed` with its code. Run as: node acknowledging-writer.ts FOLDER PASSPHRASE ITEMS
 */
import { writeSync } from 'node:fs';
import { SanadError } from '../../model/index.ts';
import { createCase, openCase } from '../index.ts';
import { CHEAP, listItem } from './example-items.ts';

const [folder = '', passphrase = '', items = '6'] = process.argv.slice(2);
/** Some lists are written by the second thread, some are not. */
const many = 20;
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
process.once('uncaughtException', (error) => {
  say(`failed ${error instanceof SanadError ? error.code : String(error)}`);
  process.exit(3);
});
const sealing = passphrase === '' ? { unsealed: true } : { passphrase };
let opened = await createCase(folder, { ...sealing, ...CHEAP, many });
say('made');
for (let n = 0; n < Number(items); n++) {
  const item = (part: number) => listItem(`list-${n}.csv`, (n * 7 + part) % 40, `${n} ${part}`);
  const kept = n % 3 === 0 ? opened.addItems([item(1), item(2), item(3)]) : [opened.addItem(item(1))];
  for (const { sha256, records } of kept) say(`kept ${sha256} ${records}`);
  if (n % 2 === 1) say(`noted ${opened.note({ kind: 'access', by: 'Maha', facts: { n } }).entry}`);
  if (n % 4 === 3) {
    // One goes for ever, and the case is closed and opened in between.
    const [gone] = kept;
    opened.erase({ what: [{ item: gone!.id }], basis: 'asked', reason: '-', by: 'Maha', second: 'Yusuf' });
    say(`erased ${gone!.sha256}`);
    opened.close();
    opened = await openCase(folder, { passphrase, many });
  }
}
opened.close();
say('closed');
