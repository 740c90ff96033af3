import {
  EQUAL,
  NEAR,
  likenessOf as nameLikeness,
  type PreparedToken,
  prepareRemembering,
  prepareToken,
  type Remember,
} from '../names/index.ts';
import { createDictionary, type Dictionary, rememberPairs } from './dictionary.ts';
import {
  isOneEditApart,
  jaroWinkler,
  type Letters,
  layText,
  lettersOf,
  mayBeOneEditApart,
  mostJaroWinkler,
  mostSimilar,
  noLetters,
} from './string-likeness.ts';

/** How two spellings stand to each other, the nearest first. */
export const LIKENESS = { equal: 0, near: 1, loose: 2, far: 3 } as const;

/** The letters of a name: all that a slip of the pen changes. */
export interface Written {
  /** Folded, as one word. */
  readonly glued: string;
  /** See `lettersOf`. */
  readonly letters: number;
}

/** A name made ready to be compared many times. */
export interface Sounding extends Written {
  readonly prepared: PreparedToken;
}
export interface Spelling extends Sounding {
  /** Consonants shared by both scripts. */
  readonly skeleton: string;
}

/** Distinct spellings of one kind (names, or places), each compared with each other at most once. */
export interface Spellings extends Dictionary {
  spelling(code: number): Spelling;
  likeness(a: number, b: number): number;
}

export const LONGEST_COMPARED = 28;
/** Names that the model between scripts finds less than near but more than unlike. */
const LOOSE = 0.4;

export function writtenAs(folded: string): Written {
  const glued = folded.replaceAll(' ', '').slice(0, LONGEST_COMPARED);
  return { glued, letters: lettersOf(glued) };
}

export const soundingOf = ({ glued, letters }: Written, remember?: Remember): Sounding => ({
  glued,
  letters,
  prepared: remember ? prepareRemembering(glued, remember) : prepareToken(glued),
});

export function prepareSpelling(folded: string): Spelling {
  const sounding = soundingOf(writtenAs(folded));
  return { ...sounding, skeleton: sounding.prepared.skeleton };
}

/**
 * How two names stand to each other. Across scripts and in Arabic the names' own model decides; between Latin spellings
 * a slip of the pen also makes near what no sound explains.
 */
export function likenessOf(a: Sounding, b: Sounding): number {
  if (a.glued === b.glued) return LIKENESS.equal;
  const slip = isLatin(a) && isLatin(b) ? slipLikeness(a, b) : LIKENESS.far;
  // The model is only asked for what would bring the two nearer than letters do.
  const score = nameLikeness(a.prepared, b.prepared, LEAST_TO_BEAT[slip]!);
  if (score >= EQUAL) return LIKENESS.equal;
  if (slip === LIKENESS.near || score >= NEAR) return LIKENESS.near;
  return slip === LIKENESS.loose || score >= LOOSE ? LIKENESS.loose : LIKENESS.far;
}

/** By how near a slip of the pen makes two spellings. */
const LEAST_TO_BEAT = [1, EQUAL, NEAR, LOOSE];

export const isLatin = ({ prepared }: Sounding): boolean => prepared.form.script === 'latin';

/** How two Latin spellings stand to each other by their letters alone, as a slip of the pen changes them. */
function slipLikeness(a: Written, b: Written): number {
  if (
    !mayBeOneEditApart(a.letters, b.letters) &&
    mostSimilar(a.glued.length, a.letters, b.glued.length, b.letters) < LEAST_LOOSE
  )
    return onlyFirst(a.glued.charCodeAt(0) === b.glued.charCodeAt(0), a.glued.length, b.glued.length);
  return slipOfLetters(layText(a.glued, first), layText(b.glued, second));
}
const first = noLetters();
const second = noLetters();

/** The same of letters that are laid out. */
export function slipOfLetters(a: Letters, b: Letters): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 4 && mayBeOneEditApart(a.among, b.among) && isOneEditApart(a, b)) return LIKENESS.near;
  if (mostJaroWinkler(a, b) >= LEAST_LOOSE) {
    const similarity = jaroWinkler(a, b);
    if (similarity >= 0.92 && shorter >= 4) return LIKENESS.near;
    if (similarity >= LEAST_LOOSE) return LIKENESS.loose;
  }
  return onlyFirst(a.units[0] === b.units[0], a.length, b.length);
}
/** Jaro–Winkler of spellings that are loosely alike. */
const LEAST_LOOSE = 0.84;

/** A single letter that the other begins with may stand for it. */
const onlyFirst = (isSame: boolean, lengthA: number, lengthB: number): number =>
  isSame && Math.min(lengthA, lengthB) === 1 ? LIKENESS.loose : LIKENESS.far;

/**
 * Names or places, compared across scripts. `identity` gives spellings that are one thing by knowledge rather than by
 * likeness.
 */
export function createSpellings(
  identity: (value: string) => number | undefined = () => undefined,
): Spellings {
  const dictionary = createDictionary();
  const { values } = dictionary;
  const known: (Spelling & { readonly identity: number | undefined })[] = [];
  const learn = (code: number): void => {
    for (let next = known.length; next <= code; next++) {
      const value = values[next]!;
      known.push({ ...prepareSpelling(value), identity: identity(value) });
    }
  };
  const likeness = rememberPairs((a, b) => {
    learn(Math.max(a, b));
    const first = known[a]!;
    const second = known[b]!;
    if (first.identity !== undefined && second.identity !== undefined)
      return first.identity === second.identity ? LIKENESS.equal : LIKENESS.far;
    return likenessOf(first, second);
  });
  return {
    values,
    code: dictionary.code,
    find: dictionary.find,
    spelling(code) {
      learn(code);
      return known[code]!;
    },
    likeness: (a, b) => (a === b ? LIKENESS.equal : likeness(a, b)),
  };
}
