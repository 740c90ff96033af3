import type { CodedRows } from './coded-rows.ts';
import { codedPlace, createGazetteer } from './coded-values.ts';
import { LIKENESS, likenessOf, prepareSpelling } from './spellings.ts';

/** The codes of places that a text means, and the share of rows that have one of them. */
export interface FoundPlaces {
  readonly codes: ReadonlySet<number>;
  readonly share: number;
}

const MOST_REMEMBERED = 500;

/** Finds a typed place among the places of the rows, by knowledge or by likeness across scripts. */
export function createPlaceFinder(
  coded: CodedRows,
  added: readonly (readonly string[])[] | undefined,
): (text: string) => FoundPlaces {
  const identity = createGazetteer(added);
  const { places } = coded;
  const rows = new Int32Array(places.values.length);
  for (let row = 0; row < coded.count; row++) {
    const home = coded.home[row]!;
    const birth = coded.birthPlace[row]!;
    if (home >= 0) rows[home]!++;
    if (birth >= 0 && birth !== home) rows[birth]!++;
  }
  const found = new Map<string, FoundPlaces>();
  const find = (text: string): FoundPlaces => {
    const key = codedPlace(text);
    const known = identity(key);
    const meant = prepareSpelling(key);
    const codes = new Set<number>();
    let held = 0;
    places.values.forEach((value, code) => {
      const other = identity(value);
      const same =
        known !== undefined && other !== undefined
          ? known === other
          : likenessOf(meant, places.spelling(code)) <= LIKENESS.near;
      if (!same) return;
      codes.add(code);
      held += rows[code]!;
    });
    return { codes, share: (held + 0.5) / (coded.count + 20) };
  };
  return (text) => {
    let places = found.get(text);
    if (places === undefined) {
      places = find(text);
      if (found.size >= MOST_REMEMBERED) found.clear();
      found.set(text, places);
    }
    return places;
  };
}
