import { personIdOf, type RecordId, type Relative, type SourcedValue } from '../model/index.ts';
import { sourced } from './listed-record.ts';
import { made } from './made.ts';
import { fullestName, rowName, type SlotPart } from './row-name.ts';
import type { Basis } from './sketch.ts';

/** More suggestions of one kind than this tell nothing: the name is a common one. */
const MOST = 12;

/**
 * Who may be of the family. Certain only where somebody decided it; suggested where records share father, grandfather
 * or family, and mother: brothers and sisters.
 */
export function relativesOf(basis: Basis, records: readonly RecordId[]): Relative[] {
  return [...decidedKin(basis, records), ...suggestedSiblings(basis, records)];
}

const nameOf = ({ ground, grouping }: Basis, person: number): string =>
  fullestName(grouping.recordsOf(person).map((record) => ground.row(record).name))!.written;

function decidedKin(basis: Basis, records: readonly RecordId[]): Relative[] {
  const own = new Set(records);
  return basis.decided.kin.flatMap((decision): Relative[] => {
    const { a, b, relation } = decision;
    if (own.has(a) === own.has(b)) return [];
    const other = basis.grouping.personOf(own.has(a) ? b : a);
    if (other === undefined) return [];
    const seen = relation === 'parent' ? (own.has(a) ? 'child' : 'parent') : relation;
    return [
      {
        person: personIdOf(basis.grouping.recordsOf(other)[0]!),
        name: nameOf(basis, other),
        relation: seen,
        because: [],
        decided: made(decision),
      },
    ];
  });
}

/** Words of the slots by which brothers and sisters are known: father, family, mother. */
export function siblingKeyOf(parts: readonly SlotPart[]): string | undefined {
  const word = (slot: SlotPart['slot']): string | undefined =>
    parts.find((part) => part.slot === slot)?.tokens.join(' ');
  const [father, family, mother] = [word('father'), word('family'), word('mother')];
  return father && family && mother ? `${father}|${family}|${mother}` : undefined;
}

function suggestedSiblings(basis: Basis, records: readonly RecordId[]): Relative[] {
  const { ground, grouping } = basis;
  const self = grouping.personOf(records[0]!)!;
  const found = new Map<number, SourcedValue[]>();
  for (const record of records)
    for (const other of ground.siblings(record)) {
      const person = grouping.personOf(other);
      if (person === undefined || person === self || found.has(person)) continue;
      const { listed } = ground.row(other);
      found.set(
        person,
        rowName(listed)
          .parts.filter(({ slot }) => slot === 'father' || slot === 'family' || slot === 'mother')
          .map(({ statement }) => sourced(listed.record, statement)),
      );
    }
  if (found.size > MOST) return [];
  return [...found].map(([person, because]) => ({
    person: personIdOf(grouping.recordsOf(person)[0]!),
    name: nameOf(basis, person),
    relation: 'sibling' as const,
    because,
  }));
}
