import { foldedActor, SanadError } from '../model/index.ts';
import type { Entries } from './entries.ts';
import { bodyOf } from './entry-facts.ts';
import type { ErasureFacts, Gone, NewErasure } from './erasure.ts';
import type { EventKind, Facts } from './event.ts';

interface Event {
  readonly kind: EventKind | 'record' | 'item';
  readonly facts?: Facts;
}

/**
 * What somebody wrote on the public line goes by the keeper whom they asked, the secrets of an account with the account.
 * Everything else is somebody's who cannot be asked here: that takes two.
 */
const OWN: ReadonlySet<string> = new Set(['line', 'account']);

/**
 * Nobody erases alone, whatever page or command they come by: once people have accounts, one account asked in an entry
 * of the ledger and another carries it out; before, a second person is named.
 *
 * @throws SanadError `erase.two-needed`, `erase.same-person`, `erase.not-asked`
 */
export function mustBeAgreed(
  entries: Entries,
  { by, second, agreed }: Pick<NewErasure, 'by' | 'second' | 'agreed'>,
  gone: Gone,
  files: ErasureFacts['files'],
): void {
  if (second !== undefined && foldedActor(second) === foldedActor(by))
    throw new SanadError('erase.same-person');
  if (agreed) {
    const [asking, carrying] = agreed.accounts;
    if (asking === carrying) throw new SanadError('erase.same-person');
    if (!wasAsked(entries, agreed.asked, asking)) throw new SanadError('erase.not-asked');
    return;
  }
  const own = files.length === 0 && [...gone.keys()].every((seq) => OWN.has(event(entries, seq).kind));
  if (own) return;
  if (second === undefined || accountsExist(entries)) throw new SanadError('erase.two-needed');
}

const event = (entries: Entries, seq: number): Event => bodyOf<Event>(entries, seq).facts;

const accountsExist = (entries: Entries): boolean =>
  entries.named('account', 0).some(({ seq }) => event(entries, seq).facts?.what === 'made');

function wasAsked(entries: Entries, asked: number, account: string): boolean {
  const known = entries.named('erasure-asked', asked).some(({ seq }) => seq === asked);
  if (!known) return false;
  const { facts } = event(entries, asked);
  return facts?.what === 'asked' && facts.account === account;
}
