import type { Context } from 'hono';
import type { Account, Caller, Look, Session } from '../accounts/index.ts';
import { type Decider, SanadError } from '../model/index.ts';

/** Who asks, as the guard found out, and what they are shown, as the route tells. */
export interface Asking {
  readonly caller: Caller;
  /** Absent while nobody has made an account: the case stands open to this machine. */
  readonly who?: { readonly session: Session; readonly account: Account };
  /** What is sent, as it comes off the connection: the request's own stream copies every piece. Absent without one. */
  readonly sent?: AsyncIterable<Uint8Array>;
  /** Filled by the route where the address alone does not say whom it shows. */
  shown?: Pick<Look, 'persons' | 'items' | 'things' | 'search'>;
}

/** What stands behind every request inside the guard. */
export interface Env {
  Bindings: { readonly asking: Asking };
}

/** The connection's end of what is sent, where the request came over one. */
export function connectionOf(c: Context): Pick<Asking, 'sent'> {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: AsyncIterable<Uint8Array> };
  return incoming ? { sent: incoming } : {};
}

/** Tells the log of reads whom the answer shows. */
export function shows(c: Context<Env>, shown: NonNullable<Asking['shown']>): void {
  c.env.asking.shown = shown;
}

/** Whoever signed in acts under their own name; only where nobody signs in does it come with the request. */
export const actorOf = (c: Context<Env>, given: string | undefined): string | undefined =>
  c.env.asking.who?.account.name ?? given;

/** @throws SanadError `request.invalid` where neither says who acts */
export function namedActor(c: Context<Env>, given: string | undefined): string {
  const by = actorOf(c, given);
  if (by === undefined) throw new SanadError('request.invalid', { reason: 'by' });
  return by;
}

/**
 * Who decides: with the account where somebody signed in, so that two decisions are known to be two people's whatever
 * names can be read.
 */
export function deciderOf(c: Context<Env>, given: string | undefined): Decider {
  const account = c.env.asking.who?.account;
  return account ? { name: account.name, account: account.id } : namedActor(c, given);
}
