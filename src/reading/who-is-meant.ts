import type { NamedSource } from './sources.ts';

type Sort = NamedSource['sort'];

/** What a pronoun may mean. */
export const PRONOUN_SORTS: ReadonlyMap<string, readonly Sort[]> = new Map(
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
  } satisfies Record<string, Sort[]>),
);

const BODY_NOUN =
  '(?:group|organi[sz]ation|association|agency|ministry|committee|council|network|charity|company|watchdog|monitor|statement|report|centre|center|commission|foundation|body|league|union|office|rights group|monitoring group)';

/** "the group", "the same ministry": the body named last. */
export const BODY_MEANT = new RegExp(`^(?:the|this|that)\\s+(?:same\\s+)?${BODY_NOUN}$`, 'i');

/** "his group": the body of the person named last. */
export const BODY_OF_PERSON = new RegExp(`^(?:his|her)\\s+${BODY_NOUN}$`, 'i');

export const BODY_MEANT_AR =
  /^(?:المنظمة|الوزارة|الرابطة|الهيئة|اللجنة|الجمعية|المجموعة|البيان|المؤسسة|الشبكة|المركز|الوكالة|المحافظة)$/;

export const PERSON_MEANT =
  /^(?:the|this)\s+(?:same\s+)?(?:man|woman|official|spokesman|spokeswoman|spokesperson|minister|director|mother|father|prisoner|detainee|survivor|resident|witness|doctor|lawyer|activist|commander|mayor|governor|\d{2}-year-old)$/i;

/** A body's own people tell what the body tells: "the Monitor said its volunteers had listed 40 names". */
export const OWN_PEOPLE =
  /^(?:its|their|our)\s+(?:own\s+)?(?:\p{Ll}+\s+)?(?:volunteers|members|staff|team|teams|researchers|workers|monitors|activists|people|colleagues|investigators|experts|analysts|field\s+\p{Ll}+|records|files|documents|database|figures|data|count|list|lists)$/iu;

/** "Nobody can say how many": the writer's own words about everybody. */
export const NOBODY = /^(?:nobody|no[ -]one|none|neither|not one)\b/i;

/** Words that stand for somebody else, or for a part of many: no name for a later pronoun. */
export const NO_NAME =
  /^(?:i|we|you|he|she|it|they|who|which|that|this|these|those|there|one|two|three|some|many|most|several|others|all|both|each|another|few|more|anyone|anybody|everyone|everybody|someone|somebody|nobody|no[ -]one|none|neither|what)(?:\s+of\s.*)?$/i;

export type Gender = 'he' | 'she';

const HE =
  /\b(?:spokesman|chairman|mr|man|men|boy|father|dad|son|brother|husband|grandfather|uncle|imam|sheikh|king|prince|himself)\b/i;
const SHE =
  /\b(?:spokeswoman|chairwoman|mrs|ms|miss|woman|women|girl|mother|mum|mom|daughter|sister|wife|widow|grandmother|aunt|queen|princess|herself)\b/i;

/** What the words of a source tell of whether "he" or "she" may mean it. */
export function genderOf(written: string): Gender | undefined {
  const near = written.slice(0, 80);
  const she = SHE.test(near);
  return HE.test(near) === she ? undefined : she ? 'she' : 'he';
}

export const genderAsked = (pronoun: string): Gender | undefined =>
  /^(?:he|his|him)$/.test(pronoun) ? 'he' : /^(?:she|her)$/.test(pronoun) ? 'she' : undefined;

const NAME = String.raw`(?:al-)?\p{Lu}[\p{L}’'-]{1,30}`;
const BEHIND_IN = new RegExp(
  String.raw`\b(?:in|near|outside)[ \u00a0](${NAME}(?:[ \u00a0]${NAME}){0,2})`,
  'gu',
);

/** Names that the text uses as places: "in Alma", "near Marj". Whoever "he" is, he is none of them. */
export function placesNamed(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(BEHIND_IN)) found.add(match[1]!);
  return found;
}
