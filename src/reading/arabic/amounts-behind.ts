import { classesOf, NOT_LATIN } from '../classes.ts';
import { measureOfPeople } from '../fate-of-people.ts';
import type { ReadFigure } from '../figures/figure-of.ts';
import { unitOfNoun } from '../measures.ts';
import type { Token } from '../tokens.ts';
import { arabicNumberAt } from './number-words.ts';

/**
 * Amounts that Arabic says in or behind the noun: two in its dual («جثتين», «فريقان»), one and no more («سجين واحد»), and
 * numbers that agree with a definite noun («السجناء الثلاثة»). A form that is a plural as well («معتقلين») is no dual;
 * «سنتين» and the like are read as a length of time.
 */
export function amountsBehindNouns(tokens: readonly Token[]): ReadFigure[] {
  const found: ReadFigure[] = [];
  const lower = tokens.map((each) => each.lower);
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || (token.classes & NOT_LATIN) === 0 || tokens[at - 1]?.kind === 'number')
      return;
    const make = (noun: Noun, value: number, last: number): void => {
      // «لم يستقبل سجيناً واحداً»: none, not one.
      const near = lower.slice(Math.max(0, at - 6), at);
      if (value === 1 && near.some((word) => NOT_ONE.test(word)) && !near.some((word) => BUT.test(word)))
        return;
      if (noun.measure === 'times' || (value !== 2 && noun.measure === 'duration')) return;
      const measure = noun.unit === 'person' ? measureOfPeople(lower, at) : noun.measure;
      const modified = value === 2 && last === at && ABOUT.test(lower[at - 1] ?? '');
      found.push({
        start: modified ? tokens[at - 1]!.start : token.start,
        end: tokens[last]!.end,
        op: modified ? 'approx' : 'eq',
        value,
        unit: noun.unit,
        measure,
      });
    };
    const noun = nounOf(token.lower);
    const next = lower[at + 1] ?? '';
    if (noun && /^واحد[ةا]?$/u.test(next)) make(noun, 1, at + 1);
    else if (noun && /^(?:و|ف|ب|ل)?ال/u.test(token.lower) && /^ال/u.test(next) && tokens[at + 1]) {
      const number = arabicNumberAt(
        [{ ...tokens[at + 1]!, lower: next.slice(2), classes: classesOf(next.slice(2)) }],
        0,
      );
      if (number && number.value > 2 && number.value <= 10) make(noun, number.value, at + 1);
    } else if (!noun && /(?:ان|ين|تا|تي)$/u.test(token.lower)) {
      const two = [token.lower, ...bareOf(token.lower)]
        .map(singularOfDual)
        .find((each) => each !== undefined);
      if (two) make(two, 2, at);
    }
  });
  return found;
}

/** «نحو كيلومترين» */
const ABOUT = /^(?:[وبل])?(?:نحو|حوالي|حوالى|قرابة|زهاء)$/u;

/** «لا يضم سوى قبو واحد» */
const BUT = /^(?:سوى|إلا|غير)$/u;
const NOT_ONE = /^[وف]?(?:لم|لن|لا|ليس|ليست|دون|بدون)$/u;

type Noun = NonNullable<ReturnType<typeof unitOfNoun>>;

/** A word without what is joined before it. */
const bareOf = (word: string): string[] =>
  ['و', 'ف', 'ب', 'ل', 'ال', 'وال', 'بال', 'لل']
    .filter((prefix) => word.startsWith(prefix))
    .map((prefix) => word.slice(prefix.length));

const nounOf = (word: string): Noun | undefined =>
  unitOfNoun(word) ??
  bareOf(word)
    .map(unitOfNoun)
    .find((each) => each !== undefined);

function singularOfDual(word: string): Noun | undefined {
  const construct = /ت[اي]$/u.test(word);
  const stem = word.slice(0, construct ? -1 : -2);
  if (stem.length < 2) return undefined;
  const feminine = stem.endsWith('ت') ? unitOfNoun(`${stem.slice(0, -1)}ة`) : undefined;
  return feminine ?? (construct ? undefined : unitOfNoun(stem));
}
