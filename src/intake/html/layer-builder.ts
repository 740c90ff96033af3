import type { TextRun } from '../../model/index.ts';
import { sourcePieces } from './source-pieces.ts';
import { type HtmlText, placeOf } from './tree.ts';

/** Writes a readable layer, remembering for every character where it stands in the file. */
export interface LayerBuilder {
  /** A text node, its spaces drawn together as a browser draws them. */
  text(node: HtmlText, spaces: 'collapse' | 'keep'): void;
  /** Nothing is written before the next text; one line break for a row or `<br>`, two for a block. */
  separate(breaks: 1 | 2): void;
  length(): number;
  done(): { readonly text: string; readonly runs: readonly TextRun[] };
}

export function layerBuilder(file: string): LayerBuilder {
  const parts: string[] = [];
  const runs: { at: number; length: number; fileAt: number; fileLength: number }[] = [];
  let length = 0;
  let pending = 0;
  /** A space seen and not yet written: it is left out at the end of a line. */
  let space: { fileAt: number; fileLength: number } | undefined;
  let lineBegun = false;

  const write = (text: string, fileAt: number, fileLength: number): void => {
    if (pending > 0 && length > 0) {
      parts.push('\n'.repeat(pending));
      length += pending;
    }
    pending = 0;
    const last = runs.at(-1);
    if (
      last &&
      text.length === fileLength &&
      last.length === last.fileLength &&
      last.at + last.length === length &&
      last.fileAt + last.fileLength === fileAt
    ) {
      last.length += text.length;
      last.fileLength += fileLength;
    } else runs.push({ at: length, length: text.length, fileAt, fileLength });
    parts.push(text);
    length += text.length;
    lineBegun = true;
  };

  const flushSpace = (): void => {
    if (space && lineBegun) write(' ', space.fileAt, space.fileLength);
    space = undefined;
  };

  return {
    text(node, spaces) {
      const place = placeOf(node);
      if (!place) return;
      const source = file.slice(place.startOffset, place.endOffset);
      for (const piece of sourcePieces(source, node.value, place.startOffset)) {
        if (spaces === 'keep') {
          flushSpace();
          write(piece.text, piece.fileAt, piece.fileLength);
          continue;
        }
        if (piece.text.length !== piece.fileLength) {
          if (/^[ \t\n\r\f]*$/.test(piece.text))
            space ??= { fileAt: piece.fileAt, fileLength: piece.fileLength };
          else {
            flushSpace();
            write(piece.text.replace(/[ \t\n\r\f]+/g, ' '), piece.fileAt, piece.fileLength);
          }
          continue;
        }
        for (const match of piece.text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
          const [words] = match;
          const at = piece.fileAt + match.index;
          if (/^[ \t\n\r\f]/.test(words))
            space =
              space && space.fileAt + space.fileLength === at
                ? { fileAt: space.fileAt, fileLength: space.fileLength + words.length }
                : (space ?? { fileAt: at, fileLength: words.length });
          else {
            flushSpace();
            write(words, at, words.length);
          }
        }
      }
    },
    separate(breaks) {
      space = undefined;
      lineBegun = false;
      pending = Math.max(pending, breaks);
    },
    length: () => length,
    done: () => ({ text: parts.join(''), runs }),
  };
}
