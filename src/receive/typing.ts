import { readTyped } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type Item,
  type ItemId,
  isContact,
  type Region,
  SanadError,
  type TypedList,
  type Typings,
} from '../model/index.ts';
import type { ListGiven } from './import-list.ts';
import { receivedDay } from './received-day.ts';

export const TYPED_MEDIA_TYPE = 'application/vnd.sanad.typed-list+json';

/** Cells that say how to reach somebody, kept under their own class. */
type HiddenCell = readonly [row: number, column: number, text: string];

/** Keeps what somebody has typed so far, beside what they and others typed before. */
export function saveTyping(target: Case, picture: ItemId, typed: TypedList, by: string): void {
  target.item(picture);
  const hidden: HiddenCell[] = [];
  const rows = typed.rows.map(({ cells, ...row }, at) => ({
    ...row,
    cells: cells.map((cell, column) => {
      const property = typed.columns[column]?.property;
      if (property === undefined || cell === '' || !isContact([property], cell)) return cell;
      hidden.push([at, column, cell]);
      return '';
    }),
  }));
  target.note({
    kind: 'typing',
    by,
    facts: { picture, rows: rows.length },
    slots: [
      { name: 'typed', sensitivity: 'team', value: { columns: typed.columns, rows } },
      ...(hidden.length > 0 ? [{ name: 'reach', sensitivity: 'contact', value: hidden } as const] : []),
    ],
  });
}

/** What each typist last saved for a picture, and the list that was made of it. */
export function typingsOf(target: Case, picture: ItemId): Typings {
  const { id, file, mediaType } = target.item(picture);
  const newest = new Map<string, Typings['versions'][number]>();
  for (const { facts, slots, by = '', at } of target.events('typing')) {
    const typed = slots.get('typed') as TypedList | undefined;
    if (facts.picture !== picture || !typed) continue;
    const reach = (slots.get('reach') ?? []) as readonly HiddenCell[];
    const rows = typed.rows.map((row) => ({ ...row, cells: [...row.cells] }));
    for (const [row, column, text] of reach) rows[row]!.cells[column] = text;
    newest.set(by, { by, at, typed: { columns: typed.columns, rows } });
  }
  const list = target
    .items()
    .find(
      (item) =>
        item.content.kind === 'list' &&
        !target.withdrawn(item.id) &&
        item.content.tables.some(({ typedFrom }) => typedFrom === picture),
    );
  return {
    picture: { id, file, mediaType },
    versions: [...newest.values()],
    ...(list ? { list: list.id } : {}),
  };
}

/**
 * Makes a list of what was typed from a picture: rows with their place on it, taken in as one import.
 *
 * @throws SanadError `list.nothing-typed`, `list.held-already`
 */
export function importTyped(target: Case, picture: ItemId, typed: TypedList, given: ListGiven): Item {
  const { file } = target.item(picture);
  const name = `${file}.typed.json`;
  const filled = typed.rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, region }): { cells: readonly string[]; region?: Region } => ({
      cells,
      ...(region ? { region } : {}),
    }));
  if (filled.length === 0) throw new SanadError('list.nothing-typed');
  const bytes = new TextEncoder().encode(
    JSON.stringify({ typedFrom: picture, columns: typed.columns, rows: filled }, undefined, 1),
  );
  const read = readTyped(name, { columns: typed.columns, rows: filled }, receivedDay());
  const before = target.items().length;
  const item = target.addItem({
    file: name,
    bytes,
    mediaType: TYPED_MEDIA_TYPE,
    receivedBy: typeof given.by === 'string' ? given.by : given.by.name,
    content: { kind: 'list', tables: [{ columns: read.columns, typedFrom: picture }] },
    problems: read.problems,
    records: read.rows,
    imported: {
      ...(given.source ? { source: given.source } : {}),
      consent: given.consent,
      corrected: 0,
      leftOut: 0,
    },
  });
  if (target.items().length === before) throw new SanadError('list.held-already');
  return item;
}
