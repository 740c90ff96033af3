import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { SanadError } from '../model/index.ts';
import type { Env } from './asking.ts';
import { guard } from './guard.ts';
import { type Pages, pagesIn } from './pages.ts';
import { describedRule, RULES } from './permissions.ts';
import { onError } from './refusal.ts';
import { accessRoutes } from './routes/access.ts';
import { accountRoutes } from './routes/account.ts';
import { accountsRoutes } from './routes/accounts.ts';
import { captureRoutes } from './routes/captures.ts';
import { claimRoutes } from './routes/claims.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { erasureRoutes } from './routes/erasures.ts';
import { figureRoutes } from './routes/figures.ts';
import { fileRoutes } from './routes/files.ts';
import { freezeRoutes } from './routes/freezes.ts';
import { itemRoutes } from './routes/items.ts';
import { lineRoutes } from './routes/line.ts';
import { listRoutes } from './routes/lists.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { proofRoutes } from './routes/proof.ts';
import { readingRoutes } from './routes/readings.ts';
import { remainsRoutes } from './routes/remains.ts';
import { requestPhotographRoutes } from './routes/request-photographs.ts';
import { requestRoutes } from './routes/requests.ts';
import { reviewRoutes } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';
import { siteMapRoutes } from './routes/site-map.ts';
import { sitePictureRoutes } from './routes/site-pictures.ts';
import { siteRoutes } from './routes/sites.ts';
import { typingRoutes } from './routes/typing.ts';
import { uploadRoutes } from './routes/upload.ts';
import { photographUploadRoutes, resumableRoutes } from './routes/uploads.ts';
import { boundedBody, expectedHost, guardedHeaders, isApi, sameOrigin } from './safety.ts';
import { SECURITY_CONTACT, securityTxt } from './security-contact.ts';
import { newRoutes, type ServedCase } from './served-case.ts';
import { statementPages } from './statement-pages.ts';
import { openViews } from './views.ts';

export interface AppOptions {
  /** Folder of the built pages. */
  readonly webRoot: string;
  /** Names, beside addresses and `localhost`, under which the server may be called. */
  readonly hostNames: readonly string[];
  /** Told of errors that nobody foresaw. */
  readonly log: (error: unknown) => void;
  /** The public line, where this server takes tips too. */
  readonly publicLine?: Hono;
  /** Whether every account must set up a second factor before anything opens to it. Default: offered. */
  readonly secondFactor?: 'required' | 'offered';
  /** Whether a proxy stands before the server and what it says of the one who asks is believed. Default: none. */
  readonly proxy?: 'trusted' | 'none';
  /** The file that says whom to tell of a flaw. Default: that of this copy of the program. */
  readonly securityContact?: string;
}

const ROUTES = [
  overviewRoutes,
  claimRoutes,
  peopleRoutes,
  reviewRoutes,
  itemRoutes,
  readingRoutes,
  proofRoutes,
  erasureRoutes,
  uploadRoutes,
  resumableRoutes,
  fileRoutes,
  captureRoutes,
  decisionRoutes,
  listRoutes,
  typingRoutes,
  sessionRoutes,
  accountRoutes,
  accountsRoutes,
  accessRoutes,
  lineRoutes,
  photographUploadRoutes,
  siteMapRoutes,
  siteRoutes,
  sitePictureRoutes,
  figureRoutes,
  requestPhotographRoutes,
  requestRoutes,
  freezeRoutes,
  remainsRoutes,
];

/** Everything that answers, without a port: a request goes in, a response comes out. */
export function createApp(served: ServedCase, options: AppOptions): Hono {
  const pages: Pages = pagesIn(options.webRoot);
  const app = new Hono();
  app.onError(onError(options.log));
  app.use(guardedHeaders, expectedHost(options.hostNames));
  app.use('/api/*', sameOrigin, boundedBody, compress({ contentTypeFilter: /^application\/json/ }));
  app.get('/api/openapi.json', (c) => c.json(describe(routesFor(served, options.log))));
  const { secondFactor = 'offered', proxy = 'none' } = options;
  const views = openViews(served, (seen) => routesFor(seen, options.log));
  served.accounts?.whenForgotten(views.forget);
  app.all('/api/*', guard({ accounts: served.accounts, views, secondFactor, proxy }));
  const { publicLine } = options;
  if (publicLine) {
    app.get('/line', (c) => c.redirect('/line/'));
    app.mount('/line', (request, env) => publicLine.fetch(request, env));
  }
  app.get('/.well-known/security.txt', (c) => {
    const text = securityTxt(options.securityContact ?? SECURITY_CONTACT, new Date());
    if (text === undefined) throw new SanadError('request.not-found');
    return c.text(text);
  });
  app.route('/statements', statementPages(served.case));
  app.get('*', (c) => {
    if (isApi(c.req.path)) throw new SanadError('request.not-found');
    return pages.answer(c);
  });
  app.notFound(() => {
    throw new SanadError('request.not-found');
  });
  return app;
}

/** All routes, answering from the case as it is given: it is the only thing in their reach. */
export function routesFor(seen: ServedCase, log: (error: unknown) => void): OpenAPIHono<Env> {
  const app = newRoutes();
  app.onError(onError(log));
  for (const routes of ROUTES) app.route('/', routes(seen));
  app.notFound(() => {
    throw new SanadError('request.not-found');
  });
  return app;
}

/** The description of the API, each route with who may ask it. */
function describe(app: OpenAPIHono<Env>): object {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Sanad',
      version: '1',
      description:
        'One case, as its pages see it. Every refusal has one form: `{"error": {"code", "data"}}`; codes are stable. Offsets count UTF-16 units. `x-permission` says which roles may ask, which groups of fields a route needs and shows, what is logged, and how often in an hour.',
    },
  });
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods as Record<string, object>)) {
      const rule = RULES[`${method.toUpperCase()} ${path}`];
      if (rule) Object.assign(operation, { 'x-permission': describedRule(rule) });
    }
  return document;
}
