import { wholeStatement } from '../model/index.ts';
import { type Ground, isSized, samePlace, sense } from './ground.ts';
import { isDefinite, kindOf } from './measure-families.ts';
import { sameTime } from './place-and-time.ts';
import { alikeness } from './same-words.ts';
import { likelyPairs } from './wording.ts';

/** How like two statements must be for a person to be asked whether they say the same. */
const NEAR = 0.18;
/** How many near claims one claim has at most; those told apart are among them, so that each answer leaves one less. */
const AT_MOST = 4;

export interface Near {
  readonly group: number;
  /** The likest pair of statements, one of each group: what a decision would name. */
  readonly own: number;
  readonly other: number;
  readonly alike: number;
}

/**
 * Groups of statements in like words that were not joined, for a person to judge. Not those that a person told apart,
 * nor those to which one statement belongs with two of its parts, nor those that count two different numbers, or at two places, or at two times, or of which one says what the other
 * says is not so.
 *
 * @param groupOf the group of each statement
 */
export function nearGroups(
  ground: Ground,
  groupOf: readonly number[],
  toldApart: (a: number, b: number) => boolean,
): ReadonlyMap<number, readonly Near[]> {
  const best = new Map<string, { readonly a: number; readonly b: number; readonly alike: number }>();
  const oneStatement = partedBetween(ground, groupOf);
  const wordings = ground.all.map((_, at) => ground.wording(at));
  for (const [a, b] of likelyPairs(wordings, ground.rarity)) {
    const [x, y] = [groupOf[a]!, groupOf[b]!];
    if (x === y || !mayBeOne(ground, a, b)) continue;
    const alike = alikeness(ground, a, b);
    if (alike < NEAR) continue;
    const key = pairOf(x, y);
    if (oneStatement.has(key)) continue;
    const known = best.get(key);
    if (!known || alike > known.alike) best.set(key, { a, b, alike });
  }
  const near = new Map<number, Near[]>();
  const add = (own: number, other: number, alike: number): void => {
    const group = groupOf[own]!;
    near.set(group, [...(near.get(group) ?? []), { group: groupOf[other]!, own, other, alike }]);
  };
  for (const { a, b, alike } of best.values()) {
    add(a, b, alike);
    add(b, a, alike);
  }
  for (const [group, all] of near)
    near.set(
      group,
      all
        .sort((x, y) => y.alike - x.alike || x.other - y.other)
        .slice(0, AT_MOST)
        .filter(({ group: other }) => !toldApart(group, other)),
    );
  return near;
}

const pairOf = (x: number, y: number): string => (x < y ? `${x} ${y}` : `${y} ${x}`);

/** Pairs of groups that hold two parts of one statement: whoever parted it has said that they are two. */
function partedBetween(ground: Ground, groupOf: readonly number[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const parts of Map.groupBy(ground.all, ({ statement }) => wholeStatement(statement.id)).values()) {
    const groups = [...new Set(parts.map(({ at }) => groupOf[at]!))];
    for (const [place, x] of groups.entries())
      for (const y of groups.slice(place + 1)) pairs.add(pairOf(x, y));
  }
  return pairs;
}

function mayBeOne(ground: Ground, a: number, b: number): boolean {
  const [one, other] = [ground.all[a]!, ground.all[b]!];
  if (sense(one) !== sense(other)) return false;
  if ((one.statement.stance === 'denies') !== (other.statement.stance === 'denies')) return false;
  if (!samePlace(ground.places[a], ground.places[b])) return false;
  if (!sameTime(ground.periods[a]!, ground.periods[b]!)) return false;
  const measures = [a, b].map((at) => ground.all[at]!.statement.figure?.measure);
  const [x, y] = measures;
  if (x !== undefined && y !== undefined && isDefinite(x) && isDefinite(y) && kindOf(x) !== kindOf(y))
    return false;
  return !(
    isSized(ground, a) &&
    isSized(ground, b) &&
    ground.quantities[a]!.key !== ground.quantities[b]!.key
  );
}
