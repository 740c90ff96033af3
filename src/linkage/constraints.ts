import { SanadError } from '../model/index.ts';
import type { Constraints } from './clustering.ts';
import type { CodedRows } from './coded-rows.ts';
import type { KeyPair, LinkOptions } from './link-row.ts';

/**
 * The decisions and promises, by row number. Decisions that cannot all hold are refused: a chain of "same" that joins
 * two rows which are "different". A decision outranks a promise: two rows of one list that a person called the same
 * are joined although the list promises one row a person.
 */
export function readConstraints(coded: CodedRows, options: LinkOptions): Constraints {
  const rowOf = new Map(coded.keys.map((key, row) => [key, row]));
  const rowsOf = (pairs: readonly KeyPair[] = []): [number, number][] =>
    pairs.map(([a, b]) => {
      const first = rowOf.get(a);
      const second = rowOf.get(b);
      if (first === undefined || second === undefined)
        throw new SanadError('link.key-unknown', { key: (first === undefined ? a : b).slice(0, 200) });
      return first < second ? [first, second] : [second, first];
    });
  const mustLink = rowsOf(options.mustLink).sort(byRows);
  const cannotLink = rowsOf(options.cannotLink).sort(byRows);

  refuseConflicts(mustLink, cannotLink, (row) => coded.keys[row]!);
  const unique = new Set(options.uniqueLists);
  const uniqueList = coded.list.map((list) => (unique.has(coded.lists.values[list]!) ? list : -1));
  return { mustLink, cannotLink, uniqueList };
}

const byRows = (x: readonly [number, number], y: readonly [number, number]): number =>
  x[0] - y[0] || x[1] - y[1];

/** Refuses decisions of which a chain of "same" joins two rows that are "different". `told` names a row. */
export function refuseConflicts(
  mustLink: readonly (readonly [number, number])[],
  cannotLink: readonly (readonly [number, number])[],
  told: (row: number) => string,
): void {
  const leader = new Map<number, number>();
  const lead = (row: number): number => {
    let at = row;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    if (at !== row) leader.set(row, at);
    return at;
  };
  for (const [a, b] of mustLink) {
    const [first, second] = [lead(a), lead(b)];
    if (first !== second) leader.set(second, first);
  }
  for (const [a, b] of cannotLink)
    if (lead(a) === lead(b)) throw new SanadError('link.decisions-conflict', { a: told(a), b: told(b) });
}
