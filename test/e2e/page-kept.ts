import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Until the page is kept on the device, so that it opens without a network. */
export const pageKept = (page: Page): Promise<unknown> =>
  expect
    .poll(() =>
      page.evaluate(
        "Boolean(navigator.serviceWorker.controller) && caches.open('sanad-pages-1').then((shelf) => shelf.match('/index.html')).then(Boolean)",
      ),
    )
    .toBe(true);
