const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** log Γ(x), x > 0, by Stirling's series (Abramowitz and Stegun 6.1.41) from 10 up; relative error below 1e-14. */
export function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  if (at < 10) {
    let product = 1;
    while (at < 10) {
      product *= at;
      at += 1;
    }
    shift = Math.log(product);
  }
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series =
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - (square * 1) / 1188))));
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + series - shift;
}
