import { type Ground, isSized, sense } from '../ground.ts';
import type { Groups } from '../groups.ts';
import { kindOf } from '../measure-families.ts';
import type { Period } from '../period.ts';
import { sameTime } from '../place-and-time.ts';
import { disagree, type Quantity } from '../quantity.ts';

/** How many of what, and when. */
interface Count {
  readonly what: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly period: Period;
}

/** What the statements of a group say that others must not contradict to be one with them. */
interface Held {
  /** Places that they name themselves. */
  readonly places: readonly string[];
  readonly counts: readonly Count[];
  readonly senses: readonly string[];
  /** Numbers of which it is not said what they count: "the count was 1,312". */
  readonly open: readonly string[];
}

const numberOf = ({ value }: Quantity, unit: string): string => `${value} ${unit}`;

/** What each number is said to count anywhere. */
function kindsOfNumbers(ground: Ground): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds = new Map<string, Set<string>>();
  ground.quantities.forEach((quantity, at) => {
    const { figure } = ground.all[at]!.statement;
    if (quantity?.value === undefined || !figure || !isSized(ground, at)) return;
    const number = numberOf(quantity, figure.unit);
    kinds.set(number, (kinds.get(number) ?? new Set<string>()).add(kindOf(figure.measure)));
  });
  return kinds;
}

/** Where two things are said of as many, a statement that leaves open which goes with neither. */
const isOpenBetween = (one: Held, other: Held, kinds: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  one.open.some(
    (number) =>
      (kinds.get(number)?.size ?? 0) > 1 &&
      other.counts.some(({ quantity, unit }) => numberOf(quantity, unit) === number),
  );

/** So many different figures a group is held to. */
const COUNTS = 8;

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));
const apart = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && !meet(some, others);

/**
 * What no likeness of words can outweigh: two places, numbers of two things, two numbers of one thing that cannot both
 * be true, the same of two times, or the opposite.
 */
export function limits(ground: Ground, groups: Groups) {
  const held = new Map<number, Held>();
  for (const members of groups.all())
    held.set(
      members[0]!,
      members.map((at) => heldBy(ground, at)).reduce((all, each) => together(all, each)),
    );
  const kinds = kindsOfNumbers(ground);
  return {
    mayJoin(x: number, y: number): boolean {
      const [one, other] = [held.get(x)!, held.get(y)!];
      if (isOpenBetween(one, other, kinds) || isOpenBetween(other, one, kinds)) return false;
      if (apart(one.places, other.places) || apart(one.senses, other.senses)) return false;
      return (
        one.counts.length === 0 ||
        other.counts.length === 0 ||
        one.counts.some((own) => other.counts.some((theirs) => agree(own, theirs)))
      );
    },
    onJoin(x: number, y: number): void {
      held.set(x, together(held.get(x)!, held.get(y)!));
      held.delete(y);
    },
  };
}

/**
 * "Never more than 60" is no count of 60. One number of one thing was joined by rule where it is one: two who died in a
 * ward are not two who died at a wall.
 */
const agree = (a: Count, b: Count): boolean =>
  a.what === b.what &&
  a.quantity.ceiling === b.quantity.ceiling &&
  a.quantity.added === b.quantity.added &&
  a.quantity.key !== b.quantity.key &&
  !disagree(a.quantity, b.quantity) &&
  sameTime(a.period, b.period);

function heldBy(ground: Ground, at: number): Held {
  const place = ground.places[at];
  const said = ground.all[at]!;
  const { figure } = said.statement;
  const quantity = ground.quantities[at];
  return {
    places: place && !place.inferred ? [place.name] : [],
    counts:
      figure && quantity && isSized(ground, at)
        ? [
            {
              what: `${kindOf(figure.measure)}|${figure.unit}`,
              unit: figure.unit,
              quantity,
              period: ground.periods[at]!,
            },
          ]
        : [],
    senses: [sense(said)],
    open:
      figure && quantity?.value !== undefined && !isSized(ground, at)
        ? [numberOf(quantity, figure.unit)]
        : [],
  };
}

function together(one: Held, other: Held): Held {
  const fresh = other.counts.filter(
    ({ what, quantity, period }) =>
      !one.counts.some(
        (own) => own.what === what && own.quantity.key === quantity.key && sameTime(own.period, period),
      ),
  );
  return {
    places: [...new Set([...one.places, ...other.places])],
    counts: [...one.counts, ...fresh].slice(0, COUNTS),
    senses: [...new Set([...one.senses, ...other.senses])],
    open: [...new Set([...one.open, ...other.open])].slice(0, COUNTS),
  };
}
