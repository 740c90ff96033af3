/** A chance of detection below this, with all the effort there is, is none: a double beside 1 does not hold it. */
export const LEAST_DETECTION = 1e-15;

/** Shares, rates and the effort at hand, of one kind of resource. Detection in a cell is 1 − e^(−rate · effort). */
export interface OneResource {
  readonly shares: ArrayLike<number>;
  readonly rates: ArrayLike<number>;
  readonly effort: number;
}

export interface Spent {
  /** A cell. */
  readonly efforts: Float64Array;
  /** Chance of finding that one more unit of effort adds at the margin; 0 where effort is left over. */
  readonly marginal: number;
}

/**
 * The effort that makes finding most likely (Charnes & Cooper, "The theory of search: optimum distribution of search
 * effort", 1958). Where effort is spent, share × rate × e^(−rate · effort) is the same everywhere and nowhere else more.
 * The cells that get any are the first of those in falling order of share × rate: one sort and one pass. Effort that can
 * find nothing is left.
 */
export function allocateOne({ shares, rates, effort }: OneResource): Spent {
  const count = shares.length;
  const efforts = new Float64Array(count);
  const gain = new Float64Array(count);
  let able = 0;
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    gain[at] = shares[at]! * rates[at]!;
    if (gain[at]! > 0 && rates[at]! * effort > LEAST_DETECTION) order[able++] = at;
  }
  if (able === 0) return { efforts, marginal: largest(gain) };
  const falling = order.subarray(0, able).sort((a, b) => gain[b]! - gain[a]!);

  // With k cells in use, ln λ = (Σ ln(gain)/rate − effort) / Σ 1/rate; the next joins while its gain is above λ. Gains
  // are taken relative to the largest, so that little is lost where rates are small.
  const most = gain[falling[0]!]!;
  let slowness = 0;
  let weighted = 0;
  let logMarginal = 0;
  let used = 0;
  for (const at of falling) {
    const logGain = Math.log(gain[at]! / most);
    if (used > 0 && logGain <= logMarginal) break;
    slowness += 1 / rates[at]!;
    weighted += logGain / rates[at]!;
    logMarginal = (weighted - effort) / slowness;
    used++;
  }
  let spent = 0;
  for (const at of falling.subarray(0, used)) {
    efforts[at] = Math.max(0, (Math.log(gain[at]! / most) - logMarginal) / rates[at]!);
    spent += efforts[at]!;
  }
  for (const at of falling.subarray(0, used)) efforts[at]! *= effort / spent;
  return { efforts, marginal: most * Math.exp(logMarginal) };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
