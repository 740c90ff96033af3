import { createRoute } from '@hono/zod-openapi';
import { type Case, type VerifyResult, verifyCase, witnesses } from '../../ledger/index.ts';
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
      return c.json(told(opened, await verifyCase(opened.folder, { passphrase: password })), 200);
    })
    .openapi(verify, async (c) => {
      checking ??= verifyCase(opened.folder, { passphrase }).finally(() => {
        checking = undefined;
      });
      return c.json(told(opened, await checking), 200);
    });
};

/** With every kept witness looked at anew, each as of its own time, as far as whoever asks may read them. */
function told(opened: Case, { ok, entries, files, faults }: VerifyResult) {
  const seen = ok ? witnesses(opened) : [];
  const broken = seen.flatMap(({ state, fault, entry }) =>
    state === 'fault' ? [{ what: fault ?? 'witness', where: `witness, entry ${entry}` }] : [],
  );
  const closed = seen.filter(({ state }) => state === 'closed').length;
  return {
    ok: ok && broken.length === 0,
    entries,
    files,
    faults: [...faults.map((fault) => ({ ...fault })), ...broken],
    witnesses: { looked: seen.length - closed, closed },
  };
}
