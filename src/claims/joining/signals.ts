import { wholeStatement } from '../../model/index.ts';
import { type Ground, samePlace, sense } from '../ground.ts';
import { familyOf, isDefinite, kindOf } from '../measure-families.ts';
import { sameTime } from '../place-and-time.ts';
import { disagree } from '../quantity.ts';
import { likeness, quoteAlike } from '../wording.ts';
import { type TokenSort, type TokensOfCase, tokensOfCase } from './tokens.ts';

export interface Signals {
  readonly names: readonly string[];
  of(a: number, b: number): Float64Array;
}

interface Overlap {
  readonly sum: number;
  readonly share: number;
  readonly within: number;
  readonly rarest: number;
  readonly count: number;
}

const NOTHING: Overlap = { sum: 0, share: 0, within: 0, rarest: 0, count: 0 };

function overlap(tokens: TokensOfCase, sort: TokenSort, a: number, b: number): Overlap {
  const [x, y] = [tokens.of(a)[sort], tokens.of(b)[sort]];
  if (x.length === 0 || y.length === 0) return NOTHING;
  const own = new Set(x);
  let [sum, rarest, count, massX, massY] = [0, 0, 0, 0, 0];
  for (const token of x) massX += tokens.rarity(sort, token);
  for (const token of y) {
    const rarity = tokens.rarity(sort, token);
    massY += rarity;
    if (!own.has(token)) continue;
    sum += rarity;
    count++;
    rarest = Math.max(rarest, rarity);
  }
  return {
    sum,
    share: sum / Math.sqrt(massX * massY),
    within: sum / Math.min(massX, massY),
    rarest,
    count,
  };
}

/** One number rounds another: 6,000 and 6,412. */
function numbersNear(some: readonly string[], others: readonly string[]): number {
  let best = 0;
  for (const a of some.map(Number))
    for (const b of others.map(Number)) {
      if (a === b || Math.min(a, b) < 20) continue;
      const off = Math.abs(a - b) / Math.max(a, b);
      if (off <= 0.1 && digits(a) !== digits(b)) best = Math.max(best, 1 - off * 5);
    }
  return best;
}

/** Significant digits: 1 for 2,000, 3 for 214. */
const digits = (value: number): number =>
  value === 0 ? 1 : String(Math.round(value)).replace(/0+$/u, '').length;

export function signalsOf(ground: Ground): Signals {
  const tokens = tokensOfCase(ground);
  const values = new Map<number, number>();
  for (const quantity of ground.quantities)
    if (quantity?.value !== undefined) values.set(quantity.value, (values.get(quantity.value) ?? 0) + 1);
  const total = ground.all.length;
  const copied = new Set(ground.copies.map(({ earlier, later }) => `${earlier} ${later}`));
  const firstAt = new Map<string, number>();
  const countIn = new Map<string, number>();
  ground.all.forEach(({ record }, at) => {
    if (!firstAt.has(record.id)) firstAt.set(record.id, at);
    countIn.set(record.id, (countIn.get(record.id) ?? 0) + 1);
  });
  const relative = (at: number): number => {
    const { id } = ground.all[at]!.record;
    return (at - firstAt.get(id)!) / countIn.get(id)!;
  };
  const lead = (at: number): boolean => relative(at) < 0.12;
  const around = (at: number): readonly number[] =>
    [at - 2, at - 1, at + 1, at + 2].filter((other) => {
      const [own, near] = [ground.all[at]!, ground.all[other]];
      return (
        near?.record.id === own.record.id &&
        wholeStatement(near.statement.id) !== wholeStatement(own.statement.id) &&
        near.statement.start !== own.statement.start
      );
    });
  const likenessKnown = new Map<number, number>();
  const alikeOf = (a: number, b: number): number => {
    const key = a < b ? a * total + b : b * total + a;
    let known = likenessKnown.get(key);
    if (known === undefined) {
      known = likeness(ground.wording(a), ground.wording(b), ground.rarity);
      likenessKnown.set(key, known);
    }
    return known;
  };
  const contextLikeness = (a: number, b: number): number => {
    if (ground.all[a]!.record.id === ground.all[b]!.record.id) return 0;
    let best = 0;
    for (const x of around(a)) for (const y of around(b)) best = Math.max(best, alikeOf(x, y));
    return best;
  };
  const pairsShared = (a: number, b: number): number => {
    const [x, y] = [tokens.of(a).words, tokens.of(b).words];
    let count = 0;
    for (let i = 1; i < x.length; i++) {
      const at = y.indexOf(x[i - 1]!);
      if (at >= 0 && y[at + 1] === x[i]) count++;
    }
    return Math.min(4, count);
  };
  const compute = (a: number, b: number): Record<string, number> => {
    const [x, y] = [ground.all[a]!, ground.all[b]!];
    const [p, q] = [ground.quantities[a], ground.quantities[b]];
    const [f, g] = [x.statement.figure, y.statement.figure];
    const numbered = p?.value !== undefined && q?.value !== undefined;
    const same = numbered && p.value === q.value && (p.kind === q.kind || p.value === 0);
    const value = p?.value ?? 0;
    const compatible = p !== undefined && q !== undefined && !same && !disagree(p, q);
    const vague = (each: typeof p) => each?.kind === 'vague';
    const one = (f === undefined) !== (g === undefined);
    const definite = f !== undefined && g !== undefined && isDefinite(f.measure) && isDefinite(g.measure);
    const words = overlap(tokens, 'words', a, b);
    const kinds = overlap(tokens, 'kinds', a, b);
    const numbers = overlap(tokens, 'numbers', a, b);
    const times = overlap(tokens, 'times', a, b);
    const names = overlap(tokens, 'names', a, b);
    const [tx, ty] = [tokens.of(a), tokens.of(b)];
    const [wx, wy] = [ground.wording(a), ground.wording(b)];
    const alike = likeness(wx, wy, ground.rarity);
    const [px, py] = [ground.places[a], ground.places[b]];
    const [vx, vy] = [ground.voice(a), ground.voice(b)];
    const report = x.record.id === y.record.id;
    const apart = Math.abs(a - b);
    const arabic = (at: number): boolean => /\p{Script=Arabic}/u.test(ground.all[at]!.statement.quote);
    const [ax, ay] = [arabic(a), arabic(b)];
    const headline = x.statement.headline === true || y.statement.headline === true;
    const denies = (each: typeof x): boolean => each.statement.stance === 'denies';
    const [lx, ly] = [wx.words.size, wy.words.size];
    return {
      figureSame: same ? 1 : 0,
      figureSameRare: same ? Math.log(total / values.get(value)!) / Math.log(total) : 0,
      figureSameDigits: same ? Math.min(4, digits(value)) : 0,
      figureSameSize: same ? Math.min(6, Math.log10(value + 1)) : 0,
      figureSameDefinite: same && definite ? 1 : 0,
      figureSameUnitOther: same && f!.unit !== g!.unit ? 1 : 0,
      figureCompatible: compatible && numbered ? 1 : 0,
      figureDisagrees: p && q && disagree(p, q) ? 1 : 0,
      figureVagueBoth: vague(p) && vague(q) ? (p!.key === q!.key ? 1 : -1) : 0,
      figureVagueOne: p && q && vague(p) !== vague(q) ? (compatible ? 1 : -1) : 0,
      figureOne: one ? 1 : 0,
      figureNone: f === undefined && g === undefined ? 1 : 0,
      figureAddedOther: p && q && p.added !== q.added ? 1 : 0,
      unitSame: f && g ? (f.unit === g.unit ? 1 : -1) : 0,
      measureSame: definite
        ? f.measure === g.measure
          ? 3
          : kindOf(f.measure) === kindOf(g.measure)
            ? 2
            : familyOf(f.measure) === familyOf(g.measure)
              ? 0
              : -2
        : 0,
      measureWide: f && g && !definite ? 1 : 0,
      placeSame: px && py ? (px.name === py.name ? (px.inferred || py.inferred ? 1 : 2) : px.inferred || py.inferred ? -1 : -2) : 0,
      timeSame: sameTime(ground.periods[a]!, ground.periods[b]!) ? 1 : 0,
      windowSame:
        x.statement.window && y.statement.window
          ? x.statement.window.from === y.statement.window.from && x.statement.window.to === y.statement.window.to
            ? 1
            : -1
          : 0,
      deniesOne: denies(x) !== denies(y) ? 1 : 0,
      deniesBoth: denies(x) && denies(y) ? 1 : 0,
      senseOther: sense(x) !== sense(y) ? 1 : 0,
      voiceSame: vx !== undefined && vx === vy ? 1 : 0,
      voiceOther: vx !== undefined && vy !== undefined && vx !== vy ? 1 : 0,
      report: report ? 1 : 0,
      outlet: x.record.outlet === y.record.outlet && !report ? 1 : 0,
      nextInReport: report && apart <= 2 ? 1 : 0,
      apartInReport: report ? Math.min(5, Math.log2(1 + apart)) : 0,
      headlineInReport: report && headline ? 1 : 0,
      headline: headline ? 1 : 0,
      oneStatement: wholeStatement(x.statement.id) === wholeStatement(y.statement.id) ? 1 : 0,
      oneSpan: report && x.statement.start === y.statement.start && x.statement.end === y.statement.end ? 1 : 0,
      copy: copied.has(a < b ? `${a} ${b}` : `${b} ${a}`) ? 1 : 0,
      alike,
      wordsSum: words.sum,
      wordsShare: words.share,
      wordsWithin: words.within,
      wordsRarest: words.rarest,
      wordsCount: Math.min(6, words.count),
      kindsSum: kinds.sum,
      kindsShare: kinds.share,
      kindsWithin: kinds.within,
      kindsRarest: kinds.rarest,
      numbersSum: numbers.sum,
      numbersShare: numbers.share,
      numbersNoneShared: tx.numbers.length > 0 && ty.numbers.length > 0 && numbers.count === 0 ? 1 : 0,
      numbersOneNone: (tx.numbers.length > 0) !== (ty.numbers.length > 0) ? 1 : 0,
      timesShare: times.share,
      timesRarest: times.rarest,
      timesOther: tx.times.length > 0 && ty.times.length > 0 && times.count === 0 ? 1 : 0,
      numbersNear: numbersNear(tx.numbers, ty.numbers),
      numbersLarge: Math.max(0, ...tx.numbers.filter((each) => ty.numbers.includes(each)).map((each) => Math.min(6, Math.log10(Number(each) + 1)))),
      numbersDigits: Math.max(0, ...tx.numbers.filter((each) => ty.numbers.includes(each)).map((each) => Math.min(4, digits(Number(each))))),
      leadBoth: lead(a) && lead(b) ? 1 : 0,
      placeInText: Math.abs(relative(a) - relative(b)),
      context: contextLikeness(a, b),
      wordsPairs: pairsShared(a, b),
      namesSum: names.sum,
      namesRarest: names.rarest,
      languageOther: ax !== ay ? 1 : 0,
      arabicBoth: ax && ay ? 1 : 0,
      lengthLess: Math.min(lx, ly, 20),
      lengthRatio: Math.min(lx, ly) / Math.max(1, lx, ly),
      quoteAlike: quoteAlike(wx, wy) ? 1 : 0,
      filmedBoth: wx.filmed && wy.filmed ? 1 : 0,
      filmedOne: wx.filmed !== wy.filmed ? 1 : 0,
      matterSame: x.matter !== undefined && x.matter === y.matter ? 1 : 0,
      matterOther: x.matter !== undefined && y.matter !== undefined && x.matter !== y.matter ? 1 : 0,
      sortsOther:
        x.matter !== undefined && x.matter === y.matter && (x.sorts ?? []).join(' ') !== (y.sorts ?? []).join(' ') ? 1 : 0,
      partOne: (x.part === true) !== (y.part === true) ? 1 : 0,
      partBoth: x.part === true && y.part === true ? 1 : 0,
      speaks: (x.speaks ?? []).filter((each) => y.speaks?.includes(each) ?? false).length > 0 ? 1 : 0,
      samePlaceAllowed: samePlace(px, py) ? 1 : 0,
    };
  };
  const names = total > 0 ? Object.keys(compute(0, 0)) : [];
  return { names, of: (a, b) => Float64Array.from(Object.values(compute(a, b))) };
}
