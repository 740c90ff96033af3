import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

const INSTALLED = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** A real browser: the one of the machine where there is one, else the one that the packages bring. */
export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  return playwright.launch({
    executablePath: installed ?? (await chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
    ],
    headless: true,
  });
}

/**
 * A new page of 1440 × 900 unless `options` say otherwise. What a page must never do is written into `wrong`: complain,
 * or ask anything of a machine that is not among `own`.
 */
export async function watchedPage(
  browser: Browser,
  own: readonly string[],
  wrong: string[],
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (![...own, 'blob:', 'data:'].some((start) => request.url().startsWith(start)))
      wrong.push(`asks elsewhere: ${request.url()}`);
  });
  return { context, page };
}

/** Presses Tab until the focus stands on what is looked for: by keyboard it is reached, or the test fails. */
export async function tabTo(page: Page, selector: string, most = 200): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await page.locator(':focus').evaluateAll(([own], wanted) => own?.matches(wanted) ?? false, selector))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
