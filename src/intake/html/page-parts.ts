import type { DropReason } from '../../model/index.ts';
import { attributeOf, type HtmlElement, parentOf } from './tree.ts';

/** Elements that never hold readable words. */
export const UNREADABLE: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed canvas audio video button select textarea input option datalist map area progress meter head link meta title base applet frameset'.split(
    ' ',
  ),
);

export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul html'.split(
    ' ',
  ),
);

/** Read from `class` and `id`, a word at a time; first match counts. */
const BY_CLASS: readonly (readonly [DropReason, RegExp])[] = [
  [
    'cookie-notice',
    /(?:^|[\s_-])(?:cookies?|consent|gdpr|cmp|ccpa|onetrust)(?:$|[\s_-])|cookie(?:banner|bar|notice)/i,
  ],
  [
    'share-buttons',
    /(?:^|[\s_-])(?:share|shares|sharing|sharebar|social|socials|addtoany|addthis|follow)(?:$|[\s_-])|share-?(?:buttons|bar|tools|links)|social-?(?:links|media|share)/i,
  ],
  [
    'related-news',
    /(?:^|[\s_-])(?:related|recommended|recommendations?|recirc|trending|popular|outbrain|taboola|teasers?|read-?more|read-?next|read-?also|see-?also|also-?read|up-?next|more-?(?:news|stories|on|from|articles)|most-?(?:read|popular|viewed)|latest-?(?:news|stories)|next-?(?:article|story)|similar|ذات-صلة)(?:$|[\s_-])/i,
  ],
  [
    'promotion',
    /(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|sponsor|sponsored|promo|promos|promotion|newsletter|subscribe|subscription|paywall|signup|sign-up|donate|donation|membership|app-?(?:banner|download)|marketing|dfp|banner)(?:$|[\s_-])/i,
  ],
  [
    'caption',
    /(?:^|[\s_-])(?:caption|captions|wp-caption-text|figcaption|photo-?credit|image-?credit|img-?caption|image-?caption)(?:$|[\s_-])/i,
  ],
  [
    'byline',
    /(?:^|[\s_-])(?:byline|bylines|author|authors|dateline|pubdate|publish(?:ed)?-?(?:date|time|on)?|timestamp|posted-?on|(?:post|entry|article|story)-?(?:meta|info|date)|meta|author-?(?:bio|box|info))(?:$|[\s_-])/i,
  ],
  [
    'navigation',
    /(?:^|[\s_-])(?:nav|navs|navbar|navigation|menu|menus|breadcrumbs?|masthead|topbar|site-?header|page-?header|header-?(?:top|bar|nav)|skip-?(?:link|to-content|nav)|pagination|pager|toolbar|sitemap|site-?footer|page-?footer|footer|colophon|login|search|searchbox|kicker|eyebrow|section-?label|tags?|tag-?list|topics|categories|category)(?:$|[\s_-])/i,
  ],
  [
    'other',
    /(?:^|[\s_-])(?:comments?|comment-?(?:list|form|section)|disqus|replies|respond|sidebar|widget|widgets|modal|popup|overlay|lightbox|video-?player|player|poll|quiz|survey|weather|stocks|ticker|hidden|visually-?hidden|sr-only|screen-?reader(?:-text)?)(?:$|[\s_-])/i,
  ],
];

/** Never dropped for their class: they hold everything. */
const HOLDERS: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1']);

const ROLES: Readonly<Record<string, DropReason>> = {
  navigation: 'navigation',
  banner: 'navigation',
  contentinfo: 'navigation',
  search: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'navigation',
  complementary: 'related-news',
  dialog: 'cookie-notice',
  alertdialog: 'cookie-notice',
};

/** What an element says by its tag, role, class and id that it is, beside the report. */
export function partOf(element: HtmlElement): DropReason | undefined {
  const tag = element.tagName;
  if (HOLDERS.has(tag)) return undefined;
  if (tag === 'nav' || tag === 'menu' || tag === 'search') return 'navigation';
  if (tag === 'figcaption') return 'caption';
  if (tag === 'dialog') return 'other';
  const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`.trim();
  if (names !== '') for (const [reason, pattern] of BY_CLASS) if (pattern.test(names)) return reason;
  const role = attributeOf(element, 'role')?.toLowerCase();
  if (role !== undefined && Object.hasOwn(ROLES, role)) return ROLES[role];
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'aria-hidden') === 'true')
    return 'other';
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(element, 'style') ?? '')) return 'other';
  if (tag === 'header' && !inside(element, 'article', 'main')) return 'navigation';
  if (tag === 'footer' && !inside(element, 'article')) return 'navigation';
  if (tag === 'aside') return 'related-news';
  if (tag === 'form' || tag === 'fieldset') return 'other';
  if (attributeOf(element, 'rel') === 'author') return 'byline';
  return undefined;
}

export function inside(element: HtmlElement, ...tags: readonly string[]): boolean {
  for (let above = parentOf(element); above; above = parentOf(above))
    if (tags.includes(above.tagName)) return true;
  return false;
}
