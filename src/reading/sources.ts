import type { Span } from '../model/index.ts';
import { officeAndNameArabic } from './offices.ts';
import { ORGANISATION, PLURAL_PEOPLE, ROLE } from './speaking-nouns.ts';
import { inOneLine, startsHigh } from './tokens.ts';

/** Stands in a chain where a report passes words on without naming whose they are: "is said to". */
export const UNNAMED_SOURCE = 'unnamed';

export const MEDIA = new Set(
  'camera cameras كاميرا كاميرات message messages rumour rumor رسالة رسائل منشور منشورات footage video videos clip clips photo photos photograph photographs image images picture pictures cctv recording recordings film tape account accounts testimony testimonies post posts screenshot screenshots لقطات مقطع مقاطع فيديو صور صورة تسجيل تسجيلات مشاهد شهادات روايات'.split(
    ' ',
  ),
);

const LEADING =
  /^(?:with|amid|from|by|the|this|that|these|those|its|his|her|their|other|more|same|one(?=\s+(?!of\s)\p{Ll})|thousands of|hundreds of|dozens of|tens of thousands of)\s+/iu;

const LEADING_WORDS = new Set(
  'with amid from by the this that these those its his her their other more same one thousands hundreds dozens tens'.split(
    ' ',
  ),
);

/** Nouns that stand for words without saying whose: "estimates", "unconfirmed reports". */
const GENERIC =
  /^(?:(?:some|many|several|various|other|recent|early|initial|unconfirmed|unverified|local|media|growing|widespread)\s+)*(?:estimates?|reports?|rumou?rs?|speculation|claims?|fears?|concerns?|allegations?|there|it|years|accounts)$/i;

const BASED =
  /^(?:[\p{L}-]+-based|(?:local|international|independent|non-governmental|nonprofit|charity)\s)\s*/iu;

export interface NamedSource {
  readonly name: string;
  /** What the source is, so that a later "he", "they" or "the group" finds it. */
  readonly sort: 'person' | 'organisation' | 'people' | 'media' | 'other';
  /** A short form that the text introduces: "(HLD)". */
  readonly short?: string;
  /** From whom a recording or an account comes: "video from the rebels". */
  readonly from?: string;
}

/** The name that a source's words give: without articles, roles, appositions and what stands around it. */
export function nameSource(text: string, span: Span): NamedSource {
  let written = inOneLine(text.slice(span.start, span.end)).trim();
  const plain = LETTERS_AND_SPACES.test(written);
  const arabic = /[\u0600-\u06ff]/.test(written.slice(0, 4));
  let short: string | undefined;
  const parenthesis = written.includes('(') ? /\(([^()]{2,30})\)/.exec(written.slice(0, 300)) : null;
  if (parenthesis) {
    if (/^@?[\p{Lu}\d_][\p{L}\d_.]{1,20}$/u.test(parenthesis[1]!)) short = parenthesis[1]!;
    written = (written.slice(0, parenthesis.index) + written.slice(parenthesis.index + parenthesis[0].length))
      .replace(/\s+/g, ' ')
      .trim();
  }
  if (arabic) return { ...nameArabic(written), ...(short ? { short } : {}) };
  const afterComma = written.includes(',')
    ? written.split(/,\s+(?=(?:who|which|whose|whom|a|an|the|\p{Ll}|\d))/u)
    : [written];
  let head = afterComma[0]!.trim();
  // "A salt worker, Anwar Tilbi"; "its director, Amal Sader": the person's name stands behind the comma.
  const named =
    written.includes(',') &&
    /^(?:a|an|the|its|his|her|their|one)\s+[\p{L}\s’'-]{3,70},\s+(\p{Lu}[\p{L}.’'-]+(?:\s+(?:al-|el-)?\p{Lu}[\p{L}.’'-]+){1,3})(?:,|$)/iu.exec(
      written,
    );
  if (
    named &&
    /^\p{Lu}/u.test(named[1]!) &&
    isOnePerson(
      named[0]
        .slice(0, named[0].indexOf(','))
        .split(/\s+(?:of|for|from|in|at|with)\s/)[0]!
        .split(/\s/)
        .at(-1)!
        .toLowerCase(),
    )
  )
    return { name: named[1]!, sort: 'person', ...(short ? { short } : {}) };
  // "civil defence group, the White Helmets": the name stands behind.
  const second =
    afterComma[1] !== undefined &&
    /^(?:the\s+)?(\p{Lu}[\p{L}-]+(?:\s+(?:of|for|and|the|\p{Lu}[\p{L}-]+)){0,7})$/u.exec(
      afterComma[1].split(',')[0]!.trim(),
    );
  if (second && !/^\p{Lu}[\p{L}-]*\s+\p{Lu}/u.test(head)) head = second[1]!;
  if (head.includes(' wh') || head.includes(' that ')) head = head.split(/\s+(?:who|which|whose|that)\s/)[0]!;
  head = withoutLeading(head);
  if (GENERIC.test(head)) return { name: UNNAMED_SOURCE, sort: 'other' };
  const words = head.split(' ');
  const last = (words.at(-1) ?? '').toLowerCase();
  const mediaAt = mediaAmong(words);
  if (mediaAt >= 0) {
    const from = /\b(?:from|by|of)\s+(.{2,80})$/.exec(words.slice(mediaAt + 1).join(' '));
    let owner = from?.[1]?.split(/\s+(?:as|in|on|at|when|showing|that|who)\s/)[0]?.replace(/,.*$/, '');
    owner &&= withoutLeading(owner);
    if (owner && isSomebody(owner))
      return {
        name: capital(owner),
        sort: PLURAL_PEOPLE.has(owner.split(' ').at(-1)!.toLowerCase()) ? 'people' : 'other',
        from: capital(owner),
      };
    return { name: capital(words.slice(0, mediaAt + 1).join(' ')), sort: 'media' };
  }
  head = head.replace(BASED, '');
  const quoted = plain ? null : /["“‘'](\p{Lu}[^"”’']{2,40})["”’']/u.exec(written);
  if (quoted && written.indexOf(quoted[0]) < 60 && afterComma[0]!.includes(quoted[0])) head = quoted[1]!;
  const lastWords = head.split(' ');
  // Lower-case words and roles before a name of two words or more: "spokesman Omar Haddad".
  const firstName = lastWords.findIndex(
    (word, index) => index > 0 && startsHigh(word) && !ROLE.has(word.toLowerCase().replace('.', '')),
  );
  let isBody = false;
  const before = lastWords[firstName - 1]?.toLowerCase() ?? '';
  const kind = BODY_NOUN.test(before) ? 'body' : isOnePerson(before) ? 'person' : undefined;
  // "Tolvian foreign minister Jorin Halvek", "Rights group Threshold": the noun right before the name says what it is.
  const leadIn =
    firstName > 0 &&
    lastWords
      .slice(0, firstName)
      .every(
        (word, at) =>
          /^\p{Ll}|^\d/u.test(word) ||
          ROLE.has(word.toLowerCase().replace('.', '')) ||
          (at === 0 && kind !== undefined),
      );
  if (
    leadIn &&
    lastWords.slice(firstName).every((word) => /^\p{Lu}|^(?:al|el|bin|ibn|von|van|de)-?/u.test(word)) &&
    !lastWords
      .slice(0, firstName)
      .some((word) => ['in', 'of', 'at', 'from', 'for', 'and', 'with', 'near'].includes(word))
  ) {
    head = lastWords.slice(firstName).join(' ');
    isBody = kind === 'body';
  }
  if (!plain)
    head = head
      .replace(/["“”]/g, '')
      .replace(/['’]s?$/, '')
      .replace(/[,.;:]+$/, '');
  head = head.trim();
  // Nobody's own name takes an article; a body's may: "the Blue Lanterns".
  const body =
    head.includes(' ') &&
    /^the\s+\p{Lu}[\p{L}’'-]*\s+\p{Lu}[\p{L}’'-]*$/iu.test(`the ${head}`) &&
    (` ${written}`.toLowerCase().includes(` the ${head.toLowerCase()}`) ||
      afterComma[0]!.split(' ').some((word) => ORGANISATION.has(word.toLowerCase())));
  const sort = sortOf(head, last);
  // "Lawyers for the Absent", "Hill Eyes, a group which keeps lists"
  const called =
    afterComma[1] === undefined
      ? undefined
      : /^(?:an?|the|one)\s(?:[\p{L}-]+\s){0,4}?(?<noun>[\p{Ll}-]+)(?=\s(?:of|for|in|that|which|based|run|founded)\b|[,.]|$)/u.exec(
          afterComma[1],
        )?.groups?.['noun'];
  const actsFor = ACTING.test(head) && /^\p{Lu}\S*(?:\s\S+)*\s(?:for|without)\s(?:the\s)?\p{Lu}/u.test(head);
  return {
    name: capital(head),
    sort:
      isBody || (body && sort === 'person') || actsFor || (called !== undefined && ORGANISATION.has(called))
        ? 'organisation'
        : sort,
    ...(short ? { short } : {}),
  };
}

const LETTERS_AND_SPACES = /^[A-Za-z ]+$/;
const ACTING = / (?:for|without) /;

function withoutLeading(written: string): string {
  let rest = written;
  while (LEADING_WORDS.has(rest.slice(0, rest.indexOf(' ')).toLowerCase())) {
    const shorter = rest.replace(LEADING, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

const NO_LETTER = /[^\p{L}]/gu;
const ASCII_LETTERS = /^[a-z]+$/;
/** Where a recording or a message is named among the first words; -1 where none is. */
function mediaAmong(words: readonly string[]): number {
  for (let at = 0; at < words.length && at < 5; at++) {
    const lower = words[at]!.toLowerCase();
    if (MEDIA.has(ASCII_LETTERS.test(lower) ? lower : lower.replace(NO_LETTER, ''))) return at;
  }
  return -1;
}
/** Nouns for a body that stand right before its name. */
const BODY_NOUN =
  /^(?:group|outfit|charity|watchdog|agency|network|organi[sz]ation|association|monitor|broadcaster|channel|newspaper|body|union|league|party|militia)$/;

/** From whom a recording comes, not from where: "the rebels", "Valley Rescue", not "the control room". */
const isSomebody = (owner: string): boolean => {
  const words = owner.toLowerCase().split(' ');
  return (
    /^\p{Lu}|^@/u.test(owner) ||
    words.some((word) => ORGANISATION.has(word) || PLURAL_PEOPLE.has(word) || isOnePerson(word)) ||
    /^[^s]+[^su]s$/.test(words[0]!)
  );
};

export const capital = (name: string): string =>
  name === '' ? name : name[0]!.toUpperCase() + name.slice(1);

const BEHIND_NOUN = new Set(
  'of from for in at with on near who which that by under outside inside to'.split(' '),
);

/** A common noun for one person: "photographer", "resident", "a former detainee". */
export const isOnePerson = (noun: string): boolean =>
  ROLE.has(noun) ||
  (/(?:[a-z]{2}(?:er|or|ist|ian|eer)|[a-z]{3}(?:ee|man|woman|ant)|resident|neighbour|neighbor|student|agent|parent|cook|guard|guide|clerk|monk|nurse|imam|priest|mum|dad|scientist|smith|wright|child|boy|girl|pilot|guest|patient|survivor|witness|rebel)$/.test(
    noun,
  ) &&
    !THINGS.has(noun));

const THINGS = new Set(
  'after anger banner barrier better bladder boiler border buffer bunker cancer career carrier center chamber chapter charter cluster coffee committee computer container cooker copper corner corridor counter covenant cover crater danger detector dinner disaster door drawer earlier either elephant elevator error ever excavator factor feather fever fewer finger floor folder former freezer gender generator greater gutter hammer heater helicopter higher horror hunger inner ladder larger later latter layer leather ledger letter liver locker longer loudspeaker lower matter meteor meter mirror monitor motor murder neither never newspaper number order other outer over paper plaster poster power prayer printer quarter radiator rather reactor register remnant restaurant river roster rubber scanner sector server sewer shelter shoulder shower shutter silver smaller sticker summer sweater tender terror thunder timber tower tractor trailer transmitter trigger truck-tractor under upper ventilator warrant water weather whether winter wonder wrapper'.split(
    ' ',
  ),
);

const ONE_PERSON = new Set(
  'man woman prisoner detainee witness resident rebel soldier survivor boy girl'.split(' '),
);

function sortOf(head: string, last: string): NamedSource['sort'] {
  const words = head.toLowerCase().split(' ');
  // "A rescuer from Valley Rescue" is one person, whatever stands behind.
  const until = words.findIndex((word, at) => at > 0 && BEHIND_NOUN.has(word));
  const written = head.split(' ');
  const nounAt = until < 0 ? words.length - 1 : until - 1;
  if (/^\p{Ll}/u.test(written[nounAt]!) && isOnePerson(words[nounAt]!)) return 'person';
  if (words.some((word) => ORGANISATION.has(word)) || /^[A-Z]{2,8}$/.test(head)) return 'organisation';
  if (
    words.some((word) => PLURAL_PEOPLE.has(word)) ||
    (/[^s]s$/.test(last) && /^\p{Ll}/u.test(written.at(-1)!))
  )
    return 'people';
  if (/^\p{Lu}[\p{L}.'’-]+(?:\s+(?:al|el|bin|van|de)?-?\p{Lu}[\p{L}.'’-]+){1,3}$/u.test(head))
    return 'person';
  if (words.some((word) => ROLE.has(word) || ONE_PERSON.has(word))) return 'person';
  // "A ferry" begins with a capital for its article alone.
  if (/^\p{Lu}/u.test(head) && !/^(?:a|an|the|another|no|some)\s\p{Ll}/iu.test(head)) return 'person';
  return 'other';
}

/** «معلومات غير مؤكدة», «روايات أخرى»: words without saying whose. */
const GENERIC_AR =
  /^(?:معلومات|أنباء|تقارير|روايات|تقديرات|تسريبات|شائعات|مزاعم)(?:\s+(?:أخرى|أولية|متداولة|متضاربة|محلية|صحفية|إعلامية|متفرقة|حقوقية|غير\s+\S+|لم\s.*))*$/u;

/** «ورابطة الأهالي: …»: «و» joined to a word for a body or a speaker. */
const HEAD_JOINED =
  /^و(?=(?:منظمة|هيئة|رابطة|لجنة|حكومة|إدارة|محافظة|جمعية|مؤسسة|شبكة|مركز|مجلس|اتحاد|نقابة|بلدية|مدير|رئيس|مصادر|مصدر|مسؤول|فرق|مرصد|سلطات|قوات)(?:\s|$))/u;

function nameArabic(said: string): NamedSource {
  const written = said
    .replace(/[«»"“”]/g, '')
    .split(/،/)[0]!
    .trim()
    .replace(HEAD_JOINED, '');
  const office = officeAndNameArabic(written);
  if (office?.name !== undefined) return { name: office.name, sort: 'person' };
  const head = written;
  if (GENERIC_AR.test(head)) return { name: UNNAMED_SOURCE, sort: 'other' };
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
export const PLURAL_BEHIND = /^\s+(?:have|are|were|do|say|claim|believe|estimate|report|warn|fear)\b/;

const SEEN_ON =
  /\b(?:seen|shown|visible|captured|caught|filmed|recorded|appear(?:s|ed)?|heard)\s+(?:\w+\s+){0,2}?(?:on|in)\s+(?:\w+\s+){0,2}?(cctv|footage|video|videos|film|camera|photos|images)\b/i;

const SEEN_ON_AR = /(?:ظهر|يظهر|تظهر|شوهد|يظهرون|ظهروا)[^.،]{0,40}?(كاميرات|لقطات|تسجيلات|صور|فيديو)/;

/** The recording in which a content is said to be seen: one more link of its chain. */
export function recordingIn(text: string, { start, end }: Span): string | undefined {
  const words = text.slice(start, Math.min(end, start + 600));
  const match = SEEN_ON.exec(words) ?? SEEN_ON_AR.exec(words);
  return match ? (match[1]!.toLowerCase() === 'cctv' ? 'CCTV' : capital(match[1]!)) : undefined;
}
