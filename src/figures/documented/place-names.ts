import { foldName, nameSkeleton } from '../../names/index.ts';

/** Shorter skeletons are shared by too many places. */
const LEAST_LETTERS = 3;

/**
 * One name for each place of a case, the one most often written: spellings of both scripts are taken as one place where
 * their consonants are the same and the Arabic script has one spelling for them. Two places that are spelled apart in
 * Arabic stay two.
 *
 * @returns the name to count a written place under
 */
export function placeNames(written: Iterable<string>): (place: string) => string {
  const times = new Map<string, number>();
  for (const place of written) times.set(place, (times.get(place) ?? 0) + 1);

  const arabicOf = new Map<string, Set<string>>();
  for (const place of times.keys())
    if (ARABIC.test(place)) {
      const skeleton = nameSkeleton(place);
      arabicOf.set(skeleton, (arabicOf.get(skeleton) ?? new Set()).add(foldName(place)));
    }
  const keyOf = (place: string): string => {
    const skeleton = nameSkeleton(place);
    const oneSpelling = (arabicOf.get(skeleton)?.size ?? 0) <= 1;
    return skeleton.length >= LEAST_LETTERS && oneSpelling ? skeleton : foldName(place);
  };

  const nameOf = new Map<string, string>();
  const ordered = [...times].sort(([one, a], [other, b]) => b - a || one.localeCompare(other));
  for (const [place] of ordered) {
    const key = keyOf(place);
    if (!nameOf.has(key)) nameOf.set(key, place);
  }
  return (place) => nameOf.get(keyOf(place)) ?? place;
}

const ARABIC = /[\u0621-\u064a]/;
