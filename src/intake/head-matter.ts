import { boilerplateOf, creditOf, endsAsSentence } from './boilerplate-lines.ts';
import type { Line } from './plain-report.ts';
import { readMoment } from './read-moment.ts';

export interface HeadMatter {
  readonly title?: string;
  readonly titleLine?: Line;
  readonly outlet?: string;
  readonly published?: string;
  readonly address?: string;
  /** Lines about the report and not of it. */
  readonly lines: readonly Line[];
}

const KEYS: readonly (readonly [
  'title' | 'outlet' | 'published' | 'address' | 'author' | 'other',
  string,
])[] = [
  [
    'outlet',
    'source|outlet|publisher|publication|published (?:by|in)|newspaper|website|site|agency|media|المصدر|الناشر|الجهة الناشرة|الوسيلة|الموقع|الصحيفة|الوكالة|éditeur|média|journal',
  ],
  [
    'published',
    'date|published(?: (?:on|at))?|publication date|posted(?: on)?|date published|dated?|time|التاريخ|تاريخ النشر|نشر في|نُشر في|تاريخ|publié(?:e)?(?: le)?|date de publication',
  ],
  [
    'address',
    'url|link|address|web|permalink|retrieved from|saved from|الرابط|رابط|العنوان الإلكتروني|lien|adresse',
  ],
  [
    'author',
    'author|authors|by|reporter|correspondent|byline|writer|الكاتب|الكاتبة|بقلم|المراسل|إعداد|كتبه|auteur|auteure',
  ],
  ['title', 'title|headline|subject|العنوان|عنوان|titre'],
  [
    'other',
    'updated|last updated|modified|section|category|topic|tags?|language|location|place|captured|retrieved|accessed|saved(?: on)?|archived|القسم|التصنيف|اللغة|آخر تحديث|rubrique|mis à jour',
  ],
];
const KEYED = KEYS.map(
  ([kind, keys]) =>
    [
      kind,
      new RegExp(`^[*_#>\\s-]*(?:${keys})[*_]*\\s*[:：]\\s*[*_]*\\s*(?<value>.{2,300}?)[*_]*$`, 'iu'),
    ] as const,
);

/** "HARBOUR CITY, Alma (Hill Wire) - The gates": where nobody else is named, who sent the report is whose report it is. */
const DATELINE = /^\p{L}[\p{L}\p{M}’'., -]{1,50}\((?<agency>\p{L}[\p{L}\p{M}&.’' -]{1,30})\)\s*[-–—:]+\s/u;

/** Lines looked at from the top; a report's body begins within them. */
const HEAD_LINES = 14;

/**
 * What stands above a report: its title, who published it and when, in the order that copies have it: "Outlet, date,
 * blank, title", "Title, by, date", or lines with keys (`Source:`, «المصدر:»). Only what is plainly that is taken.
 */
export function readHeadMatter(lines: readonly Line[]): HeadMatter {
  const found: { title?: string; outlet?: string; published?: string; address?: string; titleLine?: Line } =
    {};
  const taken: Line[] = [];
  const head = lines.filter((line) => line.text !== '').slice(0, HEAD_LINES);
  const foot = lines.filter((line) => line.text !== '').slice(-4);
  for (const line of [...head, ...foot.filter((last) => !head.includes(last))]) {
    const keyed = keyedLine(line.text);
    if (!keyed) continue;
    const { kind, value } = keyed;
    const atFoot = !head.includes(line);
    if (kind === 'published') {
      const moment = readMoment(value);
      if (moment === undefined) continue;
      found.published ??= moment;
    } else if (kind === 'address') {
      if (!/^(?:https?:\/\/|www\.)\S+$/i.test(value)) continue;
      found.address ??= value;
    } else if (kind === 'title') {
      if (atFoot) continue;
      if (found.title === undefined) {
        found.title = value;
        found.titleLine = line;
      }
      continue;
    } else if (kind === 'outlet') {
      if (/^(?:https?:\/\/|www\.)\S+$/i.test(value)) found.address ??= value;
      else if (value.split(/\s+/).length > 12 || endsAsSentence(value)) continue;
      else found.outlet ??= value;
    } else if (endsAsSentence(value) || value.length > 120 || atFoot) continue;
    taken.push(line);
  }
  const body = head.findIndex(
    (line) => line.text.length > 160 || (line.text.length > 90 && endsAsSentence(line.text)),
  );
  const above = (body < 0 ? head.slice(0, Math.max(0, head.length - 1)) : head.slice(0, body)).filter(
    (line) => !taken.includes(line) && line !== found.titleLine,
  );
  for (const [at, line] of above.entries()) {
    const dated = datedLine(line.text);
    if (dated === undefined) {
      if (/^(?:https?:\/\/|www\.)\S+$/i.test(line.text)) {
        found.address ??= line.text;
        taken.push(line);
      }
      continue;
    }
    found.published ??= dated.published;
    taken.push(line);
    // Who stands alone on the first line, with the title below the date; else who stands beside the date.
    const upper = above[at - 1];
    const titled = above
      .slice(at + 1)
      .some((line) => creditOf(line.text) === undefined && !boilerplateOf(line.text));
    if (
      found.outlet === undefined &&
      upper &&
      at === 1 &&
      titled &&
      isOutlet(upper.text) &&
      adjacent(lines, upper, line)
    ) {
      found.outlet = upper.text;
      taken.push(upper);
    }
    if (dated.beside !== undefined && isOutlet(dated.beside)) found.outlet ??= dated.beside;
  }
  const agency = DATELINE.exec(head[body]?.text ?? '')?.groups?.agency;
  if (agency !== undefined) found.outlet ??= agency;
  if (found.title === undefined) {
    const titleLine = titleOf(lines, taken);
    if (titleLine) {
      found.titleLine = titleLine;
      found.title = titleLine.text.replace(/^#+\s*|^\*\*|\*\*$/g, '').trim();
    }
  }
  return { ...found, lines: taken };
}

function keyedLine(text: string): { kind: (typeof KEYS)[number][0]; value: string } | undefined {
  if (text.length > 340) return undefined;
  for (const [kind, pattern] of KEYED) {
    const value = pattern.exec(text)?.groups?.value?.trim();
    if (value !== undefined && value !== '') return { kind, value };
  }
  return undefined;
}

/** "Saturday 8 March 2025, 19:40"; "Harbour Wire | 8 March 2025"; "By A. Name, 8 March 2025". */
function datedLine(text: string): { published: string; beside?: string } | undefined {
  if (text.length > 120) return undefined;
  const whole = readMoment(text);
  if (whole !== undefined) return { published: whole };
  const pieces = text.split(/\s*[|•·]\s*|\s+[–—-]\s+/).filter((piece) => piece !== '');
  if (pieces.length < 2 || pieces.length > 4) return undefined;
  for (const piece of pieces) {
    const published = readMoment(piece);
    if (published === undefined) continue;
    const beside = pieces.find(
      (other) => other !== piece && !/^(?:by|par|بقلم)\s/iu.test(other) && !/\d{1,2}:\d{2}/.test(other),
    );
    return { published, ...(beside === undefined ? {} : { beside }) };
  }
  return undefined;
}

const isOutlet = (text: string): boolean =>
  text.length <= 60 &&
  text.split(/\s+/).length <= 6 &&
  !endsAsSentence(text) &&
  !/\d{2}|^\d|\(\d+ min\b/.test(text) &&
  !/^(?:by|par|بقلم)\s/iu.test(text) &&
  !/["“”«»?؟!]/.test(text);

const adjacent = (lines: readonly Line[], upper: Line, lower: Line): boolean =>
  lines.indexOf(lower) === lines.indexOf(upper) + 1;

/** The first line that is not about the report, where it does not run on as a paragraph does. */
function titleOf(lines: readonly Line[], taken: readonly Line[]): Line | undefined {
  const at = lines.findIndex((line) => line.text !== '' && !taken.includes(line));
  const line = lines[at];
  if (!line || line.text.length > 250 || line.text.length < 8) return undefined;
  if (/[.:؛،,;]$/.test(line.text) && !/^#/.test(line.text)) return undefined;
  const following = lines.slice(at + 1).filter((next) => next.text !== '' && !taken.includes(next));
  return following.length > 0 &&
    following.some((next) => next.text.length > line.text.length || next.text.length > 80)
    ? line
    : undefined;
}
