import { nameSkeleton, skeletonKeys } from '../../names/index.ts';
import { MOST_SKELETON_KEYS } from './build-index.ts';
import { createGrowingLists } from './growing-lists.ts';
import { walk } from './hash-index.ts';
import type { IndexContents } from './index-file.ts';
import { type SpellingTable, spellingText, textHash } from './spelling-table.ts';

/** Classes of names that no name of an index is of, found as those of the index are. */
export interface GrowingClasses {
  readonly count: number;
  /** Calls `visit` with the classes that came after under a skeleton, or under what one letter less leaves of it. */
  walk(key: number, visit: (block: number) => void): void;
}

export const NO_CLASSES: GrowingClasses = { count: 0, walk: () => {} };

/** `note` takes in what has been added to the names since it was last called. */
export function createGrowingClasses(
  { classes, skeletons }: Pick<IndexContents, 'classes' | 'skeletons'>,
  names: SpellingTable,
): GrowingClasses & { note(): void } {
  const lists = createGrowingLists();
  const blocks: number[] = [];
  const added = new Set<number>();
  let noted = names.count;
  const isIndexed = (block: number): boolean => {
    let found = false;
    walk(skeletons, block, (at) => {
      found = classes.block[at] === block;
      return !found;
    });
    return found;
  };
  return {
    get count() {
      return blocks.length;
    },
    note() {
      for (; noted < names.count; noted++) {
        const block = names.block[noted]!;
        if (block === 0 || added.has(block) || isIndexed(block)) continue;
        added.add(block);
        const number = blocks.push(block) - 1;
        for (const key of skeletonKeys(nameSkeleton(spellingText(names, noted))).slice(0, MOST_SKELETON_KEYS))
          lists.add(textHash(key), number);
      }
    },
    walk: (key, visit) =>
      lists.walk(key, (number) => {
        visit(blocks[number]!);
        return true;
      }),
  };
}
