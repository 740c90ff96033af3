import {
  type Call,
  type CHECKED_BY,
  type ErrorCode,
  type Matter,
  NEXT_REQUEST_STATES,
  type ReceiptAnswer,
  type RequestState,
} from '../model/index.ts';
import type { KeptRequest } from './kept.ts';

/** The rules of what a family is told, when, and by how many. Pure. */

/** Whether the desk still looks for this person: a statement of death does not end that. */
export const isWatched = ({ state, withdrawn, sought }: KeptRequest): boolean =>
  !withdrawn && sought !== undefined && state !== 'closed';

/** News of what became of somebody is told by two. */
export const needsTwo = (matter: Matter): boolean =>
  matter === 'alive' || matter === 'whereabouts' || matter === 'death' || matter === 'remains';

/** Why a call about this may not be prepared or made now; nothing where it may. */
export function whyNotTell(
  request: KeptRequest,
  matter: Matter,
  isMinorNow: 'minor' | 'adult',
): ErrorCode | undefined {
  if (request.withdrawn) return 'tracing.withdrawn';
  if (matter === 'nothing-new') return undefined;
  const standing = request.links.filter(({ waits }) => !waits);
  if (matter === 'lead')
    return standing.some((link) => link.standing !== 'not-this-person')
      ? undefined
      : 'tracing.not-established';
  if (!standing.some((link) => link.standing === 'same')) return 'tracing.not-established';
  if (matter !== 'alive' && matter !== 'whereabouts') return undefined;
  // A grown person decides what the family learns; for a child two people of the desk do.
  if (isMinorNow === 'minor' && request.found === undefined) return undefined;
  const decided = request.found?.decision;
  return decided === 'may-tell' || decided === 'may-tell-this' ? undefined : 'tracing.found-decides';
}

/** Why this call may not be written down as made. */
export function whyNotTold(
  request: KeptRequest,
  call: Call,
  how: { readonly checked: (typeof CHECKED_BY)[number]; readonly script: string },
  isMinorNow: 'minor' | 'adult',
): ErrorCode | undefined {
  const rule = whyNotTell(request, call.matter, isMinorNow);
  if (rule) return rule;
  if (call.needsTwo && call.agreedBy === undefined) return 'tracing.second-person';
  const mayCall = request.grants.some(({ purpose }) => purpose === 'call');
  // Without a word to be called, only who comes by themselves can be told.
  if (!mayCall && how.checked === 'code-word') return 'tracing.no-consent';
  return how.script.startsWith(`${call.matter}.`) ? undefined : 'request.invalid';
}

/** Why a request cannot go to this state. */
export function whyNotState(request: KeptRequest, to: RequestState): ErrorCode | undefined {
  if (!NEXT_REQUEST_STATES[request.state].includes(to)) return 'tracing.state-impossible';
  const opened = request.entries.findLast(({ is, detail }) => is === 'state' && detail === 'reopened');
  const told = request.calls.some((call) => call.told !== undefined && call.call > (opened?.entry ?? -1));
  if (to === 'answered' && !told) return 'tracing.needs-told';
  const neverBegun = request.state === 'received' || request.state === 'incomplete' || request.withdrawn;
  if (to === 'closed' && !told && !neverBegun) return 'tracing.needs-told';
  return undefined;
}

/**
 * What "anything new?" answers: that the desk will call, or nothing new; the fate of nobody, not even that there is a
 * name on a list. Whoever asks may have taken the code from the family.
 */
export function receiptAnswer(request: KeptRequest): ReceiptAnswer {
  if (request.withdrawn) return 'withdrawn';
  const coming = request.calls.some(
    ({ matter, told, needsTwo: two, agreedBy }) =>
      matter !== 'nothing-new' &&
      told === undefined &&
      (!two || agreedBy !== undefined) &&
      whyNotTell(request, matter, 'adult') === undefined,
  );
  return coming || request.state === 'awaiting-family' ? 'will-call' : 'nothing-new';
}
