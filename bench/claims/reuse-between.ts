import type { ItemId, Reuse, TextLayer } from '../../src/model/index.ts';
import { findReuse } from '../../src/reading/index.ts';

/** What reports share word for word, as claims take it; `key` is a report's item. */
export const reuseBetween = (
  layers: readonly { readonly key: string; readonly layer: TextLayer }[],
): Reuse[] =>
  Array.from(findReuse(layers), ({ a, b, kind }): Reuse => {
    const side = ({ key, start, end }: typeof a): Reuse['a'] => ({
      item: key as ItemId,
      file: key,
      start,
      end,
    });
    return { a: side(a), b: side(b), kind };
  });
