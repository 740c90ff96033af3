import type { LinkedPair } from '../linkage/index.ts';
import type { RecordId } from '../model/index.ts';

/** Two records that a person should look at. */
export interface OpenPair {
  readonly a: RecordId;
  readonly b: RecordId;
  /** Absent where only a person has looked at the pair. */
  readonly machine?: LinkedPair;
}

/**
 * Whom the machine joins and which pairs it tells, laid out by the places of records in the order of receipt. A person
 * is known by the place of its first record, so that nobody's number changes when somebody else is joined or parted.
 */
export interface MachinePersons {
  /** By place: the person of the record there. */
  readonly personAt: Int32Array;
  /** The persons, ascending. */
  readonly persons: Int32Array;
  recordsOf(person: number): readonly RecordId[];
  /** The told pairs of the record at a place, as the linkage has them; the same object under both ends. */
  toldAt(place: number): readonly OpenPair[];
  /** Those of them that lead to another person. */
  openAt(place: number): readonly OpenPair[];
  readonly openPairs: number;
}

const NONE: readonly OpenPair[] = [];

/** @param clusters each in the order of receipt */
export function machinePersons(
  clusters: readonly (readonly RecordId[])[],
  pairs: readonly LinkedPair[],
  places: ReadonlyMap<RecordId, number>,
): MachinePersons {
  const personAt = new Int32Array(places.size);
  const records: (readonly RecordId[] | undefined)[] = new Array(places.size);
  const persons = new Int32Array(clusters.length);
  clusters.forEach((members, at) => {
    const first = places.get(members[0]!)!;
    persons[at] = first;
    records[first] = members;
    for (const record of members) personAt[places.get(record)!] = first;
  });
  persons.sort();

  const told: (OpenPair[] | undefined)[] = new Array(places.size);
  const open: (OpenPair[] | undefined)[] = new Array(places.size);
  let openPairs = 0;
  const add = (lists: (OpenPair[] | undefined)[], place: number, pair: OpenPair): void => {
    const known = lists[place];
    if (known) known.push(pair);
    else lists[place] = [pair];
  };
  for (const machine of pairs) {
    if (machine.verdict === 'different') continue;
    const pair: OpenPair = { a: machine.a as RecordId, b: machine.b as RecordId, machine };
    const [one, other] = [places.get(pair.a)!, places.get(pair.b)!];
    const isOpen = personAt[one] !== personAt[other];
    if (isOpen) openPairs++;
    for (const place of [one, other]) {
      add(told, place, pair);
      if (isOpen) add(open, place, pair);
    }
  }
  return {
    personAt,
    persons,
    recordsOf: (person) => records[person]!,
    toldAt: (place) => told[place] ?? NONE,
    openAt: (place) => open[place] ?? NONE,
    openPairs,
  };
}
