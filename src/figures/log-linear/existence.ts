import { hasFallingDirection, rankOf } from '../numerics/linear-program.ts';

const TINY = 1e-9;

/**
 * Whether the likelihood has its maximum at finite parameters, all of them determined. It has none if a direction of
 * parameters keeps every cell that has people and lowers some that have none, raising none of these (Fienberg and
 * Rinaldo 2012); a direction that changes no cell at all leaves the model not identified. Terms whose own overlap is
 * empty are left out first with the cells in them, as in Chan, Silverman and Vincent (2021): their parameter is minus
 * infinity and the rest is estimated without them.
 */
export type Existence = 'exists' | 'infinite' | 'not-identified';

/**
 * @param terms those with people in their overlap
 * @param filled cells with people
 * @param empty cells without, those of left-out terms not among them
 */
export function existence(
  terms: ArrayLike<number>,
  filled: ArrayLike<number>,
  empty: ArrayLike<number>,
): Existence {
  const directions = nullSpace(terms, filled);
  if (directions.length === 0) return 'exists';
  const rows = Array.from(empty, (cell) =>
    directions.map((direction) => {
      let sum = 0;
      for (let at = 0; at < terms.length; at++) if ((cell & terms[at]!) === terms[at]) sum += direction[at]!;
      return Math.abs(sum - Math.round(sum)) < TINY ? Math.round(sum) : sum;
    }),
  );
  const falls = [...new Map(rows.map((row) => [row.join(), row])).values()];
  if (hasFallingDirection(falls, directions.length)) return 'infinite';
  return rankOf(falls, directions.length) < directions.length ? 'not-identified' : 'exists';
}

/** A basis of the parameter directions that change no filled cell. */
function nullSpace(terms: ArrayLike<number>, filled: ArrayLike<number>): Float64Array[] {
  const size = terms.length;
  const rows: Float64Array[] = [];
  const pivots: number[] = [];
  for (let at = 0; at < filled.length && rows.length < size; at++) {
    const cell = filled[at]!;
    const row = new Float64Array(size);
    for (let term = 0; term < size; term++) row[term] = (cell & terms[term]!) === terms[term] ? 1 : 0;
    for (let known = 0; known < rows.length; known++) {
      const factor = row[pivots[known]!]!;
      if (factor !== 0) subtract(row, rows[known]!, factor);
    }
    const pivot = largest(row);
    if (Math.abs(row[pivot]!) < TINY) continue;
    const scale = row[pivot]!;
    for (let term = 0; term < size; term++) row[term]! /= scale;
    for (const other of rows) {
      const factor = other[pivot]!;
      if (factor !== 0) subtract(other, row, factor);
    }
    rows.push(row);
    pivots.push(pivot);
  }
  if (rows.length === size) return [];
  const basis: Float64Array[] = [];
  for (let free = 0; free < size; free++) {
    if (pivots.includes(free)) continue;
    const direction = new Float64Array(size);
    direction[free] = 1;
    rows.forEach((row, at) => {
      direction[pivots[at]!] = -row[free]!;
    });
    basis.push(direction);
  }
  return basis;
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < row.length; at++) row[at]! -= factor * other[at]!;
}

function largest(row: Float64Array): number {
  let best = 0;
  for (let at = 1; at < row.length; at++) if (Math.abs(row[at]!) > Math.abs(row[best]!)) best = at;
  return best;
}
