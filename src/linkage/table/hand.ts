import { type Agreement, birthLevel, createAgreement, createPlaceLevel } from './agreement.ts';
import { createBlockFinder } from './blocks.ts';
import { codeCells, type ReadStretch, type Stretch } from './code-cells.ts';
import { type CodeMaps, layOutKeys, translateRows } from './finish-rows.ts';
import { type Ground, type Met, meet } from './meetings.ts';
import type { ListHabits } from '../coded-rows.ts';
import { NAME_WORDS, ROW_WORDS } from './row-layout.ts';
import { createLikeness, type SpellingTable } from './spelling-table.ts';
import { BIRTH_PART, PLACE_PART, SAME_LIST_SHIFT, TABLE_PARTS } from './table-parts.ts';
import { createTableScorer, LEVELS, type TableWeights } from './table-weights.ts';

/** What lies in shared memory for all threads. */
export interface SharedTable {
  readonly rows: Int32Array;
  readonly keys: Int32Array;
  readonly rowCount: number;
  readonly names: SpellingTable;
  readonly places: SpellingTable;
}

/** Scored pairs in columns. */
export interface EdgeColumns {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Int32Array;
  readonly pattern: Uint32Array;
}

export interface CountedPatterns {
  readonly pattern: Uint32Array;
  readonly pairs: Float64Array;
}

/** The work of one thread: its share of each step. Arguments and answers are plain data or shared memory. */
export interface Hand {
  read(stretch: Stretch): ReadStretch;
  translate(work: { readonly rows: Int32Array; readonly from: number; readonly to: number; readonly maps: CodeMaps }): void;
  take(table: SharedTable): void;
  layOut(work: { readonly habits: ListHabits; readonly lists: readonly string[] }): void;
  /** Patterns of pairs drawn evenly: how strangers agree. */
  drawStrangers(work: { readonly pairs: number }): CountedPatterns;
  /** Patterns of a sample of the pairs that the rules bring. */
  countPatterns(work: { readonly rules: readonly number[]; readonly step: number }): CountedPatterns;
  weighBy(weights: TableWeights): void;
  /** Scores the pairs of one rule; what is heavy enough is kept until `edges`. */
  score(work: { readonly rules: readonly number[]; readonly at: number; readonly lightest: number }): Met;
  edges(work: undefined): EdgeColumns;
}

export function createHand(share: number, shares: number): Hand {
  let table: SharedTable;
  let ground: Ground;
  let agree: Agreement;
  let likeness: (a: number, b: number) => number;
  let placeLevel: (rows: Int32Array, a: number, b: number) => number;
  let weights: TableWeights;
  let kept = createEdgeColumns();

  const slice = (): [number, number] => [
    Math.floor((table.rowCount * share) / shares),
    Math.floor((table.rowCount * (share + 1)) / shares),
  ];

  return {
    read: codeCells,
    translate: ({ rows, from, to, maps }) => translateRows(rows, from, to, maps),
    take(shared) {
      table = shared;
      likeness = createLikeness(shared.names);
      const places = createLikeness(shared.places);
      placeLevel = createPlaceLevel(places);
      agree = createAgreement(likeness, places);
      ground = {
        rows: shared.rows,
        keys: shared.keys,
        finder: createBlockFinder(shared.keys, shared.rowCount, share, shares),
      };
    },
    layOut({ habits, lists }) {
      const [from, to] = slice();
      layOutKeys(table.rows, table.keys, from, to, table.names, table.places, habits, lists);
    },
    drawStrangers({ pairs }) {
      const counts = new Map<number, number>();
      const { rows, rowCount } = table;
      // Two strides without common measure: the same pairs in every run, evenly over all.
      for (let pair = share; pair < pairs; pair += shares) {
        const a = Math.floor(((pair * 0.6180339887498949) % 1) * rowCount);
        const b = Math.floor(((pair * 0.7548776662466927) % 1) * rowCount);
        if (a === b) continue;
        const pattern = agree(rows, a * ROW_WORDS, b * ROW_WORDS);
        counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
      }
      return columnsOf(counts);
    },
    countPatterns({ rules, step }) {
      const counts = new Map<number, number>();
      rules.forEach((_, at) => {
        meet(ground, rules, at, { pair(_a, _b, rows, a, b) {
          const pattern = agree(rows, a, b);
          counts.set(pattern, (counts.get(pattern) ?? 0) + step);
        } }, step);
      });
      return columnsOf(counts);
    },
    weighBy(given) {
      weights = given;
      kept = createEdgeColumns();
    },
    score({ rules, at, lightest }) {
      const scorer = createTableScorer(weights);
      const { person, rarity, names, prior } = weights;
      const { bits, term } = table.names;
      const shiftList = SAME_LIST_SHIFT;
      void shiftList;
      /** The most that a part can weigh at any level but equal. */
      const most = TABLE_PARTS.map((part, at) => Math.max(...part.levels.slice(1).map((_, level) => person[at * LEVELS + level + 2]!)));
      const mostFar = TABLE_PARTS.map((_, at) => Math.max(person[at * LEVELS + 4]!, person[at * LEVELS + 5]!));
      const mostRest = TABLE_PARTS.slice(PLACE_PART + 1).reduce(
        (sum, part, rest) => sum + Math.max(0, ...part.levels.map((_, level) => person[(PLACE_PART + 1 + rest) * LEVELS + level + 1]!)),
        0,
      );
      const equal = TABLE_PARTS.map((_, at) => person[at * LEVELS + 1]!);
      const mostPrior = Math.max(...prior);
      const add = kept.add;
      return meet(ground, rules, at, {
        pair(rowA, rowB, rows, a, b) {
          let bound = mostPrior + mostRest + person[BIRTH_PART * LEVELS + birthLevel(rows, a, b)]!;
          for (let slot = 0; slot < NAME_WORDS; slot++) {
            const first = rows[a + slot]!;
            const second = rows[b + slot]!;
            if (first < 0 || second < 0) continue;
            const rareA = rarity[slot * names + first]!;
            if (first === second) {
              bound += equal[slot]! + rareA;
              continue;
            }
            let differing = (bits[first]! ^ bits[second]!) & 0x7fffffff;
            differing &= differing - 1;
            if ((differing & (differing - 1)) !== 0) bound += mostFar[slot]!;
            else if (term[first] === term[second]) bound += Math.max(most[slot]!, equal[slot]! + rareA);
            else bound += Math.max(most[slot]!, equal[slot]! + Math.min(rareA, rarity[slot * names + second]!));
          }
          if (bound + 4000 < lightest) return;
          const place = placeLevel(rows, a, b);
          bound += place === 1 ? equal[PLACE_PART]! + rarity[NAME_WORDS * names + Math.max(0, rows[a + 8]! >= 0 ? rows[a + 8]! : rows[a + 9]!)]! : person[PLACE_PART * LEVELS + place]!;
          if (bound < lightest) return;
          const pattern = agree(rows, a, b);
          const weight = scorer.weight(pattern, rows, a, b);
          if (weight >= lightest) add(rowA, rowB, weight, pattern);
        },
      });
    },
    edges: () => kept.columns(),
  };
}

function columnsOf(counts: ReadonlyMap<number, number>): CountedPatterns {
  return { pattern: Uint32Array.from(counts.keys()), pairs: Float64Array.from(counts.values()) };
}

function createEdgeColumns() {
  let held = 0;
  let a = new Int32Array(1 << 16);
  let b = new Int32Array(1 << 16);
  let weight = new Int32Array(1 << 16);
  let pattern = new Uint32Array(1 << 16);
  return {
    add(rowA: number, rowB: number, own: number, agreed: number): void {
      if (held === a.length) {
        a = doubled(a, Int32Array);
        b = doubled(b, Int32Array);
        weight = doubled(weight, Int32Array);
        pattern = doubled(pattern, Uint32Array);
      }
      a[held] = rowA < rowB ? rowA : rowB;
      b[held] = rowA < rowB ? rowB : rowA;
      weight[held] = own;
      pattern[held++] = agreed;
    },
    columns: (): EdgeColumns => ({
      count: held,
      a: a.slice(0, held),
      b: b.slice(0, held),
      weight: weight.slice(0, held),
      pattern: pattern.slice(0, held),
    }),
  };
}

function doubled<Columns extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  columns: Columns,
  make: new (length: number) => Columns,
): Columns {
  const longer = new make(columns.length * 2);
  longer.set(columns);
  return longer;
}
