/** Pairs of rows, the smaller first, in memory that threads share. Patterns are read as unsigned. */
export interface EdgeColumns {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Int32Array;
  readonly pattern: Int32Array;
}

/** Where all threads lay the edges that they keep, so that none is laid twice. Grows as it is filled. */
export interface EdgeRoom {
  readonly columns: readonly SharedArrayBuffer[];
  /** Stretches that have been given out. */
  readonly given: Int32Array<SharedArrayBuffer>;
}

/** Lays one thread's edges. */
export interface EdgeWriter {
  add(rowA: number, rowB: number, weight: number, pattern: number): void;
  /** What of the stretches given to this thread is empty, from which edge to which; it begins anew after that. */
  end(): Gap;
}
type Gap = readonly [from: number, to: number];

const STRETCH = 1 << 14;
const GROWN_AT_ONCE = 1 << 19;
/** Numbers of edges have 28 bits: four a row of the largest table. */
const MOST_EDGES = 2 ** 28;
const COLUMNS = 4;

export const createEdgeRoom = (): EdgeRoom => ({
  columns: Array.from(
    { length: COLUMNS },
    () => new SharedArrayBuffer(0, { maxByteLength: (MOST_EDGES + STRETCH) * 4 }),
  ),
  given: new Int32Array(new SharedArrayBuffer(4)),
});

const columnsOf = ({ columns }: EdgeRoom, from: number, to: number): Omit<EdgeColumns, 'count'> => {
  const [a, b, weight, pattern] = columns.map((column) => new Int32Array(column, from * 4, to - from));
  return { a: a!, b: b!, weight: weight!, pattern: pattern! };
};

export function createEdgeWriter(room: EdgeRoom): EdgeWriter {
  let open = columnsOf(room, 0, 0);
  let first = 0;
  let held = STRETCH;
  const begin = (): void => {
    first = Atomics.add(room.given, 0, 1) * STRETCH;
    const needed = (first + STRETCH) * 4;
    for (const column of room.columns)
      if (column.byteLength < needed)
        column.grow(Math.min(column.maxByteLength, Math.ceil(needed / GROWN_AT_ONCE) * GROWN_AT_ONCE));
    open = columnsOf(room, first, first + STRETCH);
    held = 0;
  };
  return {
    add(rowA, rowB, weight, pattern) {
      if (held === STRETCH) begin();
      open.a[held] = rowA < rowB ? rowA : rowB;
      open.b[held] = rowA < rowB ? rowB : rowA;
      open.weight[held] = weight;
      open.pattern[held++] = pattern;
    },
    end() {
      const gap: Gap = [first + held, first + STRETCH];
      held = STRETCH;
      return gap;
    },
  };
}

/** All edges side by side: the last ones fill what the threads have left empty. */
export function laidEdges(room: EdgeRoom, gaps: readonly Gap[]): EdgeColumns {
  let count = room.given[0]! * STRETCH;
  const columns = columnsOf(room, 0, count);
  // The last gap first: so what stands at the end is never empty.
  for (const [from, to] of gaps.toSorted((x, y) => y[0] - x[0])) {
    const moved = Math.min(to - from, count - to);
    for (const column of Object.values(columns)) column.copyWithin(from, count - moved, count);
    count -= to - from;
  }
  return { count, ...columnsOf(room, 0, count) };
}

/** Of all edges those that are to be kept, in the memory of all. */
export function keptEdges(edges: EdgeColumns, isKept: (edge: number) => boolean): EdgeColumns {
  const { a, b, weight, pattern } = edges;
  let count = 0;
  for (let edge = 0; edge < edges.count; edge++) {
    if (!isKept(edge)) continue;
    for (const column of [a, b, weight, pattern]) column[count] = column[edge]!;
    count++;
  }
  return { ...edges, count };
}
