import type { Figure, FigureOperator } from '../../model/index.ts';
import { underNegation } from '../arabic/amount-modifiers.ts';
import { arabicBareFigure, isAge, isElapsed } from '../arabic/counted.ts';
import { isFiniteVerb } from '../english/finite-verb.ts';
import { isAdverb, PREPOSITIONS } from '../english/words.ts';
import { measureOfPeople } from '../fate-of-people.ts';
import { isArabic, type Measure, stripArabicPrefix, unitOfNoun } from '../measures.ts';
import { isVagueQuantity } from '../number-words.ts';
import { startsHigh, type Token } from '../tokens.ts';
import { bareFigure, type Earlier, fateOr, type Known, vagueCrowd, vagueSubject } from './bare.ts';
import { countedAfter } from './counted.ts';
import { isDateOrTime } from './date-or-time.ts';
import { operatorAfter } from './modifiers.ts';
import { countsNothing } from './no-figure.ts';
import { measureOfCounted, unlistedPeople } from './people-counted.ts';
import { type Quantity, signWithin } from './quantity.ts';
import { VAGUE_DETERMINERS } from './vague.ts';
import { CURRENCIES, PEOPLE_UNITS } from './words.ts';

export interface ReadFigure extends Figure {
  readonly measure: Measure;
  /** "500 more": on top of another figure. */
  readonly increment?: boolean;
}

export function figureOf(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
  earlier?: Earlier,
  known?: Known,
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
  let op = underNegation(lower, from, turned(quantity.op, lower, from));
  const made = (unit: string, measure: Measure, increment = false): ReadFigure => {
    const { start, end } = span;
    const figure = { start, end, op, ...values, unit, measure };
    return increment ? { ...figure, increment } : figure;
  };

  let named: readonly string[] | undefined;
  const words = (): readonly string[] => {
    named ??= withoutNames(tokens, lower);
    return named;
  };

  // «في الحادية عشرة من عمره»: half of an ordinal.
  if (/^عشرة?$/u.test(lower[from]!) && ORDINAL_AR.test(before)) return undefined;
  // A rate of exchange: "$1 = 14 lira".
  if (before === '=' || after === '=') return undefined;
  // Money: a sign before, or a currency's name behind.
  const sign =
    CURRENCIES.get(tokens[from]!.lower) ??
    CURRENCIES.get(before) ??
    (quantity.digits ? signWithin(tokens, from, to) : undefined);
  if (sign) {
    const start = CURRENCIES.get(before) ? tokens[from - 1]!.start : span.start;
    return { ...made(sign, isReward(lower) ? 'reward' : 'money'), start };
  }
  if (!quantity.vague) {
    if (isDateOrTime(tokens, lower, quantity)) return undefined;
    if (countsNothing(tokens, lower, quantity)) return undefined;
  }
  const increment =
    lower[to - 1] === 'more' || after === 'more' || after === 'additional' || after === 'إضافيين';
  const counted = countedAfter(tokens, to, quantity.vague && quantity.op !== 'vague' ? 3 : 6, quantity.value);
  if (op === 'eq' && !quantity.vague) op = operatorAfter(lower, (counted?.at ?? to - 1) + 1) ?? op;
  if (quantity.value === 1 && quantity.words && !quantity.high) {
    // "At least one office", "the jail has one basement"; but "one of", "one by one", "one day".
    const alone = tokens[to];
    if (
      quantity.op !== 'eq' &&
      !counted &&
      alone?.kind === 'word' &&
      !PREPOSITIONS.has(after) &&
      !isFiniteVerb(tokens, to)
    )
      return made(after, 'count');
    if (
      counted &&
      counted.at <= to + 1 &&
      (quantity.op !== 'eq' || isHad(before)) &&
      counted.measure !== 'duration'
    )
      return made(
        counted.unit,
        counted.unit === 'person' ? measureOfPeople(words(), from) : counted.measure,
        increment,
      );
    if (
      !counted ||
      counted.at > to + 1 ||
      counted.measure === 'listed' ||
      !PEOPLE_UNITS.has(counted.unit) ||
      after === 'of' ||
      before === 'by' ||
      before === 'no'
    )
      return undefined;
  }
  if (before === 'no' && quantity.vague) return undefined;
  if (
    quantity.vague &&
    (VAGUE_DETERMINERS.has(stripArabicPrefix(firstNumber.lower)) || quantity.op === 'all')
  ) {
    const limit = ['some', 'few', 'various', 'بعض', 'كل', 'جميع', 'all', 'every'].includes(firstNumber.lower)
      ? 3
      : 4;
    if (
      !counted ||
      counted.at >= to + limit ||
      counted.measure === 'count' ||
      ['time', 'day', 'week', 'month', 'year', 'hour'].includes(counted.unit)
    ) {
      const some = vagueSubject(tokens, words(), quantity, earlier);
      return some && made(some.unit, some.measure);
    }
    if (
      quantity.op === 'all' &&
      (!PEOPLE_UNITS.has(counted.unit) ||
        (firstNumber.lower !== 'all' && firstNumber.lower.charCodeAt(0) < 0x600))
    )
      return undefined;
  }
  const reward = (!counted || counted.measure === 'count') && (quantity.value ?? 0) >= 100 && isReward(lower);
  // A sum in a currency that is in no list: "a reward of 900 florints".
  if (reward && tokens[to]?.kind === 'word' && isPlainWord(tokens[to]!) && !PREPOSITIONS.has(after))
    return made(after, 'reward');
  if (!counted) {
    if (after === 'percent' || after === '%') return made('percent', 'share');
    // "Another 300", "300 others", «ثلاثمئة آخرين»: of those just spoken of.
    const others = OTHERS.has(after) || OTHERS.has(before) || lower[to - 1] === 'more';
    const fate = others && !quantity.vague ? measureOfPeople(words(), from) : 'people';
    if (fate !== 'people') return made('person', fate, true);
    const bare = quantity.vague
      ? vagueCrowd(tokens, words(), quantity, earlier)
      : isArabic(before) || isArabic(after)
        ? arabicBareFigure(lower, quantity, earlier)
        : bareFigure(tokens, words(), quantity, earlier, known);
    return bare && made(bare.unit, bare.measure, increment);
  }
  if (counted.unit === 'percent' || counted.measure === 'share') return made('percent', 'share');
  if (counted.measure === 'money') {
    if (lower[counted.at] !== 'grand') return made(counted.unit, isReward(lower) ? 'reward' : 'money');
    const currency = earlier && MONEY.has(earlier.measure) ? earlier.unit : 'money';
    const sum = made(currency, isReward(lower) ? 'reward' : 'money');
    return quantity.value === undefined ? sum : { ...sum, value: quantity.value * 1000 };
  }
  if (counted.measure === 'times' && multiplies(lower, counted.at)) {
    const value =
      quantity.value !== undefined && earlier?.value !== undefined
        ? quantity.value * earlier.value
        : undefined;
    if (value === undefined || !earlier) return undefined;
    return { ...made(earlier.unit, fateOr(earlier, measureOfPeople(words(), from))), op: 'approx', value };
  }
  if (counted.measure === 'times')
    return quantity.vague || (/^an?$/.test(firstNumber.lower) && (quantity.value ?? 0) >= 1000)
      ? undefined
      : made('time', 'times');
  if (counted.unit === 'decade' && quantity.value !== undefined)
    return {
      ...made('year', 'duration'),
      op: quantity.op === 'eq' ? 'approx' : quantity.op,
      value: quantity.value * 10,
      ...(quantity.high === undefined ? {} : { high: quantity.high * 10 }),
    };
  if (counted.measure === 'duration') {
    if (quantity.vague && !isVagueQuantity(firstNumber.lower)) return undefined;
    if (isAge(lower, from, counted.at) || isElapsed(lower, from, counted.at)) return undefined;
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
  // "The bodies of 40 people", "the remains of twelve men"
  if (counted.unit === 'person' && before === 'of' && unitOfNoun(lower[from - 2] ?? '')?.unit === 'body')
    return made('body', 'bodies-found', increment);
  if (counted.unit === 'person' && holdsSoMany(lower, from)) return made('person', 'capacity');
  if (counted.unit === 'person' || counted.unit === 'family') {
    const measure =
      counted.measure === 'people' ? measureOfCounted(words(), from, counted.at, earlier) : counted.measure;
    return made(counted.unit, measure, increment);
  }
  const people = counted.measure === 'count' ? unlistedPeople(words(), from, counted.at) : undefined;
  if (people) return made('person', people, increment);
  return made(counted.unit, counted.measure, increment);
}

/** "Four times that number", "three times as many". */
const multiplies = (lower: readonly string[], at: number): boolean =>
  /^(?:that|this) (?:number|figure|amount|many|total|size)$/.test(lower.slice(at + 1, at + 3).join(' '));

/** "Never held more than 60" puts the most at 60. */
function turned(op: FigureOperator, lower: readonly string[], from: number): FigureOperator {
  if (op !== 'gt' && op !== 'ge' && op !== 'lt') return op;
  if (!/^(?:more|fewer|less|over|upwards|above)$/.test(lower[from]!)) return op;
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const word = lower[at]!;
    if (word === 'never' || word === 'not' || word === 'cannot' || word.endsWith("n't"))
      return op === 'lt' ? 'ge' : 'le';
    if (!HOLDING.has(word)) return op;
  }
  return op;
}

const HOLDING = new Set(
  'hold held holding contain contained house housed take taken took have had has been be were was there ever any able accommodate fit kept keep exceed exceeded at one time in it reach reached employ employed number numbered'.split(
    ' ',
  ),
);

const ORDINAL_AR = /^[وبل]?ال(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)ة?$/u;

const MONEY: ReadonlySet<Measure> = new Set(['money', 'reward']);

/** Money for whoever helps: a reward by name, or offered, put up, promised for anyone who knows something. */
const isReward = (lower: readonly string[]): boolean =>
  lower.some((word) => REWARDS.has(word) || (word.charCodeAt(0) >= 0x600 && /مكاف[أا](?:ة|ت)/u.test(word))) ||
  (lower.some((word, at) => OFFERING.has(word) || (word === 'put' && lower[at + 1] === 'up')) &&
    lower.some((word, at) => (word === 'for' || word === 'to') && HELPERS.has(lower[at + 1] ?? '')));
const REWARDS = new Set('reward rewards bounty bounties'.split(' '));
const OFFERING = new Set(
  'offer offers offered offering pledge pledges pledged pledging promise promises promised promising pay pays paying paid'.split(
    ' ',
  ),
);
const HELPERS = new Set(
  'anyone anybody whoever any information tip tips news help details leads files documents records evidence those'.split(
    ' ',
  ),
);

/** "The building has one door", "there is one door", "only one door". */
const isHad = (before: string): boolean =>
  /^(?:has|have|had|is|was|only|just|contains?|contained|holds?|held)$/.test(before);

/** "Built for 400 inmates", "a capacity of 400", "can hold 400": room, not people. */
const holdsSoMany = (lower: readonly string[], from: number): boolean =>
  // «زنزانة معدة لثمانية أشخاص»
  (/^ل/u.test(lower[from]!) && BUILT_FOR_AR.test(lower[from - 1] ?? '')) ||
  /\b(?:built|designed|made|meant|intended|room|space|beds|fit) (?:for|to (?:hold|house|take))$|\bcapacity (?:of|for|is|was)$|\b(?:can|could|cannot) (?:only |never )?(?:hold|house|accommodate|take|fit)$/.test(
    lower.slice(Math.max(0, from - 4), from).join(' '),
  );

const isPlainWord = ({ text, lower }: Token): boolean =>
  /^\p{L}{3,}$/u.test(text) &&
  !isAdverb(lower) &&
  !/^(?:was|were|has|had|have|been|more|who|that|which|and)$/.test(lower);

const BUILT_FOR_AR = /^(?:ال)?(?:معد|مخصص|مصمم|مجهز|مهيأ|[يت]تسع|متسع)ة?$/u;

const OTHERS = new Set('more others other another further آخرين آخرون آخرا آخران غيرهم'.split(' '));

/** The words of a clause; those of names are left out: an "Association of Former Detainees" detains nobody. */
function withoutNames(tokens: readonly Token[], lower: readonly string[]): readonly string[] {
  const high: boolean[] = [];
  let words = 0;
  let capitals = 0;
  for (const { kind, text } of tokens) {
    const capital = startsHigh(text) && /^\p{Lu}\p{Ll}/u.test(text);
    high.push(capital);
    if (kind === 'word') words++;
    if (capital) capitals++;
  }
  if (capitals < 2 || capitals * 2 > words) return lower;
  return lower.map((word, at) => (at > 0 && high[at] && (high[at - 1] || high[at + 1]) ? '' : word));
}
