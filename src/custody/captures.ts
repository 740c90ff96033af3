import type { Capture, CapturedPart } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import type { ItemId } from '../model/index.ts';
import { noteCustody } from './custody.ts';

const TOOL = 'sanad capture 1';

/**
 * Writes down that an item was taken out of a saved page: it points to its original, and its chain says from which address,
 * when, by which program's file, and whether the hash beside it was its own.
 */
export function noteCaptured(
  to: Case,
  original: ItemId,
  copy: ItemId,
  { url, at, status, digest }: CapturedPart,
  { format, by }: { readonly format: Capture['format']; readonly by: string },
): void {
  const told = to
    .events('derived')
    .some(({ facts }) => facts.what === 'copy' && facts.of === original && facts.copy === copy);
  if (told) return;
  to.note({
    kind: 'derived',
    by,
    facts: { what: 'copy', of: original, copy, tool: TOOL },
    slots: [
      {
        name: 'parameters',
        sensitivity: 'team',
        value: {
          format,
          url: url.slice(0, 4000),
          digest,
          ...(at ? { at } : {}),
          ...(status ? { status } : {}),
        },
      },
    ],
  });
  const when = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=\.\d+Z$|Z$)/.exec(at ?? '')?.[0];
  noteCustody(to, {
    item: copy,
    what: 'acquired',
    by,
    address: url.slice(0, 4000),
    how: `${format.toUpperCase()} ${original}; ${TOOL}`,
    ...(when ? { when: `${when}Z` } : {}),
  });
}
