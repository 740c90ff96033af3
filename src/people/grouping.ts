import type { LinkedPair } from '../linkage/index.ts';
import type { Decision, RecordId, StandIns } from '../model/index.ts';
import { type Bond, withDecisions } from './decided-groups.ts';
import type { DecidedOfRecords } from './decided-of-records.ts';
import { rowAsDecided } from './decided-row.ts';
import { isDeath } from './fate.ts';
import { DEAD, type Gravity } from './grave-joins.ts';
import type { Ground, Row } from './ground.ts';
import type { OpenPair } from './machine-persons.ts';
import { type Rulings, rulingsOf } from './rulings.ts';

/**
 * Which records stand together, and which pairs stay open: what the machine made of the rows, and over it the few
 * persons that decisions touch. A function of rows and standing decisions alone. A person is known by the place of its
 * first record in the order of receipt.
 */
export interface Grouping {
  readonly rulings: Rulings;
  /** Everybody, by their first record. */
  readonly persons: Int32Array;
  /** Nothing for a record that does not count, or whose person is hidden. */
  personOf(record: RecordId): number | undefined;
  /** In the order of receipt. */
  recordsOf(person: number): readonly RecordId[];
  /** Pairs with another person's record that somebody should look at. */
  openOf(record: RecordId): readonly OpenPair[];
  readonly openPairs: number;
  /** Who is not as the machine left them, or may not be. */
  readonly touched: readonly number[];
  /** By person: 1 where touched, or where the machine had somebody who is not now. */
  readonly isTouched: Uint8Array;
}

/** What is laid over the machine's work. */
export interface Laid {
  readonly standing: readonly Decision[];
  readonly decided: DecidedOfRecords;
  /** Records that another one stands for: they are of the same person. */
  readonly standIns?: StandIns;
  /** Records whose persons are not shown, nor any pair that leads to them. */
  readonly hidden?: ReadonlySet<RecordId>;
}

/** Groups up to this size are weighed pair by pair when they are parted; of larger ones the linkage has told enough. */
const WEIGHED_ANEW = 12;
const NOWHERE = -1;

const bits = (probability: number): number => Math.log2(probability / (1 - probability));

function toldBonds(pairs: readonly LinkedPair[]): Bond {
  const told = new Map(pairs.map(({ a, b, probability }) => [`${a} ${b}`, probability]));
  return (a, b) => bits(told.get(`${a} ${b}`) ?? told.get(`${b} ${a}`) ?? 0.5);
}

const deathIn = ({ fates }: Row): Gravity => (fates.some(({ fate }) => isDeath(fate)) ? DEAD : 0);

/**
 * Joins records by what people decided and, where nobody did, by what the machine takes to be the same. Only persons of
 * whom anything was decided, who are hidden, or who have an open pair with somebody hidden, are made anew.
 */
export function groupRecords(ground: Ground, { standing, decided, standIns, hidden }: Laid): Grouping {
  const { listed, linkage, machine, placeOf, explain, joinedByMachine, row } = ground;
  const all = rulingsOf(standing, (record) => listed.has(record), {
    joinedByMachine,
    gravityOf: (record) =>
      decided.gravityOf(record) |
      deathIn(decided.touched.has(record) ? rowAsDecided(listed.get(record)!, decided) : row(record)),
  });

  const touched = new Set<number>();
  const touch = (record: RecordId): void => {
    if (listed.has(record)) touched.add(machine.personAt[placeOf(record)]!);
  };
  for (const record of decided.touched) touch(record);
  for (const { a, b } of [...all.counting, ...all.waiting]) {
    touch(a);
    touch(b);
  }
  for (const record of hidden ?? []) touch(record);
  const before = [...touched].sort((one, other) => one - other);
  const groups = withDecisions(before.map(machine.recordsOf), all, (records) =>
    records.length <= WEIGHED_ANEW ? (a, b) => bits(explain(a, b).probability) : toldBonds(linkage.pairs),
  );

  const inOrder = (one: RecordId, other: RecordId): number => placeOf(one) - placeOf(other);
  const laid = new Map<number, readonly RecordId[]>();
  const personLaid = new Map<RecordId, number>();
  const isTouched = new Uint8Array(machine.personAt.length);
  for (const person of before) isTouched[person] = 1;
  for (const group of groups) {
    const first = group.reduce((least, record) => Math.min(least, placeOf(record)), Number.POSITIVE_INFINITY);
    const known = machine.personAt[first] === first ? machine.recordsOf(first) : undefined;
    const records = known === group ? group : group.toSorted(inOrder);
    const isHidden = hidden !== undefined && records.some((record) => hidden.has(record));
    for (const record of records) personLaid.set(record, isHidden ? NOWHERE : first);
    if (isHidden) for (const record of records) noteNeighbours(record);
    else laid.set(first, records);
    isTouched[first] = 1;
  }

  function noteNeighbours(hiding: RecordId): void {
    for (const { a, b } of machine.toldAt(placeOf(hiding))) {
      const other = a === hiding ? b : a;
      const person = machine.personAt[placeOf(other)]!;
      if (isTouched[person]) continue;
      isTouched[person] = 1;
      const records = machine.recordsOf(person);
      laid.set(person, records);
      for (const record of records) personLaid.set(record, person);
    }
  }

  const personOf = (record: RecordId): number | undefined => {
    const told = standIns?.get(record) ?? record;
    const person = personLaid.get(told);
    if (person !== undefined) return person === NOWHERE ? undefined : person;
    return listed.has(told) ? machine.personAt[placeOf(told)] : undefined;
  };
  const rulings = hidden?.size ? withoutHidden(all, personOf) : all;
  const open = openPairs(ground, rulings, [...personLaid.keys()], personOf);
  const told = countPairs([...personLaid.keys()].map((record) => machine.openAt(placeOf(record))));
  const persons = merged(machine.persons, isTouched, laid);
  return {
    rulings,
    persons,
    personOf,
    recordsOf: (person) => laid.get(person) ?? machine.recordsOf(person),
    openOf: (record) => open.get(record) ?? machine.openAt(placeOf(record)),
    openPairs: machine.openPairs - told + countPairs(open.values()),
    touched: [...laid.keys()].sort((one, other) => one - other),
    isTouched,
  };
}

const countPairs = (lists: Iterable<readonly OpenPair[]>): number => new Set([...lists].flat()).size;

/** The machine's persons without those touched, and those who are there now, ascending. */
function merged(
  persons: Int32Array,
  isTouched: Uint8Array,
  laid: ReadonlyMap<number, readonly RecordId[]>,
): Int32Array {
  const own = persons.filter((person) => isTouched[person] === 0);
  const all = new Int32Array(own.length + laid.size);
  all.set(own);
  all.set([...laid.keys()], own.length);
  return laid.size === 0 ? all : all.sort();
}

function withoutHidden(rulings: Rulings, personOf: (record: RecordId) => number | undefined): Rulings {
  const known = ({ a, b }: { readonly a: RecordId; readonly b: RecordId }): boolean =>
    personOf(a) !== undefined && personOf(b) !== undefined;
  return { ...rulings, differencesOf: (record) => rulings.differencesOf(record).filter(known) };
}

/**
 * What a person should look at of these records: pairs that the machine finds possible, pairs it would have joined had a
 * decision not stood against it, pairs that somebody could not tell, and "same" decisions that others contradict. A pair
 * of people decided to be different is not asked about again, whichever of their records it is made of.
 */
function openPairs(
  { machine, placeOf }: Ground,
  rulings: Rulings,
  records: readonly RecordId[],
  personOf: (record: RecordId) => number | undefined,
): Map<RecordId, OpenPair[]> {
  const open = new Map<RecordId, OpenPair[]>(records.map((record) => [record, []]));
  const leadsAcross = ({ a, b }: OpenPair): boolean => {
    const [one, other] = [personOf(a), personOf(b)];
    return one !== undefined && other !== undefined && one !== other;
  };
  const betweenPersons = ({ a, b }: OpenPair): string =>
    [personOf(a) ?? NOWHERE, personOf(b) ?? NOWHERE].sort((one, other) => one - other).join(' ');
  const parted = new Set(
    rulings.counting.filter(({ judgement }) => judgement === 'different').map(betweenPersons),
  );
  for (const [record, own] of open)
    for (const pair of machine.toldAt(placeOf(record)))
      if (leadsAcross(pair) && !parted.has(betweenPersons(pair))) own.push(pair);

  const add = ({ a, b }: OpenPair): void => {
    const pair: OpenPair = { a, b };
    if (!leadsAcross(pair)) return;
    for (const end of [a, b]) {
      const known = open.get(end)!;
      if (!known.some((other) => isPair(a, b, other))) known.push(pair);
    }
  };
  const heldBack = new Set(rulings.heldBack);
  for (const decision of rulings.counting) {
    const { a, b, judgement } = decision;
    if (heldBack.has(decision) || (judgement === 'unsure' && !rulings.differenceBetween(a, b))) add(decision);
  }
  rulings.waiting.forEach(add);
  return open;
}

const isPair = (a: RecordId, b: RecordId, pair: OpenPair): boolean =>
  (a === pair.a && b === pair.b) || (a === pair.b && b === pair.a);
