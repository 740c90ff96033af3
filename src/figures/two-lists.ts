/** What two lists say, from how many are on the first, on the second and on both. */
export interface TwoLists {
  readonly chapman: number;
  readonly chapmanError: number;
  readonly lincolnPetersen: number;
  readonly lincolnPetersenError: number;
}

/**
 * Chapman (1951) with Seber's variance (1970), and Lincoln–Petersen for reference, which is Infinity without overlap.
 * Errors as in Rcapture, from the log-linear model, for Lincoln–Petersen.
 */
export function twoLists(first: number, second: number, both: number): TwoLists {
  const chapman = ((first + 1) * (second + 1)) / (both + 1) - 1;
  const variance =
    ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2));
  const lincolnPetersen = (first * second) / both;
  return {
    chapman,
    chapmanError: Math.sqrt(variance),
    lincolnPetersen,
    lincolnPetersenError: Math.sqrt((first * second * (first - both) * (second - both)) / both ** 3),
  };
}
