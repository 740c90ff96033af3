import { ROW_BYTES } from './cell-memory.ts';
import { ROW_WORDS } from './row-layout.ts';

/** Row numbers have 26 bits. */
export const MOST_ROWS = 2 ** 26;

/** Where the rows of all threads come to lie in the file's order. Grows as it is filled, and stays where it is. */
export interface RowRoom {
  readonly memory: SharedArrayBuffer;
  /** Which window's rows are to be laid next, and how many rows lie. */
  readonly turn: Int32Array<SharedArrayBuffer>;
}

const NEXT = 0;
const ROWS = 1;

export const createRowRoom = (): RowRoom => ({
  memory: new SharedArrayBuffer(0, { maxByteLength: MOST_ROWS * ROW_BYTES }),
  turn: new Int32Array(new SharedArrayBuffer(8)),
});

export const rowsLaid = ({ turn }: RowRoom): number => Atomics.load(turn, ROWS);

/** All rows that lie there. */
export const laidRows = (room: RowRoom): Int32Array<SharedArrayBuffer> =>
  new Int32Array(room.memory, 0, Math.min(MOST_ROWS, rowsLaid(room)) * ROW_WORDS);

/**
 * Lays a window's rows behind those of the window before, whoever reads that one; returns from which to
 * which they lie. Windows are taken in their order, so that none waits for ever. Rows beyond `MOST_ROWS` are counted only.
 */
export function layRows(
  { memory, turn }: RowRoom,
  window: number,
  read: (lay: (rows: Int32Array) => void) => void,
): readonly [from: number, to: number] {
  const wait = (): void => {
    for (;;) {
      const next = Atomics.load(turn, NEXT);
      if (next === window) return;
      Atomics.wait(turn, NEXT, next);
    }
  };
  let from = 0;
  let to = 0;
  try {
    read((rows) => {
      wait();
      const first = Atomics.load(turn, ROWS);
      const end = first + rows.length / ROW_WORDS;
      Atomics.store(turn, ROWS, end);
      if (end > MOST_ROWS) return;
      if (to === 0) from = first;
      to = end;
      grow(memory, end * ROW_BYTES);
      new Int32Array(memory, first * ROW_BYTES, rows.length).set(rows);
    });
  } finally {
    wait();
    Atomics.store(turn, NEXT, window + 1);
    Atomics.notify(turn, NEXT);
  }
  return [from, to];
}

const GROWN_AT_ONCE = 1 << 22;

function grow(memory: SharedArrayBuffer, needed: number): void {
  if (memory.byteLength < needed)
    memory.grow(Math.min(memory.maxByteLength, Math.ceil(needed / GROWN_AT_ONCE) * GROWN_AT_ONCE));
}
