import type { Property } from '../../model/index.ts';
import { type Constraints, DEFAULT_RULES } from '../clustering.ts';
import { readConstraints } from '../constraints.ts';
import type { PartModel } from '../link-model.ts';
import type { Linkage, LinkedPair, LinkOptions, LinkProgress, LinkRow } from '../link-row.ts';
import { probabilityOf } from '../score.ts';
import { LEAST_POSSIBLE } from '../verdicts.ts';
import { createAgreement } from './agreement.ts';
import { connectedParts, createPartSolver, type TableDecisions } from './cluster-table.ts';
import { type ColumnMap, READ_PROPERTIES } from './column-roles.ts';
import { csvLine } from './csv-line.ts';
import type { EdgeColumns } from './edge-room.ts';
import { type FurtherParts, readFurther, weighFurther } from './further-parts.ts';
import { LIGHTEST, type LinkedTable, linkTable } from './link-table.ts';
import { USUAL_REACH, WIDE_REACH } from './rules.ts';
import { createLikeness } from './spelling-likeness.ts';
import { modelOfTable } from './table-model.ts';
import { createTableScorer } from './table-weights.ts';

/**
 * From so many rows on `linkRows` takes the better part of a minute on one thread, and this engine a fifth of that.
 * Below, `linkRows` is quick enough, and meets a few more pairs.
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
 * `linkRows` by the engine for millions: the same rules of proof, the same probabilities, the same three verdicts. The
 * person's parts decide which pairs are scored; what rows say beyond them (numbers, places of detention, dates of death
 * and release, further columns) is weighed on those, and on pairs that share a number or a further column.
 *
 * @throws SanadError `link.key-twice`, `link.key-unknown`, `link.decisions-conflict`
 */
export async function linkManyRows(
  given: readonly LinkRow[],
  options: Omit<LinkOptions, 'gazetteer'> = {},
): Promise<Linkage> {
  const { onProgress = () => {}, possiblePerRow = POSSIBLE_A_ROW } = options;
  const rows = given.toSorted((x, y) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0));
  const further = readFurther(rows);
  const constraints = readConstraints(further.coded, options);
  let done = 0;
  const table = await linkTable(
    { csv: piecesOf(rows), columns: COLUMNS },
    {
      reach: rows.length <= MOST_IN_WIDE_REACH ? WIDE_REACH : USUAL_REACH,
      onStep() {
        onProgress({ stage: STAGES[done]!, done: done + 1, total: STAGES.length });
        done++;
      },
    },
  );
  const linked = settled(table, further, constraints, new Set(options.uniqueLists));
  const clusters = [...Map.groupBy(rows.keys(), (row) => linked.person[row]!).values()];
  const { pairs, limitedRows, emptyRows, estimatedMatches } = table.figures;
  return {
    clusters: clusters.map((members) => members.map((row) => rows[row]!.key)),
    pairs: pairsOf(linked, rows, constraints, possiblePerRow),
    model: { ...modelOfTable(table), parts: [...modelOfTable(table).parts, ...linked.parts] },
    figures: { rows: rows.length, candidatePairs: pairs, limitedRows, emptyRows, estimatedMatches },
  };
}

interface Settled {
  readonly person: Int32Array;
  readonly edges: EdgeColumns;
  readonly parts: readonly PartModel[];
}

/** The table's answer, and where further parts or decisions speak, the persons that they speak of made anew. */
function settled(
  linked: LinkedTable,
  further: FurtherParts,
  { mustLink, cannotLink }: Constraints,
  uniqueLists: ReadonlySet<string>,
): Settled {
  const { table, person } = linked;
  const isSaid = further.comparisons.length > 0;
  if (!isSaid && mustLink.length + cannotLink.length + uniqueLists.size === 0)
    return { person, edges: linked.edges, parts: [] };
  const { edges, parts, scorer } = isSaid
    ? weighFurther(linked, further, LIGHTEST)
    : { edges: linked.edges, parts: [], scorer: createTableScorer(linked.weights) };
  const decisions: TableDecisions = {
    mustLink,
    cannotLink,
    uniqueLists: Uint8Array.from(table.lists, (list) => (uniqueLists.has(list) ? 1 : 0)),
  };
  const anew = Int32Array.from(person.keys());
  const agree = createAgreement(createLikeness(table.names), createLikeness(table.places), table.names);
  const connected = connectedParts(table.rowCount, edges, decisions);
  const work = { rows: table.rows, ...connected, scorer, agree, decisions, rules: DEFAULT_RULES };
  createPartSolver(work, anew)(0, table.rowCount);
  return { person: anew, edges, parts };
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

/** The scored pairs that are the same, of the others the likeliest few a row, and those that somebody has decided. */
function pairsOf(
  { person, edges: { count, a, b, weight } }: Settled,
  rows: readonly LinkRow[],
  { mustLink, cannotLink }: Constraints,
  possiblePerRow: number,
): LinkedPair[] {
  const told = new Map<number, readonly [probability: number, verdict: LinkedPair['verdict']]>();
  const place = (one: number, other: number): number => one * rows.length + other;
  for (const [one, other] of mustLink) told.set(place(one, other), [1, 'same']);
  for (const [one, other] of cannotLink) told.set(place(one, other), [0, 'different']);
  const open: number[] = [];
  for (let edge = 0; edge < count; edge++) {
    const at = place(a[edge]!, b[edge]!);
    if (told.has(at)) continue;
    const probability = probabilityOf(weight[edge]!);
    if (person[a[edge]!] === person[b[edge]!]) told.set(at, [Math.max(0.5, probability), 'same']);
    else if (probability >= LEAST_POSSIBLE) open.push(edge);
  }
  const byRows = (x: number, y: number): number => a[x]! - a[y]! || b[x]! - b[y]!;
  const kept = new Uint8Array(rows.length);
  for (const edge of open.sort((x, y) => weight[y]! - weight[x]! || byRows(x, y))) {
    if (kept[a[edge]!]! >= possiblePerRow || kept[b[edge]!]! >= possiblePerRow) continue;
    kept[a[edge]!]!++;
    kept[b[edge]!]!++;
    told.set(place(a[edge]!, b[edge]!), [probabilityOf(weight[edge]!), 'possible']);
  }
  return [...told]
    .sort(([x], [y]) => x - y)
    .map(([at, [probability, verdict]]) => ({
      a: rows[Math.floor(at / rows.length)]!.key,
      b: rows[at % rows.length]!.key,
      probability,
      verdict,
    }));
}
