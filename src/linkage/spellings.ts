import { compareTokens, nameSkeleton } from '../names/index.ts';
import { createDictionary, type Dictionary, rememberPairs } from './dictionary.ts';
import { isOneEditApart, jaroWinkler } from './string-likeness.ts';

/** How two spellings stand to each other, the nearest first. */
export const LIKENESS = { equal: 0, near: 1, loose: 2, far: 3 } as const;

/** Distinct spellings of one kind (names, or places), each compared with each other at most once. */
export interface Spellings extends Dictionary {
  /** Consonant skeleton shared by both scripts, without spaces. */
  skeleton(code: number): string;
  likeness(a: number, b: number): number;
}

const ARABIC = /\p{Script=Arabic}/u;
const LONGEST_COMPARED = 40;

/**
 * Names, compared across scripts. `identity` gives spellings that are one thing by knowledge rather than by likeness.
 */
export function createSpellings(identity?: (value: string) => number | undefined): Spellings {
  const dictionary = createDictionary();
  const { values } = dictionary;
  const skeletons: string[] = [];
  const identities: (number | undefined)[] = [];
  const solid: string[] = [];

  const learn = (code: number): void => {
    for (let next = skeletons.length; next <= code; next++) {
      const value = values[next]!;
      const glued = gluedName(value);
      solid.push(glued);
      skeletons.push(nameSkeleton(glued));
      identities.push(identity?.(value));
    }
  };

  const likeness = rememberPairs((a, b) => {
    learn(Math.max(a, b));
    const identityA = identities[a];
    const identityB = identities[b];
    if (identityA !== undefined && identityB !== undefined)
      return identityA === identityB ? LIKENESS.equal : LIKENESS.far;
    return likenessOf(solid[a]!, solid[b]!, skeletons[a]!, skeletons[b]!);
  });

  return {
    values,
    code: dictionary.code,
    find: dictionary.find,
    skeleton(code) {
      learn(code);
      return skeletons[code]!;
    },
    likeness: (a, b) => (a === b ? LIKENESS.equal : likeness(a, b)),
  };
}

/** Skeletons that are equal, or long enough for one differing letter to leave a likeness. */
const isOneSlipApart = (a: string, b: string): boolean =>
  (a === b && a.length >= 2) || (Math.min(a.length, b.length) >= 3 && isOneEditApart(a, b));

/** A folded name as one word, as long as is compared. */
export const gluedName = (folded: string): string => folded.replaceAll(' ', '').slice(0, LONGEST_COMPARED);

/** How two glued names stand to each other, given their skeletons. */
export function likenessOf(first: string, second: string, skeletonA: string, skeletonB: string): number {
  if (first === second) return LIKENESS.equal;
  const { outcome } = compareTokens(first, second);
  if (outcome === 'equal') return LIKENESS.equal;
  if (outcome === 'near') return LIKENESS.near;
  if (ARABIC.test(first) === ARABIC.test(second)) {
    const shorter = Math.min(first.length, second.length);
    if (shorter >= 4 && isOneEditApart(first, second)) return LIKENESS.near;
    const similarity = jaroWinkler(first, second);
    if (similarity >= 0.92 && shorter >= 4) return LIKENESS.near;
    if (similarity >= 0.84) return LIKENESS.loose;
    if (shorter === 1 && first[0] === second[0]) return LIKENESS.loose;
  }
  return isOneSlipApart(skeletonA, skeletonB) ? LIKENESS.loose : LIKENESS.far;
}
