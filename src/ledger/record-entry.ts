import {
  type DraftRecord,
  type ItemId,
  type RecordId,
  type ReportDraft,
  type ReportRecord,
  type ReportStatement,
  type RowDraft,
  type RowRecord,
  type RowStatement,
  type SourceRecord,
  statementId,
} from '../model/index.ts';
import { type Slot, slotValue } from './entry.ts';

/**
 * A record as slots. A cell and what was understood of it are one slot, so that erasing a value takes both; the
 * statements of a report are a slot each.
 */
export function recordSlots(draft: DraftRecord): Slot[] {
  return draft.kind === 'row' ? rowSlots(draft) : reportSlots(draft);
}

export function recordFromSlots(
  slots: ReadonlyMap<string, unknown>,
  id: RecordId,
  item: ItemId,
): SourceRecord {
  return slots.has('place') ? rowFromSlots(slots, id, item) : reportFromSlots(slots, id, item);
}

interface Place {
  readonly table: number;
  readonly row: number;
  readonly cells: number;
  readonly span?: { readonly start: number; readonly end: number };
}

interface Cell {
  readonly cell?: string;
  readonly says?: readonly Said[];
}

/** `written` only where it is not the whole cell. */
interface Said extends Pick<RowStatement, 'property' | 'value'> {
  readonly n: number;
  readonly written?: string;
}

function rowSlots(draft: RowDraft): Slot[] {
  const { table, row, span, cells, statements } = draft;
  const said = new Map<number, Said[]>();
  for (const [at, { property, column, written, value }] of statements.entries()) {
    const one: Said = {
      n: at + 1,
      property,
      ...(written === cells[column] ? {} : { written }),
      ...(value === undefined ? {} : { value }),
    };
    const before = said.get(column);
    if (before) before.push(one);
    else said.set(column, [one]);
  }
  const place: Place = { table, row, cells: cells.length, ...(span ? { span } : {}) };
  const slots: Slot[] = [{ name: 'place', sensitivity: 'team', value: place }];
  const columns = new Set([...cells.keys(), ...said.keys()]);
  for (const column of columns) {
    const cell: Cell = { ...(column in cells ? { cell: cells[column]! } : {}), ...says(said.get(column)) };
    slots.push({ name: `c${column}`, sensitivity: 'team', value: cell });
  }
  return slots;
}

const says = (said: readonly Said[] | undefined): Pick<Cell, 'says'> => (said ? { says: said } : {});

function rowFromSlots(slots: ReadonlyMap<string, unknown>, id: RecordId, item: ItemId): RowRecord {
  const place = slotValue<Place>(slots, 'place', id);
  const cells = new Array<string>(place.cells).fill('');
  const numbered: { n: number; statement: RowStatement }[] = [];
  for (const [slot, content] of slots) {
    if (slot === 'place') continue;
    const column = Number(slot.slice(1));
    const { cell, says: said } = content as Cell;
    if (cell !== undefined) cells[column] = cell;
    for (const { n, property, written, value } of said ?? [])
      numbered.push({
        n,
        statement: {
          id: statementId(id, n),
          property,
          column,
          written: written ?? cell ?? '',
          ...(value === undefined ? {} : { value }),
        },
      });
  }
  numbered.sort((a, b) => a.n - b.n);
  const { table, row, span } = place;
  return {
    kind: 'row',
    id,
    item,
    table,
    row,
    cells,
    ...(span ? { span } : {}),
    statements: numbered.map(({ statement }) => statement),
  };
}

function reportSlots(draft: ReportDraft): Slot[] {
  const { title, outlet, published, language, dropped, statements } = draft;
  return [
    { name: 'about', sensitivity: 'team', value: { title, outlet, published, language } },
    { name: 'dropped', sensitivity: 'team', value: dropped },
    ...statements.map(
      (statement, at): Slot => ({ name: `s${at + 1}`, sensitivity: 'team', value: statement }),
    ),
  ];
}

function reportFromSlots(slots: ReadonlyMap<string, unknown>, id: RecordId, item: ItemId): ReportRecord {
  type About = Pick<ReportRecord, 'title' | 'outlet' | 'published' | 'language'>;
  const statements: ReportStatement[] = [];
  for (const [slot, value] of slots) {
    if (!/^s\d+$/.test(slot)) continue;
    const said = value as Omit<ReportStatement, 'id'>;
    statements.push({ ...said, id: statementId(id, Number(slot.slice(1))) });
  }
  return {
    kind: 'report',
    id,
    item,
    ...slotValue<About>(slots, 'about', id),
    dropped: slotValue<ReportRecord['dropped']>(slots, 'dropped', id),
    statements,
  };
}
