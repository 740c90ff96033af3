import { FATES, type Fate, type RowStatement, type SourcedValue, type Verification } from '../model/index.ts';
import { type ListedRecord, sourced } from './listed-record.ts';
import { fateOfFacility, fatesInWords, type SpokenFate, saysYes } from './status-words.ts';

/** One record's word on what became of somebody. */
export interface ReportedFate {
  readonly fate: SpokenFate;
  readonly source: SourcedValue;
}

/** Columns whose date, once given, says what happened. The day somebody was last seen says only that they are sought. */
const FATE_OF_DATE: Readonly<Partial<Record<RowStatement['property'], SpokenFate>>> = {
  'arrest.date': 'reported-detained',
  'release.date': 'reported-released',
  'death.date': 'reported-dead',
  'seen.date': 'unknown',
};

/**
 * What one row reports, each with the cell that says so: words in a status column, a date of arrest, release or death,
 * a place of detention, an admission. Where no cell says anything, the list's own title may ("released", "شهداء"), as
 * long as it says one thing. A cell that holds no date says nothing by standing under "died on".
 */
export function fatesOfRow({ record, item, table }: ListedRecord): ReportedFate[] {
  const fates: ReportedFate[] = [];
  const add = (fate: SpokenFate, statement: RowStatement): void => {
    if (!fates.some((known) => known.fate === fate && known.source.statement === statement.id))
      fates.push({ fate, source: sourced(record, statement) });
  };

  const facility = record.statements.find((statement) => statement.property === 'facility');
  const heldAt = facility && fateOfFacility(facility.written);

  for (const statement of record.statements) {
    const { property, written } = statement;
    if (written.trim() === '') continue;
    if (property === 'status') {
      const inHeader = fatesInWords(table.columns[statement.column]?.header ?? '');
      const fatesSaid = saysYes(written) && inHeader.length === 1 ? inHeader : fatesInWords(written);
      for (const fate of fatesSaid) add(fate, statement);
    } else if (property === 'place.detention' && !isPlaceholder(written)) add('reported-detained', statement);
    else if (property === 'facility' && heldAt && !isPlaceholder(written)) add(heldAt, statement);
    else if (property === 'admission.date' && statement.value)
      add(heldAt ?? 'reported-seen-alive', statement);
    else {
      const fate = FATE_OF_DATE[property];
      if (!fate) continue;
      if (statement.value !== undefined) add(fate, statement);
      else for (const said of fatesInWords(written)) add(said, statement);
    }
  }

  if (fates.length === 0) {
    const title = new Set(fatesInWords(`${item.file.replace(/\.[^.]*$/, '')} ${table.sheet ?? ''}`));
    const name = record.statements.find(({ property }) => property.startsWith('name.'));
    if (title.size === 1 && name) add([...title][0]!, name);
  }
  return fates;
}

const isPlaceholder = (written: string): boolean =>
  !/[\p{L}\p{N}]/u.test(written) || fatesInWords(written).includes('unknown');

export interface FateOfPerson {
  readonly fate: Fate;
  readonly verification: Verification;
  readonly sources: readonly SourcedValue[];
}

/** What named people made of the lists' words. */
export interface FateWords {
  /** Statements that stand in a conflict which nobody has settled. */
  readonly contradicted: ReadonlySet<string>;
  /** Statements that somebody has seen to be so. */
  readonly verified: ReadonlySet<string>;
  /** The list a source stands on, versions of it taken as one, within the group joined by decisions. */
  voice(source: SourcedValue): { readonly group: string; readonly series: string };
}

const DEATH: ReadonlySet<Fate> = new Set([
  'reported-dead',
  'registered-dead',
  'remains-presumptive',
  'remains-confirmed',
]);
export const isDeath = (fate: Fate): boolean => DEATH.has(fate);

/**
 * Puts the records' words side by side: several fates stand together, none wins. With nothing reported the fate is
 * unknown, which means presumed alive.
 *
 * A fate is `corroborated` when two lists that are not versions of each other report it, and a person has decided that
 * these rows are the same human being: a machine's join cannot make one list vouch for another. It is `contradicted`
 * when it stands in an open conflict. A machine never says `verified`. What people decided needs no list.
 */
export function fatesOfPerson(
  reported: readonly ReportedFate[],
  decided: ReadonlySet<Fate>,
  { contradicted, verified, voice }: FateWords,
): FateOfPerson[] {
  if (reported.length + decided.size === 0)
    return [{ fate: 'unknown', verification: 'reported', sources: [] }];
  return FATES.flatMap((fate): FateOfPerson[] => {
    const sources = reported.filter((entry) => entry.fate === fate).map((entry) => entry.source);
    if (decided.has(fate)) return [{ fate, verification: 'verified', sources }];
    if (sources.length === 0) return [];
    const voices = new Map<string, Set<string>>();
    for (const source of sources) {
      const { group, series } = voice(source);
      voices.set(group, (voices.get(group) ?? new Set()).add(series));
    }
    const independent = Math.max(...[...voices.values()].map((series) => series.size));
    const verification = sources.some((source) => contradicted.has(source.statement))
      ? 'contradicted'
      : sources.some((source) => verified.has(source.statement))
        ? 'verified'
        : independent >= 2 && fate !== 'unknown'
          ? 'corroborated'
          : 'reported';
    return [{ fate, verification, sources }];
  });
}
