import type { Case } from '../ledger/index.ts';
import type { Link, Person, PersonRecord } from '../model/index.ts';
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
  };
}

function fuller(person: Person, seen: Case): Person {
  const decidedBy = <L extends Link>(link: L): L =>
    link.decision
      ? { ...link, decision: { ...link.decision, by: seen.decision(link.decision.id).by } }
      : link;
  return {
    ...person,
    records: person.records.map((record) => ({ ...record, values: valuesOf(record, seen) })),
    links: person.links.map(decidedBy),
    possible: person.possible.map(decidedBy),
    apart: person.apart.map(decidedBy),
  };
}

function valuesOf({ record: id }: PersonRecord, seen: Case): PersonRecord['values'] {
  const record = seen.record(id);
  if (record.kind !== 'row') return [];
  return record.statements.map(({ id: statement, property, written, value }) => ({
    statement,
    record: id,
    property,
    written,
    ...(value === undefined ? {} : { value }),
  }));
}
