import type { DroppedSpan, DropReason, TextLayer } from '../../model/index.ts';
import { layerBuilder } from './layer-builder.ts';
import { type JudgedBlock, judgeBlocks } from './main-content.ts';
import { pageBlocks } from './page-blocks.ts';
import { pageMeta } from './page-meta.ts';
import { parsePage } from './parse-page.ts';
import { type HtmlElement, type HtmlNode, isElement } from './tree.ts';

const EMPTY: TextLayer = { text: '', runs: [], dropped: [] };

/**
 * The readable text of a saved page. Offsets of `runs` and `dropped` are those of the file; what is left out of the text
 * stands in `dropped` with its reason, and so do headings inside it, which are in the text.
 */
export function pageLayer(file: string): TextLayer {
  const document = parsePage(file);
  const body = document && find(document, 'body');
  if (!document || !body) return EMPTY;
  const { blocks, unreadable } = pageBlocks(body);
  const judged = judgeBlocks(blocks);
  const builder = layerBuilder(file);
  for (const one of judged) {
    if (one.out) continue;
    builder.separate(separation(one));
    for (const node of one.block.nodes)
      if ('text' in node) builder.text(node.text, node.spaces);
      else builder.separate(1);
    builder.separate(1);
  }
  return { ...builder.done(), dropped: droppedSpans(judged, unreadable), ...pageMeta(document, file) };
}

const LINES: ReadonlySet<string> = new Set(['li', 'tr', 'td', 'th', 'dt', 'dd', 'caption', 'summary']);
const separation = ({ block }: JudgedBlock): 1 | 2 => (LINES.has(block.element.tagName) ? 1 : 2);

function find(node: HtmlNode, tag: string): HtmlElement | undefined {
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    const found = child.tagName === tag ? child : child.tagName === 'html' ? find(child, tag) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Neighbours that fall for one reason are one span: nothing that is read lies between them. */
function droppedSpans(
  judged: readonly JudgedBlock[],
  unreadable: readonly { readonly start: number; readonly end: number; readonly why: DropReason }[],
): readonly DroppedSpan[] {
  const spans: { start: number; end: number; why: DropReason }[] = [];
  let open: { start: number; end: number; why: DropReason } | undefined;
  for (const { block, out, marked } of judged) {
    const why = out ?? marked;
    if (why === undefined) open = undefined;
    else if (open?.why === why && block.start >= open.end) open.end = block.end;
    else {
      open = { start: block.start, end: block.end, why };
      spans.push(open);
    }
  }
  const all = [...spans, ...unreadable].sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: DroppedSpan[] = [];
  let end = -1;
  for (const span of all) {
    // A script between two dropped blocks lies in their span.
    if (span.start >= end) apart.push(span);
    end = Math.max(end, span.end);
  }
  return apart;
}
