import { type ClusteringRules, DEFAULT_RULES, WORTH_WEIGHING } from '../clustering.ts';
import type { ListHabits } from '../coded-rows.ts';
import { type Agreement, createAgreement, createNameLevel, createPlaceLevel } from './agreement.ts';
import { type SampledRows, type SampledRule, sampleBlocks } from './block-sample.ts';
import { createBlockFinder } from './blocks.ts';
import {
  countByPart,
  createPartSolver,
  layByPart,
  type PartEdges,
  type TableDecisions,
} from './cluster-table.ts';
import { type CellMeanings, readMeanings } from './code-cells.ts';
import type { ColumnRole } from './columns.ts';
import { createEdgeWriter, type EdgeColumns, type EdgeRoom, type EdgeWriter } from './edge-room.ts';
import { type CodeMaps, finishRows, translateRows } from './finish-rows.ts';
import { createLeadOrder, type LeadMemory } from './lead-order.ts';
import { type Ground, type Met, meet } from './meetings.ts';
import { createPairScorer, type PairScorer } from './pair-score.ts';
import type { CellsByKind } from './read-cells.ts';
import { createReading, type ReadCells, type Reading } from './read-windows.ts';
import { createMarkLayer } from './records.ts';
import { createKeyReader, type KeyedRows, keysShared } from './row-keys.ts';
import { KEY_WORDS, ROW_WORDS, scrambled, WORD } from './row-layout.ts';
import type { RowRoom } from './row-room.ts';
import { eachTurn, type RowSets, rowSets } from './row-sets.ts';
import type { RuleGroup } from './rules.ts';
import { createSieve } from './sieve.ts';
import { layTables } from './sieve-tables.ts';
import type { SpellingFacts } from './spelling-facts.ts';
import { createLikeness, type LikenessMemory } from './spelling-likeness.ts';
import { compareStrangers, type LevelCounts } from './strangers.ts';
import { type Survey, surveyRows } from './survey.ts';
import { createTableScorer, type TableScorer, type TableWeights } from './table-weights.ts';
import { chainRow, countPersons, type PersonChains, type SpellingCounts } from './term-counts.ts';

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

/** Patterns by the keys that their pairs share, which may each stand there with several of them. */
export interface CountedPatterns {
  readonly pattern: Uint32Array;
  readonly shared: Uint8Array;
  readonly pairs: Float64Array;
}

/** A group of the rules, its rows in order by its lead. */
interface WalkedGroup {
  readonly rules: readonly number[];
  readonly group: RuleGroup;
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
  /** Counts what its share of the rows holds. */
  survey(work: { readonly lists: number }): Survey;
  /** How drawn rows agree: they are strangers. */
  compareStrangers(work: { readonly drawn: Int32Array }): LevelCounts;
  /** Counts its share of the rows by the key that a group of rules has in common, then lays them in order. */
  countByLead(work: { readonly lead: number }): void;
  orderByLead(work: undefined): void;
  /** Rows of its share that stand in sampled blocks, dealt to the threads that shall compare them. */
  sampleBlocks(work: { readonly rules: readonly SampledRule[] }): SampledRows[];
  /** Patterns of the pairs that the rules bring among sampled rows, each counted as often as its rule's step says. */
  countPatterns(work: {
    readonly rules: readonly SampledRule[];
    readonly sampled: SampledRows;
  }): CountedPatterns;
  /** Of the pairs that a group brings about one in `step`, chosen by what their rows hold, as `a * rowCount + b`. */
  drawPairs(work: WalkedGroup & { readonly step: number }): Float64Array<ArrayBuffer>;
  /** Patterns of this thread's share of drawn pairs. */
  countDrawn(work: { readonly pairs: Float64Array; readonly step: number }): CountedPatterns;
  weighBy(work: {
    readonly weights: TableWeights;
    readonly facts: SpellingFacts;
    readonly lightest: number;
    readonly room: EdgeRoom;
    /** Rows that are certainly one person are joined here: nothing is averaged and no rival asked. */
    readonly leader: Int32Array;
  }): void;
  /** Scores the pairs of a group; what is heavy enough is laid in the room for edges. */
  score(work: WalkedGroup): Met;
  /** Lays no more; says what of the room it has left empty. */
  edges(work: undefined): ReturnType<EdgeWriter['end']>;
  /** Lets its share of the rows know the others of their person. */
  chainPersons(work: PersonsWork): void;
  /** Counts the persons that its share of the rows leads, and leaves each row alone again. */
  countPersons(work: PersonsWork): SpellingCounts;
  /** Weighs edges anew in turn, and joins the rows of those worth it. */
  reweigh(work: EdgesWork & { readonly weights: TableWeights; readonly leader: Int32Array }): void;
  /** Counts edges by the parts that they are of, then lays them part by part. */
  countByPart(work: EdgesWork & { readonly leader: Int32Array; readonly start: Int32Array }): void;
  layByPart(work: EdgesWork & { readonly leader: Int32Array; readonly parts: PartEdges }): void;
  /** Clusters parts in turn. */
  solve(work: {
    readonly turn: Int32Array;
    readonly leader: Int32Array;
    readonly parts: PartEdges;
    readonly cluster: Int32Array;
    readonly decisions: TableDecisions;
    readonly rules: ClusteringRules;
  }): void;
}

interface PersonsWork {
  readonly leader: Int32Array;
  readonly chains: PersonChains;
}
interface EdgesWork {
  readonly edges: EdgeColumns;
  /** The stretch to be taken next. */
  readonly turn: Int32Array;
}

/** Edges, and rows, that a thread takes in turn. */
const TAKEN = 1 << 14;

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
  let kept: EdgeWriter;
  let certain: RowSets;
  /** Of no meaning, but it keeps the touching of rows from being left out as idle. */
  const fetched = { touched: 0 };

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
    survey: ({ lists }) => surveyRows(table, ...slice(), lists),
    compareStrangers: ({ drawn }) =>
      compareStrangers(table.rows, drawn, share, shares, nameLevel, placeLevel),
    countByLead: ({ lead }) => ground.lead.count(lead),
    orderByLead: () => ground.lead.sort(),
    sampleBlocks: ({ rules }) => sampleBlocks(ground.keys, ...slice(), rules, shares),
    countPatterns({ rules, sampled }) {
      const { rows } = table;
      const counts = createPatternCounter();
      const keySets = rules.map(({ rule }) => rule);
      rules.forEach(({ step }, at) => {
        const lead = { ...ground.lead, each: (visit: (rows: Int32Array) => void) => visit(sampled[at]!) };
        meet({ ...ground, lead }, keySets, { lead: 0, first: at, end: at + 1 }, 1, (a, b) => {
          counts.add(agree(rows, a * ROW_WORDS, b * ROW_WORDS), keysShared(ground.keys, a, b), step);
        });
        // A crowd of a sample says nothing of those that are met afterwards.
        for (const row of sampled[at]!) rows[row * ROW_WORDS + WORD.crowded] = 0;
      });
      return counts.columns();
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
      const counts = createPatternCounter();
      const { rows, rowCount } = table;
      const [from, to] = slice(pairs.length);
      for (let at = from; at < to; at++) {
        const a = Math.floor(pairs[at]! / rowCount);
        const b = pairs[at]! - a * rowCount;
        counts.add(agree(rows, a * ROW_WORDS, b * ROW_WORDS), keysShared(ground.keys, a, b), step);
      }
      return counts.columns();
    },
    weighBy({ weights, facts, lightest, room, leader }) {
      kept = createEdgeWriter(room);
      certain = rowSets(leader);
      layTables(ground.sieve, facts, weights);
      ground = { ...ground, layMarks: createMarkLayer(table.rows, facts, weights), lightest };
      scorer = createPairScorer(table.rows, facts, weights, nameLevel, placeLevel, lightest);
    },
    score({ rules, group }) {
      const { add } = kept;
      return meet(ground, rules, group, 1, (a, b) => {
        if (!scorer.isWorthKeeping(a, b)) return;
        add(a, b, scorer.weight, scorer.pattern);
        if (scorer.wasEnough(DEFAULT_RULES)) certain.join(a, b);
      });
    },
    edges: () => kept.end(),
    chainPersons({ leader, chains }) {
      const { leaderOf } = rowSets(leader);
      const [from, to] = slice();
      for (let row = from; row < to; row++) {
        leader[row] = leaderOf(row);
        chainRow(chains, row, leader[row]!);
      }
    },
    countPersons({ leader, chains }) {
      return countPersons(table.rows, ...slice(), table, leader, chains);
    },
    reweigh({ edges, turn, weights, leader }) {
      tableScorer = createTableScorer(weights);
      const { a, b, weight, pattern } = edges;
      const { rows } = table;
      const sets = rowSets(leader);
      eachTurn(turn, edges.count, TAKEN, (from, to) => {
        for (let begin = from; begin < to; begin += AHEAD) {
          const end = Math.min(to, begin + AHEAD);
          let near = 0;
          for (let edge = begin; edge < end; edge++)
            near ^= rows[a[edge]! * ROW_WORDS]! ^ rows[b[edge]! * ROW_WORDS]!;
          fetched.touched ^= near;
          for (let edge = begin; edge < end; edge++) {
            weight[edge] = tableScorer.weight(
              pattern[edge]!,
              rows,
              a[edge]! * ROW_WORDS,
              b[edge]! * ROW_WORDS,
            );
            if (weight[edge]! >= WORTH_WEIGHING) sets.join(a[edge]!, b[edge]!);
          }
        }
      });
    },
    countByPart({ edges, turn, leader, start }) {
      const sets = rowSets(leader);
      eachTurn(turn, edges.count, TAKEN, (from, to) => countByPart(edges, from, to, sets, start));
    },
    layByPart({ edges, turn, leader, parts }) {
      const sets = rowSets(leader);
      eachTurn(turn, edges.count, TAKEN, (from, to) => layByPart(edges, from, to, sets, parts));
    },
    solve({ turn, cluster, ...work }) {
      const solve = createPartSolver({ ...work, rows: table.rows, scorer: tableScorer, agree }, cluster);
      eachTurn(turn, table.rowCount, TAKEN, (from, to) => {
        fetched.touched ^= solve(from, to);
      });
    },
  };
}

/** Edges whose rows are touched ahead of being read. */
const AHEAD = 256;

function createPatternCounter() {
  const byShared = Array.from({ length: 1 << KEY_WORDS }, () => new Map<number, number>());
  return {
    add(pattern: number, shared: number, pairs: number): void {
      const counts = byShared[shared]!;
      // As a signed number: one that needs no object of its own.
      counts.set(pattern | 0, (counts.get(pattern | 0) ?? 0) + pairs);
    },
    columns: (): CountedPatterns => ({
      pattern: Uint32Array.from(byShared.flatMap((counts) => [...counts.keys()])),
      shared: Uint8Array.from(byShared.flatMap((counts, shared) => Array<number>(counts.size).fill(shared))),
      pairs: Float64Array.from(byShared.flatMap((counts) => [...counts.values()])),
    }),
  };
}
