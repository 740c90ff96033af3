import { partOfStatement, type ReportStatement } from '../model/index.ts';
import type { Asserted } from './asserted.ts';
import { kindsOf } from './matters/words.ts';

/** Words for what somebody else has said. */
export const THE_CLAIMS =
  /\b(?:claims?|reports?|allegations?|accusations?|figures?|numbers?|rumou?rs?)\b|\b(?:den\p{L}+|reject\p{L}*|dismiss\p{L}*|disput\p{L}*|refut\p{L}*|call(?:s|ed)?|contradict\p{L}*)\s+(?:it|them|this|that|all of (?:it|this))\b|(?:ادعاءات|الادعاءات|اتهامات|الاتهامات|التقارير|الأنباء|المزاعم|الرقم|الأرقام)|(?:نف|أنكر|كذ)\p{L}{1,3}\s+(?:صحة\s+)?ذلك/iu;

/** Words by which it is called untrue, whatever it was. */
const UNTRUE =
  /\b(?:forge\p{L}*|fabricat\p{L}*|fakes?|faked|hoax|fiction|fantasy|invent(?:ed|ions?)|lies|untrue|baseless|false(?:hoods?)?|accounts|staged)\b|مفبرك|ملفق|كاذب|مزور|مختلق|عارية عن الصحة|هذه الروايات/iu;

const A_NUMBER = /\b(?:figures?|numbers?|counts?|tolls?|estimates?)\b|(?:رقم|أرقام|حصيلة|عدد)/iu;

/** A denial reaches back over so many statements of its report. */
const REACH = 4;

/** What can be called a forgery, and by what measure it is counted. */
const OBJECTS: Readonly<Record<string, string>> = {
  pictures: 'photographs',
  papers: 'documents',
  register: 'documents',
  list: 'documents',
};

/** Words that point back at what was told. */
const TOLD =
  /\b(?:claims|accounts|allegations|accusations|reports?|stories|testimon(?:y|ies)|it all)\b|اتهامات|مزاعم|ادعاءات|روايات|تقارير|التقرير|الأنباء/iu;

/** "Denied that the list was sold": what is denied is said in so many words. */
const DENIES_THAT =
  /\b(?:den\p{L}+|dismiss\p{L}*|reject\p{L}*|refut\p{L}*|disput\p{L}*)\s+(?:\p{L}+\s+){0,3}(?:that|having|being|whether)\b|(?:نف|أنكر|كذ)\p{L}*\s+(?:\p{L}+\s+){0,4}(?:أن|أنه|أنها|وجود)(?!\p{L})/iu;

function kindsIn(text: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) for (const kind of kindsOf(word)) kinds.add(kind);
  return kinds;
}

/**
 * "The ministry called the pictures forgeries": a denial that does not repeat what it denies bears it all the same, as
 * a part of its own that stands with the nearest earlier statement of its report that another voice makes, and that
 * says how many pictures or papers there are, where the denial names those.
 *
 * @param asserted one report's, in the order of its text
 */
export function answersIn(asserted: readonly Asserted[]): Asserted[] {
  const whole = asserted.filter(({ part }) => part !== true);
  return whole.flatMap((denial, n): Asserted[] => {
    const { statement } = denial;
    const { stance, figure, quote, chain, headline } = statement;
    if (stance !== 'denies' || figure || headline || !(THE_CLAIMS.test(quote) || UNTRUE.test(quote)))
      return [];
    // Which of several numbers is meant cannot be told: such a denial is related, it is no mention.
    if (A_NUMBER.test(quote)) return [];
    if (asserted.some((each) => each.part && within(each.statement, statement))) return [];
    const kinds = kindsIn(quote);
    const objects = Object.keys(OBJECTS).filter((object) => kinds.has(object));
    if (DENIES_THAT.test(quote) || (objects.length === 0 && !TOLD.test(quote))) return [];
    const target = whole
      .slice(Math.max(0, n - REACH), n)
      .reverse()
      .find(({ statement: before }) => {
        if (before.stance === 'denies' || before.headline || before.chain.at(-1) === chain.at(-1))
          return false;
        return objects.length === 0 || objects.some((object) => before.figure?.measure === OBJECTS[object]);
      });
    if (!target) return [];
    const id = partOfStatement(statement.id, { start: 0, end: quote.length });
    return [{ statement: { ...statement, id }, words: quote, part: true, answers: target.statement.id }];
  });
}

const within = (part: ReportStatement, whole: ReportStatement): boolean =>
  part.start >= whole.start && part.end <= whole.end;
