import { setTimeout as pause } from 'node:timers/promises';
import { type RandomBytes, SanadError, type SignedIn } from '../model/index.ts';
import { type Account, type AccountsRead, type Happening, nameKey } from './account.ts';
import { answeredPasskey, type Place, passkeyQuestion } from './passkeys.ts';
import { recoveryHash } from './recovery-codes.ts';
import type { SlowDown } from './slow-down.ts';
import { totpStep } from './totp.ts';

/** From where somebody asks. */
export interface Caller {
  /** The network address, for slowing down alone; never written. */
  readonly address: string;
  readonly device: string;
  readonly place: Place;
}

export type SecondFactor =
  | { readonly kind: 'totp' | 'recovery'; readonly code: string }
  | { readonly kind: 'passkey'; readonly response: unknown };

/** Either somebody is in, or the pages are told what is asked next. */
export type Outcome = { readonly in: Account } | { readonly next: SignedIn; readonly account: string };

interface World {
  readonly accounts: AccountsRead;
  readonly slow: SlowDown;
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Whether this password opens the account's lock; takes as long for one as for the other. */
  readonly opens: (account: Account | undefined, password: string) => Promise<boolean>;
  readonly note: (account: string, happened: Happening) => void;
}

/** Milliseconds: every answer to a name and a password comes at a multiple of it, so that none tells what was checked. */
const BEAT = 400;
const TICKET_MINUTES = 5;
const TRIES = 5;
const OPEN_TICKETS = 1000;
/** So many wrong passwords for one account are worth somebody's attention. */
const OFTEN = 20;

interface Ticket {
  readonly account: string;
  readonly name: string;
  readonly until: number;
  readonly challenge?: string;
  tries: number;
}

export function signingIn(world: World) {
  const { accounts, slow, now, note } = world;
  const tickets = new Map<string, Ticket>();
  const refusals = new Map<string, number>();
  /** Passwords are stretched two at a time; each takes 64 MB. */
  const turns = waitingRoom(2, 40);

  const refused = (name: string, address: string, account: Account | undefined): SanadError => {
    slow.failed(nameKey(name), address);
    if (account) {
      const count = (refusals.get(account.id) ?? 0) + 1;
      refusals.set(account.id, count);
      if (count % OFTEN === 0) note(account.id, { what: 'refused-often' });
    }
    return new SanadError('account.refused');
  };

  const enter = (
    account: Account,
    caller: Caller,
    how: Omit<Happening & { what: 'signed-in' }, 'what'>,
  ): Outcome => {
    slow.succeeded(nameKey(account.name), caller.address);
    refusals.delete(account.id);
    note(account.id, { what: 'signed-in', ...how });
    return { in: account };
  };

  /**
   * A name and a password. Whatever is wrong, an unknown name, a closed account, another password, the answer is the
   * same and takes as long.
   *
   * @throws SanadError `account.refused`, `account.wait` with the seconds, `server.busy`
   */
  const passwordGiven = async (name: string, password: string, caller: Caller): Promise<Outcome> => {
    const wait = slow.wait(nameKey(name), caller.address);
    if (wait > 0) throw new SanadError('account.wait', { seconds: Math.ceil(wait / 1000) });
    const begun = performance.now();
    const account = accounts.byName(name);
    const opens = await turns(() => world.opens(account?.state === 'open' ? account : undefined, password));
    const spent = performance.now() - begun;
    await pause(Math.ceil(spent / BEAT) * BEAT - spent);
    if (!account || !opens) throw refused(name, caller.address, account);
    const kinds = secondFactorsOf(account, caller.place);
    if (kinds.length === 0) return enter(account, caller, {});
    const question = kinds.includes('passkey') ? await passkeyQuestion(account, caller.place) : undefined;
    const ticket = Buffer.from(world.random(32)).toString('base64url');
    for (const [key, { until }] of tickets)
      if (until < now() || tickets.size >= OPEN_TICKETS) tickets.delete(key);
    tickets.set(ticket, {
      account: account.id,
      name,
      until: now() + TICKET_MINUTES * 60_000,
      tries: 0,
      ...(question ? { challenge: question.challenge } : {}),
    });
    return {
      account: account.id,
      next: { step: 'second-factor', ticket, kinds, ...(question ? { passkey: question.options } : {}) },
    };
  };

  /**
   * What was asked after the password. Five wrong answers and it begins again with the password.
   *
   * @throws SanadError `account.second-factor-wrong`, `account.sign-in-again`, `account.passkey-refused`
   */
  const secondFactorGiven = async (id: string, answer: SecondFactor, caller: Caller): Promise<Outcome> => {
    const ticket = tickets.get(id);
    const account = ticket && accounts.byId(ticket.account);
    if (!ticket || ticket.until < now() || account?.state !== 'open') {
      tickets.delete(id);
      throw new SanadError('account.sign-in-again');
    }
    ticket.tries++;
    if (ticket.tries >= TRIES) tickets.delete(id);
    const how = await check(account, ticket, answer, caller.place);
    if (!how) {
      slow.failed(nameKey(account.name), caller.address);
      throw new SanadError('account.second-factor-wrong');
    }
    tickets.delete(id);
    return enter(account, caller, how);
  };

  const check = async (
    account: Account,
    { challenge }: Ticket,
    answer: SecondFactor,
    place: Place,
  ): Promise<Omit<Happening & { what: 'signed-in' }, 'what'> | undefined> => {
    switch (answer.kind) {
      case 'totp': {
        if (account.totp === undefined) return undefined;
        const step = totpStep(account.totp, answer.code, new Date(now()), account.totpStep);
        return step === undefined ? undefined : { step };
      }
      case 'recovery': {
        const hash = recoveryHash(answer.code);
        return account.recovery.has(hash) ? { recovery: hash } : undefined;
      }
      case 'passkey':
        if (challenge === undefined) return undefined;
        return { passkey: await answeredPasskey(account, answer.response, challenge, place) };
    }
  };

  /**
   * Work that a guess could be made at, behind the same waits.
   *
   * @throws SanadError `account.refused`, `account.wait`, `server.busy`, and whatever the work throws
   */
  const guarded = async <T>(
    name: string,
    caller: Caller,
    work: (account: Account | undefined) => Promise<T>,
  ): Promise<T> => {
    const wait = slow.wait(nameKey(name), caller.address);
    if (wait > 0) throw new SanadError('account.wait', { seconds: Math.ceil(wait / 1000) });
    const account = accounts.byName(name);
    try {
      return await turns(() => work(account));
    } catch (error) {
      if (error instanceof SanadError && error.code === 'account.refused')
        throw refused(name, caller.address, account);
      throw error;
    }
  };

  return {
    passwordGiven,
    secondFactorGiven,
    guarded,
    /** Accounts whose password was right and whose second factor is still asked for. */
    halfway: (): string[] =>
      [...tickets.values()].filter(({ until }) => until > now()).map(({ account }) => account),
    forget: (): void => tickets.clear(),
  };
}

/** What an account may be asked for beside the password. A passkey of another address does not let the factor be skipped. */
function secondFactorsOf(account: Account, place: Place): ('totp' | 'recovery' | 'passkey')[] {
  if (account.totp === undefined && account.passkeys.length === 0) return [];
  return [
    ...(account.passkeys.some(({ host }) => host === place.host) ? (['passkey'] as const) : []),
    ...(account.totp === undefined ? [] : (['totp'] as const)),
    'recovery' as const,
  ];
}

/**
 * Work that is dear, a few at a time; who comes when too many wait already is sent away.
 *
 * @throws SanadError `server.busy`
 */
export function waitingRoom(atOnce: number, seats: number) {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (working >= atOnce) {
      if (waiting.length >= seats) throw new SanadError('server.busy');
      await new Promise<void>((go) => waiting.push(go));
    }
    working++;
    try {
      return await work();
    } finally {
      working--;
      waiting.shift()?.();
    }
  };
}
