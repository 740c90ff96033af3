/**
 * A case about invented people: eight lists of one kind of event each, in two scripts, with namesakes by the frequency
 * of names, brothers and sisters, gaps and slips. Nobody in it exists.
 */
import { readItem } from '../../src/intake/index.ts';
import type { Case } from '../../src/ledger/index.ts';
import { type InventedName, inventFamilies, inventGiven } from '../linkage/invented-names.ts';
import { type Random, seededRandom } from '../linkage/made-people.ts';

/** What each list says of its people, beside who they are. */
const EVENTS = [
  ['تاريخ الاعتقال', '2013-04-11'],
  ['Date of release', '2024-12-08'],
  ['تاريخ الوفاة', '2014-09-02'],
  ['Status', 'released'],
  ['الحالة', 'مفقود'],
  ['Date of admission', '2024-12-09'],
  ['مكان الاحتجاز', 'الجناح الثاني'],
  ['Status', 'detained'],
] as const;
const HEADERS = 'given name,father,grandfather,family name,mother,born,place,sex';
const FAMILIES = 2_500;
const PLACES = 120;
/** How many lists somebody stands on: most on one. */
const ON_LISTS = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3];

interface Invented {
  readonly names: readonly InventedName[];
  readonly born: string;
  readonly place: InventedName;
  readonly sex: string;
  readonly lists: readonly number[];
}

function invent(
  person: number,
  given: readonly InventedName[],
  families: readonly InventedName[],
  places: readonly InventedName[],
  random: Random,
): Invented {
  // few names are many people's: the square of an even draw
  const drawn = <T>(all: readonly T[], power = 2): T => all[Math.floor(random() ** power * all.length)]!;
  const count = ON_LISTS[person % ON_LISTS.length]!;
  const first = Math.floor(random() * EVENTS.length);
  return {
    names: [drawn(given), drawn(given), drawn(given), drawn(families), drawn(given)],
    born: `${1940 + Math.floor(random() * 65)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
    place: drawn(places),
    sex: random() < 0.15 ? 'f' : 'm',
    lists: Array.from({ length: count }, (_, at) => (first + at) % EVENTS.length),
  };
}

/** Adds the lists to a case and gives the number of rows: about 1.3 for each person. */
export async function addInventedLists(opened: Case, persons: number, seed = 1): Promise<number> {
  const random = seededRandom(seed);
  const given = inventGiven(random).slice(0, 500);
  const families = inventFamilies(FAMILIES, random);
  const places = inventFamilies(PLACES, random);
  const lists: string[][] = EVENTS.map(() => []);
  for (let person = 0; person < persons; person++) {
    const { names, born, place, sex, lists: on } = invent(person, given, families, places, random);
    for (const list of on) {
      const script = list % 2;
      const gaps = [0.01, 0.1, 0.6, 0.02, 0.4];
      const written = names.map((name, slot) => (random() < gaps[slot]! ? '' : name[script]!));
      const date = random() < 0.15 ? '' : random() < 0.3 ? born.slice(0, 4) : born;
      const home = random() < 0.25 ? '' : place[script]!;
      lists[list]!.push([...written, date, home, random() < 0.3 ? '' : sex, EVENTS[list]![1]].join(','));
    }
  }
  for (const [at, lines] of lists.entries()) {
    const text = [`${HEADERS},${EVENTS[at]![0]}`, ...lines].join('\n');
    const bytes = new TextEncoder().encode(text);
    const file = `list-${at + 1}.csv`;
    const { mediaType, content, problems } = await readItem(file, bytes);
    if (content.kind !== 'list') throw new Error(content.kind);
    const tables = content.tables.map(({ columns }) => ({ columns }));
    const records = content.tables.flatMap(({ rows }) => rows);
    const item = { file, path: file, bytes, mediaType, receivedBy: 'bench', problems, records };
    opened.addItem({ ...item, content: { kind: 'list', tables } });
  }
  return opened.items().reduce((sum, item) => sum + item.records, 0);
}
