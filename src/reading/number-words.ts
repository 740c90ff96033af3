import { arabicNumberAt, arabicScale } from './arabic/number-words.ts';
import { BELOW_LETTERS, HYPHENED, NOT_LATIN, wordClass } from './classes.ts';
import { asciiDigits, type Token } from './tokens.ts';

const table = (entries: Record<string, number>): ReadonlyMap<string, number> =>
  new Map(Object.entries(entries));

const ONES = table({
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});
const TENS = table({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
const SCALES = table({
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
  k: 1e3,
  m: 1e6,
  bn: 1e9,
});

interface ReadNumber {
  readonly value: number;
  /** Tokens taken. */
  readonly taken: number;
  /** Written in digits, at least in part. */
  readonly digits: boolean;
}

/** `1,200`, `1.200` (three digits after the point), `12 000`, `3.5`, `١٢٬٠٠٠`. */
function numberFromDigits(written: string): number | undefined {
  if (/^\d{1,18}$/.test(written)) return Number(written);
  let text = asciiDigits(written)
    .replace(/[\u00a0\u202f\s’]/g, '')
    .replace(/٬/g, ',')
    .replace(/٫/g, '.')
    .replace(/،/g, ',');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) text = text.replaceAll(',', '');
  else if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) text = text.replaceAll('.', '');
  else if (/^\d+,\d{1,2}$/.test(text)) text = text.replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(text) || text.length > 18) return undefined;
  return Number(text);
}

/** The number that begins at `tokens[at]`, in digits or words of either language, with scales: "1.5 million", "مئة ألف". */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const first = tokens[at];
  if (!first || first.kind === 'mark') return undefined;
  if (first.kind === 'word' && !mayBeginNumber(first)) return undefined;
  if (first.kind === 'number') {
    const value = numberFromDigits(first.text);
    if (value === undefined) return undefined;
    const behind = tokens[at + 1]?.lower ?? '';
    if (arabicScale(behind) !== undefined) return arabicNumberAt(tokens, at, value);
    const scale = SCALES.get(behind);
    if (scale !== undefined && tokens[at + 1]!.lower.length > 1) {
      const second = SCALES.get(tokens[at + 2]?.lower ?? '');
      if (second !== undefined && second > scale)
        return { value: value * scale * second, taken: 3, digits: true };
      return { value: value * scale, taken: 2, digits: true };
    }
    return { value, taken: 1, digits: true };
  }
  const joined = /^([\d.,]+)(k|m|bn)$/.exec(asciiDigits(first.lower));
  if (joined) {
    const value = numberFromDigits(joined[1]!);
    if (value !== undefined) return { value: value * SCALES.get(joined[2]!)!, taken: 1, digits: true };
  }
  return first.lower.charCodeAt(0) >= 0x600 ? arabicNumberAt(tokens, at) : readWords(tokens, at);
}

/** Words at which a number may begin, beside those with digits or hyphens and the Arabic ones with prefixes. */
export const NUMBER_OPENERS: ReadonlySet<string> = new Set([
  ...ONES.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  'a',
  'an',
  'half',
]);

const OPENS_NUMBER = wordClass(NUMBER_OPENERS) | BELOW_LETTERS | HYPHENED | NOT_LATIN;

/** A cheap look at a word: at most no number begins. */
export const mayBeginNumber = ({ classes }: Token): boolean => (classes & OPENS_NUMBER) !== 0;

function smallNumber(lower: string): number | undefined {
  const direct = ONES.get(lower) ?? TENS.get(lower);
  if (direct !== undefined) return direct;
  const hyphen = lower.indexOf('-');
  if (hyphen > 0) {
    const tens = TENS.get(lower.slice(0, hyphen));
    const ones = ONES.get(lower.slice(hyphen + 1));
    if (tens !== undefined && ones !== undefined && ones < 10) return tens + ones;
  }
  return undefined;
}

function readWords(tokens: readonly Token[], at: number): ReadNumber | undefined {
  let total = 0;
  let part: number | undefined;
  let taken = 0;
  let position = at;
  const word = (index: number): string => tokens[index]?.lower ?? '';
  if (
    (word(at) === 'a' || word(at) === 'an') &&
    SCALES.get(word(at + 1)) !== undefined &&
    word(at + 1).length > 2
  ) {
    part = 1;
    position = at + 1;
    taken = 1;
  } else if (word(at) === 'half' && word(at + 1) === 'a' && SCALES.get(word(at + 2)) !== undefined) {
    return { value: SCALES.get(word(at + 2))! / 2, taken: 3, digits: false };
  }
  for (; position < tokens.length && position - at < 12; position++) {
    const here = word(position);
    const small = smallNumber(here);
    const scale = SCALES.get(here);
    if (small !== undefined) {
      if (
        part !== undefined &&
        part >= 1 &&
        !(part % 100 === 0 || (part >= 20 && part % 10 === 0 && small < 10))
      )
        break;
      part = (part ?? 0) + small;
    } else if (scale !== undefined && here.length > 1) {
      if (here === 'dozen' && part === undefined) return undefined;
      if (scale === 100 || scale === 12) part = (part ?? 1) * scale;
      else {
        if (
          part === undefined &&
          (here === 'thousand' || here === 'million' || here === 'billion' || here === 'hundred')
        )
          return undefined;
        total += (part ?? 1) * scale;
        part = undefined;
      }
    } else if (
      here === 'and' &&
      taken > 0 &&
      part !== undefined &&
      word(position + 1) === 'a' &&
      word(position + 2) === 'half'
    ) {
      // "Two and a half thousand"
      const halved = SCALES.get(word(position + 3));
      return {
        value: total + (part + 0.5) * (halved ?? 1),
        taken: position - at + (halved === undefined ? 3 : 4),
        digits: false,
      };
    } else if (
      here === 'and' &&
      taken > 0 &&
      smallNumber(word(position + 1)) !== undefined &&
      part !== undefined &&
      part % 100 === 0
    ) {
      taken++;
      continue;
    } else break;
    taken = position - at + 1;
  }
  if (taken === 0 || (part === undefined && total === 0)) return undefined;
  return { value: total + (part ?? 0), taken, digits: false };
}

/** Quantities without a value, with their power of ten where they have one. */
export const VAGUE: ReadonlySet<string> = new Set(
  Object.keys({
    dozens: 10,
    scores: 10,
    hundreds: 100,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    countless: undefined,
    عشرات: 10,
    العشرات: 10,
    مئات: 100,
    مائات: 100,
    المئات: 100,
    آلاف: 1e3,
    الآلاف: 1e3,
    الاف: 1e3,
    الالاف: 1e3,
    ملايين: 1e6,
    الملايين: 1e6,
  }),
);
export const isVagueQuantity = (lower: string): boolean => VAGUE.has(lower);
export const isScaleWord = (lower: string): boolean => SCALES.has(lower) || arabicScale(lower) !== undefined;
