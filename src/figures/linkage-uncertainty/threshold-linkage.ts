import { type Clustering, groups, type LinkedRecords } from './linked-records.ts';

/**
 * The linkage that joins every pair from this probability on, the likeliest first, and whatever that connects. Decisions
 * hold: what a person called one stays one, and no chain joins what a person called two.
 */
export function linkageAt(records: LinkedRecords, threshold: number): Clustering {
  const count = records.listOf.length;
  const joined = groups(count);
  for (const [a, b] of records.same ?? []) joined.join(a, b);
  const apart: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const [a, b] of records.different ?? []) {
    apart[joined.of(a)]!.add(joined.of(b));
    apart[joined.of(b)]!.add(joined.of(a));
  }
  const pairs = records.pairs
    .filter(({ probability }) => probability >= threshold)
    .sort((one, other) => other.probability - one.probability || one.a - other.a || one.b - other.b);
  for (const { a, b } of pairs) {
    const [one, other] = [joined.of(a), joined.of(b)];
    if (one === other || [...apart[one]!].some((each) => joined.of(each) === other)) continue;
    joined.join(one, other);
    const whole = joined.of(one);
    const gone = whole === one ? other : one;
    for (const each of apart[gone]!) {
      apart[whole]!.add(each);
      apart[joined.of(each)]!.add(whole);
    }
  }
  return Int32Array.from({ length: count }, (_, record) => joined.of(record));
}
