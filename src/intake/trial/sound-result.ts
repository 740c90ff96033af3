import { ERROR_CODES, PROPERTIES } from '../../model/index.ts';
import type { IntakeResult } from '../index.ts';

/**
 * What must hold of every reading, whatever was read; says what does not. Refusals and unread files name a reason;
 * places lie within the file; rows ascend and are as wide as their columns; runs lie within text and file.
 */
export function unsound({ content, problems }: IntakeResult, fileLength: number): string | undefined {
  for (const { code, row, line } of problems) {
    if (!ERROR_CODES.includes(code)) return `no such problem: ${code}`;
    if (code === 'internal') return 'internal';
    if ((row !== undefined && row < 0) || (line !== undefined && line < 1))
      return `${code} at row ${row}, line ${line}`;
  }
  switch (content.kind) {
    case 'refused':
    case 'unread':
      return problems.length === 0 ? `${content.kind} without a reason` : undefined;
    case 'list':
      for (const { columns, rows } of content.tables) {
        let last = 0;
        let end = 0;
        for (const { cells, row, span, statements } of rows) {
          if (row <= last) return `row ${row} after ${last}`;
          last = row;
          if (cells.length !== columns.length)
            return `row ${row}: ${cells.length} cells, ${columns.length} columns`;
          if (span && (span.start < end || span.end < span.start || span.end > fileLength))
            return `row ${row}: span ${span.start}–${span.end}`;
          end = span?.end ?? 0;
          for (const { column, written, property } of statements) {
            if (cells[column] !== written) return `row ${row}: “${written}” is not cell ${column}`;
            if (!PROPERTIES.includes(property)) return `row ${row}: ${property}`;
          }
        }
      }
      return undefined;
    case 'report': {
      const { text, runs, dropped } = content.layer;
      let at = 0;
      for (const run of runs) {
        if (run.at < at || run.at + run.length > text.length) return `run at ${run.at}`;
        if (run.fileAt < 0 || run.fileAt + run.fileLength > fileLength)
          return `run in the file at ${run.fileAt}`;
        at = run.at + run.length;
      }
      let end = 0;
      for (const span of dropped) {
        if (span.start < end || span.end < span.start || span.end > fileLength)
          return `dropped ${span.start}–${span.end}`;
        end = span.end;
      }
      return undefined;
    }
  }
}
