import {
  type Audience,
  type ConsentPurpose,
  dateBounds,
  type Fate,
  type PhotographUse,
  parsePartialDate,
  type Sought,
} from '../model/index.ts';
import type { KnownPeople } from './acts.ts';
import { mayLeave } from './consent.ts';
import type { KeptPhotograph, KeptRequest } from './kept.ts';
import { isWatched } from './telling.ts';

/** As what a request’s own consent lets the one sought be named to each. */
const PURPOSE: Readonly<Record<Audience, ConsentPurpose>> = {
  team: 'compare',
  partners: 'share',
  mandated: 'share',
  public: 'publish',
};
/** Nobody of whom two people decided this is sought any more. */
const NO_LONGER_MISSING: ReadonlySet<Fate> = new Set(['contacted-alive', 'remains-confirmed']);

/**
 * The photograph by which somebody stands on the wall of the missing for this audience, on a screen or on paper; nothing
 * for whom it may not. The one rule: the request is open, its consent lets this audience know who is sought (`mayLeave`:
 * no minor in public, nobody whose file is hidden), nobody was found, and a photograph of it has a consent for them.
 */
export function photographOnWall(
  request: KeptRequest,
  { audience, use }: { readonly audience: Audience; readonly use: PhotographUse },
  { today, hidden, fatesOf }: KnownPeople & { readonly today: string },
): KeptPhotograph | undefined {
  if (!isWatched(request) || request.found) return undefined;
  const found = request.links.some(
    ({ record, standing }) =>
      standing !== 'not-this-person' && fatesOf(record)?.some((fate) => NO_LONGER_MISSING.has(fate)),
  );
  if (found) return undefined;
  const named = mayLeave(request, { purpose: PURPOSE[audience], audience }, { today, hidden });
  if (!named?.sought) return undefined;
  return request.photographs.find(
    ({ consent }) =>
      consent.screen.includes(audience) && (use === 'screen' || consent.paper.includes(audience)),
  );
}

/** Whole years on that day, at the least and at the most that the date of birth allows. */
export function ageOn({ birth }: Pick<Sought, 'birth'>, today: string): [number, number] | undefined {
  const born = birth === undefined ? undefined : parsePartialDate(birth);
  if (born === undefined) return undefined;
  const { first, last } = dateBounds(born);
  const years = (day: string): number =>
    Math.max(
      0,
      Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(4) < day.slice(4) ? 1 : 0),
    );
  return [years(last), years(first)];
}
