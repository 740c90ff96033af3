/**
 * Which rows are one person: block, compare, learn, score, cluster, explain, look up. A library of its own, pure: rows
 * in, scores and clusters out.
 */
export type { ListHabits } from './coded-rows.ts';
export { type Explanation, explainPair } from './explain.ts';
export type { LinkModel, PartModel } from './link-model.ts';
export type {
  KeyPair,
  Linkage,
  LinkedPair,
  LinkFigures,
  LinkOptions,
  LinkProgress,
  LinkRow,
} from './link-row.ts';
export { linkRows } from './link-rows.ts';
export { packLinkage, unpackLinkage } from './packed-linkage.ts';
export type { FindQuery } from './query.ts';
export { createRegister, type Register, type RegisterHit } from './register.ts';
export { buildIndex } from './table/build-index.ts';
export type { ColumnMap } from './table/column-roles.ts';
export { checkIndex, type IndexContents, openIndex, saveIndex } from './table/index-file.ts';
export { linkManyRows, MANY_ROWS } from './table/link-many.ts';
export { type LinkedTable, linkTable, type TableOptions } from './table/link-table.ts';
export { parquetPieces } from './table/parquet-pieces.ts';
export { createFinder, type IndexHit } from './table/person-index.ts';
export { createPersonRegister, type PersonRegister, type Placement } from './table/person-register.ts';
export type { TableSource } from './table/read-table.ts';
export { createKeyReader, keysShared } from './table/row-keys.ts';
