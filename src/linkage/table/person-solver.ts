import { DEFAULT_RULES, isEnough, WORTH_WEIGHING } from '../clustering.ts';
import { newPartWeights } from '../score.ts';
import { createAgreement } from './agreement.ts';
import type { Decided } from './decided.ts';
import type { GrowingRows } from './growing-rows.ts';
import { createHope } from './hope.ts';
import { createPartClusterer, LARGEST_PART } from './part-clustering.ts';
import { MOST_PEERS, type Peers } from './peers.ts';
import type { PersonCircles } from './person-circles.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';
import { createLikeness, likenessMemory } from './spelling-likeness.ts';
import type { SpellingTable } from './spelling-table.ts';
import { createTableScorer, type TableWeights } from './table-weights.ts';

/** A person that a new row may belong to, or that may contest it. */
export interface Touched {
  /** The rows, or of a large cluster those that speak for it. */
  readonly rows: readonly number[];
  readonly isLarge: boolean;
}

/** Rows of clusters that are solved together with a new one. */
const MOST_SOLVED = LARGEST_PART;
/** A cluster of more rows is not taken apart for a new one: so many of its rows speak for it. */
const LARGE = 24;
const SPOKEN_FOR_BY = 8;
/** Pairs of spellings that are remembered. */
const REMEMBERED_PAIRS = 1 << 18;

export interface PersonSolver {
  /** The clusters that a row touches, itself first, then the likeliest. The row is not known as a peer yet. */
  touchedBy(rows: Int32Array, base: number, row: number): readonly Touched[];
  /** Solves the persons of these rows anew: which of the rows are one each. */
  solve(touched: readonly Touched[]): number[][];
  /** Begins to remember anew how spellings stand to each other. */
  forget(): void;
}

export interface RegisterParts {
  readonly rows: GrowingRows;
  readonly names: SpellingTable;
  readonly places: SpellingTable;
  readonly weights: TableWeights;
  readonly peers: Peers;
  readonly circles: PersonCircles;
  readonly decided: Decided;
  /** By number of list: 1 where it promises one row a person. */
  readonly uniqueLists: Uint8Array;
}

export function createPersonSolver(parts: RegisterParts): PersonSolver {
  const { rows: held, names, places, weights, peers, circles, decided, uniqueLists } = parts;
  const { personOf, rowsOf } = circles;
  const scorer = createTableScorer(weights);
  const hope = createHope(weights, names);
  const newAgreement = () =>
    createAgreement(createLikeness(names, likenessMemory(REMEMBERED_PAIRS)), createLikeness(places), names);
  let agree = newAgreement();
  const partWeights = newPartWeights(scorer.parts);
  const compared = new Int32Array((MOST_PEERS + 1) * ROW_WORDS);
  const part = new Int32Array(MOST_SOLVED * ROW_WORDS);
  const clusterer = createPartClusterer(
    {
      parts: scorer.parts,
      combine: scorer.combine,
      weigh: (a, b, into) =>
        scorer.weigh(agree(part, a * ROW_WORDS, b * ROW_WORDS), part, a * ROW_WORDS, b * ROW_WORDS, into),
    },
    DEFAULT_RULES,
  );
  const promisedList = (row: number): number => {
    const list = held.wordOf(row, WORD.list);
    return uniqueLists[list] === 1 ? list : -1;
  };

  /** Lays decisions and promises on rows that are about to be solved. */
  const constrain = (touched: readonly Touched[], place: ReadonlyMap<number, number>): void => {
    const large = touched.filter(({ isLarge }) => isLarge).map(({ rows }) => rows);
    for (const rows of large)
      for (const row of rows) clusterer.mustLink(place.get(rows[0]!)!, place.get(row)!);
    for (const [row, at] of place)
      for (const other of decided.togetherWith(row))
        if (place.has(other)) clusterer.mustLink(at, place.get(other)!);
    large.forEach(([one], at) => {
      for (const [other] of large.slice(at + 1)) clusterer.cannotLink(place.get(one!)!, place.get(other!)!);
    });
    const speakerOf = (row: number): number | undefined =>
      place.has(row) ? row : large.find(([one]) => personOf(one!) === personOf(row))?.[0];
    for (const [row, at] of place)
      for (const other of decided.apartFrom(row)) {
        const speaker = speakerOf(other);
        if (speaker !== undefined && (place.has(other) || personOf(other) !== personOf(row)))
          clusterer.cannotLink(at, place.get(speaker)!);
      }
    for (const [row, at] of place) {
      const list = promisedList(row);
      if (list < 0) continue;
      for (const [one] of large)
        if (personOf(one!) !== personOf(row) && rowsOf(one!).some((other) => promisedList(other) === list))
          clusterer.cannotLink(at, place.get(one!)!);
    }
  };

  return {
    forget() {
      agree = newAgreement();
    },
    touchedBy(rows, base, row) {
      const found = peers.of(rows, base);
      for (let word = 0; word < ROW_WORDS; word++) compared[word] = rows[base + word]!;
      held.copy(found, 0, found.length, compared, 1);
      const edges: { readonly row: number; readonly weight: number }[] = [];
      let joins = false;
      for (let at = 0; at < found.length; at++) {
        const base = (at + 1) * ROW_WORDS;
        if (hope(compared, 0, base) < WORTH_WEIGHING) continue;
        const pattern = agree(compared, 0, base);
        const weight = scorer.weight(pattern, compared, 0, base);
        if (weight < WORTH_WEIGHING) continue;
        edges.push({ row: found[at]!, weight });
        scorer.weigh(pattern, compared, 0, base, partWeights);
        joins ||= isEnough(scorer.combine(partWeights), DEFAULT_RULES);
      }
      edges.sort((x, y) => y.weight - x.weight || x.row - y.row);
      const touched: Touched[] = [{ rows: [row], isLarge: false }];
      const known = new Set<number>();
      let count = 1;
      for (const edge of edges) {
        const id = personOf(edge.row);
        if (known.has(id)) continue;
        known.add(id);
        const members = rowsOf(edge.row, LARGE + 1);
        const isLarge = members.length > LARGE;
        const rows = isLarge ? members.slice(0, SPOKEN_FOR_BY) : members;
        if (count + rows.length > MOST_SOLVED) break;
        count += rows.length;
        touched.push({ rows, isLarge });
      }
      // What single rows say of each other is all that there is: where none is enough, nothing can change.
      return joins || touched.some(({ rows }) => rows.length > 1) ? touched : touched.slice(0, 1);
    },
    solve(touched) {
      const rows = touched.flatMap((own) => own.rows).sort((x, y) => x - y);
      const place = new Map(rows.map((row, at) => [row, at]));
      held.copy(rows, 0, rows.length, part, 0);
      clusterer.begin(rows.length, (at) => promisedList(rows[at]!));
      constrain(touched, place);
      for (let a = 0; a < rows.length; a++)
        for (let b = a + 1; b < rows.length; b++) {
          if (hope(part, a * ROW_WORDS, b * ROW_WORDS) < WORTH_WEIGHING) continue;
          const pattern = agree(part, a * ROW_WORDS, b * ROW_WORDS);
          const weight = scorer.weight(pattern, part, a * ROW_WORDS, b * ROW_WORDS);
          if (weight >= WORTH_WEIGHING) clusterer.addEdge(a, b, weight);
        }
      const labels = clusterer.solve();
      return [...Map.groupBy(rows, (row) => labels[place.get(row)!]!).values()];
    },
  };
}
