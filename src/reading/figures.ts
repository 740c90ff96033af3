import type { Figure, FigureOperator } from '../model/index.ts';
import { MONTHS_AR } from './arabic/words.ts';
import { MONTHS, PREPOSITIONS, WEEKDAYS } from './english/words.ts';
import { type Measure, measureOfPeople, stripArabicPrefix, unitOfNoun } from './measures.ts';
import { isScaleWord, isVagueQuantity, readNumber } from './number-words.ts';
import { asciiDigits, type Token } from './tokens.ts';

export interface ReadFigure extends Figure {
  readonly measure: Measure;
  /** "500 more": on top of another figure. */
  readonly increment?: boolean;
}

interface Quantity {
  /** Tokens `[from, to)`, modifiers included. */
  readonly from: number;
  readonly to: number;
  readonly op: FigureOperator;
  readonly value?: number;
  readonly high?: number;
  readonly digits: boolean;
  readonly words: boolean;
  readonly vague: boolean;
}

/** Modifiers before a number, longest first, and what they make of it. */
const BEFORE: readonly [words: readonly string[], op: FigureOperator][] = (
  [
    ['more than', 'gt'],
    ['upwards of', 'gt'],
    ['in excess of', 'gt'],
    ['greater than', 'gt'],
    ['over', 'gt'],
    ['above', 'gt'],
    ['exceeding', 'gt'],
    ['at least', 'ge'],
    ['no fewer than', 'ge'],
    ['no less than', 'ge'],
    ['not less than', 'ge'],
    ['a minimum of', 'ge'],
    ['minimum of', 'ge'],
    ['fewer than', 'lt'],
    ['less than', 'lt'],
    ['under', 'lt'],
    ['below', 'lt'],
    ['just under', 'lt'],
    ['just over', 'gt'],
    ['as many as', 'le'],
    ['as much as', 'le'],
    ['up to', 'le'],
    ['at most', 'le'],
    ['no more than', 'le'],
    ['a maximum of', 'le'],
    ['not more than', 'le'],
    ['around', 'approx'],
    ['about', 'approx'],
    ['approximately', 'approx'],
    ['roughly', 'approx'],
    ['nearly', 'approx'],
    ['almost', 'approx'],
    ['close to', 'approx'],
    ['an estimated', 'approx'],
    ['estimated', 'approx'],
    ['some', 'approx'],
    ['circa', 'approx'],
    ['near', 'approx'],
    ['exactly', 'eq'],
    ['only', 'eq'],
    ['just', 'eq'],
    ['أكثر من', 'gt'],
    ['اكثر من', 'gt'],
    ['ما يزيد على', 'gt'],
    ['ما يزيد عن', 'gt'],
    ['يزيد على', 'gt'],
    ['يزيد عن', 'gt'],
    ['تزيد على', 'gt'],
    ['تجاوز', 'gt'],
    ['تتجاوز', 'gt'],
    ['يتجاوز', 'gt'],
    ['يفوق', 'gt'],
    ['ما لا يقل عن', 'ge'],
    ['لا يقل عن', 'ge'],
    ['على الأقل', 'ge'],
    ['على الاقل', 'ge'],
    ['أقل من', 'lt'],
    ['اقل من', 'lt'],
    ['ما يصل إلى', 'le'],
    ['يصل إلى', 'le'],
    ['حتى', 'le'],
    ['ما لا يزيد عن', 'le'],
    ['لا يزيد عن', 'le'],
    ['لا يتجاوز', 'le'],
    ['لم يتجاوز', 'le'],
    ['لا تتجاوز', 'le'],
    ['لم تتجاوز', 'le'],
    ['لم يزد على', 'le'],
    ['لم يزد عن', 'le'],
    ['نحو', 'approx'],
    ['حوالي', 'approx'],
    ['حوالى', 'approx'],
    ['قرابة', 'approx'],
    ['ما يقارب', 'approx'],
    ['ما يقرب من', 'approx'],
    ['يقارب', 'approx'],
    ['زهاء', 'approx'],
    ['تقريبا', 'approx'],
    ['بنحو', 'approx'],
    ['بحوالي', 'approx'],
    ['يقدر بنحو', 'approx'],
    ['فقط', 'eq'],
  ] as [string, FigureOperator][]
)
  .map(([phrase, op]): [string[], FigureOperator] => [phrase.split(' '), op])
  .sort((a, b) => b[0].length - a[0].length);

const BEFORE_BY_FIRST: ReadonlyMap<string, typeof BEFORE> = Map.groupBy(BEFORE, ([words]) => words[0]!);

const AFTER: readonly [words: readonly string[], op: FigureOperator][] = [
  [['or', 'more'], 'ge'],
  [['or', 'so'], 'approx'],
  [['at', 'least'], 'ge'],
  [['أو', 'أكثر'], 'ge'],
  [['على', 'الأقل'], 'ge'],
];

const QUOTES = new Set(['“', '”', '"', '«', '»', '‘', '’', "'"]);
const LABELS = new Set(
  'no number room cell block wing section sector unit building floor level branch gate article page chapter line route highway phase part figure resolution division brigade battalion law act season episode bus flight case step rule day رقم المادة الفرع فرع القسم الجناح الطابق الغرفة الزنزانة القرار المرحلة الفرقة اللواء صفحة قطاع القطاع'.split(
    ' ',
  ),
);
const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'usd',
    '€': 'eur',
    '£': 'gbp',
    '₺': 'try',
    usd: 'usd',
    eur: 'eur',
    gbp: 'gbp',
  }),
);
const VAGUE_DETERMINERS = new Set(
  'many several most some few numerous countless various كثير كثيرون معظم بعض العديد عدة غالبية أغلب الكثير عدد'.split(
    ' ',
  ),
);
const ALL = new Set(['all', 'every', 'كل', 'جميع', 'كافة']);
const PEOPLE_UNITS = new Set(['person', 'family', 'body']);
const STRONG_VERBS = new Set(
  'killed killing dead wounded wounding injured injuring missing freed released detained arrested executed died toll deaths fatalities trapped numbered survivors dead قتل قتلى مقتل أصيب إصابة اعتقال اعتقل أفرج مصرع وفاة حصيلة'.split(
    ' ',
  ),
);

/**
 * The figures of one sentence: digits, number words and vague quantities, with what they count. Dates, clock times,
 * labels ("Room 12"), idioms ("one of", "one by one") and list numbers are none. `tokens` is one sentence.
 */
export function figuresIn(tokens: readonly Token[]): ReadFigure[] {
  const lower = tokens.map((token) => token.lower);
  const figures: ReadFigure[] = [];
  let at = 0;
  while (at < tokens.length) {
    const quantity = quantityAt(tokens, at);
    if (!quantity) {
      at++;
      continue;
    }
    const figure = figureOf(tokens, lower, quantity);
    if (figure) figures.push(figure);
    at = Math.max(quantity.to, at + 1);
  }
  return figures;
}

function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const modifier = modifierAt(tokens, at);
  const from = at;
  let number = at;
  let op: FigureOperator = 'eq';
  if (modifier) {
    op = modifier.op;
    number = at + modifier.length;
    const again = modifierAt(tokens, number);
    if (again) number += again.length;
    while (QUOTES.has(tokens[number]?.lower ?? '')) number++;
    if ((tokens[number]?.lower === 'a' || tokens[number]?.lower === 'an') && !readNumber(tokens, number))
      number++;
  }
  if (
    tokens[number]?.lower === 'between' ||
    tokens[number]?.lower === 'from' ||
    tokens[number]?.lower === 'بين' ||
    tokens[number]?.lower === 'من'
  ) {
    const range = rangeAt(tokens, number);
    if (range) return { ...range, from };
  }
  const currencyFirst =
    CURRENCIES.get(tokens[number]?.lower ?? '') !== undefined && tokens[number + 1]?.kind === 'number';
  const start = currencyFirst ? number + 1 : number;
  const vague = vagueAt(tokens, number, modifier !== undefined);
  if (vague) return { ...vague, from };
  const read = readNumber(tokens, start);
  if (!read) return undefined;
  let to = start + read.taken;
  let high: number | undefined;
  const low = read.value;
  const joint = tokens[to]?.lower ?? '';
  if (
    ['to', '-', '–', '—', 'إلى', 'الى', 'or', 'أو'].includes(joint) &&
    (joint.length > 1 || /\d/.test(tokens[to + 1]?.text ?? ''))
  ) {
    const second = readNumber(tokens, to + (CURRENCIES.get(tokens[to + 1]?.lower ?? '') ? 2 : 1));
    if (
      second &&
      second.value > low &&
      (second.digits === read.digits || second.value <= 12) &&
      tokens[to + 1]?.lower !== 'a'
    ) {
      high = second.value;
      to += 1 + second.taken;
    }
  }
  for (const [words, result] of AFTER) {
    if (words.every((word, index) => tokens[to + index]?.lower === word)) {
      op = result;
      to += words.length;
      break;
    }
  }
  if (tokens[to]?.lower === '+' || tokens[to]?.lower === '-plus') {
    op = 'ge';
    to++;
  }
  // A scale word's multiple shares it: "5 to 7 million".
  return {
    from: modifier ? from : currencyFirst ? number : start,
    to,
    op: high === undefined ? op : 'range',
    value: low,
    ...(high === undefined ? {} : { high }),
    digits: read.digits,
    words: !read.digits,
    vague: false,
  };
}

function modifierAt(
  tokens: readonly Token[],
  at: number,
): { op: FigureOperator; length: number } | undefined {
  const first = tokens[at]?.lower;
  if (first === undefined) return undefined;
  const candidates =
    BEFORE_BY_FIRST.get(first) ??
    (first.charCodeAt(0) >= 0x600 ? BEFORE_BY_FIRST.get(stripArabicPrefix(first)) : undefined);
  if (!candidates) return undefined;
  for (const [words, op] of candidates) {
    let matches = true;
    for (let index = 1; index < words.length && matches; index++)
      matches = tokens[at + index]?.lower === words[index];
    if (!matches) continue;
    let next = at + words.length;
    while (
      QUOTES.has(tokens[next]?.lower ?? '') ||
      tokens[next]?.lower === 'a' ||
      tokens[next]?.lower === 'an'
    )
      next++;
    const follows = tokens[next];
    if (!follows) continue;
    if (
      follows.kind === 'number' ||
      CURRENCIES.get(follows.lower) ||
      isVagueQuantity(follows.lower) ||
      readNumber(tokens, next) ||
      modifierAhead(tokens, next)
    ) {
      return { op, length: words.length };
    }
  }
  return undefined;
}

const modifierAhead = (tokens: readonly Token[], at: number): boolean =>
  ['between', 'around', 'about', 'an', 'estimated', 'نحو', 'حوالي'].includes(tokens[at]?.lower ?? '') &&
  (tokens[at + 1]?.kind === 'number' || readNumber(tokens, at + 1) !== undefined);

function rangeAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const start = at + 1 + (CURRENCIES.get(tokens[at + 1]?.lower ?? '') ? 1 : 0);
  const low = readNumber(tokens, start);
  if (!low) return undefined;
  let joint = start + low.taken;
  const word = tokens[joint]?.lower ?? '';
  if (!['and', 'to', 'إلى', 'الى', 'و', '-', '–'].includes(word)) {
    if (!word.startsWith('و')) return undefined;
    joint--;
  }
  const second = joint + 1 + (CURRENCIES.get(tokens[joint + 1]?.lower ?? '') ? 1 : 0);
  const high = readNumber(tokens, second);
  if (!high || high.value <= low.value) return undefined;
  let value = low.value;
  // "between 5 and 7 thousand"
  const scale =
    high.taken > low.taken && high.digits
      ? high.value / Math.max(1, Number(asciiDigits(tokens[second]!.text).replace(/\D/g, '')))
      : 1;
  if (scale >= 1000 && value < 1000) value *= scale;
  return {
    from: at,
    to: second + high.taken,
    op: 'range',
    value,
    high: high.value,
    digits: low.digits || high.digits,
    words: false,
    vague: false,
  };
}

function vagueAt(tokens: readonly Token[], at: number, modified: boolean): Quantity | undefined {
  const word = stripArabicPrefix(tokens[at]?.lower ?? '');
  const plain = { from: at, op: 'vague' as const, digits: false, words: false, vague: true };
  if (isVagueQuantity(word)) {
    let to = at + 1;
    if (['of', '–', '-', '—', 'if', 'and', 'or', 'to', 'إلى', 'أو', ','].includes(tokens[to]?.lower ?? '')) {
      // "tens of thousands", "hundreds – if not thousands", "dozens or even hundreds"
      for (let ahead = to; ahead < Math.min(tokens.length, to + 4); ahead++) {
        const next = tokens[ahead]!.lower;
        if (isVagueQuantity(next)) {
          to = ahead + 1;
          break;
        }
        if (
          ![
            'of',
            '–',
            '-',
            '—',
            'if',
            'not',
            'and',
            'or',
            'even',
            'to',
            'perhaps',
            'possibly',
            'إلى',
            'أو',
            ',',
            'ربما',
          ].includes(next)
        )
          break;
      }
    } else if (isVagueQuantity(tokens[to]?.lower ?? '')) to++;
    while (isScaleWord(tokens[to]?.lower ?? '') && tokens[to]!.lower.charCodeAt(0) > 0x600) to++;
    if (tokens[to]?.lower === 'more') to++;
    return { ...plain, to };
  }
  if (word === 'tens' && tokens[at + 1]?.lower === 'of') {
    const scale = tokens[at + 2]?.lower ?? '';
    return { ...plain, to: isVagueQuantity(scale) ? at + 3 : at + 1 };
  }
  if (modified) return undefined;
  const next = tokens[at + 1]?.lower ?? '';
  if (word === 'a' || word === 'an' || word === 'the') {
    if (
      word !== 'the' &&
      ['number', 'handful', 'couple', 'lot', 'majority', 'series'].includes(next) &&
      tokens[at + 2]?.lower === 'of'
    )
      return { ...plain, to: at + 3 };
    if (word === 'a' && next === 'few') return { ...plain, to: at + 2 };
    if (
      word === 'a' &&
      ['large', 'small', 'huge', 'great', 'growing', 'significant', 'vast'].includes(next) &&
      ['number', 'majority'].includes(tokens[at + 2]?.lower ?? '') &&
      tokens[at + 3]?.lower === 'of'
    )
      return { ...plain, to: at + 4 };
    return undefined;
  }
  if (word === 'large' && next === 'numbers') return { ...plain, to: at + 2 };
  if (VAGUE_DETERMINERS.has(word)) {
    let to = at + 1;
    if (next === 'من' && (word === 'العديد' || word === 'عدد' || word === 'الكثير')) to++;
    else if (word === 'عدد') return undefined;
    return { ...plain, to };
  }
  if (ALL.has(word)) return { ...plain, op: 'all', to: at + 1 };
  return undefined;
}

interface Counted {
  readonly unit: string;
  readonly measure: Measure;
  /** Index of the noun. */
  readonly at: number;
}

const SKIPPED = new Set([
  'of',
  'the',
  'more',
  'other',
  'these',
  'those',
  'his',
  'her',
  'their',
  'its',
  'new',
  'من',
  'إضافي',
  'آخر',
  'آخرين',
  ',',
]);

/** The noun that a number counts: the first known one behind it, past adjectives; else the first plural. */
function countedAfter(tokens: readonly Token[], at: number, reach: number): Counted | undefined {
  let fallback: Counted | undefined;
  for (let index = at; index < Math.min(tokens.length, at + reach); index++) {
    const token = tokens[index]!;
    const word = token.lower;
    if (token.kind === 'mark') {
      if (
        QUOTES.has(word) ||
        word === ',' ||
        word === '-' ||
        word === '–' ||
        word === '—' ||
        word === '٪' ||
        word === '%'
      ) {
        if (word === '%' || word === '٪') return { unit: 'percent', measure: 'share', at: index };
        if (word === ',' && index > at + 1) break;
        continue;
      }
      break;
    }
    if (token.kind === 'number') break;
    const known =
      unitOfNoun(word) ??
      unitOfNoun(stripArabicPrefix(word)) ??
      (word.startsWith('ال') ? unitOfNoun(word.slice(2)) : undefined);
    if (known) {
      // "emergency teams", "prison guards": the last known noun of a compound counts.
      const next = tokens[index + 1]?.lower ?? '';
      const further = word.charCodeAt(0) < 0x600 && next !== '' ? unitOfNoun(next) : undefined;
      if (further && !SKIPPED.has(next) && further.measure !== 'duration')
        return { ...further, at: index + 1 };
      return { ...known, at: index };
    }
    const hyphen = word.lastIndexOf('-');
    if (hyphen > 0) {
      const tail = unitOfNoun(word.slice(hyphen + 1));
      if (tail) return { ...tail, at: index };
    }
    if (SKIPPED.has(word)) continue;
    if (
      PREPOSITIONS.has(word) ||
      [
        'and',
        'or',
        'but',
        'were',
        'was',
        'are',
        'is',
        'have',
        'had',
        'has',
        'be',
        'who',
        'that',
        'which',
        'في',
        'على',
        'إلى',
        'عن',
        'قد',
      ].includes(word)
    )
      break;
    if (!fallback && /^\p{Lu}[\p{L}-]*(?:ns|is|ese|ish)$/u.test(token.text))
      fallback = { unit: 'person', measure: 'people', at: index };
    if (!fallback && /[^s'i]s$/.test(word) && word.length > 3 && word.charCodeAt(0) < 0x600)
      fallback = { unit: singular(word), measure: 'count', at: index };
  }
  return fallback;
}

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(?:ch|sh|x|ss)es$/.test(word)
      ? word.slice(0, -2)
      : word.slice(0, -1);

function figureOf(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
): ReadFigure | undefined {
  const { from, to } = quantity;
  const firstNumber = tokens[from]!;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  const span = { start: firstNumber.start, end: tokens[to - 1]!.end };
  const values = {
    ...(quantity.value === undefined ? {} : { value: quantity.value }),
    ...(quantity.high === undefined ? {} : { high: quantity.high }),
  };
  const made = (unit: string, measure: Measure, increment = false): ReadFigure => ({
    ...span,
    op: quantity.op,
    ...values,
    unit,
    measure,
    ...(increment ? { increment } : {}),
  });

  // Money: a sign before, or a currency's name behind.
  const sign =
    CURRENCIES.get(tokens[from]!.lower) ??
    CURRENCIES.get(before) ??
    (quantity.digits ? signWithin(tokens, from, to) : undefined);
  if (sign) {
    const start = CURRENCIES.get(before) ? tokens[from - 1]!.start : span.start;
    const reward = lower.some(
      (word) =>
        word === 'reward' ||
        word === 'rewards' ||
        word === 'bounty' ||
        word.includes('مكافأة') ||
        word.includes('مكافاة'),
    );
    return { ...made(sign, reward ? 'reward' : 'money'), start };
  }
  if (!quantity.vague) {
    if (isDateOrTime(tokens, lower, quantity)) return undefined;
    if (LABELS.has(before) && quantity.digits && (quantity.value ?? 0) < 10_000 && quantity.op === 'eq') {
      if (before !== 'day' || from === 1) return undefined;
    }
    if (
      before === '/' ||
      after === '/' ||
      before === '#' ||
      (before === '.' && from > 1 && tokens[from - 1]!.end === firstNumber.start)
    )
      return undefined;
    if (from === 0 && (after === '.' || after === ')') && quantity.digits && (quantity.value ?? 0) < 100)
      return undefined;
  }
  const increment =
    lower[to - 1] === 'more' || after === 'more' || after === 'additional' || after === 'إضافيين';
  const counted = countedAfter(tokens, to, quantity.vague && quantity.op !== 'vague' ? 3 : 6);
  if (quantity.value === 1 && quantity.words && !quantity.high) {
    // "one of", "one by one", "one day": idioms; "one man" is a figure.
    if (
      !counted ||
      counted.at > to + 1 ||
      !PEOPLE_UNITS.has(counted.unit) ||
      after === 'of' ||
      before === 'by' ||
      before === 'no'
    )
      return undefined;
  }
  if (before === 'no' && quantity.vague) return undefined;
  if (VAGUE_DETERMINERS.has(stripArabicPrefix(firstNumber.lower)) || quantity.op === 'all') {
    const limit = ['some', 'few', 'various', 'بعض', 'كل', 'جميع', 'all', 'every'].includes(firstNumber.lower)
      ? 3
      : 4;
    if (
      !counted ||
      counted.at >= to + limit ||
      counted.measure === 'count' ||
      ['time', 'day', 'week', 'month', 'year', 'hour'].includes(counted.unit)
    ) {
      if (!(firstNumber.lower === 'some' && after === 'of' && lower[to + 1] === 'whom')) return undefined;
      return made('person', measureOfPeople(withoutNames(tokens, lower), from));
    }
    if (
      quantity.op === 'all' &&
      (!PEOPLE_UNITS.has(counted.unit) ||
        (firstNumber.lower !== 'all' && firstNumber.lower.charCodeAt(0) < 0x600))
    )
      return undefined;
  }
  if (!counted) {
    if (after === 'percent' || after === '%') return made('percent', 'share');
    if (quantity.words && (quantity.value ?? 0) < 3) return undefined;
    const vagueCrowd =
      quantity.vague &&
      isVagueQuantity(
        stripArabicPrefix(tokens[to - 1]!.lower === 'more' ? tokens[to - 2]!.lower : tokens[to - 1]!.lower),
      );
    const near = lower
      .slice(Math.max(0, from - 6), to + 8)
      .some((word) => STRONG_VERBS.has(word) || STRONG_VERBS.has(stripArabicPrefix(word)));
    if (vagueCrowd && !near && measureOfPeople(withoutNames(tokens, lower), from) === 'people')
      return undefined;
    if (vagueCrowd || near) {
      if (
        !vagueCrowd &&
        quantity.value !== undefined &&
        quantity.digits &&
        quantity.value >= 1900 &&
        quantity.value <= 2100 &&
        !/[,٬،]/.test(tokens[from]!.text)
      )
        return undefined;
      return made('person', measureOfPeople(withoutNames(tokens, lower), from), increment);
    }
    return undefined;
  }
  if (counted.unit === 'percent' || counted.measure === 'share') return made('percent', 'share');
  if (counted.measure === 'money') {
    const reward = lower.some((word) => word === 'reward' || word === 'bounty' || word.includes('مكافأة'));
    return made(counted.unit, reward ? 'reward' : 'money');
  }
  if (counted.measure === 'times')
    return quantity.vague || (quantity.value ?? 0) >= 1e5 ? undefined : made('time', 'times');
  if (counted.measure === 'duration') {
    if (quantity.vague && !isVagueQuantity(firstNumber.lower)) return undefined;
    return made(
      counted.unit,
      /old$/.test(lower[counted.at + 1] ?? '') ||
        /-old$/.test(lower[counted.at] ?? '') ||
        lower[counted.at + 1] === 'العمر'
        ? 'age'
        : 'duration',
    );
  }
  if (
    quantity.digits &&
    quantity.value !== undefined &&
    quantity.value >= 1900 &&
    quantity.value <= 2100 &&
    quantity.op === 'eq' &&
    counted.at > to &&
    !/[,٬،]/.test(firstNumber.text)
  )
    return undefined;
  if (counted.unit === 'person' || counted.unit === 'family') {
    const measure = measureOfPeople(withoutNames(tokens, lower), from);
    return made(counted.unit, measure, increment);
  }
  return made(counted.unit, counted.measure, increment);
}

function signWithin(tokens: readonly Token[], from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    const currency = CURRENCIES.get(tokens[at]!.lower);
    if (currency) return currency;
  }
  return undefined;
}

const CLOCK = new Set([
  'am',
  'pm',
  'a.m',
  'p.m',
  'a.m.',
  'p.m.',
  "o'clock",
  'gmt',
  'صباحا',
  'مساء',
  'ظهرا',
  'صباحاً',
  'مساءً',
  'بتوقيت',
]);
const YEAR_BEFORE = new Set(
  'in since until by of from between and to during year mid early late before after عام سنة العام منذ حتى عامي و بين في إلى لعام بعام'.split(
    ' ',
  ),
);

/** The words of a clause; those of names are left out: an "Association of Former Detainees" detains nobody. */
function withoutNames(tokens: readonly Token[], lower: readonly string[]): readonly string[] {
  const high = (token: Token | undefined): boolean =>
    token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.filter(high).length * 2 > words.length) return lower;
  return lower.map((word, at) =>
    at > 0 && high(tokens[at]) && (high(tokens[at - 1]) || high(tokens[at + 1])) ? '' : word,
  );
}

function isDateOrTime(tokens: readonly Token[], lower: readonly string[], quantity: Quantity): boolean {
  const { from, to, value } = quantity;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  const plainNumber = tokens[to - 1]!.text;
  if (value === undefined) return false;
  if (
    CLOCK.has(after) ||
    (after === ':' && tokens[to + 1]?.kind === 'number') ||
    (before === ':' && tokens[from - 2]?.kind === 'number')
  )
    return true;
  if (
    isMonth(before) ||
    isMonth(stripArabicPrefix(before)) ||
    (isMonth(after) && value <= 31) ||
    (after === 'of' && isMonth(lower[to + 1] ?? ''))
  )
    return value <= 2100;
  if (
    ['/', '-', '.'].includes(after) &&
    tokens[to]!.start === tokens[to - 1]!.end &&
    tokens[to + 1]?.kind === 'number' &&
    ['/', '-', '.'].includes(lower[to + 2] ?? '')
  )
    return true;
  if (['/', '-', '.'].includes(before) && tokens[from - 1]!.end === tokens[from]!.start) return true;
  const yearLike =
    value >= 1800 &&
    value <= 2100 &&
    Number.isInteger(value) &&
    !/[,٬،.]/.test(plainNumber) &&
    quantity.digits;
  if (!yearLike)
    return (
      (WEEKDAYS.has(before) || before === 'الساعة' || before === 'at') &&
      value <= 31 &&
      !/[a-z]/.test(after.slice(0, 1)) &&
      after !== ''
    );
  if (quantity.high !== undefined && quantity.high >= 1800 && quantity.high <= 2100) return true;
  if (YEAR_BEFORE.has(before) || YEAR_BEFORE.has(stripArabicPrefix(before))) return true;
  if (quantity.op !== 'eq') return false;
  return !unitOfNoun(after) && !unitOfNoun(lower[to + 1] ?? '');
}

const isMonth = (word: string): boolean => MONTHS.has(word) || MONTHS_AR.has(word);

const AGE =
  /^(\d{1,3})-(year|month|week|day|hour|mile|kilomet(?:re|er)|met(?:re|er)|foot|stor(?:e)?y|person|member|man|bed)s?(-old)?s?$/;

/** Figures within a hyphenated word: `63-year-old`, `24-year`. */
export function compoundFiguresIn(tokens: readonly Token[]): ReadFigure[] {
  const found: ReadFigure[] = [];
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length > 40) continue;
    const match = AGE.exec(asciiDigits(token.lower));
    if (!match) continue;
    const unit = match[2]!;
    const known = unitOfNoun(unit);
    found.push({
      start: token.start,
      end: token.end,
      op: 'eq',
      value: Number(match[1]),
      unit: known?.unit ?? unit,
      measure: match[3] ? 'age' : (known?.measure ?? 'count'),
    });
  }
  return found;
}
