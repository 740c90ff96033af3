/**
 * Four lists of invented people, other names, headers and habits than the shared ones: a civil register, a list of the
 * freed in Latin letters with the family first, what a witness remembers, families' requests.
 */
import type { LinkRow } from '../../src/linkage/index.ts';
import type { Property } from '../../src/model/index.ts';
import type { Truth } from './judge-lists.ts';
import {
  type MadeName,
  type MadePerson,
  makePeople,
  pick,
  type Random,
  seededRandom,
} from './made-people.ts';

const ARABIC = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

/** One letter left out, put in, changed, or swapped with its neighbour. */
function slip(text: string, letters: readonly string[], rate: number, chance: Random): string {
  if (chance() >= rate || text.length < 3) return text;
  const at = 1 + Math.floor(chance() * (text.length - 1));
  const kind = chance();
  if (kind < 0.25) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.5) return text.slice(0, at) + pick(letters, chance) + text.slice(at);
  if (kind < 0.8) return text.slice(0, at) + pick(letters, chance) + text.slice(at + 1);
  return text.slice(0, at - 1) + text[at] + text[at - 1] + text.slice(at + 1);
}

const RATE = 0.05;

type Fields = Partial<Record<Property, string>>;
interface MadeList {
  readonly name: string;
  readonly share: number;
  readonly copies: number;
  row(person: MadePerson): Fields;
}

/** Rows about so many people, and who is behind each; the same for the same seed. */
export function makeLists(
  count: number,
  seed: number,
): { readonly rows: readonly LinkRow[]; readonly truth: Truth } {
  const people = makePeople(count, seed);
  const random = seededRandom(seed + 1000);
  const arabic = (name: MadeName): string => {
    const loose = random() < 0.2 ? name.arabic.replace(/[أإآ]/g, 'ا').replace(/ة$/, 'ه') : name.arabic;
    return slip(loose, ARABIC, RATE, random);
  };
  const latin = (name: MadeName): string => {
    const spelled = slip(pick(name.latin, random), LATIN, RATE, random);
    return spelled[0]!.toUpperCase() + spelled.slice(1);
  };
  const often = (share: number, text: string): string => (random() < share ? text : '');
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = ([y, m, d]: readonly [number, number, number]): string => `${y}-${two(m)}-${two(d)}`;
  const slippedDay = (date: readonly [number, number, number]): string => {
    const [y, m, d] = date;
    const kind = random();
    if (kind < 0.04) return day([y, d <= 12 ? d : m, d <= 12 ? m : d]);
    if (kind < 0.08) return day([y + (random() < 0.5 ? 1 : -1), m, d]);
    return random() < 0.3 ? String(y) : day(date);
  };

  const lists: readonly MadeList[] = [
    {
      name: 'nufus.csv',
      share: 0.55,
      copies: 1,
      row: (p) => ({
        'name.full': [arabic(p.given), arabic(p.father), often(0.6, arabic(p.grandfather)), arabic(p.family)]
          .filter(Boolean)
          .join(' '),
        'name.mother': often(0.7, `${arabic(p.mother)} ${arabic(p.motherFamily)}`),
        'birth.date': often(0.9, slippedDay(p.birth)),
        'place.birth': often(0.8, p.place[0]),
        sex: p.sex,
      }),
    },
    {
      name: 'freed.csv',
      share: 0.4,
      copies: 1,
      row: (p) => ({
        'name.full': `${latin(p.family).toUpperCase()}, ${latin(p.given)}${random() < 0.6 ? ` ${latin(p.father)}` : ''}`,
        age: often(0.75, String(2024 - p.birth[0] + Math.round((random() - 0.5) * 2.4))),
        place: often(0.7, p.place[1]),
        date: '2024-12-09',
      }),
    },
    {
      name: 'witness.csv',
      share: 0.25,
      copies: 1,
      row: (p) => ({
        'name.given': arabic(p.given),
        'name.family': random() < 0.85 ? arabic(p.family) : arabic(p.father),
        age: often(0.6, String(2024 - p.birth[0] + Math.round((random() - 0.5) * 6))),
        'arrest.date': often(0.6, `${p.arrest[0]}-${two(p.arrest[1])}`),
        date: '2024-12-20',
      }),
    },
    {
      name: 'requests.csv',
      share: 0.5,
      copies: 2,
      row(p) {
        const write = random() < 0.5 ? arabic : latin;
        return {
          'name.full': `${write(p.given)} ${random() < 0.4 ? `${write(p.father)} ` : ''}${write(p.family)}`,
          'name.father': often(0.8, write(p.father)),
          'name.mother': often(0.6, write(p.mother)),
          'birth.date': often(0.7, random() < 0.5 ? String(p.birth[0]) : slippedDay(p.birth)),
          place: often(0.7, p.place[write === arabic ? 0 : 1]),
          'seen.date': often(0.5, day(p.arrest).slice(0, random() < 0.5 ? 4 : 10)),
        };
      },
    },
  ];

  const personOf = new Map<string, string>();
  const rows: LinkRow[] = lists.flatMap((list) => {
    const drawn = people.flatMap((person) => {
      if (random() >= list.share) return [];
      return Array.from({ length: random() < 0.3 ? list.copies : 1 }, () => person);
    });
    return drawn.map((person, at) => {
      const key = `${list.name}#${at + 1}`;
      personOf.set(key, person.id);
      const fields = Object.fromEntries(
        Object.entries(list.row(person)).filter(([, value]) => value),
      ) as Fields;
      return { key, list: list.name, fields };
    });
  });
  const kin = new Map(people.map((person) => [person.id, [person.household, person.clan]]));

  return { rows, truth: { personOf: (key) => personOf.get(key)!, kinOf: (id) => kin.get(id)! } };
}
