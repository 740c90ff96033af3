import type { Case, Erasable } from '../ledger/index.ts';
import { type ErrorCode, type Fate, type RecordId, type RequestAct, SanadError } from '../model/index.ts';
import { isMinor } from './consent.ts';
import { contactSlots } from './enter.ts';
import { isSamePerson, type KeptRequest, readRequests } from './kept.ts';
import { picturesErasable, whyNotConsent } from './photographs.ts';
import { whyNotState, whyNotTell, whyNotTold } from './telling.ts';

/** What acts need to know of the people of the case. */
export interface KnownPeople {
  /** What the person of this record is said to have become of; nothing where the record does not count or is hidden. */
  fatesOf(record: RecordId): readonly Fate[] | undefined;
  hidden: ReadonlySet<RecordId>;
}

const DEATH: ReadonlySet<Fate> = new Set([
  'reported-dead',
  'registered-dead',
  'remains-presumptive',
  'remains-confirmed',
]);

/**
 * The request as its links stand today: none to files that are hidden while identity is checked, and a `same` of one
 * person alone waits from the moment somebody is said to be dead.
 */
export function asSeen(request: KeptRequest, { hidden, fatesOf }: KnownPeople): KeptRequest {
  if (request.links.length === 0) return request;
  const links = request.links
    .filter(({ record }) => !hidden.has(record))
    .map((link) =>
      link.standing === 'same' && link.by.length < 2 && isSaidDead(fatesOf(link.record))
        ? { ...link, waits: 'second-person' as const }
        : link,
    );
  return { ...request, links };
}

const isSaidDead = (fates: readonly Fate[] = []): boolean => fates.some((fate) => DEATH.has(fate));

/**
 * Writes down what a named person decided or did about a request.
 *
 * @param today ISO day
 * @returns the request as it stands then
 * @throws SanadError `request.not-found`; `tracing.moved-on` where somebody wrote since `upon`: nothing is kept; and
 *   what the rules of `telling` refuse
 */
export function actOnRequest(
  opened: Case,
  id: string,
  given: RequestAct,
  by: string,
  people: KnownPeople,
  today: string,
): KeptRequest {
  const kept = readRequests(opened).get(id);
  if (!kept) throw new SanadError('request.not-found');
  const request = asSeen(kept, people);
  if (given.upon !== kept.entries.length) throw new SanadError('tracing.moved-on');
  const why = refusal(request, given, by, people, today);
  if (why) throw new SanadError(why);
  const { upon: _, by: __, ...act } = given;
  const two = given.is === 'link' && isSaidDead(people.fatesOf(given.record));
  opened.note({
    kind: 'request',
    by,
    facts: { request: id, is: given.is },
    slots: contactSlots({ act: two ? { ...act, needsTwo: true } : act, who: by }),
  });
  return asSeen(readRequests(opened).get(id)!, people);
}

function refusal(
  request: KeptRequest,
  act: RequestAct,
  by: string,
  people: KnownPeople,
  today: string,
): ErrorCode | undefined {
  if (request.withdrawn && act.is !== 'state') return 'tracing.withdrawn';
  const age = isMinor(request.sought, today) ? 'minor' : 'adult';
  switch (act.is) {
    case 'state':
      return whyNotState(request, act.state);
    case 'link': {
      if (people.fatesOf(act.record) === undefined) return 'tracing.record-unknown';
      const before = request.links.find(({ record }) => record === act.record);
      const again = before?.waits !== undefined && act.standing === 'same';
      return again && before.by.some((one) => isSamePerson(one, by)) ? 'tracing.same-person' : undefined;
    }
    case 'photograph-consent':
    case 'photograph-back': {
      if (!request.photographs.some(({ id }) => id === act.photograph)) return 'request.not-found';
      return act.is === 'photograph-consent' ? whyNotConsent(request, act.consent, today) : undefined;
    }
    case 'propose':
      return whyNotTell(request, act.matter, age);
    case 'agree': {
      const call = request.calls.find((one) => one.call === act.call);
      if (!call || call.told !== undefined) return 'request.not-found';
      if (isSamePerson(call.proposedBy, by)) return 'tracing.same-person';
      return whyNotTell(request, call.matter, age);
    }
    case 'told': {
      const call = request.calls.find((one) => one.call === act.call);
      if (!call || call.told !== undefined) return 'request.not-found';
      return whyNotTold(request, call, act, age);
    }
    default:
      return undefined;
  }
}

/**
 * All that a family told, to be made unreadable for ever once it has withdrawn; that there was a request stays.
 *
 * @throws SanadError `request.not-found` where it does not stand as withdrawn, `erase.nothing`
 */
export function requestErasable(opened: Case, id: string): Erasable[] {
  if (!readRequests(opened).get(id)?.withdrawn) throw new SanadError('request.not-found');
  const own = [...opened.events('request'), ...opened.events('line')].filter(
    ({ facts, slots }) => (facts.request === id || facts.talk === id) && slots.size > 0,
  );
  if (own.length === 0) throw new SanadError('erase.nothing');
  return [
    ...own.map(({ entry, slots }) => ({ entry, slots: [...slots.keys()] })),
    ...picturesErasable(opened, id),
  ];
}
