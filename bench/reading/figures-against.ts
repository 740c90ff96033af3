import type { Figure, ReportStatement, Span } from '../../src/model/index.ts';
import { MEASURE_FAMILIES, type Measure } from '../../src/reading/index.ts';
import { measureOf } from './gold-measures.ts';

export interface GoldFigure extends Span {
  readonly value: number | null;
  readonly high?: number;
  readonly op: string;
  readonly unit?: string;
}
export interface GoldProposition {
  readonly id: string;
  readonly measure: string;
  readonly place: string | null;
}

type Read = Pick<ReportStatement, 'figure' | 'place'>;

const WRITTEN: Readonly<Record<string, string>> = {
  'year(age)': 'year',
  entry: 'document',
  name: 'document',
  file: 'document',
  kg: 'kilo',
  kilogram: 'kilo',
};
const unit = (theirs: string): string => {
  const name = theirs.toLowerCase();
  return WRITTEN[name] ?? name;
};
const words = (name: string): string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^(?:the|prison|camp|jail|near|from|town)$/.test(word));
const isArabic = (name: string): boolean => /\p{Script=Arabic}/u.test(name);

/**
 * How many figures that both have are read as annotated: value, operator, unit, and what is counted (the measure, and
 * its family), where the annotation's words for it are known to `gold-measures.ts`; and where: a place read that shares
 * no word with the annotated one is another, none is left out (`claims` then takes the report's main place). Places are
 * held against each other in one script only.
 */
export function figuresAgainst(): {
  add(claim: string, gold: GoldFigure, about: readonly GoldProposition[], read: Read): void;
  line(): string;
  misses(): readonly string[];
} {
  const right = new Map<string, [right: number, all: number]>();
  const misses: string[] = [];
  const count = (what: string, is: boolean): void => {
    const [yes, all] = right.get(what) ?? [0, 0];
    right.set(what, [yes + Number(is), all + 1]);
  };
  return {
    add(claim, gold, about, read) {
      const figure = read.figure as Figure;
      const told = (what: string, theirs: unknown, ours: unknown): void => {
        misses.push(`${claim} ${what}: ${String(theirs)} / ${String(ours)}`);
      };
      const hold = (what: string, is: boolean, theirs: unknown, ours: unknown): void => {
        count(what, is);
        if (!is) told(what, theirs, ours);
      };
      if (gold.value !== null) hold('value', figure.value === gold.value, gold.value, figure.value);
      hold('operator', figure.op === gold.op, gold.op, figure.op);
      if (gold.unit) hold('unit', unit(gold.unit) === unit(figure.unit ?? ''), gold.unit, figure.unit);
      const known = about.filter(({ measure }) => measureOf(measure) !== undefined);
      const measures = known.map(({ measure }) => measureOf(measure)!);
      const family = (measure: string): string => MEASURE_FAMILIES[measure as Measure] ?? measure;
      if (measures.length > 0) {
        hold(
          'measure',
          measures.includes(figure.measure),
          known.map((each) => each.measure),
          figure.measure,
        );
        count(
          'its family',
          measures.some((each) => family(each) === family(figure.measure)),
        );
      }
      const places = about.flatMap(({ place }) => (place === null ? [] : [place]));
      if (places.length === 0) return;
      const { place } = read;
      count('place left out', place === undefined);
      if (place === undefined || isArabic(place) !== isArabic(places[0]!)) return;
      const own = words(place);
      hold(
        'place',
        places.some((each) => words(each).some((word) => own.includes(word))),
        places,
        place,
      );
    },
    line: () =>
      `figures as annotated    ${[...right].map(([what, [yes, all]]) => `${what} ${yes}/${all} ${(yes / all).toFixed(3)}`).join(', ')}`,
    misses: () => misses,
  };
}
