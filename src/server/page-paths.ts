/** Every page there is, by its path without the language; `:name` stands for one part. `test/page-paths.test.ts` holds it. */
export const PAGE_PATHS = [
  '/',
  '/access',
  '/account',
  '/accounts',
  '/captures/new',
  '/check',
  '/claims',
  '/claims/:id',
  '/claims/review',
  '/erasures',
  '/erasures/:entry',
  '/erasures/new',
  '/figures',
  '/items',
  '/items/:before/versions/:after',
  '/items/:id',
  '/items/:id/custody',
  '/items/:id/proof',
  '/join',
  '/lists',
  '/lists/add',
  '/people',
  '/people/:id',
  '/people/print',
  '/records/:id/proof',
  '/remains',
  '/remains/:id',
  '/remains/wall',
  '/requests',
  '/requests/:id',
  '/requests/grid',
  '/requests/hand-out',
  '/requests/hits',
  '/requests/new',
  '/requests/not-missing',
  '/requests/paper',
  '/requests/wall',
  '/review',
  '/sites',
  '/sites/:id',
  '/sites/:id/statement',
  '/talks',
  '/talks/:id',
  '/typing',
  '/typing/:id',
  '/witnesses',
] as const;

const patterns = PAGE_PATHS.map((path) => path.replaceAll(/:\w+/g, '[^/]+').replace(/^\/$/, ''));
const PAGE = new RegExp(`^(?:/(?:ar|en))?(?:${patterns.join('|')})/?$`);

/**
 * Whether a page stands at a path. The pages put the language first: `/ar/claims`, `/en/people/…`; without one they
 * choose it themselves.
 */
export const isPagePath = (path: string): boolean => PAGE.test(path);
