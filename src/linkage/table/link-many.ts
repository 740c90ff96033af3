import { type Property, SanadError } from '../../model/index.ts';
import type { Linkage, LinkedPair, LinkProgress, LinkRow } from '../link-row.ts';
import { probabilityOf } from '../score.ts';
import { LEAST_POSSIBLE } from '../verdicts.ts';
import { type ColumnMap, READ_PROPERTIES } from './columns.ts';
import { csvLine } from './csv-line.ts';
import { type LinkedTable, linkTable } from './link-table.ts';
import { USUAL_REACH, WIDE_REACH } from './rules.ts';
import { modelOfTable } from './table-model.ts';

/**
 * From so many rows on `linkRows` takes the better part of a minute on one thread, and this engine a fifth of that.
 * Below, `linkRows` is quick enough and compares more: numbers, further columns, places of detention.
 */
export const MANY_ROWS = 20_000;

/** Up to here whatever shares two keys meets; of more rows only those that agree on something of their own. */
const MOST_IN_WIDE_REACH = 400_000;
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
 *
 * @throws SanadError `link.key-twice`
 */
export async function linkManyRows(
  given: readonly LinkRow[],
  onProgress: (progress: LinkProgress) => void = () => {},
): Promise<Linkage> {
  const rows = given.toSorted((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0));
  const twice = rows.findIndex(({ key }, at) => key === rows[at + 1]?.key);
  if (twice >= 0) throw new SanadError('link.key-twice', { key: rows[twice]!.key.slice(0, 200) });
  let done = 0;
  const linked = await linkTable(
    { csv: piecesOf(rows), columns: COLUMNS },
    {
      reach: rows.length <= MOST_IN_WIDE_REACH ? WIDE_REACH : USUAL_REACH,
      onStep() {
        onProgress({ stage: STAGES[done]!, done: done + 1, total: STAGES.length });
        done++;
      },
    },
  );
  const clusters = [...Map.groupBy(rows.keys(), (row) => linked.person[row]!).values()];
  const { pairs, limitedRows, emptyRows, estimatedMatches } = linked.figures;
  return {
    clusters: clusters.map((members) => members.map((row) => rows[row]!.key)),
    pairs: pairsOf(linked, rows),
    model: modelOfTable(linked),
    figures: { rows: rows.length, candidatePairs: pairs, limitedRows, emptyRows, estimatedMatches },
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
          csvLine([list, ...READ_PROPERTIES.map((property) => readValue(fields, property) ?? '')]),
        )
        .join(''),
    );
}

/** The day somebody was last seen stands for the day of arrest where that is not given, as in `coded-rows.ts`. */
const readValue = (fields: LinkRow['fields'], property: Property): string | undefined =>
  property === 'arrest.date' ? (fields[property] ?? fields['seen.date']) : fields[property];

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
