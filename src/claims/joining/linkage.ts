import type { Groups } from '../groups.ts';

/** Two statements and the log-odds that they are one. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** What no edge joins, and how much one edge can count for or against. */
const FLOOR = -6;
/** Of larger groups so many members stand for all. */
const SAMPLE = 12;

interface Meeting {
  sum: number;
  edges: number;
}

/**
 * Group average linkage over sparse edges, likest first (Sokal and Michener 1958): two groups are joined while the
 * mean of the log-odds between their members stays above the threshold. Pairs without an edge count as unlike.
 *
 * @param mayJoin asked of two groups, by their names in `groups`, before they are joined
 * @param onJoin told the names of two groups that are now one
 */
export function linkGroups(
  groups: Groups,
  edges: Iterable<Edge>,
  threshold: number,
  mayJoin: (x: number, y: number) => boolean,
  onJoin: (x: number, y: number) => void,
): void {
  const size = new Map<number, number>();
  for (const members of groups.all()) size.set(members[0]!, members.length);
  const meetings = new Map<number, Map<number, Meeting>>();
  const meetingsOf = (group: number): Map<number, Meeting> => {
    const known = meetings.get(group);
    if (known) return known;
    const fresh = new Map<number, Meeting>();
    meetings.set(group, fresh);
    return fresh;
  };
  for (const { a, b, score } of edges) {
    const [x, y] = [groups.of(a), groups.of(b)];
    if (x === y) continue;
    const bounded = Math.max(FLOOR, Math.min(-FLOOR, score));
    for (const [from, to] of [
      [x, y],
      [y, x],
    ] as const) {
      const meeting = meetingsOf(from).get(to);
      if (!meeting) meetingsOf(from).set(to, { sum: bounded, edges: 1 });
      else {
        meeting.sum += bounded;
        meeting.edges++;
      }
    }
  }
  const mean = (x: number, y: number, { sum, edges: met }: Meeting): number => {
    const pairs = Math.max(met, Math.min(size.get(x)!, SAMPLE) * Math.min(size.get(y)!, SAMPLE));
    return (sum + FLOOR * (pairs - met)) / pairs;
  };
  const queue = createQueue();
  const offer = (x: number, y: number, meeting: Meeting): void => {
    const score = mean(x, y, meeting);
    if (score >= threshold) queue.add({ x: Math.min(x, y), y: Math.max(x, y), score });
  };
  for (const [x, others] of meetings) for (const [y, meeting] of others) if (x < y) offer(x, y, meeting);
  for (let next = queue.take(); next; next = queue.take()) {
    const { x, y, score } = next;
    const meeting = meetings.get(x)?.get(y);
    // Groups that have grown since are offered anew.
    if (!meeting || mean(x, y, meeting) !== score || !mayJoin(x, y)) continue;
    groups.join(x, y);
    size.set(x, size.get(x)! + size.get(y)!);
    const own = meetings.get(x)!;
    own.delete(y);
    for (const [z, theirs] of meetings.get(y)!) {
      if (z === x) continue;
      const back = meetings.get(z)!;
      back.delete(y);
      const both = own.get(z) ?? { sum: 0, edges: 0 };
      const together = { sum: both.sum + theirs.sum, edges: both.edges + theirs.edges };
      own.set(z, together);
      back.set(x, together);
    }
    meetings.delete(y);
    onJoin(x, y);
    for (const [z, each] of own) offer(x, z, each);
  }
}

interface Offer {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

const before = (a: Offer, b: Offer): boolean =>
  a.score > b.score || (a.score === b.score && (a.x < b.x || (a.x === b.x && a.y < b.y)));

/** The likest offer first: a binary heap. */
function createQueue(): { add(offer: Offer): void; take(): Offer | undefined } {
  const heap: Offer[] = [];
  const swap = (i: number, j: number): void => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  };
  return {
    add(offer) {
      let at = heap.push(offer) - 1;
      for (let up = (at - 1) >> 1; at > 0 && before(heap[at]!, heap[up]!); up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    take() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        let likest = at;
        for (const below of [2 * at + 1, 2 * at + 2])
          if (below < heap.length && before(heap[below]!, heap[likest]!)) likest = below;
        if (likest === at) return first;
        swap(at, likest);
        at = likest;
      }
    },
  };
}
