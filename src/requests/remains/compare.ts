import {
  type ComparedField,
  type Comparison,
  type Description,
  dateBounds,
  type FoundBody,
  type Mark,
  parsePartialDate,
  type Sought,
  type Tooth,
} from '../../model/index.ts';
import { foldName } from '../../names/index.ts';

/**
 * What a family says of somebody beside what a body shows (ante-mortem and post-mortem data, INTERPOL DVI Guide 2018,
 * annexes 1 and 2): impossible ones go, with the reason; the rest is put in an order by points. Points are no
 * probability, and nothing here ever says that a body is somebody: that is decided by people.
 */
export interface Missing {
  readonly request: string;
  readonly name: string;
  readonly sought: Sought;
  readonly description?: Description | undefined;
}

/** Years by which an estimate of age, centimetres by which a family's memory of a height, may be off. */
const AGE_SLACK = 5;
const HEIGHT_SLACK = 8;
const AGES_A_DAY_MS = 365.25 * 24 * 3600 * 1000;

/** Marks that are not lost again while somebody lives, nor overlooked where they were looked for. */
const LASTING: ReadonlySet<Mark['kind']> = new Set(['amputation', 'implant', 'tattoo', 'deformity']);

export function compareRemains(missing: Missing, body: FoundBody): Comparison {
  const fields = [
    compareSex(missing.sought, body),
    compareDates(missing.sought, body),
    compareAge(missing.sought, body),
    compareHeight(missing.description, body),
    compareMarks(missing.description?.marks ?? [], body.marks, body.state),
    compareTeeth(missing.description?.teeth ?? [], body.teeth),
    compareBelongings(missing.description?.belongings ?? [], body.belongings),
  ];
  return {
    request: missing.request,
    name: missing.name,
    points: fields.reduce((sum, { points }) => sum + points, 0),
    fields,
  };
}

export const isPossible = ({ fields }: Comparison): boolean =>
  fields.every(({ outcome }) => outcome !== 'impossible');

const said = (
  field: ComparedField['field'],
  outcome: ComparedField['outcome'],
  points: number,
  family?: string,
  body?: string,
): ComparedField => ({
  field,
  outcome,
  points,
  ...(family === undefined ? {} : { family }),
  ...(body === undefined ? {} : { body }),
});

function compareSex({ sex }: Sought, body: FoundBody): ComparedField {
  if (sex === undefined || body.sex === undefined) return said('sex', 'unknown', 0, sex, body.sex);
  return sex === body.sex
    ? said('sex', 'fits', 1, sex, body.sex)
    : said('sex', 'impossible', 0, sex, body.sex);
}

/** Seen alive after the body was found: not the same. */
function compareDates(sought: Sought, body: FoundBody): ComparedField {
  const last = sought.lastSeen ?? sought.arrest;
  const seen = last === undefined ? undefined : parsePartialDate(last);
  const found = body.found === undefined ? undefined : parsePartialDate(body.found);
  if (seen === undefined || found === undefined) return said('dates', 'unknown', 0, last, body.found);
  return dateBounds(seen).first > dateBounds(found).last
    ? said('dates', 'impossible', 0, last, body.found)
    : said('dates', 'fits', 0, last, body.found);
}

function compareAge(sought: Sought, body: FoundBody): ComparedField {
  const born = sought.birth === undefined ? undefined : parsePartialDate(sought.birth);
  const written = body.age === undefined ? undefined : body.age.join('–');
  const until = parsePartialDate(body.diedFrom ?? body.found ?? '');
  if (born === undefined || body.age === undefined || until === undefined)
    return said('age', 'unknown', 0, sought.birth, written);
  const found = parsePartialDate(body.found ?? '') ?? until;
  const years = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / AGES_A_DAY_MS;
  // As old as they can have been, and as young: dates of both ends may be years wide.
  const youngest = years(dateBounds(born).last, dateBounds(until).first);
  const oldest = years(dateBounds(born).first, dateBounds(found).last);
  const [low, high] = body.age;
  if (oldest < low - AGE_SLACK || youngest > high + AGE_SLACK)
    return said('age', 'impossible', 0, sought.birth, written);
  return oldest >= low && youngest <= high
    ? said('age', 'fits', 2 - Math.min(1, (high - low) / 20), sought.birth, written)
    : said('age', 'speaks-against', -1, sought.birth, written);
}

function compareHeight(description: Description | undefined, body: FoundBody): ComparedField {
  const { height } = description ?? {};
  const [family, found] = [height === undefined ? undefined : String(height), body.height?.join('–')];
  if (height === undefined || !body.height) return said('height', 'unknown', 0, family, found);
  const [low, high] = body.height;
  if (height < low - HEIGHT_SLACK || height > high + HEIGHT_SLACK)
    return said('height', 'impossible', 0, family, found);
  return height >= low - 2 && height <= high + 2
    ? said('height', 'fits', 1, family, found)
    : said('height', 'speaks-against', -0.5, family, found);
}

const WORTH: Readonly<Record<Mark['kind'], number>> = {
  amputation: 8,
  implant: 7,
  tattoo: 6,
  deformity: 5,
  fracture: 3,
  birthmark: 3,
  scar: 3,
  other: 1,
};
const inWords = ({ kind, part, words }: Mark): string => [kind, part, ...(words ? [words] : [])].join(' ');

function compareMarks(
  family: readonly Mark[],
  found: readonly Mark[],
  state: FoundBody['state'],
): ComparedField {
  const had = family.filter(({ absent }) => !absent);
  const there = found.filter(({ absent }) => !absent);
  const [a, b] = [had.map(inWords).join('; ') || undefined, found.map(inWords).join('; ') || undefined];
  const places = (marks: readonly Mark[], { kind, part }: Mark): Mark | undefined =>
    marks.find((one) => one.kind === kind && one.part === part);
  const lost = had.find((mark) => LASTING.has(mark.kind) && places(found, mark)?.absent);
  // Skin goes, metal and a missing limb do not.
  const skinIsThere = state === 'whole' || state === 'part';
  if (lost && (skinIsThere || lost.kind === 'amputation' || lost.kind === 'implant'))
    return said('marks', 'impossible', 0, inWords(lost), b);
  // A limb that the family knows to be whole was not lost long before.
  const whole = family.find(
    ({ kind, absent, part }) => absent && kind === 'amputation' && places(there, { kind, part }),
  );
  if (whole) return said('marks', 'impossible', 0, inWords(whole), b);
  let points = 0;
  for (const mark of had) {
    const met = places(there, mark);
    if (met) points += WORTH[mark.kind] + sharedWords(mark.words, met.words);
    else if (there.some(({ kind, words }) => kind === mark.kind && sharedWords(mark.words, words) > 0))
      points += 1;
    else if (places(found, mark)?.absent && skinIsThere) points -= 2;
  }
  if (had.length === 0 || found.length === 0) return said('marks', 'unknown', 0, a, b);
  return said('marks', points > 0 ? 'speaks-for' : points < 0 ? 'speaks-against' : 'fits', points, a, b);
}

/** A tooth that was gone or treated does not come back sound. */
function compareTeeth(family: readonly Tooth[], found: readonly Tooth[]): ComparedField {
  const foundState = new Map(found.map(({ tooth, state }) => [tooth, state]));
  const shared = family.filter(({ tooth }) => foundState.has(tooth));
  const written = (teeth: readonly Tooth[]): string | undefined =>
    teeth.map(({ tooth, state }) => `${tooth} ${state}`).join(', ') || undefined;
  const [a, b] = [written(family), written(found)];
  if (shared.length === 0) return said('teeth', 'unknown', 0, a, b);
  let points = 0;
  for (const { tooth, state } of shared) {
    const now = foundState.get(tooth)!;
    const backwards = (state === 'missing' && now !== 'missing') || (state !== 'sound' && now === 'sound');
    if (backwards) return said('teeth', 'impossible', 0, `${tooth} ${state}`, `${tooth} ${now}`);
    if (state === now) points += state === 'sound' ? 0.25 : 2.5;
  }
  return said('teeth', points >= 1 ? 'speaks-for' : 'fits', points, a, b);
}

function compareBelongings(family: readonly string[], found: readonly string[]): ComparedField {
  const [a, b] = [family.join('; ') || undefined, found.join('; ') || undefined];
  if (family.length === 0 || found.length === 0) return said('belongings', 'unknown', 0, a, b);
  const points = family.reduce(
    (sum, thing) => sum + Math.max(0, ...found.map((other) => sharedWords(thing, other))),
    0,
  );
  // Clothes are lent, taken and swapped: they order, and shut nobody out.
  return said('belongings', points > 0 ? 'speaks-for' : 'fits', Math.min(3, points), a, b);
}

/** Half a point for each word of three letters or more that both have. */
function sharedWords(a: string | undefined, b: string | undefined): number {
  const words = (text = ''): Set<string> =>
    new Set(
      foldName(text)
        .split(/\s+/)
        .filter((word) => word.length >= 3),
    );
  const others = words(b);
  return [...words(a)].filter((word) => others.has(word)).length / 2;
}
