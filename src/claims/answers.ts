import { partOfStatement, type ReportStatement } from '../model/index.ts';
import type { Asserted } from './asserted.ts';
import { kindsOf } from './matters/words.ts';
import { isDefinite } from './measure-families.ts';

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
    if (stance !== 'denies' || figure || DENIES_THAT.test(quote)) return [];
    const count =
      ONE_FIGURE.test(quote) && !OWN_FIGURE.test(quote)
        ? countMeant(whole, n)
        : isBare(quote)
          ? countsBefore(whole, n, JUST_TOLD).at(-1)
          : undefined;
    const answer = (target: Asserted): Asserted[] => {
      const id = partOfStatement(statement.id, { start: 0, end: quote.length });
      return [{ statement: { ...statement, id }, words: quote, part: true, answers: target.statement.id }];
    };
    if (count) return answer(count);
    // Which of several numbers is meant cannot be told: such a denial is related, it is no mention.
    if (headline || A_NUMBER.test(quote) || !(THE_CLAIMS.test(quote) || UNTRUE.test(quote))) return [];
    if (asserted.some((each) => each.part && within(each.statement, statement))) return [];
    const kinds = kindsIn(quote);
    const objects = Object.keys(OBJECTS).filter((object) => kinds.has(object));
    if (objects.length === 0 && !TOLD.test(quote)) return [];
    const target = whole
      .slice(Math.max(0, n - REACH), n)
      .reverse()
      .find(({ statement: before }) => {
        if (before.stance === 'denies' || before.headline || before.chain.at(-1) === chain.at(-1))
          return false;
        return objects.length === 0 || objects.some((object) => before.figure?.measure === OBJECTS[object]);
      });
    return target ? answer(target) : [];
  });
}

/** A denial of one figure, or of one account. */
const ONE_FIGURE =
  /\b(?:figure|number|toll|tally|count|estimate|total)\b|\b(?:den\p{L}+|reject\p{L}*|dismiss\p{L}*|disput\p{L}*|refut\p{L}*|contradict\p{L}*|challeng\p{L}*)\s+(?:\p{L}+(?:[’']s)?\s+){1,2}(?:account|version|claim|assessment)\b|(?<!\p{L})(?:ال)?(?:رقم|حصيلة|رواية)(?!\p{L})/iu;

/** "Stop sharing our figure as one of prisoners": whose it is does not deny it. */
const OWN_FIGURE = /\b(?:our|my|own)\s+(?:\S+\s+)?(?:figure|number|count|estimate|total)/iu;

/** A denial that says no more than that: of what was told right before. */
const BARE =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed?)|refut(?:es|ed?)|contradict(?:s|ed|ing)?|scoff(?:s|ed)? at|believ(?:es|ed?))\s+(?:it|this|that|him|her)\b|\b(?:disagree[sd]?|beg(?:s|ged)? to differ)\b|(?:نف|أنكر|كذ)\p{L}{0,3}\s+(?:\p{L}+\s+){0,3}(?:ذلك|هذا)(?!\p{L}|\s+\p{L})/iu;
const BARE_WITHIN = 80;

/** "The families rejected it": of itself it says nothing that another statement could say as well. */
export const isBare = (quote: string): boolean => quote.length <= BARE_WITHIN && BARE.test(quote);

/** How far back a number may stand that is denied without being repeated, and from where on it is one that is talked of. */
const FAR = 10;
const TALKED_OF = 100;

/** Counts of people that another voice gave, so many statements back. */
function countsBefore(whole: readonly Asserted[], n: number, back: number): readonly Asserted[] {
  const voice = whole[n]!.statement.chain.at(-1);
  return whole.slice(Math.max(0, n - back), n).filter(({ statement: { figure, stance, chain } }) => {
    const told = stance !== 'denies' && figure !== undefined && chain.at(-1) !== voice;
    return told && PEOPLE.has(figure.unit) && isDefinite(figure.measure) && (figure.value ?? 0) >= TALKED_OF;
  });
}

/** The count of people that a denial of "the figure" means: the one just told, else the only large one before it. */
function countMeant(whole: readonly Asserted[], n: number): Asserted | undefined {
  const just = countsBefore(whole, n, JUST_TOLD).at(-1);
  if (just) return just;
  const counts = countsBefore(whole, n, FAR);
  return new Set(counts.map(({ statement }) => statement.figure!.value)).size === 1
    ? counts.at(-1)
    : undefined;
}
const PEOPLE: ReadonlySet<string> = new Set(['person', 'body']);
const JUST_TOLD = 2;

const within = (part: ReportStatement, whole: ReportStatement): boolean =>
  part.start >= whole.start && part.end <= whole.end;
