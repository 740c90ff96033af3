import { nameSkeleton } from '../names/index.ts';
import { type GivenName, linksGiven } from './given-names.ts';
import { nameWords } from './name-words.ts';
import type { Said } from './said.ts';
import { groupNames } from './same-name.ts';

/** Words that a place of detention goes with or without: "Sednaya" in a report on Sednaya prison is the prison. */
const DETENTION = new Set(['prison', 'detention', 'city', 'army', 'national']);

export interface Place {
  /** One form for all spellings. */
  readonly name: string;
  /** The report does not say it of this statement; it is the place that the report is about. */
  readonly inferred: boolean;
}

/** The name of the office that speaks is not the place it speaks of. */
const isSpeaker = ({ statement }: Said): boolean =>
  statement.chain.some((name) => statement.place !== undefined && name.includes(statement.place));

/** Names of fewer consonants meet by chance. */
const TELLING_CONSONANTS = 5;

/** "Tel Marid", "Tell Marreed", "Telmarid": names of places with the same consonants, however parted. */
function spelledAlike(places: Iterable<string>): (readonly [string, string])[] {
  const first = new Map<string, string>();
  const alike: (readonly [string, string])[] = [];
  for (const place of places) {
    const { common, proper } = nameWords(place);
    if (proper.some((word) => !/^\p{Script=Latin}[\p{Script=Latin}’'-]*$/u.test(word))) continue;
    const consonants = nameSkeleton(proper.join(''));
    if (consonants.length < TELLING_CONSONANTS) continue;
    const key = `${common.filter((word) => !DETENTION.has(word)).join('+')}|${consonants}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, place);
    else alike.push([known, place]);
  }
  return alike;
}

/** The place of each statement, its spellings joined across scripts, filled from what its report is mostly about. */
export function placesOf(all: readonly Said[], given: readonly GivenName[] = []): (Place | undefined)[] {
  const uses = new Map<string, number>();
  const named = new Map<string, boolean>();
  const isNamed = (place: string): boolean => {
    let answer = named.get(place);
    if (answer === undefined) {
      answer = nameWords(place).proper.length > 0;
      named.set(place, answer);
    }
    return answer;
  };
  const stated = (said: Said): string | undefined => {
    const { place } = said.statement;
    return place === undefined || isSpeaker(said) || !isNamed(place) ? undefined : place;
  };
  for (const said of all) {
    const place = stated(said);
    if (place) uses.set(place, (uses.get(place) ?? 0) + 1);
  }
  const names = groupNames(
    uses,
    [...linksGiven(uses.keys(), given), ...spelledAlike(uses.keys())],
    (common) => common.filter((word) => !DETENTION.has(word)).join('+'),
  );

  const byRecord = new Map<string, Map<string, number>>();
  for (const said of all) {
    const { record } = said;
    const place = stated(said);
    if (!place) continue;
    const counts = byRecord.get(record.id) ?? new Map<string, number>();
    const name = names.of(place);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    byRecord.set(record.id, counts);
  }
  const main = new Map<string, string>();
  for (const [record, counts] of byRecord) {
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    for (const [name, n] of counts) if (n * 2 > total) main.set(record, name);
  }
  return all.map((said) => {
    const place = stated(said);
    if (place) return { name: names.of(place), inferred: false };
    const name = main.get(said.record.id);
    return name === undefined ? undefined : { name, inferred: true };
  });
}
