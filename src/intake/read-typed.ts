import type { Problem, Property, Region, RowDraft } from '../model/index.ts';
import { problemLog } from './problem-log.ts';
import { readTable } from './read-table.ts';
import type { RecognisedColumn } from './recognise-columns.ts';

/** What people typed from a picture: each column says what it holds, each row may say where it stands on the picture. */
export interface TypedTable {
  readonly columns: readonly { readonly header: string; readonly property: Property }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly region?: Region | undefined }[];
}

/** Reads typed rows as those of a list. */
export function readTyped(
  file: string,
  { columns, rows }: TypedTable,
  until?: string,
): {
  readonly columns: readonly RecognisedColumn[];
  readonly rows: readonly RowDraft[];
  readonly problems: readonly Problem[];
} {
  const log = problemLog(file);
  const said = Object.fromEntries(columns.map(({ header, property }) => [header, property]));
  const read = readTable(
    {
      sheet: '',
      merges: [],
      rows: [
        { cells: columns.map(({ header }) => header), position: 0 },
        ...rows.map(({ cells, region }, at) => ({
          cells,
          position: at + 1,
          ...(region ? { region } : {}),
        })),
      ],
    },
    0,
    log,
    { said, header: 'first-row', until },
  );
  return { columns: read?.columns ?? [], rows: read?.rows ?? [], problems: log.all() };
}
