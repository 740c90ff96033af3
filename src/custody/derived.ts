import type { Case } from '../ledger/index.ts';
import { type ItemId, SanadError } from '../model/index.ts';

/** Something that a program or a person made of a file, or marked on it. The original stays what it is. */
export interface DerivedCopy {
  readonly what: 'fingerprint' | 'copy' | 'graphic';
  readonly of: ItemId;
  /** The item that the copy is, where it is kept. */
  readonly copy?: ItemId;
  readonly tool?: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly by?: string;
  readonly at: string;
  readonly entry: number;
  /** Of a mark: set, or taken away again. */
  readonly state?: 'set' | 'cleared';
}

/** Everything derived from one file, in order. */
export function derivedFrom(opened: Case, item: ItemId): DerivedCopy[] {
  return opened.events('derived').flatMap(({ facts, slots, by, at, entry }) => {
    if (facts.of !== item) return [];
    const what = facts.what === 'copy' || facts.what === 'graphic' ? facts.what : 'fingerprint';
    const parameters = slots.get('parameters') as DerivedCopy['parameters'];
    return [
      {
        what,
        of: item,
        at,
        entry,
        ...(by === undefined ? {} : { by }),
        ...(typeof facts.copy === 'string' ? { copy: facts.copy as ItemId } : {}),
        ...(typeof facts.tool === 'string' ? { tool: facts.tool } : {}),
        ...(parameters ? { parameters } : {}),
        ...(facts.state === 'set' || facts.state === 'cleared' ? { state: facts.state } : {}),
      },
    ];
  });
}

/** Pictures that nobody should meet unprepared. */
export function graphicItems(opened: Case): Set<ItemId> {
  const marked = new Set<ItemId>();
  for (const { facts } of opened.events('derived')) {
    if (facts.what !== 'graphic') continue;
    if (facts.state === 'set') marked.add(facts.of as ItemId);
    else marked.delete(facts.of as ItemId);
  }
  return marked;
}

/** @throws SanadError `request.not-found`, `name.empty` where nobody says who marks it */
export function markGraphic(opened: Case, item: ItemId, state: 'set' | 'cleared', by: string): void {
  opened.item(item);
  if (by.trim() === '') throw new SanadError('name.empty');
  opened.note({ kind: 'derived', by, facts: { what: 'graphic', of: item, state } });
}
