import type { Token } from '../tokens.ts';

const table = (words: string): ReadonlyMap<string, number> =>
  new Map(
    words.split('|').flatMap((each) => {
      const [value, ...forms] = each.trim().split(/\s+/);
      return forms.map((form): [string, number] => [form, Number(value)]);
    }),
  );

const ONES = table(
  `1 واحد واحدة واحدا|2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين إثني إثنا|3 ثلاثة ثلاث ثلاثا|4 أربعة اربعة أربع اربع أربعا
  |5 خمسة خمس خمسا|6 ستة ست ستا|7 سبعة سبع سبعا|8 ثمانية ثماني ثمان ثمانيا|9 تسعة تسع تسعا`,
);
/** First words of eleven, which are no numbers of their own: «أحد عشر». */
const ELEVEN = new Set(['أحد', 'احد', 'إحدى', 'احدى', 'حادي']);
const TENS = table(
  `20 عشرون عشرين|30 ثلاثون ثلاثين|40 أربعون أربعين اربعون اربعين|50 خمسون خمسين|60 ستون ستين|70 سبعون سبعين|80 ثمانون ثمانين|90 تسعون تسعين`,
);
const HUNDRED = new Set(['مئة', 'مائة', 'مية', 'مئات', 'مئه']);
/** Hundreds in one word. */
const HUNDREDS = table(
  `200 مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي|300 ثلاثمئة ثلاثمائة|400 أربعمئة أربعمائة اربعمئة اربعمائة|500 خمسمئة خمسمائة
  |600 ستمئة ستمائة|700 سبعمئة سبعمائة|800 ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة|900 تسعمئة تسعمائة`,
);
const SCALES = table(
  `1000 ألف الف ألفا الفا آلاف الاف|1000000 مليون مليونا ملايين|1000000000 مليار مليارا مليارات بليون`,
);
/** Two of a scale in one word. */
const TWO_SCALES = table(
  `2000 ألفان ألفين ألفي الفين|2000000 مليونان مليونين مليوني|2000000000 ملياران مليارين ملياري`,
);
/** Plurals that are vague by themselves: «آلاف المعتقلين». */
const PLURAL_SCALE = new Set(['آلاف', 'الاف', 'ملايين', 'مليارات', 'مئات']);

export const arabicScale = (word: string): number | undefined =>
  word === 'مئات' ? undefined : HUNDRED.has(word) ? 100 : SCALES.get(word);

interface Read {
  readonly value: number;
  readonly taken: number;
  /** Digits among the words: «15 ألفاً و300». */
  readonly digits: boolean;
}

/** Longest number that is read, in words. */
const LONGEST = 14;

/**
 * The Arabic number that begins at `tokens[at]`, by its grammar: hundreds, then ones before tens («مئتان وستة عشر»),
 * every part behind the first joined by «و», scales from the largest down. A letter joined before («بثلاثة») and an
 * article before a scale («الخمسة آلاف») are passed over.
 */
export function arabicNumberAt(tokens: readonly Token[], at: number, digit?: number): Read | undefined {
  const part = /^(?:و|ب|ل)?(?:نصف|ربع)$/u.exec(tokens[at]?.lower ?? '')?.[0];
  const whole = part === undefined ? undefined : SCALES.get(tokens[at + 1]?.lower ?? '');
  if (whole !== undefined) return { value: whole / (part!.endsWith('نصف') ? 2 : 4), taken: 2, digits: false };
  let total = 0;
  let position = at;
  let digits = false;
  let scale = Infinity;
  let taken = 0;
  for (let group = 0; group < 4; group++) {
    const below =
      group === 0 && digit !== undefined
        ? { value: digit, taken: 1, digits: true }
        : belowThousand(tokens, position, group > 0);
    const next = position + (below?.taken ?? 0);
    // «بين ثلاثة آلاف وثمانية آلاف»: a second number of the same scale.
    if (group > 0 && below && (SCALES.get(tokens[next]?.lower ?? '') ?? 0) >= scale) break;
    const scaleWord = below || group === 0 ? wordOf(tokens, next, below ? 'bare' : 'first') : undefined;
    const own = scaleWord === undefined ? undefined : SCALES.get(scaleWord);
    const twice = below ? undefined : twoOf(tokens, position, group > 0);
    if (twice !== undefined && twice < scale) {
      total += twice;
      scale = twice / 2;
      position++;
    } else if (own !== undefined && own < scale && !(below === undefined && PLURAL_SCALE.has(scaleWord!))) {
      // «مئة ألف مليون» is not read.
      total += (below?.value ?? 1) * own;
      digits ||= below?.digits === true;
      scale = own;
      position = next + 1;
      const half = halfOf(tokens, position, own);
      if (half > 0) {
        total += half;
        return { value: total, taken: position + 2 - at, digits };
      }
    } else if (below && (group === 0 || below.value < scale)) {
      total += below.value;
      digits ||= below.digits;
      position = next;
      taken = position - at;
      break;
    } else break;
    taken = position - at;
    if (taken >= LONGEST || !joins(tokens, position)) break;
  }
  return taken > 0 && total > 0 ? { value: total, taken, digits } : undefined;
}

/** «مليون ونصف المليون». */
const halfOf = (tokens: readonly Token[], at: number, scale: number): number =>
  /^و(?:نصف|ربع)$/u.test(tokens[at]?.lower ?? '') &&
  SCALES.get((tokens[at + 1]?.lower ?? '').replace(/^ال/u, '')) === scale
    ? scale / (tokens[at]!.lower === 'ونصف' ? 2 : 4)
    : 0;

const joins = (tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.lower ?? '';
  return word.startsWith('و') && (word.length > 2 || (word === 'و' && tokens[at + 1]?.kind === 'number'));
};

const twoOf = (tokens: readonly Token[], at: number, joined: boolean): number | undefined =>
  TWO_SCALES.get(wordOf(tokens, at, joined ? 'joined' : 'first') ?? '');

/** Up to 999, in words, or digits behind «و». */
function belowThousand(tokens: readonly Token[], from: number, joined: boolean): Read | undefined {
  if (joined && tokens[from]?.lower === 'و' && tokens[from + 1]?.kind === 'number') {
    const written = /^[\d٠-٩]{1,3}$/u.exec(tokens[from + 1]!.text)?.[0];
    const value = written === undefined ? Number.NaN : Number(asciiOf(written));
    return value > 0 ? { value, taken: 2, digits: true } : undefined;
  }
  let at = from;
  let value = 0;
  let how: 'first' | 'joined' = joined ? 'joined' : 'first';
  const here = (): string => wordOf(tokens, at, how) ?? '';
  const hundreds = HUNDREDS.get(here());
  if (hundreds !== undefined) {
    value = hundreds;
    at++;
  } else {
    const ones = ONES.get(here());
    if (ones !== undefined && ones > 2 && HUNDRED.has(tokens[at + 1]?.lower ?? '')) {
      value = ones * 100;
      at += 2;
    } else if (here() !== 'مئات' && HUNDRED.has(here())) {
      value = 100;
      at++;
    }
  }
  if (value > 0) how = 'joined';
  const small = belowHundred(tokens, at, how);
  if (small) return { value: value + small.value, taken: at + small.taken - from, digits: false };
  return value > 0 ? { value, taken: at - from, digits: false } : undefined;
}

function belowHundred(
  tokens: readonly Token[],
  at: number,
  how: 'first' | 'joined',
): { value: number; taken: number } | undefined {
  const word = wordOf(tokens, at, how);
  if (word === undefined) return undefined;
  const tens = TENS.get(word);
  if (tens !== undefined) return { value: tens, taken: 1 };
  if (word === 'عشرة' || word === 'عشر') return { value: 10, taken: 1 };
  const next = tokens[at + 1]?.lower ?? '';
  const teen = next === 'عشر' || next === 'عشرة';
  if (ELEVEN.has(word)) return teen ? { value: 11, taken: 2 } : undefined;
  const ones = ONES.get(word);
  if (ones === undefined) return undefined;
  if (teen) return { value: 10 + ones, taken: 2 };
  const behind = next.startsWith('و') ? TENS.get(next.slice(1)) : undefined;
  if (behind !== undefined) return { value: ones + behind, taken: 2 };
  // The short forms stand only in «اثنا عشر».
  return /^[اإ]ثن(?:ت)?[اي]$/u.test(word) ? undefined : { value: ones, taken: 1 };
}

/** The number word at `at` without what is joined to it; `joined`: it must carry «و», `bare`: it carries nothing. */
function wordOf(tokens: readonly Token[], at: number, how: 'first' | 'joined' | 'bare'): string | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const { lower } = token;
  if (how === 'bare') return lower;
  if (how === 'joined') return lower.startsWith('و') ? lower.slice(1) : undefined;
  if (isNumberWord(lower)) return lower;
  for (const prefix of PREFIXES) {
    if (!lower.startsWith(prefix)) continue;
    const rest = lower.slice(prefix.length);
    if (!isNumberWord(rest) || (rest.length < 4 && !/^[وف]$/u.test(prefix))) continue;
    // «الاثنين» is Monday, «الثلاثة» counts behind its noun; «الخمسة آلاف» is a number.
    if (prefix.endsWith('ال') || prefix === 'لل') {
      if (!SCALES.has(tokens[at + 1]?.lower ?? '') && !HUNDRED.has(tokens[at + 1]?.lower ?? '')) continue;
    }
    return rest;
  }
  return undefined;
}
const PREFIXES = ['و', 'ف', 'ب', 'ل', 'ك', 'ال', 'وال', 'بال', 'لل', 'ول', 'وب'];

const isNumberWord = (word: string): boolean =>
  ONES.has(word) ||
  TENS.has(word) ||
  HUNDRED.has(word) ||
  HUNDREDS.has(word) ||
  SCALES.has(word) ||
  TWO_SCALES.has(word) ||
  ELEVEN.has(word) ||
  word === 'عشرة' ||
  word === 'عشر';

const asciiOf = (written: string): string =>
  written.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));
