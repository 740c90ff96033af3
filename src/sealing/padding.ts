const SMALLEST = 4 * 1024;
const DOUBLING_UP_TO = 1024 * 1024;

/**
 * To how many bytes something is filled up before it is sealed, so that its length tells little: up to a megabyte the
 * next power of two, from 4 KiB; above that Padmé (Nikitin and others, PETS 2019, section 4), which adds at most 12 %
 * and lets through only the order of the length.
 */
export function paddedLength(bytes: number): number {
  if (bytes <= SMALLEST) return SMALLEST;
  if (bytes <= DOUBLING_UP_TO) return 2 ** Math.ceil(Math.log2(bytes));
  const exponent = Math.floor(Math.log2(bytes));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(bytes / step) * step;
}
