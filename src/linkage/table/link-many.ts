import type { Property } from '../../model/index.ts';
import type { Linkage, LinkedPair, LinkProgress, LinkRow } from '../link-row.ts';
import { probabilityOf } from '../score.ts';
import { LEAST_POSSIBLE } from '../verdicts.ts';
import { type ColumnMap, READ_PROPERTIES } from './columns.ts';
import { csvLine } from './csv-line.ts';
import { type LinkedTable, linkTable } from './link-table.ts';

/**
 * From so many rows on lists are linked as a table. Up to there `linkRows` takes a minute or two and a few gigabytes and
 * compares more (numbers, further columns, places of detention); beyond, its memory grows past what a desk has.
 */
export const MANY_ROWS = 100_000;

const POSSIBLE_A_ROW = 3;
const ROWS_AT_ONCE = 5000;
const STAGES: readonly LinkProgress['stage'][] = [
  'read',
  'block',
  'learn',
  'learn',
  'score',
  'score',
  'cluster',
];

/**
 * `linkRows` by the engine for millions: the same rules of proof, the same probabilities, the same three verdicts, from
 * the person's parts alone. What a row says beyond them is not compared.
 */
export async function linkManyRows(
  rows: readonly LinkRow[],
  onProgress: (progress: LinkProgress) => void = () => {},
): Promise<Pick<Linkage, 'clusters' | 'pairs'>> {
  let done = 0;
  const linked = await linkTable(
    { csv: piecesOf(rows), columns: COLUMNS },
    {
      onStep() {
        onProgress({ stage: STAGES[done]!, done: done + 1, total: STAGES.length });
        done++;
      },
    },
  );
  const clusters = [...Map.groupBy(rows.keys(), (row) => linked.person[row]!).values()];
  return {
    clusters: clusters.map((members) => members.map((row) => rows[row]!.key)),
    pairs: pairsOf(linked, rows),
  };
}

const LIST = 'list';
const COLUMNS: ColumnMap = Object.fromEntries(
  [LIST, ...READ_PROPERTIES].map((own) => [own, own as Property | typeof LIST]),
);

async function* piecesOf(rows: readonly LinkRow[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvLine([LIST, ...READ_PROPERTIES]));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    yield encoder.encode(
      rows
        .slice(from, from + ROWS_AT_ONCE)
        .map(({ list, fields }) =>
          csvLine([list, ...READ_PROPERTIES.map((property: Property) => fields[property] ?? '')]),
        )
        .join(''),
    );
}

/** The scored pairs that are the same, and of the others the likeliest few a row. */
function pairsOf(
  { person, edges: { count, a, b, weight } }: LinkedTable,
  rows: readonly LinkRow[],
): LinkedPair[] {
  const told: number[] = [];
  const open: number[] = [];
  for (let edge = 0; edge < count; edge++)
    if (person[a[edge]!] === person[b[edge]!]) told.push(edge);
    else if (probabilityOf(weight[edge]!) >= LEAST_POSSIBLE) open.push(edge);
  const byRows = (x: number, y: number): number => a[x]! - a[y]! || b[x]! - b[y]!;
  const kept = new Uint8Array(rows.length);
  for (const edge of open.sort((x, y) => weight[y]! - weight[x]! || byRows(x, y))) {
    if (kept[a[edge]!]! >= POSSIBLE_A_ROW || kept[b[edge]!]! >= POSSIBLE_A_ROW) continue;
    kept[a[edge]!]!++;
    kept[b[edge]!]!++;
    told.push(edge);
  }
  return told.sort(byRows).map((edge) => {
    const probability = probabilityOf(weight[edge]!);
    const isSame = person[a[edge]!] === person[b[edge]!];
    return {
      a: rows[a[edge]!]!.key,
      b: rows[b[edge]!]!.key,
      probability: isSame ? Math.max(0.5, probability) : probability,
      verdict: isSame ? 'same' : 'possible',
    };
  });
}
