import type { LinkedPair } from '../linkage/index.ts';
import type { Decision, RecordId, StandIns } from '../model/index.ts';
import { type Bond, withDecisions } from './decided-groups.ts';
import type { DecidedOfRecords } from './decided-of-records.ts';
import { rowAsDecided } from './decided-row.ts';
import { isDeath } from './fate.ts';
import { DEAD, type Gravity } from './grave-joins.ts';
import type { Ground, Row } from './ground.ts';
import { type Rulings, rulingsOf } from './rulings.ts';

/** Which records stand together, and which pairs stay open. A function of rows and standing decisions alone. */
export interface Grouping {
  readonly rulings: Rulings;
  /** Persons by their earliest record, each person's records in the order in which they were received. */
  readonly persons: readonly (readonly RecordId[])[];
  /** Index into `persons`. */
  readonly personOf: ReadonlyMap<RecordId, number>;
  /** Pairs across persons that may be the same, under both their records. */
  readonly open: ReadonlyMap<RecordId, readonly OpenPair[]>;
}

export interface OpenPair {
  readonly a: RecordId;
  readonly b: RecordId;
  /** Absent where only a person has looked at the pair. */
  readonly machine?: LinkedPair;
}

/** Groups up to this size are weighed pair by pair when they are parted; of larger ones the linkage has told enough. */
const WEIGHED_ANEW = 12;

const bits = (probability: number): number => Math.log2(probability / (1 - probability));

function toldBonds(pairs: readonly LinkedPair[]): Bond {
  const told = new Map(pairs.map(({ a, b, probability }) => [`${a} ${b}`, probability]));
  return (a, b) => bits(told.get(`${a} ${b}`) ?? told.get(`${b} ${a}`) ?? 0.5);
}

const deathIn = ({ fates }: Row): Gravity => (fates.some(({ fate }) => isDeath(fate)) ? DEAD : 0);

/**
 * Joins records by what people decided and, where nobody did, by what the machine takes to be the same.
 *
 * @param standIns records that another one stands for: they are of the same person
 */
export function groupRecords(
  { listed, linkage, clusters, placeOf, explain, joinedByMachine }: Ground,
  standing: readonly Decision[],
  decided: DecidedOfRecords,
  standIns: StandIns = new Map(),
): Grouping {
  const rulings = rulingsOf(standing, (record) => listed.has(record), {
    joinedByMachine,
    gravityOf: (record) => decided.gravityOf(record) | deathIn(rowAsDecided(listed.get(record)!, decided)),
  });
  const groups = withDecisions(clusters, rulings, (records) =>
    records.length <= WEIGHED_ANEW ? (a, b) => bits(explain(a, b).probability) : toldBonds(linkage.pairs),
  );

  const inOrder = (one: RecordId, other: RecordId): number => placeOf(one) - placeOf(other);
  const known = new Set(clusters);
  const persons = groups
    .map((records) => (known.has(records) ? records : records.toSorted(inOrder)))
    .sort((one, other) => inOrder(one[0]!, other[0]!));
  const personOf = new Map<RecordId, number>();
  persons.forEach((records, person) => {
    for (const record of records) personOf.set(record, person);
  });
  const open = openPairs(linkage.pairs, rulings, personOf);
  for (const [record, told] of standIns) {
    const person = personOf.get(told);
    if (person !== undefined) personOf.set(record, person);
  }
  return { rulings, persons, personOf, open };
}

/**
 * What a person should look at: pairs that the machine finds possible, pairs it would have joined had a decision not
 * stood against it, pairs that somebody could not tell, and "same" decisions that others contradict. A pair of people
 * decided to be different is not asked about again, whichever of their records it is made of.
 */
function openPairs(
  pairs: readonly LinkedPair[],
  rulings: Rulings,
  personOf: ReadonlyMap<RecordId, number>,
): Map<RecordId, OpenPair[]> {
  const open = new Map<RecordId, OpenPair[]>();
  const add = (pair: OpenPair): void => {
    if (personOf.get(pair.a) === personOf.get(pair.b)) return;
    for (const end of [pair.a, pair.b]) {
      const known = open.get(end);
      if (!known) open.set(end, [pair]);
      else if (!known.some(({ a, b }) => isPair(a, b, pair))) known.push(pair);
    }
  };
  const betweenPersons = (a: RecordId, b: RecordId): string =>
    [personOf.get(a)!, personOf.get(b)!].sort((one, other) => one - other).join(' ');
  const parted = new Set(
    rulings.counting
      .filter(({ judgement }) => judgement === 'different')
      .map(({ a, b }) => betweenPersons(a, b)),
  );
  for (const machine of pairs) {
    if (machine.verdict === 'different') continue;
    const [a, b] = [machine.a as RecordId, machine.b as RecordId];
    if (parted.size === 0 || !parted.has(betweenPersons(a, b))) add({ a, b, machine });
  }
  const heldBack = new Set(rulings.heldBack);
  for (const decision of rulings.counting) {
    const { a, b, judgement } = decision;
    if (heldBack.has(decision) || (judgement === 'unsure' && !rulings.differenceBetween(a, b))) add({ a, b });
  }
  for (const { a, b } of rulings.waiting) add({ a, b });
  return open;
}

const isPair = (a: RecordId, b: RecordId, pair: OpenPair): boolean =>
  (a === pair.a && b === pair.b) || (a === pair.b && b === pair.a);
