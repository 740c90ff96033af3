/**
 * Invented people for a second opinion: households of brothers and sisters, clans of cousins, namesakes by the
 * frequency of names. Names are put together from single tokens of ../shared/data/names; nobody here exists.
 */
import { isGivenName, nameSkeleton } from '../../src/names/index.ts';
import { readShared } from './data.ts';

export type Random = () => number;

/** Mulberry32: a small seeded generator, 32 bits of state. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One name with its Arabic form and the Latin spellings it is met in. */
export interface MadeName {
  readonly arabic: string;
  readonly latin: readonly string[];
}

export interface MadePerson {
  readonly id: string;
  readonly household: string;
  readonly clan: string;
  readonly given: MadeName;
  readonly father: MadeName;
  readonly grandfather: MadeName;
  readonly family: MadeName;
  readonly mother: MadeName;
  readonly motherFamily: MadeName;
  readonly place: readonly [arabic: string, latin: string];
  readonly birth: readonly [year: number, month: number, day: number];
  readonly arrest: readonly [year: number, month: number, day: number];
  readonly sex: 'M' | 'F';
}

export const pick = <T>(items: readonly T[], random: Random): T =>
  items[Math.floor(random() * items.length)]!;
/** Zipf's law: the first is drawn most. */
const pickCommon = <T>(items: readonly T[], random: Random): T =>
  items[Math.floor(items.length ** random()) - 1] ?? items[0]!;

const PLACES: readonly (readonly [string, string])[] = [
  ['دمشق', 'Damascus'],
  ['حلب', 'Aleppo'],
  ['حمص', 'Homs'],
  ['حماة', 'Hama'],
  ['درعا', 'Daraa'],
  ['دوما', 'Duma'],
  ['سلمية', 'Salamiyah'],
  ['جبلة', 'Jableh'],
  ['بانياس', 'Baniyas'],
  ['معرة النعمان', 'Maarrat al-Numan'],
  ['جسر الشغور', 'Jisr al-Shughur'],
  ['عفرين', 'Afrin'],
  ['منبج', 'Manbij'],
  ['النبك', 'al-Nabk'],
  ['يبرود', 'Yabrud'],
  ['قطنا', 'Qatana'],
  ['الكسوة', 'al-Kiswah'],
  ['طفس', 'Tafas'],
  ['صلخد', 'Salkhad'],
  ['مصياف', 'Masyaf'],
];

const ARAB_LETTERS = /[عحضظق]/;

/** Names of Arab origin from the shared tokens, commonest first: given names, and others that serve as families. */
export function readNames(): { given: MadeName[]; family: MadeName[] } {
  const spellings = new Map<string, { latin: string[]; count: number }>();
  for (const line of readShared('names/arabic-latin-tokens.tsv').split('\n')) {
    const [latin, spaced, count] = line.split('\t');
    if (latin === undefined || spaced === undefined || !/^[a-z]{3,12}$/.test(latin)) continue;
    const arabic = spaced.replaceAll(' ', '');
    if (arabic.length < 3 || arabic.length > 8) continue;
    const a = nameSkeleton(arabic);
    const b = nameSkeleton(latin);
    if (a === '' || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) continue;
    const known = spellings.get(arabic) ?? { latin: [], count: 0 };
    known.latin.push(latin);
    known.count += Number(count ?? 1);
    spellings.set(arabic, known);
  }
  const names = [...spellings.entries()]
    .filter(([arabic, { count }]) => count >= 2 && (ARAB_LETTERS.test(arabic) || isGivenName(arabic)))
    .sort((x, y) => y[1].count - x[1].count || (x[0] < y[0] ? -1 : 1))
    .map(([arabic, { latin }]): MadeName => ({ arabic, latin }));
  const given = names.filter((name) => isGivenName(name.arabic)).slice(0, 220);
  const family = names.filter((name) => !isGivenName(name.arabic)).slice(0, 700);
  return { given, family };
}

/** People in households, households in clans; brothers and sisters never share a given name. */
export function makePeople(count: number, seed: number): MadePerson[] {
  const random = seededRandom(seed);
  const { given, family } = readNames();
  const mix = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((x, y) => x.at - y.at)
      .map(({ item }) => item);
  const givenNames = mix(given);
  const families = mix(family);
  const people: MadePerson[] = [];
  for (let clan = 0; people.length < count; clan++) {
    const clanFamily = pickCommon(families, random);
    const grandfather = pickCommon(givenNames, random);
    const home = pick(PLACES, random);
    const households = random() < 0.3 ? 2 + Math.floor(random() * 2) : 1;
    for (let house = 0; house < households && people.length < count; house++) {
      const father = pickCommon(givenNames, random);
      const mother = pickCommon(givenNames, random);
      const motherFamily = pickCommon(families, random);
      const first = 1945 + Math.floor(random() * 50);
      const siblings = random() < 0.35 ? 2 + Math.floor(random() * 3) : 1;
      const taken = new Set<string>();
      const arrested = 2011 + Math.floor(random() * 8);
      for (let child = 0; child < siblings && people.length < count; child++) {
        const name = pickCommon(givenNames, random);
        if (taken.has(name.arabic)) continue;
        taken.add(name.arabic);
        people.push({
          id: `p${people.length}`,
          household: `h${clan}.${house}`,
          clan: `c${clan}`,
          given: name,
          father,
          grandfather,
          family: clanFamily,
          mother,
          motherFamily,
          place: random() < 0.9 ? home : pick(PLACES, random),
          birth: [
            first + child * 2 + Math.floor(random() * 2),
            1 + Math.floor(random() * 12),
            1 + Math.floor(random() * 28),
          ],
          arrest: [
            random() < 0.5 ? arrested : 2011 + Math.floor(random() * 8),
            1 + Math.floor(random() * 12),
            1 + Math.floor(random() * 28),
          ],
          sex: random() < 0.85 ? 'M' : 'F',
        });
      }
    }
  }
  return people;
}
