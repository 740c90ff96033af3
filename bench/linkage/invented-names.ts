/**
 * Names in great number, invented: given names with the Latin spellings that the project knows, and family names put
 * together from roots and patterns as Arabic makes them, in the spelling habits of four offices. Nobody here exists.
 */

import { isGivenName } from '../../src/names/index.ts';
import knownSpellings from '../../src/names/known-spellings.model.json' with { type: 'json' };
import type { Random } from './made-people.ts';

/** The same name as each office writes it: first in Arabic letters, then as four others spell it in Latin ones. */
export type InventedName = readonly [arabic: string, ...latin: string[]];

export const SPELLING_HABITS = 4;

interface Consonant {
  readonly arabic: string;
  readonly latin: readonly [string, string, string, string];
}
const same = (arabic: string, latin: string): Consonant => ({ arabic, latin: [latin, latin, latin, latin] });
const CONSONANTS: readonly Consonant[] = [
  same('ب', 'b'),
  same('ت', 't'),
  { arabic: 'ج', latin: ['j', 'dj', 'j', 'g'] },
  same('ح', 'h'),
  { arabic: 'خ', latin: ['kh', 'kh', 'kh', 'h'] },
  same('د', 'd'),
  same('ر', 'r'),
  same('ز', 'z'),
  { arabic: 'س', latin: ['s', 'ss', 's', 's'] },
  { arabic: 'ش', latin: ['sh', 'ch', 'sh', 'sh'] },
  same('ص', 's'),
  same('ط', 't'),
  { arabic: 'غ', latin: ['gh', 'gh', 'gh', 'g'] },
  same('ف', 'f'),
  { arabic: 'ق', latin: ['q', 'k', 'k', 'q'] },
  same('ك', 'k'),
  same('ل', 'l'),
  same('م', 'm'),
  same('ن', 'n'),
  same('ه', 'h'),
];
type Vowel = 'a' | 'i' | 'u' | 'A' | 'I' | 'U';
const VOWELS: Readonly<Record<Vowel, Consonant>> = {
  a: { arabic: '', latin: ['a', 'a', 'a', 'a'] },
  i: { arabic: '', latin: ['i', 'e', 'e', 'i'] },
  u: { arabic: '', latin: ['u', 'ou', 'o', 'u'] },
  A: { arabic: 'ا', latin: ['a', 'a', 'a', 'aa'] },
  I: { arabic: 'ي', latin: ['i', 'i', 'ee', 'i'] },
  U: { arabic: 'و', latin: ['u', 'ou', 'ou', 'u'] },
};
/** Digits stand for the root's consonants. */
const PATTERNS: readonly string[] = [
  '1a2I3',
  '1A2i3',
  '1a22A3',
  'ma12U3',
  '1u2a3',
  '1a23An',
  '1i2A3',
  '1a2a3',
];

/** Given names, the commonest first by chance; only those with several attested spellings. */
export function inventGiven(random: Random): InventedName[] {
  const names = Object.entries(knownSpellings)
    .filter(([arabic]) => isGivenName(arabic))
    .map(([arabic, spellings]): InventedName => {
      const latin = spellings.split(' ');
      return [arabic, ...Array.from({ length: SPELLING_HABITS }, (_, habit) => latin[habit % latin.length]!)];
    });
  return mixed(names, random);
}

/** So many family names, every second with a closing ي. */
export function inventFamilies(count: number, random: Random): InventedName[] {
  const taken = new Set<string>();
  const names: InventedName[] = [];
  while (names.length < count) {
    const root = Array.from({ length: 3 }, () => CONSONANTS[Math.floor(random() * CONSONANTS.length)]!);
    const pattern = PATTERNS[Math.floor(random() * PATTERNS.length)]! + (random() < 0.5 ? 'I' : '');
    const units = [...pattern].map((unit): Consonant => {
      if (unit >= '1' && unit <= '3') return root[Number(unit) - 1]!;
      return VOWELS[unit as Vowel] ?? same(unit === 'm' ? 'م' : 'ن', unit);
    });
    const arabic = units
      .map((unit) => unit.arabic)
      .join('')
      .replace(/(.)\1/g, '$1');
    if (taken.has(arabic)) continue;
    taken.add(arabic);
    names.push([
      arabic,
      ...Array.from({ length: SPELLING_HABITS }, (_, habit) =>
        units.map((unit) => unit.latin[habit]!).join(''),
      ),
    ]);
  }
  return names;
}

function mixed<T>(items: readonly T[], random: Random): T[] {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
