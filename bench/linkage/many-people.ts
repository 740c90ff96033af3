/**
 * Rows about invented people by the million, with the truth beside them: clans, households, brothers and sisters,
 * namesakes by the frequency of names; twelve lists that each write names in their own way, with slips and gaps.
 * Usage: node bench/linkage/many-people.ts ROWS OUT.csv [seed] [plain|latin|mixed]   also writes OUT.csv.truth (int32 a row)
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { type InventedName, inventFamilies, inventGiven, SPELLING_HABITS } from './invented-names.ts';
import { type Random, seededRandom } from './made-people.ts';

/** One office's Latin spelling on all lists, four offices' spellings, or every second list in Arabic letters. */
export type Scripts = 'plain' | 'latin' | 'mixed';

const LISTS = 12;
/** A person stands on each list with this chance: about 1.7 rows for each who stands on any. */
const ON_A_LIST = 0.11;
const FAMILIES = 60_000;
const PLACES = 600;
const COLUMNS = 'list,given,father,grandfather,family,mother,birth,place,sex,arrest';

/** Columns of the people, by number. */
interface People {
  readonly count: number;
  /** Who are brothers and sisters, and who are of one grandfather. */
  readonly household: Int32Array;
  readonly clan: Int32Array;
  readonly given: Int32Array;
  readonly father: Int32Array;
  readonly grandfather: Int32Array;
  readonly family: Int32Array;
  readonly mother: Int32Array;
  readonly place: Int32Array;
  /** Year, month and day in one number. */
  readonly birth: Int32Array;
  readonly arrest: Int32Array;
  readonly female: Uint8Array;
}

/** Draws numbers by Zipf's law with the exponent, from tables: 0 is drawn most. */
function zipf(count: number, exponent: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += (rank + 3) ** -exponent;
    sums[rank] = sum;
  }
  const guide = new Int32Array(1 << 16);
  for (let at = 0, rank = 0; at < guide.length; at++) {
    while (sums[rank]! < (at / guide.length) * sum) rank++;
    guide[at] = rank;
  }
  return (random) => {
    const drawn = random();
    let rank = guide[Math.floor(drawn * guide.length)]!;
    while (rank < count - 1 && sums[rank]! < drawn * sum) rank++;
    return rank;
  };
}

function drawPeople(count: number, givenNames: number, random: Random): People {
  const int = (): Int32Array => new Int32Array(count);
  const people: People = {
    count,
    household: int(),
    clan: int(),
    given: int(),
    father: int(),
    grandfather: int(),
    family: int(),
    mother: int(),
    place: int(),
    birth: int(),
    arrest: int(),
    female: new Uint8Array(count),
  };
  const drawGiven = zipf(givenNames, 0.9);
  const drawFamily = zipf(FAMILIES, 0.8);
  const drawPlace = zipf(PLACES, 0.7);
  const date = (year: number): number =>
    year * 10000 + (1 + Math.floor(random() * 12)) * 100 + 1 + Math.floor(random() * 28);
  for (let at = 0; at < count; ) {
    const clan = at;
    const family = drawFamily(random);
    const grandfather = drawGiven(random);
    const home = drawPlace(random);
    const households = random() < 0.25 ? 2 + Math.floor(random() * 2) : 1;
    for (let house = 0; house < households && at < count; house++) {
      const father = drawGiven(random);
      const mother = drawGiven(random);
      const first = 1945 + Math.floor(random() * 55);
      const arrested = 2011 + Math.floor(random() * 10);
      const children = random() < 0.3 ? 2 + Math.floor(random() * 3) : 1;
      const start = at;
      for (let child = 0; child < children && at < count; child++) {
        let given = drawGiven(random);
        for (let other = start; other < at; other++)
          if (people.given[other] === given) {
            given = (given + 1) % givenNames;
            other = start - 1;
          }
        people.household[at] = start;
        people.clan[at] = clan;
        people.given[at] = given;
        people.father[at] = father;
        people.grandfather[at] = grandfather;
        people.family[at] = family;
        people.mother[at] = mother;
        people.place[at] = random() < 0.9 ? home : drawPlace(random);
        people.birth[at] = date(first + child * 2 + Math.floor(random() * 2));
        people.arrest[at] = date(random() < 0.4 ? arrested : 2011 + Math.floor(random() * 10));
        people.female[at] = random() < 0.2 ? 1 : 0;
        at++;
      }
    }
  }
  return people;
}

const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ARABIC_LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** One letter left out, put in, changed, or swapped with its neighbour; never the first. */
function slip(text: string, random: Random): string {
  if (text.length < 3) return text;
  const letters = text.charCodeAt(0) > 0x500 ? ARABIC_LETTERS : LATIN_LETTERS;
  const letter = letters[Math.floor(random() * letters.length)]!;
  const at = 1 + Math.floor(random() * (text.length - 1));
  const kind = random();
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.5) return text.slice(0, at) + letter + text.slice(at);
  if (kind < 0.8) return text.slice(0, at) + letter + text.slice(at + 1);
  return text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** Writes about so many rows; returns the person behind each. */
export function writePeople(
  file: string,
  rows: number,
  {
    seed = 1,
    scripts = 'latin' as Scripts,
    onPeople = (_people: Pick<People, 'household' | 'clan'>) => {},
  } = {},
): Int32Array {
  const random = seededRandom(seed);
  const given = inventGiven(random);
  const families = inventFamilies(FAMILIES, random);
  const places = inventFamilies(PLACES, random);
  const people = drawPeople(Math.round(rows / (LISTS * ON_A_LIST)), given.length, random);
  onPeople(people);
  const truth = new Int32Array(Math.ceil(rows * 1.02) + 1000);
  const out = openSync(file, 'w');
  let written = 0;
  let chunk = `${COLUMNS}\n`;
  const spell = (name: InventedName, habit: number): string => {
    const own = habit > 0 && random() < 0.05 ? 1 + Math.floor(random() * SPELLING_HABITS) : habit;
    const text = name[own]!;
    return random() < 0.035 ? slip(text, random) : text;
  };
  const ifGiven = (missing: number, names: readonly InventedName[], at: number, habit: number): string =>
    random() < missing ? '' : spell(names[at]!, habit);
  const birth = (date: number): string => {
    const kind = random();
    if (kind < 0.12) return '';
    const year = Math.trunc(date / 10000);
    if (kind < 0.4) return String(kind > 0.37 ? year + (random() < 0.5 ? 1 : -1) : year);
    const month = Math.trunc(date / 100) % 100;
    const day = date % 100;
    if (kind < 0.42 && day <= 12) return `${year}-${two(day)}-${two(month)}`;
    if (kind < 0.46) return `${year + (random() < 0.5 ? 1 : -1)}-${two(month)}-${two(day)}`;
    if (kind < 0.48) return `${year}-${two(month)}-${two(1 + Math.floor(random() * 28))}`;
    return `${year}-${two(month)}-${two(day)}`;
  };
  const arrest = (date: number): string => {
    const kind = random();
    if (kind < 0.45) return '';
    const year = Math.trunc(date / 10000);
    if (kind < 0.6) return String(year);
    const month = `${year}-${two(Math.trunc(date / 100) % 100)}`;
    if (kind < 0.8) return month;
    return `${month}-${two(kind < 0.83 ? 1 + Math.floor(random() * 28) : date % 100)}`;
  };
  for (let list = 0; list < LISTS; list++) {
    const habit =
      scripts === 'plain' ? 1 : scripts === 'mixed' && list % 2 === 0 ? 0 : 1 + (list % SPELLING_HABITS);
    // A stride without common factor visits everybody once, in an order of the list's own.
    let stride = Math.floor(people.count * (0.3 + 0.05 * list)) | 1;
    while (greatestCommonDivisor(stride, people.count) !== 1) stride += 2;
    for (let step = 0, at = list; step < people.count; step++, at = (at + stride) % people.count) {
      if (random() >= ON_A_LIST) continue;
      truth[written++] = at;
      chunk += `list${list},${ifGiven(0.01, given, people.given[at]!, habit)},${ifGiven(0.12, given, people.father[at]!, habit)},${ifGiven(0.6, given, people.grandfather[at]!, habit)},${ifGiven(0.03, families, people.family[at]!, habit)},${ifGiven(0.5, given, people.mother[at]!, habit)},${birth(people.birth[at]!)},${random() < 0.07 ? spell(places[Math.floor(random() * PLACES)]!, habit) : ifGiven(0.2, places, people.place[at]!, habit)},${random() < 0.3 ? '' : people.female[at] ? 'f' : 'm'},${arrest(people.arrest[at]!)}\n`;
      if (chunk.length > 1 << 20) {
        writeSync(out, chunk);
        chunk = '';
      }
    }
  }
  writeSync(out, chunk);
  closeSync(out);
  return truth.slice(0, written);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The same, with the person of each row beside the file: `.truth`, an int32 a row. */
export function writePeopleWithTruth(
  file: string,
  rows: number,
  options: Parameters<typeof writePeople>[2],
): Int32Array {
  const truth = writePeople(file, rows, options);
  writeFileSync(`${file}.truth`, new Uint8Array(truth.buffer, truth.byteOffset, truth.byteLength));
  return truth;
}

if (import.meta.main) {
  const [rows, file, seed, scripts] = process.argv.slice(2);
  const truth = writePeopleWithTruth(file!, Number(rows), {
    seed: Number(seed ?? 1),
    scripts: (scripts as Scripts) ?? 'latin',
  });
  process.stdout.write(`${truth.length} rows in ${file}\n`);
}
