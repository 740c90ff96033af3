import { SanadError } from '../../model/index.ts';
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

const STEPS = 200;
/** Of the chance of finding that is left on the table, as a share of all that can be found. */
const GAP = 1e-13;

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

  const t = new Float64Array(n * m);
  const z = new Float64Array(n * m);
  const slack = new Float64Array(m);
  const price = new Float64Array(m);
  const users = new Float64Array(m);
  for (let at = 0; at < n * m; at++) if (rate[at]! > 0) users[at % m]!++;
  for (let at = 0; at < n * m; at++) if (rate[at]! > 0) t[at] = 0.5 / users[at % m]!;
  slack.fill(0.5);
  const gradient = new Float64Array(n * m);
  const curve = new Float64Array(n * m);
  const left = new Float64Array(n);
  measure();
  for (let k = 0; k < m; k++) {
    let most = 0;
    for (let i = 0; i < n; i++) most = Math.max(most, -gradient[i * m + k]!);
    price[k] = Math.max(most * 1.5, 1e-300);
  }
  for (let at = 0; at < n * m; at++)
    if (rate[at]! > 0) z[at] = Math.max(gradient[at]! + price[at % m]!, 1e-12);

  const dt = new Float64Array(n * m);
  const dz = new Float64Array(n * m);
  const dprice = new Float64Array(m);
  const dslack = new Float64Array(m);
  const system = new Float64Array(m * m);
  const right = new Float64Array(m);
  const inverse = new Float64Array(m);
  const solved = new Float64Array(n * m);
  let variables = m;
  for (let at = 0; at < n * m; at++) if (rate[at]! > 0) variables++;

  let reach = 0;
  for (let step = 0; step < STEPS; step++) {
    let gap = 0;
    for (let at = 0; at < n * m; at++) if (rate[at]! > 0) gap += t[at]! * z[at]!;
    for (let k = 0; k < m; k++) gap += slack[k]! * price[k]!;
    let untrue = 0;
    for (let at = 0; at < n * m; at++)
      if (rate[at]! > 0) untrue = Math.max(untrue, Math.abs(gradient[at]! + price[at % m]! - z[at]!));
    if (gap < GAP && untrue < 1e-11) break;
    // Never far ahead of how well the curvature is followed, or the steps shrink to nothing at the boundary.
    direction(Math.max((gap / variables) * (reach > 0.7 ? 0.1 : 0.5), (0.1 * untrue) / variables));
    reach = 1;
    for (let at = 0; at < n * m; at++) {
      if (rate[at] === 0) continue;
      if (dt[at]! < 0) reach = Math.min(reach, (-0.995 * t[at]!) / dt[at]!);
      if (dz[at]! < 0) reach = Math.min(reach, (-0.995 * z[at]!) / dz[at]!);
    }
    for (let k = 0; k < m; k++) {
      if (dslack[k]! < 0) reach = Math.min(reach, (-0.995 * slack[k]!) / dslack[k]!);
      if (dprice[k]! < 0) reach = Math.min(reach, (-0.995 * price[k]!) / dprice[k]!);
    }
    for (let at = 0; at < n * m; at++) {
      t[at]! += reach * dt[at]!;
      z[at]! += reach * dz[at]!;
    }
    for (let k = 0; k < m; k++) {
      slack[k]! += reach * dslack[k]!;
      price[k]! += reach * dprice[k]!;
    }
    measure();
  }

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

  /** What is left in each cell, its gradient and the diagonal of its curvature beyond the outer product. */
  function measure(): void {
    for (let i = 0; i < n; i++) {
      let missed = share[i]!;
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        const found = (1 - sightless[at]!) * Math.exp(-rate[at]! * t[at]!);
        missed *= sightless[at]! + found;
      }
      left[i] = missed;
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        const found = (1 - sightless[at]!) * Math.exp(-rate[at]! * t[at]!);
        const miss = sightless[at]! + found;
        gradient[at] = (-missed * rate[at]! * found) / miss;
        curve[at] = (missed * sightless[at]! * rate[at]! ** 2 * found) / miss ** 2;
      }
    }
  }

  /** Newton's step towards complementarity `target`, by elimination cell by cell. */
  function direction(target: number): void {
    system.fill(0);
    for (let k = 0; k < m; k++) {
      let used = slack[k]!;
      for (let i = 0; i < n; i++) used += t[i * m + k]!;
      right[k] = target / price[k]! - slack[k]! - (1 - used);
      system[k * m + k] = slack[k]! / price[k]!;
    }
    for (let i = 0; i < n; i++) {
      // (D + a aᵀ/left)⁻¹ with a the gradient: Sherman and Morrison.
      let bend = 1;
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        inverse[k] = rate[at] === 0 ? 0 : 1 / (curve[at]! + z[at]! / t[at]!);
        if (left[i]! > 0) bend += (gradient[at]! ** 2 * inverse[k]!) / left[i]!;
      }
      const pull = left[i]! > 0 ? 1 / (left[i]! * bend) : 0;
      let along = 0;
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        if (rate[at] === 0) continue;
        dz[at] = target / t[at]! - (gradient[at]! + price[k]!);
        along += gradient[at]! * inverse[k]! * dz[at]!;
      }
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        if (rate[at] === 0) continue;
        solved[at] = inverse[k]! * (dz[at]! - gradient[at]! * along * pull);
        right[k]! += solved[at]!;
        for (let other = 0; other < m; other++) {
          const there = i * m + other;
          if (rate[there] === 0) continue;
          system[k * m + other]! -= inverse[k]! * gradient[at]! * gradient[there]! * inverse[other]! * pull;
        }
        system[k * m + k]! += inverse[k]!;
      }
    }
    solve(system, right, dprice, m);
    for (let i = 0; i < n; i++) {
      let bend = 1;
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        inverse[k] = rate[at] === 0 ? 0 : 1 / (curve[at]! + z[at]! / t[at]!);
        if (left[i]! > 0) bend += (gradient[at]! ** 2 * inverse[k]!) / left[i]!;
      }
      const pull = left[i]! > 0 ? 1 / (left[i]! * bend) : 0;
      let along = 0;
      for (let k = 0; k < m; k++) along += gradient[i * m + k]! * inverse[k]! * dprice[k]!;
      for (let k = 0; k < m; k++) {
        const at = i * m + k;
        if (rate[at] === 0) continue;
        dt[at] = solved[at]! - inverse[k]! * (dprice[k]! - gradient[at]! * along * pull);
        dz[at] = (target - t[at]! * z[at]! - z[at]! * dt[at]!) / t[at]!;
      }
    }
    for (let k = 0; k < m; k++)
      dslack[k] = (target - price[k]! * slack[k]! - slack[k]! * dprice[k]!) / price[k]!;
  }
}

/** Gauss with pivoting, in place. */
function solve(matrix: Float64Array, right: Float64Array, out: Float64Array, size: number): void {
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[pivot * size + column]!)) pivot = row;
    if (pivot !== column) {
      for (let at = 0; at < size; at++) {
        const held = matrix[column * size + at]!;
        matrix[column * size + at] = matrix[pivot * size + at]!;
        matrix[pivot * size + at] = held;
      }
      const held = right[column]!;
      right[column] = right[pivot]!;
      right[pivot] = held;
    }
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row * size + column]! / matrix[column * size + column]!;
      if (factor === 0) continue;
      for (let at = column; at < size; at++) matrix[row * size + at]! -= factor * matrix[column * size + at]!;
      right[row]! -= factor * right[column]!;
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = right[row]!;
    for (let at = row + 1; at < size; at++) value -= matrix[row * size + at]! * out[at]!;
    out[row] = value / matrix[row * size + row]!;
  }
}
