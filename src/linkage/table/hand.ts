import type { ClusteringRules } from '../clustering.ts';
import type { ListHabits } from '../coded-rows.ts';
import { type Agreement, createAgreement, createNameLevel, createPlaceLevel } from './agreement.ts';
import { createBlockFinder } from './blocks.ts';
import { type ConnectedParts, markEnough, solveParts, type TableDecisions } from './cluster-table.ts';
import { type CellMeanings, readMeanings } from './code-cells.ts';
import type { ColumnRole } from './columns.ts';
import { type CodeMaps, finishRows, translateRows } from './finish-rows.ts';
import { createLeadOrder, type LeadMemory } from './lead-order.ts';
import { type Ground, type Met, meet } from './meetings.ts';
import { createPairScorer, type PairScorer } from './pair-score.ts';
import type { CellsByKind } from './read-cells.ts';
import { createReading, type ReadCells, type Reading } from './read-windows.ts';
import { createMarkLayer } from './records.ts';
import { createKeyReader, type KeyedRows } from './row-keys.ts';
import { ROW_WORDS, scrambled, sharedInts, WORD } from './row-layout.ts';
import type { RowRoom } from './row-room.ts';
import type { RuleGroup } from './rules.ts';
import { createSieve } from './sieve.ts';
import { layTables } from './sieve-tables.ts';
import type { SpellingFacts } from './spelling-facts.ts';
import { createLikeness, type LikenessMemory } from './spelling-likeness.ts';
import { createTableScorer, type TableScorer, type TableWeights } from './table-weights.ts';

/** The lines of a window of the file, windows numbered from 0. */
export interface WindowWork {
  readonly window: number;
  readonly lines: Uint8Array;
  readonly columns: readonly ColumnRole[];
  readonly room: RowRoom;
}

/** What lies in shared memory for all threads. */
export interface SharedTable extends KeyedRows {
  readonly rowCount: number;
  /** For the rules at hand. */
  readonly lead: LeadMemory;
}

export interface LikenessMemories {
  readonly names: LikenessMemory;
  readonly places: LikenessMemory;
}

/** Pairs of rows, the smaller first, in memory that threads share. Patterns are read as unsigned. */
export interface EdgeColumns {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Int32Array;
  readonly pattern: Int32Array;
}

export interface CountedPatterns {
  readonly pattern: Uint32Array;
  readonly pairs: Float64Array;
}

/** A group of the rules, its rows in order by its lead. */
interface WalkedGroup {
  readonly rules: readonly number[];
  readonly group: RuleGroup;
}
interface SampledGroup extends WalkedGroup {
  readonly step: number;
}

/** The work of one thread: its share of each step. Arguments and answers are plain data or shared memory. */
export interface Hand {
  /** Reads a window into rows, in codes of this thread's own cells. */
  read(work: WindowWork): void;
  /** What this thread has read in all. */
  cells(work: undefined): ReadCells;
  /** What this thread's share of all cells means. */
  mean(work: {
    readonly cells: CellsByKind;
    readonly gazetteer: readonly (readonly string[])[];
  }): CellMeanings;
  take(work: { readonly table: SharedTable; readonly found: LikenessMemories }): void;
  /** Makes the rows that this thread has read the table's: in codes of all threads. */
  finish(work: {
    readonly maps: CodeMaps;
    readonly habits: ListHabits;
    readonly lists: readonly string[];
  }): void;
  /** Patterns of pairs drawn evenly: how strangers agree. */
  drawStrangers(work: { readonly pairs: number }): CountedPatterns;
  /** Counts its share of the rows by the key that a group of rules has in common, then lays them in order. */
  countByLead(work: { readonly lead: number }): void;
  orderByLead(work: undefined): void;
  /** Patterns of the pairs that a group brings in one of `step` blocks, each counted `step` times. */
  countPatterns(work: SampledGroup): CountedPatterns;
  /** Of the pairs that a group brings about one in `step`, chosen by what their rows hold, as `a * rowCount + b`. */
  drawPairs(work: SampledGroup): Float64Array<ArrayBuffer>;
  /** Patterns of this thread's share of drawn pairs. */
  countDrawn(work: { readonly pairs: Float64Array; readonly step: number }): CountedPatterns;
  weighBy(work: {
    readonly weights: TableWeights;
    readonly facts: SpellingFacts;
    readonly lightest: number;
  }): void;
  /** Scores the pairs of a group; what is heavy enough is kept until `edges`. */
  score(work: WalkedGroup): Met;
  edges(work: undefined): readonly EdgeColumns[];
  /** Marks of this thread's share of the edges which are enough for themselves. */
  markEnough(work: { readonly edges: EdgeColumns; readonly enough: Uint8Array }): void;
  /** Weighs its share of the edges anew. */
  reweigh(work: { readonly edges: EdgeColumns; readonly weights: TableWeights }): void;
  /** Clusters its share of the parts. */
  solve(work: {
    readonly edges: EdgeColumns;
    readonly parts: ConnectedParts;
    readonly cluster: Int32Array;
    readonly decisions: TableDecisions;
    readonly rules: ClusteringRules;
  }): void;
}

export function createHand(share: number, shares: number): Hand {
  let reading = createReading();
  let laid: Reading['laid'] = [];
  let table: SharedTable;
  let ground: Ground;
  let scorer: PairScorer;
  let tableScorer: TableScorer;
  let agree: Agreement;
  let nameLevel: ReturnType<typeof createNameLevel>;
  let placeLevel: (rows: Int32Array, a: number, b: number) => number;
  let kept = createEdgeColumns();

  const slice = (count = table.rowCount): [number, number] => [
    Math.floor((count * share) / shares),
    Math.floor((count * (share + 1)) / shares),
  ];

  return {
    read: (work) => reading.read(work),
    cells() {
      const read = reading.cells();
      laid = reading.laid;
      reading = createReading();
      return read;
    },
    mean: ({ cells, gazetteer }) => readMeanings(cells, share, shares, gazetteer),
    take({ table: shared, found }) {
      table = shared;
      const names = createLikeness(shared.names, found.names);
      const places = createLikeness(shared.places, found.places);
      nameLevel = createNameLevel(names, shared.names);
      placeLevel = createPlaceLevel(places);
      agree = createAgreement(names, places, shared.names);
      const keys = createKeyReader(shared);
      ground = {
        rows: shared.rows,
        keys,
        lead: createLeadOrder(keys, shared.rowCount, share, shares, shared.lead),
        findBlocks: createBlockFinder(),
        sieve: createSieve(),
        lightest: -0x80000000,
      };
    },
    finish({ maps, habits, lists }) {
      for (const [from, to] of laid) {
        translateRows(table.rows, from, to, maps);
        finishRows(table, from, to, habits, lists);
      }
    },
    drawStrangers({ pairs }) {
      const counts = new Map<number, number>();
      const { rows } = table;
      const drawn = rowsByContent(rows, table.rowCount);
      const all = drawn.length;
      for (let pair = share; pair < pairs; pair += shares) {
        const apart = 1 + Math.floor(pair / all);
        if (apart * 2 > all) break;
        const a = drawn[pair % all]!;
        const b = drawn[((pair % all) + apart) % all]!;
        // As a signed number: one that needs no object of its own.
        const pattern = agree(rows, a * ROW_WORDS, b * ROW_WORDS) | 0;
        counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
      }
      return columnsOf(counts);
    },
    countByLead: ({ lead }) => ground.lead.count(lead),
    orderByLead: () => ground.lead.sort(),
    countPatterns({ rules, group, step }) {
      const counts = new Map<number, number>();
      meet(ground, rules, group, step, (a, b) => {
        const pattern = agree(table.rows, a * ROW_WORDS, b * ROW_WORDS) | 0;
        counts.set(pattern, (counts.get(pattern) ?? 0) + step);
      });
      return columnsOf(counts);
    },
    drawPairs({ rules, group, step }) {
      const { rows, rowCount } = table;
      const drawn: number[] = [];
      const content = (row: number): number => rows[row * ROW_WORDS + WORD.content]!;
      meet(ground, rules, group, 1, (a, b) => {
        if ((scrambled(content(a) + content(b)) >>> 0) % step !== 0) return;
        drawn.push(a < b ? a * rowCount + b : b * rowCount + a);
      });
      return Float64Array.from(drawn);
    },
    countDrawn({ pairs, step }) {
      const counts = new Map<number, number>();
      const { rows, rowCount } = table;
      const [from, to] = slice(pairs.length);
      for (let at = from; at < to; at++) {
        const a = Math.floor(pairs[at]! / rowCount);
        const pattern = agree(rows, a * ROW_WORDS, (pairs[at]! - a * rowCount) * ROW_WORDS) | 0;
        counts.set(pattern, (counts.get(pattern) ?? 0) + step);
      }
      return columnsOf(counts);
    },
    weighBy({ weights, facts, lightest }) {
      kept = createEdgeColumns();
      tableScorer = createTableScorer(weights);
      layTables(ground.sieve, facts, weights);
      ground = { ...ground, layMarks: createMarkLayer(table.rows, facts, weights), lightest };
      scorer = createPairScorer(table.rows, facts, weights, nameLevel, placeLevel, lightest);
    },
    score({ rules, group }) {
      const { add } = kept;
      return meet(ground, rules, group, 1, (a, b) => {
        if (scorer.isWorthKeeping(a, b)) add(a, b, scorer.weight, scorer.pattern);
      });
    },
    edges() {
      const { columns } = kept;
      kept = createEdgeColumns();
      return columns;
    },
    markEnough({ edges, enough }) {
      markEnough(table.rows, edges, ...slice(edges.count), tableScorer, enough);
    },
    reweigh({ edges, weights }) {
      tableScorer = createTableScorer(weights);
      const [from, to] = slice(edges.count);
      for (let edge = from; edge < to; edge++)
        edges.weight[edge] = tableScorer.weight(
          edges.pattern[edge]!,
          table.rows,
          edges.a[edge]! * ROW_WORDS,
          edges.b[edge]! * ROW_WORDS,
        );
    },
    solve({ cluster, ...work }) {
      solveParts({ ...work, rows: table.rows, scorer: tableScorer, agree }, ...slice(), cluster);
    },
  };
}

const DRAWN_ROWS = 6000;

/** A few thousand rows chosen and ordered by what they hold: the same ones in whatever order the rows came. */
function rowsByContent(rows: Int32Array, rowCount: number): Int32Array {
  const step = Math.max(1, Math.floor(rowCount / DRAWN_ROWS));
  const chosen: number[] = [];
  for (let row = 0; row < rowCount; row++)
    if ((rows[row * ROW_WORDS + WORD.content]! >>> 0) % step === 0) chosen.push(row);
  return Int32Array.from(
    chosen.sort((a, b) => rows[a * ROW_WORDS + WORD.content]! - rows[b * ROW_WORDS + WORD.content]! || a - b),
  );
}

function columnsOf(counts: ReadonlyMap<number, number>): CountedPatterns {
  return { pattern: Uint32Array.from(counts.keys()), pairs: Float64Array.from(counts.values()) };
}

const EDGES_AT_ONCE = 1 << 16;

function createEdgeColumns() {
  const columns: EdgeColumns[] = [];
  let open: (EdgeColumns & { count: number }) | undefined;
  const begin = () => {
    open = {
      count: 0,
      a: sharedInts(EDGES_AT_ONCE),
      b: sharedInts(EDGES_AT_ONCE),
      weight: sharedInts(EDGES_AT_ONCE),
      pattern: sharedInts(EDGES_AT_ONCE),
    };
    columns.push(open);
    return open;
  };
  return {
    columns,
    add(rowA: number, rowB: number, own: number, agreed: number): void {
      const into = open === undefined || open.count === EDGES_AT_ONCE ? begin() : open;
      const at = into.count++;
      into.a[at] = rowA < rowB ? rowA : rowB;
      into.b[at] = rowA < rowB ? rowB : rowA;
      into.weight[at] = own;
      into.pattern[at] = agreed;
    },
  };
}
