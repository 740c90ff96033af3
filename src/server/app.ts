import type { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { SanadError } from '../model/index.ts';
import { type Pages, pagesIn } from './pages.ts';
import { onError } from './refusal.ts';
import { claimRoutes } from './routes/claims.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { itemRoutes } from './routes/items.ts';
import { overviewRoutes } from './routes/overview.ts';
import { peopleRoutes } from './routes/people.ts';
import { uploadRoutes } from './routes/upload.ts';
import { boundedBody, expectedHost, guardedHeaders, isApi, sameOrigin } from './safety.ts';
import { newRoutes, type ServedCase } from './served-case.ts';

export interface AppOptions {
  /** Folder of the built pages. */
  readonly webRoot: string;
  /** Names, beside addresses and `localhost`, under which the server may be called. */
  readonly hostNames: readonly string[];
  /** Told of errors that nobody foresaw. */
  readonly log: (error: unknown) => void;
}

/** Everything that answers, without a port: a request goes in, a response comes out. */
export function createApp(served: ServedCase, options: AppOptions): OpenAPIHono {
  const pages: Pages = pagesIn(options.webRoot);
  const app = newRoutes();
  app.onError(onError(options.log));
  app.use(guardedHeaders, expectedHost(options.hostNames));
  app.use('/api/*', sameOrigin, boundedBody, compress({ contentTypeFilter: /^application\/json/ }));
  for (const routes of [overviewRoutes, claimRoutes, peopleRoutes, itemRoutes, uploadRoutes, decisionRoutes])
    app.route('/', routes(served));
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Sanad',
      version: '1',
      description:
        'One case, as its pages see it. Every refusal has one form: `{"error": {"code", "data"}}`; codes are stable. Offsets count UTF-16 units.',
    },
  });
  app.get('*', (c) => {
    if (isApi(c.req.path)) throw new SanadError('request.not-found');
    return pages.answer(c);
  });
  app.notFound(() => {
    throw new SanadError('request.not-found');
  });
  return app;
}
