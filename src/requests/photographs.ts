import type { Case, Erasable } from '../ledger/index.ts';
import {
  type ErrorCode,
  type NewPhotograph,
  PHOTOGRAPH_LIMITS,
  type PhotographConsent,
  type RandomBytes,
  randomId,
  SanadError,
} from '../model/index.ts';
import { mayBePublic } from './consent.ts';
import { contactSlots } from './enter.ts';
import { type KeptAct, type KeptPhotograph, type KeptRequest, readRequests } from './kept.ts';

/**
 * Photographs of somebody who is sought. They are of the class `contact` like all that a family tells, so they are no
 * items: an item is told of to everybody who reads the register, and its file opens to whoever holds the key of files.
 * The pictures are entries of their own, which nobody reads but who shows one; what is said of them stands in the
 * request.
 */
export interface DrawnPhotograph
  extends Pick<KeptPhotograph, 'width' | 'height' | 'sha256' | 'pdq' | 'quality'> {
  /** JPEG drawn anew from the points of what was brought: nothing else of that file goes along. */
  readonly large: Uint8Array;
  readonly small: Uint8Array;
}
export type PhotographSize = 'large' | 'small';

/** Why a photograph may not be shown as its consent says. */
export const whyNotConsent = (
  { sought }: Pick<KeptRequest, 'sought'>,
  { screen }: PhotographConsent,
  today: string,
): ErrorCode | undefined =>
  screen.includes('public') && !mayBePublic(sought, today) ? 'tracing.photograph-minor' : undefined;

/**
 * @param today ISO day
 * @returns its id
 * @throws SanadError `request.not-found`, `tracing.moved-on`, `tracing.withdrawn`, `tracing.photographs-full`,
 *   `tracing.photograph-held`, `tracing.photograph-minor`: nothing is kept
 */
export function keepPhotograph(
  opened: Case,
  request: string,
  { consent, words, upon }: Omit<NewPhotograph, 'by'>,
  { large, small, ...drawn }: DrawnPhotograph,
  by: string,
  { random, today }: { readonly random: RandomBytes; readonly today: string },
): string {
  const kept = readRequests(opened).get(request);
  if (!kept) throw new SanadError('request.not-found');
  if (upon !== kept.entries.length) throw new SanadError('tracing.moved-on');
  if (kept.withdrawn) throw new SanadError('tracing.withdrawn');
  if (kept.photographs.length >= PHOTOGRAPH_LIMITS.count)
    throw new SanadError('tracing.photographs-full', { limit: PHOTOGRAPH_LIMITS.count });
  if (kept.photographs.some(({ sha256 }) => sha256 === drawn.sha256))
    throw new SanadError('tracing.photograph-held');
  const why = whyNotConsent(kept, consent, today);
  if (why) throw new SanadError(why);
  const photograph = randomId(random);
  const picture = (size: PhotographSize, bytes: Uint8Array) => ({
    kind: 'photograph' as const,
    facts: { request, photograph, size },
    slots: contactSlots({ picture: Buffer.from(bytes).toString('base64') }),
  });
  const act = { is: 'photograph', photograph, consent, words, ...drawn };
  opened.notes([
    picture('large', large),
    picture('small', small),
    {
      kind: 'request',
      by,
      facts: { request, is: 'photograph' },
      slots: contactSlots({ act, who: by }),
    },
  ]);
  return photograph;
}

/** The picture of a photograph that stands; nothing where it was erased. @throws SanadError `request.not-found` */
export function pictureOf(
  opened: Case,
  { id, photographs }: KeptRequest,
  photograph: string,
  size: PhotographSize,
): Uint8Array | undefined {
  if (!photographs.some((one) => one.id === photograph)) throw new SanadError('request.not-found');
  const found = picturesOf(opened, id).find((one) => one.photograph === photograph && one.size === size);
  const picture = found && opened.log.values(found.entry).get('picture');
  return typeof picture === 'string' ? Buffer.from(picture, 'base64') : undefined;
}

/** All pictures of a request, or of one photograph of it, that were not erased yet. */
export const picturesErasable = (opened: Case, request: string, photograph?: string): Erasable[] =>
  picturesOf(opened, request).flatMap((one) =>
    (photograph === undefined || one.photograph === photograph) && opened.log.values(one.entry).size > 0
      ? [{ entry: one.entry }]
      : [],
  );

/** A photograph that the family took back: its pictures, and what was written when it came. */
export const photographErasable = (opened: Case, request: string, photograph: string): Erasable[] => [
  ...picturesErasable(opened, request, photograph),
  ...opened.events('request').flatMap(({ entry, facts, slots }) => {
    const act = facts.request === request ? (slots.get('act') as KeptAct | undefined) : undefined;
    return act?.is === 'photograph' && act.photograph === photograph ? [{ entry, slots: ['act'] }] : [];
  }),
];

interface Picture {
  readonly entry: number;
  readonly photograph: string;
  readonly size: string;
}
const knownOf = new WeakMap<Case, { readonly version: number; readonly pictures: Map<string, Picture[]> }>();

/** Where the pictures of a request stand. None is read for it: they are asked for as somebody who may read nothing. */
function picturesOf(opened: Case, request: string): readonly Picture[] {
  const version = opened.version();
  const before = knownOf.get(opened);
  const pictures = before?.pictures ?? new Map<string, Picture[]>();
  if (before?.version !== version) {
    for (const { entry, facts } of opened.as([]).events('photograph', before?.version ?? 0)) {
      const own = pictures.get(String(facts.request)) ?? [];
      own.push({ entry, photograph: String(facts.photograph), size: String(facts.size) });
      pictures.set(String(facts.request), own);
    }
    knownOf.set(opened, { version, pictures });
  }
  return pictures.get(request) ?? [];
}
