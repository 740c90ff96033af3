import { readMoment } from '../read-moment.ts';
import { attributeOf, type HtmlElement, type HtmlNode, isElement, textOf } from './tree.ts';

export interface PageMeta {
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
  /** When the page says that it was last changed, where that is not before it was published. */
  readonly updated?: string;
  readonly address?: string;
}

/**
 * What a page says about itself, most reliable first: JSON-LD of an article (schema.org), Open Graph and Dublin Core
 * names, `<link rel=canonical>`, the comment that browsers write on saving, `<time>`, the headline, `<title>`.
 */
export function pageMeta(document: HtmlNode, file: string): PageMeta {
  const seen = lookThrough(document);
  const named = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = seen.named.get(name);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  const linked = linkedData(seen.linkedData);
  const outlet =
    linked.publisher ??
    named(
      'og:site_name',
      'publisher',
      'dc.publisher',
      'citation_journal_title',
      'application-name',
      'al:android:app_name',
      'twitter:app:name:iphone',
    );
  const headline =
    linked.headline ??
    named('og:title', 'twitter:title', 'dc.title', 'citation_title') ??
    seen.headline ??
    seen.title;
  const title = headline === undefined ? undefined : withoutSiteName(headline, outlet, seen.headline);
  const published = firstMoment([
    linked.published,
    named(
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'datepublished',
      'date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'citation_date',
      'citation_publication_date',
      'cxenseparse:recs:publishtime',
    ),
    seen.itemPublished,
    seen.time,
  ]);
  const changed = firstMoment([
    linked.modified,
    named(
      'article:modified_time',
      'og:article:modified_time',
      'og:updated_time',
      'article:modified',
      'datemodified',
      'lastmod',
      'last-modified',
      'last_modified',
      'dc.date.modified',
      'dcterms.modified',
      'revised',
    ),
    seen.itemModified,
  ]);
  const updated = changed !== undefined && !isBefore(changed, published) ? changed : undefined;
  const address = firstAddress([
    seen.canonical,
    named('og:url', 'al:web:url', 'twitter:url'),
    linked.address,
    savedFrom(file),
  ]);
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet: tidy(outlet) }),
    ...(published === undefined ? {} : { published }),
    ...(updated === undefined || updated === published ? {} : { updated }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Whether one moment lies before another, as far as both are written out: a day holds all its hours. */
function isBefore(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  if (a.length > 10 && b.length > 10) return Date.parse(a) < Date.parse(b);
  return a.slice(0, 10) < b.slice(0, 10);
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface Seen {
  readonly named: Map<string, string>;
  readonly linkedData: string[];
  title?: string;
  headline?: string;
  canonical?: string;
  time?: string;
  itemPublished?: string;
  itemModified?: string;
}

function lookThrough(document: HtmlNode): Seen {
  const seen: Seen = { named: new Map(), linkedData: [] };
  const visit = (node: HtmlNode): void => {
    if (isElement(node)) look(node, seen);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return seen;
}

function look(element: HtmlElement, seen: Seen): void {
  const item = attributeOf(element, 'itemprop');
  if (item === 'datePublished') seen.itemPublished ??= momentOf(element);
  if (item === 'dateModified') seen.itemModified ??= momentOf(element);
  switch (element.tagName) {
    case 'meta': {
      const name = (attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? item)?.toLowerCase();
      const content = attributeOf(element, 'content');
      if (name !== undefined && content !== undefined && !seen.named.has(name)) seen.named.set(name, content);
      break;
    }
    case 'title':
      seen.title ??= tidy(textOf(element));
      break;
    case 'h1': {
      const text = tidy(textOf(element));
      if (text.length > 8) seen.headline ??= text;
      break;
    }
    case 'link':
      if (attributeOf(element, 'rel')?.toLowerCase() === 'canonical')
        seen.canonical ??= attributeOf(element, 'href') ?? '';
      break;
    case 'time':
      seen.time ??= attributeOf(element, 'datetime') ?? textOf(element);
      break;
    case 'script':
      if (/ld\+json/i.test(attributeOf(element, 'type') ?? '')) seen.linkedData.push(textOf(element));
      break;
  }
}

const momentOf = (element: HtmlElement): string =>
  attributeOf(element, 'content') ?? attributeOf(element, 'datetime') ?? textOf(element);

interface LinkedArticle {
  headline?: string | undefined;
  published?: string | undefined;
  modified?: string | undefined;
  publisher?: string | undefined;
  address?: string | undefined;
}

const ARTICLE = /article|report|posting|newsitem/i;

function linkedData(sources: readonly string[]): LinkedArticle {
  const found: LinkedArticle = {};
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 200)) visit(one, depth + 1);
      return;
    }
    const thing = value as Readonly<Record<string, unknown>>;
    const type = [thing['@type']]
      .flat()
      .filter((one) => typeof one === 'string')
      .join(' ');
    if (ARTICLE.test(type)) {
      found.headline ??= words(thing.headline);
      found.published ??= words(thing.datePublished);
      found.modified ??= words(thing.dateModified);
      found.publisher ??=
        words(thing.publisher) ??
        words((thing.publisher as Record<string, unknown> | null | undefined)?.name);
      found.address ??= words(thing.url);
    }
    visit(thing['@graph'], depth + 1);
    visit(thing.mainEntity, depth + 1);
  };
  for (const source of sources) {
    try {
      visit(JSON.parse(source), 0);
    } catch (error) {
      // A page with broken linked data is still a page; the next source is asked.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return found;
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? tidy(value) : undefined;

/** "Headline | Site", "Headline - Site": what stands on the page as headline, or what is left without the site's name. */
function withoutSiteName(title: string, outlet: string | undefined, headline: string | undefined): string {
  const whole = tidy(title);
  if (headline !== undefined && whole.startsWith(headline)) return headline;
  const pieces = whole.split(/\s+[|–—·»-]\s+/);
  const last = pieces.at(-1);
  if (pieces.length < 2 || last === undefined) return whole;
  return last === outlet || (headline === undefined && last.split(' ').length <= 4)
    ? whole.slice(0, whole.length - last.length).replace(/\s+[|–—·»-]\s+$/, '')
    : whole;
}

function firstMoment(written: readonly (string | undefined)[]): string | undefined {
  for (const one of written) {
    const moment = one === undefined ? undefined : readMoment(one);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

const firstAddress = (written: readonly (string | undefined)[]): string | undefined =>
  written.find((one) => one !== undefined && /^https?:\/\/\S+$/i.test(one));

/** `<!-- saved from url=(0042)https://… -->` of browsers, ` url: https://… ` of page savers. */
const savedFrom = (file: string): string | undefined =>
  /<!--\s*(?:saved from url=\(\d+\)|(?:Page saved with [^>]{0,80}\s+)?url:\s*)(https?:\/\/[^\s>]+)/i.exec(
    file.slice(0, 20_000),
  )?.[1];
