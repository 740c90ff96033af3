/**
 * Factors a symmetric matrix in place into L Lᵀ; only the lower triangle is read and written. `matrix` is row by row
 * with `stride` numbers a row. False where it is not positive definite.
 */
export function choleskyInPlace(matrix: Float64Array, size: number, stride: number): boolean {
  for (let row = 0; row < size; row++) {
    const rowAt = row * stride;
    for (let column = 0; column <= row; column++) {
      const columnAt = column * stride;
      let sum = matrix[rowAt + column]!;
      for (let k = 0; k < column; k++) sum -= matrix[rowAt + k]! * matrix[columnAt + k]!;
      if (row !== column) matrix[rowAt + column] = sum / matrix[columnAt + column]!;
      else {
        if (!(sum > 0)) return false;
        matrix[rowAt + row] = Math.sqrt(sum);
      }
    }
  }
  return true;
}

/** Solves L Lᵀ x = vector in place, with L of {@link choleskyInPlace}. */
export function solveCholesky(
  factor: Float64Array,
  vector: Float64Array,
  size: number,
  stride: number,
): void {
  for (let row = 0; row < size; row++) {
    let sum = vector[row]!;
    for (let k = 0; k < row; k++) sum -= factor[row * stride + k]! * vector[k]!;
    vector[row] = sum / factor[row * stride + row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = vector[row]!;
    for (let k = row + 1; k < size; k++) sum -= factor[k * stride + row]! * vector[k]!;
    vector[row] = sum / factor[row * stride + row]!;
  }
}
