import { createKeyReader, type KeyedRows } from './row-keys.ts';
import { KEY_WORDS, ROW_WORDS, WORD } from './row-layout.ts';
import { countSpellings, type RowCounts } from './term-counts.ts';

/** What one look at some rows tells before anything is learned. */
export interface Survey {
  readonly spellings: RowCounts;
  /** Days of birth, and how many rows bear each. */
  readonly days: Int32Array;
  readonly bornOn: Int32Array;
  /** Rows of each list. */
  readonly listSizes: Float64Array;
  /** Rows that have no key at all. */
  readonly keyless: number;
  /** A few of them, chosen by what they hold: the same ones in whatever order the rows came. */
  readonly drawn: Int32Array;
}

const DRAWN_ROWS = 6000;

export function surveyRows(
  table: KeyedRows & { readonly rowCount: number },
  from: number,
  to: number,
  lists: number,
): Survey {
  const { rows, rowCount } = table;
  const { keyOf } = createKeyReader(table);
  const step = Math.max(1, Math.floor(rowCount / DRAWN_ROWS));
  const days = createDayCounts();
  const listSizes = new Float64Array(Math.max(1, lists));
  const drawn: number[] = [];
  let keyless = 0;
  for (let row = from; row < to; row++) {
    const base = row * ROW_WORDS;
    const birth = rows[base + WORD.birth]!;
    if (birth % 100 !== 0) days.add(birth);
    listSizes[rows[base + WORD.list]!]!++;
    if ((rows[base + WORD.content]! >>> 0) % step === 0) drawn.push(row);
    let key = 0;
    while (key < KEY_WORDS && keyOf(row, key) === 0) key++;
    if (key === KEY_WORDS) keyless++;
  }
  return {
    spellings: countSpellings(rows, from, to, table),
    ...days.columns(),
    listSizes,
    keyless,
    drawn: Int32Array.from(drawn),
  };
}

/** Coded days of the years in which people are born lie in an array; what else a slip has written, in a map. */
const FIRST_DAY = 18_800_000;
const LAST_DAY = 20_300_000;

function createDayCounts() {
  const usual = new Int32Array(LAST_DAY - FIRST_DAY);
  const others = new Map<number, number>();
  return {
    add(day: number): void {
      if (day >= FIRST_DAY && day < LAST_DAY) usual[day - FIRST_DAY]!++;
      else others.set(day, (others.get(day) ?? 0) + 1);
    },
    columns(): Pick<Survey, 'days' | 'bornOn'> {
      for (let at = 0; at < usual.length; at++) if (usual[at]! > 0) others.set(at + FIRST_DAY, usual[at]!);
      return { days: Int32Array.from(others.keys()), bornOn: Int32Array.from(others.values()) };
    },
  };
}

/** The rows that all threads have drawn, in an order that only their content makes. */
export function drawnByContent(rows: Int32Array, shares: readonly Survey[]): Int32Array {
  const content = (row: number): number => rows[row * ROW_WORDS + WORD.content]!;
  const drawn = shares.flatMap((share) => [...share.drawn]);
  return Int32Array.from(drawn.sort((a, b) => content(a) - content(b) || a - b));
}

/** Number of all pairs on two lists, and on one. */
export function pairTotals(rowCount: number, shares: readonly Survey[]): number[] {
  let same = 0;
  for (let list = 0; list < shares[0]!.listSizes.length; list++) {
    const size = shares.reduce((sum, { listSizes }) => sum + listSizes[list]!, 0);
    same += (size * (size - 1)) / 2;
  }
  return [Math.max(0, (rowCount * (rowCount - 1)) / 2 - same), same];
}

/** The chance that two days of birth are one. */
export function chanceOfDay(shares: readonly Survey[]): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { days, bornOn } of shares)
    days.forEach((day, at) => {
      counts.set(day, (counts.get(day) ?? 0) + bornOn[at]!);
      all += bornOn[at]!;
    });
  // Whole and half numbers: their sum is the same in any order.
  let sum = 0;
  for (const count of counts.values()) sum += count * (count + 0.5);
  return Math.min(0.95, Math.max(1e-9, all === 0 ? 0.01 : sum / (all + 100) ** 2));
}
