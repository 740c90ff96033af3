import type { Case } from '../ledger/index.ts';
import type { DecisionId, Person, PersonRecord } from '../model/index.ts';
import type { People } from '../people/index.ts';

/**
 * People as they are worked out from what the whole team reads, with what else whoever asks may read of their rows
 * (telephone numbers) and of decisions (who made them). So the work is done once for all roles, and nothing that one
 * role alone may read is ever in it.
 */
export function fullerPeople(people: People, seen: Case): People {
  if (!seen.classes.has('contact') && !seen.classes.has('source')) return people;
  return {
    ...people,
    person: (id) => {
      const person = people.person(id);
      return person && fuller(person, seen);
    },
    review: (options) => withNames(people.review(options), seen),
  };
}

function fuller(person: Person, seen: Case): Person {
  const named = withNames(person, seen);
  return {
    ...named,
    records: named.records.map((record) => ({ ...record, values: valuesOf(record, seen) })),
  };
}

/** The same with whoever made each decision in it called as this opening may call them. */
export function withNames<T>(told: T, seen: Case): T {
  if (!seen.classes.has('source')) return told;
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]));
    return isDecision(all) ? { ...all, by: seen.decision(all.id).by } : all;
  };
  return named(told) as T;
}

const isDecision = (value: Record<string, unknown>): value is { id: DecisionId; by: string; at: string } =>
  typeof value.id === 'string' && typeof value.by === 'string' && typeof value.at === 'string';

function valuesOf({ record: id, values }: PersonRecord, seen: Case): PersonRecord['values'] {
  const decided = new Map(values.map((value) => [value.statement, value.decided] as const));
  const record = seen.record(id);
  if (record.kind !== 'row') return [];
  return record.statements.map(({ id: statement, property, written, value }) => ({
    statement,
    record: id,
    property,
    written,
    ...(value === undefined ? {} : { value }),
    ...(decided.get(statement) ? { decided: decided.get(statement) } : {}),
  }));
}
