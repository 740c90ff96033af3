import type { Span } from '../model/index.ts';
import type { Bodies } from './bodies.ts';
import { officeAndNameArabic, officeBehindArabic, officeOf } from './offices.ts';
import { ORGANISATION, PLURAL_PEOPLE, ROLE } from './speaking-nouns.ts';
import type { Token } from './tokens.ts';
import { tokenize } from './tokens.ts';

/** Stands in a chain where a report passes words on without naming whose they are: "is said to". */
export const UNNAMED_SOURCE = 'unnamed';

/** Platforms and agencies that pass other people's words on. Generic names of the trade; a case adds its own. */
const PLATFORMS: readonly [name: string, spellings: string][] = [
  ['X', 'x|twitter|إكس|تويتر|منصة إكس|منصة اكس'],
  ['Facebook', 'facebook|فيسبوك|فايسبوك'],
  ['Telegram', 'telegram|تلغرام|تيليغرام|تليغرام'],
  ['Instagram', 'instagram|إنستغرام|انستغرام'],
  ['YouTube', 'youtube|يوتيوب'],
  ['TikTok', 'tiktok|تيك توك'],
  ['WhatsApp', 'whatsapp|واتساب|واتس اب'],
];
const AGENCIES: readonly [name: string, spellings: string][] = [
  ['AFP', 'afp|agence france-presse|agence france presse|فرانس برس|وكالة فرانس برس|أ ف ب'],
  ['AP', 'ap|the associated press|associated press|أسوشيتد برس|اسوشيتد برس|أسوشييتد برس'],
  ['Reuters', 'reuters|رويترز|وكالة رويترز'],
  ['DPA', 'dpa|د ب أ'],
  ['Anadolu', 'anadolu|anadolu agency|الأناضول|وكالة الأناضول'],
  ['BBC', 'bbc|the bbc|bbc news|بي بي سي'],
  ['CNN', 'cnn|سي إن إن'],
  ['Al Jazeera', 'al jazeera|aljazeera|al-jazeera|الجزيرة|قناة الجزيرة'],
  ['Al Arabiya', 'al arabiya|al-arabiya|العربية|قناة العربية'],
  ['Sky News', 'sky news'],
  ['NPR', 'npr'],
  ['The Guardian', 'the guardian|guardian'],
  ['The New York Times', 'the new york times|new york times'],
  ['The Washington Post', 'the washington post|washington post'],
];

const platforms = new Map(
  PLATFORMS.flatMap(([name, list]) => list.split('|').map((each): [string, string] => [each, name])),
);
const agencies = new Map(
  AGENCIES.flatMap(([name, list]) => list.split('|').map((each): [string, string] => [each, name])),
);

const OUTLET_HEADS =
  /\b(?:news|times|post|herald|tribune|gazette|journal|daily|weekly|radio|tv|television|agency|network|broadcaster|newspaper|magazine|press|telegraph|chronicle|observer|courier|bell|channel)\b/i;
const OUTLET_HEADS_AR = /(?:وكالة|صحيفة|قناة|إذاعة|تلفزيون|موقع|شبكة|مجلة|جريدة)/;

/** The name of an outlet or agency that somebody spoke to, or nothing: "told reporters" names none. */
export function outletNamed(written: string): string | undefined {
  const trimmed = written.trim().replace(/^(?:لـ|ل)(?=\p{L}{3})/u, '');
  const lower = trimmed.toLowerCase();
  const known =
    agencies.get(lower) ??
    agencies.get(lower.replace(/^the /, '')) ??
    agencies.get(lower.replace(/^ل?(?:وكالة|قناة|صحيفة) /, ''));
  if (known) return known;
  if (trimmed.length < 60 && /^(?:the\s+)?\p{Lu}/u.test(trimmed) && OUTLET_HEADS.test(trimmed))
    return trimmed.replace(/^the\s+/i, '');
  if (trimmed.length < 60 && OUTLET_HEADS_AR.test(trimmed)) return trimmed;
  return undefined;
}

/** What somebody put on a platform: "a message shared widely on Facebook". It passes on words of one not named. */
export function platformWithin(text: string, source: Span): string | undefined {
  const words = tokenize(text, source.start, Math.min(source.end, source.start + 60));
  return words.slice(0, 6).some((word) => MEDIA.has(word.lower))
    ? platformAfter(text, source.start, source.end)
    : undefined;
}

/** A platform named right behind a cue: "announced on X", "in a post on Telegram", "عبر فيسبوك". */
export function platformAfter(text: string, cueEnd: number, sentenceEnd: number): string | undefined {
  const words = tokenize(text, cueEnd, Math.min(sentenceEnd, cueEnd + 90));
  for (let at = 0; at + 1 < words.length && at < 10; at++) {
    if (!['on', 'via', 'through', 'to', 'على', 'عبر', 'في'].includes(words[at]!.lower)) continue;
    for (let next = at + 1; next < Math.min(words.length, at + 5); next++) {
      const name =
        platforms.get(words[next]!.lower) ??
        platforms.get(`${words[next]!.lower} ${words[next + 1]?.lower ?? ''}`);
      if (name && (words[next]!.lower !== 'x' || words[next]!.text === 'X')) return name;
      if (words[next]!.kind === 'mark') break;
    }
  }
  return undefined;
}

const MEDIA = new Set(
  'camera cameras كاميرا كاميرات message messages rumour rumor رسالة رسائل منشور منشورات footage video videos clip clips photo photos photograph photographs image images picture pictures cctv recording recordings film tape account accounts testimony testimonies post posts screenshot screenshots لقطات مقطع مقاطع فيديو صور صورة تسجيل تسجيلات مشاهد شهادات روايات'.split(
    ' ',
  ),
);
const LEADING =
  /^(?:with|amid|from|by|the|this|that|these|those|its|his|her|their|other|more|one(?=\s+\p{Ll})|thousands of|hundreds of|dozens of|tens of thousands of)\s+/iu;
/** Nouns that stand for words without saying whose: "estimates", "unconfirmed reports". */
const GENERIC =
  /^(?:(?:some|many|several|various|other|recent|early|initial|unconfirmed|unverified|local|media|growing|widespread)\s+)*(?:estimates?|reports?|rumou?rs?|speculation|claims?|fears?|concerns?|allegations?|there|it|years|accounts)$/i;

const BASED =
  /^(?:[\p{L}-]+-based|(?:local|international|independent|non-governmental|nonprofit|charity)\s)\s*/iu;

interface NamedSource {
  readonly name: string;
  /** What the source is, so that a later "he", "they" or "the group" finds it. */
  readonly sort: 'person' | 'organisation' | 'people' | 'media' | 'other';
  /** A short form that the text introduces: "(HLD)". */
  readonly short?: string;
  /** From whom a recording or an account comes: "video from the rebels". */
  readonly from?: string;
}

/** The name that a source's words give: without articles, roles, appositions and what stands around it. */
function nameSource(text: string, span: Span): NamedSource {
  let written = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  const arabic = /[\u0600-\u06ff]/.test(written.slice(0, 4));
  let short: string | undefined;
  const parenthesis = /\(([^()]{2,30})\)/.exec(written.slice(0, 300));
  if (parenthesis) {
    if (/^@?[\p{Lu}\d_][\p{L}\d_.]{1,20}$/u.test(parenthesis[1]!)) short = parenthesis[1]!;
    written = (written.slice(0, parenthesis.index) + written.slice(parenthesis.index + parenthesis[0].length))
      .replace(/\s+/g, ' ')
      .trim();
  }
  if (arabic) return { ...nameArabic(written), ...(short ? { short } : {}) };
  const quoted = /["“‘'](\p{Lu}[^"”’']{2,40})["”’']/u.exec(written);
  const afterComma = written.split(/,\s+(?=(?:who|which|whose|whom|a|an|the|\p{Ll}|\d))/u);
  let head = afterComma[0]!.trim();
  // "civil defence group, the White Helmets": the name stands behind.
  const second = /^(?:the\s+)?(\p{Lu}[\p{L}-]+(?:\s+(?:of|for|and|the|\p{Lu}[\p{L}-]+)){0,7})$/u.exec(
    afterComma[1]?.split(',')[0]?.trim() ?? '',
  );
  if (second && !/^\p{Lu}[\p{L}-]*\s+\p{Lu}/u.test(head)) head = second[1]!;
  head = head.split(/\s+(?:who|which|whose)\s/)[0]!;
  while (LEADING.test(head)) head = head.replace(LEADING, '');
  if (GENERIC.test(head)) return { name: UNNAMED_SOURCE, sort: 'other' };
  const words = head.split(' ');
  const last = (words.at(-1) ?? '').toLowerCase();
  const mediaAt = words.findIndex((word) => MEDIA.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')));
  if (mediaAt >= 0 && mediaAt < 5) {
    const from = /\b(?:from|by|of)\s+(.{2,80})$/.exec(words.slice(mediaAt + 1).join(' '));
    let owner = from?.[1]?.split(/\s+(?:as|in|on|at|when|showing|that|who)\s/)[0]?.replace(/,.*$/, '');
    while (owner && LEADING.test(owner)) owner = owner.replace(LEADING, '');
    if (owner && !/^(?:the\s+)?(?:prison|jail|scene|site|area|inside)/i.test(owner))
      return {
        name: capital(owner),
        sort: PLURAL_PEOPLE.has(owner.split(' ').at(-1)!.toLowerCase()) ? 'people' : 'other',
        from: capital(owner),
      };
    return { name: capital(words.slice(0, mediaAt + 1).join(' ')), sort: 'media' };
  }
  head = head.replace(BASED, '');
  if (quoted && written.indexOf(quoted[0]) < 60 && afterComma[0]!.includes(quoted[0])) head = quoted[1]!;
  const lastWords = head.split(' ');
  // Lower-case words and roles before a name of two words or more: "spokesman Omar Haddad".
  const firstName = lastWords.findIndex(
    (word, index) => /^\p{Lu}/u.test(word) && !ROLE.has(word.toLowerCase().replace('.', '')) && index > 0,
  );
  const leadIn =
    firstName > 0 &&
    lastWords
      .slice(0, firstName)
      .every((word) => /^\p{Ll}|^\d/u.test(word) || ROLE.has(word.toLowerCase().replace('.', '')));
  if (
    leadIn &&
    lastWords.slice(firstName).every((word) => /^\p{Lu}|^(?:al|el|bin|ibn|von|van|de)-?/u.test(word)) &&
    !lastWords
      .slice(0, firstName)
      .some((word) => ['in', 'of', 'at', 'from', 'for', 'and', 'with', 'near'].includes(word))
  ) {
    head = lastWords.slice(firstName).join(' ');
  }
  head = head
    .replace(/["“”]/g, '')
    .replace(/['’]s?$/, '')
    .replace(/[,.;:]+$/, '')
    .trim();
  // Nobody's own name takes an article; a body's may: "the Blue Lanterns".
  const body =
    /^the\s+\p{Lu}[\p{L}’'-]*\s+\p{Lu}[\p{L}’'-]*$/iu.test(`the ${head}`) &&
    (` ${written}`.toLowerCase().includes(` the ${head.toLowerCase()}`) ||
      afterComma[0]!.split(' ').some((word) => ORGANISATION.has(word.toLowerCase())));
  const sort = sortOf(head, last);
  return {
    name: capital(head),
    sort: body && sort === 'person' ? 'organisation' : sort,
    ...(short ? { short } : {}),
  };
}

const capital = (name: string): string => (name === '' ? name : name[0]!.toUpperCase() + name.slice(1));

function sortOf(head: string, last: string): NamedSource['sort'] {
  const words = head.toLowerCase().split(' ');
  if (words.some((word) => ORGANISATION.has(word)) || /^[A-Z]{2,8}$/.test(head)) return 'organisation';
  if (
    words.some((word) => PLURAL_PEOPLE.has(word)) ||
    (/[^s]s$/.test(last) && /^\p{Ll}/u.test(head.split(' ').at(-1) ?? ''))
  )
    return 'people';
  if (/^\p{Lu}[\p{L}.'’-]+(?:\s+(?:al|el|bin|van|de)?-?\p{Lu}[\p{L}.'’-]+){1,3}$/u.test(head))
    return 'person';
  if (
    words.some(
      (word) =>
        ROLE.has(word) ||
        [
          'man',
          'woman',
          'prisoner',
          'detainee',
          'witness',
          'resident',
          'rebel',
          'soldier',
          'survivor',
          'boy',
          'girl',
        ].includes(word),
    )
  )
    return 'person';
  if (/^\p{Lu}/u.test(head)) return 'person';
  return 'other';
}

function nameArabic(said: string): NamedSource {
  const written = said
    .replace(/[«»"“”]/g, '')
    .split(/،/)[0]!
    .trim();
  const office = officeAndNameArabic(written);
  if (office?.name !== undefined) return { name: office.name, sort: 'person' };
  const head = written;
  const words = head.split(' ');
  const first = words[0] ?? '';
  if (MEDIA.has(first)) return { name: head, sort: 'media' };
  const spokes = /^(?:المتحدث|الناطق|متحدث|ناطق|المتحدثة|الناطقة)/.test(first);
  if (spokes) return { name: head, sort: 'person' };
  if (words.some((word) => ORGANISATION.has(word) || ORGANISATION.has(word.replace(/^ال/, ''))))
    return { name: head, sort: 'organisation' };
  if (PLURAL_PEOPLE.has(first) || /(?:ون|ين|ات)$/.test(first)) return { name: head, sort: 'people' };
  return { name: head, sort: 'person' };
}

/** Verbs in the plural right behind a name: "Harbour Watch have said". */
const PLURAL_BEHIND = /^\s+(?:have|are|were|do|say|claim|believe|estimate|report|warn|fear)\b/;

/** Who was named so far, most recent last; learns short forms and surnames, and finds what a pronoun means. */
export interface SourceMemory {
  resolve(text: string, span: Span, antecedent?: Span): string;
  /** The body for which the text says that this person speaks: "its spokesman, X". */
  office(name: string): string | undefined;
  /** A subject that was no source: "The Harbour Watch is searching. They have …". */
  notice(text: string, span: Span): void;
  last(): string | undefined;
}

const PRONOUN_SORTS: ReadonlyMap<string, readonly NamedSource['sort'][]> = new Map(
  Object.entries({
    he: ['person'],
    she: ['person'],
    his: ['person'],
    her: ['person'],
    him: ['person'],
    they: ['people', 'organisation', 'media'],
    their: ['people', 'organisation'],
    them: ['people', 'organisation'],
    it: ['organisation', 'media'],
    its: ['organisation'],
  } satisfies Record<string, NamedSource['sort'][]>),
);
const ORGANISATION_ANAPHOR =
  /^(?:the|this)\s+(?:group|organi[sz]ation|association|agency|ministry|committee|council|network|charity|company|watchdog|monitor|statement|report|centre|center|commission|foundation|body|rights group|monitoring group)$/i;
const ORGANISATION_ANAPHOR_AR =
  /^(?:المنظمة|الوزارة|الرابطة|الهيئة|اللجنة|الجمعية|المجموعة|البيان|المؤسسة|الشبكة|المركز|الوكالة|المحافظة)$/;
const PERSON_ANAPHOR =
  /^(?:the|this)\s+(?:man|woman|official|spokesman|spokeswoman|spokesperson|minister|director|mother|father|prisoner|detainee|survivor|resident|witness|doctor|lawyer|activist|commander|mayor|governor)$/i;

const ALSO_KNOWN =
  /^[^,]{2,60},?\s+(?:(?:better|also|widely)\s+)known as\s+(?:the\s+)?["“‘']?((?:\p{Lu}[\p{L}’-]*\s?){1,4})/u;

/** A phrase that a preposition opens, and many people at once: nobody whom a later pronoun would mean. */
const LED_INTO = /^(?:in|on|at|by|with|from|for|of|during|after|before|among|under|inside)\s/i;
const A_CROWD = /^(?:\p{L}+\s+){0,3}(?:\d{2,}[\d,.]*\s|(?:thousands|hundreds|dozens|scores|tens)\s+of\s)/iu;

/** `aliases` maps a spelling, lower case, to the name it stands for; given by the case. */
export function sourceMemory(
  aliases: ReadonlyMap<string, string>,
  bodies?: Bodies,
  stated: Iterable<{ person: string; owner: string; at: number }> = [],
): SourceMemory {
  const named: NamedSource[] = [];
  const offices = new Map<string, string>();
  /** As the report says it in a sentence of its own. */
  const officers = new Map<string, string>();
  /** A body by its bare noun: named in full before, or by a word of its kind ("the rescuers" of a Rescue). */
  const bodyMeant = (written: string, at: number): string | undefined => {
    const full = bodies?.fullName(written, at);
    if (full !== undefined) return full;
    const bare = /^ال(\p{L}+)$/u.exec(written)?.[1];
    if (bare !== undefined)
      return (
        named.findLast((each) => each.name.startsWith(`${bare} `))?.name ??
        (/^(?:فرق|فريق)$/u.test(bare) ? lastOf(['organisation']) : undefined)
      );
    const stem = /^(?:the\s+)?(\p{Ll}{5,}?)(?:rs|s)$/u.exec(written)?.[1];
    return stem === undefined
      ? undefined
      : named.findLast((each) => each.sort === 'organisation' && each.name.toLowerCase().includes(stem))
          ?.name;
  };
  const learnOffice = (written: string, at: number, person: string, behind: string): void => {
    const arabic = /^[\u0600-\u06ff]/.test(written);
    const owner = arabic
      ? (officeAndNameArabic(written)?.office ?? officeBehindArabic(behind))
      : officeOf(written);
    if (owner === undefined) return;
    const office = /^(?:its|their)$/i.test(owner)
      ? lastOf(['organisation'])
      : (bodyMeant(owner, at) ??
        (arabic && owner.startsWith('ال') && !owner.includes(' ')
          ? undefined
          : nameSource(owner, { start: 0, end: owner.length }).name));
    if (office !== undefined && office !== person && office !== UNNAMED_SOURCE) offices.set(person, office);
  };
  const shorts = new Map<string, string>();
  const remember = (source: NamedSource): string => {
    const key = source.name.toLowerCase();
    const alias = aliases.get(key) ?? shorts.get(key);
    const full = alias ?? fullName(source.name);
    if (source.short) shorts.set(source.short.toLowerCase(), full);
    named.push({ ...source, name: full });
    if (named.length > 60) named.splice(0, 20);
    return full;
  };
  const fullName = (name: string): string => {
    if (/\s/.test(name)) return name;
    const known = named.findLast((each) => each.sort === 'person' && each.name.endsWith(` ${name}`));
    return known?.name ?? name;
  };
  const plural = (text: string, span: Span, source: NamedSource): NamedSource =>
    source.sort === 'person' && PLURAL_BEHIND.test(text.slice(span.end, span.end + 12))
      ? { ...source, sort: 'organisation' }
      : source;
  for (const { person, owner, at } of stated) {
    const office = bodies?.fullName(owner, at) ?? nameSource(owner, { start: 0, end: owner.length }).name;
    officers.set(person, office);
  }
  const lastOf = (sorts: readonly string[]): string | undefined =>
    named.findLast((each) => sorts.includes(each.sort))?.name;
  return {
    resolve(text, span, antecedent) {
      const written = text.slice(span.start, Math.min(span.end, span.start + 400)).trim();
      const lower = written.toLowerCase();
      if (antecedent) return remember(nameSource(text, antecedent));
      const sorts = PRONOUN_SORTS.get(lower);
      if (sorts) {
        const name = lastOf(sorts) ?? named.at(-1)?.name;
        if (name !== undefined) return name;
        return capital(written);
      }
      if (lower === 'who' || lower === 'which' || lower === 'that')
        return named.at(-1)?.name ?? capital(written);
      const meant = bodyMeant(written, span.start);
      if (meant !== undefined) return remember({ name: meant, sort: 'organisation' });
      if (ORGANISATION_ANAPHOR.test(written) || ORGANISATION_ANAPHOR_AR.test(written)) {
        const name = lastOf(['organisation']);
        if (name !== undefined) return name;
      }
      if (PERSON_ANAPHOR.test(written)) {
        const name = lastOf(['person']);
        if (name !== undefined) return name;
      }
      const source = plural(text, span, nameSource(text, span));
      // Before it is remembered, "its" means whoever was named last.
      const owned = source.sort === 'person' ? fullName(source.name) : undefined;
      if (owned !== undefined) learnOffice(written, span.start, owned, text.slice(span.end, span.end + 90));
      const name = remember(source);
      // Who reads several reports must know that both names are one.
      const also = ALSO_KNOWN.exec(written)?.[1]?.trim();
      return also === undefined || also === name ? name : `${name}, known as ${also}`;
    },
    office: (name) => offices.get(name) ?? officers.get(name) ?? officers.get(name.split(' ').at(-1)!),
    notice(text, span) {
      if (span.end - span.start > 200) return;
      const written = text.slice(span.start, span.end);
      if (ORGANISATION_ANAPHOR.test(written) || PERSON_ANAPHOR.test(written)) return;
      if (LED_INTO.test(written) || A_CROWD.test(written)) return;
      const source = nameSource(text, span);
      if (source.name.length < 2 || PRONOUN_SORTS.get(source.name.toLowerCase())) return;
      remember(plural(text, span, source));
    },
    last: () => (named.findLast(({ sort }) => sort !== 'media') ?? named.at(-1))?.name,
  };
}

const SEEN_ON =
  /\b(?:seen|shown|visible|captured|caught|filmed|recorded|appear(?:s|ed)?|heard)\s+(?:\w+\s+){0,2}?(?:on|in)\s+(?:\w+\s+){0,2}?(cctv|footage|video|videos|film|camera|photos|images)\b/i;
const SEEN_ON_AR = /(?:ظهر|يظهر|تظهر|شوهد|يظهرون|ظهروا)[^.،]{0,40}?(كاميرات|لقطات|تسجيلات|صور|فيديو)/;

/** The recording in which a content is said to be seen: one more link of its chain. */
export function recordingIn(tokens: readonly Token[], text: string): string | undefined {
  if (tokens.length === 0) return undefined;
  const words = text.slice(tokens[0]!.start, Math.min(tokens.at(-1)!.end, tokens[0]!.start + 600));
  const match = SEEN_ON.exec(words) ?? SEEN_ON_AR.exec(words);
  return match ? (match[1]!.toLowerCase() === 'cctv' ? 'CCTV' : capital(match[1]!)) : undefined;
}
