import type { Case, Erasable } from '../../ledger/index.ts';
import type { ItemId, SiteEntry } from '../../model/index.ts';

/**
 * What of a site shows an item and must go with it: the small picture of a plan, an entry of its own, and that of a
 * photograph, which stands beside its entry in the log; the log keeps what was written.
 */
export function smallPicturesOf(opened: Case, item: ItemId): Erasable[] {
  const { sha256 } = opened.item(item);
  const plans = opened
    .events('picture')
    .filter(({ facts, slots }) => facts.of === item && slots.size > 0)
    .map(({ entry }): Erasable => ({ entry }));
  const photographs = opened.events('site').filter(({ slots }) => {
    const written = slots.get('entry') as SiteEntry | undefined;
    return slots.has('small') && written?.is === 'photograph' && written.body.sha256 === sha256;
  });
  return [...plans, ...photographs.map(({ entry }): Erasable => ({ entry, slots: ['small'] }))];
}
