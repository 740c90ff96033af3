import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPagePath } from '../src/server/page-paths.ts';

/** The routes of the pages, each once with its optional part and once without. */
const routes = [
  ...readFileSync(join(import.meta.dirname, '../web/src/app.tsx'), 'utf8').matchAll(/<Route path="([^"]+)"/g),
].flatMap(([, path = '']) =>
  path.endsWith('?') ? [path.slice(0, -1), path.replace(/\/:\w+\?$/, '')] : [path],
);

test('the server knows every page that the pages know', () => {
  expect(routes.length).toBeGreaterThan(20);
  const filled = routes.map((path) => path.replaceAll(/:\w+/g, 'k3f9'));
  expect(filled.filter((path) => !isPagePath(path))).toEqual([]);
  expect(filled.filter((path) => !isPagePath(`/ar${path}`))).toEqual([]);
});

test.each(['/nothing', '/claims/a/b', '/ar/items/x/secret', '/en/../secret', '/arclaims'])(
  'no page stands at %s',
  (path) => {
    expect(isPagePath(path)).toBe(false);
  },
);
