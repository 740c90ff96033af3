import { MOST_COLUMNS, MOST_LINE_CHARACTERS } from './limits.ts';
import type { RawRow } from './raw-table.ts';

export interface DelimitedReader {
  /** The next row, or `undefined` at the end. Blank lines are passed over and not counted. */
  next(): RawRow | undefined;
}

/**
 * Reads rows of delimited text (RFC 4180, and the habits around it: any delimiter, spaces around quotes, stray quotes
 * inside an unquoted cell). A quotation mark that is not closed properly costs the line on which its row begins: reading
 * goes on at the following line.
 *
 * @param width cells in a sound row, where known: it tells a cell of several lines from a quote that swallowed rows
 * @param from where to begin, and on which line that is
 */
export function readDelimited(
  text: string,
  delimiter: string,
  width?: number,
  from: { readonly offset: number; readonly line: number } = { offset: 0, line: 1 },
): DelimitedReader {
  const lineBreak = lineBreakOf(text);
  let at = from.offset;
  let line = from.line;
  let position = -1;
  let nextQuote = text.indexOf('"', at);

  const lineEnd = (start: number): number => {
    const end = text.indexOf(lineBreak, start);
    return end < 0 ? text.length : end;
  };
  /** The end of the words before a line break that may be CR LF. */
  const withoutReturn = (start: number, end: number): number =>
    lineBreak === '\n' && end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;

  const row = (start: number, end: number, cells: readonly string[], fault?: RawRow['fault']): RawRow => ({
    cells,
    span: { start, end },
    line,
    position,
    ...(fault === undefined ? {} : { fault }),
  });

  return {
    next() {
      while (at < text.length) {
        const start = at;
        const end = lineEnd(start);
        const wordsEnd = withoutReturn(start, end);
        if (wordsEnd === start || (wordsEnd - start < 200 && text.slice(start, wordsEnd).trim() === '')) {
          // A line of tabs in a tab-separated list is an empty row, not a blank line.
          if (wordsEnd === start || !text.slice(start, wordsEnd).includes(delimiter)) {
            at = end + 1;
            line++;
            continue;
          }
        }
        position++;
        if (nextQuote >= 0 && nextQuote < start) nextQuote = text.indexOf('"', start);
        if (nextQuote < 0 || nextQuote >= end) {
          const found = plainLine(start, wordsEnd);
          at = end + 1;
          line++;
          return found;
        }
        const quoted = quotedRow(start);
        const found = quoted
          ? row(start, quoted.end, quoted.cells, quoted.fault)
          : row(start, wordsEnd, roughCells(start, wordsEnd), 'row.broken-quote');
        at = quoted ? quoted.next : end + 1;
        line = found.line! + (quoted ? quoted.lines : 1);
        return found;
      }
      return undefined;
    },
  };

  function plainLine(start: number, end: number): RawRow {
    if (end - start > MOST_LINE_CHARACTERS) return row(start, end, [], faultOfLong(start, end));
    const cells = text.slice(start, end).split(delimiter, MOST_COLUMNS + 1);
    return cells.length > MOST_COLUMNS
      ? row(start, end, [], 'list.too-many-columns')
      : row(start, end, cells);
  }

  /** The cells of a broken line as far as they can be told apart: good enough for a header. */
  function roughCells(start: number, end: number): readonly string[] {
    if (end - start > MOST_LINE_CHARACTERS) return [];
    return text
      .slice(start, end)
      .split(delimiter, MOST_COLUMNS)
      .map((cell) => cell.replaceAll('"', ''));
  }

  /** A line that is too long is most often one of too many columns, and then that is the clearer thing to say. */
  function faultOfLong(start: number, end: number): RawRow['fault'] {
    let found = 0;
    for (
      let next = text.indexOf(delimiter, start);
      next >= 0 && next < end;
      next = text.indexOf(delimiter, next + 1)
    )
      if (++found >= MOST_COLUMNS) return 'list.too-many-columns';
    return 'list.line-too-long';
  }

  /** A row with quotes in it; `undefined` where a quote is broken. */
  function quotedRow(
    start: number,
  ): { cells: string[]; end: number; next: number; lines: number; fault?: RawRow['fault'] } | undefined {
    const cells: string[] = [];
    let lines = 1;
    let pos = start;
    let end = lineEnd(start);
    for (;;) {
      if (cells.length > MOST_COLUMNS)
        return {
          cells: [],
          end: withoutReturn(start, end),
          next: end + 1,
          lines,
          fault: 'list.too-many-columns',
        };
      let opening = pos;
      while (text.charCodeAt(opening) === 32) opening++;
      if (opening < end && text[opening] === '"') {
        const closed = quotedCell(opening + 1, start);
        if (!closed) return undefined;
        cells.push(closed.value);
        lines += closed.lines;
        if (closed.after > end) end = lineEnd(closed.after);
        let after = closed.after;
        while (after < end && text.charCodeAt(after) === 32) after++;
        if (after < end && text.startsWith(delimiter, after)) {
          pos = after + delimiter.length;
          continue;
        }
        if (after >= withoutReturn(start, end)) break;
        return undefined;
      }
      const wordsEnd = withoutReturn(pos, end);
      const next = text.indexOf(delimiter, pos);
      if (next < 0 || next >= wordsEnd) {
        cells.push(text.slice(pos, wordsEnd));
        break;
      }
      cells.push(text.slice(pos, next));
      pos = next + delimiter.length;
    }
    if (end - start > MOST_LINE_CHARACTERS)
      return lines > 1
        ? undefined
        : { cells: [], end: withoutReturn(start, end), next: end + 1, lines, fault: 'list.line-too-long' };
    if (lines > 1 && swallowedRows(start, end, cells.length)) return undefined;
    return { cells, end: withoutReturn(start, end), next: end + 1, lines };
  }

  function quotedCell(
    start: number,
    rowStart: number,
  ): { value: string; after: number; lines: number } | undefined {
    let value = '';
    let from = start;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0 || quote - rowStart > MOST_LINE_CHARACTERS) return undefined;
      if (text.charCodeAt(quote + 1) === 34) {
        value += text.slice(from, quote + 1);
        from = quote + 2;
        continue;
      }
      value += text.slice(from, quote);
      let lines = 0;
      for (
        let next = text.indexOf(lineBreak, start);
        next >= 0 && next < quote;
        next = text.indexOf(lineBreak, next + 1)
      )
        lines++;
      return { value, after: quote + 1, lines };
    }
  }

  /**
   * Two broken quotes can close each other and make one person of several. The sign: every line inside the row is a
   * sound row by itself, or the row has the wrong width and a line inside it the right one.
   */
  function swallowedRows(start: number, end: number, cells: number): boolean {
    if (width === undefined || width < 3) return false;
    const pieces = text
      .slice(start, end)
      .split(lineBreak)
      .map((words) => words.split(delimiter));
    const full = (words: readonly string[]): boolean =>
      words.length === width && words.filter((word) => word.trim() !== '').length * 2 >= width;
    return cells === width ? pieces.every(full) : pieces.slice(1).some(full);
  }
}

/** The line break of a file: that which first stands outside quotes. */
export function lineBreakOf(text: string): '\n' | '\r' {
  let quoted = false;
  const length = Math.min(text.length, MOST_LINE_CHARACTERS);
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34) quoted = !quoted;
    else if (!quoted && unit === 10) return '\n';
    else if (!quoted && unit === 13) return text.charCodeAt(at + 1) === 10 ? '\n' : '\r';
  }
  return '\n';
}
