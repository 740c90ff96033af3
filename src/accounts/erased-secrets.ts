import type { Case, LedgerEvent } from '../ledger/index.ts';

/** Happenings whose detail helps to pose as somebody, or to read what they left unfinished. */
const SECRET: ReadonlySet<string> = new Set(['totp-set', 'recovery-set', 'passkey-added', 'draft-key']);

/**
 * Secrets that count no more are erased, so that nobody who reads the accounts can use them: those of an account that
 * `which` chooses. That there were some stays told.
 */
export function eraseSecrets(
  opened: Case,
  account: string,
  {
    which = () => true,
    reason,
    by,
  }: {
    readonly which?: (happened: LedgerEvent) => boolean;
    readonly reason: string;
    readonly by: string;
  },
): void {
  const secrets = opened
    .events('account')
    .filter(
      ({ facts, slots }) => facts.account === account && SECRET.has(String(facts.what)) && slots.size > 0,
    )
    .filter(which);
  if (secrets.length === 0) return;
  const what = secrets.map(({ entry }) => ({ entry, slots: ['detail'] }));
  opened.erase({ what, basis: 'term-ended', reason, by });
}
