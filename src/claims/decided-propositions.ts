import type { Decision } from '../model/index.ts';
import type { Ground } from './ground.ts';
import { createGroups } from './groups.ts';
import { saidById } from './said.ts';
import { alikeness } from './same-words.ts';

type Linked = Extract<Decision, { kind: 'claim-link' }>;

/** What people decided about statements, laid over what the machine joined. */
export interface DecidedPropositions {
  /** Disjoint groups of indices, each ascending. */
  readonly groups: readonly (readonly number[])[];
  /** "Same" decisions that do not count because a "different" stands between what they would join. */
  readonly heldBack: readonly Linked[];
  /** Decisions by which a statement stands apart from another of the reports that count. */
  readonly apart: readonly Linked[];
  /** The first of the statements that decisions alone hold to be one with this one: itself where there is none. */
  unitOf(at: number): number;
}

/**
 * The machine's groups with people's decisions laid over them. Of several decisions on one pair the newest counts.
 * "Different" always holds; "same" joins whole groups, from the newest back, as long as it joins nothing that stands
 * as different. A group that a "different" parts is made anew: what people joined and what is copied stays together,
 * and each part goes where its words are likest. A function of the standing decisions alone, so that undoing one gives
 * back exactly what was before it; groups that no decision touches stand as the machine left them.
 */
export function withDecisions(
  joined: readonly (readonly number[])[],
  ground: Ground,
  standing: readonly Decision[],
): DecidedPropositions {
  const indexOf = saidById(ground.all);
  const newest = new Map<string, Linked>();
  for (const decision of standing) {
    if (decision.kind !== 'claim-link' || decision.a === decision.b) continue;
    const [one, other] = [indexOf(decision.a), indexOf(decision.b)];
    if (one === undefined || other === undefined || one === other) continue;
    const key = one < other ? `${one} ${other}` : `${other} ${one}`;
    newest.delete(key);
    newest.set(key, decision);
  }
  const counting = [...newest.values()];
  const ends = ({ a, b }: Linked): readonly [number, number] => [indexOf(a)!, indexOf(b)!];
  const apart = counting.filter(({ judgement }) => judgement === 'different');
  const foes = new Map<number, Set<number>>();
  for (const [a, b] of apart.map(ends))
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      foes.set(one, (foes.get(one) ?? new Set<number>()).add(other));
  const heldApart = (some: readonly number[], others: readonly number[]): boolean =>
    some.some((a) => {
      const own = foes.get(a);
      return own !== undefined && others.some((b) => own.has(b));
    });

  const units = createGroups(ground.all.length);
  const members = new Map<number, readonly number[]>();
  const membersOf = (unit: number): readonly number[] => members.get(unit) ?? [unit];
  const joinUnits = (a: number, b: number): boolean => {
    const [x, y] = [units.of(a), units.of(b)];
    if (x === y) return true;
    if (heldApart(membersOf(x), membersOf(y))) return false;
    const together = [...membersOf(x), ...membersOf(y)];
    units.join(x, y);
    members.set(units.of(x), together);
    return true;
  };
  const heldBack: Linked[] = [];
  const same: (readonly [number, number])[] = [];
  for (const decision of counting.toReversed()) {
    if (decision.judgement !== 'same') continue;
    const [a, b] = ends(decision);
    if (joinUnits(a, b)) same.push([a, b]);
    else heldBack.push(decision);
  }
  const decidedUnits = ground.all.map((_, at) => units.of(at));
  for (const { earlier, later } of ground.copies) joinUnits(earlier, later);

  const united = createGroups(ground.all.length);
  for (const [first, ...rest] of joined) for (const at of rest) united.join(first!, at);
  for (const [a, b] of same) united.join(a, b);
  const groups = united
    .all()
    .flatMap((group) => (heldApart(group, group) ? parted(group, units.of, heldApart, ground) : [group]));
  return { groups, heldBack, apart, unitOf: (at) => decidedUnits[at]! };
}

/** One group whose parts may not all stand together: those held apart first, then each other where it is likest. */
function parted(
  group: readonly number[],
  unitOf: (at: number) => number,
  heldApart: (some: readonly number[], others: readonly number[]) => boolean,
  ground: Ground,
): number[][] {
  const units = [...Map.groupBy(group, unitOf).values()];
  const contested = units.filter((unit) => heldApart(unit, group));
  const sides: number[][] = [];
  for (const unit of [...contested, ...units.filter((each) => !contested.includes(each))]) {
    let best: number[] | undefined;
    let most = -1;
    for (const side of sides) {
      if (heldApart(unit, side)) continue;
      const alike = average(unit, side, ground);
      if (alike > most) [best, most] = [side, alike];
    }
    if (best) best.push(...unit);
    else sides.push([...unit]);
  }
  return sides.map((side) => side.sort((a, b) => a - b));
}

function average(some: readonly number[], others: readonly number[], ground: Ground): number {
  let sum = 0;
  for (const a of some) for (const b of others) sum += alikeness(ground, a, b);
  return sum / (some.length * others.length);
}
