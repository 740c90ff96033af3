import type { Claim, ClaimsPage } from '../../../src/model/index.ts';
import { reportsOf } from './claim-words.ts';

export const SHOWS = ['all', 'repeated', 'one-voice', 'denied', 'contradicted', 'corroborated'] as const;
export const SORTS = ['telling', 'newest', 'oldest', 'reports', 'figure'] as const;

/** Which claims the reader wants to see, and in which order; it stands in the address. */
export interface Choice {
  readonly words: string;
  readonly show: (typeof SHOWS)[number];
  readonly measure: string;
  readonly stance: string;
  readonly sort: (typeof SORTS)[number];
}

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T =>
  allowed.find((each) => each === value) ?? allowed[0]!;

export const choiceOf = (search: URLSearchParams): Choice => ({
  words: (search.get('words') ?? '').trim().toLowerCase(),
  show: oneOf(SHOWS, search.get('show')),
  measure: search.get('measure') ?? '',
  stance: search.get('stance') ?? '',
  sort: oneOf(SORTS, search.get('sort')),
});

const wordsKnown = new WeakMap<Claim, string>();

/** All words under which a claim may be looked for; put together once a claim. */
function wordsOf(claim: Claim): string {
  let words = wordsKnown.get(claim);
  if (words === undefined) {
    words = [
      claim.text,
      claim.place ?? '',
      ...claim.mentions.flatMap(({ quote, outlet, chain }) => [quote, outlet, ...chain]),
    ]
      .join('\n')
      .toLowerCase();
    wordsKnown.set(claim, words);
  }
  return words;
}

const fits = (claim: Claim, choice: Choice): boolean => {
  if (choice.show === 'repeated' && reportsOf(claim) < 2) return false;
  if (choice.show === 'one-voice' && (reportsOf(claim) < 2 || claim.independent > 1)) return false;
  if (choice.show === 'denied' && !claim.denied) return false;
  if (choice.show === 'contradicted' && claim.verification !== 'contradicted' && !claim.denied) return false;
  if (choice.show === 'corroborated' && claim.independent < 2) return false;
  if (choice.stance !== '' && !claim.mentions.some(({ stance }) => stance === choice.stance)) return false;
  if (choice.words === '') return true;
  return wordsOf(claim).includes(choice.words);
};

const firstDay = (claim: Claim): string =>
  claim.mentions.reduce((day, { published }) => (published && published < day ? published : day), '9999');

/** Greater comes first. */
const RANKS: Readonly<Record<Choice['sort'], (a: Claim, b: Claim) => number>> = {
  telling: (a, b) => tellingOf(b) - tellingOf(a),
  newest: (a, b) => (firstDay(a) < firstDay(b) ? 1 : firstDay(a) > firstDay(b) ? -1 : 0),
  oldest: (a, b) => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : 0),
  reports: (a, b) => reportsOf(b) - reportsOf(a),
  figure: (a, b) => (b.figure?.value ?? -1) - (a.figure?.value ?? -1),
};

/**
 * Many reports on few voices, and what is denied, tell most, and a number more than words; what nobody says and somebody
 * denies tells little.
 */
function tellingOf(claim: Claim): number {
  const reports = reportsOf(claim);
  if (claim.independent === 0) return reports / 100;
  return reports - claim.independent + (claim.denied ? 1.5 : 0) + (claim.figure ? 1 : 0) + reports / 100;
}

export interface ChosenGroup {
  readonly measure: string;
  /** The place of more than half of its claims; the others name their own. */
  readonly place?: string | undefined;
  readonly claims: readonly Claim[];
}

/**
 * What fits, by what is counted, each in order, the group whose best claim ranks first on top. Unless another order is
 * asked for, what is counted comes before what is only said, which is mostly longer than all else.
 */
export function chosenGroups(page: ClaimsPage, choice: Choice): readonly ChosenGroup[] {
  const rank = RANKS[choice.sort];
  return [...Map.groupBy(page.groups, ({ measure }) => measure)]
    .filter(([measure]) => choice.measure === '' || measure === choice.measure)
    .map(([measure, groups]) => {
      const claims = groups.flatMap((group) => group.claims.filter((claim) => fits(claim, choice)));
      return { measure, place: placeOfMost(claims), claims: claims.sort(rank) };
    })
    .filter(({ claims }) => claims.length > 0)
    .sort(
      (a, b) => (choice.sort === 'telling' ? counted(b) - counted(a) : 0) || rank(a.claims[0]!, b.claims[0]!),
    );
}

function placeOfMost(claims: readonly Claim[]): string | undefined {
  const [place, at] = [...Map.groupBy(claims, (claim) => claim.place)].reduce(
    (most, each) => (each[1].length > most[1].length ? each : most),
    [undefined, []],
  );
  return at.length * 2 > claims.length ? place : undefined;
}

const counted = ({ measure }: ChosenGroup): number => Number(measure !== 'statement');
