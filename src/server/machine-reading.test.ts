import { expect, test } from 'vitest';
import { openBrowser } from '../../test/e2e/browser.ts';
import { openMachineReader } from './machine-reading.ts';

test('printed Arabic is read as a suggestion, each word with its place; what is no picture is refused', async () => {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 900, height: 160 } });
  await page.setContent(
    '<html dir="rtl" lang="ar"><body style="font:32px sans-serif"><p>سالم كامل الزعتري 1984 حمص',
  );
  const picture = await page.screenshot();
  await browser.close();
  const reader = openMachineReader();
  try {
    const { words } = await reader.read(picture);
    expect(words.map(({ text }) => text).join(' ')).toMatch(/1984|١٩٨٤/);
    expect(words.length).toBeGreaterThan(2);
    expect(words.every(({ left, width }) => left >= 0 && left + width <= 1.001)).toBe(true);
    await expect(reader.read(new TextEncoder().encode('no picture'))).rejects.toMatchObject({
      code: 'picture.unknown-kind',
    });
  } finally {
    await reader.close();
  }
});
