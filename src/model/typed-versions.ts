import type { TypedList } from './lists-api.ts';

/** Two typists' versions of one picture, laid side by side. */
export interface TypedComparison {
  /** Rows in the order in which they stand, with where each version has them. */
  readonly rows: readonly {
    readonly one?: number;
    readonly other?: number;
    readonly cells: readonly TypedCell[];
  }[];
  /** Cells that either has filled, and how many of them both have alike. */
  readonly filled: number;
  readonly agreeing: number;
}
export interface TypedCell {
  readonly one: string;
  readonly other: string;
  readonly agree: boolean;
}

const tidy = (cell: string | undefined): string => (cell ?? '').replace(/\s+/g, ' ').trim();
/** Digits of either script are the same writing. */
const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** Share of the filled cells that two rows have alike, 0 to 1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  let filled = 0;
  let alike = 0;
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const [a, b] = [tidy(one[at]), tidy(other[at])];
    if (a === '' && b === '') continue;
    filled++;
    if (same(a, b)) alike++;
  }
  return filled === 0 ? 1 : alike / filled;
}

/**
 * Compares cell by cell. Rows are laid side by side so that most cells agree and their order holds (Needleman and Wunsch,
 * 1970): where one typist left out a line, those below still meet theirs.
 *
 * @param one, other with the same columns, in the same order
 */
export function compareTypings(one: TypedList, other: TypedList): TypedComparison {
  const columns = Math.max(one.columns.length, other.columns.length);
  const rows = aligned(
    one.rows.map(({ cells }) => cells),
    other.rows.map(({ cells }) => cells),
  ).map(([a, b]) => ({
    ...(a === undefined ? {} : { one: a }),
    ...(b === undefined ? {} : { other: b }),
    cells: Array.from({ length: columns }, (_, at): TypedCell => {
      const [x, y] = [
        tidy(a === undefined ? '' : one.rows[a]!.cells[at]),
        tidy(b === undefined ? '' : other.rows[b]!.cells[at]),
      ];
      return { one: x, other: y, agree: same(x, y) };
    }),
  }));
  const filled = rows.flatMap(({ cells }) => cells.filter((cell) => cell.one !== '' || cell.other !== ''));
  return { rows, filled: filled.length, agreeing: filled.filter(({ agree }) => agree).length };
}

/** A row that stands alone costs as much as two that share so little. */
const APART = 0.25;

function aligned(
  one: readonly (readonly string[])[],
  other: readonly (readonly string[])[],
): (readonly [number | undefined, number | undefined])[] {
  const width = other.length + 1;
  const best = new Float32Array((one.length + 1) * width);
  const score = (a: number, b: number): number => likeness(one[a]!, other[b]!) - APART;
  for (let a = one.length - 1; a >= 0; a--)
    for (let b = other.length - 1; b >= 0; b--)
      best[a * width + b] = Math.max(
        best[(a + 1) * width + b]!,
        best[a * width + b + 1]!,
        score(a, b) + best[(a + 1) * width + b + 1]!,
      );
  const pairs: (readonly [number | undefined, number | undefined])[] = [];
  let a = 0;
  let b = 0;
  while (a < one.length || b < other.length) {
    const here = best[a * width + b]!;
    const both = a < one.length && b < other.length;
    if (both && Math.abs(here - (score(a, b) + best[(a + 1) * width + b + 1]!)) < 1e-4)
      pairs.push([a++, b++]);
    else if (a < one.length && (b === other.length || Math.abs(here - best[(a + 1) * width + b]!) < 1e-4))
      pairs.push([a++, undefined]);
    else pairs.push([undefined, b++]);
  }
  return pairs;
}
