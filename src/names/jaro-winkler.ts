/**
 * Jaro-Winkler similarity (Winkler 1990) on code points, 0..1: prefix of at most four letters, scale 0.1. Counting bytes
 * or UTF-16 units instead gives wrong figures outside the basic Latin letters.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const left = [...a];
  const right = [...b];
  if (left.length === 0 || right.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Uint8Array(right.length);
  const matched: string[] = [];
  for (const [at, letter] of left.entries())
    for (let other = Math.max(0, at - reach); other <= Math.min(right.length - 1, at + reach); other++)
      if (taken[other] === 0 && right[other] === letter) {
        taken[other] = 1;
        matched.push(letter);
        break;
      }
  if (matched.length === 0) return 0;
  const inOrder = right.filter((_, at) => taken[at] === 1);
  const moved = matched.filter((letter, at) => letter !== inOrder[at]).length / 2;
  const m = matched.length;
  const jaro = (m / left.length + m / right.length + (m - moved) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
