/** A binary heap of merges, the heaviest first; equal ones by the smaller clusters' numbers, so that order is certain. */
export interface Merge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export interface MergeQueue {
  push(merge: Merge): void;
  pop(): Merge | undefined;
}

const precedes = (x: Merge, y: Merge): boolean =>
  x.weight !== y.weight ? x.weight > y.weight : x.a !== y.a ? x.a < y.a : x.b < y.b;

export function createMergeQueue(): MergeQueue {
  const heap: Merge[] = [];
  return {
    push(merge) {
      let at = heap.length;
      heap.push(merge);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (!precedes(merge, heap[above]!)) break;
        heap[at] = heap[above]!;
        at = above;
      }
      heap[at] = merge;
    },
    pop() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let at = 0;
      for (;;) {
        let below = 2 * at + 1;
        if (below >= heap.length) break;
        if (below + 1 < heap.length && precedes(heap[below + 1]!, heap[below]!)) below++;
        if (!precedes(heap[below]!, last)) break;
        heap[at] = heap[below]!;
        at = below;
      }
      heap[at] = last;
      return first;
    },
  };
}
