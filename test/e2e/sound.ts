import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** As a phone and as a desk, in pixels. */
const WIDTHS = [360, 1440] as const;

/** Waits until no part of the page is on its way any more. */
export const wholeAnswer = (page: Page): Promise<void> =>
  page.locator('.skeleton').first().waitFor({ state: 'detached' });

/**
 * What is wrong with the page that is open, on a phone and at a desk: what sticks out, and what axe finds. Contrast,
 * which takes axe most of its time and hangs on colours alone, is looked at once a language: on a phone in Arabic, and
 * at a desk in English in dark colours.
 */
export async function complaints(page: Page, path: string, language: 'ar' | 'en'): Promise<string[]> {
  const wrong: string[] = [];
  await page.emulateMedia({ colorScheme: language === 'ar' ? 'light' : 'dark' });
  await page.evaluate(axe.source);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const out = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (out > 0) wrong.push(`${path} sticks out by ${out} at ${width}`);
    const contrast = (language === 'ar') === (width === 360);
    const options = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast } } };
    const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as Found;
    wrong.push(...found.violations.map(({ id, nodes }) => `${path} ${id} at ${width}: ${nodes[0]?.html}`));
  }
  return wrong;
}
