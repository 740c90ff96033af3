import type { ItemText } from '../../../src/model/index.ts';

type Mark = ItemText['marks'][number];
type Dropped = ItemText['dropped'][number];

export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly kind: 'statement' | 'source-name' | 'cue' | 'hedge' | 'figure' | 'asked';
  readonly stance?: Mark['stance'];
}

/** A paragraph with all that is marked in it, or a part that was left out of the reading, folded. */
export type Block =
  | {
      readonly kind: 'text';
      readonly start: number;
      readonly end: number;
      readonly marked: readonly Marked[];
      /** Statements whose first character stands here. */
      readonly begins: readonly (Mark & { readonly quote: string; readonly asked: boolean })[];
      /** The other reports in which a line of this paragraph stands, each once. */
      readonly reuse: ItemText['reuse'];
    }
  | { readonly kind: 'dropped'; readonly start: number; readonly why: Dropped['why']; readonly text: string };

interface Span {
  readonly start: number;
  readonly end: number;
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Cuts the readable text into paragraphs at its line breaks. Parts that were left out stand at their place where the
 * text holds them (plain text), else after it (a web page's menus are not part of its text).
 */
export function blocksOf(text: ItemText, asked: Span | undefined): Block[] {
  const within = text.dropped.filter(
    (each) => text.text.slice(each.start, each.end) === each.text && each.text !== '',
  );
  const outside = text.dropped.filter((each) => !within.includes(each));
  const marked = markedIn(text, asked);
  const blocks: Block[] = [];
  let at = 0;
  const addText = (from: number, to: number) => {
    for (const line of text.text.slice(from, to).matchAll(/[^\n]+/g)) {
      const start = from + line.index;
      const end = start + line[0].length;
      if (line[0].trim() === '') continue;
      const here = { start, end };
      const reuse = new Map(text.reuse.filter((each) => meets(each, here)).map((each) => [each.other, each]));
      blocks.push({
        kind: 'text',
        start,
        end,
        marked: marked.filter((each) => meets(each, here)),
        begins: text.marks
          .filter((mark) => mark.start >= start && mark.start < end)
          .map((mark) => ({
            ...mark,
            quote: text.text.slice(mark.start, mark.end),
            asked: asked?.start === mark.start && asked.end === mark.end,
          })),
        reuse: [...reuse.values()],
      });
    }
  };
  for (const each of within.toSorted((a, b) => a.start - b.start)) {
    if (each.start < at) continue;
    addText(at, each.start);
    if (each.text.trim() !== '')
      blocks.push({ kind: 'dropped', start: each.start, why: each.why, text: each.text });
    at = each.end;
  }
  addText(at, text.text.length);
  for (const [index, each] of outside.entries())
    if (each.text.trim() !== '')
      blocks.push({ kind: 'dropped', start: text.text.length + 1 + index, why: each.why, text: each.text });
  return blocks;
}

function markedIn(text: ItemText, asked: Span | undefined): Marked[] {
  const marked: Marked[] = text.marks.flatMap((mark): Marked[] => [
    { start: mark.start, end: mark.end, kind: 'statement', stance: mark.stance },
    ...(mark.source ? [{ ...mark.source, kind: 'source-name' as const }] : []),
    ...(mark.cue ? [{ ...mark.cue, kind: 'cue' as const }] : []),
    ...mark.hedges.map(({ start, end }) => ({ start, end, kind: 'hedge' as const })),
    ...(mark.figure ? [{ start: mark.figure.start, end: mark.figure.end, kind: 'figure' as const }] : []),
  ]);
  if (asked) marked.push({ start: asked.start, end: asked.end, kind: 'asked' });
  return marked;
}
