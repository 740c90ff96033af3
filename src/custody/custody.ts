import type { Case, LedgerEvent, Slot } from '../ledger/index.ts';
import { CUSTODY_STEPS, type CustodyStep, type ItemId, KNOWN_MOMENT, SanadError } from '../model/index.ts';

/** Everything about people stands under `source`; only the step, the item and the time of writing stand in the clear. */
export interface NewCustody {
  readonly item: ItemId;
  readonly what: CustodyStep;
  /** Who writes this down. */
  readonly by: string;
  /** Who held it before, and who from then on; a person or an office, as they wish to be named. */
  readonly from?: string;
  readonly to?: string;
  /** When it happened, as far as it is known: `2024`, `2024-12`, `2024-12-08`, `2024-12-08T06:41Z`. */
  readonly when?: string;
  /** Where. */
  readonly place?: string;
  /** How it was acquired or handed over: a drive, a capture of a page, a copy of a copy. */
  readonly how?: string;
  /** What the giver agreed to, word for word. */
  readonly consent?: string;
  /** What may be done with it and what not: shared with whom, after whose yes. */
  readonly conditions?: string;
  /** Of a saved page: its address (Berkeley Protocol, §155). */
  readonly address?: string;
  /** When it was published, as the page says, and who captured it. */
  readonly published?: string;
  readonly collector?: string;
  readonly note?: string;
}

export interface CustodyLink extends Omit<NewCustody, 'by'> {
  /** Absent where the pseudonym cannot be read. */
  readonly by?: string;
  /** Number of the entry. */
  readonly entry: number;
  /** When it was written down. */
  readonly at: string;
  /** Values that were erased. */
  readonly erased: readonly string[];
}

const VALUES = [
  'from',
  'to',
  'when',
  'place',
  'how',
  'consent',
  'conditions',
  'address',
  'published',
  'collector',
  'note',
] as const;
type Said = Partial<Record<(typeof VALUES)[number], string>>;
const LONGEST = 4000;

/** @throws SanadError `request.not-found` for an item that is not held, `request.invalid` */
export function noteCustody(to: Case, link: NewCustody): CustodyLink {
  to.item(link.item);
  return linkOf(
    to.note({
      kind: 'custody',
      by: link.by,
      facts: { item: link.item, what: link.what },
      slots: saidAs(link),
    }),
  );
}

/** What a link says of people, sealed as what it is. @throws SanadError `request.invalid` */
export function saidAs(link: Said): Slot[] {
  for (const name of ['when', 'published'] as const)
    if (link[name] !== undefined && !KNOWN_MOMENT.test(link[name]))
      throw new SanadError('request.invalid', { reason: name });
  return VALUES.flatMap((name) => {
    const value = link[name]?.trim();
    if (value === undefined || value === '') return [];
    if (value.length > LONGEST) throw new SanadError('request.invalid', { reason: name });
    return [{ name, sensitivity: 'source', value } as const];
  });
}

/** The chain of one file: its coming into the case, and everything noted since, in the order in which it was written. */
export function custodyOf(opened: Case, item: ItemId): CustodyLink[] {
  const { receivedAt, receivedBy } = opened.item(item);
  const received: CustodyLink = {
    item,
    what: 'acquired',
    by: receivedBy,
    entry: opened.proof(item).entry,
    at: receivedAt,
    erased: [],
  };
  const noted = opened
    .events('custody')
    .filter(({ facts }) => facts.item === item || (Array.isArray(facts.items) && facts.items.includes(item)))
    .map(linkOf);
  return [received, ...noted.map((link) => ({ ...link, item }))];
}

export function linkOf({ facts, slots, by, entry, at, erased }: LedgerEvent): CustodyLink {
  const values: Said = {};
  for (const name of VALUES) {
    const value = slots.get(name);
    if (typeof value === 'string') values[name] = value;
  }
  const what = CUSTODY_STEPS.find((step) => step === facts.what) ?? 'acquired';
  return {
    item: String(facts.item ?? '') as ItemId,
    what,
    ...(by === undefined ? {} : { by }),
    ...values,
    entry,
    at,
    erased,
  };
}
