import type { Reason } from '../model/index.ts';
import { birthYearOf, type CodedRows } from './coded-rows.ts';
import { MISSING } from './levels.ts';
import type { ComparedSlot } from './name-slots.ts';
import type { FoundPlaces } from './place-finder.ts';
import type { QueryWord } from './query.ts';
import { LIKENESS } from './spellings.ts';
import type { TokenMatch } from './token-weights.ts';

/** A query with everything looked up that does not hang on the row. */
export interface PreparedQuery {
  readonly words: readonly (QueryWord & {
    readonly matches: ReadonlyMap<number, TokenMatch>;
    /** The places that the word may mean; looked up only where no name answers. */
    readonly places: () => FoundPlaces;
  })[];
  readonly birthYear?: number;
  readonly place?: { readonly written: string; readonly found: FoundPlaces };
}

/** How well one row answers a query. Weights in bits. */
export interface RowAnswer {
  readonly row: number;
  readonly weight: number;
  readonly reasons: readonly Reason[];
  /** Words that equal a name of the row. */
  readonly agreed: number;
  readonly contradicted: number;
  readonly beyondName: number;
}

const SEARCHED: readonly ComparedSlot[] = [
  'given',
  'father',
  'grandfather',
  'family',
  'mother',
  'mother-family',
];
/** The first four are the person's own. */
const OWN = 4;
const CONTRADICTED = -5;
const NOT_ON_THE_ROW = -0.5;
const IN_ITS_PLACE = 1.5;
const OUT_OF_PLACE = -1;
const OF_THE_MOTHER = -4;

/**
 * Sets the words of the query against the names of a row, each name answering one word, the weightiest first and in any
 * order. A word that no name answers speaks against the row, unless the row has fewer names than were asked for.
 */
export function answerOf(coded: CodedRows, query: PreparedQuery, row: number): RowAnswer {
  const reasons: Reason[] = [];
  const pairs = query.words.flatMap((word, at) =>
    SEARCHED.flatMap((slot, place) => {
      const match = word.matches.get(coded.slots[slot][row]!);
      if (match === undefined) return [];
      const fits = word.slot === slot ? IN_ITS_PLACE : place >= OWN ? OF_THE_MOTHER : OUT_OF_PLACE;
      return [{ at, place, slot, match, weight: Math.max(0.1, match.weight + fits) }];
    }),
  );
  pairs.sort((x, y) => y.weight - x.weight || x.at - y.at || x.place - y.place);
  const answered = new Set<number>();
  const taken = new Set<number>();
  let weight = 0;
  let agreed = 0;
  for (const { at, place, slot, match, weight: worth } of pairs) {
    if (answered.has(at) || taken.has(place)) continue;
    answered.add(at);
    taken.add(place);
    weight += worth;
    if (match.likeness === LIKENESS.equal) agreed++;
    reasons.push({
      part: `name.${slot}`,
      a: query.words[at]!.written,
      b: coded.names.values[coded.slots[slot][row]!]!,
      outcome: match.likeness === LIKENESS.equal ? 'agree' : 'near',
      weight: worth,
      commonness: match.share * 1000,
    });
  }

  const free = SEARCHED.slice(0, OWN).filter(
    (slot, place) => coded.slots[slot][row]! >= 0 && !taken.has(place),
  );
  let contradicted = 0;
  let beyondName = 0;
  query.words.forEach((word, at) => {
    if (answered.has(at)) return;
    const here = homesOf(coded, row).find((code) => word.places().codes.has(code));
    if (here !== undefined) {
      const worth = placeWeight(word.places());
      weight += worth;
      beyondName += worth;
      reasons.push({
        part: 'place',
        a: word.written,
        b: coded.places.values[here]!,
        outcome: 'agree',
        weight: worth,
      });
      return;
    }
    const slot = free.find((candidate) => candidate === word.slot) ?? free.at(-1);
    if (slot === undefined) {
      weight += NOT_ON_THE_ROW;
      reasons.push({
        part: `name.${word.slot}`,
        a: word.written,
        outcome: 'missing',
        weight: NOT_ON_THE_ROW,
      });
      return;
    }
    free.splice(free.indexOf(slot), 1);
    contradicted++;
    weight += CONTRADICTED;
    const b = coded.names.values[coded.slots[slot][row]!]!;
    reasons.push({ part: `name.${slot}`, a: word.written, b, outcome: 'contradict', weight: CONTRADICTED });
  });

  const further = [
    ...(query.birthYear === undefined ? [] : [birthReason(coded, query.birthYear, row)]),
    ...(query.place === undefined ? [] : [placeReason(coded, query.place, row)]),
  ];
  for (const reason of further) {
    reasons.push(reason);
    weight += reason.weight;
    beyondName += reason.weight;
  }
  return { row, weight, reasons, agreed, contradicted, beyondName };
}

const homesOf = (coded: CodedRows, row: number): number[] =>
  [coded.home[row]!, coded.birthPlace[row]!].filter((code) => code !== MISSING);

const placeWeight = (found: FoundPlaces): number => Math.max(0.3, Math.log2(0.8 / found.share));

function placeReason(
  coded: CodedRows,
  { written, found }: { readonly written: string; readonly found: FoundPlaces },
  row: number,
): Reason {
  const homes = homesOf(coded, row);
  const part = 'place';
  if (homes.length === 0) return { part, a: written, outcome: 'missing', weight: 0 };
  const here = homes.find((code) => found.codes.has(code));
  const b = coded.places.values[here ?? homes[0]!]!;
  return here === undefined
    ? { part, a: written, b, outcome: 'contradict', weight: -2.5 }
    : { part, a: written, b, outcome: 'agree', weight: placeWeight(found) };
}

/** A remembered year is often one off; an age on a list more so. */
function birthReason(coded: CodedRows, year: number, row: number): Reason {
  const born = birthYearOf(coded, row);
  const part = 'birth.date';
  const a = String(year);
  if (Number.isNaN(born)) return { part, a, outcome: 'missing', weight: 0 };
  const b = String(Math.floor(born));
  const apart = Math.abs(born - year - 0.5);
  if (apart <= 0.6) return { part, a, b, outcome: 'agree', weight: 4.5 };
  if (apart <= 1.6) return { part, a, b, outcome: 'near', weight: 2.5 };
  if (apart <= 4) return { part, a, b, outcome: 'near', weight: -1 };
  return { part, a, b, outcome: 'contradict', weight: -5 };
}
