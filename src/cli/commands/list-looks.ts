import type { Case } from '../../ledger/index.ts';
import type { Column, ItemId } from '../../model/index.ts';
import type { Incoming, LikelyVersion, Received } from '../../receive/index.ts';
import type { Terminal } from '../terminal.ts';

/** What the import desk shows of a list, for the command. */
export interface ListLooked {
  readonly file: string;
  readonly columns: readonly Pick<Column, 'header' | 'property' | 'recognised'>[];
  readonly counts: { readonly staged: number; readonly bad: number };
  readonly version?: VersionTold;
  readonly matches: { readonly looked: number; readonly found: number };
}
interface VersionTold {
  readonly older: ItemId;
  readonly file: string;
  readonly same: number;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
}

const told = ({ older, same, changed, added, gone }: LikelyVersion): VersionTold => ({
  older: older.id,
  file: older.file,
  same,
  changed: changed.length,
  added: added.length,
  gone: gone.length,
});

/** Lists of a dry run as the import desk would show them; nothing is written. */
export async function lookAtLists(
  opened: Case,
  files: readonly Incoming[],
  received: Received,
): Promise<ListLooked[]> {
  const { likelyMatches, openList, rowsToLookUp, stageList } = await import('../../receive/index.ts');
  const { linkedPeople } = await import('../../people/index.ts');
  const looked: ListLooked[] = [];
  for (const incoming of files) {
    if (!received.added.some(({ kind, path }) => kind === 'list' && path === incoming.path)) continue;
    const staged = stageList(opened, incoming.file, await openList(incoming.file, await incoming.read()));
    const people = opened.items().some(({ content }) => content.kind === 'list')
      ? await linkedPeople(opened)
      : undefined;
    const { looked: count, found } = await likelyMatches(
      rowsToLookUp(staged),
      (name, top) => people?.find(name, top) ?? [],
      () => performance.now(),
    );
    looked.push({
      file: incoming.path,
      columns: staged.tables.flatMap(({ columns }) =>
        columns.map(({ header, property, recognised }) => ({ header, property, recognised })),
      ),
      counts: { staged: staged.counts.staged, bad: staged.counts.bad },
      ...(staged.version ? { version: told(staged.version) } : {}),
      matches: { looked: count, found },
    });
  }
  return looked;
}

export function tellLooks(terminal: Terminal, looks: readonly ListLooked[]): void {
  for (const { file, columns, counts, version, matches } of looks) {
    terminal.say(`${file}: ${terminal.text('look.counts', counts)}`);
    terminal.say(
      `  ${columns
        .filter(({ property }) => property !== 'text')
        .map(({ header, property }) => `${header} → ${property}`)
        .join(' · ')}`,
    );
    if (version) terminal.say(`  ${terminal.text('look.version', { ...version })}`);
    if (matches.found > 0) terminal.say(`  ${terminal.text('look.matches', matches)}`);
  }
}

/**
 * Lists that have come in and repeat an earlier one: superseded where that is wanted, else told.
 *
 * @returns what became of the rows, by file
 */
export async function newerVersions(
  opened: Case,
  received: Received,
  by: string,
  what: 'supersede' | 'tell',
): Promise<readonly (VersionTold & { readonly newer: ItemId })[]> {
  const { supersedeHeld } = await import('../../receive/index.ts');
  return received.added.flatMap(({ item, kind }) => {
    if (kind !== 'list' || !item) return [];
    const found = supersedeHeld(opened, item.id, undefined, 'dry-run');
    if (!found) return [];
    if (what === 'supersede') supersedeHeld(opened, item.id, found.older.id, by);
    return [{ ...told(found), newer: item.id }];
  });
}
