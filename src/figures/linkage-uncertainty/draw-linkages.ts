import type { Random } from '../random.ts';
import { type Clustering, groups, type LinkedRecords } from './linked-records.ts';

/** No probability of the machine is taken for certainty. */
const SUREST = 1e-6;
/** Up to so many records that hang together every way to divide them is weighed (877 for seven); beyond, sampled. */
const DIVIDED_IN_FULL = 7;
const BURN_IN = 200;
const SWEEPS_A_DRAW = 20;

function logOdds(probability: number): number {
  const held = Math.min(1 - SUREST, Math.max(SUREST, probability));
  return Math.log(held / (1 - held));
}

/** The chance of a pair that the linkage did not tell of: it tells of those from 0.02 on. */
const UNLISTED = logOdds(0.01);

/**
 * Draws linkages: each way to divide the records into persons has the weight of its pairs' odds, so a lone pair is joined
 * as often as its probability says, and of three records either all pairs hold together or none is joined by a third.
 * Decisions hold in every draw. Records that no pair connects are drawn apart from each other: small groups exactly, by
 * weighing every division, larger ones by moving one record at a time (Gibbs).
 *
 * @returns a function that gives one linkage at each call
 */
export function drawLinkages(records: LinkedRecords, random: Random): () => Clustering {
  const count = records.listOf.length;
  const decided = groups(count);
  for (const [a, b] of records.same ?? []) decided.join(a, b);

  /** Log odds between groups that decisions have formed. */
  const odds: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  const relate = (a: number, b: number, weight: number): void => {
    const [one, other] = [decided.of(a), decided.of(b)];
    if (one === other) return;
    odds[one]!.set(other, (odds[one]!.get(other) ?? 0) + weight);
    odds[other]!.set(one, (odds[other]!.get(one) ?? 0) + weight);
  };
  for (const { a, b, probability } of records.pairs) relate(a, b, logOdds(probability));
  for (const [a, b] of records.different ?? []) relate(a, b, Number.NEGATIVE_INFINITY);

  const connected = groups(count);
  odds.forEach((row, one) => {
    for (const [other, weight] of row) if (weight > Number.NEGATIVE_INFINITY) connected.join(one, other);
  });
  const parts = new Map<number, number[]>();
  for (let record = 0; record < count; record++) {
    if (decided.of(record) !== record) continue;
    const part = connected.of(record);
    const known = parts.get(part);
    if (known) known.push(record);
    else parts.set(part, [record]);
  }

  const drawers = [...parts.values()]
    .filter((part) => part.length > 1)
    .map((part) =>
      part.length <= DIVIDED_IN_FULL ? drawDivision(part, odds, random) : moveRecords(part, odds, random),
    );
  const labels = new Int32Array(count);
  return () => {
    for (let record = 0; record < count; record++) labels[record] = record;
    for (const draw of drawers) draw(labels);
    return labels.map((_, record) => labels[decided.of(record)]!);
  };
}

type Drawer = (labels: Int32Array) => void;

const between = (odds: readonly Map<number, number>[], a: number, b: number): number =>
  odds[a]!.get(b) ?? UNLISTED;

/** Every division of a few records with its weight, and draws from them. */
function drawDivision(part: readonly number[], odds: readonly Map<number, number>[], random: Random): Drawer {
  const divisions: Uint8Array[] = [];
  const weights: number[] = [];
  const groupOf = new Uint8Array(part.length);
  const divide = (at: number, used: number, weight: number): void => {
    if (at === part.length) {
      divisions.push(groupOf.slice());
      weights.push(weight);
      return;
    }
    for (let group = 0; group <= used; group++) {
      let own = weight;
      for (let other = 0; other < at; other++)
        if (groupOf[other] === group) own += between(odds, part[at]!, part[other]!);
      if (own === Number.NEGATIVE_INFINITY) continue;
      groupOf[at] = group;
      divide(at + 1, Math.max(used, group + 1), own);
    }
  };
  divide(0, 0, 0);
  const heaviest = Math.max(...weights);
  let sum = 0;
  const sums = weights.map((weight) => {
    sum += Math.exp(weight - heaviest);
    return sum;
  });
  return (labels) => {
    const at = random() * sum;
    const chosen =
      divisions[
        Math.max(
          0,
          sums.findIndex((each) => each > at),
        )
      ]!;
    const first = new Int32Array(part.length).fill(-1);
    part.forEach((record, index) => {
      const group = chosen[index]!;
      if (first[group]! < 0) first[group] = record;
      labels[record] = first[group]!;
    });
  };
}

/** Many records that hang together: each in turn leaves its group and joins one it is paired with, or none. */
function moveRecords(part: readonly number[], odds: readonly Map<number, number>[], random: Random): Drawer {
  const groupOf = new Map(part.map((record, at) => [record, at]));
  const sizes = new Int32Array(part.length).fill(1);
  const free = [...sizes.keys()].filter((group) => sizes[group] === 0);
  const move = (record: number): void => {
    const left = groupOf.get(record)!;
    sizes[left]!--;
    if (sizes[left] === 0) free.push(left);
    /** For each group with a pair of this record: its listed log odds less what unlisted pairs would have given. */
    const gains = new Map<number, number>();
    for (const [other, weight] of odds[record]!) {
      const group = groupOf.get(other);
      if (group === undefined) continue;
      gains.set(group, (gains.get(group) ?? 0) + weight - UNLISTED);
    }
    const groupsHere: number[] = [free.at(-1)!];
    const weights: number[] = [1];
    let sum = 1;
    for (const [group, gain] of gains) {
      const weight = Math.exp(gain + sizes[group]! * UNLISTED);
      if (weight === 0) continue;
      groupsHere.push(group);
      weights.push(weight);
      sum += weight;
    }
    let at = random() * sum;
    let chosen = 0;
    while (chosen + 1 < weights.length && at >= weights[chosen]!) at -= weights[chosen++]!;
    const group = groupsHere[chosen]!;
    if (sizes[group] === 0) free.splice(free.indexOf(group), 1);
    sizes[group]!++;
    groupOf.set(record, group);
  };
  const sweep = (times: number): void => {
    for (let time = 0; time < times; time++) for (const record of part) move(record);
  };
  sweep(BURN_IN);
  return (labels) => {
    sweep(SWEEPS_A_DRAW);
    const first = new Map<number, number>();
    for (const record of part) {
      const group = groupOf.get(record)!;
      if (!first.has(group)) first.set(group, record);
      labels[record] = first.get(group)!;
    }
  };
}
