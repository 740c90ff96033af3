import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Account, Accounts } from '../../accounts/index.ts';
import {
  changePasswordSchema,
  confirmCodeSchema,
  doneSchema,
  draftKeySchema,
  endSessionSchema,
  ownAccountSchema,
  passkeyBegunSchema,
  passkeyFinishSchema,
  recoveryCodesSchema,
  removePasskeySchema,
  SanadError,
  totpBegunSchema,
  withPasswordSchema,
} from '../../model/index.ts';
import type { Asking, Env } from '../asking.ts';
import { answers, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const own = createRoute({
  method: 'get',
  path: '/api/account',
  summary: 'One’s own account: second factor, sessions',
  responses: answers('The account', ownAccountSchema),
});
const draftKey = createRoute({
  method: 'post',
  path: '/api/account/draft-key',
  summary: 'Opens what the account left unfinished in a browser; to nobody else',
  responses: answers('The key', draftKeySchema),
});
const password = createRoute({
  method: 'post',
  path: '/api/account/password',
  summary: 'Another password; one’s other sessions end',
  request: jsonBody(changePasswordSchema),
  responses: answers('Changed', doneSchema),
});
const totp = createRoute({
  method: 'post',
  path: '/api/account/totp',
  summary: 'Begins codes by the clock; nothing counts until one was given',
  request: jsonBody(withPasswordSchema),
  responses: answers('What an app needs', totpBegunSchema),
});
const totpConfirm = createRoute({
  method: 'post',
  path: '/api/account/totp/confirm',
  summary: 'A first code shows that the app has it',
  request: jsonBody(confirmCodeSchema),
  responses: answers(
    'Recovery codes, shown this once; none where there were some already',
    recoveryCodesSchema,
  ),
});
const totpRemove = createRoute({
  method: 'post',
  path: '/api/account/totp/remove',
  summary: 'No more codes by the clock',
  request: jsonBody(withPasswordSchema),
  responses: answers('Removed', doneSchema),
});
const recovery = createRoute({
  method: 'post',
  path: '/api/account/recovery-codes',
  summary: 'New recovery codes; the old ones stop working',
  request: jsonBody(withPasswordSchema),
  responses: answers('The codes, shown this once', recoveryCodesSchema),
});
const passkeys = createRoute({
  method: 'post',
  path: '/api/account/passkeys',
  summary: 'Begins a passkey',
  request: jsonBody(withPasswordSchema),
  responses: answers('What the browser asks its authenticator', passkeyBegunSchema),
});
const passkeysFinish = createRoute({
  method: 'post',
  path: '/api/account/passkeys/finish',
  summary: 'What the authenticator answered',
  request: jsonBody(passkeyFinishSchema),
  responses: answers(
    'Recovery codes, shown this once; none where there were some already',
    recoveryCodesSchema,
  ),
});
const passkeysRemove = createRoute({
  method: 'post',
  path: '/api/account/passkeys/remove',
  summary: 'Removes a passkey',
  request: jsonBody(removePasskeySchema),
  responses: answers('Removed', doneSchema),
});
const sessionsEnd = createRoute({
  method: 'post',
  path: '/api/account/sessions/end',
  summary: 'Ends one of one’s own sessions',
  request: jsonBody(endSessionSchema),
  responses: answers('Ended', doneSchema),
});

/** What everybody does with their own account; what weakens it asks for the password once more. */
export const accountRoutes = ({ accounts: maybe }: ServedCase) => {
  const asking = (c: Context<Env>): { accounts: Accounts } & NonNullable<Asking['who']> => {
    const { who } = c.env.asking;
    if (!maybe) throw new SanadError('account.unsealed');
    if (!who) throw new SanadError('account.sign-in');
    return { accounts: maybe, ...who };
  };
  const confirmed = async (
    c: Context<Env>,
    given: string,
  ): Promise<{ accounts: Accounts; account: Account }> => {
    const { accounts, account } = asking(c);
    await accounts.confirm(account, given, c.env.asking.caller);
    return { accounts, account };
  };
  const at = (time: number): string => new Date(time).toISOString();
  const done = { done: true } as const;
  return newRoutes()
    .openapi(own, (c) => {
      const { accounts, account, session } = asking(c);
      return c.json(
        {
          account: account.id,
          name: account.name,
          role: account.role,
          totp: account.totp !== undefined,
          passkeys: account.passkeys.map(({ id, label, addedAt }) => ({ id, label, addedAt })),
          recoveryCodesLeft: account.recovery.size,
          sessions: accounts.sessionsOf(account.id).map(({ id, startedAt, lastUsedAt, device }) => ({
            id,
            startedAt: at(startedAt),
            lastUsedAt: at(lastUsedAt),
            device,
            current: id === session.id,
          })),
        },
        200,
      );
    })
    .openapi(draftKey, (c) => {
      const { accounts, account } = asking(c);
      return c.json({ key: accounts.draftKey(account) }, 200);
    })
    .openapi(password, async (c) => {
      const { accounts, account, session } = asking(c);
      const { old, next } = c.req.valid('json');
      await accounts.changePassword(account, old, next, c.env.asking.caller);
      for (const { id } of accounts.sessionsOf(account.id)) if (id !== session.id) accounts.endSession(id);
      return c.json(done, 200);
    })
    .openapi(totp, async (c) => {
      const { accounts, account } = await confirmed(c, c.req.valid('json').password);
      return c.json(accounts.secondFactors.beginTotp(account), 200);
    })
    .openapi(totpConfirm, (c) => {
      const { accounts, account } = asking(c);
      return c.json({ codes: accounts.secondFactors.confirmTotp(account, c.req.valid('json').code) }, 200);
    })
    .openapi(totpRemove, async (c) => {
      const { accounts, account } = await confirmed(c, c.req.valid('json').password);
      accounts.secondFactors.removeTotp(account);
      return c.json(done, 200);
    })
    .openapi(recovery, async (c) => {
      const { accounts, account } = await confirmed(c, c.req.valid('json').password);
      return c.json({ codes: accounts.secondFactors.freshCodes(account) }, 200);
    })
    .openapi(passkeys, async (c) => {
      const { accounts, account } = await confirmed(c, c.req.valid('json').password);
      const options = await accounts.secondFactors.beginPasskey(account, c.env.asking.caller.place);
      return c.json({ options }, 200);
    })
    .openapi(passkeysFinish, async (c) => {
      const { accounts, account } = asking(c);
      const { label, response } = c.req.valid('json');
      const { place } = c.env.asking.caller;
      return c.json(
        { codes: await accounts.secondFactors.finishPasskey(account, response, label, place) },
        200,
      );
    })
    .openapi(passkeysRemove, async (c) => {
      const { id, password: given } = c.req.valid('json');
      const { accounts, account } = await confirmed(c, given);
      accounts.secondFactors.removePasskey(account, id);
      return c.json(done, 200);
    })
    .openapi(sessionsEnd, (c) => {
      const { accounts, account } = asking(c);
      const { session } = c.req.valid('json');
      if (!accounts.sessionsOf(account.id).some(({ id }) => id === session))
        throw new SanadError('request.not-found');
      accounts.endSession(session);
      return c.json(done, 200);
    });
};
