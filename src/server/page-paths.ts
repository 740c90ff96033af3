/** Every page there is, by its path without the language; `:name` stands for one part. `test/page-paths.test.ts` holds it. */
const PAGE_PATHS = [
  '/',
  '/access',
  '/account',
  '/accounts',
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
  '/lists/:id',
  '/lists/add',
  '/people',
  '/people/:id',
  '/records/:id/proof',
  '/remains',
  '/remains/:id',
  '/requests',
  '/requests/:place',
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
