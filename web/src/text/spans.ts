/** Cuts `[0, length)` at every border of the given spans; each piece knows which of them lie over it. */
export function spansOf<T extends { readonly start: number; readonly end: number }>(
  length: number,
  spans: readonly T[],
  from = 0,
): { readonly start: number; readonly end: number; readonly over: readonly T[] }[] {
  const end = from + length;
  const borders = new Set([from, end]);
  for (const span of spans) {
    if (span.start > from && span.start < end) borders.add(span.start);
    if (span.end > from && span.end < end) borders.add(span.end);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => ({
    start,
    end: sorted[at + 1]!,
    over: spans.filter((span) => span.start <= start && span.end >= sorted[at + 1]!),
  }));
}
