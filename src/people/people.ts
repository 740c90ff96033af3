import type { LinkModel, LinkRow, Register } from '../linkage/index.ts';
import {
  type DecisionId,
  type Hit,
  type PeopleFilter,
  type PeopleQuestion,
  type Person,
  type PersonCard,
  type PersonId,
  personIdOf,
  type RecordId,
  type ReviewPage,
  type ReviewQuality,
} from '../model/index.ts';
import { type Facets, facetsOf, layColumns } from './facets.ts';
import { linkRowOf } from './ground.ts';
import { machineGrades } from './machine-grades.ts';
import { cardOf, personOf } from './person.ts';
import { type ReviewOptions, reviewDesk, weighRows } from './review-queue.ts';
import { type Basis, sketches } from './sketch.ts';

/** Everybody whom the lists of a case speak of. Nobody here is stored: all of it is computed from rows and decisions. */
export interface People {
  readonly total: number;
  /** How many a filter lets through. */
  count(asked?: PeopleQuestion | PeopleFilter): number;
  /** In the order asked for; by default that in which their first records were received. */
  cards(from: number, count: number, asked?: PeopleQuestion | PeopleFilter): PersonCard[];
  /** Also by the id of any of the person's records, so that an address outlives a join. */
  person(id: PersonId): Person | undefined;
  personOfRecord(record: RecordId): PersonId | undefined;
  /**
   * "Is my brother on any list?" Best first, one hit a person: the record that fits best, and why.
   *
   * @param query a name in any script, in any order, half remembered
   */
  find(query: string, top: number): Hit[];
  /** Whoever has this record, as a list of results shows them; nothing for one that does not count or is hidden. */
  card(record: RecordId): PersonCard | undefined;
  /** The rows of everybody, for whoever compares others with them. */
  readonly compared: {
    readonly records: Iterable<RecordId>;
    row(record: RecordId): LinkRow | undefined;
    /** It may still hold rows of files that are hidden: `row` gives none of them. */
    register(): Register;
    readonly model: LinkModel;
  };
  /** What a person should look at, what changes most first. */
  review(options: ReviewOptions): ReviewPage;
  /** How right the machine is here, by what people answered. */
  grades(): Omit<ReviewQuality, 'agreement'>;
  /** How the decision on this pair stands. */
  standingOf(a: RecordId, b: RecordId): 'counts' | 'waits' | 'disagrees';
  /** The same for what was decided about a record, by the decision's id. */
  waits(decision: DecisionId): boolean;
  readonly attention: {
    /** Open pairs, each counted once. */
    readonly possibleLinks: number;
    readonly conflictedPersons: number;
  };
}

/** How many more records than hits are asked for, so that a person with many records leaves room for others. */
const RECORDS_A_HIT = 4;

/** Of all that is worked out ahead: what comes before the queue, and before the names that are looked for. */
const SHARES = { queue: 0.7, names: 0.85 } as const;

/**
 * `ahead` works everybody out, a few people a step, so that whoever takes the steps can pause between them; each tells
 * the share that is done.
 */
export function peopleFrom(basis: Basis): People & { ahead(): Generator<number> } {
  const { ground, grouping } = basis;
  const { personOf: whose, recordsOf } = grouping;
  const sketch = sketches(basis);
  let grades: Omit<ReviewQuality, 'agreement'> | undefined;
  const desk = reviewDesk(basis, sketch);
  const total = grouping.persons.length;
  let columns: Facets | undefined;
  const those = (asked: PeopleQuestion | PeopleFilter = {}): Uint32Array => {
    columns ??= facetsOf(basis, sketch);
    return columns.those(typeof asked === 'string' ? { filter: asked } : asked);
  };

  return {
    *ahead() {
      for (const share of layColumns(ground)) yield share * SHARES.queue;
      for (const share of weighRows(ground)) yield SHARES.queue + share * (SHARES.names - SHARES.queue);
      those();
      yield SHARES.names;
      ground.register();
      yield 1;
    },
    total,
    count: (asked) => those(asked).length,
    cards: (from, count, asked) =>
      Array.from(those(asked).subarray(from, from + count), (index) => cardOf(sketch(index))),
    person: (id) => {
      const index = whose(id as string as RecordId);
      return index === undefined ? undefined : personOf(basis, sketch(index));
    },
    personOfRecord: (record) => {
      const index = whose(record);
      return index === undefined ? undefined : personIdOf(recordsOf(index)[0]!);
    },
    find: (query, top) => {
      const hits = new Map<number, Hit>();
      for (const { key, score, verdict, reasons } of ground.register().find(query, top * RECORDS_A_HIT)) {
        const record = key as RecordId;
        const index = whose(record);
        if (index === undefined || hits.has(index)) continue;
        hits.set(index, { person: cardOf(sketch(index)), score, verdict, record, why: [...reasons] });
      }
      const lists = (index: number): number => recordsOf(index).length;
      // Among equals whoever is on more lists; then in the order in which they came in: ids are drawn by chance.
      return [...hits]
        .sort(([a, x], [b, y]) => y.score - x.score || lists(b) - lists(a) || a - b)
        .slice(0, top)
        .map(([, hit]) => hit);
    },
    card: (record) => {
      const index = whose(record);
      return index === undefined ? undefined : cardOf(sketch(index));
    },
    compared: {
      get records() {
        return [...ground.listed.keys()].filter((record) => whose(record) !== undefined);
      },
      row: (record) => {
        const listed = whose(record) === undefined ? undefined : ground.listed.get(record);
        return listed && linkRowOf(listed);
      },
      register: ground.register,
      model: ground.linkage.model,
    },
    review: desk.page,
    grades: () => {
      grades ??= machineGrades(basis);
      return grades;
    },
    standingOf: (a, b) =>
      grouping.rulings.waitingBetween(a, b)
        ? 'waits'
        : grouping.rulings.standing(a, b)?.disagree
          ? 'disagrees'
          : 'counts',
    waits: (decision) => basis.decided.waits(decision),
    attention: {
      possibleLinks: grouping.openPairs,
      get conflictedPersons() {
        return those('conflicts').length;
      },
    },
  };
}
