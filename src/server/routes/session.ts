import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Accounts, OWNER, type SignInAnswer } from '../../accounts/index.ts';
import {
  doneSchema,
  joinSchema,
  SanadError,
  secondFactorSchema,
  sessionSchema,
  signedInSchema,
  signInSchema,
} from '../../model/index.ts';
import type { Env } from '../asking.ts';
import { FIELD_GROUPS, type FieldGroup, holds, mayAsk, RULES } from '../permissions.ts';
import { answers, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';
import { giveToken, takeToken } from '../session-cookie.ts';

const read = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Who asks, and what they may',
  responses: answers('The session; without `me` nobody has signed in', sessionSchema),
});
const signIn = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'A name and a password; an unknown name is answered as a wrong password is, and as late',
  request: jsonBody(signInSchema),
  responses: answers('Signed in, or what is asked next', signedInSchema),
});
const secondFactor = createRoute({
  method: 'post',
  path: '/api/session/second-factor',
  summary: 'What was asked after the password: a code by the clock, a recovery code, a passkey',
  request: jsonBody(secondFactorSchema),
  responses: answers('Signed in', signedInSchema),
});
const join = createRoute({
  method: 'post',
  path: '/api/session/join',
  summary: 'Whoever was invited comes with the code and chooses a password',
  request: jsonBody(joinSchema),
  responses: answers('Signed in', signedInSchema),
});
const end = createRoute({
  method: 'post',
  path: '/api/session/end',
  summary: 'Leaves',
  responses: answers('Gone', doneSchema),
});
const lockAll = createRoute({
  method: 'post',
  path: '/api/session/lock-all',
  summary: 'Lock now: ends the sessions of everybody; the keys leave the server’s memory',
  responses: answers('All gone', doneSchema),
});

/** Signing in and out. The case itself is not in reach here, only whose keys open it. */
export const sessionRoutes = ({ case: seen, accounts }: ServedCase) => {
  const needed = (): Accounts => {
    if (!accounts) throw new SanadError('account.unsealed');
    return accounts;
  };
  const given = (c: Context<Env>, answer: SignInAnswer) => {
    if ('next' in answer) return answer.next;
    giveToken(c, needed().caseId, answer.token);
    return { step: 'done' as const };
  };
  return newRoutes()
    .openapi(read, (c) => {
      const { who } = c.env.asking;
      const groups = Object.keys(FIELD_GROUPS) as FieldGroup[];
      return c.json(
        {
          accounts: accounts?.inUse() ? ('in-use' as const) : ('none' as const),
          sealed: seen.sealed,
          ...(who && accounts
            ? {
                me: {
                  account: who.account.id,
                  name: who.account.name,
                  role: who.account.role,
                  fields: groups.filter((group) => holds(who.account.role, group)),
                  may: Object.keys(RULES).filter((route) => mayAsk(RULES[route]!, who.account.role)),
                  idleMinutes: accounts.idleMinutes,
                  secondFactor:
                    who.account.totp === undefined && who.account.passkeys.length === 0
                      ? ('none' as const)
                      : ('set' as const),
                  notices: who.account.id === OWNER ? accounts.read.notices().length : 0,
                },
              }
            : {}),
        },
        200,
      );
    })
    .openapi(signIn, async (c) => {
      const { name, password } = c.req.valid('json');
      return c.json(given(c, await needed().signIn(name, password, c.env.asking.caller)), 200);
    })
    .openapi(secondFactor, async (c) => {
      const { ticket, answer } = c.req.valid('json');
      return c.json(given(c, await needed().secondFactor(ticket, answer, c.env.asking.caller)), 200);
    })
    .openapi(join, async (c) => {
      const { name, code, password } = c.req.valid('json');
      return c.json(given(c, await needed().join(name, code, password, c.env.asking.caller)), 200);
    })
    .openapi(end, (c) => {
      const { who } = c.env.asking;
      if (who) needed().endSession(who.session.id);
      takeToken(c, needed().caseId);
      return c.json({ done: true as const }, 200);
    })
    .openapi(lockAll, (c) => {
      const { who } = c.env.asking;
      if (who) needed().lockAll(who.account.id);
      takeToken(c, needed().caseId);
      return c.json({ done: true as const }, 200);
    });
};
