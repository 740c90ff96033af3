import type { Context, MiddlewareHandler } from 'hono';
import type { Accounts } from '../accounts/index.ts';
import { type ItemId, type PersonId, SanadError } from '../model/index.ts';
import { type Asking, connectionOf } from './asking.ts';
import { callerOf } from './caller.ts';
import { mayAsk, type Ruled, ruleFor } from './permissions.ts';
import { tokenOf } from './session-cookie.ts';
import type { Views } from './views.ts';

export interface GuardOptions {
  /** Absent where the case cannot have any. */
  readonly accounts: Accounts | undefined;
  readonly views: Views;
  /** Whether everybody must have set up a second factor before anything else opens. */
  readonly secondFactor: 'required' | 'offered';
  /** Whether what a proxy says about the one who asks is believed. */
  readonly proxy: 'trusted' | 'none';
}

/**
 * The one door to every route: finds the rule, who asks, whether their role may; takes one look from their budget; lets
 * the routes answer from the case as that role sees it, and nothing else; and writes the look into the ledger before
 * the answer leaves.
 */
export function guard({ accounts, views, secondFactor, proxy }: GuardOptions): MiddlewareHandler {
  const whoAsks = (c: Context): Asking['who'] => {
    const token = accounts && tokenOf(c, accounts.caseId);
    const session = token === undefined ? undefined : accounts?.session(token);
    const account = session && accounts?.read.byId(session.account);
    return session && account?.state === 'open' ? { session, account } : undefined;
  };

  return async (c) => {
    const ruled = ruleFor(c.req.method, c.req.path);
    if (!ruled) throw new SanadError('request.not-found');
    const caller = callerOf(c, proxy);
    if (!accounts?.inUse()) return views.everything().answer(c.req.raw, { caller, ...connectionOf(c) });

    const who = whoAsks(c);
    const { rule } = ruled;
    if (!who && rule.who !== 'anyone') throw new SanadError('account.sign-in');
    if (!mayAsk(rule, who?.account.role)) {
      if (who) accounts.refusedRoute(who.account.id, ruled.route);
      throw new SanadError('account.not-allowed');
    }
    if (who && secondFactor === 'required' && !rule.own && rule.who !== 'anyone')
      if (who.account.totp === undefined && who.account.passkeys.length === 0)
        throw new SanadError('account.second-factor-first');
    if (who && rule.budget) accounts.spend(who.account.id, rule.budget);

    const asking: Asking = { caller, ...(who ? { who } : {}), ...connectionOf(c) };
    const view = views.of(who?.account.role);
    const response = await view.answer(c.req.raw, asking);
    if (who && rule.look && response.ok)
      await accounts.log.write(view.case, who.account.id, {
        kind: rule.look,
        ...addressed(ruled),
        ...asking.shown,
      });
    return response;
  };
}

/** Whom an address names, where it does. */
function addressed({ route, params }: Ruled): { persons?: PersonId[]; items?: ItemId[]; things?: string[] } {
  const { id } = params;
  if (id === undefined) return {};
  // That somebody asks about a person is known to fewer than the log of reads.
  if (route.endsWith('/people/{id}/requests')) return {};
  if (route.includes('/people/')) return { persons: [id as PersonId] };
  if (route.includes('/items/')) return { items: [id as ItemId] };
  if (/\/(requests|remains|freezes)\//.test(route)) return { things: [id] };
  return {};
}
