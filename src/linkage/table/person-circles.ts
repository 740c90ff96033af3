import type { IndexContents } from './index-file.ts';
import { damaged } from './index-head.ts';

export interface Move {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The person of each row of a register, and the rows of a person in a circle: those of the index and what has changed
 * since. Ids stay: none is given twice, and a number of a row is nobody's id but of a person who once had that row.
 */
export interface PersonCircles {
  personOf(row: number): number;
  /**
   * @throws SanadError `link.index-damaged` where the index leads round without coming back
   */
  rowsOf(row: number, most?: number): number[];
  /** A row of its own, whose id is its number. */
  add(row: number): void;
  /** An id for these rows that no other person has or had. */
  freeId(rows: readonly number[], taken: ReadonlySet<number>): number;
  /** Makes these rows one person of that id. */
  settle(rows: readonly number[], id: number): Move[];
  /** Brings rows of their own into the circle of another, and under its id. */
  attach(rows: readonly number[], anchor: number): Move[];
}

/** Ids of persons that can have none of their rows' numbers begin here. */
const FIRST_INVENTED = 2 ** 32;

export function createPersonCircles(
  index: Pick<IndexContents, 'person' | 'next' | 'rowCount'>,
): PersonCircles {
  const person = new Map<number, number>();
  const next = new Map<number, number>();
  /** Ids of clusters in which the row of that number is not: nobody else may take them. */
  const away = new Set<number>();
  let invented = FIRST_INVENTED;

  const personOf = (row: number): number => person.get(row) ?? index.person[row]!;
  const nextOf = (row: number): number => next.get(row) ?? index.next[row]!;
  const move = (row: number, to: number, moved: Move[]): void => {
    const from = personOf(row);
    if (from !== to) moved.push({ row, from, to });
    person.set(row, to);
  };

  return {
    personOf,
    rowsOf(row, most = Number.POSITIVE_INFINITY) {
      const rows = [row];
      const own = personOf(row);
      // A row that a circle comes by twice before it is round is met again at the latest when the steps have doubled.
      let landmark = row;
      for (let at = nextOf(row); at !== row && rows.length < most; at = nextOf(at)) {
        if (at === landmark || personOf(at) !== own) throw damaged();
        rows.push(at);
        if ((rows.length & (rows.length - 1)) === 0) landmark = at;
      }
      return rows;
    },
    add(row) {
      person.set(row, row);
      next.set(row, row);
    },
    freeId: (rows, taken) => rows.find((row) => !taken.has(row) && !away.has(row)) ?? invented++,
    settle(rows, id) {
      const moved: Move[] = [];
      if (rows.includes(id)) away.delete(id);
      else away.add(id);
      rows.forEach((row, at) => {
        move(row, id, moved);
        next.set(row, rows[(at + 1) % rows.length]!);
      });
      return moved;
    },
    attach(rows, anchor) {
      const moved: Move[] = [];
      const id = personOf(anchor);
      for (const row of rows) {
        move(row, id, moved);
        next.set(row, nextOf(anchor));
        next.set(anchor, row);
      }
      if (rows.includes(id)) away.delete(id);
      return moved;
    },
  };
}
