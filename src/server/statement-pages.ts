import { Hono } from 'hono';
import type { Case } from '../ledger/index.ts';
import type { Language } from '../messages/index.ts';
import { followPublished } from '../site/index.ts';
import { ABSENT_HTML, type Beside, statementHtml } from './statement-html.ts';
import { STATEMENT_STYLE } from './statement-style.ts';

/** Where a statement stands on this server: Arabic first, English one step further. */
const HERE: Beside = {
  style: { href: '/statements/statement.css' },
  address: (id, language) => `/statements/${id}${language === 'en' ? '/en' : ''}`,
};

/**
 * What anybody may read without an account: statements that stand published, each at an address of its own. There is no
 * list of them, and every other address is answered alike.
 */
export function statementPages(opened: Case): Hono {
  // Nothing but what was put before the public is in reach.
  const published = followPublished(opened.as(['account']));
  const page = (id: string, language: Language): Response => {
    const all = published();
    const statement = all.find((one) => one.id === id);
    return new Response(statement ? statementHtml(statement, all, language, HERE) : ABSENT_HTML, {
      status: statement ? 200 : 404,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' },
    });
  };
  return new Hono()
    .get('/statement.css', (c) =>
      c.body(STATEMENT_STYLE, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'no-cache',
      }),
    )
    .get('/:id', (c) => page(c.req.param('id'), 'ar'))
    .get('/:id/en', (c) => page(c.req.param('id'), 'en'))
    .all('*', () => page('', 'ar'));
}

/** The same pages as files that lie in a folder of any host: `ID/index.html` and `ID/en.html`. */
export function* statementFiles(opened: Case, only?: string): Generator<{ path: string; html: string }> {
  const all = [...followPublished(opened)()];
  const inFolder: Beside = {
    style: { text: STATEMENT_STYLE },
    address: (id, language) => `../${id}/${language === 'en' ? 'en.html' : 'index.html'}`,
  };
  for (const statement of all)
    if (only === undefined || statement.id === only)
      for (const [language, name] of [
        ['ar', 'index.html'],
        ['en', 'en.html'],
      ] as const)
        yield { path: `${statement.id}/${name}`, html: statementHtml(statement, all, language, inFolder) };
}
