import type { Accounts } from '../accounts/index.ts';
import { type ErasureAsked, erasuresAsked, foreseeErasure } from '../custody/index.ts';
import type { Case, Erasable, LedgerEvent } from '../ledger/index.ts';
import {
  type DoneErasure,
  ERASURE_BASES,
  type ErasurePart,
  type ErasuresPage,
  type ForeseenErasure,
  foldedActor,
  type ItemId,
  itemOf,
  type WaitingErasure,
} from '../model/index.ts';
import { smallPicturesOf } from '../site/index.ts';
import { provableRecord, shownValue } from './provable.ts';

/** Erasures as the pages show them: before, with every value that would go; after, as the ledger tells them. */

/** Who looks at them: an account, or where there are none nobody in particular. */
export interface Looking {
  readonly account?: string | undefined;
  readonly by?: string | undefined;
}

/** @throws SanadError as `foreseeErasure` */
export function foreseenView(opened: Case, what: readonly Erasable[]): ForeseenErasure {
  const foreseen = foreseeErasure(opened, what, smallPicturesOf);
  const whole = new Set(foreseen.what.flatMap((one) => ('item' in one ? [one.item] : [])));
  const files = new Set(foreseen.what.flatMap((one) => ('file' in one ? [one.file] : [])));
  const touched = new Set(foreseen.what.flatMap((one) => ('record' in one ? [itemOf(one.record)] : [])));
  const stays = [...touched].filter((item) => !whole.has(item) && !files.has(item));
  return {
    parts: foreseen.what.map((one, at) => partOf(opened, one, at >= what.length)),
    entries: foreseen.erased.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    files: foreseen.files.length,
    stays: stays.map((item) => ({ item, file: opened.item(item).file })),
    seen: foreseen.seen,
  };
}

function partOf(opened: Case, one: Erasable, derived: boolean): ErasurePart {
  if ('record' in one) {
    const { file, values } = provableRecord(opened, one.record);
    const slots = [
      ...(one.columns ?? []).map((n) => `c${String(n).padStart(2, '0')}`),
      ...(one.statements ?? []).map((n) => `s${n}`),
    ];
    const going = slots.length === 0 ? values : values.filter(({ slot }) => slots.includes(slot));
    return { kind: 'record', id: one.record, derived, file, values: going };
  }
  if ('item' in one)
    return { kind: 'item', id: one.item, derived, ...itemFacts(opened, one.item), values: [] };
  if ('file' in one) {
    const { file } = itemFacts(opened, one.file);
    return { kind: 'file', id: one.file, derived, file, values: [] };
  }
  if ('decision' in one) {
    const { reason, ...decision } = opened.decision(one.decision);
    const value = 'value' in decision ? decision.value : undefined;
    const said =
      typeof value === 'object'
        ? { reason, value: value.through.join(' › ') || undefined, place: value.place || undefined }
        : { reason, value };
    const values = Object.entries(said).flatMap(([slot, text]) =>
      text === undefined ? [] : [{ slot, text }],
    );
    return { kind: 'decision', id: one.decision, derived, values };
  }
  const { kind } = JSON.parse(opened.log.entry(one.entry)) as { kind: string };
  // who asks is known to fewer than what they ask about
  const closed = kind === 'request' && !opened.classes.has('contact');
  // a picture has no words
  const values = closed || kind === 'photograph' ? [] : [...opened.log.values(one.entry)];
  return {
    kind: 'event',
    id: `${kind} ${one.entry}`,
    derived,
    values: values
      .filter(([slot]) => !one.slots || one.slots.includes(slot))
      .map(([slot, value]) => ({ slot, text: shownValue(value) })),
  };
}

const itemFacts = (opened: Case, id: ItemId): { readonly file: string; readonly records: number } => {
  const { file, records } = opened.item(id);
  return { file, records };
};

export function erasuresPage(opened: Case, accounts: Accounts | undefined, me: Looking): ErasuresPage {
  return {
    waiting: erasuresAsked(opened).map((asked) => waitingView(asked, accounts, me)),
    done: opened
      .events('erasure')
      .map((event) => doneView(opened, event, accounts))
      .reverse(),
  };
}

export function waitingView(
  { entry, at, account, by, basis, reason, what }: ErasureAsked,
  accounts: Accounts | undefined,
  me: Looking,
): WaitingErasure {
  const who = account === undefined ? by : nameOf(accounts, account);
  const own = account === undefined ? isSame(by, me.by) : account === me.account;
  return {
    entry,
    at,
    ...(who === undefined ? {} : { by: who }),
    basis,
    ...(reason === undefined ? {} : { reason }),
    parts: what.length,
    yours: !own,
  };
}

const isSame = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && foldedActor(a) === foldedActor(b);

const nameOf = (accounts: Accounts | undefined, id: string): string => accounts?.read.byId(id)?.name ?? id;

/** As the entry of the ledger tells it. */
export function doneView(
  opened: Case,
  { entry, at, by, facts, slots }: LedgerEvent,
  accounts: Accounts | undefined,
): DoneErasure {
  const spans = facts.erased as unknown as readonly { readonly first: number; readonly last: number }[];
  const both = (facts.accounts ?? []) as readonly string[];
  const reason = slots.get('reason');
  return {
    entry,
    at,
    basis: ERASURE_BASES.find((one) => one === facts.basis) ?? 'asked',
    ...(typeof reason === 'string' ? { reason } : {}),
    people:
      both.length > 0
        ? both.map((id) => nameOf(accounts, id))
        : [askedBy(opened, facts.asked), by ?? []].flat(),
    ...(typeof facts.asked === 'number' ? { asked: facts.asked } : {}),
    entries: spans.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    files: ((facts.files ?? []) as readonly unknown[]).length,
  };
}

/** Who asked, where nobody has an account. */
function askedBy(opened: Case, asked: unknown): string[] {
  if (typeof asked !== 'number') return [];
  return opened.events('erasure-asked', asked, asked + 1).flatMap(({ by }) => by ?? []);
}
