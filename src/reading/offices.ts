const OFFICE =
  'spokesman|spokeswoman|spokesperson|leader|director|chief|head|commander|chairman|chairwoman|coordinator|manager|founder|co-founder';
const NAME = String.raw`(?:Dr\.?\s+|Mr\.?\s+|Mrs\.?\s+|Ms\.?\s+)?\p{Lu}[\p{L}’'-]+(?:\s+(?:al-)?\p{Lu}[\p{L}’'-]+)*`;
const BODY = String.raw`(?:the\s+)?[\p{L}’'-]+(?:\s+(?:(?:of|for|and|the)(?![\p{L}])|(?:al-)?\p{Lu}[\p{L}’'-]*))*`;

/** "the national forensic unit": a body by common nouns, up to where its words end. */
const COMMON_BODY = String.raw`(?:the\s+)(?:\p{Ll}+\s+){1,4}(?:unit|team|office|council|committee|service|agency|department|ministry|union|group|corps|directorate|commission|association|hospital)(?![\p{L}])`;

const FRAMES: readonly RegExp[] = [
  // its spokesman, X; the rescuers' leader, X; the hospital's director, Dr X
  new RegExp(String.raw`^(?<owner>its|their)\s+(?:\p{Ll}+\s+){0,2}(?:${OFFICE}),?\s+${NAME}`, 'u'),
  new RegExp(
    String.raw`^(?<owner>(?:[Tt]he\s+)?[\p{L}\s-]{2,80}?)(?:['’]s|s['’])\s+(?:\p{Ll}+\s+){0,2}(?:${OFFICE}),?\s+${NAME}`,
    'u',
  ),
  // X, a spokesman for the Y; X, director of Y
  new RegExp(
    String.raw`^${NAME},\s+(?:(?:a|an|the|its)\s+)?(?:\p{Ll}+\s+){0,2}(?:${OFFICE})\s+(?:of|for|at)\s+(?<owner>${COMMON_BODY}|${BODY})`,
    'u',
  ),
  // X, who led the five teams of Y
  new RegExp(
    String.raw`^${NAME},\s+who\s+(?:leads|led|heads|headed|runs|directs|commands)\s+(?:[\p{Ll}\s]{1,40}?\s+of\s+)?(?<owner>${COMMON_BODY}|${BODY})`,
    'u',
  ),
  // Y spokesman X
  new RegExp(
    String.raw`^(?<owner>(?:[Tt]he\s+)?\p{Lu}[\p{L}’'-]+(?:\s+(?:of|for|and|\p{Lu}[\p{L}’'-]+))*)\s+(?:${OFFICE}),?\s+${NAME}`,
    'u',
  ),
];

/** The body for which the words of a source say that a named person speaks: "its spokesman, X", "X, who led the Y". */
export function officeOf(written: string): string | undefined {
  const near = written.slice(0, 240).replace(/\s+/gu, ' ');
  for (const frame of FRAMES) {
    const owner = frame.exec(near)?.groups?.owner?.trim();
    if (owner === undefined || owner.length < 2) continue;
    return /s['’]\s/u.test(near.slice(owner.length, owner.length + 3)) ? `${owner}s` : owner;
  }
  return undefined;
}

const ROLE_AR =
  /^(?:(?:ال)?(?:ناطق|متحدث)(?:ة)?\s+(?:الرسمي(?:ة)?\s+)?باسم|(?:مدير|قائد|رئيس|منسق)(?:ة)?)\s+(.+)$/u;
const TITLE_AR =
  /^(?:ال(?:دكتور|طبيب|سيد|مهندس|محامي|ناشط|معلم|أستاذ|باحث|صحفي|صحافي|ضابط|ممرض|مسعف|متطوع|حاج|وزير|نائب|قاضي|مواطن|معتقل|سجين|متحدث|ناطق|مدير|منسق|مسؤول|شاهد)ة?(?!\s+باسم)|الشيخ|العميد|العقيد|اللواء|النقيب|الرائد|المقدم|الملازم|الفريق(?!\s+ال))\s+(?:ال\p{L}{3,}\s+(?=\S+\s+\S)){0,2}(.+)$/u;
/** «المتحدث باسمه فلان»: of the body named last. */
const ITS_AR = /^(?:ال)?(?:ناطق|متحدث)ة?\s+(?:الرسمية?\s+)?باسم(?:ه|ها|هم)\s+(\S+(?:\s+\S+){0,3})$/u;
/** «رئيستها ليلى مراد», «مسؤولها الأمني العميد سامي الحداد» */
const ITS_HEAD_AR =
  /^(?:رئيس|مدير|قائد|منسق|مسؤول|متحدث|ناطق|أمين|نقيب)(?:ت)?(?:ه|ها|هم)\s+(?:ال\p{L}{3,}\s+(?=\S+\s+\S)){0,2}(\S+(?:\s+\S+){0,3})$/u;
const BODY_AR =
  /^(?:مشفى|مستشفى|منظمة|هيئة|رابطة|لجنة|مركز|جمعية|مؤسسة|شبكة|وزارة|إدارة|محافظة|مجلس|فرق|فريق|جامعة|بلدية)$/u;
const HONORED =
  /^(?:ال(?:دكتور|طبيب|سيد|مهندس|محامي|أستاذ|قاضي)ة?|الشيخ|العميد|العقيد|اللواء|النقيب|الرائد|المقدم|الملازم|الفريق)$/u;
const definite = (word: string): boolean => /^ال\p{L}{2}/u.test(word);

/** «قائد الفرق فلان»: role, body and name stand in a row; the name begins behind the last definite word. */
export function officeAndNameArabic(written: string): { name?: string; office?: string } | undefined {
  const titled = TITLE_AR.exec(written);
  if (titled) return { name: titled[1]! };
  const its = ITS_AR.exec(written) ?? ITS_HEAD_AR.exec(written);
  if (its) return { name: its[1]!, office: 'its' };
  const behind = ROLE_AR.exec(written)?.[1];
  if (behind === undefined) return undefined;
  const words = behind.split(' ');
  let body = 0;
  if (definite(words[0]!)) body = 1;
  else if (BODY_AR.test(words[0]!)) body = words.findIndex(definite) + 1;
  while (body > 0 && body < words.length && definite(words[body]!) && !HONORED.test(words[body]!)) body++;
  if (body > 0) {
    const name = words.slice(body).filter((word, at) => at > 1 || !HONORED.test(word));
    const office = words.slice(0, body).join(' ');
    if (name.length === 0) return { office };
    if (name.length <= 4 && !name.some((word) => BODY_AR.test(word) || word.length < 2))
      return { name: name.join(' '), office };
    return undefined;
  }
  return BODY_AR.test(words[0]!) && words.length === 2 ? { office: behind } : undefined;
}

const ONE_NAME = String.raw`(?:al-)?\p{Lu}[\p{L}’'-]{0,30}`;
const HOLDS = String.raw`[ \u00a0]is[ \u00a0](?:the|a|one of the)[ \u00a0](?:\p{Ll}{1,20}[ \u00a0]){0,2}(?:${OFFICE})s?[ \u00a0](?:of|for)[ \u00a0]`;
/** Without these words there is nobody to look for, and names are many. */
const OFFICE_HELD = new RegExp(HOLDS, 'u');
const IS_OFFICER = new RegExp(
  String.raw`(?<![\p{L}’'-])(?<person>${ONE_NAME}(?:[ \u00a0]${ONE_NAME}){0,4})${HOLDS}(?<owner>(?:the[ \u00a0])?[\p{L}’'-]{1,30}(?:[ \u00a0](?:of|for|and|the|${ONE_NAME})){0,9})`,
  'gu',
);
const BEHIND_AR =
  /^،?\s*(?:و(?:هو|هي)\s+)(?:من\s+)?(?:مؤسسي|مؤسس|مؤسسة|مدير|مديرة|رئيس|رئيسة|(?:الناطق|الناطقة|المتحدث|المتحدثة)\s+باسم)\s+(ال\p{L}{3,})/u;

/** What a report says of its speakers elsewhere: "Sader is a founder of the Marj Association". */
export function* officersIn(text: string): Generator<{ person: string; owner: string; at: number }> {
  if (!OFFICE_HELD.test(text)) return;
  for (const match of text.matchAll(IS_OFFICER)) {
    const { person, owner } = match.groups ?? {};
    if (person !== undefined && owner !== undefined) yield { person, owner, at: match.index };
  }
}

/** «أمل صادر، وهي من مؤسسي الرابطة»: the body in the words behind a speaker. */
export const officeBehindArabic = (behind: string): string | undefined => BEHIND_AR.exec(behind)?.[1];
