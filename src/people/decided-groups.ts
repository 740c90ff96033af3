import type { RecordId } from '../model/index.ts';
import type { Rulings } from './rulings.ts';

/** How strongly the machine holds two records to be one person, in log2 of the odds: 0 is even. */
export type Bond = (a: RecordId, b: RecordId) => number;

/** A record that fits two sides about as well goes to neither: no nearer than this to a rival, in bits. */
const MARGIN = 3.5;
/** Beyond this one pair says no more, so that it cannot drown a contradiction elsewhere. */
const HEAVIEST = 15;

/**
 * What people decided, laid over what the machine joined. Only the groups that a decision touches change: all others
 * stand as the machine left them, and with the decision undone so do these.
 *
 * "Same" joins whole groups. Where a decision holds records of one group apart, that group is made anew: from what
 * people joined, nearest first, never across a pair that is held apart.
 *
 * @param joined the machine's groups
 * @param bondAmong how the records of one group hold together
 */
export function withDecisions(
  joined: readonly (readonly RecordId[])[],
  rulings: Rulings,
  bondAmong: (records: readonly RecordId[]) => Bond,
): (readonly RecordId[])[] {
  const groupOf = new Map<RecordId, number>();
  joined.forEach((records, group) => {
    for (const record of records) groupOf.set(record, group);
  });

  const united = new Map<number, number>();
  const rootOf = (group: number): number => {
    let root = group;
    for (let next = united.get(root); next !== undefined; next = united.get(root)) root = next;
    return root;
  };
  for (const [a, b] of rulings.same) {
    const [one, other] = [rootOf(groupOf.get(a)!), rootOf(groupOf.get(b)!)];
    if (one !== other) united.set(Math.max(one, other), Math.min(one, other));
  }

  const touched = new Set<number>();
  for (const [a, b] of rulings.apart) {
    const root = rootOf(groupOf.get(a)!);
    if (root === rootOf(groupOf.get(b)!)) touched.add(root);
  }

  const together = new Map<number, readonly RecordId[]>();
  joined.forEach((records, group) => {
    const root = rootOf(group);
    const known = together.get(root);
    together.set(root, known ? [...known, ...records] : records);
  });
  return [...together].flatMap(([root, records]) => {
    if (!touched.has(root)) return [records];
    const bond = bondAmong(records);
    return partition(records.toSorted(), rulings, (a, b) =>
      groupOf.get(a) === groupOf.get(b) ? bond(a, b) : undefined,
    );
  });
}

interface Unit {
  readonly records: readonly RecordId[];
}

/** Average-link merging of what people joined, heaviest first; `bond` is undefined where the machine never joined. */
function partition(
  records: readonly RecordId[],
  rulings: Rulings,
  bond: (a: RecordId, b: RecordId) => number | undefined,
): (readonly RecordId[])[] {
  const decided = Map.groupBy(records, rulings.groupOf);
  let units: Unit[] = [...decided.values()].map((members) => ({ records: members }));
  const apart = new Set(rulings.apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

  const heldApart = (one: Unit, other: Unit): boolean =>
    one.records.some((a) => other.records.some((b) => apart.has(`${a} ${b}`)));

  const weights = new Map<Unit, Map<Unit, number | undefined>>();
  const weightBetween = (one: Unit, other: Unit): number | undefined => {
    const known = weights.get(one) ?? new Map<Unit, number | undefined>();
    weights.set(one, known);
    if (!known.has(other)) known.set(other, weigh(one, other));
    return known.get(other);
  };
  const weigh = (one: Unit, other: Unit): number | undefined => {
    let sum = 0;
    let pairs = 0;
    for (const a of one.records)
      for (const b of other.records) {
        const weight = bond(a, b);
        if (weight === undefined) continue;
        sum += Math.max(-HEAVIEST, Math.min(HEAVIEST, weight));
        pairs++;
      }
    return pairs === 0 ? undefined : sum / pairs;
  };

  /** Whether another side, held apart from the one, fits the other nearly as well. */
  const contested = (one: Unit, other: Unit, weight: number): boolean =>
    units.some((rival) => {
      if (rival === one || rival === other) return false;
      const fitsOne =
        !heldApart(rival, one) && heldApart(rival, other) ? weightBetween(rival, one) : undefined;
      const fitsOther =
        !heldApart(rival, other) && heldApart(rival, one) ? weightBetween(rival, other) : undefined;
      return Math.max(fitsOne ?? -HEAVIEST, fitsOther ?? -HEAVIEST) > weight - MARGIN;
    });

  for (;;) {
    const candidates: { readonly one: Unit; readonly other: Unit; readonly weight: number }[] = [];
    for (const [at, one] of units.entries())
      for (const other of units.slice(at + 1)) {
        const weight = heldApart(one, other) ? undefined : weightBetween(one, other);
        if (weight !== undefined && weight > 0) candidates.push({ one, other, weight });
      }
    const best = candidates
      .sort((a, b) => b.weight - a.weight)
      .find(({ one, other, weight }) => !contested(one, other, weight));
    if (!best) return units.map((unit) => unit.records);
    const { one, other } = best;
    units = [
      ...units.filter((unit) => unit !== one && unit !== other),
      { records: [...one.records, ...other.records] },
    ];
  }
}
