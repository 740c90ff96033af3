import { parseFragment } from 'parse5';
import { isText } from './tree.ts';

/** A piece of a text node and the characters of the file behind it. */
export interface SourcePiece {
  readonly text: string;
  readonly fileAt: number;
  readonly fileLength: number;
}

const REFERENCE = /&(?:#[xX][0-9a-fA-F]{1,8}|#\d{1,8}|[A-Za-z][A-Za-z0-9]{1,40});?/y;

/**
 * A text node cut where the file and the text part ways: character references (`&amp;`), CR LF, characters that the
 * parser drops. Between them the pieces are the file's own characters.
 *
 * @param source the node's characters in the file, `value` as the parser gives them
 */
export function sourcePieces(source: string, value: string, fileAt: number): readonly SourcePiece[] {
  if (source === value) return value === '' ? [] : [{ text: value, fileAt, fileLength: source.length }];
  const pieces: SourcePiece[] = [];
  let from = 0;
  let read = 0;
  let at = 0;
  const literal = (end: number): void => {
    if (end > from)
      pieces.push({
        text: value.slice(read - (end - from), read),
        fileAt: fileAt + from,
        fileLength: end - from,
      });
  };
  while (at < source.length) {
    const unit = source.charCodeAt(at);
    if (unit === 38) {
      REFERENCE.lastIndex = at;
      const [reference] = REFERENCE.exec(source) ?? [];
      const decoded = reference === undefined ? undefined : decodedReference(reference);
      if (
        reference !== undefined &&
        decoded !== undefined &&
        decoded !== reference &&
        value.startsWith(decoded, read)
      ) {
        literal(at);
        pieces.push({ text: decoded, fileAt: fileAt + at, fileLength: reference.length });
        at += reference.length;
        read += decoded.length;
        from = at;
        continue;
      }
    } else if (unit === 13) {
      literal(at);
      const length = source.charCodeAt(at + 1) === 10 ? 2 : 1;
      pieces.push({ text: '\n', fileAt: fileAt + at, fileLength: length });
      at += length;
      read += 1;
      from = at;
      continue;
    } else if (unit === 0 && value.charCodeAt(read) !== 0) {
      literal(at);
      at++;
      from = at;
      continue;
    }
    if (source.charCodeAt(at) !== value.charCodeAt(read)) return whole(source, value, fileAt);
    at++;
    read++;
  }
  if (read !== value.length) return whole(source, value, fileAt);
  literal(source.length);
  return pieces;
}

/** Where the way back cannot be followed letter by letter, the piece as a whole is still in its place. */
const whole = (source: string, text: string, fileAt: number): readonly SourcePiece[] => [
  { text, fileAt, fileLength: source.length },
];

const decodedReferences = new Map<string, string>();

function decodedReference(reference: string): string {
  const known = decodedReferences.get(reference);
  if (known !== undefined) return known;
  const [node] = parseFragment(reference).childNodes;
  const decoded = node && isText(node) ? node.value : reference;
  if (decodedReferences.size > 2_000) decodedReferences.clear();
  decodedReferences.set(reference, decoded);
  return decoded;
}
