import { type ClusteringRules, neededApart } from '../clustering.ts';
import type { LinkModel } from '../link-model.ts';
import { type MilliBits, NOTHING, type PairScore, type PartWeights, toMilliBits } from '../score.ts';
import { shareOf } from '../term-frequency.ts';
import { NAME_WORDS, sharedInts, WORD } from './row-layout.ts';
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

/** Two kinds of kin that are each less likely take nothing away, in whole thousandths. */
const NO_KIN: MilliBits = -13_000;

export interface TableScorer {
  readonly parts: number;
  /** Log2 odds of one person, of a pattern that two rows show. */
  weight(pattern: number, rows: Int32Array, a: number, b: number): MilliBits;
  /** Whether that is enough to join two rows, as `isEnough` has it. */
  isEnough(pattern: number, rows: Int32Array, a: number, b: number, rules: ClusteringRules): boolean;
  /** The weights part by part, as `Scorer.weigh` gives them. */
  weigh(pattern: number, rows: Int32Array, a: number, b: number, into: PartWeights): void;
  combine(weights: PartWeights): PairScore;
}

interface OwnScorer extends TableScorer {
  /** Whether the pair that was weighed last weighs enough. */
  wasEnough(rules: ClusteringRules): boolean;
}

/** How rare the value is that two rows share in a part: the commoner of their two spellings. */
type Rarity = (part: number, rows: Int32Array, a: number, b: number) => MilliBits;

const rarityOf = ({ rarity, names }: TableWeights): Rarity => {
  return (part, rows, a, b) => {
    if (part < NAME_WORDS) {
      const first = rarity[part * names + rows[a + part]!]!;
      const second = rarity[part * names + rows[b + part]!]!;
      return first < second ? first : second;
    }
    const base = NAME_WORDS * names;
    const first = rarity[base + placeOf(rows, a)]!;
    const second = rarity[base + placeOf(rows, b)]!;
    return first < second ? first : second;
  };
};

export function createTableScorer(weights: TableWeights, rareOf: Rarity = rarityOf(weights)): OwnScorer {
  const { person, brothers, cousins, prior, household, clan } = weights;
  const kinOf = (sumBrothers: number, sumCousins: number): MilliBits => {
    const ofHousehold = household + sumBrothers;
    const ofClan = clan + sumCousins;
    if (ofHousehold < NO_KIN && ofClan < NO_KIN) return 0;
    return -Math.round(1000 * Math.log2(1 + 2 ** (ofHousehold / 1000) + 2 ** (ofClan / 1000)));
  };
  const sums = { brothers: 0, cousins: 0, ownEvidence: 0, apartFromKin: 0, weight: 0, kinship: 0 };
  /** The weight without kin; what kin would weigh stands in `sums` then, with what speaks for the person alone. */
  const weighKinds = (pattern: number, rows: Int32Array, a: number, b: number): MilliBits => {
    let all = prior[pattern >>> SAME_LIST_SHIFT]!;
    let ofBrothers = 0;
    let ofCousins = 0;
    let ownEvidence = 0;
    let given = 0;
    for (let part = 0; part < WIDTH; part++) {
      const level = (pattern >>> SHIFTS[part]!) & MASKS[part]!;
      if (level === 0) continue;
      const at = part * LEVELS + level;
      let own = person[at]!;
      ofBrothers += brothers[at]!;
      ofCousins += cousins[at]!;
      if (level === 1 && (part < NAME_WORDS || part === PLACE_PART)) {
        const rare = rareOf(part, rows, a, b);
        own += rare;
        if (BROTHERS_SHARE[part]) ofBrothers += rare;
        if (COUSINS_SHARE[part]) ofCousins += rare;
      }
      all += own;
      if (part === 0) given = own;
      else if (IS_OWN[part]) ownEvidence += own;
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
  };
}
