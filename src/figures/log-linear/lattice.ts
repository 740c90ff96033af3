/**
 * Sums over the lattice of patterns, in place, in lists × 2^lists additions. A cell's expected count in a hierarchical
 * model is the product over the terms within it, so these two sums are the design matrix and its transpose.
 */
export function sumOverSupersets(values: Float64Array, lists: number): void {
  for (let bit = 1; bit < 1 << lists; bit <<= 1)
    for (let base = 0; base < values.length; base += bit << 1)
      for (let at = base; at < base + bit; at++) values[at]! += values[at + bit]!;
}

export function sumOverSubsets(values: Float64Array, lists: number): void {
  for (let bit = 1; bit < 1 << lists; bit <<= 1)
    for (let base = 0; base < values.length; base += bit << 1)
      for (let at = base; at < base + bit; at++) values[at + bit]! += values[at]!;
}
