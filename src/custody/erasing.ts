import type { Case, Erasable, Erasure, Foreseen, LedgerEvent, NewErasure } from '../ledger/index.ts';
import { ERASURE_BASES, type ErasureBasis, foldedActor, type ItemId, SanadError } from '../model/index.ts';
import { decisionsAbout } from './decisions-about.ts';

/**
 * An erasure is decided by two. Where people have accounts one account asks for it, as an entry, and another carries it
 * out; where there are none, whoever erases names the second. What was made of a file goes with the file.
 */
export interface ErasureAsked {
  /** The entry in which it was asked for; it is known by its number. */
  readonly entry: number;
  readonly at: string;
  /** Absent where there were no accounts. */
  readonly account?: string;
  /** By name where that can be read, else the pseudonym. */
  readonly by?: string;
  readonly basis: ErasureBasis;
  /** Absent for whoever may not read it. */
  readonly reason?: string;
  readonly what: readonly Erasable[];
}

type Asking = Pick<NewErasure, 'what' | 'basis' | 'reason' | 'by'> & {
  readonly account?: string | undefined;
};

/** Who carries out or withdraws: by account where there are some. */
interface Acting {
  readonly by: string;
  readonly account?: string | undefined;
}

/** What another room made of a file, such as small pictures on a plan. */
type Elsewhere = (opened: Case, item: ItemId) => readonly Erasable[];

/** Nothing is erased by it. @throws SanadError `request.not-found` for what the case does not hold, `erase.nothing` */
export function askErasure(opened: Case, { what, basis, reason, by, account }: Asking): ErasureAsked {
  opened.foresee(what);
  const facts = { what: 'asked', account, basis, erasable: what.map((one) => ({ ...one })) };
  const slots = [{ name: 'reason', sensitivity: 'team', value: reason } as const];
  return asAsked(opened.note({ kind: 'erasure-asked', by, facts, slots }));
}

/** Everything that goes with what was named: what was made of it, decided and written about it. */
export function foreseeErasure(
  opened: Case,
  what: readonly Erasable[],
  elsewhere: Elsewhere,
): Foreseen & { readonly what: readonly Erasable[] } {
  const all = withDerived(opened, what, elsewhere);
  return { ...opened.foresee(all), what: all };
}

/** Those that wait, oldest first. */
export function erasuresAsked(opened: Case): ErasureAsked[] {
  const events = opened.events('erasure-asked');
  const done = new Set([
    ...opened.events('erasure').map(({ facts }) => facts.asked),
    ...events.flatMap(({ facts }) => (facts.what === 'withdrawn' ? [facts.asked] : [])),
  ]);
  return events.flatMap((event) =>
    event.facts.what === 'asked' && !done.has(event.entry) ? [asAsked(event)] : [],
  );
}

/** By anybody: what nobody wants any more is not left lying. @throws SanadError `erase.not-asked` */
export function withdrawErasure(opened: Case, entry: number, { by, account }: Acting): void {
  erasureAsked(opened, entry);
  opened.note({ kind: 'erasure-asked', by, facts: { what: 'withdrawn', asked: entry, account } });
}

/**
 * @param acting carries it out: with another account than asked for it, or where there are none under another name
 * @param seen what was looked at before (`foreseeErasure`); something else goes by it than was seen, nothing does
 * @throws SanadError `erase.not-asked`, `erase.two-needed`, `erase.changed`, what `Case.erase` throws
 */
export function carryOutErasure(
  opened: Case,
  entry: number,
  { by, account }: Acting,
  elsewhere: Elsewhere,
  seen?: string,
): Erasure {
  const asked = erasureAsked(opened, entry);
  const { basis, reason = '' } = asked;
  if (!isAnother(asked, { by, account })) throw new SanadError('erase.two-needed');
  const foreseen = foreseeErasure(opened, asked.what, elsewhere);
  if (seen !== undefined && seen !== foreseen.seen) throw new SanadError('erase.changed');
  const both =
    asked.account === undefined || account === undefined
      ? { second: asked.by, asked: entry }
      : { agreed: { asked: entry, accounts: [asked.account, account] } as const };
  return opened.erase({ what: foreseen.what, basis, reason, by, ...both });
}

const isAnother = (asked: ErasureAsked, { by, account }: Acting): boolean =>
  asked.account === undefined || account === undefined
    ? asked.account === account && asked.by !== undefined && foldedActor(asked.by) !== foldedActor(by)
    : asked.account !== account;

/** Where there are no accounts. @throws SanadError `erase.second-needed`, `erase.same-person`, as `Case.erase` */
export function eraseByTwo(opened: Case, erasure: Omit<NewErasure, 'agreed'>, elsewhere: Elsewhere): Erasure {
  const { second = '', by, what } = erasure;
  if (second.trim() === '') throw new SanadError('erase.second-needed');
  if (foldedActor(second) === foldedActor(by)) throw new SanadError('erase.same-person');
  return opened.erase({ ...erasure, what: withDerived(opened, what, elsewhere) });
}

/** One that waits. @throws SanadError `erase.not-asked` */
export function erasureAsked(opened: Case, entry: number): ErasureAsked {
  const asked = erasuresAsked(opened).find((one) => one.entry === entry);
  if (!asked) throw new SanadError('erase.not-asked');
  return asked;
}

function asAsked({ entry, at, by, facts, slots }: LedgerEvent): ErasureAsked {
  const reason = slots.get('reason');
  return {
    entry,
    at,
    ...(typeof facts.account === 'string' ? { account: facts.account } : {}),
    ...(by === undefined ? {} : { by }),
    basis: ERASURE_BASES.find((one) => one === facts.basis) ?? 'asked',
    ...(typeof reason === 'string' ? { reason } : {}),
    what: facts.erasable as unknown as readonly Erasable[],
  };
}

/**
 * A file with its fingerprints, with every copy that was made of it, and of those; a record with what people decided
 * about it, where the record goes whole: their reasons speak of it.
 */
function withDerived(opened: Case, what: readonly Erasable[], elsewhere: Elsewhere): Erasable[] {
  const all: Erasable[] = [...what];
  const taken = new Set(what.flatMap((one) => ('item' in one ? [one.item] : [])));
  const events = opened.events('derived');
  const follow = (of: ItemId): void => {
    all.push(...elsewhere(opened, of));
    for (const { entry, facts, slots } of events) {
      if (facts.of !== of) continue;
      if (slots.size > 0) all.push({ entry, slots: [...slots.keys()] });
      if (typeof facts.copy !== 'string') continue;
      const copy = facts.copy as ItemId;
      if (taken.has(copy) || !opened.items().some(({ id }) => id === copy)) continue;
      taken.add(copy);
      all.push({ item: copy });
      follow(copy);
    }
  };
  for (const one of what) {
    if ('item' in one) follow(one.item);
    else if ('file' in one) follow(one.file);
  }
  const records = what.flatMap((one) =>
    'record' in one && !one.columns && !one.statements ? [one.record] : [],
  );
  return [...all, ...decisionsAbout(opened, new Set(records), taken).map((decision) => ({ decision }))];
}
