import { type PictureCopy, pictureCopy, type Rectangle } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import { type Item, type ItemId, SanadError } from '../model/index.ts';

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

/**
 * Makes a copy of a picture that may be shown: without metadata, and with what must not be seen painted over. The copy is
 * an item of its own; an entry says from which original it was made, with what, how, by whom and why.
 *
 * @throws SanadError what `pictureCopy` throws
 */
export async function keepCopy(
  opened: Case,
  id: ItemId,
  options: { readonly by: string; readonly reason?: string; readonly hidden?: readonly Rectangle[] },
): Promise<{ readonly item: Item; readonly made: PictureCopy }> {
  const original = opened.item(id);
  const hidden = options.hidden ?? [];
  const made = await pictureCopy(opened.itemBytes(id), { hidden });
  const name = `${id}-${hidden.length > 0 ? 'covered' : 'clean'}.jpg`;
  const item = opened.addItem({
    file: name,
    path: `derived/${name}`,
    mediaType: made.mediaType,
    receivedBy: options.by,
    content: { kind: 'unread' },
    problems: [],
    bytes: made.bytes,
    records: [],
  });
  opened.note({
    kind: 'derived',
    by: options.by,
    facts: { what: 'copy', of: original.id, copy: item.id, tool: made.tool },
    slots: [
      { name: 'parameters', sensitivity: 'team', value: made.parameters },
      ...(options.reason ? [{ name: 'reason', sensitivity: 'team', value: options.reason } as const] : []),
    ],
  });
  return { item, made };
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
