import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { SanadError } from '../../model/index.ts';
import { csvLine } from './csv-line.ts';

const ROWS_AT_ONCE = 50_000;

/**
 * A Parquet file as the pieces of a CSV file: its columns by their names, then its rows. Reads files without compression
 * and with Snappy.
 *
 * @throws SanadError `link.parquet-unreadable` with the reason
 */
export async function* parquetPieces(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const encoder = new TextEncoder();
  try {
    const metadata = await parquetMetadataAsync(file);
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    yield encoder.encode(csvLine(columns));
    const count = Number(metadata.num_rows);
    for (let rowStart = 0; rowStart < count; rowStart += ROWS_AT_ONCE) {
      const rowEnd = Math.min(count, rowStart + ROWS_AT_ONCE);
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd });
      yield encoder.encode(rows.map((row) => csvLine(columns.map((column) => told(row[column])))).join(''));
    }
  } catch (error) {
    throw new SanadError('link.parquet-unreadable', { reason: String((error as Error).message) }, error);
  }
}

/** Dates to the day, where they say no more. */
function told(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
