import type { ReadTable } from '../intake/index.ts';
import type { Case } from '../ledger/index.ts';
import type { Column, Property } from '../model/index.ts';

const formOf = (columns: readonly Column[]): string =>
  columns.map(({ header }) => header.trim()).join('\u0000');

/** What people said of columns when a list of the same columns came in: the newest word holds. */
export function rememberedColumns(target: Case, tables: readonly ReadTable[]): Record<string, Property> {
  const forms = new Set(tables.map(({ columns }) => formOf(columns)));
  const said: Record<string, Property> = {};
  for (const item of target.items()) {
    if (item.content.kind !== 'list' || target.withdrawn(item.id)) continue;
    for (const { columns } of item.content.tables)
      if (forms.has(formOf(columns)))
        for (const { header, property, recognised } of columns)
          if (recognised === 'person') said[header] = property;
  }
  return said;
}
