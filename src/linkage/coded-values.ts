import { foldName } from '../names/index.ts';
import { KNOWN_PLACES } from './gazetteer.ts';
import { MISSING } from './levels.ts';

/** Letters of a value that count. */
export const LONGEST_VALUE = 400;

/** Finds which known place a spelling means. */
export function createGazetteer(
  added: readonly (readonly string[])[] = [],
): (value: string) => number | undefined {
  const known = new Map<string, number>();
  let next = 0;
  for (const folded of [...added.map((names) => names.map(placeKey)), ...FOLDED_PLACES]) {
    const place = folded.map((name) => known.get(name)).find((found) => found !== undefined) ?? next++;
    for (const name of folded) if (!known.has(name)) known.set(name, place);
  }
  /** A number in a name decides: branch 215 is not branch 227, in whatever script "branch" is written. */
  return (value) => {
    const number = /\d{2,}/.exec(value);
    return known.get(value) ?? (number ? 1_000_000 + Number(number[0].slice(0, 9)) : undefined);
  };
}

const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const placeKey = (text: string): string =>
  foldName(
    text
      .slice(0, LONGEST_VALUE)
      .replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0)! & 15) % 16))
      .replace(/[(),;/]+/g, ' '),
  ).trim();

const FOLDED_PLACES = KNOWN_PLACES.map((names) => names.map(placeKey));

/** A place's key keeps its digits even where the folding of names drops them. */
export const codedPlace = (text: string): string => {
  const plain = text.replace(ARABIC_DIGITS, (digit) => String(digit.codePointAt(0)! & 15));
  const key = placeKey(plain);
  const digits = plain.match(/\d+/g)?.join(' ') ?? '';
  return digits === '' || key.includes(digits) ? key : `${key} ${digits}`;
};

const FEMALE = /^(f|female|femme|w|woman|انثى|أنثى|أنثي|انثي|امرأة|إناث|ث)$/iu;
const MALE = /^(m|male|homme|man|ذكر|رجل|ذكور|ذ)$/iu;
export const sexOf = (text: string | undefined): number => {
  const value = text?.trim() ?? '';
  return FEMALE.test(value) ? 0 : MALE.test(value) ? 1 : MISSING;
};
