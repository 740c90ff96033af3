import { createRoute } from '@hono/zod-openapi';
import { type VerifyResult, verifyCase } from '../../ledger/index.ts';
import { overviewSchema, verifySchema } from '../../model/index.ts';
import { within } from '../derivation.ts';
import { overviewOf } from '../overview.ts';
import { answers, newRoutes, type ServedCase } from '../served-case.ts';

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

/** How long the first page waits for people and claims before it says that they are still being worked out. */
const PATIENCE = 700;

export const overviewRoutes = (served: ServedCase) => {
  const { case: opened, derivation, passphrase } = served;
  let checking: Promise<VerifyResult> | undefined;
  return newRoutes()
    .openapi(overview, async (c) => {
      const [people, claims] = await Promise.all([
        within(PATIENCE, derivation.people()),
        within(PATIENCE, derivation.claims()),
      ]);
      return c.json(overviewOf(opened, people, claims, derivation.unfinished()), 200);
    })
    .openapi(verify, async (c) => {
      checking ??= verifyCase(opened.folder, { passphrase }).finally(() => {
        checking = undefined;
      });
      const { ok, entries, files, faults } = await checking;
      return c.json({ ok, entries, files, faults: faults.map((fault) => ({ ...fault })) }, 200);
    });
};
