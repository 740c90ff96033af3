import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type Token } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const isText = (node: HtmlNode): node is HtmlText => node.nodeName === '#text';

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Where an element stands in the file; absent for those that the parser made up. */
export const placeOf = (node: HtmlNode): Token.Location | undefined =>
  (node as HtmlElement).sourceCodeLocation ?? undefined;

export const parentOf = (node: HtmlElement): HtmlElement | undefined => {
  const parent = defaultTreeAdapter.getParentNode(node);
  return parent && isElement(parent as HtmlNode) ? (parent as HtmlElement) : undefined;
};

/** The text inside, as the parser has it. */
export function textOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  if (!('childNodes' in node)) return '';
  let text = '';
  for (const child of node.childNodes) text += textOf(child);
  return text;
}
