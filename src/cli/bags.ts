import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Bag, isBag, noteBag, readBag } from '../exchange/index.ts';
import type { Case } from '../ledger/index.ts';
import type { Problem } from '../model/index.ts';
import type { FilesFound, Incoming } from '../receive/index.ts';

/** Bags among the folders that are to be added: their files, and what is wrong with them. */
export interface BagsFound extends FilesFound {
  /** The paths that are no bags. */
  readonly others: readonly string[];
  readonly bags: readonly { readonly folder: string; readonly bag: Bag }[];
}

/** A bag in which anything is wrong gives no file at all. */
export async function bagsAmong(paths: readonly string[]): Promise<BagsFound> {
  const bags: { folder: string; bag: Bag }[] = [];
  const problems: Problem[] = [];
  for (const folder of paths.filter(isBag)) {
    const bag = await readBag(folder);
    problems.push(...bag.problems, ...bag.warnings);
    if (bag.problems.length === 0) bags.push({ folder, bag });
  }
  const files = bags.flatMap(({ folder, bag }) =>
    bag.payload.map(
      ({ path, at, bytes }): Incoming => ({
        file: basename(path),
        path: `${basename(folder)}/${path}`,
        size: bytes,
        read: () => readFile(at),
        pieces: () => createReadStream(at, { highWaterMark: 1024 * 1024 }),
      }),
    ),
  );
  return { others: paths.filter((path) => !isBag(path)), bags, files, problems };
}

/** Writes down for every file of the bags in which bag it came. */
export function noteBags(opened: Case, found: BagsFound, by: string): void {
  for (const { folder, bag } of found.bags) noteBag(opened, folder, bag, by);
}
