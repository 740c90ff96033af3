import { wholeStatement } from '../../model/index.ts';
import { type Ground, sense } from '../ground.ts';
import { familyOf, isDefinite, kindOf } from '../measure-families.ts';
import { sameTime } from '../place-and-time.ts';
import { disagree, type Quantity } from '../quantity.ts';
import type { Said } from '../said.ts';
import { likeness } from '../wording.ts';
import { type Overlap, overlap, type Tokens } from './tokens.ts';

/** What speaks for or against two statements being one claim; each is named for what it is, and worked out below. */
export const SIGNALS = [
  'figureSame',
  'figureSameRare',
  'figureSameSize',
  'figureSameDefinite',
  'figureSameUnitOther',
  'figureDisagrees',
  'figureVague',
  'figureVagueOne',
  'figureNone',
  'unit',
  'measure',
  'measureWide',
  'place',
  'time',
  'window',
  'deniesOne',
  'deniesBoth',
  'voiceSame',
  'voiceOther',
  'senseOther',
  'report',
  'outlet',
  'apartInReport',
  'placeInText',
  'leadBoth',
  'oneStatement',
  'alike',
  'context',
  'wordsSum',
  'wordsShare',
  'wordsWithin',
  'wordsRarest',
  'kindsSum',
  'kindsShare',
  'kindsWithin',
  'kindsRarest',
  'numbersSum',
  'numbersShare',
  'numbersNoneShared',
  'numbersOneNone',
  'numbersNear',
  'numbersSize',
  'numbersDigits',
  'timesOther',
  'namesSum',
  'namesRarest',
  'languageOther',
  'arabicBoth',
  'lengthLess',
  'lengthRatio',
] as const;

/** Signals of any two statements, along `SIGNALS`. */
export type SignalsOf = (a: number, b: number) => Float64Array;

/** Significant digits: 1 for 2,000, 3 for 214. */
const digits = (value: number): number =>
  value === 0 ? 1 : String(Math.round(value)).replace(/0+$/u, '').length;

/** Below this numbers are near each other by chance. */
const TELLING = 20;
/** One number rounds another, 6,000 and 6,412: 1 where they are close, 0 from a tenth on. */
function near(some: readonly number[], others: readonly number[]): number {
  let best = 0;
  for (const a of some)
    for (const b of others) {
      if (a === b || Math.min(a, b) < TELLING || digits(a) === digits(b)) continue;
      const off = Math.abs(a - b) / Math.max(a, b);
      if (off <= 0.1) best = Math.max(best, 1 - off * 5);
    }
  return best;
}

const most = (values: readonly number[]): number => Math.max(0, ...values);
const flag = (is: boolean): number => (is ? 1 : 0);
const isVague = (quantity: Quantity | undefined): boolean => quantity?.kind === 'vague';

/** The first part of a report, where it says in short what it tells. */
const LEAD = 0.12;

export function signalsOf(ground: Ground, tokens: readonly Tokens[]): SignalsOf {
  const where = placesInTexts(ground);
  const values = Map.groupBy(
    ground.quantities.flatMap((quantity) => quantity?.value ?? []),
    (value) => value,
  );
  const total = Math.log(Math.max(2, ground.all.length));
  const wholes = ground.all.map(({ statement }) => wholeStatement(statement.id));
  const senses = ground.all.map(sense);
  const known = new Map<number, number>();
  const alike = (a: number, b: number): number => {
    const key = a * ground.all.length + b;
    let found = known.get(key);
    if (found === undefined) {
      found = likeness(ground.wording(a), ground.wording(b), ground.rarity);
      known.set(key, found);
    }
    return found;
  };
  /** How like the statements beside them are: two reports often tell one thing after another in the same order. */
  const context = (a: number, b: number): number => {
    let best = 0;
    for (const x of where.beside(a)) for (const y of where.beside(b)) best = Math.max(best, alike(x, y));
    return best;
  };
  return (a, b) => {
    const [own, other] = [tokens[a]!, tokens[b]!];
    const [x, y] = [ground.all[a]!, ground.all[b]!];
    const [p, q] = [ground.quantities[a], ground.quantities[b]];
    const same = p?.value !== undefined && p.value === q?.value && (p.kind === q.kind || p.value === 0);
    const words = alike(a, b);
    const kinds = overlap(own.kinds, other.kinds);
    const numbers = overlap(own.numbers, other.numbers);
    const names = overlap(own.names, other.names);
    const report = x.record.id === y.record.id;
    const apart = Math.abs(a - b);
    return Float64Array.from([
      ...figures(x, y, p, q, same, same ? 1 - Math.log(values.get(p!.value!)!.length) / total : 0),
      ...circumstances(ground, a, b),
      flag(senses[a] !== senses[b]),
      flag(report),
      flag(!report && x.record.outlet === y.record.outlet),
      report ? Math.min(5, Math.log2(1 + apart)) : 0,
      Math.abs(where.of(a) - where.of(b)),
      flag(where.of(a) < LEAD && where.of(b) < LEAD),
      flag(wholes[a] === wholes[b]),
      words,
      report ? 0 : context(a, b),
      ...inCommon(own, other, kinds, numbers, names),
      ...lengths(ground.wording(a).words.size, ground.wording(b).words.size),
    ]);
  };
}

function figures(
  x: Said,
  y: Said,
  p: Quantity | undefined,
  q: Quantity | undefined,
  same: boolean,
  rare: number,
): number[] {
  const [f, g] = [x.statement.figure, y.statement.figure];
  const definite = f !== undefined && g !== undefined && isDefinite(f.measure) && isDefinite(g.measure);
  const opposed = p !== undefined && q !== undefined && disagree(p, q);
  const vague = isVague(p) && isVague(q);
  const vagueOne = p !== undefined && q !== undefined && isVague(p) !== isVague(q);
  return [
    flag(same),
    rare,
    same ? Math.min(6, Math.log10(p!.value! + 1)) : 0,
    flag(same && definite),
    flag(same && f!.unit !== g!.unit),
    flag(opposed),
    vague ? (p!.key === q!.key ? 1 : -1) : 0,
    vagueOne ? (opposed ? -1 : 1) : 0,
    flag(f === undefined && g === undefined),
    f && g ? (f.unit === g.unit ? 1 : -1) : 0,
    definite ? likenessOfMeasures(f.measure, g.measure) : 0,
    flag(f !== undefined && g !== undefined && !definite),
  ];
}

const likenessOfMeasures = (a: string, b: string): number =>
  a === b ? 3 : kindOf(a) === kindOf(b) ? 2 : familyOf(a) === familyOf(b) ? 0 : -2;

/** Where, when, who says it, and whether it is denied. */
function circumstances(ground: Ground, a: number, b: number): number[] {
  const [x, y] = [ground.all[a]!, ground.all[b]!];
  const [here, there] = [ground.places[a], ground.places[b]];
  const sure = here?.inferred || there?.inferred ? 1 : 2;
  const [own, other] = [x.statement.window, y.statement.window];
  const denied = [x, y].filter(({ statement }) => statement.stance === 'denies').length;
  const [voice, voices] = [ground.voice(a), ground.voice(b)];
  const named = voice !== undefined && voices !== undefined;
  return [
    here && there ? (here.name === there.name ? sure : -sure) : 0,
    flag(sameTime(ground.periods[a]!, ground.periods[b]!)),
    own && other ? (own.from === other.from && own.to === other.to ? 1 : -1) : 0,
    flag(denied === 1),
    flag(denied === 2),
    flag(named && voice === voices),
    flag(named && voice !== voices),
  ];
}

function inCommon(own: Tokens, other: Tokens, kinds: Overlap, numbers: Overlap, names: Overlap): number[] {
  const words = overlap(own.words, other.words);
  const shared = own.values.filter((value) => other.values.includes(value));
  const [some, others] = [own.values.length > 0, other.values.length > 0];
  return [
    words.sum,
    words.share,
    words.within,
    words.rarest,
    kinds.sum,
    kinds.share,
    kinds.within,
    kinds.rarest,
    numbers.sum,
    numbers.share,
    flag(some && others && shared.length === 0),
    flag(some !== others),
    near(own.values, other.values),
    most(shared.map((value) => Math.min(6, Math.log10(value + 1)))),
    most(shared.map((value) => Math.min(4, digits(value)))),
    flag(own.times.length > 0 && other.times.length > 0 && overlap(own.times, other.times).count === 0),
    names.sum,
    names.rarest,
    flag(own.arabic !== other.arabic),
    flag(own.arabic && other.arabic),
  ];
}

const lengths = (own: number, other: number): number[] => [
  Math.min(own, other, 20),
  Math.min(own, other) / Math.max(1, own, other),
];

interface PlacesInTexts {
  /** How far down its report a statement stands, 0 to 1. */
  of(at: number): number;
  /** The statements before and behind it. */
  beside(at: number): readonly number[];
}

function placesInTexts(ground: Ground): PlacesInTexts {
  const reports = new Map<string, { readonly first: number; count: number }>();
  ground.all.forEach(({ record }, at) => {
    const known = reports.get(record.id);
    if (known) known.count++;
    else reports.set(record.id, { first: at, count: 1 });
  });
  const isBeside = (at: number, other: number): boolean => {
    const [own, near] = [ground.all[at]!, ground.all[other]];
    return (
      near?.record.id === own.record.id &&
      wholeStatement(near.statement.id) !== wholeStatement(own.statement.id) &&
      near.statement.start !== own.statement.start
    );
  };
  const beside = ground.all.map((_, at) => [at - 1, at + 1].filter((other) => isBeside(at, other)));
  return {
    of: (at) => {
      const { first, count } = reports.get(ground.all[at]!.record.id)!;
      return (at - first) / count;
    },
    beside: (at) => beside[at]!,
  };
}
