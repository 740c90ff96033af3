import type { PatternCounts } from '../agreement-pattern.ts';
import { keyKindsOf } from '../block-keys.ts';
import { findCandidatePairs } from '../blocking.ts';
import { chanceAgreement, sampleLevels } from '../chance-agreement.ts';
import { isEnough } from '../clustering.ts';
import { type CodedRows, codeRows } from '../coded-rows.ts';
import { comparisonsOf } from '../comparisons.ts';
import { learn } from '../expectation-maximisation.ts';
import type { Comparison } from '../levels.ts';
import { createModel, type PartModel } from '../link-model.ts';
import type { LinkRow } from '../link-row.ts';
import { createScorer, NOTHING, newPartWeights, type PairScore, type Scorer } from '../score.ts';
import { countAllTerms, personWeights } from '../term-frequency.ts';
import { createAgreement } from './agreement.ts';
import { leastByWeighing } from './certain-part.ts';
import { type EdgeColumns, keptEdges } from './edge-room.ts';
import type { LinkedTable } from './link-table.ts';
import { ROW_WORDS } from './row-layout.ts';
import { createLikeness } from './spelling-likeness.ts';
import { levelIn, SAME_LIST_SHIFT, TABLE_PARTS } from './table-parts.ts';
import { createTableScorer, type TableScorer } from './table-weights.ts';

/** What rows say beyond what a table reads of them. */
const FURTHER = ['death.date', 'release.date', 'place.detention', 'facility', 'id'] as const;

/** The rows with nothing but that, coded and compared as `linkRows` does; without comparisons where nobody says anything. */
export interface FurtherParts {
  readonly coded: CodedRows;
  readonly comparisons: readonly Comparison[];
}

/** @throws SanadError `link.key-twice` */
export function readFurther(
  rows: readonly LinkRow[],
  gazetteer?: readonly (readonly string[])[],
): FurtherParts {
  const coded = codeRows(
    rows.map(({ key, list, fields, extra }) => ({
      key,
      list,
      fields: Object.fromEntries(FURTHER.flatMap((own) => (fields[own] ? [[own, fields[own]]] : []))),
      ...(extra ? { extra } : {}),
    })),
    { habits: { referenceDate: {}, heaped: [] }, gazetteer },
  );
  return { coded, comparisons: comparisonsOf(coded) };
}

/** The scored pairs once what rows say further has been weighed too. */
export interface WeighedFurther {
  readonly edges: EdgeColumns;
  readonly parts: readonly PartModel[];
  /** Of all parts; its rows are those of the table. */
  readonly scorer: TableScorer;
}

/**
 * Weighs further parts on the pairs that a table has scored, and on those that share a number or a further column. They
 * are learned there: how the parts of the table agree says which pairs are one person, kin, or strangers.
 *
 * @param lightest pairs below it are not taken in
 */
export function weighFurther(
  linked: LinkedTable,
  { coded, comparisons }: FurtherParts,
  lightest: number,
): WeighedFurther {
  const { table, person } = linked;
  const known = createTableScorer(linked.weights);
  const agree = createAgreement(createLikeness(table.names), createLikeness(table.places), table.names);
  const found = findCandidatePairs(coded.count, keyKindsOf(coded));
  const edges = withPairs(linked.edges, coded.count, found.first, found.second, (a, b) =>
    agree(table.rows, a * ROW_WORDS, b * ROW_WORDS),
  );

  const frequencies = countAllTerms(comparisons, (rarity) => personWeights(rarity, person));
  const chance = chanceAgreement(comparisons, sampleLevels(coded.count, comparisons), frequencies);
  const all = [...TABLE_PARTS, ...comparisons];
  const sizes = new Float64Array(coded.lists.values.length);
  for (const list of coded.list) sizes[list]!++;
  const within = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const learned = learn(
    patternsOf(edges, comparisons),
    all,
    [...linked.model.parts.map((part) => part.chance), ...chance],
    [(coded.count * (coded.count - 1)) / 2 - within, within],
    coded.count,
  );
  const own = <T>(of: readonly T[]): readonly T[] => of.slice(TABLE_PARTS.length);
  const further = {
    ...learned,
    matching: own(learned.matching),
    brothers: own(learned.brothers),
    cousins: own(learned.cousins),
  };
  const { lists, habits, gazetteer } = linked.model;
  const model = createModel(further, comparisons, chance, frequencies, lists, habits, gazetteer);
  const scorer = scorerOfAll(known, createScorer(coded, comparisons, model), linked.weights);
  const { rows } = table;
  for (let edge = 0; edge < edges.count; edge++)
    edges.weight[edge] = scorer.weight(
      edges.pattern[edge]!,
      rows,
      edges.a[edge]! * ROW_WORDS,
      edges.b[edge]! * ROW_WORDS,
    );
  return { edges: keptEdges(edges, (edge) => edges.weight[edge]! >= lightest), parts: model.parts, scorer };
}

/** The edges, and those pairs that are none of them yet, without their weights. */
function withPairs(
  known: EdgeColumns,
  rowCount: number,
  first: Int32Array,
  second: Int32Array,
  patternOf: (a: number, b: number) => number,
): EdgeColumns {
  const met = new Set<number>();
  if (first.length > 0)
    for (let edge = 0; edge < known.count; edge++) met.add(known.a[edge]! * rowCount + known.b[edge]!);
  const added: (readonly [a: number, b: number])[] = [];
  first.forEach((one, at) => {
    const [a, b] = one < second[at]! ? [one, second[at]!] : [second[at]!, one];
    if (!met.has(a * rowCount + b)) added.push([a, b]);
  });
  const count = known.count + added.length;
  const column = (own: Int32Array): Int32Array => {
    const longer = new Int32Array(count);
    longer.set(own.subarray(0, known.count));
    return longer;
  };
  const edges = {
    count,
    a: column(known.a),
    b: column(known.b),
    weight: column(known.weight),
    pattern: column(known.pattern),
  };
  added.forEach(([a, b], at) => {
    edges.a[known.count + at] = a;
    edges.b[known.count + at] = b;
    edges.pattern[known.count + at] = patternOf(a, b);
  });
  return edges;
}

/** How the pairs agree on all parts, each combination once. */
function patternsOf(edges: EdgeColumns, comparisons: readonly Comparison[]): PatternCounts {
  const index = new Map<string, number>();
  const levels: number[] = [];
  const pairs: number[] = [];
  const listPair: number[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const pattern = edges.pattern[edge]! >>> 0;
    const further = comparisons.map((own) => own.level(edges.a[edge]!, edges.b[edge]!) + 1);
    const key = `${pattern} ${further.join(' ')}`;
    const at = index.get(key);
    if (at !== undefined) {
      pairs[at]!++;
      continue;
    }
    index.set(key, pairs.length);
    pairs.push(1);
    listPair.push(pattern >>> SAME_LIST_SHIFT);
    levels.push(...TABLE_PARTS.map((part) => levelIn(pattern, part)), ...further);
  }
  return {
    count: pairs.length,
    levels: Uint8Array.from(levels),
    pairs: Float64Array.from(pairs),
    listPair: Int32Array.from(listPair),
  };
}

/** What a table's parts and further ones weigh together. */
function scorerOfAll(
  ofTable: TableScorer,
  ofFurther: Scorer,
  { household, clan }: LinkedTable['weights'],
): TableScorer {
  const width = ofTable.parts;
  const more = ofFurther.parts;
  const parts = width + more;
  const own = newPartWeights(width);
  const theirs = newPartWeights(more);
  const both = newPartWeights(parts);
  const sumOf = (weights: Int32Array, kind: number): number => {
    let sum = 0;
    for (let at = kind * parts; at < (kind + 1) * parts; at++)
      if (weights[at] !== NOTHING) sum += weights[at]!;
    return sum;
  };
  const weigh: TableScorer['weigh'] = (pattern, rows, a, b, into) => {
    ofTable.weigh(pattern, rows, a, b, own);
    ofFurther.weigh(a / ROW_WORDS, b / ROW_WORDS, theirs);
    for (let kind = 0; kind < 3; kind++) {
      into.set(own.subarray(kind * width, (kind + 1) * width), kind * parts);
      into.set(theirs.subarray(kind * more, (kind + 1) * more), kind * parts + width);
    }
    into[3 * parts] = own[3 * width]!;
  };
  const combine = (weights: Int32Array): PairScore => {
    own.set(weights.subarray(0, width));
    own.fill(0, width);
    const { ownEvidence, apartFromKin, worst } = ofTable.combine(own);
    let further = 0;
    let least = worst;
    for (let at = width; at < parts; at++) {
      if (weights[at] === NOTHING) continue;
      further += weights[at]!;
      least = Math.min(least, weights[at]!);
    }
    const ofKin = 2 ** ((household + sumOf(weights, 1)) / 1000) + 2 ** ((clan + sumOf(weights, 2)) / 1000);
    const kinship = -Math.round(1000 * Math.log2(1 + ofKin));
    return {
      weight: weights[3 * parts]! + sumOf(weights, 0) + kinship,
      ownEvidence: ownEvidence + further,
      apartFromKin: apartFromKin + further,
      kinship,
      worst: least,
    };
  };
  return {
    parts,
    weigh,
    combine,
    isEnough(pattern, rows, a, b, rules) {
      weigh(pattern, rows, a, b, both);
      return isEnough(combine(both), rules);
    },
    weight(pattern, rows, a, b) {
      weigh(pattern, rows, a, b, both);
      return combine(both).weight;
    },
    least: leastByWeighing({ parts, weigh, combine }),
  };
}
