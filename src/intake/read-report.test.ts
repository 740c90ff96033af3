import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { TextLayer } from '../model/index.ts';
import { pageLayer } from './html/page-layer.ts';
import { textOf } from './html/tree.ts';
import { decodeText, readItem, readLayer } from './index.ts';
import { plainReportLayer } from './plain-report.ts';

const dropped = (layer: TextLayer, file: string): readonly (readonly [string, string])[] =>
  layer.dropped.map(({ start, end, why }) => [why, file.slice(start, end)]);

const BODY =
  'Three hundred people left the prison of Qalaat al-Rih on Saturday, said the volunteers who opened it, and more were expected to follow before the night.';
const MORE =
  'Five teams of the Blue Vests searched the cellar with dogs, an engineer and a former inmate, and found nobody below the ground floor of the building.';

describe('plain copies', () => {
  test('outlet, date and title are taken where they plainly stand; the text stays the file', () => {
    const file = `Harbour Wire\nSaturday 8 March 2025, 19:40\n\nHundreds walk free as the prison is opened\n\n${BODY}\n\n${MORE}\n`;
    const layer = plainReportLayer(file);
    expect(layer).toMatchObject({
      text: file,
      title: 'Hundreds walk free as the prison is opened',
      outlet: 'Harbour Wire',
      published: '2025-03-08T19:40:00',
    });
    expect(dropped(layer, file)).toEqual([['byline', 'Harbour Wire\nSaturday 8 March 2025, 19:40']]);
  });

  test('lines with keys, in Arabic', () => {
    const file = `نفي وجود سجن تحت السجن\nالمصدر: منبر زهرين\nالتاريخ: ٩ آذار ٢٠٢٥\nالرابط: https://minbar.example/1\n\nنفت رابطة الأهالي وجود معتقلين تحت السجن، وقالت إن الطوابق كلها فُتحت صباح السبت أمام الناس.\n`;
    expect(plainReportLayer(file)).toMatchObject({
      title: 'نفي وجود سجن تحت السجن',
      outlet: 'منبر زهرين',
      published: '2025-03-09',
      address: 'https://minbar.example/1',
    });
  });

  test.each([
    ['HARBOUR CITY, Alma (Hill Wire) — ', 'Hill Wire'],
    ['Zahrin (T.N.A.) - ', 'T.N.A.'],
    ['زهرين (وكالة التل) – ', 'وكالة التل'],
    ['The gates (of iron) were opened. ', undefined],
  ])('whoever sent it is whose report it is, where nobody else is named: %s', (dateline, outlet) => {
    const file = `Hundreds walk free as the prison is opened\n\n${dateline}${BODY}\n\n${MORE}\n`;
    expect(plainReportLayer(file).outlet).toBe(outlet);
    expect(plainReportLayer(`Source: Harbour Wire\n${file}`).outlet).toBe('Harbour Wire');
  });

  test('how long a report takes to read is nobody’s name', () => {
    const file = `Hundreds walk free as the prison is opened\n\nSaturday 8 March 2025 | 6 min read\n\n${BODY}\n\n${MORE}\n`;
    expect(plainReportLayer(file)).toMatchObject({ published: '2025-03-08' });
    expect(plainReportLayer(file).outlet).toBeUndefined();
  });

  test('what a page leaves around a copied text is named, and no sentence with it', () => {
    const file = [
      'Gates of the prison open',
      '',
      BODY,
      '',
      'Qalaat prison',
      'Families wait at the gate of the prison Getty Images',
      '',
      'Read more: Storm warning for the coast',
      '',
      MORE,
      '',
      'A search in the cellar',
      '',
      BODY,
      'Share this article',
      '0:00 / 1:32',
      'Share prices fell on Monday, said the bank.',
      'READ MORE',
      'Ferry timetable from April on',
      'Dinar falls as banks stay closed',
    ].join('\n');
    expect(dropped(plainReportLayer(file), file)).toEqual([
      ['caption', 'Qalaat prison\nFamilies wait at the gate of the prison Getty Images'],
      ['related-news', 'Read more: Storm warning for the coast'],
      ['crosshead', 'A search in the cellar'],
      ['share-buttons', 'Share this article'],
      ['other', '0:00 / 1:32'],
      ['related-news', 'READ MORE\nFerry timetable from April on\nDinar falls as banks stay closed'],
    ]);
  });

  test('a paragraph is no title, a figure no crosshead', () => {
    const file = `${BODY}\n${MORE}\n300 walk free\n${BODY}\n`;
    const layer = plainReportLayer(file);
    expect(layer.title).toBeUndefined();
    expect(layer.dropped).toEqual([]);
  });
});

const PAGE = `<!doctype html>\r
<html><head><title>Gates of the prison open | Harbour Wire</title><meta property="og:site_name" content="Harbour Wire">
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Gates of the prison open","datePublished":"2025-03-08T19:40:00+0300","publisher":{"name":"Harbour Wire"}}]}</script>
<link rel="canonical" href="https://harbourwire.example/gates"></head>
<body class="has-sidebar cookie-consent-given">
<div id="cookie-banner">We use cookies &amp; similar things. <button>Accept</button></div>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<div class="content"><h1>Gates of the prison open</h1>
<p class="byline">By Rana Sabbagh</p>
<p>${BODY.replace('Qalaat', 'Qalaat&nbsp;')}</p>
<figure><img src="x"><figcaption>Families wait. Photo: AFP</figcaption></figure>
<p>&ldquo;Nobody is&#x20;below,&rdquo; said   a <a href="/y">woman</a>\r\n at the gate &mdash; &amp; wept.</p>
<h2>A search in the cellar</h2>
<p>${MORE}<br>It ended on Sunday.</p>
<div class="related-stories"><h3>Related</h3><ul><li><a href="/1">Ferry timetable from April on</a></li></ul></div>
</div>
<aside><a href="/2">Dinar falls as banks stay closed</a></aside>
<footer>&copy; 2025 Harbour Wire</footer></body></html>`;

/** Every run's characters in the file, decoded as a browser would, are its characters in the text. */
function expectWayBack(layer: TextLayer, file: string): void {
  let at = 0;
  for (const run of layer.runs) {
    expect(run.at).toBeGreaterThanOrEqual(at);
    expect(layer.text.slice(at, run.at)).toMatch(/^\n*$/);
    const source = file.slice(run.fileAt, run.fileAt + run.fileLength);
    const words = layer.text.slice(run.at, run.at + run.length);
    expect(textOf(parseFragment(source)).replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
    at = run.at + run.length;
  }
  expect(at).toBe(layer.text.length);
}

describe('saved pages', () => {
  test('the report is found, with what the page says about it', () => {
    const layer = pageLayer(PAGE);
    expect(layer).toMatchObject({
      title: 'Gates of the prison open',
      outlet: 'Harbour Wire',
      published: '2025-03-08T19:40:00+03:00',
      address: 'https://harbourwire.example/gates',
    });
    expect(layer.text).toBe(
      [
        'Gates of the prison open',
        BODY.replace('Qalaat', 'Qalaat\u00a0'),
        '“Nobody is below,” said a woman at the gate — & wept.',
        'A search in the cellar',
        `${MORE}\nIt ended on Sunday.`,
      ].join('\n\n'),
    );
  });

  test('what is left out is named with its reason', () => {
    const reasons = dropped(pageLayer(PAGE), PAGE).map(([why, words]) => [
      why,
      words.replace(/<[^>]*>/g, '').slice(0, 24),
    ]);
    expect(reasons).toEqual([
      ['cookie-notice', 'We use cookies &amp; sim'],
      ['script', 'Accept'],
      ['navigation', 'Home World'],
      ['byline', 'By Rana Sabbagh'],
      ['caption', 'Families wait. Photo: AF'],
      ['crosshead', 'A search in the cellar'],
      ['related-news', 'RelatedFerry timetable f'],
      ['navigation', '&copy; 2025 Harbour Wire'],
    ]);
  });

  test('every run leads back to the characters of the file', () => expectWayBack(pageLayer(PAGE), PAGE));

  test('when a page says that it was changed: its meta, its linked data, never before it was published', () => {
    const changed = (meta: string): string | undefined =>
      pageLayer(PAGE.replace('<link rel="canonical"', `${meta}<link rel="canonical"`)).updated;
    expect(pageLayer(PAGE).updated).toBeUndefined();
    expect(changed('<meta property="article:modified_time" content="2025-03-09T07:10:00+03:00">')).toBe(
      '2025-03-09T07:10:00+03:00',
    );
    expect(changed('<meta property="og:updated_time" content="2025-03-08T18:00:00Z">')).toBe(
      '2025-03-08T18:00:00Z',
    );
    expect(changed('<meta name="last-modified" content="2024-01-01">')).toBeUndefined();
    expect(changed('<span itemprop="dateModified" content="2025-03-10">today</span>')).toBe('2025-03-10');
    const linked = PAGE.replace('"publisher"', '"dateModified":"2025-03-08T20:05:00+0300","publisher"');
    expect(pageLayer(linked).updated).toBe('2025-03-08T20:05:00+03:00');
  });

  test('a page without any hint but its paragraphs', () => {
    const file = `<html><body><table><tr><td><a href=1>Home</a><br><a href=2>News</a></td><td><b>Gates open</b><br><br>${BODY}<br><br>${MORE}</td></tr></table></body></html>`;
    const layer = pageLayer(file);
    expect(layer.text).toContain(BODY);
    expect(layer.text).toContain(MORE);
    expect(layer.text).not.toContain('News');
    expectWayBack(layer, file);
  });

  test('pages built to exhaust a parser end at once', async () => {
    for (const file of [
      '<div>'.repeat(200_000),
      `<p>${'<b x=1><i y>'.repeat(100_000)}`,
      `<table>${'<p><a>'.repeat(50_000)}`,
      `<!--${'-'.repeat(1_000_000)}`,
    ]) {
      const begun = process.cpuUsage();
      const { content } = await readItem('page.html', Buffer.from(`<html><body>${file}`));
      expect(content.kind).toBe('unread');
      expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(20);
    }
  });
});

describe('what kind a file is', () => {
  const kindOf = async (file: string, content: string | Uint8Array): Promise<string> => {
    const read = await readItem(file, typeof content === 'string' ? Buffer.from(content) : content);
    return [read.content.kind, ...read.problems.map(({ code }) => code)].join(' ');
  };
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

  test.each([
    ['empty.csv', '', 'refused file.empty'],
    ['blank.txt', ' \n\n', 'refused file.empty'],
    ['photo.png', png, 'unread file.unknown-kind'],
    ['photo.csv', png, 'refused file.binary'],
    ['photo.txt', png, 'refused file.binary'],
    ['scan.pdf', '%PDF-1.7\n', 'unread pdf.damaged'],
    ['data.json', '{}', 'unread file.unknown-kind'],
    ['noise.bin', Uint8Array.from({ length: 999 }, (_, at) => (at * 37) % 256), 'unread file.unknown-kind'],
    ['noise.csv', Uint8Array.from({ length: 999 }, (_, at) => (at * 37) % 256), 'refused file.binary'],
    ['names.txt', 'name;town;age\nRana Ghannum;Duma;31\nHazim Sallum;Homs;40\n', 'list'],
    ['page.txt', `<!DOCTYPE html><html><body><p>${BODY}</p></body></html>`, 'report'],
    ['note.md', `# Gates open\n\n${BODY}\n`, 'report'],
    ['report', `${BODY}\n${MORE}\n`, 'report'],
    ['long.txt', `${BODY}\n`.repeat(350_000), 'unread report.too-long'],
  ])('%s', async (file, content, expected) => expect(await kindOf(file, content)).toBe(expected));
});

const reports = resolve(import.meta.dirname, '../../../shared/data/reports');
const files = ((): readonly string[] => {
  try {
    return readdirSync(reports).filter((file) => file.endsWith('.txt'));
  } catch {
    return [];
  }
})();

describe.skipIf(files.length === 0)('the shared reports (../shared/data/reports)', () => {
  interface Gold {
    readonly boilerplate: readonly { readonly doc: string; readonly start: number; readonly end: number }[];
    readonly claims: readonly {
      readonly doc: string;
      readonly kind?: string;
      readonly span?: { start: number; end: number };
    }[];
  }
  test.each(files.map((file) => [file]))(
    '%s: what a careful reader calls boilerplate is found, and nothing else',
    (file) => {
      const bytes = readFileSync(join(reports, file));
      const { text } = decodeText(bytes);
      const layer = readLayer(file, bytes);
      const gold = JSON.parse(readFileSync(join(reports, 'gold.json'), 'utf8')) as Gold;
      const marked = gold.boilerplate.filter(({ doc }) => file.startsWith(doc));
      const inDropped = (at: number): boolean =>
        layer.dropped.some(({ start, end }) => start <= at && at < end);
      let found = 0;
      let letters = 0;
      let wrong = 0;
      for (let at = 0; at < text.length; at++) {
        if (/\s/.test(text[at]!)) continue;
        const truth = marked.some(({ start, end }) => start <= at && at < end);
        if (truth) letters++;
        if (truth && inDropped(at)) found++;
        if (!truth && inDropped(at)) wrong++;
      }
      expect(found / letters).toBeGreaterThan(0.95);
      expect(wrong).toBe(0);
    },
  );
});
