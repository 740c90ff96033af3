import {
  type CellCorrection,
  type DraftRecord,
  type ItemId,
  isContact,
  type RecordId,
  type Region,
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
  erased: ReadonlySet<string>,
): SourceRecord {
  return slots.has('place') ? rowFromSlots(slots, id, item, erased) : reportFromSlots(slots, id, item);
}

interface Place {
  readonly cells: number;
  /** Columns whose cells stand under class `contact`. */
  readonly contact?: readonly number[] | undefined;
  readonly row: number;
  readonly span?: { readonly start: number; readonly end: number } | undefined;
  readonly region?: Region | undefined;
  readonly leftOut?: true | undefined;
  readonly table: number;
}

interface Cell {
  readonly cell?: string | undefined;
  /** What a person wrote beside it at import. */
  readonly corrected?: string | undefined;
  readonly says?: readonly Said[] | undefined;
}

interface Said {
  /** Place among the record's statements, from 1. */
  readonly n: number;
  readonly property: RowStatement['property'];
  readonly value?: string | undefined;
  /** Only where it is not the whole cell. */
  readonly written?: string | undefined;
}

function rowSlots({
  table,
  row,
  span,
  region,
  leftOut,
  cells,
  corrections = [],
  statements,
}: RowDraft): Slot[] {
  // Members in the order in which they are written, so that nothing has to be sorted for each row.
  let columns = cells.length;
  const said: Said[][] = [];
  for (const [at, { property, column, written, value }] of statements.entries()) {
    const one = { n: at + 1, property, value, written: written === cells[column] ? undefined : written };
    const before = said[column];
    if (before) before.push(one);
    else said[column] = [one];
    columns = Math.max(columns, column + 1);
  }
  const corrected: string[] = [];
  for (const { column, text } of corrections) {
    corrected[column] = text;
    columns = Math.max(columns, column + 1);
  }
  const slots: Slot[] = [];
  const contact: number[] = [];
  for (let column = 0; column < columns; column++) {
    const value: Cell = { cell: cells[column], corrected: corrected[column], says: said[column] };
    const { cell = '', says = NOTHING_SAID } = value;
    if (value.cell === undefined && value.corrected === undefined && !value.says) continue;
    const written = value.corrected === undefined ? cell : `${cell} ${value.corrected}`;
    const properties = says.map(({ property }) => property);
    const hides = written.trim() !== '' && isContact(properties, written);
    if (hides) contact.push(column);
    slots.push({ name: columnSlot(column), sensitivity: hides ? 'contact' : 'team', value });
  }
  const place: Place = {
    cells: cells.length,
    contact: contact.length > 0 ? contact : undefined,
    leftOut,
    region,
    row,
    span: span && { end: span.end, start: span.start },
    table,
  };
  slots.push({ name: 'place', sensitivity: 'team', value: place });
  return slots;
}

const NOTHING_SAID: readonly Said[] = [];

/** `c04`: in the order of the columns also where slots are sorted by name. */
export const columnSlot = (column: number): string => `c${String(column).padStart(2, '0')}`;

function rowFromSlots(
  slots: ReadonlyMap<string, unknown>,
  id: RecordId,
  item: ItemId,
  erased: ReadonlySet<string>,
): RowRecord {
  const place = slotValue<Place>(slots, 'place', id);
  const cells = new Array<string>(place.cells).fill('');
  const corrections: CellCorrection[] = [];
  const numbered: { n: number; statement: RowStatement }[] = [];
  for (const [slot, content] of slots) {
    if (slot === 'place') continue;
    const column = Number(slot.slice(1));
    const { cell, corrected, says: said } = content as Cell;
    if (cell !== undefined) cells[column] = cell;
    if (corrected !== undefined) corrections.push({ column, text: corrected });
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
  const { table, row, span, region, leftOut } = place;
  const lost = [...erased].filter((slot) => /^c\d+$/.test(slot)).map((slot) => Number(slot.slice(1)));
  const hidden = (place.contact ?? []).filter(
    (column) => !slots.has(columnSlot(column)) && !lost.includes(column),
  );
  return {
    kind: 'row',
    id,
    item,
    table,
    row,
    cells,
    ...(span ? { span } : {}),
    ...(region ? { region } : {}),
    ...(corrections.length > 0 ? { corrections: corrections.sort((a, b) => a.column - b.column) } : {}),
    ...(leftOut ? { leftOut } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(lost.length > 0 ? { erased: lost.sort((a, b) => a - b) } : {}),
    statements: numbered.map(({ statement }) => statement),
  };
}

function reportSlots(draft: ReportDraft): Slot[] {
  const { title, outlet, published, updated, language, dropped, statements } = draft;
  return [
    { name: 'about', sensitivity: 'team', value: { title, outlet, published, updated, language } },
    { name: 'dropped', sensitivity: 'team', value: dropped },
    ...statements.map(
      (statement, at): Slot => ({ name: `s${at + 1}`, sensitivity: 'team', value: statement }),
    ),
  ];
}

function reportFromSlots(slots: ReadonlyMap<string, unknown>, id: RecordId, item: ItemId): ReportRecord {
  type About = Pick<ReportRecord, 'title' | 'outlet' | 'published' | 'updated' | 'language'>;
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
