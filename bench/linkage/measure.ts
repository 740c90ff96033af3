/** What a run cost and how well its clusters agree with the truth; shared by the benches of this folder. */

export interface Cost {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

export function costOf<Result>(run: () => Result): { readonly result: Result; readonly cost: Cost } {
  const stop = startCost();
  const result = run();
  return { result, cost: stop() };
}

/** Counts from now on what this process uses, all its threads together. */
export function startCost(): () => Cost {
  const started = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(cpu);
    return {
      wallSeconds: (performance.now() - started) / 1000,
      cpuSeconds: (used.user + used.system) / 1e6,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  };
}

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** B³ (Bagga and Baldwin 1998): F of the precision and recall that a record meets on average. */
  readonly b3: number;
  readonly truePairs: number;
  readonly largest: number;
}

/** Agreement from counts of pairs (`right`: found and true), and the rows' summed B³ precision and recall. */
export function agreementFrom(counted: {
  readonly right: number;
  readonly found: number;
  readonly truePairs: number;
  readonly b3Precision: number;
  readonly b3Recall: number;
  readonly rows: number;
  readonly largest: number;
}): Agreement {
  const { right, found, truePairs, rows, largest } = counted;
  const precision = found === 0 ? 1 : right / found;
  const recall = truePairs === 0 ? 1 : right / truePairs;
  const [p, r] = [counted.b3Precision / rows, counted.b3Recall / rows];
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    b3: (2 * p * r) / (p + r),
    truePairs,
    largest,
  };
}

/** Pairwise and B³ agreement of clusters with the person of each key. */
export function agreementOf(
  clusters: readonly (readonly string[])[],
  personOf: (key: string) => string,
): Agreement {
  const sizes = new Map<string, number>();
  let rows = 0;
  for (const cluster of clusters)
    for (const key of cluster) {
      rows++;
      sizes.set(personOf(key), (sizes.get(personOf(key)) ?? 0) + 1);
    }
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  let found = 0;
  let right = 0;
  let largest = 0;
  let b3Precision = 0;
  let b3Recall = 0;
  for (const cluster of clusters) {
    largest = Math.max(largest, cluster.length);
    found += pairs(cluster.length);
    const inside = new Map<string, number>();
    for (const key of cluster) inside.set(personOf(key), (inside.get(personOf(key)) ?? 0) + 1);
    for (const [person, count] of inside) {
      right += pairs(count);
      b3Precision += (count * count) / cluster.length;
      b3Recall += (count * count) / sizes.get(person)!;
    }
  }
  let truePairs = 0;
  for (const size of sizes.values()) truePairs += pairs(size);
  return agreementFrom({ right, found, truePairs, b3Precision, b3Recall, rows, largest });
}

/** Rows of a CSV with quoted cells, as records by header. Enough for the files measured here. */
export function readCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') cell += source[++at]!;
      else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      lines.push([...cells, cell.replace(/\r$/, '')]);
      cells = [];
      cell = '';
    } else cell += character;
  }
  if (cell !== '' || cells.length > 0) lines.push([...cells, cell]);
  const [header = [], ...rows] = lines;
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((name, index) => [name.trim(), (row[index] ?? '').trim()])));
}

export const shown = (value: number): string => value.toFixed(4);
