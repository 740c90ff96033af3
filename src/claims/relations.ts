import type { ClaimId, ClaimRelationType } from '../model/index.ts';
import { THE_CLAIMS } from './answers.ts';
import { relateCeilings } from './ceilings.ts';
import { relateMatters } from './matter-relations.ts';
import { familyOf, growsWithTime, isDefinite, kindOf } from './measure-families.ts';
import type { Period } from './period.ts';
import { samePeriod } from './period.ts';
import { disagree, narrows, type Quantity } from './quantity.ts';
import type { Said } from './said.ts';
import type { Rarity, Wording } from './wording.ts';
import { likelyPairs, likeness, wordingOf } from './wording.ts';

/** What is known of a claim when claims are held against each other. */
export interface Side {
  readonly id: ClaimId;
  readonly measure?: string;
  readonly unit?: string;
  readonly quantity?: Quantity;
  readonly place?: string;
  readonly period: Period;
  readonly mentions: readonly Said[];
  /** Origins that assert it. */
  readonly voices: ReadonlySet<string>;
  readonly sense: 'affirmed' | 'negated';
  readonly text: Wording;
  /** The matters that its mentions speak of. */
  readonly matters: ReadonlySet<string>;
  /** The matters that any of its words affirm, also those of which nobody else speaks. */
  readonly affirmed: ReadonlySet<string>;
  /** The matters of which it says how many. */
  readonly counted: ReadonlySet<string>;
}

export interface Relation {
  readonly from: ClaimId;
  readonly type: ClaimRelationType;
  readonly to: ClaimId;
}

/** How many claims of one family and place are held against each other, those with most mentions first. */
const FAMILY_WITHIN = 150;
const SAME_NUMBER_WITHIN = 40;
/** Numbers below this meet by chance all the time. */
const TELLING_NUMBER = 20;
/** How like two wordings must be for one to answer the other. */
const ABOUT_THE_SAME = 0.4;
/** A denial of "the claims" reaches back so many statements in its report. */
const REACH = 4;

/** Everything that claims may be to each other, suggested for a person to confirm. */
export function relationsOf(sides: readonly Side[], rarity: Rarity): Relation[] {
  const found = new Map<string, Relation>();
  const add = (from: Side, type: ClaimRelationType, to: Side): void => {
    if (from.id !== to.id) found.set(`${from.id} ${type} ${to.id}`, { from: from.id, type, to: to.id });
  };
  withinFamilies(sides, add);
  sameNumbers(sides, add);
  oppositeWords(sides, rarity, add);
  denialsOfWhatWasSaid(sides, rarity, add);
  rumoursAnswered(sides, add);
  relateMatters(sides, add);
  relateCeilings(sides, add);
  return [...found.values()];
}

export type Add = (from: Side, type: ClaimRelationType, to: Side) => void;

const blocksOf = (sides: readonly Side[], key: (side: Side) => string | undefined): Side[][] => {
  const blocks = new Map<string, Side[]>();
  for (const side of sides) {
    const name = key(side);
    if (name === undefined) continue;
    const block = blocks.get(name);
    if (block) block.push(side);
    else blocks.set(name, [side]);
  }
  return [...blocks.values()].map((block) =>
    block.sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1)),
  );
};

function withinFamilies(sides: readonly Side[], add: Add): void {
  const counted = (side: Side): string | undefined =>
    side.quantity && side.measure && isDefinite(side.measure)
      ? `${familyOf(side.measure)}|${side.unit}`
      : undefined;
  for (const family of blocksOf(sides, counted)) {
    const unplaced = family.filter(({ place }) => place === undefined);
    for (const block of [...blocksOf(family, ({ place }) => place), unplaced]) {
      const near = block.slice(0, FAMILY_WITHIN);
      for (let i = 0; i < near.length; i++)
        for (let j = i + 1; j < near.length; j++) relate(near[i]!, near[j]!, add);
    }
    const widely = family.filter(({ place }) => place !== undefined).slice(0, FAMILY_WITHIN);
    for (const side of unplaced.slice(0, FAMILY_WITHIN)) for (const other of widely) relate(side, other, add);
  }
}

function relate(a: Side, b: Side, add: Add): void {
  const [x, y] = [a.quantity!, b.quantity!];
  if (x.added !== y.added && samePlaceAndOutlet(a, b)) {
    if (x.added) add(a, 'increment-of', b);
    else add(b, 'increment-of', a);
    return;
  }
  if (!samePeriod(a.period, b.period)) {
    if (a.measure === b.measure && (a.period.kind === 'period' || b.period.kind === 'period')) {
      add(a, 'different-window', b);
      add(b, 'different-window', a);
    }
    return;
  }
  if (x.added || y.added || x.part || y.part || x.negated || y.negated) return;
  const revised = gaveWay(a, b) ? 1 : gaveWay(b, a) ? -1 : 0;
  if (revised > 0 && !settles(x, y)) add(a, 'supersedes', b);
  else if (revised < 0 && !settles(y, x)) add(b, 'supersedes', a);
  if (x.kind === 'all' || y.kind === 'all') return;
  if (disagree(x, y)) {
    if (revised !== 0) return;
    const [earlier, later] = firstDay(a) <= firstDay(b) ? [a, b] : [b, a];
    if (a.measure === b.measure && growsWithTime(a.measure!) && firstDay(earlier) < firstDay(later)) {
      if (later.quantity!.low > earlier.quantity!.low) {
        add(later, 'refines', earlier);
        return;
      }
    }
    // One voice that counts two parts of a thing does not contradict itself.
    if ([...a.voices].some((voice) => b.voices.has(voice)) && firstDay(a) === firstDay(b)) return;
    add(a, 'contradicts', b);
    add(b, 'contradicts', a);
  } else if (a.measure === b.measure && settles(x, y)) add(a, 'refines', b);
  else if (a.measure === b.measure && settles(y, x)) add(b, 'refines', a);
}

/** True where `x` says more exactly what `y` says. */
const settles = (x: Quantity, y: Quantity): boolean =>
  narrows(x, y) || (x.kind === 'number' && y.kind === 'vague' && !disagree(x, y));

const firstDay = (side: Side): string => side.mentions.map(({ day }) => day ?? '9999').sort()[0] ?? '9999';

const samePlaceAndOutlet = (a: Side, b: Side): boolean => {
  const outlets = new Set(a.mentions.map(({ record }) => record.outlet));
  return b.mentions.some(({ record }) => outlets.has(record.outlet));
};

/** True where an outlet that carried `b` says `a` in a later report, and in that report no longer asserts `b`. */
function gaveWay(a: Side, b: Side): boolean {
  const asserting = (said: Said): boolean => said.statement.stance !== 'denies';
  const still = new Set(b.mentions.filter(asserting).map(({ record }) => record.id));
  // What stood side by side in one report did not give way to one another.
  if (a.mentions.some((said) => asserting(said) && still.has(said.record.id))) return false;
  const before = new Map<string, string>();
  const momentOf = ({ updated, published }: Said['record']): string => updated ?? published ?? '';
  for (const { record } of b.mentions.filter(asserting)) {
    const known = before.get(record.outlet);
    const at = momentOf(record);
    if (at !== '' && (known === undefined || at < known)) before.set(record.outlet, at);
  }
  return a.mentions.some(({ record, statement }) => {
    const at = before.get(record.outlet);
    return (
      statement.stance !== 'denies' && at !== undefined && momentOf(record) > at && !still.has(record.id)
    );
  });
}

const mayBeOne = (a: Side, b: Side): boolean =>
  a.unit === b.unit &&
  (a.measure === b.measure || kindOf(a.measure!) === kindOf(b.measure!) || !isDefinite(a.measure!));

/** The same number about another thing: a trap for whoever counts, so it is said out loud. */
function sameNumbers(sides: readonly Side[], add: Add): void {
  const number = (side: Side): string | undefined =>
    side.quantity?.kind === 'number' && (side.quantity.value ?? 0) >= TELLING_NUMBER
      ? String(side.quantity.value)
      : undefined;
  for (const block of blocksOf(sides, number)) {
    const near = block.slice(0, SAME_NUMBER_WITHIN);
    for (let i = 0; i < near.length; i++)
      for (let j = i + 1; j < near.length; j++) {
        const [a, b] = [near[i]!, near[j]!];
        if (a.quantity!.negated !== b.quantity!.negated) {
          const [denial, number] = a.quantity!.negated ? [a, b] : [b, a];
          if (mayBeOne(denial, number)) add(denial, 'denies', number);
          continue;
        }
        const otherThing = a.measure !== b.measure || a.unit !== b.unit;
        const otherPlace = a.place !== undefined && b.place !== undefined && a.place !== b.place;
        if (!otherThing && !otherPlace) continue;
        add(a, 'same-number-different-thing', b);
        add(b, 'same-number-different-thing', a);
      }
  }
}

/** Two claims in like words, one of which says that it is not so. */
function oppositeWords(sides: readonly Side[], rarity: Rarity, add: Add): void {
  const worded = sides.filter(({ measure }) => measure === undefined || !isDefinite(measure));
  const texts = worded.map(({ text }) => text);
  for (const [i, j] of likelyPairs(texts, rarity)) {
    const [a, b] = [worded[i]!, worded[j]!];
    if (a.place !== undefined && b.place !== undefined && a.place !== b.place) continue;
    if (a.sense === b.sense || likeness(texts[i]!, texts[j]!, rarity) < ABOUT_THE_SAME) continue;
    add(a, 'contradicts', b);
    add(b, 'contradicts', a);
  }
}

/** A word that stands in more texts than this is no sign that two sentences speak of one matter. */
const COMMON_WORD = 8;

/**
 * "The government dismissed the claims": they are what the report has just told on another's word, as far back as that
 * one went on speaking, and whatever else it has just told in the same rarer words.
 */
function denialsOfWhatWasSaid(sides: readonly Side[], rarity: Rarity, add: Add): void {
  const told = toldOf(sides);
  for (const side of sides)
    for (const denial of side.mentions) {
      const { stance, figure, quote, chain } = denial.statement;
      if (stance !== 'denies' || figure || !THE_CLAIMS.test(quote)) continue;
      const speakers = wordingOf(chain.join(' ')).words;
      const words = [...wordingOf(quote).words].filter(
        (word) => rarity.frequency(word) <= COMMON_WORD && !speakers.has(word),
      );
      let speaker: string | undefined;
      let running = true;
      let steps = 0;
      for (let back = denial.at - 1; steps < REACH; back--) {
        const before = told.get(back);
        if (!before || before.said.record.id !== denial.record.id) break;
        if (before.said.part && before.said.matter !== 'hidden-room') continue;
        steps++;
        const last = before.said.statement.chain.at(-1);
        if (last === chain.at(-1) || before.said.statement.stance === 'denies') running = false;
        speaker ??= last;
        if (last !== speaker) running = false;
        const text = wordingOf(before.said.statement.quote);
        if (running || words.some((word) => text.words.has(word))) add(side, 'denies', before.side);
      }
    }
}

const toldOf = (sides: readonly Side[]): Map<number, { side: Side; said: Said }> => {
  const told = new Map<number, { side: Side; said: Said }>();
  for (const side of sides) for (const said of side.mentions) told.set(said.at, { side, said });
  return told;
};

const GOES_ON = /^["“«]?(?:he|she|it|they|the \p{L}+|هو|هي|هم|وقد|وكان)\b/iu;

/** What a report passes on as hearsay and then follows with what it says itself of the same one: the latter stands. */
function rumoursAnswered(sides: readonly Side[], add: Add): void {
  const told = toldOf(sides);
  for (const { side, said } of told.values()) {
    const { stance, figure } = said.statement;
    const next = told.get(said.at + 1);
    if (stance !== 'unverified' || figure || !next || next.said.record.id !== said.record.id) continue;
    const answer = next.said.statement;
    if (answer.stance === 'asserts' && !answer.figure && !answer.headline && GOES_ON.test(answer.quote))
      add(next.side, 'supersedes', side);
  }
}
