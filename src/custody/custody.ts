import type { Case, LedgerEvent } from '../ledger/index.ts';
import { CUSTODY_STEPS, type CustodyStep, type ItemId, SanadError } from '../model/index.ts';

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

const VALUES = ['from', 'to', 'when', 'place', 'how', 'consent', 'conditions', 'address', 'note'] as const;
const LONGEST = 4000;

/** @throws SanadError `request.not-found` for an item that is not held, `request.invalid` */
export function noteCustody(to: Case, link: NewCustody): CustodyLink {
  to.item(link.item);
  const slots = VALUES.flatMap((name) => {
    const value = link[name]?.trim();
    if (value === undefined || value === '') return [];
    if (value.length > LONGEST) throw new SanadError('request.invalid', { reason: name });
    return [{ name, sensitivity: 'source', value } as const];
  });
  if (
    link.when !== undefined &&
    !/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.test(link.when)
  )
    throw new SanadError('request.invalid', { reason: 'when' });
  return linkOf(
    to.note({ kind: 'custody', by: link.by, facts: { item: link.item, what: link.what }, slots }),
  );
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

function linkOf({ facts, slots, by, entry, at, erased }: LedgerEvent): CustodyLink {
  const values: Partial<Record<(typeof VALUES)[number], string>> = {};
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
