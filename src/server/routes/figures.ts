import { createRoute, z } from '@hono/zod-openapi';
import {
  type CaseRecords,
  caseRecords,
  type Documented,
  documentedInBackground,
  type EstimateGround,
  onLists,
  parseCaptureTable,
  reportedFigures,
  sideBySide,
  standingOn,
} from '../../figures/index.ts';
import {
  documentedPageSchema,
  exportedRunSchema,
  exportRunSchema,
  reportedPageSchema,
  runSchema,
  runsSchema,
  SanadError,
  startRunSchema,
} from '../../model/index.ts';
import { actorOf } from '../asking.ts';
import { openRuns } from '../estimate-runs.ts';
import { documentedPage, exportedRun, listsOf, seen } from '../figure-views.ts';
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
  summary: 'Estimates of this session, the newest first',
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
const exported = createRoute({
  method: 'post',
  path: '/api/figures/runs/{id}/export',
  summary: 'An estimate to take away: only with a reviewer’s name, interval first, with all that repeats it',
  request: { ...ofRun, ...jsonBody(exportRunSchema) },
  responses: answers('What leaves the house', exportedRunSchema),
});

/** The seed of the linkages behind documented counts: always the same, so that the page does not change by itself. */
const DOCUMENTED_SEED = 1;

export const figureRoutes = ({ case: opened, derivation }: ServedCase) => {
  const runs = openRuns(
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
      const { lists, counts, seed, linkages } = c.req.valid('json');
      const checkpoint = opened.head();
      const settings = { seed, linkages };
      let ground: EstimateGround;
      if (counts !== undefined) ground = { kind: 'table', table: parseCaptureTable(counts) };
      else {
        const records = await ofCase().records;
        const chosen = lists ?? records.linked.lists;
        ground = {
          kind: 'case',
          records: onLists(records, chosen),
          standing: standingOn(records, chosen),
        };
      }
      const names = ground.kind === 'case' ? ground.records.lists : ground.table.lists;
      return c.json(seen(runs.start(ground, { lists: names, settings, checkpoint })), 200);
    })
    .openapi(all, (c) =>
      c.json({ runs: runs.all().map((run) => ({ ...seen(run), result: undefined })) }, 200),
    )
    .openapi(one, (c) => c.json(seen(runs.run(c.req.valid('param').id)), 200))
    .openapi(cancelled, (c) => c.json(seen(runs.cancel(c.req.valid('param').id)), 200))
    .openapi(exported, (c) => {
      const run = runs.run(c.req.valid('param').id);
      if (!run.result) throw new SanadError('figures.run-unfinished');
      const reviewer = actorOf(c, c.req.valid('json').reviewer)!;
      return c.json(exportedRun(run, run.result, { case: opened.name, reviewer }), 200);
    });
};
