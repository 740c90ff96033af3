/**
 * A primal-dual interior-point method (Wright, Primal-Dual Interior-Point Methods, 1997; Mehrotra, "On the implementation of
 * a primal-dual interior point method", SIAM Journal on Optimization 2, 1992) for one convex problem: what is missed over
 * all cells, Σ share × Π (blind + (1 − blind) e^(−rate · t)), the least it can be with every t ≥ 0 and Σ t ≤ 1 a resource.
 * Each cell's Hessian is a diagonal and one outer product, so a step costs cells × resources².
 *
 * Its functions stand by themselves and not inside one another: they stay compiled from one plan to the next, which on
 * small plans is most of the time.
 */
export interface Program {
  /** Cells and resources; matrices are a row a cell. Where a rate is 0 there is no variable. */
  readonly n: number;
  readonly m: number;
  readonly share: Float64Array;
  readonly rate: Float64Array;
  readonly sightless: Float64Array;
  /** Efforts and what they cost beyond their price. */
  readonly t: Float64Array;
  readonly z: Float64Array;
  /** Of each resource what is left over, and its price. */
  readonly slack: Float64Array;
  readonly price: Float64Array;
  readonly gradient: Float64Array;
  /** Diagonal of the curvature beyond the outer product. */
  readonly curve: Float64Array;
  readonly seen: Float64Array;
  readonly left: Float64Array;
  readonly dt: Float64Array;
  readonly dz: Float64Array;
  readonly dslack: Float64Array;
  readonly dprice: Float64Array;
  readonly system: Float64Array;
  readonly inverse: Float64Array;
  readonly along: Float64Array;
  readonly pull: Float64Array;
  readonly wanted: Float64Array;
}

const STEPS = 200;
/** Of the chance of finding that is left on the table, as a share of all that can be found. */
const GAP = 1e-13;

/** Begins in the middle: half of each resource spread evenly over the cells where it can find. */
export function newProgram(
  n: number,
  m: number,
  share: Float64Array,
  rate: Float64Array,
  sightless: Float64Array,
): Program {
  const zeros = (size: number): Float64Array => new Float64Array(size);
  const program: Program = {
    n,
    m,
    share,
    rate,
    sightless,
    t: zeros(n * m),
    z: zeros(n * m),
    slack: zeros(m).fill(0.5),
    price: zeros(m),
    gradient: zeros(n * m),
    curve: zeros(n * m),
    seen: zeros(n * m),
    left: zeros(n),
    dt: zeros(n * m),
    dz: zeros(n * m),
    dslack: zeros(m),
    dprice: zeros(m),
    system: zeros(m * m),
    inverse: zeros(n * m),
    along: zeros(n * m),
    pull: zeros(n),
    wanted: zeros(n * m),
  };
  const { t, z, price, gradient } = program;
  for (let k = 0; k < m; k++) {
    let users = 0;
    for (let at = k; at < n * m; at += m) if (rate[at]! > 0) users++;
    for (let at = k; at < n * m; at += m) if (rate[at]! > 0) t[at] = 0.5 / users;
  }
  measure(program);
  for (let k = 0; k < m; k++) {
    let most = 0;
    for (let at = k; at < n * m; at += m) most = Math.max(most, -gradient[at]!);
    price[k] = Math.max(most * 1.5, 1e-300);
    for (let at = k; at < n * m; at += m)
      if (rate[at]! > 0) z[at] = Math.max(gradient[at]! + price[k]!, 1e-12);
  }
  return program;
}

/** Walks to the least that can be missed; `t` and `price` then hold the answer. */
export function descend(program: Program): void {
  const { n, m, rate, slack } = program;
  let variables = m;
  for (let at = 0; at < n * m; at++) if (rate[at]! > 0) variables++;
  for (let step = 0; step < STEPS; step++) {
    const gap = gapAfter(program, 0);
    const untrue = untruth(program);
    if (gap < GAP && untrue < 1e-11) return;
    // A trial straight at the boundary says how much of the gap can be closed, and what its curvature costs. Never far
    // ahead of how well the curvature of the chances is followed, or the steps shrink to nothing at the boundary.
    factor(program);
    direction(program, 0, 0);
    const trial = gapAfter(program, reachOf(program, 1));
    const least = (0.1 * untrue) / variables;
    direction(program, Math.max((gap / variables) * Math.max((trial / gap) ** 3, 1e-4), least), 1);
    let reach = reachOf(program, 0.995);
    if (reach < 0.1) {
      direction(program, Math.max((gap / variables) * 0.5, least), 0);
      reach = reachOf(program, 0.995);
    }
    move(program.t, program.dt, reach);
    move(program.z, program.dz, reach);
    move(slack, program.dslack, reach);
    move(program.price, program.dprice, reach);
    measure(program);
  }
}

function move(values: Float64Array, by: Float64Array, reach: number): void {
  for (let at = 0; at < values.length; at++) values[at]! += reach * by[at]!;
}

/** How far prices are from what the chances say. */
function untruth({ n, m, rate, gradient, price, z }: Program): number {
  let untrue = 0;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const at = i * m + k;
      if (rate[at]! > 0) untrue = Math.max(untrue, Math.abs(gradient[at]! + price[k]! - z[at]!));
    }
  return untrue;
}

/** What is left in each cell, its gradient and the diagonal of its curvature beyond the outer product. */
function measure({ n, m, share, rate, sightless, t, seen, left, gradient, curve }: Program): void {
  for (let i = 0; i < n; i++) {
    let missed = share[i]!;
    for (let at = i * m; at < i * m + m; at++) {
      if (rate[at] === 0) continue;
      seen[at] = (1 - sightless[at]!) * Math.exp(-rate[at]! * t[at]!);
      missed *= sightless[at]! + seen[at]!;
    }
    left[i] = missed;
    for (let at = i * m; at < i * m + m; at++) {
      if (rate[at] === 0) continue;
      const found = seen[at]!;
      const miss = sightless[at]! + found;
      gradient[at] = (-missed * rate[at]! * found) / miss;
      curve[at] = (missed * sightless[at]! * rate[at]! ** 2 * found) / miss ** 2;
    }
  }
}

/** Complementarity after so much of the step; 0 before it. */
function gapAfter(
  { n, m, rate, t, z, dt, dz, slack, price, dslack, dprice }: Program,
  reach: number,
): number {
  let gap = 0;
  for (let at = 0; at < n * m; at++)
    if (rate[at]! > 0) gap += (t[at]! + reach * dt[at]!) * (z[at]! + reach * dz[at]!);
  for (let k = 0; k < m; k++) gap += (slack[k]! + reach * dslack[k]!) * (price[k]! + reach * dprice[k]!);
  return gap;
}

/** How much of the step keeps everything above 0, and this part of the way to it. */
function reachOf({ n, m, rate, t, z, dt, dz, slack, price, dslack, dprice }: Program, part: number): number {
  let reach = 1;
  for (let at = 0; at < n * m; at++) {
    if (rate[at] === 0) continue;
    if (dt[at]! < 0) reach = Math.min(reach, (-part * t[at]!) / dt[at]!);
    if (dz[at]! < 0) reach = Math.min(reach, (-part * z[at]!) / dz[at]!);
  }
  for (let k = 0; k < m; k++) {
    if (dslack[k]! < 0) reach = Math.min(reach, (-part * slack[k]!) / dslack[k]!);
    if (dprice[k]! < 0) reach = Math.min(reach, (-part * price[k]!) / dprice[k]!);
  }
  return reach;
}

/** The system in the prices alone, each cell eliminated: (D + a aᵀ/left)⁻¹ with a the gradient, by Sherman and Morrison. */
function factor(program: Program): void {
  const { n, m, rate, t, z, slack, price, gradient, curve, left, system, inverse, along, pull } = program;
  system.fill(0);
  for (let k = 0; k < m; k++) system[k * m + k] = slack[k]! / price[k]!;
  for (let i = 0; i < n; i++) {
    let bend = 1;
    for (let at = i * m; at < i * m + m; at++) {
      const value = rate[at] === 0 ? 0 : 1 / (curve[at]! + z[at]! / t[at]!);
      inverse[at] = value;
      along[at] = gradient[at]! * value;
      if (left[i]! > 0) bend += (gradient[at]! * along[at]!) / left[i]!;
    }
    const pulled = left[i]! > 0 ? 1 / (left[i]! * bend) : 0;
    pull[i] = pulled;
    for (let k = 0; k < m; k++) {
      const own = along[i * m + k]! * pulled;
      system[k * m + k]! += inverse[i * m + k]!;
      if (own !== 0)
        for (let other = 0; other <= k; other++) system[k * m + other]! -= own * along[i * m + other]!;
    }
  }
  cholesky(system, m);
}

/**
 * Newton's step towards complementarity `target`.
 *
 * @param bent 1 where the product of the step before is made good for, 0 where not
 */
function direction(program: Program, target: number, bent: 0 | 1): void {
  const { n, m, rate, t, z, dt, dz, slack, price, dslack, dprice } = program;
  const { gradient, system, inverse, along, pull, wanted } = program;
  for (let k = 0; k < m; k++) {
    const made = bent * dslack[k]! * dprice[k]!;
    dslack[k] = (target - made) / price[k]! - slack[k]!;
    dprice[k] = dslack[k]! - 1 + slack[k]!;
  }
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let at = i * m; at < i * m + m; at++) {
      if (rate[at] === 0) continue;
      const made = bent * dt[at]! * dz[at]!;
      wanted[at] = (target - made) / t[at]!;
      sum += along[at]! * (wanted[at]! - gradient[at]! - price[at - i * m]!);
    }
    sum *= pull[i]!;
    for (let k = 0; k < m; k++) {
      const at = i * m + k;
      if (rate[at] === 0) continue;
      dt[at] = inverse[at]! * (wanted[at]! - gradient[at]! - price[k]!) - along[at]! * sum;
      dprice[k]! += dt[at]! + t[at]!;
    }
  }
  substitute(system, dprice, m);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let k = 0; k < m; k++) sum += along[i * m + k]! * dprice[k]!;
    sum *= pull[i]!;
    for (let k = 0; k < m; k++) {
      const at = i * m + k;
      if (rate[at] === 0) continue;
      dt[at]! -= inverse[at]! * dprice[k]! - along[at]! * sum;
      dz[at] = wanted[at]! - z[at]! - (z[at]! * dt[at]!) / t[at]!;
    }
  }
  for (let k = 0; k < m; k++) dslack[k]! -= (slack[k]! * dprice[k]!) / price[k]!;
}

/** The lower triangle of a positive definite matrix becomes that of its factor, in place. */
function cholesky(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let value = matrix[row * size + column]!;
      for (let at = 0; at < column; at++) value -= matrix[row * size + at]! * matrix[column * size + at]!;
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(value, 1e-300)) : value / matrix[column * size + column]!;
    }
}

function substitute(factor: Float64Array, right: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    let value = right[row]!;
    for (let at = 0; at < row; at++) value -= factor[row * size + at]! * right[at]!;
    right[row] = value / factor[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = right[row]!;
    for (let at = row + 1; at < size; at++) value -= factor[at * size + row]! * right[at]!;
    right[row] = value / factor[row * size + row]!;
  }
}
