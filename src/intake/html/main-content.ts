import type { DropReason } from '../../model/index.ts';
import { boilerplateOf, creditOf, endsAsSentence } from '../boilerplate-lines.ts';
import type { PageBlock } from './page-blocks.ts';
import { attributeOf, type HtmlElement, parentOf } from './tree.ts';

/** A block with what becomes of it: read, read but marked, or left out. */
export interface JudgedBlock {
  readonly block: PageBlock;
  /** Left out of the text. */
  readonly out?: DropReason;
  /** In the text, and not to be read as a claim. */
  readonly marked?: DropReason;
}

/**
 * Which blocks are the report. Paragraphs give their score to the elements around them, the nearer the more, weighed by
 * how little of it is links; the best element is widened to the article that holds it. The method is that of
 * Arc90's Readability, with two differences: nothing long and unlinked is left out, and the reason for every block that
 * is left out is kept.
 */
export function judgeBlocks(blocks: readonly PageBlock[]): readonly JudgedBlock[] {
  const root = rootOf(blocks);
  const within = new Map<HtmlElement, boolean>();
  const isWithin = (element: HtmlElement | undefined): boolean => {
    if (!element || !root) return false;
    if (element === root) return true;
    const known = within.get(element);
    if (known !== undefined) return known;
    const result = isWithin(parentOf(element));
    within.set(element, result);
    return result;
  };
  const insides = blocks.map((block) => isWithin(block.element));
  const last = insides.lastIndexOf(true);
  const headline = blocks.findIndex(
    (block, at) => block.element.tagName === 'h1' && !block.part && at <= Math.max(last, 0),
  );
  return blocks.map((block, at): JudgedBlock => {
    if (block.part) return keptPart(block, insides[at]!) ? judged(block) : { block, out: block.part };
    if (insides[at] || at === headline) return at === headline ? { block } : judged(block);
    if (block.text.length >= 200 && block.linked < 0.2 && endsAsSentence(block.text)) return judged(block);
    return { block, out: boilerplateOf(block.text) ?? outside(block, at > last) };
  });
}

/** A fact box of whole sentences beside the text may say what the text does not. */
const keptPart = (block: PageBlock, inside: boolean): boolean =>
  inside &&
  block.part === 'related-news' &&
  block.element.tagName === 'p' &&
  asideOf(block.element) &&
  block.text.length >= 200 &&
  block.linked < 0.1 &&
  endsAsSentence(block.text);

function asideOf(element: HtmlElement): boolean {
  for (let above: HtmlElement | undefined = element; above; above = parentOf(above))
    if (above.tagName === 'aside') return attributeOf(above, 'class') === undefined;
  return false;
}

const outside = (block: PageBlock, after: boolean): DropReason =>
  block.linked > 0.4 ? (after ? 'related-news' : 'navigation') : 'other';

const HEADINGS: ReadonlySet<string> = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);

/** A block inside the report. */
function judged(block: PageBlock): JudgedBlock {
  const { text, element } = block;
  const reason = boilerplateOf(text) ?? creditOf(text);
  if (reason) return { block, out: reason };
  if (block.linked > 0.8 && (text.length < 100 || !endsAsSentence(text)) && text.length < 200)
    return { block, out: element.tagName === 'li' || text.length > 30 ? 'related-news' : 'navigation' };
  if (
    HEADINGS.has(element.tagName) &&
    !/\d/.test(text) &&
    !endsAsSentence(text) &&
    text.split(' ').length <= 9
  )
    return { block, marked: 'crosshead' };
  return { block };
}

function rootOf(blocks: readonly PageBlock[]): HtmlElement | undefined {
  const scores = new Map<HtmlElement, number>();
  const letters = new Map<HtmlElement, { all: number; linked: number }>();
  for (const block of blocks) {
    for (let above: HtmlElement | undefined = block.element; above; above = parentOf(above)) {
      const count = letters.get(above) ?? { all: 0, linked: 0 };
      count.all += block.text.length;
      count.linked += block.text.length * block.linked;
      letters.set(above, count);
    }
    if (block.part || block.text.length < 25 || block.linked > 0.5 || HEADINGS.has(block.element.tagName))
      continue;
    const commas = block.text.match(/[,،;؛]/g)?.length ?? 0;
    const worth = (1 + Math.min(commas, 6) + Math.min(3, block.text.length / 100)) * (1 - block.linked);
    let level = 1;
    const first =
      block.element.tagName === 'p' || block.element.tagName === 'li'
        ? parentOf(block.element)
        : block.element;
    for (let above: HtmlElement | undefined = first; above && level <= 5; above = parentOf(above), level++)
      scores.set(above, (scores.get(above) ?? 0) + worth / (level === 1 ? 1 : level === 2 ? 2 : level * 3));
  }
  let best: HtmlElement | undefined;
  let most = 0;
  for (const [element, score] of scores) {
    const count = letters.get(element);
    const density = count && count.all > 0 ? count.linked / count.all : 0;
    const weighed = score * (1 - density) * (element.tagName === 'article' ? 1.25 : 1);
    if (weighed > most) {
      most = weighed;
      best = element;
    }
  }
  return best && widened(best, letters);
}

/** The article that holds the best element; else the ancestor that holds much more text and few links. */
function widened(
  best: HtmlElement,
  letters: ReadonlyMap<HtmlElement, { all: number; linked: number }>,
): HtmlElement {
  const own = (element: HtmlElement): number => {
    const count = letters.get(element);
    return count ? count.all - count.linked : 0;
  };
  for (let above: HtmlElement | undefined = best; above; above = parentOf(above)) {
    const holds = above.tagName === 'article' || attributeOf(above, 'itemprop') === 'articleBody';
    if (holds && own(above) < own(best) * 3)
      return above.tagName === 'article' ? above : (articleAround(above) ?? above);
    if (above.tagName === 'main' || attributeOf(above, 'role') === 'main')
      return own(above) < own(best) * 3 ? above : best;
  }
  let root = best;
  for (
    let above = parentOf(root);
    above && above.tagName !== 'body' && above.tagName !== 'html';
    above = parentOf(above)
  ) {
    const count = letters.get(above)!;
    if (own(above) > own(root) * 1.2 && count.linked < count.all * 0.3) root = above;
  }
  return root;
}

function articleAround(element: HtmlElement): HtmlElement | undefined {
  for (let above = parentOf(element); above; above = parentOf(above))
    if (above.tagName === 'article') return above;
  return undefined;
}
