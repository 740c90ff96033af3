import type { Block } from './blocks.ts';
import type { Bodies } from './bodies.ts';
import { isOutletName } from './outlets.ts';
import { sentencesIn } from './sentences.ts';
import { ORGANISATION } from './speaking-nouns.ts';

const CAPITAL = String.raw`(?:al-)?\p{Lu}[\p{L}’'&-]{0,30}`;
const NAME = String.raw`(?:[Tt]he\s+)?(?<name>${CAPITAL}(?:\s+(?:(?:of|for|and|the|&)\s+){0,3}${CAPITAL}){0,10})`;
const NAME_AR = String.raw`(?<name>\p{Script=Arabic}{3,}(?:\s+\p{Script=Arabic}+){1,9})`;
const STATEMENT_AR = String.raw`(?:بيان|بلاغ|تصريح|نداء)(?:\s+(?:صحفي|صحافي|إعلامي|مشترك|عاجل|هام|توضيحي|رقم\s*[\d٠-٩]+))*`;
/** What a body writes over its own words, or under them. */
const OVER: readonly RegExp[] = [
  new RegExp(String.raw`^${NAME}(?:\s*\(\p{Lu}{2,10}\))?(?:\s*[|:–—-].*)?$`, 'u'),
  new RegExp(
    String.raw`^(?i:(?:(?:press|media|public|joint)\s+)?(?:statement|release|communiqué|appeal)\s+(?:by|of|from))\s+${NAME}`,
    'u',
  ),
  new RegExp(
    String.raw`^${NAME}(?:\s*\(\p{Lu}{2,10}\))?\s+(?i:(?:press\s+)?(?:statement|release|communiqué|appeal|update))\b`,
    'u',
  ),
  new RegExp(
    String.raw`^${STATEMENT_AR}\s+(?:(?:صادر|صادرة)\s+)?(?:عن|من)\s+${NAME_AR}(?:\s*[|:–—،-].*)?$`,
    'u',
  ),
  new RegExp(String.raw`^${NAME_AR}(?:\s*[|:–—-].*)?$`, 'u'),
];
/** A line that calls the text a statement: then any name alone on a line near it is the body's. */
const CALLED_STATEMENT =
  /^(?:(?:press|media|public|joint|open)\s+)?(?:statement|release|communiqué|appeal|letter|update)\b|^(?:بيان|بلاغ|تصريح|نداء|رسالة)(?=\s|$)/iu;
const NAME_ALONE = new RegExp(
  String.raw`^(?:(?:the\s+)?${CAPITAL}(?:\s+(?:(?:of|for|and|the|&)\s+){0,3}${CAPITAL}){1,9}|\p{Script=Arabic}{3,}(?:\s+\p{Script=Arabic}+){1,7})$`,
  'u',
);
const NO_BODY =
  /^(?:by|to|from|dear|about|contact|home|for|بيان|بلاغ|تصريح|نداء|رسالة|إلى|من|عن|بقلم|كتب|اتصل|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)(?=\s|$)/iu;
const UNDER = new RegExp(
  String.raw`^(?:(?i:for|on behalf of|signed(?:\s+for|,)?|©(?:\s*\d{4})?|all rights reserved\s*©?)\s+${NAME}|(?:عن|باسم|المكتب الإعلامي\s*(?:في|ل|لـ|–|-)?|جميع الحقوق محفوظة\s*©?|صدر عن|©)\s*${NAME_AR.replace('<name>', '<arabic>')})\s*[,.،]?(?:\s*\d{4})?$`,
  'u',
);

const WE = /(?<!\p{L})(?:we|our|ours|us)(?!\p{L})/iu;
/** As often as that at least: it looks at plain letters alone. */
const MAYBE_WE = /(?<![a-z])(?:we|ours?|us)(?![a-z])/gi;
const WE_ANYWHERE = /(?<!\p{L})(?:we|our|ours|us)(?!\p{L})/giu;
/** «نحن», «لدينا», and the verbs of saying and doing in which a body speaks of itself: «نطالب», «وثّقنا». */
const WE_AR_WORDS = String.raw`(?<!\p{L})[وف]?(?:نحن|إننا|أننا|لأننا|لدينا|عندنا|إلينا|علينا|بحوزتنا|[سل]?ن(?:طالب|ؤكد|رفض|أسف|دعو|ناشد|حذر|طلب|شكر|عتذر|علن|ذكر|ذكّر|عتقد|علم|قدر|قدّر|حتفظ|تلقى|ستغرب|ستنكر|دين|حمل|حمّل|توجه|توجّه|هيب|جدد|جدّد|شدد|شدّد|نفي|رى|رجح|رجّح|واصل|تابع|ملك|عمل|ضع|عد|نتظر)|(?:وث[قّ]+|أحصي|سجل|رصد|تلقي|تمك|تحقق|علم|زر|وجد|أعل|قل|ذكر|نشر|طلب|طالب|شاهد|جمع|قابل|أبلغ|تسلم|حذف|عرض|سحب|أخطأ|راجع|استمع|دخل|أرسل|انتشل|نقل|عثر)نا)(?!\p{L}|\u064b)`;
const WE_AR = new RegExp(WE_AR_WORDS, 'u');
const WE_AR_ANYWHERE = new RegExp(WE_AR_WORDS, 'gu');
const QUOTED = /["“«][^"“”»]{0,2000}["”»]/gu;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * The body whose own statement a text is, where "we" speaks in it outside quotation marks and a line above or below
 * names a body that is no newsroom: a charity's update, a press release, an open letter, «بيان». Nothing otherwise.
 */
export function ownVoice(text: string, blocks: readonly Block[], bodies: Bodies): string | undefined {
  if (!speaksAsWe(text, blocks)) return undefined;
  const lines = blocks.map((block) => text.slice(block.start, Math.min(block.end, block.start + 160)).trim());
  const head = lines.slice(0, 6);
  for (const line of head.slice(0, 4)) {
    for (const frame of OVER) {
      const name = bodyOf(frame.exec(line)?.groups?.['name']);
      if (name !== undefined) return name;
    }
  }
  if (head.some((line) => CALLED_STATEMENT.test(line))) {
    const name = head.find(
      (line) => line.length < 80 && NAME_ALONE.test(line) && !NO_BODY.test(line) && !isOutletName(line),
    );
    if (name !== undefined) return name;
  }
  for (const [index, line] of lines.entries()) {
    if (index < lines.length - 10) continue;
    const groups = UNDER.exec(line)?.groups;
    const name = groups?.['name'] ?? groups?.['arabic'];
    if (name !== undefined) return bodies.fullName(name, text.length) ?? bodyOf(name);
  }
  return undefined;
}

/** At least three sentences, and every fifth, speak of "we". */
function speaksAsWe(text: string, blocks: readonly Block[]): boolean {
  const arabic = ARABIC.test(text.slice(0, 400));
  const [we, anywhere] = arabic ? [WE_AR, WE_AR_ANYWHERE] : [WE, WE_ANYWHERE];
  // seldom enough in the whole text: sentences need not be parted
  if (!arabic && (text.match(MAYBE_WE)?.length ?? 0) < 3) return false;
  if ((text.match(anywhere)?.length ?? 0) < 3) return false;
  let all = 0;
  let own = 0;
  for (const block of blocks) {
    if (block.kind !== 'body' || all >= 400) continue;
    for (const { start, end } of sentencesIn(text, block.start, block.end)) {
      all++;
      if (we.test(text.slice(start, Math.min(end, start + 1000)).replace(QUOTED, ' '))) own++;
    }
  }
  return own >= 3 && own * 5 >= all;
}

const bodyOf = (name: string | undefined): string | undefined =>
  name !== undefined &&
  name.includes(' ') &&
  name.length < 100 &&
  !NO_BODY.test(name) &&
  !isOutletName(name) &&
  name
    .split(/\s+/u)
    .some((word) => ORGANISATION.has(word.toLowerCase()) || ORGANISATION.has(word.replace(/^ال/u, '')))
    ? name.trim()
    : undefined;
