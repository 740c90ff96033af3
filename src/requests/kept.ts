import type { Case, LedgerEvent } from '../ledger/index.ts';
import type {
  Asker,
  Call,
  Consent,
  Description,
  FoundDecision,
  Grant,
  LineLetter,
  PhotographConsent,
  RequestAct,
  RequestForm,
  RequestLink,
  RequestState,
  SafeContact,
  Sought,
} from '../model/index.ts';
import { narrowed } from './consent.ts';
import { needsTwo } from './telling.ts';

/** A request as its entries give it. What was erased is absent; whoever does not hold the class `contact` has none. */
export interface KeptRequest {
  readonly id: string;
  readonly came: 'desk' | 'paper' | 'line';
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly paper?: string | undefined;
  readonly sought?: Sought | undefined;
  readonly description?: Description | undefined;
  readonly asker?: Asker | undefined;
  readonly contact?: SafeContact | undefined;
  /** As it stands now, after every narrowing. */
  readonly grants: readonly Grant[];
  readonly withdrawn: boolean;
  readonly state: RequestState;
  readonly photographs: readonly KeptPhotograph[];
  readonly links: readonly RequestLink[];
  readonly calls: readonly Call[];
  readonly found?: { readonly decision: FoundDecision; readonly words?: string; readonly at: string };
  readonly receipt?: Receipt;
  readonly entries: readonly KeptEntry[];
}

/** What stands of a photograph beside its pictures, which are entries of their own. */
export interface KeptPhotograph {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly width: number;
  readonly height: number;
  readonly words?: string;
  readonly consent: PhotographConsent;
  /** Of the file as it was brought, which is not kept: so that the family’s original can be known again. */
  readonly sha256: string;
  readonly pdq: string;
  /** From 0 to 100: below 50 there is too little to see for a likeness to mean anything. */
  readonly quality: number;
}

/** What a receipt code is known again by: where its mailbox would be, under which salt. */
export interface Receipt {
  readonly salt: string;
  readonly mailbox: string;
}

export interface KeptEntry {
  readonly entry: number;
  readonly at: string;
  readonly by?: string;
  readonly is: KeptAct['is'] | 'entered' | 'family-consent' | 'family-withdrew' | 'family-again';
  readonly words?: string;
  readonly detail?: string;
}

/** What stands in the slots of an entry of kind `request`; all of the class `contact`. */
export interface EnteredSlots {
  readonly came: 'desk' | 'paper';
  readonly paper?: string;
  readonly receipt: Receipt;
}

type Growing = { -readonly [Name in keyof KeptRequest]: KeptRequest[Name] } & {
  entries: KeptEntry[];
  calls: Call[];
  links: RequestLink[];
};

/** Acts as they are kept: without what they were made upon, and with whether a second person is needed. */
export type KeptAct =
  | (RequestAct & { readonly needsTwo?: true })
  | ({ readonly is: 'photograph'; readonly photograph: string } & Omit<KeptPhotograph, 'id' | 'at' | 'by'>);

interface Known {
  readonly requests: Map<string, Growing>;
  readonly version: number;
  readonly erasures: number;
}
const knownOf = new WeakMap<Case, Known>();

/**
 * Every request of the case by its id, in the order received; empty for whoever may not read them. Only what was written
 * since the last asking is read; what was erased is gone at the next.
 */
export function readRequests(opened: Case): ReadonlyMap<string, KeptRequest> {
  if (!opened.classes.has('contact')) return new Map();
  const version = opened.version();
  const known = knownOf.get(opened);
  if (known?.version === version) return known.requests;
  const erasures = opened.events('erasure').length;
  const goesOn = known?.erasures === erasures ? known : undefined;
  const requests = goesOn?.requests ?? new Map<string, Growing>();
  const from = goesOn?.version ?? 0;
  const events = [
    ...opened.events('request', from),
    ...opened
      .events('line', from)
      .filter(({ facts }) => facts.form !== undefined || facts.what === 'withdrawn'),
  ].sort((a, b) => a.entry - b.entry);
  for (const event of events) {
    const id = String(event.facts.request ?? event.facts.talk);
    const before = requests.get(id);
    // What was given out before does not change under whoever holds it.
    if (before) requests.set(id, { ...before, entries: [...before.entries], calls: [...before.calls] });
    if (event.facts.what === 'withdrawn') {
      if (before) withdrawAll(requests.get(id)!);
    } else if (event.kind === 'line') takeLetter(requests, event);
    else if (event.facts.is === 'entered') enter(requests, event);
    else if (before) take(requests.get(id)!, event);
  }
  knownOf.set(opened, { requests, version, erasures });
  return requests;
}

function enter(requests: Map<string, Growing>, event: LedgerEvent): void {
  const { slots, at, facts } = event;
  const id = String(facts.request);
  const about = slots.get('about') as EnteredSlots | undefined;
  const consent = slots.get('consent') as Consent | undefined;
  requests.set(id, {
    id,
    came: about?.came ?? 'desk',
    receivedAt: at,
    changedAt: at,
    ...(about?.paper === undefined ? {} : { paper: about.paper }),
    ...(about ? { receipt: about.receipt } : {}),
    ...partsOf(slots),
    grants: consent?.grants ?? [],
    withdrawn: consent === undefined,
    ...untouched(event),
  });
}

/** What every request begins with. */
const untouched = (event: LedgerEvent) => ({
  state: 'received' as const,
  photographs: [],
  links: [],
  calls: [],
  entries: [entryOf(event, 'entered')],
});

/** A form's parts as they stand in slots of their own, so that each can be erased alone. */
function partsOf(slots: ReadonlyMap<string, unknown>): Partial<Omit<RequestForm, 'consent'>> {
  const parts: Record<string, unknown> = {};
  for (const name of ['sought', 'description', 'asker', 'contact'])
    if (slots.has(name)) parts[name] = slots.get(name);
  return parts;
}

function takeLetter(requests: Map<string, Growing>, event: LedgerEvent): void {
  const { facts, slots, at } = event;
  const id = String(facts.talk);
  const letter = slots.get('letter') as LineLetter | undefined;
  const before = requests.get(id);
  if (!before) {
    if (letter?.sanad !== 'request') return;
    const { consent, ...parts } = letter.form;
    requests.set(id, {
      id,
      came: 'line',
      receivedAt: at,
      changedAt: at,
      ...parts,
      grants: consent.grants,
      withdrawn: false,
      receipt: { salt: String(facts.line ?? ''), mailbox: String(slots.get('receipt') ?? '') },
      ...untouched(event),
    });
    return;
  }
  before.changedAt = at;
  if (letter?.sanad === 'withdraw') {
    withdrawAll(before);
    before.entries.push(entryOf(event, 'family-withdrew'));
  } else if (letter?.sanad === 'consent') {
    // With the code alone a consent only ever becomes narrower.
    before.grants = narrowed(before.grants, letter.consent.grants);
    before.entries.push(entryOf(event, 'family-consent'));
  } else if (letter && !before.withdrawn) {
    const { consent, ...parts } = letter.form;
    Object.assign(before, parts);
    before.grants = narrowed(before.grants, consent.grants);
    before.entries.push(entryOf(event, 'family-again'));
  }
}

function withdrawAll(request: Growing): void {
  request.withdrawn = true;
  request.grants = [];
  request.photographs = [];
}

function take(request: Growing, event: LedgerEvent): void {
  const { slots, at, entry } = event;
  const act = slots.get('act') as KeptAct | undefined;
  const by = whoOf(event);
  request.changedAt = at;
  const { words, detail } = act ? toldOf(act) : {};
  request.entries.push({
    ...entryOf(event, String(event.facts.is) as KeptEntry['is']),
    ...(words === undefined ? {} : { words }),
    ...(detail === undefined ? {} : { detail }),
  });
  if (!act) return;
  switch (act.is) {
    case 'state':
      request.state = act.state;
      break;
    case 'link':
      request.links = withLink(request.links, act, by, at);
      break;
    case 'consent':
      request.grants = act.consent.grants;
      break;
    case 'withdraw':
      withdrawAll(request);
      break;
    case 'photograph': {
      const { is: _, photograph: id, ...photograph } = act;
      request.photographs = [...request.photographs, { ...photograph, id, by, at }];
      break;
    }
    case 'photograph-consent':
      request.photographs = request.photographs.map((one) =>
        one.id === act.photograph ? { ...one, consent: act.consent } : one,
      );
      break;
    case 'photograph-back':
      request.photographs = request.photographs.filter(({ id }) => id !== act.photograph);
      break;
    case 'amend':
      Object.assign(request, { description: undefined }, act.form);
      break;
    case 'found':
      request.found = {
        decision: act.decision,
        at,
        ...(act.words === undefined ? {} : { words: act.words }),
      };
      break;
    case 'propose':
      request.calls.push({
        call: entry,
        matter: act.matter,
        words: act.words,
        proposedBy: by,
        proposedAt: at,
        needsTwo: needsTwo(act.matter),
      });
      break;
    case 'agree':
      request.calls = request.calls.map((call) =>
        call.call === act.call ? { ...call, agreedBy: by } : call,
      );
      break;
    case 'told': {
      const { to, checked, script, words: said } = act;
      const told = { at, by, to, checked, script, words: said, consent: [...request.grants] };
      request.calls = request.calls.map((call) => (call.call === act.call ? { ...call, told } : call));
      break;
    }
  }
}

/**
 * The newest decision on a record counts. `same` with somebody who is said to be dead stands when a second person has
 * said it too; until then it waits.
 */
function withLink(
  links: readonly RequestLink[],
  act: Extract<KeptAct, { readonly is: 'link' }>,
  by: string,
  at: string,
): RequestLink[] {
  const before = links.find(({ record }) => record === act.record);
  const again = before?.standing === act.standing ? before.by : [];
  const who = again.some((one) => isSamePerson(one, by)) ? again : [...again, by];
  const waits = act.standing === 'same' && act.needsTwo === true && who.length < 2;
  return [
    ...links.filter((link) => link !== before),
    {
      record: act.record,
      standing: act.standing,
      by: who,
      at,
      ...(act.reason === undefined ? {} : { reason: act.reason }),
      ...(waits ? { waits: 'second-person' as const } : {}),
    },
  ];
}

/** Two names that differ in nothing but spaces and capitals are one person's. */
export const isSamePerson = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

function toldOf(act: KeptAct): { words?: string | undefined; detail?: string | undefined } {
  switch (act.is) {
    case 'state':
      return { words: act.reason, detail: act.state };
    case 'link':
      return { words: act.reason, detail: act.standing };
    case 'found':
      return { words: act.words, detail: act.decision };
    case 'propose':
      return { words: act.words, detail: act.matter };
    case 'told':
      return { words: act.words, detail: act.script };
    case 'photograph':
      return { words: act.words };
    case 'agree':
      return {};
    default:
      return { words: act.reason };
  }
}

function entryOf(event: LedgerEvent, is: KeptEntry['is']): KeptEntry {
  const by = whoOf(event);
  return { entry: event.entry, at: event.at, is, ...(by === '' ? {} : { by }) };
}

/** The desk reads its own people's names here; elsewhere they are of the class `source`. */
const whoOf = ({ slots, by }: LedgerEvent): string => String(slots.get('who') ?? by ?? '');
