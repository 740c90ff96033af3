import { createRoute } from '@hono/zod-openapi';
import { type VerifyResult, verifyCase } from '../../ledger/index.ts';
import { overviewSchema, SanadError, verifySchema, withPasswordSchema } from '../../model/index.ts';
import { within } from '../derivation.ts';
import { overviewOf } from '../overview.ts';
import { answers, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const overview = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'The case at a glance, and what needs a person',
  responses: answers('The case', overviewSchema),
});
const verify = createRoute({
  method: 'get',
  path: '/api/verify',
  summary: 'Reads the whole case back from disk and names whatever is not as it was written',
  responses: answers('What was checked and what was found', verifySchema),
});

const verifyAs = createRoute({
  method: 'post',
  path: '/api/verify',
  summary: 'The same where people sign in: with their password, and as far as it opens',
  request: jsonBody(withPasswordSchema),
  responses: answers('What was checked and what was found', verifySchema),
});

/** How long the first page waits for people and claims before it says that they are still being worked out. */
const PATIENCE = 700;

export const overviewRoutes = (served: ServedCase) => {
  const { accounts, case: opened, derivation, passphrase } = served;
  let checking: Promise<VerifyResult> | undefined;
  return newRoutes()
    .openapi(overview, async (c) => {
      const [people, claims] = await Promise.all([
        within(PATIENCE, derivation.people()),
        within(PATIENCE, derivation.claims()),
      ]);
      return c.json(overviewOf(opened, people, claims, derivation.unfinished()), 200);
    })
    .openapi(verifyAs, async (c) => {
      const { who, caller } = c.env.asking;
      const { password } = c.req.valid('json');
      if (!who || !accounts) throw new SanadError('account.sign-in');
      // guesses slow down here as they do at the door
      await accounts.confirm(who.account, password, caller);
      const { ok, entries, files, faults } = await verifyCase(opened.folder, { passphrase: password });
      return c.json({ ok, entries, files, faults: faults.map((fault) => ({ ...fault })) }, 200);
    })
    .openapi(verify, async (c) => {
      checking ??= verifyCase(opened.folder, { passphrase }).finally(() => {
        checking = undefined;
      });
      const { ok, entries, files, faults } = await checking;
      return c.json({ ok, entries, files, faults: faults.map((fault) => ({ ...fault })) }, 200);
    });
};
