import type { LedgerEvent } from '../ledger/index.ts';
import { type RandomBytes, SanadError, type TotpBegun } from '../model/index.ts';
import type { Account, AccountsRead, Happening } from './account.ts';
import { canHavePasskeys, newPasskey, type Place, passkeyOptions } from './passkeys.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';

interface World {
  readonly accounts: AccountsRead;
  readonly now: () => number;
  readonly random: RandomBytes;
  readonly note: (account: string, happened: Happening) => void;
  /** Erases the secrets of what came before the newest of its kind, or of what is gone. */
  readonly forget: (account: string, which: (happened: LedgerEvent) => boolean) => void;
  readonly caseName: string;
}

/** What was begun and not finished is forgotten after so long. */
const BEGUN_MINUTES = 10;

/** Setting up and removing what an account is asked for beside its password. Nothing counts until it was shown to work. */
export function secondFactors({ accounts, now, random, note, forget, caseName }: World) {
  const begun = new Map<string, { readonly value: string; readonly until: number }>();
  const remember = (key: string, value: string): void => {
    for (const [known, { until }] of begun) if (until < now()) begun.delete(known);
    begun.set(key, { value, until: now() + BEGUN_MINUTES * 60_000 });
  };
  const recall = (key: string): string => {
    const found = begun.get(key);
    if (!found || found.until < now()) throw new SanadError('account.sign-in-again');
    return found.value;
  };
  const freshCodes = (account: string): string[] => {
    const codes = newRecoveryCodes(random);
    forget(account, ({ facts }) => facts.what === 'recovery-set');
    note(account, { what: 'recovery-set', hashes: codes.map(recoveryHash) });
    return codes;
  };
  /** With the first factor come the codes for the day it is lost. */
  const firstCodes = ({ id, totp, passkeys }: Account): string[] =>
    totp === undefined && passkeys.length === 0 ? freshCodes(id) : [];

  return {
    beginTotp: (account: Account): TotpBegun => {
      const secret = newTotpSecret(random);
      remember(`totp ${account.id}`, secret);
      return { secret, uri: totpAddress(secret, account.name, caseName) };
    },
    /** @throws SanadError `account.second-factor-wrong`, `account.sign-in-again` */
    confirmTotp: (account: Account, code: string): string[] => {
      const key = `totp ${account.id}`;
      const secret = recall(key);
      const step = totpStep(secret, code, new Date(now()), 0);
      if (step === undefined) throw new SanadError('account.second-factor-wrong');
      begun.delete(key);
      const codes = firstCodes(account);
      forget(account.id, isTotp);
      note(account.id, { what: 'totp-set', secret, step });
      return codes;
    },
    removeTotp: (account: Account): void => {
      note(account.id, { what: 'totp-removed' });
      forget(account.id, isTotp);
    },
    freshCodes: (account: Account): string[] => freshCodes(account.id),

    /** @throws SanadError `account.passkey-address` */
    beginPasskey: async (account: Account, place: Place): Promise<Record<string, unknown>> => {
      if (!canHavePasskeys(place.host)) throw new SanadError('account.passkey-address');
      const { options, challenge } = await passkeyOptions(account, caseName, place);
      remember(`passkey ${account.id}`, challenge);
      return options;
    },
    /** @throws SanadError `account.passkey-refused`, `account.sign-in-again` */
    finishPasskey: async (
      account: Account,
      response: unknown,
      label: string,
      place: Place,
    ): Promise<string[]> => {
      const key = `passkey ${account.id}`;
      const challenge = recall(key);
      begun.delete(key);
      const passkey = await newPasskey(response, challenge, place, label);
      const codes = firstCodes(accounts.byId(account.id) ?? account);
      note(account.id, { what: 'passkey-added', passkey });
      return codes;
    },
    removePasskey: (account: Account, id: string): void => {
      if (!account.passkeys.some((passkey) => passkey.id === id)) throw new SanadError('request.not-found');
      note(account.id, { what: 'passkey-removed', id });
      forget(account.id, (happened) => passkeyIn(happened) === id);
    },
  };
}

const isTotp = ({ facts }: LedgerEvent): boolean => facts.what === 'totp-set';
const passkeyIn = ({ slots }: LedgerEvent): string | undefined =>
  (slots.get('detail') as { readonly passkey?: { readonly id: string } } | undefined)?.passkey?.id;
