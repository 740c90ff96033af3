import type { Column, Property } from '../model/index.ts';
import { type ColumnContents, contentsOf } from './column-contents.ts';
import { type HeaderMeaning, type MeaningDetail, meaningOfHeader } from './header-meaning.ts';

/** A column with what is needed to read its cells. */
export interface RecognisedColumn extends Column {
  readonly detail?: MeaningDetail;
}

interface Candidate {
  readonly header: string;
  readonly meaning: HeaderMeaning | undefined;
  readonly contents: ColumnContents;
}

interface Found {
  readonly property: Property;
  readonly recognised: Column['recognised'];
  readonly detail?: MeaningDetail;
}

const byHeader = (property: Property, detail?: MeaningDetail): Found => ({
  property,
  recognised: 'header',
  ...(detail === undefined ? {} : { detail }),
});
const byContents = (property: Property): Found => ({ property, recognised: 'contents' });
const unknown: Found = { property: 'text', recognised: 'none' };

/**
 * What each column holds: as a person said, else by the words of its header, else by its cells. Cells that plainly
 * contradict a header win over it. A property that only one column can give goes to the most telling one; the others
 * are kept as text.
 *
 * @param headers as written, one a column
 * @param sample rows of cells from the whole length of the table
 * @param said header → property, by a person
 */
export function recogniseColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  said: Readonly<Record<string, Property>> = {},
  unique: readonly string[] = headers,
): readonly RecognisedColumn[] {
  const candidates = headers.map(
    (header, column): Candidate => ({
      header,
      meaning: meaningOfHeader(header),
      // A header that each page repeats is no cell.
      contents: contentsOf(
        sample.map((cells) => cells[column] ?? '').filter((cell) => cell === '' || cell !== header),
      ),
    }),
  );
  const found: Found[] = candidates.map((candidate, column) => {
    const property = saidOf(said, candidate.header, unique[column]!);
    return property ? { property, recognised: 'person' } : fromHeader(candidate, candidates, sample, column);
  });
  nameTheRest(found, candidates);
  onlyOnce(found, candidates);
  return found.map((one, column) => ({ header: unique[column]!, ...one }));
}

function saidOf(
  said: Readonly<Record<string, Property>>,
  header: string,
  unique: string,
): Property | undefined {
  for (const name of [unique, header, header.trim()]) if (Object.hasOwn(said, name)) return said[name];
  return undefined;
}

/** Fewer cells than this prove nothing against a header. */
const ENOUGH = 3;

function fromHeader(
  { meaning, contents, header }: Candidate,
  all: readonly Candidate[],
  sample: readonly (readonly string[])[],
  column: number,
): Found {
  if (!meaning) return fromContents(contents, header);
  switch (meaning.kind) {
    case 'property':
      return corrected(meaning, contents);
    case 'name':
      if (contents.filled >= ENOUGH && contents.names < 0.2) return byContents('text');
      return byHeader(nameProperty(meaning.of, contents, all, sample, column));
    case 'family-or-nickname':
      if (contents.teknonyms > 0.5) return byHeader('name.teknonym');
      return byHeader(all.some((other) => holds(other, 'name.family')) ? 'name.nickname' : 'name.family');
    case 'identifier':
      return contents.running ? byHeader('ignore') : byHeader('id');
    case 'number':
      if (contents.longNumbers > 0.7 && contents.variety > 0.5) return byHeader('id');
      return contents.names > 0.7 && contents.filled >= ENOUGH
        ? fromContents(contents, '')
        : byHeader(contents.running ? 'ignore' : 'text');
    case 'event':
      if (contents.dates > 0.5 || contents.filled === 0) return byHeader(meaning.date);
      if (contents.statuses > 0.5) return byHeader('status');
      return byHeader(contents.names + contents.prisons + contents.facilities > 0.5 ? meaning.place : 'text');
    case 'place-of-arrest':
      return byHeader(contents.prisons + contents.facilities > 0.25 ? 'place.detention' : 'text');
  }
}

/** A header whose cells plainly hold something else. */
function corrected(meaning: HeaderMeaning & { kind: 'property' }, contents: ColumnContents): Found {
  const { property, detail } = meaning;
  const sure = contents.filled >= ENOUGH;
  switch (property) {
    case 'name.family':
      // «الكنية» is the family name on Syrian forms; a column of أبو … under it is not.
      return sure && contents.teknonyms > 0.6 ? byContents('name.teknonym') : byHeader(property);
    case 'birth.date':
      if (sure && contents.dates < 0.1 && contents.ages < 0.1 && contents.names > 0.7)
        return byContents('place.birth');
      return byHeader(property, detail);
    case 'age':
      if (sure && contents.years > 0.8) return byContents('birth.date');
      return sure && contents.names > 0.8 ? byContents('text') : byHeader(property, detail);
    case 'place':
    case 'place.birth':
      if (sure && contents.dates > 0.8) return byContents(property === 'place' ? 'date' : 'birth.date');
      return byHeader(property);
    case 'sex':
      return sure && contents.sexes < 0.2 && contents.names + contents.dates > 0.5
        ? byContents('text')
        : byHeader(property);
    case 'arrest.date':
    case 'seen.date':
    case 'admission.date':
    case 'release.date':
    case 'death.date':
    case 'date':
      return sure && contents.dates < 0.1 && contents.names > 0.7 ? byContents('text') : byHeader(property);
    case 'name.given':
    case 'name.father':
    case 'name.mother':
    case 'name.grandfather':
    case 'name.full':
      // Yes and no ("father alive"), dates or numbers under a name's header.
      return sure && contents.names < 0.2 && contents.dates + contents.ages > 0.5
        ? byContents('text')
        : byHeader(property);
    case 'text':
      if (contents.reaches > 0.6) return byContents('contact');
      return sure && contents.relations > 0.6 ? byContents('relation') : byHeader(property);
    default:
      return byHeader(property, detail);
  }
}

/**
 * "Name" is the given name where father's and family name stand beside it, the full name where it stands alone; between
 * the two, the number of words in its cells and whether they repeat the family name decide. "Nom" beside "Prénom" is
 * the family name.
 */
function nameProperty(
  of: 'name' | 'nom' | 'person',
  contents: ColumnContents,
  all: readonly Candidate[],
  sample: readonly (readonly string[])[],
  column: number,
): Property {
  const given = all.findIndex((other) => holds(other, 'name.given'));
  const family = all.findIndex(
    (other) => holds(other, 'name.family') || other.meaning?.kind === 'family-or-nickname',
  );
  const father = all.findIndex((other) => holds(other, 'name.father'));
  if (given >= 0) {
    if (of === 'nom' && family < 0) return 'name.family';
    return family < 0 && father < 0 && contents.words < 1.6 ? 'name.family' : 'name.full';
  }
  if (family < 0)
    return father >= 0 && contents.filled >= ENOUGH && contents.words < 1.35 ? 'name.given' : 'name.full';
  return repeats(sample, column, family) ? 'name.full' : 'name.given';
}

const holds = (candidate: Candidate, property: Property): boolean =>
  candidate.meaning?.kind === 'property' && candidate.meaning.property === property;

/** Whether the cells of one column mostly contain those of another, as a full name contains the family name. */
function repeats(sample: readonly (readonly string[])[], whole: number, part: number): boolean {
  let both = 0;
  let contained = 0;
  for (const cells of sample) {
    const inner = (cells[part] ?? '').trim().toLowerCase();
    const outer = (cells[whole] ?? '').trim().toLowerCase();
    if (inner === '' || outer === '') continue;
    both++;
    if (outer !== inner && outer.includes(inner)) contained++;
  }
  return both > 0 && contained * 2 > both;
}

/** Headers that machines write where nobody gave one. */
const MEANINGLESS = /^(?:\s*|(?:unnamed|column|col|field|var|f|c|عمود|حقل)[\s_:.-]*\d*|\d+|[A-Z])$/i;

function fromContents(contents: ColumnContents, header: string): Found {
  if (contents.filled < ENOUGH) return unknown;
  if (contents.sexes > 0.9) return byContents('sex');
  if (contents.statuses > 0.6) return byContents('status');
  if (contents.relations > 0.6) return byContents('relation');
  if (contents.dates > 0.8 && contents.longNumbers < 0.5) {
    if (contents.years > 0.8 && !MEANINGLESS.test(header)) return unknown;
    return byContents(
      (contents.middleYear ?? 9999) < 2003 && (contents.middleYear ?? 0) > 1900 ? 'birth.date' : 'date',
    );
  }
  if (contents.reaches > 0.6) return byContents('contact');
  if (contents.longNumbers > 0.8 && contents.variety > 0.9) return byContents('id');
  if (!MEANINGLESS.test(header)) return unknown;
  if (contents.running) return byContents('ignore');
  const ages = contents.ages > 0.95 && contents.filled >= 20 && contents.variety * contents.filled >= 10;
  return ages && (contents.middleAge ?? 0) >= 15 ? byContents('age') : unknown;
}

const NAMES: ReadonlySet<Property> = new Set<Property>([
  'name.full',
  'name.given',
  'name.family',
  'name.nickname',
  'name.teknonym',
]);

/** Where no header gave a name: the column whose cells look most like full names, or a run of columns of single names. */
function nameTheRest(found: Found[], candidates: readonly Candidate[]): void {
  if (found.some(({ property }) => NAMES.has(property) && property !== 'name.nickname')) return;
  const free = candidates
    .map((candidate, column) => ({ ...candidate.contents, column, header: candidate.header }))
    .filter(
      ({ column, names, filled, prisons, facilities }) =>
        found[column]!.recognised === 'none' &&
        names > 0.85 &&
        filled >= ENOUGH &&
        prisons + facilities < 0.3,
    );
  const full = free.filter(({ words, variety }) => words >= 1.7 && variety > 0.5);
  if (full.length > 0) {
    const best = full.reduce((a, b) => (b.variety * b.words > a.variety * a.words ? b : a));
    found[best.column] = byContents('name.full');
    return;
  }
  // Under headers that say something, a column of single words may be anything.
  const single = free.filter(
    ({ words, header }) => words < 1.7 && (MEANINGLESS.test(header) || free.length === 1),
  );
  const named: readonly Property[] =
    single.length >= 3
      ? ['name.given', 'name.father', 'name.family']
      : single.length === 2
        ? ['name.given', 'name.family']
        : ['name.full'];
  for (const [at, { column }] of single.slice(0, named.length).entries())
    found[column] = byContents(named[at]!);
}

/** Properties that several columns may give. */
const REPEATABLE: ReadonlySet<Property> = new Set<Property>(['text', 'ignore']);

/** Of several columns for one property the first sure and filled one keeps it; names in another script stay beside it. */
function onlyOnce(found: Found[], candidates: readonly Candidate[]): void {
  const keepers = new Map<Property, number>();
  for (const [column, { property, recognised }] of found.entries()) {
    if (REPEATABLE.has(property) || recognised === 'person') continue;
    if (
      found.some((one, other) => other !== column && one.recognised === 'person' && one.property === property)
    ) {
      found[column] = byHeader('text');
      continue;
    }
    const keeper = keepers.get(property);
    if (keeper === undefined) {
      keepers.set(property, column);
      continue;
    }
    const kept = candidates[keeper]!.contents;
    const here = candidates[column]!.contents;
    if (property.startsWith('name.') && kept.arabic !== here.arabic && kept.filled > 0 && here.filled > 0)
      continue;
    const loser =
      found[keeper]!.recognised === 'contents' && recognised === 'header'
        ? keeper
        : kept.filled === 0 && here.filled > 0
          ? keeper
          : column;
    found[loser] = byHeader('text');
    if (loser === keeper) keepers.set(property, column);
  }
}
