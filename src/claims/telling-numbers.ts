import { type Ground, samePlace } from './ground.ts';
import type { Groups } from './groups.ts';
import { isDefinite, kindOf } from './measure-families.ts';
import { sameTime } from './place-and-time.ts';
import { likeness } from './wording.ts';

/** Statements by what they count and how many: `measure|unit|figure`. */
type Blocks = ReadonlyMap<string, readonly number[]>;

/** How many statements of one number are held against each other. */
const WITHIN = 200;

/** True for 214 and 2,870, which nobody gives of two things by chance; not for 38, 120 or 6,000. Papers: 640 as well. */
const isTelling = (value: number, papers: boolean): boolean =>
  value >= 100 && value % (papers || value >= 1000 ? 100 : 10) !== 0;

/** What a noun alone may have said ("214 detainees"), whatever befell them. */
const BY_NOUN: ReadonlySet<string> = new Set(['people', 'detained']);

/**
 * One exact number that is not round, of people or of papers: where all who give it say the same of them, or leave
 * open what befell them, it is one count. Where two things are said of as many, those who leave it open go with neither.
 */
export function joinTelling(ground: Ground, blocks: Blocks, groups: Groups): void {
  const byNumber = new Map<string, number[]>();
  for (const [key, members] of blocks) {
    const [measure = '', unit = '', figure = ''] = key.split('|');
    if (!figure.startsWith('number:') || figure.endsWith('+')) continue;
    const papers = measure === 'documents';
    if (!isTelling(Number(figure.slice('number:'.length)), papers)) continue;
    if (unit !== 'person' && !papers) continue;
    const number = `${unit}|${figure}`;
    byNumber.set(number, [...(byNumber.get(number) ?? []), ...members]);
  }
  for (const members of byNumber.values()) {
    const said = new Set(members.map((at) => ground.all[at]!.statement.figure!.measure));
    const sure = new Set(
      [...said].filter((measure) => !BY_NOUN.has(measure) && isDefinite(measure)).map(kindOf),
    );
    if (sure.size > 1) continue;
    joinWherePossible(ground, members.slice(0, WITHIN), groups);
  }
}

/** Each with the first of its place and time, from the first on. */
function joinWherePossible(ground: Ground, members: readonly number[], groups: Groups): void {
  const firsts: number[] = [];
  for (const at of [...members].sort((a, b) => a - b)) {
    const same = firsts.find((first) => meet(ground, first, at) && !twoThings(ground, first, at));
    if (same === undefined) firsts.push(at);
    else groups.join(same, at);
  }
}

const meet = (ground: Ground, a: number, b: number): boolean =>
  samePlace(ground.places[a], ground.places[b]) && sameTime(ground.periods[a]!, ground.periods[b]!);

/** How like the words must be where one report gives a number twice. */
const TWICE_TOLD = 0.12;

/** One report that gives a number under two measures may well mean two things. */
function twoThings(ground: Ground, a: number, b: number): boolean {
  const [x, y] = [ground.all[a]!, ground.all[b]!];
  return (
    x.record.id === y.record.id &&
    x.statement.figure!.measure !== y.statement.figure!.measure &&
    x.statement.headline !== true &&
    y.statement.headline !== true &&
    likeness(ground.wording(a), ground.wording(b), ground.rarity) < TWICE_TOLD
  );
}

/** "Up to 9,000" is "6,000 to 9,000", where one range only has that end. */
export function joinUpperEnds(ground: Ground, blocks: Blocks, groups: Groups): void {
  const ranges = new Map<string, number[]>();
  const ends: number[] = [];
  for (const [key, members] of blocks) {
    const measure = key.slice(0, key.indexOf('|'));
    if (!isDefinite(measure)) continue;
    for (const at of members.slice(0, WITHIN)) {
      const { figure } = ground.all[at]!.statement;
      const quantity = ground.quantities[at]!;
      if (quantity.kind === 'range') {
        const end = `${kindOf(measure)}|${figure!.unit}|${quantity.high}`;
        ranges.set(end, [...(ranges.get(end) ?? []), at]);
      } else if (quantity.kind === 'number' && figure!.op === 'le') ends.push(at);
    }
  }
  for (const at of ends) {
    const { measure, unit, value } = ground.all[at]!.statement.figure!;
    const fitting = (ranges.get(`${kindOf(measure)}|${unit}|${value}`) ?? []).filter((range) =>
      meet(ground, range, at),
    );
    const meant = new Set(fitting.map((range) => groups.of(range)));
    if (meant.size === 1) groups.join([...meant][0]!, at);
  }
}
