import {
  type ConsentField,
  dateBounds,
  type Grant,
  type HandedOut,
  parsePartialDate,
  type RecordId,
  type Sought,
} from '../model/index.ts';
import type { KeptRequest } from './kept.ts';

/** What both allow: a consent can be made narrower by whoever holds the code, never wider. */
export const narrowed = (before: readonly Grant[], next: readonly Grant[]): Grant[] =>
  next.flatMap((grant) => {
    const allowed = fieldsFor(before, grant);
    const fields = grant.fields.filter((field) => allowed.has(field));
    return fields.length > 0 ? [{ ...grant, fields }] : [];
  });

/** The groups of fields that a consent gives for one purpose and audience. */
export const fieldsFor = (
  grants: readonly Grant[],
  { purpose, audience }: Pick<Grant, 'purpose' | 'audience'>,
): ReadonlySet<ConsentField> =>
  new Set(
    grants
      .filter((grant) => grant.purpose === purpose && grant.audience === audience)
      .flatMap(({ fields }) => fields),
  );

const ADULT = 18;

/**
 * Whether the one sought may be under age on that day: counted by the latest day of birth that the date may mean.
 *
 * @param today ISO day
 */
export function isMinor(sought: Sought | undefined, today: string): boolean {
  const born = sought?.birth === undefined ? undefined : parsePartialDate(sought.birth);
  if (born === undefined) return false;
  const { last } = dateBounds(born);
  const grown = `${Number(last.slice(0, 4)) + ADULT}${last.slice(4)}`;
  return grown > today;
}

/** Whether the name or face of the one sought may ever be made public: nobody under age, nobody whose age is not known. */
export const mayBePublic = (sought: Sought | undefined, today: string): boolean =>
  sought?.birth !== undefined && !isMinor(sought, today);

/**
 * What of a request may be seen by somebody else for this purpose: nothing but what its consent names now. Nothing while
 * it stands for a file that is hidden, and nothing of somebody who was found and has not said that it may be told.
 */
export function mayLeave(
  request: Pick<KeptRequest, 'id' | 'grants' | 'withdrawn' | 'links' | 'found' | ConsentField>,
  to: Pick<Grant, 'purpose' | 'audience'>,
  { today, hidden }: { readonly today: string; readonly hidden: ReadonlySet<RecordId> },
): HandedOut['requests'][number] | undefined {
  if (request.withdrawn) return undefined;
  if (request.found && request.found.decision !== 'may-tell') return undefined;
  if (request.links.some(({ record, standing }) => standing !== 'not-this-person' && hidden.has(record)))
    return undefined;
  // Nobody under age, and no family's telephone number, is ever made public, whatever was agreed to.
  const isPublic = to.audience === 'public';
  if (isPublic && !mayBePublic(request.sought, today)) return undefined;
  const fields = fieldsFor(request.grants, to);
  const left: Record<string, unknown> = {};
  for (const field of fields)
    if (request[field] !== undefined && !(isPublic && (field === 'contact' || field === 'asker')))
      left[field] = request[field];
  return Object.keys(left).length > 0 ? { id: request.id, ...left } : undefined;
}
