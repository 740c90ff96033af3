import { sharedInts } from './row-layout.ts';

/**
 * Sets of rows that many threads join at one time, each known by its smallest row. Only a row that leads is ever given
 * another leader, a smaller one, by an exchange that fails where another thread was first (Anderson and Woll, 1991); so
 * the sets are the same in whatever order they were joined.
 */
export interface RowSets {
  /** For each row its leader, or one that leads it on the way there. */
  readonly leader: Int32Array;
  join(a: number, b: number): void;
  leaderOf(row: number): number;
}

/** Memory in which every row stands alone. */
export function ownLeaders(rowCount: number): Int32Array {
  const leader = sharedInts(rowCount);
  for (let row = 0; row < rowCount; row++) leader[row] = row;
  return leader;
}

export function rowSets(leader: Int32Array): RowSets {
  const leaderOf = (row: number): number => {
    let at = row;
    for (;;) {
      const above = leader[at]!;
      if (above === at) return at;
      const higher = leader[above]!;
      if (higher === above) return above;
      // Half the way next time. Whatever another thread writes here leads to the same row.
      leader[at] = higher;
      at = higher;
    }
  };
  return {
    leader,
    leaderOf,
    join(a, b) {
      for (
        let one = leaderOf(a), other = leaderOf(b);
        one !== other;
        one = leaderOf(one), other = leaderOf(other)
      ) {
        const low = one < other ? one : other;
        const high = one < other ? other : one;
        if (Atomics.compareExchange(leader, high, high, low) === high) return;
      }
    },
  };
}

/** Takes stretches of `size` in turn with other threads, until all of `count` are taken; `turn` is a word that they share. */
export function eachTurn(
  turn: Int32Array,
  count: number,
  size: number,
  visit: (from: number, to: number) => void,
): void {
  for (let at = Atomics.add(turn, 0, 1); at * size < count; at = Atomics.add(turn, 0, 1))
    visit(at * size, Math.min(count, (at + 1) * size));
}
