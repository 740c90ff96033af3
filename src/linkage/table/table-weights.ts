import { type ClusteringRules, neededApart } from '../clustering.ts';
import type { LinkModel } from '../link-model.ts';
import { type MilliBits, NOTHING, type PairScore, type PartWeights, toMilliBits } from '../score.ts';
import { shareOf } from '../term-frequency.ts';
import { NAME_WORDS, ROW_WORDS, sharedInts, WORD } from './row-layout.ts';
import { PLACE_PART, SAME_LIST_SHIFT, TABLE_PARTS } from './table-parts.ts';

/** Levels that a part can have, with missing; the tables have a row of so many numbers a part. */
export const LEVELS = 16;
/** Parts whose equal values weigh by their rarity: the six names and the place. */
export const RARE_PARTS = NAME_WORDS + 1;

/**
 * What each level of each part weighs, in whole thousandths of a bit, laid out flat for all threads; and for each
 * spelling how rare it is in each part.
 */
export interface TableWeights {
  readonly person: Int32Array;
  readonly brothers: Int32Array;
  readonly cousins: Int32Array;
  /** `rarity[part * names + code]`; those of places last, from `RARE_PARTS - 1` times `names` on. */
  readonly rarity: Int32Array;
  readonly names: number;
  readonly prior: readonly [otherList: MilliBits, sameList: MilliBits];
  readonly household: MilliBits;
  readonly clan: MilliBits;
}

/** How often each term is borne, a part: a term is counted once a person. */
export interface TermCounts {
  /** By part and spelling code, as in `TableWeights.rarity`. */
  readonly counts: Float64Array;
  readonly persons: Float64Array;
  /** The chance that two persons agree, by part. */
  readonly chance: Float64Array;
}

export const placeOf = (rows: Int32Array, base: number): number =>
  rows[base + WORD.home]! >= 0 ? rows[base + WORD.home]! : rows[base + WORD.birthPlace]!;

export const rarePart = (part: number): number =>
  part < NAME_WORDS ? part : part === PLACE_PART ? NAME_WORDS : -1;

/** The weights that a model gives, with the rarity of the table's own spellings. */
export function tableWeightsOf(model: LinkModel, terms: TermCounts, names: number): TableWeights {
  const rarity = sharedInts(terms.counts.length);
  for (let part = 0; part < RARE_PARTS; part++) {
    const from = part * names;
    const to = part === NAME_WORDS ? terms.counts.length : from + names;
    const unseen = -toMilliBits(shareOf(0, terms.persons[part]!));
    for (let at = from; at < to; at++) {
      const count = terms.counts[at]!;
      rarity[at] = count === 0 ? unseen : -toMilliBits(shareOf(count, terms.persons[part]!));
    }
  }
  const tables = (['matching', 'brothers', 'cousins'] as const).map((kind) => {
    const table = sharedInts(TABLE_PARTS.length * LEVELS);
    TABLE_PARTS.forEach((part, at) => {
      const known = model.parts[at]!;
      part.levels.forEach((_, level) => {
        const strangers = level === 0 && rarePart(at) >= 0 ? 1 : known.chance[level]!;
        let weight = toMilliBits(known[kind][level]! / strangers);
        const way =
          kind === 'brothers' ? part.amongBrothers : kind === 'cousins' ? part.amongCousins : undefined;
        // Kin who agree as strangers do gain nothing by it, nor by the rarity of what they agree on.
        if (level === 0 && rarePart(at) >= 0 && way === 'as strangers') weight = 0;
        if (level === 0 && way === 'hardly ever') weight = toMilliBits(known.brothers[0]! / known.chance[0]!);
        table[at * LEVELS + level + 1] = weight;
      });
    });
    return table;
  });
  const prior = (share: number): MilliBits => toMilliBits(share / (1 - share));
  return {
    person: tables[0]!,
    brothers: tables[1]!,
    cousins: tables[2]!,
    rarity,
    names,
    prior: [prior(model.matchShare[0]!), prior(model.matchShare[1]!)],
    household: toMilliBits(model.householdShare),
    clan: toMilliBits(model.clanShare),
  };
}

const BROTHERS_SHARE = TABLE_PARTS.map(
  (part, at) =>
    rarePart(at) >= 0 && part.amongBrothers !== 'as strangers' && part.amongBrothers !== 'hardly ever',
);
const COUSINS_SHARE = TABLE_PARTS.map(
  (part, at) => rarePart(at) >= 0 && part.amongCousins !== 'as strangers',
);
const IS_OWN = TABLE_PARTS.map(
  (part) => part.sharedBy === 'own' && !/^name\.(?:given|father|grandfather|family)$/.test(part.part),
);
const WIDTH = TABLE_PARTS.length;
const SHIFTS = Int32Array.from(TABLE_PARTS, (part) => part.shift);
const MASKS = Int32Array.from(TABLE_PARTS, (part) => (1 << part.bits) - 1);

const bitsOf = (parts: readonly boolean[]): number =>
  parts.reduce((bits, isSo, part) => (isSo ? bits | (1 << part) : bits), 0);
const BROTHERS_BITS = bitsOf(BROTHERS_SHARE);
const COUSINS_BITS = bitsOf(COUSINS_SHARE);
const OWN_BITS = bitsOf(IS_OWN);
const RARE_BITS = bitsOf(TABLE_PARTS.map((_, at) => rarePart(at) >= 0));

/** What a pattern weighs without the rarity of what is equal, word by word; and which parts are, that have one. */
const OF = { pattern: 0, all: 1, brothers: 2, cousins: 3, ownEvidence: 4, given: 5, equal: 6 } as const;
const MEMORY_BITS = 12;
/** No pattern: sex has no such level. */
const NO_PATTERN = -1;

/** Few patterns make up most pairs: what one weighs is summed up once, and kept until another takes its place. */
function createPatternMemory({ person, brothers, cousins, prior }: TableWeights) {
  const words = new Int32Array(8 << MEMORY_BITS);
  for (let at = 0; at < words.length; at += 8) words[at] = NO_PATTERN;
  const sumUp = (pattern: number, into: number): void => {
    words.fill(0, into, into + 8);
    words[into] = pattern;
    words[into + OF.all] = prior[pattern >>> SAME_LIST_SHIFT]!;
    for (let part = 0; part < WIDTH; part++) {
      const level = (pattern >>> SHIFTS[part]!) & MASKS[part]!;
      if (level === 0) continue;
      const at = part * LEVELS + level;
      words[into + OF.all]! += person[at]!;
      words[into + OF.brothers]! += brothers[at]!;
      words[into + OF.cousins]! += cousins[at]!;
      if (part === 0) words[into + OF.given] = person[at]!;
      else if (IS_OWN[part]) words[into + OF.ownEvidence]! += person[at]!;
      if (level === 1 && rarePart(part) >= 0) words[into + OF.equal]! |= 1 << part;
    }
  };
  return {
    words,
    /** Where what is known of a pattern stands, until the next is asked for. */
    find(pattern: number): number {
      const at = (Math.imul(pattern, 0x9e3779b1) >>> (32 - MEMORY_BITS)) << 3;
      if (words[at] !== (pattern | 0)) sumUp(pattern | 0, at);
      return at;
    },
  };
}

/** Two kinds of kin that are each less likely take nothing away, in whole thousandths. */
const NO_KIN: MilliBits = -13_000;

/** What the smaller of two adds to the larger where what they are logs of is summed up, by how far it lies below it. */
const ADDED_STEP = 4;
const ADDED_STEPS = 4096;
const ADDED = Float64Array.from(
  { length: ADDED_STEPS + 2 },
  (_, at) => 1000 * Math.log2(1 + 2 ** ((-at * ADDED_STEP) / 1000)),
);

/** `log2(2 ** a + 2 ** b)`, all in thousandths of a bit and to a thousandth of one, for a tenth of what that costs. */
function logOfSum(a: number, b: number): number {
  const below = (a > b ? a - b : b - a) / ADDED_STEP;
  const larger = a > b ? a : b;
  if (below >= ADDED_STEPS) return larger;
  const at = below | 0;
  const least = ADDED[at]!;
  return larger + least + (below - at) * (ADDED[at + 1]! - least);
}

export interface TableScorer {
  readonly parts: number;
  /** Log2 odds of one person, of a pattern that two rows show. */
  weight(pattern: number, rows: Int32Array, a: number, b: number): MilliBits;
  /** Whether that is enough to join two rows, as `isEnough` has it. */
  isEnough(pattern: number, rows: Int32Array, a: number, b: number, rules: ClusteringRules): boolean;
  /** The weights part by part, as `Scorer.weigh` gives them. */
  weigh(pattern: number, rows: Int32Array, a: number, b: number, into: PartWeights): void;
  combine(weights: PartWeights): PairScore;
  /**
   * The least that some edges have, part by part, with the most that speaks for kin; a part that is not given says
   * nothing. Edges lie side by side from one word to another: two rows, weight and pattern.
   */
  least(edges: Int32Array, from: number, to: number, rows: Int32Array): PairScore;
}

interface OwnScorer extends TableScorer {
  /** Whether the pair that was weighed last weighs enough. */
  wasEnough(rules: ClusteringRules): boolean;
}

/** How rare the value is that two rows share in a part: the commoner of their two spellings. */
type Rarity = (part: number, rows: Int32Array, a: number, b: number) => MilliBits;

const rarityOf = ({ rarity, names }: TableWeights): Rarity => {
  return (part, rows, a, b) => {
    const isName = part < NAME_WORDS;
    const from = (isName ? part : NAME_WORDS) * names;
    const codeA = isName ? rows[a + part]! : placeOf(rows, a);
    const codeB = isName ? rows[b + part]! : placeOf(rows, b);
    const first = rarity[from + codeA]!;
    if (codeA === codeB) return first;
    const second = rarity[from + codeB]!;
    return first < second ? first : second;
  };
};

export function createTableScorer(weights: TableWeights, rareOf: Rarity = rarityOf(weights)): OwnScorer {
  const { person, brothers, cousins, prior, household, clan } = weights;
  const kinOf = (sumBrothers: number, sumCousins: number): MilliBits => {
    const ofHousehold = household + sumBrothers;
    const ofClan = clan + sumCousins;
    if (ofHousehold < NO_KIN && ofClan < NO_KIN) return 0;
    return -Math.round(logOfSum(logOfSum(ofHousehold, ofClan), 0));
  };
  const sums = { brothers: 0, cousins: 0, ownEvidence: 0, apartFromKin: 0, weight: 0, kinship: 0 };
  const known = createPatternMemory(weights);
  /** The weight without kin; what kin would weigh stands in `sums` then, with what speaks for the person alone. */
  const weighKinds = (pattern: number, rows: Int32Array, a: number, b: number): MilliBits => {
    const at = known.find(pattern);
    const { words } = known;
    let all = words[at + OF.all]!;
    let ofBrothers = words[at + OF.brothers]!;
    let ofCousins = words[at + OF.cousins]!;
    let ownEvidence = words[at + OF.ownEvidence]!;
    let given = words[at + OF.given]!;
    for (let equal = words[at + OF.equal]!; equal !== 0; equal &= equal - 1) {
      const part = 31 - Math.clz32(equal & -equal);
      const rare = rareOf(part, rows, a, b);
      all += rare;
      if ((BROTHERS_BITS >>> part) & 1) ofBrothers += rare;
      if ((COUSINS_BITS >>> part) & 1) ofCousins += rare;
      if (part === 0) given += rare;
      else if ((OWN_BITS >>> part) & 1) ownEvidence += rare;
    }
    sums.brothers = ofBrothers;
    sums.cousins = ofCousins;
    sums.ownEvidence = ownEvidence;
    sums.apartFromKin = ownEvidence + given;
    return all;
  };
  const sumOf = (partWeights: PartWeights, from: number): number => {
    let sum = 0;
    for (let at = from; at < from + WIDTH; at++) if (partWeights[at] !== NOTHING) sum += partWeights[at]!;
    return sum;
  };
  return {
    parts: WIDTH,
    weight(pattern, rows, a, b) {
      const own = weighKinds(pattern, rows, a, b);
      sums.kinship = kinOf(sums.brothers, sums.cousins);
      sums.weight = own + sums.kinship;
      return sums.weight;
    },
    wasEnough: (rules) =>
      sums.weight >= rules.threshold &&
      sums.ownEvidence >= rules.ownEvidence &&
      sums.apartFromKin >= neededApart(sums.kinship, rules),
    isEnough(pattern, rows, a, b, rules) {
      const own = weighKinds(pattern, rows, a, b);
      if (own < rules.threshold || sums.ownEvidence < rules.ownEvidence) return false;
      const kinship = kinOf(sums.brothers, sums.cousins);
      return own + kinship >= rules.threshold && sums.apartFromKin >= neededApart(kinship, rules);
    },
    weigh(pattern, rows, a, b, into) {
      for (let part = 0; part < WIDTH; part++) {
        const level = (pattern >>> SHIFTS[part]!) & MASKS[part]!;
        if (level === 0) {
          into[part] = into[WIDTH + part] = into[2 * WIDTH + part] = NOTHING;
          continue;
        }
        const at = part * LEVELS + level;
        const rare = level === 1 && rarePart(part) >= 0 ? rareOf(part, rows, a, b) : 0;
        into[part] = person[at]! + rare;
        into[WIDTH + part] = brothers[at]! + (BROTHERS_SHARE[part] ? rare : 0);
        into[2 * WIDTH + part] = cousins[at]! + (COUSINS_SHARE[part] ? rare : 0);
      }
      into[3 * WIDTH] = prior[pattern >>> SAME_LIST_SHIFT]!;
    },
    combine(partWeights) {
      let ownEvidence = 0;
      let given = 0;
      let worst = 0;
      for (let part = 0; part < WIDTH; part++) {
        const weight = partWeights[part]!;
        if (weight === NOTHING) continue;
        if (IS_OWN[part]) ownEvidence += weight;
        if (part === 0) given = weight;
        if (weight < worst) worst = weight;
      }
      const kinship = kinOf(sumOf(partWeights, WIDTH), sumOf(partWeights, 2 * WIDTH));
      const weight = partWeights[3 * WIDTH]! + sumOf(partWeights, 0) + kinship;
      return { weight, ownEvidence, apartFromKin: ownEvidence + given, kinship, worst };
    },
    least(edges, from, to, rows) {
      let all = Number.MAX_SAFE_INTEGER;
      for (let edge = from; edge < to; edge += 4) {
        const own = prior[edges[edge + 3]! >>> SAME_LIST_SHIFT]!;
        if (own < all) all = own;
      }
      let ofBrothers = 0;
      let ofCousins = 0;
      let ownEvidence = 0;
      let given = 0;
      let worst = 0;
      for (let part = 0; part < WIDTH; part++) {
        const shift = SHIFTS[part]!;
        const mask = MASKS[part]!;
        let least = Number.MAX_SAFE_INTEGER;
        let mostOfBrothers = Number.MIN_SAFE_INTEGER;
        let mostOfCousins = Number.MIN_SAFE_INTEGER;
        for (let edge = from; edge < to; edge += 4) {
          const level = (edges[edge + 3]! >>> shift) & mask;
          // In a row of the tables the first stands for what is missing: it weighs nothing.
          const at = part * LEVELS + level;
          const rare =
            level === 1 && (RARE_BITS >>> part) & 1
              ? rareOf(part, rows, edges[edge]! * ROW_WORDS, edges[edge + 1]! * ROW_WORDS)
              : 0;
          const own = person[at]! + rare;
          const brother = brothers[at]! + ((BROTHERS_BITS >>> part) & 1 ? rare : 0);
          const cousin = cousins[at]! + ((COUSINS_BITS >>> part) & 1 ? rare : 0);
          if (own < least) least = own;
          if (brother > mostOfBrothers) mostOfBrothers = brother;
          if (cousin > mostOfCousins) mostOfCousins = cousin;
        }
        all += least;
        ofBrothers += mostOfBrothers;
        ofCousins += mostOfCousins;
        if (part === 0) given = least;
        if ((OWN_BITS >>> part) & 1) ownEvidence += least;
        if (least < worst) worst = least;
      }
      const kinship = kinOf(ofBrothers, ofCousins);
      return { weight: all + kinship, ownEvidence, apartFromKin: ownEvidence + given, kinship, worst };
    },
  };
}
