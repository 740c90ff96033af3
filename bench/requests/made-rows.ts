/** Rows of made people as a family, a prison's register and a list of the freed write them: slips, gaps, two scripts. */
import type { Property } from '../../src/model/index.ts';
import { type MadeName, type MadePerson, pick, type Random } from '../linkage/made-people.ts';

type Fields = Partial<Record<Property, string>>;

const SLIP = 0.05;
const ARABIC = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];

function slip(text: string, random: Random): string {
  if (random() >= SLIP || text.length < 4) return text;
  const at = 1 + Math.floor(random() * (text.length - 2));
  return random() < 0.5
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + pick(ARABIC, random) + text.slice(at + 1);
}
const arabic = ({ arabic: written }: MadeName, random: Random): string =>
  slip(random() < 0.2 ? written.replace(/[أإآ]/g, 'ا').replace(/ة$/, 'ه') : written, random);
const latin = ({ latin: spellings }: MadeName, random: Random): string => {
  const spelled = pick(spellings, random);
  return spelled[0]!.toUpperCase() + spelled.slice(1);
};
const two = (value: number): string => String(value).padStart(2, '0');
const day = ([year, month, date]: MadePerson['birth']): string => `${year}-${two(month)}-${two(date)}`;

const kept = (fields: Readonly<Record<string, string | undefined>>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

/** What a mother says at the desk: nearly all of the name, the year, the place, when he was taken. */
export const requestRow = (p: MadePerson, random: Random): Fields =>
  kept({
    'name.given': arabic(p.given, random),
    'name.father': random() < 0.95 ? arabic(p.father, random) : undefined,
    'name.grandfather': random() < 0.4 ? arabic(p.grandfather, random) : undefined,
    'name.family': arabic(p.family, random),
    'name.mother': random() < 0.85 ? arabic(p.mother, random) : undefined,
    'birth.date': random() < 0.5 ? day(p.birth) : String(p.birth[0]),
    place: random() < 0.85 ? p.place[0] : undefined,
    sex: p.sex === 'M' ? 'male' : 'female',
    'arrest.date': random() < 0.7 ? day(p.arrest).slice(0, random() < 0.5 ? 4 : 7) : undefined,
  });

export const registerRow = (p: MadePerson, random: Random): Fields =>
  kept({
    'name.full': [p.given, p.father, ...(random() < 0.5 ? [p.grandfather] : []), p.family]
      .map((name) => arabic(name, random))
      .join(' '),
    'name.mother': random() < 0.6 ? arabic(p.mother, random) : undefined,
    'birth.date': random() < 0.8 ? String(p.birth[0] + (random() < 0.06 ? 1 : 0)) : undefined,
    'place.birth': random() < 0.6 ? p.place[0] : undefined,
    'arrest.date': random() < 0.6 ? day(p.arrest) : undefined,
  });

export const freedRow = (p: MadePerson, random: Random): Fields =>
  kept({
    'name.full': [p.given, ...(random() < 0.65 ? [p.father] : []), p.family]
      .map((name) => latin(name, random))
      .join(' '),
    age: random() < 0.75 ? String(2024 - p.birth[0] + Math.round((random() - 0.5) * 2.4)) : undefined,
    place: random() < 0.6 ? p.place[1] : undefined,
    date: '2024-12-09',
  });
