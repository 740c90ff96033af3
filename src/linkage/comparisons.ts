import { codedPrecision } from './coded-dates.ts';
import type { CodedRows } from './coded-rows.ts';
import { BIRTH_LEVELS, compareBirths, compareDates, DATE_LEVELS } from './date-levels.ts';
import { rememberPairs } from './dictionary.ts';
import { type Comparison, type Level, level, MISSING, type Rarity } from './levels.ts';
import type { ComparedSlot } from './name-slots.ts';
import {
  FAR,
  GIVEN,
  MOVED,
  NAME_LEVELS,
  OF_CLAN,
  OF_HOME,
  OF_HOUSEHOLD,
  OWN,
  OWN_BUT_KIN_ALIKE,
  PLACE_LEVELS,
  SEX_LEVELS,
  type Shared,
} from './parts.ts';
import { LIKENESS, type Spellings } from './spellings.ts';
import {
  isOneEditApart,
  jaroWinkler,
  layText,
  mayBeOneEditApart,
  mostJaroWinkler,
  noLetters,
} from './string-likeness.ts';

const TEXT_LEVELS: readonly Level[] = [
  level('equal', 'agree', 0.7),
  level('near', 'near', 0.12),
  level('loose', 'near', 0.05),
  level('far', 'contradict', 0.13),
];

/** The comparisons that these rows allow; parts that fewer than two rows give are left out. */
export const comparisonsOf = (coded: CodedRows): Comparison[] =>
  allComparisons(coded).filter((comparison) => isGivenTwice(coded, comparison.part));

/** Every comparison there is, in a fixed order. */
export function allComparisons(coded: CodedRows): Comparison[] {
  const { slots, names } = coded;
  return [
    nameComparison(coded, 'name.given', 'given', GIVEN, ['family']),
    nameComparison(coded, 'name.father', 'father', OF_HOUSEHOLD, ['grandfather', 'family']),
    nameComparison(coded, 'name.grandfather', 'grandfather', OF_CLAN, []),
    nameComparison(coded, 'name.family', 'family', OF_CLAN, ['father', 'grandfather', 'given']),
    nameComparison(coded, 'name.mother', 'mother', OF_HOUSEHOLD, []),
    nameComparison(coded, 'name.mother-family', 'mother-family', OF_HOUSEHOLD, []),
    {
      part: 'birth.date',
      levels: BIRTH_LEVELS,
      ...OWN_BUT_KIN_ALIKE,
      rarity: dayRarity(coded.birth),
      level: (a, b) =>
        compareBirths(coded.birth[a]!, coded.birthFromAge[a]!, coded.birth[b]!, coded.birthFromAge[b]!),
    },
    placeComparison(coded),
    {
      part: 'sex',
      levels: SEX_LEVELS,
      ...OWN,
      level(a, b) {
        const first = coded.sex[a]!;
        const second = coded.sex[b]!;
        if (first < 0 || second < 0) return MISSING;
        if (first !== second) return 1;
        // One given name is nearly always of one sex: the agreement has been counted with the name.
        const givenA = slots.given[a]!;
        const givenB = slots.given[b]!;
        return givenA >= 0 && givenB >= 0 && names.likeness(givenA, givenB) <= LIKENESS.near ? MISSING : 0;
      },
    },
    dateComparison('arrest.date', coded.arrest),
    dateComparison('death.date', coded.death),
    dateComparison('release.date', coded.release),
    spelledComparison('place.detention', coded.places, coded.detention),
    spelledComparison('facility', coded.places, coded.facility),
    textComparison('id', coded.id, coded.ids.values),
    ...coded.extra.map((column) => textComparison(column.name, column.code, column.values.values)),
  ];
}

/** Whether at least two rows give the part. */
function isGivenTwice(coded: CodedRows, part: string): boolean {
  let given = 0;
  for (let row = 0; row < coded.count && given < 2; row++) if (isGiven(coded, part, row)) given++;
  return given >= 2;
}

/** Whether a row gives a part at all. */
export function isGiven(coded: CodedRows, part: string, row: number): boolean {
  switch (part) {
    case 'birth.date':
      return coded.birth[row]! > 0 || !Number.isNaN(coded.birthFromAge[row]!);
    case 'place':
      return coded.home[row]! >= 0 || coded.birthPlace[row]! >= 0;
    case 'arrest.date':
      return coded.arrest[row]! > 0;
    case 'death.date':
      return coded.death[row]! > 0;
    case 'release.date':
      return coded.release[row]! > 0;
    case 'sex':
      return coded.sex[row]! >= 0;
    case 'place.detention':
      return coded.detention[row]! >= 0;
    case 'facility':
      return coded.facility[row]! >= 0;
    case 'id':
      return coded.id[row]! >= 0;
    default: {
      const slot = coded.slots[part.replace('name.', '') as ComparedSlot];
      if (part.startsWith('name.') && slot !== undefined) return slot[row]! >= 0;
      return coded.extra.some((column) => column.name === part && column.code[row]! >= 0);
    }
  }
}

function nameComparison(
  coded: CodedRows,
  part: string,
  slot: ComparedSlot,
  shared: Shared,
  elsewhere: readonly ComparedSlot[],
): Comparison {
  const { names } = coded;
  const code = coded.slots[slot];
  const others = elsewhere.map((other) => coded.slots[other]);
  return {
    part,
    levels: NAME_LEVELS,
    ...shared,
    rarity: spelledRarity(names, code),
    level(a, b) {
      const first = code[a]!;
      const second = code[b]!;
      if (first < 0 || second < 0) return MISSING;
      const likeness = names.likeness(first, second);
      if (likeness !== LIKENESS.far) return likeness;
      for (const other of others) {
        const otherA = other[a]!;
        const otherB = other[b]!;
        // A name that has met its like in its own slot has not moved: Ali and Qusay of the family al-Ali are two.
        if (otherA >= 0 && otherB >= 0 && names.likeness(otherA, otherB) <= LIKENESS.near) continue;
        if (otherB >= 0 && names.likeness(first, otherB) <= LIKENESS.near) return MOVED;
        if (otherA >= 0 && names.likeness(otherA, second) <= LIKENESS.near) return MOVED;
      }
      return FAR;
    },
  };
}

const spelledRarity = (spellings: Spellings, code: Int32Array): Rarity => ({
  code,
  level: 0,
  group: (value) => spellings.spelling(value).skeleton,
  areEqual: (a, b) => spellings.likeness(a, b) === LIKENESS.equal,
  value: (value) => spellings.values[value]!,
});

/** Days that many rows give, such as 1 January, say less. */
function dayRarity(dates: Int32Array): Rarity {
  const code = dates.map((date) => (date > 0 && codedPrecision(date) === 'day' ? date : MISSING));
  return {
    code,
    level: 0,
    group: String,
    areEqual: (a, b) => a === b,
    value: String,
  };
}

/** Home and birthplace are often the same column under two headings: the best of what both rows give counts. */
function placeComparison(coded: CodedRows): Comparison {
  const { places, home, birthPlace } = coded;
  const either = new Int32Array(coded.count);
  for (let row = 0; row < coded.count; row++) either[row] = home[row]! >= 0 ? home[row]! : birthPlace[row]!;
  const best = (a: number, b: number): number => (a < 0 || b < 0 ? 9 : places.likeness(a, b));
  return {
    part: 'place',
    levels: PLACE_LEVELS,
    ...OF_HOME,
    rarity: spelledRarity(places, either),
    level(a, b) {
      const nearest = Math.min(
        best(home[a]!, home[b]!),
        best(birthPlace[a]!, birthPlace[b]!),
        best(home[a]!, birthPlace[b]!),
        best(birthPlace[a]!, home[b]!),
      );
      return nearest === 9 ? MISSING : nearest;
    },
  };
}

function spelledComparison(part: string, spellings: Spellings, code: Int32Array): Comparison {
  return {
    part,
    levels: PLACE_LEVELS,
    ...OWN,
    rarity: spelledRarity(spellings, code),
    level(a, b) {
      const first = code[a]!;
      const second = code[b]!;
      return first < 0 || second < 0 ? MISSING : spellings.likeness(first, second);
    },
  };
}

function dateComparison(part: string, dates: Int32Array): Comparison {
  return {
    part,
    levels: DATE_LEVELS,
    ...OWN_BUT_KIN_ALIKE,
    level: (a, b) => compareDates(dates[a]!, dates[b]!),
  };
}

function textComparison(part: string, code: Int32Array, values: readonly string[]): Comparison {
  const one = noLetters();
  const other = noLetters();
  const compare = rememberPairs((a, b) => {
    const shorter = Math.min(values[a]!.length, values[b]!.length);
    layText(values[a]!, one);
    layText(values[b]!, other);
    if (shorter >= 4 && mayBeOneEditApart(one.among, other.among) && isOneEditApart(one, other)) return 1;
    if (mostJaroWinkler(one, other) < 0.84) return 3;
    const similarity = jaroWinkler(one, other);
    if (similarity >= 0.92) return 1;
    return similarity >= 0.84 ? 2 : 3;
  });
  return {
    part,
    levels: TEXT_LEVELS,
    ...OWN,
    rarity: {
      code,
      level: 0,
      group: (value) => values[value]!,
      areEqual: (a, b) => a === b,
      value: (value) => values[value]!,
    },
    level(a, b) {
      const first = code[a]!;
      const second = code[b]!;
      if (first < 0 || second < 0) return MISSING;
      return first === second ? 0 : compare(first, second);
    },
  };
}
