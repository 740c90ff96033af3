import type { DropReason } from '../../model/index.ts';
import { BLOCKS, partOf, UNREADABLE } from './page-parts.ts';
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
  isElement,
  isText,
  placeOf,
  textOf,
} from './tree.ts';

/** A run of text that a reader sees as one paragraph, line or cell. */
export interface PageBlock {
  /** The innermost block element around it. */
  readonly element: HtmlElement;
  readonly nodes: readonly BlockNode[];
  /** Its words with single spaces. */
  readonly text: string;
  /** Share of its letters that stand in links. */
  readonly linked: number;
  readonly start: number;
  readonly end: number;
  /** Why it is not read, where an element around it says so. */
  readonly part?: DropReason;
}

export type BlockNode =
  | { readonly text: HtmlText; readonly spaces: 'collapse' | 'keep' }
  | { readonly break: true };

/** Something around the report, dropped whole. */
export interface DroppedPart {
  readonly start: number;
  readonly end: number;
  readonly why: DropReason;
}

export interface PageBlocks {
  /** In the order of the page. */
  readonly blocks: readonly PageBlock[];
  /** Scripts, styles and the like. */
  readonly unreadable: readonly DroppedPart[];
}

/** Holding more of the page's own words than this, an element is the page, whatever its class says. */
const MOST_OF_PAGE = 0.4;
/** A caption or byline is short; a longer element with such a class holds the report too. */
const LONGEST_SMALL_PART = 500;

/** Cuts a page into blocks, each with what the elements around it say. */
export function pageBlocks(body: HtmlElement): PageBlocks {
  const sizes = new Map<HtmlElement, number>();
  const total = measure(body, sizes);
  const blocks: PageBlock[] = [];
  const unreadable: DroppedPart[] = [];
  let nodes: BlockNode[] = [];
  let linkedLetters = 0;

  const flush = (element: HtmlElement, part: DropReason | undefined): void => {
    const texts = nodes.flatMap((node) => ('text' in node ? [node.text] : []));
    const text = nodes
      .map((node) => ('text' in node ? node.text.value : '\n'))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const first = texts[0] && placeOf(texts[0]);
    const last = texts.at(-1) && placeOf(texts.at(-1)!);
    if (text !== '' && first && last) {
      const letters = text.replace(/\s/g, '').length;
      blocks.push({
        element,
        nodes,
        text,
        linked: letters === 0 ? 0 : Math.min(1, linkedLetters / letters),
        start: first.startOffset,
        end: last.endOffset,
        ...(part === undefined ? {} : { part }),
      });
    }
    nodes = [];
    linkedLetters = 0;
  };

  const visit = (
    node: HtmlNode,
    block: HtmlElement,
    part: DropReason | undefined,
    linked: boolean,
    keep: boolean,
  ): void => {
    if (isText(node)) {
      nodes.push({ text: node, spaces: keep ? 'keep' : 'collapse' });
      if (linked) linkedLetters += node.value.replace(/\s/g, '').length;
      return;
    }
    if (!isElement(node)) return;
    const tag = node.tagName;
    if (UNREADABLE.has(tag)) {
      const place = placeOf(node);
      if (place && textOf(node).trim() !== '')
        unreadable.push({ start: place.startOffset, end: place.endOffset, why: 'script' });
      return;
    }
    if (tag === 'br') {
      nodes.push({ break: true });
      return;
    }
    const own = part ?? partWithin(node);
    const inLink = linked || (tag === 'a' && attributeOf(node, 'href') !== undefined);
    if (!BLOCKS.has(tag) && own === part) {
      for (const child of node.childNodes) visit(child, block, own, inLink, keep);
      return;
    }
    // An inline element that is a part by itself (a byline in a span) ends the block before it.
    flush(block, part);
    const inner = BLOCKS.has(tag) ? node : block;
    for (const child of node.childNodes) visit(child, inner, own, inLink, keep || tag === 'pre');
    flush(inner, own);
  };

  const partWithin = (element: HtmlElement): DropReason | undefined => {
    const reason = partOf(element);
    if (reason === undefined) return undefined;
    const size = sizes.get(element) ?? 0;
    if (size > LONGEST_SMALL_PART && (reason === 'byline' || reason === 'caption')) return undefined;
    return size > 200 && size > total * MOST_OF_PAGE ? undefined : reason;
  };

  visit(body, body, undefined, false, false);
  flush(body, undefined);
  return { blocks, unreadable };
}

/** Letters of an element's words that are not in links. */
function measure(body: HtmlElement, sizes: Map<HtmlElement, number>): number {
  const visit = (node: HtmlNode, linked: boolean): number => {
    if (isText(node)) return linked ? 0 : node.value.trim().length;
    if (!isElement(node) || UNREADABLE.has(node.tagName)) return 0;
    let size = 0;
    for (const child of node.childNodes) size += visit(child, linked || node.tagName === 'a');
    sizes.set(node, size);
    return size;
  };
  return visit(body, false);
}
