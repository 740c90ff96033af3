import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5';
import { DEEPEST_PAGE } from '../limits.ts';

/** Elements that a page within the limits of length may ask for; formatting marks left open multiply. */
const MOST_ELEMENTS = 600_000;

class PageTooTangled extends Error {}

/**
 * Parses a page with the place of everything in the file. `undefined` for a page built to exhaust a parser: elements
 * nested thousands deep, or formatting that breeds.
 */
export function parsePage(text: string): DefaultTreeAdapterTypes.Document | undefined {
  let depth = 0;
  let elements = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...given) {
      if (++elements > MOST_ELEMENTS) throw new PageTooTangled();
      return defaultTreeAdapter.createElement(...given);
    },
    onItemPush() {
      if (++depth > DEEPEST_PAGE) throw new PageTooTangled();
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    return parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter });
  } catch (error) {
    if (error instanceof PageTooTangled) return undefined;
    throw error;
  }
}
