import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type CaseRecords,
  caseRecords,
  type Documented,
  dividedRecords,
  documentedInBackground,
  type EstimateGround,
  onLists,
  parseCaptureTable,
  reportedFigures,
  sideBySide,
  standingOn,
} from '../../figures/index.ts';
import {
  type Decider,
  documentedPageSchema,
  exportedRunSchema,
  reportedPageSchema,
  reviewRunSchema,
  runSchema,
  runsSchema,
  SanadError,
  startRunSchema,
} from '../../model/index.ts';
import { deciderOf, type Env } from '../asking.ts';
import { openRuns } from '../estimate-runs.ts';
import { documentedPage, exportedRun, listsOf } from '../figure-views.ts';
import { answers, jsonBody, newRoutes, type ServedCase } from '../served-case.ts';

const reported = createRoute({
  method: 'get',
  path: '/api/figures/reported',
  summary: 'Figures of people that reports give, and which of them may stand side by side',
  responses: answers('By what is counted', reportedPageSchema),
});
const documentedCounts = createRoute({
  method: 'get',
  path: '/api/figures/documented',
  summary: 'Distinct persons in the case, with how far linkage leaves them uncertain',
  request: { query: z.object({ view: z.enum(['team', 'public']).default('team') }) },
  responses: answers('Counts; small ones withheld in the public view', documentedPageSchema),
});
const started = createRoute({
  method: 'post',
  path: '/api/figures/runs',
  summary: 'Starts an estimate from the case’s own lists or from a table of counts',
  request: jsonBody(startRunSchema),
  responses: answers('The run, under way', runSchema),
});
const all = createRoute({
  method: 'get',
  path: '/api/figures/runs',
  summary: 'Estimates that the case keeps and those under way, the newest first',
  responses: answers('Runs without their results', runsSchema),
});
const ofRun = { params: z.object({ id: z.uuid() }) };
const one = createRoute({
  method: 'get',
  path: '/api/figures/runs/{id}',
  summary: 'How far a run is, and what came of it',
  request: ofRun,
  responses: answers('The run', runSchema),
});
const cancelled = createRoute({
  method: 'post',
  path: '/api/figures/runs/{id}/cancel',
  summary: 'Ends a run',
  request: ofRun,
  responses: answers('The run', runSchema),
});
const repeated = createRoute({
  method: 'post',
  path: '/api/figures/runs/{id}/repeat',
  summary: 'Makes a kept estimate again from its own tables, to see whether every digit comes back',
  request: ofRun,
  responses: answers('The run, under way', runSchema),
});
const reviewed = createRoute({
  method: 'post',
  path: '/api/figures/runs/{id}/review',
  summary: 'A person puts their name to an estimate: an entry of the ledger; never the one who made it',
  request: { ...ofRun, ...jsonBody(reviewRunSchema) },
  responses: answers('The run with its review', runSchema),
});
const exported = createRoute({
  method: 'get',
  path: '/api/figures/runs/{id}/export',
  summary: 'A reviewed estimate to take away: interval first, with all that repeats it',
  request: ofRun,
  responses: answers('What leaves the house', exportedRunSchema),
});

/** The seed of the linkages behind documented counts: always the same, so that the page does not change by itself. */
const DOCUMENTED_SEED = 1;

export const figureRoutes = ({ case: opened, derivation }: ServedCase) => {
  const runs = openRuns(
    opened,
    (error) => console.error(error),
    () => new Date().toISOString(),
  );
  /** The records of one state of the case, and what was counted from them. */
  let known:
    | {
        readonly version: number;
        readonly records: Promise<CaseRecords>;
        readonly counts: Promise<Documented>;
      }
    | undefined;
  const ofCase = () => {
    const version = opened.version();
    if (known?.version !== version) {
      const records = derivation.people().then((people) => caseRecords(people));
      const counts = records.then((each) => documentedInBackground(each, DOCUMENTED_SEED).result);
      known = { version, records, counts };
      counts.catch(() => {
        known = undefined;
      });
    }
    return known;
  };

  return newRoutes()
    .openapi(reported, async (c) => {
      const { claims } = await derivation.claims();
      const groups = sideBySide(reportedFigures(claims));
      return c.json(reportedPageSchema.parse({ groups }), 200);
    })
    .openapi(documentedCounts, async (c) => {
      const { view } = c.req.valid('query');
      const { records, counts } = ofCase();
      const lists = listsOf(await records);
      return c.json(documentedPage(await counts, view, view === 'public' ? [] : lists), 200);
    })
    .openapi(started, async (c) => {
      const { lists, counts, division, methods, seed, linkages } = c.req.valid('json');
      let ground: EstimateGround;
      if (counts !== undefined) ground = { kind: 'table', table: parseCaptureTable(counts) };
      else {
        const records = await ofCase().records;
        const chosen = lists ?? records.linked.lists;
        ground = {
          kind: 'case',
          records: onLists(records, chosen),
          standing: standingOn(records, chosen),
          ...(division ? { divided: dividedRecords(records, chosen, division) } : {}),
        };
      }
      const names = ground.kind === 'case' ? ground.records.lists : ground.table.lists;
      return c.json(
        runs.start(ground, {
          about: { lists: names, ...(division && counts === undefined ? { division } : {}) },
          settings: { seed, linkages, ...(methods ? { methods } : {}) },
          checkpoint: opened.head(),
          by: makerOf(c),
        }),
        200,
      );
    })
    .openapi(all, (c) => c.json({ runs: runs.all() }, 200))
    .openapi(one, (c) => c.json(runs.run(c.req.valid('param').id), 200))
    .openapi(cancelled, (c) => c.json(runs.cancel(c.req.valid('param').id), 200))
    .openapi(repeated, (c) => c.json(runs.repeat(c.req.valid('param').id, makerOf(c)), 200))
    .openapi(reviewed, (c) => {
      const by = deciderOf(c, c.req.valid('json').reviewer);
      return c.json(runs.review(c.req.valid('param').id, by), 200);
    })
    .openapi(exported, (c) => {
      const run = runs.run(c.req.valid('param').id);
      if (!run.result) throw new SanadError('figures.run-unfinished');
      if (!run.review) throw new SanadError('figures.not-reviewed');
      return c.json(exportedRun(run, run.result, { case: opened.name, reviewer: run.review.by }), 200);
    });
};

/** Whoever signed in; where nobody does, a run has no maker. */
const makerOf = (c: Context<Env>): Decider | undefined => {
  const account = c.env.asking.who?.account;
  return account ? { name: account.name, account: account.id } : undefined;
};
