import { lookAlikes } from '../files/index.ts';
import type { Case } from '../ledger/index.ts';
import type { PhotographView, RequestSummary, TracingRequest, WatchHit } from '../model/index.ts';
import { hiddenRecords, type People } from '../people/index.ts';
import {
  asSeen,
  isMinor,
  type KeptRequest,
  type KnownPeople,
  readRequests,
  receiptAnswer,
} from '../requests/index.ts';

/** Requests as the desk's pages see them. */

export const today = (): string => new Date().toISOString().slice(0, 10);

export const knownPeople = (opened: Case, people: People): KnownPeople => ({
  fatesOf: (record) => people.card(record)?.fates,
  hidden: hiddenRecords(opened),
});

/** Every request as its links stand today. */
export const seenRequests = (opened: Case, people: People): KeptRequest[] => {
  const known = knownPeople(opened, people);
  return [...readRequests(opened).values()].map((request) => asSeen(request, known));
};

const NAMED = ['given', 'father', 'grandfather', 'family'] as const;

export const nameOf = ({ sought }: Pick<KeptRequest, 'sought'>): string => {
  const { names } = sought ?? {};
  if (!names) return '';
  const written = NAMED.flatMap((slot) => names[slot] ?? []).join(' ');
  return names.given === undefined && names.nickname !== undefined
    ? `${names.nickname} ${written}`.trim()
    : written;
};

/** @param hits of all requests; absent while they are being compared */
export function requestSummary(request: KeptRequest, hits?: readonly WatchHit[]): RequestSummary {
  const { id, state, receivedAt, changedAt, came, sought, asker, withdrawn } = request;
  return {
    id,
    state,
    receivedAt,
    changedAt,
    came,
    name: nameOf(request),
    withdrawn,
    ...(sought?.birth === undefined ? {} : { birth: sought.birth }),
    ...(asker === undefined ? {} : { relation: asker.relation }),
    ...(hits === undefined
      ? {}
      : { hits: hits.filter((hit) => hit.request === id && hit.standing === undefined).length }),
  };
}

export function requestView(
  kept: KeptRequest,
  known: KnownPeople,
  all: Iterable<KeptRequest>,
  hits?: readonly WatchHit[],
): TracingRequest {
  const request = asSeen(kept, known);
  const { paper, sought, description, asker, contact, found } = request;
  return {
    ...requestSummary(request, hits),
    ...(paper === undefined ? {} : { paper }),
    ...(sought === undefined ? {} : { sought }),
    ...(description === undefined ? {} : { description }),
    ...(asker === undefined ? {} : { asker }),
    ...(contact === undefined ? {} : { contact }),
    ...(found === undefined ? {} : { found }),
    consent: [...request.grants],
    minor: isMinor(sought, today()),
    photographs: photographViews(request, all),
    links: [...request.links],
    calls: [...request.calls],
    receipt: receiptAnswer(request),
    upon: kept.entries.length,
    history: [...request.entries],
  };
}

/** Below it there is too little to see for a likeness to mean anything. */
const LEAST_QUALITY = 50;

/** The photographs of one request as its page shows them, each with the other requests that have one that looks the same. */
function photographViews(request: KeptRequest, all: Iterable<KeptRequest>): PhotographView[] {
  const { photographs } = request;
  if (photographs.length === 0) return [];
  const others = [...all].flatMap((other) =>
    other.id === request.id
      ? []
      : other.photographs.flatMap(({ pdq, quality }) => (quality < LEAST_QUALITY ? [] : [{ pdq, other }])),
  );
  const index = lookAlikes(others.map(({ pdq }) => pdq));
  return photographs.map(({ sha256: _, pdq, quality, ...photograph }) => {
    const near = quality < LEAST_QUALITY ? [] : index.near(pdq);
    const alike = new Map(near.map(({ place }) => [others[place]!.other.id, nameOf(others[place]!.other)]));
    return { ...photograph, alike: [...alike].map(([id, name]) => ({ request: id, name })) };
  });
}
