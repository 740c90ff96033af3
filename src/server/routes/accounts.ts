import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Account, type Accounts, canGrant, OWNER } from '../../accounts/index.ts';
import {
  type AccountView,
  accountsPageSchema,
  changeRoleSchema,
  doneSchema,
  invitationSchema,
  invitationsPageSchema,
  makeAccountSchema,
  SanadError,
} from '../../model/index.ts';
import type { Env } from '../asking.ts';
import { answers, idText, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const params = z.object({ id: idText<string>() });

const all = createRoute({
  method: 'get',
  path: '/api/accounts',
  summary: 'Every account, and what somebody should look at',
  responses: answers('The accounts', accountsPageSchema),
});
const make = createRoute({
  method: 'post',
  path: '/api/accounts',
  summary: 'Makes an account; the code comes with it where the asking one holds its keys',
  request: jsonBody(makeAccountSchema),
  responses: answers('The account, and its invitation', invitationSchema),
});
const waiting = createRoute({
  method: 'get',
  path: '/api/invitations',
  summary: 'Accounts that wait for somebody who holds the keys that the asking one has',
  responses: answers('Whom the asking one can invite', invitationsPageSchema),
});
const invite = createRoute({
  method: 'post',
  path: '/api/accounts/{id}/invite',
  summary: 'A new code; whatever opened the account before opens nothing any more',
  request: { params },
  responses: answers('The code, shown this once', invitationSchema),
});
const role = createRoute({
  method: 'post',
  path: '/api/accounts/{id}/role',
  summary: 'Another role; its keys come with a new invitation',
  request: { params, ...jsonBody(changeRoleSchema) },
  responses: answers('The account, and its invitation where the asking one holds the keys', invitationSchema),
});
const close = createRoute({
  method: 'post',
  path: '/api/accounts/{id}/close',
  summary: 'Closes an account for good and takes its keys out of the case file',
  request: { params },
  responses: answers('Closed', doneSchema),
});

/** Making, inviting, changing, closing. Whoever keeps accounts need not hold a single key of the case. */
export const accountsRoutes = ({ case: seen, accounts: maybe }: ServedCase) => {
  const asking = (c: Context<Env>): { accounts: Accounts; by: string } => {
    if (!maybe) throw new SanadError('account.unsealed');
    return { accounts: maybe, by: c.env.asking.who?.account.id ?? OWNER };
  };
  const viewed = (accounts: Accounts, account: Account): AccountView => ({
    id: account.id,
    name: account.name,
    role: account.role,
    state: account.state,
    madeAt: account.madeAt,
    ...(account.lastSignIn === undefined ? {} : { lastSignIn: account.lastSignIn }),
    secondFactor: account.totp !== undefined || account.passkeys.length > 0,
    sessions: accounts.sessionsOf(account.id).length,
    invitable: account.id !== OWNER && account.state !== 'closed' && canGrant(seen.classes, account.role),
    manageable: account.id !== OWNER && account.state !== 'closed',
  });
  /** With a code where the keys are there for it. */
  const invitation = async (accounts: Accounts, id: string, by: string) =>
    canGrant(seen.classes, accounts.read.byId(id)!.role)
      ? { account: id, code: await accounts.changes.invite(id, seen, by) }
      : { account: id };
  return newRoutes()
    .openapi(all, (c) => {
      const { accounts } = asking(c);
      return c.json(
        {
          accounts: accounts.read.all().map((account) => viewed(accounts, account)),
          notices: accounts.read
            .notices()
            .map((notice) => ({ ...notice, name: accounts.read.byId(notice.account)?.name ?? '' })),
        },
        200,
      );
    })
    .openapi(make, async (c) => {
      const { accounts, by } = asking(c);
      const wanted = c.req.valid('json');
      return c.json(await invitation(accounts, accounts.changes.make(wanted.name, wanted.role, by), by), 200);
    })
    .openapi(waiting, (c) => {
      const { accounts } = asking(c);
      const held = accounts.read
        .all()
        .filter(({ state, role: wanted }) => state === 'made' && canGrant(seen.classes, wanted));
      return c.json({ accounts: held.map((account) => viewed(accounts, account)) }, 200);
    })
    .openapi(invite, async (c) => {
      const { accounts, by } = asking(c);
      const { id } = c.req.valid('param');
      const keeps = ['owner', 'administrator'].includes(c.env.asking.who?.account.role ?? OWNER);
      // others give keys where they are waited for; whom to cut off is for those who keep the accounts
      if (!keeps && accounts.read.byId(id)?.state !== 'made') throw new SanadError('account.not-allowed');
      return c.json({ account: id, code: await accounts.changes.invite(id, seen, by) }, 200);
    })
    .openapi(role, async (c) => {
      const { accounts, by } = asking(c);
      const { id } = c.req.valid('param');
      accounts.changes.changeRole(id, c.req.valid('json').role, by);
      return c.json(await invitation(accounts, id, by), 200);
    })
    .openapi(close, (c) => {
      const { accounts, by } = asking(c);
      accounts.changes.close(c.req.valid('param').id, by);
      return c.json({ done: true as const }, 200);
    });
};
