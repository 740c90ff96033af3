import type { CaptureTable } from '../capture-table.ts';

/** Rows of lists with what is known of who is whom: the ground on which linkages are drawn. */
export interface LinkedRecords {
  readonly lists: readonly string[];
  /** The list of each record, as an index into `lists`; a record is its index here. */
  readonly listOf: ArrayLike<number>;
  /** Pairs that may be one person; all others are taken to be two (see `UNLISTED`). */
  readonly pairs: readonly RecordPair[];
  /** Pairs that a person decided to be one, and to be two: they hold in every linkage. */
  readonly same?: readonly (readonly [number, number])[];
  readonly different?: readonly (readonly [number, number])[];
}

export interface RecordPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

/** Which records are one person: equal labels, and nothing else is meant by a label. */
export type Clustering = Int32Array;

/** Who is on which lists under one linkage. */
export function overlapTable(records: LinkedRecords, clustering: Clustering): CaptureTable {
  const patternOf = new Map<number, number>();
  clustering.forEach((label, record) => {
    patternOf.set(label, (patternOf.get(label) ?? 0) | (1 << records.listOf[record]!));
  });
  const counts = new Float64Array(1 << records.lists.length);
  for (const pattern of patternOf.values()) counts[pattern]!++;
  return {
    lists: records.lists,
    strata: [{ name: '', covering: (1 << records.lists.length) - 1, counts }],
  };
}

/** Joins of numbered things. */
export interface Groups {
  /** The number that stands for the group of `at`. */
  of(at: number): number;
  join(a: number, b: number): void;
}

export function groups(count: number): Groups {
  const leader = Int32Array.from({ length: count }, (_, at) => at);
  const of = (at: number): number => {
    let here = at;
    while (leader[here] !== here) {
      leader[here] = leader[leader[here]!]!;
      here = leader[here]!;
    }
    return here;
  };
  return {
    of,
    join: (a, b) => {
      const [one, other] = [of(a), of(b)];
      if (one !== other) leader[Math.max(one, other)] = Math.min(one, other);
    },
  };
}
