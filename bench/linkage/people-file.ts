import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ColumnMap } from '../../src/linkage/index.ts';

/** What the columns of many-people.ts are. */
export const COLUMNS: ColumnMap = {
  list: 'list',
  given: 'name.given',
  father: 'name.father',
  grandfather: 'name.grandfather',
  family: 'name.family',
  mother: 'name.mother',
  birth: 'birth.date',
  place: 'place',
  sex: 'sex',
  arrest: 'arrest.date',
};

/** A file piece by piece, each in the memory of the one before: what is read is nobody's to collect. */
export async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r');
  const piece = new Uint8Array(1 << 20);
  for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
    yield piece.subarray(0, read);
  closeSync(file);
}

/** Reads a file into memory that threads share. */
export function readIntoShared(path: string): { readonly bytes: Uint8Array<SharedArrayBuffer> } {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  for (let at = 0; at < size; ) at += readSync(file, bytes, at, Math.min(1 << 24, size - at), at);
  closeSync(file);
  return { bytes };
}
