import { SanadError } from '../../model/index.ts';
import type { TableDecisions } from './cluster-table.ts';

type Pair = readonly [number, number];

/** Decisions of persons on two rows each: those that an index holds and those that came after. */
export interface Decided {
  apartFrom(row: number): readonly number[];
  togetherWith(row: number): readonly number[];
  /** @throws SanadError `link.decisions-conflict` where others have joined the two; then nothing is taken */
  keepApart(a: number, b: number): void;
  /** @throws SanadError `link.decisions-conflict` where it would join two that are kept apart */
  keepTogether(a: number, b: number): void;
  all(): TableDecisions;
}

export function createDecided({ mustLink, cannotLink, uniqueLists }: TableDecisions): Decided {
  const together = createPairs(mustLink);
  const apart = createPairs(cannotLink);
  /** All rows that are one with this by decisions. */
  const chainOf = (row: number): Set<number> => {
    const chain = new Set([row]);
    for (const member of chain) for (const other of together.of(member)) chain.add(other);
    return chain;
  };
  const conflict = (a: number, b: number): SanadError =>
    new SanadError('link.decisions-conflict', { a: String(a), b: String(b) });
  return {
    apartFrom: apart.of,
    togetherWith: together.of,
    keepApart(a, b) {
      if (chainOf(a).has(b)) throw conflict(a, b);
      apart.add([a, b]);
    },
    keepTogether(a, b) {
      const others = chainOf(b);
      for (const one of chainOf(a))
        for (const other of apart.of(one)) if (others.has(other)) throw conflict(one, other);
      together.add([a, b]);
    },
    all: () => ({ mustLink: [...together.pairs], cannotLink: [...apart.pairs], uniqueLists }),
  };
}

const NOBODY: readonly number[] = [];

function createPairs(given: readonly Pair[]) {
  const pairs: Pair[] = [];
  const others = new Map<number, number[]>();
  const note = (row: number, other: number): void => {
    const known = others.get(row);
    if (known) known.push(other);
    else others.set(row, [other]);
  };
  const add = (pair: Pair): void => {
    pairs.push(pair);
    note(pair[0], pair[1]);
    note(pair[1], pair[0]);
  };
  given.forEach(add);
  return { pairs, add, of: (row: number): readonly number[] => others.get(row) ?? NOBODY };
}
