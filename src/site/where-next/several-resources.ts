import { SanadError } from '../../model/index.ts';
import { descend, newProgram } from './interior-point.ts';
import { LEAST_DETECTION } from './one-resource.ts';

/** Shares, rates and efforts of several kinds of resource. Matrices are a row a cell, a column a resource. */
export interface SeveralResources {
  readonly shares: ArrayLike<number>;
  readonly rates: Float64Array;
  /** Share of places to which a resource is blind, a cell; 0 everywhere where absent. */
  readonly blind?: Float64Array;
  /** A resource. */
  readonly efforts: readonly number[];
}

export interface Allocation {
  /** Cells × resources. */
  readonly efforts: Float64Array;
  /** A resource: chance of finding that one more unit of it adds. */
  readonly marginals: Float64Array;
}

/**
 * The efforts that make finding most likely when several kinds of resource share the cells (Washburn, "Finite method for
 * a nonlinear allocation problem", JOTA 85, 1995, solves it for pure exponentials). What is missed in a cell is
 * share × Π (blind + (1 − blind) e^(−rate · effort)), a product of log-convex functions and so convex; the minimum under
 * Σ effort ≤ what there is, is found by a primal-dual interior-point method (Wright, Primal-Dual Interior-Point Methods,
 * 1997). Each cell's Hessian is a diagonal and one outer product, so a step costs cells × resources².
 *
 * The chance of finding is exact to about 1e-12; where several plans are equally good, the most even of them is given.
 */
export function allocateSeveral({ shares, rates, blind, efforts }: SeveralResources): Allocation {
  const kinds = efforts.length;
  const count = shares.length;
  let total = 0;
  for (let cell = 0; cell < count; cell++) total += shares[cell]!;
  const given = new Float64Array(count * kinds);
  const marginals = new Float64Array(kinds);

  // Only what can find anything is a variable. Efforts are in parts of what there is, shares in parts of all.
  const finds = (cell: number, kind: number): boolean =>
    rates[cell * kinds + kind]! * efforts[kind]! > LEAST_DETECTION;
  const cells: number[] = [];
  const useful = new Set<number>();
  for (let cell = 0; cell < count; cell++) {
    if (!(shares[cell]! > LEAST_DETECTION * total)) continue;
    const able = efforts.map((_, kind) => kind).filter((kind) => finds(cell, kind));
    if (able.length > 0) cells.push(cell);
    for (const kind of able) useful.add(kind);
  }
  const open = [...useful].sort((a, b) => a - b);
  if (cells.length === 0 || open.length === 0) return { efforts: given, marginals };
  const n = cells.length;
  const m = open.length;
  const share = Float64Array.from(cells, (cell) => shares[cell]! / total);
  const rate = new Float64Array(n * m);
  const sightless = new Float64Array(n * m);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const from = cells[i]! * kinds + open[k]!;
      rate[i * m + k] = finds(cells[i]!, open[k]!) ? rates[from]! * efforts[open[k]!]! : 0;
      sightless[i * m + k] = blind?.[from] ?? 0;
    }

  const program = newProgram(n, m, share, rate, sightless);
  descend(program);
  const { t, z, price } = program;

  for (let k = 0; k < m; k++) marginals[open[k]!] = (price[k]! * total) / efforts[open[k]!]!;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const at = i * m + k;
      // On the boundary a variable goes to 0 while its price stays.
      const none = rate[at] === 0 || t[at]! < 1e-7 * Math.min(1, z[at]! / (price[k]! + 1e-300));
      given[cells[i]! * kinds + open[k]!] = none ? 0 : t[at]! * efforts[open[k]!]!;
    }
  for (const value of given)
    if (!Number.isFinite(value)) throw new SanadError('plan.not-solved', { cells: count });
  return { efforts: given, marginals };
}
