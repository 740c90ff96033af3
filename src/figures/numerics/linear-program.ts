const TINY = 1e-9;

/**
 * Whether some z has A z ≤ 0 in every row and < 0 in one: the simplex method with Bland's rule on
 * max Σ −(A z), −1 ≤ A z ≤ 0, z free, which starts feasible at z = 0.
 *
 * @param rows of A, `width` numbers each
 */
export function hasFallingDirection(rows: readonly (readonly number[])[], width: number): boolean {
  const height = rows.length;
  // z = u − v with u, v ≥ 0; row i: A z ≤ 0; row height + i: −A z ≤ 1; objective row last, right-hand side last.
  const variables = 2 * width;
  const tableau = [
    ...rows.map((row) => [...row, ...row.map((value) => -value), 0]),
    ...rows.map((row) => [...row.map((value) => -value), ...row, 1]),
  ];
  const gain = Array.from({ length: width }, (_, at) => -rows.reduce((sum, row) => sum + row[at]!, 0));
  const objective = [...gain.map((value) => -value), ...gain, 0];
  const basis = Array.from({ length: 2 * height }, (_, at) => variables + at);
  const columns = Array.from({ length: variables }, (_, at) => at);
  for (;;) {
    let entering = -1;
    for (let at = 0; at < variables; at++)
      if (objective[at]! < -TINY && (entering < 0 || columns[at]! < columns[entering]!)) entering = at;
    if (entering < 0) return objective[variables]! > TINY;
    let leaving = -1;
    let least = Infinity;
    tableau.forEach((row, at) => {
      if (row[entering]! <= TINY) return;
      const ratio = row[variables]! / row[entering]!;
      if (ratio < least - TINY || (ratio < least + TINY && basis[at]! < basis[leaving]!)) {
        least = ratio;
        leaving = at;
      }
    });
    if (leaving < 0 || least > TINY) return true;
    pivot(tableau, objective, leaving, entering);
    const out = basis[leaving]!;
    basis[leaving] = columns[entering]!;
    columns[entering] = out;
  }
}

/** Exchanges a basic for a non-basic variable in the condensed tableau. */
function pivot(tableau: number[][], objective: number[], leaving: number, entering: number): void {
  const row = tableau[leaving]!;
  const element = row[entering]!;
  for (let at = 0; at < row.length; at++) row[at] = at === entering ? 1 / element : row[at]! / element;
  for (const other of [...tableau.filter((_, at) => at !== leaving), objective]) {
    const factor = other[entering]!;
    if (factor === 0) continue;
    for (let at = 0; at < other.length; at++)
      other[at] = at === entering ? -factor / element : other[at]! - factor * row[at]!;
  }
}

/** How many rows are independent of each other. */
export function rankOf(rows: readonly (readonly number[])[], width: number): number {
  const kept: number[][] = [];
  for (const given of rows) {
    const row = [...given];
    for (const other of kept) {
      const at = other.findIndex((value) => Math.abs(value) > TINY);
      const factor = row[at]! / other[at]!;
      for (let i = 0; i < width; i++) row[i]! -= factor * other[i]!;
      row[at] = 0;
    }
    if (row.some((value) => Math.abs(value) > TINY)) kept.push(row);
    if (kept.length === width) break;
  }
  return kept.length;
}
