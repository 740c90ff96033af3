import type { OfficeParts } from './office-parts.ts';

const STRINGS = 'xl/sharedStrings.xml';

/** A table's texts stand in one list; those that no cell of the copy shows are emptied, so that nothing that was deleted leaves. */
export function unusedStringsBlank(made: OfficeParts): [string, Buffer][] {
  const list = made.get(STRINGS);
  if (!list) return [];
  const shown = new Set<number>();
  for (const [name, bytes] of made)
    if (/^xl\/worksheets\//.test(name))
      for (const [, cell, value] of bytes.toString('utf8').matchAll(CELL))
        if (/\st="s"/.test(cell!)) shown.add(Number(value));
  let at = -1;
  const blank = list.toString('utf8').replace(STRING, (whole, prefix: string | undefined) => {
    at++;
    return shown.has(at)
      ? whole
      : `<${prefix ?? ''}si><${prefix ?? ''}t></${prefix ?? ''}t></${prefix ?? ''}si>`;
  });
  return [[STRINGS, Buffer.from(blank)]];
}

/** Both parts were written here, so that one form of writing is all there is. */
const CELL =
  /<(?:\w+:)?c(\s[^>]*)?>(?:(?!<\/(?:\w+:)?c>)[\s\S])*?<(?:\w+:)?v(?:\s[^>]*)?>(\d+)<\/(?:\w+:)?v>/g;
const STRING = /<(\w+:)?si(?:\s[^>]*)?>[\s\S]*?<\/(?:\w+:)?si>/g;
