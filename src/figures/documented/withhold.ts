import type { Documented, DocumentedCount, DocumentedTable } from './documented.ts';

/** Counts from 1 to one below this are not shown to the public. */
export const PUBLIC_THRESHOLD = 10;

export type PublicCount =
  | ({ readonly withheld: false } & DocumentedCount)
  | { readonly withheld: true; readonly value: string };

export interface PublicTable extends Pick<DocumentedTable, 'dimension' | 'several'> {
  readonly rows: readonly PublicCount[];
  readonly missing: PublicCount;
}

export interface PublicDocumented extends Pick<Documented, 'records' | 'linkages' | 'seed'> {
  readonly total: PublicCount;
  readonly tables: readonly PublicTable[];
  readonly threshold: number;
}

/**
 * What may be shown to the public. Counts below the threshold are withheld; where one alone is withheld in a table whose
 * rows add up to the total, the next smallest goes too, so that neither is got by subtraction, and enough more that those
 * withheld are together at least the threshold. The range beside a count goes with it.
 */
export function withheldForPublic(
  { total, records, tables, linkages, seed }: Documented,
  threshold = PUBLIC_THRESHOLD,
): PublicDocumented {
  const small = total.count > 0 && total.count < threshold;
  return {
    total: small ? { withheld: true, value: total.value } : { withheld: false, ...total },
    records: small ? 0 : records,
    tables: tables.map((table) => withheldTable(table, threshold)),
    threshold,
    linkages,
    seed,
  };
}

function withheldTable(table: DocumentedTable, threshold: number): PublicTable {
  const cells = [...table.rows, table.missing];
  const hidden = new Set([...cells.keys()].filter((at) => isSmall(cells[at]!, threshold)));
  if (!table.several && hidden.size > 0) {
    const others = [...cells.keys()]
      .filter((at) => !hidden.has(at) && cells[at]!.count > 0)
      .sort((one, other) => cells[one]!.count - cells[other]!.count);
    const sum = (): number => [...hidden].reduce((persons, at) => persons + cells[at]!.count, 0);
    for (const at of others) {
      if (hidden.size > 1 && sum() >= threshold) break;
      hidden.add(at);
    }
  }
  const shown = cells.map(
    (cell, at): PublicCount =>
      hidden.has(at) ? { withheld: true, value: cell.value } : { withheld: false, ...cell },
  );
  return {
    dimension: table.dimension,
    several: table.several,
    rows: shown.slice(0, -1),
    missing: shown.at(-1)!,
  };
}

/** A row whose range begins below the threshold would tell a small count too. */
const isSmall = ({ count, low }: DocumentedCount, threshold: number): boolean =>
  (count > 0 && count < threshold) || (count > 0 && low > 0 && low < threshold);
