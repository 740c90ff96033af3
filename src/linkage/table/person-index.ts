import type { Verdict } from '../../model/index.ts';
import { codedPlace, createGazetteer } from '../coded-values.ts';
import type { LinkRow } from '../link-row.ts';
import { type FindQuery, readQuery } from '../query.ts';
import { prepareSpelling } from '../spellings.ts';
import { NO_CLASSES } from './growing-classes.ts';
import { createGrowingRows } from './growing-rows.ts';
import type { IndexContents } from './index-file.ts';
import { createQueryGathering } from './query-gathering.ts';
import {
  type AnsweredWord,
  createRowAnswers,
  MOST_READ,
  type RowsSince,
  type RowWeight,
  SLOTS,
} from './row-answers.ts';
import { createWordReader } from './sought-word.ts';
import { textHash } from './spelling-table.ts';
import { drawnRows } from './warming.ts';

export interface IndexHit {
  readonly row: number;
  readonly person: number;
  /** 0 to 1: the chance that this row is the person meant and not a namesake. */
  readonly score: number;
  /** A bare name never ends as `same`. */
  readonly verdict: Verdict;
  /** Weight of each word of the query and what answered it, in bits. */
  readonly words: readonly AnsweredWord[];
}

interface Weighed extends RowWeight {
  readonly at: number;
  readonly row: number;
}

/** Rows that are read before it is asked again whether more are wanted. */
const READ_AT_ONCE = 64;
const MOST_HITS = 464;
const AHEAD = 5;
/** Rows of the index that are asked for once at the beginning. */
const DRAWN = 60;
/** Weights are sorted together with places below this. */
const PLACES = 2 * MOST_READ;

const nothingSince = (index: IndexContents): RowsSince => ({
  rows: createGrowingRows(index, index.names, index.places),
  names: index.names,
  places: index.places,
  classes: NO_CLASSES,
  personOf: (row) => index.person[row]!,
  walk: () => {},
});

/**
 * Looks names up in an index, in any script and order, parts missing, with a year or a place. A register finds the rows
 * that came after too, by their own consonants.
 */
export function createFinder(
  index: IndexContents,
  since: RowsSince = nothingSince(index),
): (asked: string | FindQuery, top: number) => IndexHit[] {
  const population = Math.log2(Math.max(1000, index.rowCount));
  const identity = createGazetteer(index.about.model.gazetteer);
  const wordOf = createWordReader({ ...index, names: since.names }, since.classes);
  const gather = createQueryGathering(index.postings, since);
  const answers = createRowAnswers(since);
  const order = new Float64Array(MOST_READ);

  const placeClass = (text: string): number => {
    const key = codedPlace(text);
    const known = identity(key);
    return known === undefined ? textHash(prepareSpelling(key).skeleton) : textHash(`${known}`);
  };

  const find = (asked: string | FindQuery, top: number): IndexHit[] => {
    const { words, birthYear, place } = readQuery(asked);
    if (words.length === 0 || !(top >= 1)) return [];
    const query = {
      words: words.map((word) => ({
        ...wordOf(word),
        written: word.written,
        slot: Math.max(0, SLOTS.indexOf(word.slot)),
      })),
      birthYear,
      place: place === undefined ? 0 : placeClass(place),
    };
    const wanted = Math.min(Math.trunc(top), MOST_HITS);
    const { rows, most } = gather(query, wanted);
    answers.begin(query);
    const found: Weighed[] = [];
    const isIn = (weight: number): boolean =>
      weight > (found.length < wanted ? 0 : found[wanted - 1]!.weight);
    // Those that seem best are compared letter by letter first, so that few others have to be.
    for (let read = 0; read < rows.length && isIn(most[read]!); ) {
      const to = Math.min(rows.length, read + READ_AT_ONCE);
      answers.read(rows, read, to);
      let waiting = 0;
      for (; read < to; read++) {
        const weight = answers.rough(read);
        if (isIn(weight)) order[waiting++] = -Math.round(weight * 1000) * PLACES + read;
      }
      order.subarray(0, waiting).sort();
      for (let rank = 0; rank < waiting; rank++) {
        const at = placeOf(order[rank]!);
        if (!isIn(answers.rough(at))) continue;
        insertByWeight(found, { at, row: rows[at]!, ...answers.full(at) });
        if (found.length > wanted + 1) found.pop();
      }
    }
    return found
      .slice(0, wanted)
      .filter(({ weight }) => weight > 0)
      .map((hit, rank): IndexHit => {
        const score = 1 / (1 + 2 ** (population - hit.weight));
        const ahead = rank > 0 ? 0 : hit.weight - Math.max(0, found[1]?.weight ?? 0);
        const sure =
          score >= 0.99 && ahead >= AHEAD && hit.agreed >= 3 && hit.contradicted === 0 && hit.beyond >= 4;
        const told: AnsweredWord[] = [];
        answers.full(hit.at, told);
        return {
          row: hit.row,
          person: since.personOf(hit.row),
          score,
          verdict: sure ? 'same' : score >= 0.02 ? 'possible' : 'different',
          words: told,
        };
      });
  };
  for (const { given } of drawnRows(index, DRAWN)) find(asAsked(given.fields), 10);
  return find;
}

/** As one asks for a row: its names but for what is seldom known, and the year. */
const asAsked = (fields: LinkRow['fields']): FindQuery => ({
  name: ASKED.flatMap((slot) => fields[slot] ?? []).join(' '),
  ...(fields['birth.date'] === undefined ? {} : { birthYear: Number(fields['birth.date'].slice(0, 4)) }),
});
const ASKED = ['name.given', 'name.father', 'name.family'] as const;

const placeOf = (entry: number): number => ((entry % PLACES) + PLACES) % PLACES;

function insertByWeight(found: Weighed[], hit: Weighed): void {
  let at = found.length;
  while (at > 0 && isBefore(hit, found[at - 1]!)) at--;
  found.splice(at, 0, hit);
}
const isBefore = (x: Weighed, y: Weighed): boolean =>
  x.weight > y.weight || (x.weight === y.weight && x.row < y.row);
