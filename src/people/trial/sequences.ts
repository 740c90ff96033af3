import fc from 'fast-check';
import {
  type Decision,
  type DecisionId,
  type DecisionMatter,
  type PersonId,
  type RecordId,
  type StatementId,
  standingDecisions,
} from '../../model/index.ts';
import { decidedOfRecords } from '../decided-of-records.ts';
import type { Ground } from '../ground.ts';
import { groupRecords } from '../grouping.ts';
import { type People, peopleFrom } from '../people.ts';

/** What somebody at a desk may do: join, split, put a value right, settle, propose, name a relative; or take it back. */
interface Act {
  readonly what:
    | 'same'
    | 'different'
    | 'unsure'
    | 'edit'
    | 'fate'
    | 'settle'
    | 'whereabouts'
    | 'kin'
    | 'undo';
  readonly by: number;
  readonly one: number;
  readonly other: number;
  readonly choice: number;
}

const PEOPLE = ['Rana', 'Sami', 'Huda'] as const;
const FATES = ['contacted-alive', 'registered-dead', 'remains-confirmed'] as const;
const VALUES = ['1984', 'نضال', '2013-02', 'released', 'متوفى'] as const;

export const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    'same' as const,
    'different' as const,
    'unsure' as const,
    'edit' as const,
    'fate' as const,
    'settle' as const,
    'whereabouts' as const,
    'kin' as const,
    'undo' as const,
  ),
  by: fc.nat(PEOPLE.length - 1),
  one: fc.nat(10_000),
  other: fc.nat(10_000),
  choice: fc.nat(10_000),
});

const of = <T>(all: readonly T[], at: number): T => all[at % all.length]!;

/** The ledger's decisions after these acts; an undo takes back any earlier one, undos included. */
export function decisionsAfter(acts: readonly Act[], ground: Ground): Decision[] {
  const records = [...ground.listed.keys()];
  const statements = (record: RecordId): StatementId[] =>
    ground.rowOf(record)!.statements.map(({ id }) => id);
  const decisions: Decision[] = [];
  for (const { what, by, one, other, choice } of acts) {
    const [a, b] = [of(records, one), of(records, other)];
    const statement = of(statements(a), choice);
    const matter = ((): DecisionMatter | undefined => {
      switch (what) {
        case 'same':
        case 'different':
        case 'unsure':
          return { kind: 'link', a, b, judgement: what };
        case 'edit':
          return other % 3 === 0
            ? { kind: 'statement', statement, judgement: 'corrected', value: of(VALUES, other) }
            : { kind: 'statement', statement, judgement: other % 3 === 1 ? 'refuted' : 'verified' };
        case 'fate':
          return { kind: 'fate', record: a, fate: of(FATES, choice) };
        case 'settle': {
          const about = [...statements(a), ...statements(b)];
          return { kind: 'settle', statements: about, holds: [of(about, choice)] };
        }
        case 'whereabouts':
          return {
            kind: 'whereabouts',
            record: a,
            whereabouts: choice % 2 === 0 ? 'known' : 'known-not-disclosed',
          };
        case 'kin':
          return { kind: 'kin', a, b, relation: choice % 2 === 0 ? 'parent' : 'sibling' };
        case 'undo':
          return decisions.length === 0 ? undefined : { kind: 'undo', decision: of(decisions, one).id };
      }
    })();
    if (matter)
      decisions.push({
        id: `d${decisions.length}` as DecisionId,
        by: of(PEOPLE, by),
        at: new Date(1_700_000_000_000 + decisions.length * 1000).toISOString(),
        ...matter,
      });
  }
  return decisions;
}

/** Takes back whatever stands, the newest first. */
export function allUndone(decisions: readonly Decision[]): Decision[] {
  const all = [...decisions];
  for (const { id, by, at } of standingDecisions(decisions).reverse())
    all.push({ id: `u${id}` as DecisionId, by, at, kind: 'undo', decision: id });
  return all;
}

export function peopleAfter(ground: Ground, decisions: readonly Decision[]): People {
  const standing = standingDecisions(decisions);
  const decided = decidedOfRecords(standing, ground);
  return peopleFrom({ ground, grouping: groupRecords(ground, { standing, decided }), decided, standing });
}

/** Every file of every person, byte for byte. */
export function files(ground: Ground, decisions: readonly Decision[]): string {
  const people = peopleAfter(ground, decisions);
  return [...ground.listed.keys()]
    .map((record) => JSON.stringify(people.person(record as string as PersonId)))
    .join('\n');
}

/** The files, and what is told of all together: filters, orders, the queue, what is counted. */
export function everything(ground: Ground, decisions: readonly Decision[]): string {
  const people = peopleAfter(ground, decisions);
  const asked = [
    {},
    { filter: 'possible' },
    { filter: 'conflicts' },
    { filter: 'reported-dead', sort: 'born' },
    { sort: 'name' },
    { sort: 'records', place: 'a' },
  ] as const;
  return [
    files(ground, decisions),
    ...asked.map((question) => JSON.stringify(people.cards(0, people.total, question))),
    JSON.stringify(people.review({ question: {}, from: 0, count: 100 })),
    JSON.stringify(people.review({ question: {}, by: PEOPLE[0], from: 0, count: 100 })),
    people.attention.possibleLinks,
    people.attention.conflictedPersons,
  ].join('\n');
}
