import { createHash } from 'node:crypto';
import {
  type IntakeResult,
  type OpenedItem,
  openItem,
  type ReadTable,
  type RowChoice,
  type RowChoices,
  twoNamesIn,
} from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import {
  type ErrorCode,
  type ItemId,
  type Problem,
  type Property,
  type RowDraft,
  SanadError,
  severityOf,
} from '../model/index.ts';
import { type LikelyVersion, likelyVersion } from './likely-version.ts';
import { receivedDay } from './received-day.ts';
import { rememberedColumns } from './remembered-columns.ts';

/** What a person has said so far about a list that is to come in. */
export interface ListOrder {
  /** Header → what it holds. */
  readonly fields?: Readonly<Record<string, Property>>;
  readonly choices?: RowChoices;
  /** The list that this one is a newer version of, or that it is none. Absent: the likeliest is looked for. */
  readonly older?: ItemId | 'none';
  /** Rows that are not the older rows they seem to have changed from, by their places among the rows of the file. */
  readonly apart?: readonly number[];
}

/** A list as it would come in; nothing is written. */
export interface StagedList {
  readonly file: string;
  readonly sha256: string;
  /** The item that holds these very bytes already. */
  readonly held?: ItemId;
  readonly taken: IntakeResult & { readonly content: { readonly kind: 'list' } };
  readonly tables: readonly StagedTable[];
  /** Every row of the file, in order: those read, those left out, those that nobody could read. */
  readonly rows: readonly StagedRow[];
  readonly counts: {
    /** Rows that would count. */
    readonly staged: number;
    /** Rows that wait for a word by a person; imported so, they are kept and do not count. */
    readonly bad: number;
    readonly leftOut: number;
    readonly corrected: number;
  };
  /** Everything told that is not about a bad row. */
  readonly notices: readonly Problem[];
  readonly version?: LikelyVersion;
}

export interface StagedTable {
  readonly sheet?: string;
  readonly columns: readonly {
    readonly header: string;
    readonly property: Property;
    readonly recognised: 'header' | 'contents' | 'person' | 'none';
    /** Up to three different cells. */
    readonly samples: readonly string[];
  }[];
  readonly rows: number;
}

export interface StagedRow {
  readonly table: number;
  readonly row: number;
  readonly cells: readonly string[];
  readonly state: 'staged' | 'bad' | 'left-out';
  readonly choice?: RowChoice;
  readonly problems: readonly Problem[];
  /** Where the row was a bad one, and stands the same in the older version: what was said of it there holds. */
  readonly knownFromBefore?: true;
  /** Cells that name two people, by column: the two names. */
  readonly twoNames?: Readonly<Record<number, readonly [string, string]>>;
}

/** Told of a row only, and yet worth a look before it counts. */
const TO_BE_LOOKED_AT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'row.no-name',
  'row.too-few-cells',
  'row.same-as',
  'cell.two-names',
]);
const isBad = (problem: Problem): boolean =>
  severityOf(problem) === 'refused' || TO_BE_LOOKED_AT.has(problem.code);

/** A list whose tables were found: whatever is said of it afterwards, the file is not read again. */
export interface OpenedList {
  readonly sha256: string;
  readonly item: OpenedItem;
}

export const openList = async (file: string, bytes: Uint8Array): Promise<OpenedList> => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  item: await openItem(file, bytes),
});

/**
 * Reads a list without taking it in: its columns, every row with what is wrong with it, and the earlier version it
 * repeats.
 *
 * @throws SanadError `list.not-a-list`, what refuses the file whole
 */
export function stageList(
  target: Case,
  file: string,
  { sha256, item }: OpenedList,
  order: ListOrder = {},
): StagedList {
  const held = target.holds(sha256);
  const taken = readAsList(target, file, item, order);
  const { tables } = taken.content;
  const rows = allRows(tables, taken.problems, order.choices ?? []);
  const version = likelyVersion(target, tables, rows, order, held);
  const staged = settled(rows, version);
  const count = (state: StagedRow['state']): number => staged.filter((row) => row.state === state).length;
  const badRows = new Set(staged.flatMap(({ state, problems }) => (state === 'bad' ? problems : [])));
  return {
    file,
    sha256,
    ...(held === undefined ? {} : { held }),
    taken,
    tables: tables.map((table) => ({
      ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
      columns: table.columns.map(({ header, property, recognised }, at) => ({
        header,
        property,
        recognised,
        samples: samplesOf(table, at),
      })),
      rows: table.rows.length + table.refused.length,
    })),
    rows: staged,
    counts: {
      staged: count('staged'),
      bad: count('bad'),
      leftOut: count('left-out'),
      corrected: staged.filter(({ choice }) => choice?.do === 'correct' || choice?.do === 'split').length,
    },
    notices: taken.problems.filter((problem) => !badRows.has(problem)),
    ...(version ? { version } : {}),
  };
}

/** Reads a file as a list, columns as a person said, here or of an earlier list with the same columns. */
export function readAsList(
  target: Case,
  file: string,
  item: OpenedItem,
  order: ListOrder,
): StagedList['taken'] {
  const read = (fields: Readonly<Record<string, Property>>): IntakeResult =>
    item.read({
      fields: { [file]: fields },
      until: receivedDay(),
      ...(order.choices ? { choices: order.choices } : {}),
    });
  const first = read(order.fields ?? {});
  const taken =
    first.content.kind === 'list' ? withRemembered(target, first.content.tables, order, read) : first;
  const { content } = taken ?? first;
  if (content.kind === 'list') return { ...(taken ?? first), content };
  const [refusal] = first.problems.filter(
    (problem) => content.kind === 'refused' || problem.code.startsWith('pdf.'),
  );
  if (refusal) throw new SanadError(refusal.code, { file, ...refusal.data });
  throw new SanadError('list.not-a-list', { file });
}

function withRemembered(
  target: Case,
  tables: readonly ReadTable[],
  { fields = {} }: ListOrder,
  read: (fields: Readonly<Record<string, Property>>) => IntakeResult,
): IntakeResult | undefined {
  const remembered = rememberedColumns(target, tables);
  const more = Object.keys(remembered).some((header) => !Object.hasOwn(fields, header));
  return more ? read({ ...remembered, ...fields }) : undefined;
}

const samplesOf = (table: ReadTable, column: number): string[] => {
  const samples = new Set<string>();
  for (const { cells } of table.rows) {
    const cell = cells[column]?.trim() ?? '';
    if (cell !== '') samples.add(cell);
    if (samples.size === 3) break;
  }
  return [...samples];
};

function allRows(
  tables: readonly ReadTable[],
  problems: readonly Problem[],
  choices: RowChoices,
): StagedRow[] {
  const told = Map.groupBy(
    problems.filter(({ row, code }) => row !== undefined && code !== 'row.empty' && code !== 'row.hidden'),
    ({ sheet, row }) => `${sheet ?? ''}\u0000${row}`,
  );
  return tables.flatMap((table, at) => {
    const split = table.columns.map(({ property }, column) =>
      property === 'name.full' || property === 'name.given'
        ? twoNamesIn(table.rows.map(({ cells }) => cells[column] ?? ''))
        : undefined,
    );
    const rows: (RowDraft | ReadTable['refused'][number])[] = [...table.rows, ...table.refused];
    rows.sort((one, other) => one.row - other.row);
    const seen = new Set<number>();
    return rows.flatMap(({ row, cells }): StagedRow[] => {
      if (seen.has(row)) return []; // the second person of a row that was split
      seen.add(row);
      const own = told.get(`${table.sheet ?? ''}\u0000${row}`) ?? [];
      const choice = choices[at]?.[row];
      const bad = own.some(isBad) && choice?.do !== 'as-written' && choice?.do !== 'leave-out';
      const names = own.some(({ code }) => code === 'cell.two-names') ? twoIn(cells, split) : {};
      return [
        {
          table: at,
          row,
          cells,
          state: choice?.do === 'leave-out' ? 'left-out' : bad ? 'bad' : 'staged',
          ...(choice ? { choice } : {}),
          problems: own,
          ...(Object.keys(names).length > 0 ? { twoNames: names } : {}),
        },
      ];
    });
  });
}

function twoIn(
  cells: readonly string[],
  split: readonly (ReturnType<typeof twoNamesIn> | undefined)[],
): Record<number, readonly [string, string]> {
  const found: Record<number, readonly [string, string]> = {};
  for (const [column, reader] of split.entries()) {
    const names = reader?.(cells[column] ?? '');
    if (names) found[column] = names;
  }
  return found;
}

/** A bad row that the older version has word for word was looked at then: what was done with it is done again. */
function settled(rows: readonly StagedRow[], version: LikelyVersion | undefined): StagedRow[] {
  return rows.map((row, place) => {
    const before = row.state === 'bad' ? version?.sameAs.get(place) : undefined;
    if (before === undefined || row.problems.some(({ code }) => code === 'row.same-as')) return row;
    return {
      ...row,
      state: before === 'counts' ? 'staged' : 'left-out',
      choice: { do: before === 'counts' ? 'as-written' : 'leave-out' },
      knownFromBefore: true,
    };
  });
}
