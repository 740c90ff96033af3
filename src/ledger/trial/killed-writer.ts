/**
 * Writes to a case until it is killed, and says on standard output what has been acknowledged: one line an item, with
 * the SHA-256 of its bytes and the number of its records. Run as: node killed-writer.ts FOLDER PASSPHRASE SEED
 */
import { writeSync } from 'node:fs';
import { openCase } from '../index.ts';
import { listItem } from './example-items.ts';

const [folder = '', passphrase = '', seed = ''] = process.argv.slice(2);
/** Some lists are written by the second thread, some are not. */
const many = 20;
const opened = await openCase(folder, { passphrase, many });
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
say('open');
for (let n = 0; ; n++) {
  const item = (part: number) => listItem(`list-${n}.csv`, (n * 7 + part) % 40, `${seed} ${n} ${part}`);
  const kept = n % 3 === 0 ? opened.addItems([item(1), item(2), item(3)]) : [opened.addItem(item(1))];
  for (const { sha256, records } of kept) say(`${sha256} ${records}`);
}
