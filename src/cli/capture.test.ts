import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { captureWith, custodyOf, derivedFrom } from '../custody/index.ts';
import { officeLeft } from '../files/index.ts';
import { openCase } from '../ledger/index.ts';
import type { ItemId } from '../model/index.ts';
import { typed } from './trial/typed.ts';

const root = mkdtempSync(join(tmpdir(), 'sanad-capture-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'case');

const sanad = (...args: string[]) => typed([...args, '--lang', 'en']);

const block = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>Forty released</title></head><body><article><p>The harbour office says forty people were released on Monday.</p></article></body></html>',
);
const warc = gzipSync(
  Buffer.concat([
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/news/forty?x=1\r\nWARC-Date: 2024-12-09T06:41:00Z\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from('\r\n\r\n'),
  ]),
);

test('a saved page is shown, its text taken out, read, and chained to the file that it came in', async () => {
  const file = join(root, 'harbour.warc.gz');
  writeFileSync(file, warc);
  await sanad('init', folder, '--unsealed');
  const added = await sanad('add', folder, file, '--by', 'Maha', '--json');
  const item = (JSON.parse(added.out) as { added: { item: { id: ItemId } }[] }).added[0]!.item.id;

  const shown = await sanad('capture', folder, item);
  expect(shown.out.trim()).toBe(
    '2024-12-09T06:41:00Z 200 text/html https://harbour.example/news/forty?x=1 (hash: none)',
  );

  const taken = await sanad('capture', folder, item, '--take', '--by', 'Maha', '--json');
  const [copy] = (JSON.parse(taken.out) as { taken: ItemId[] }).taken;
  await sanad('capture', folder, item, '--take', '--by', 'Maha');
  const opened = await openCase(folder, { mode: 'read' });
  try {
    expect(opened.item(copy!)).toMatchObject({ file: '0001-forty.html', content: { kind: 'report' } });
    expect([...opened.itemRecords(copy!)]).toHaveLength(1);
    expect(derivedFrom(opened, item).filter(({ what }) => what === 'copy')).toHaveLength(1);
    expect(custodyOf(opened, copy!)).toContainEqual(
      expect.objectContaining({
        address: 'https://harbour.example/news/forty?x=1',
        when: '2024-12-09T06:41:00Z',
        how: `WARC ${item}; sanad capture 1`,
      }),
    );
  } finally {
    opened.close();
  }
});

test('a saved page, its source and its picture are written down as one capture', async () => {
  const [page, picture] = ['harbour.html', 'harbour.png'].map((name) => join(root, name));
  writeFileSync(
    page!,
    '<html><body><p>Another page of the harbour office, at some length.</p></body></html>',
  );
  writeFileSync(picture!, 'a picture');
  const added = await sanad('add', folder, page!, picture!, '--by', 'Maha', '--json');
  const [source, whole] = (JSON.parse(added.out) as { added: { item: { id: ItemId } }[] }).added.map(
    ({ item }) => item.id,
  );
  const said = ['--address', 'https://harbour.example/news', '--captured', '2024-12-09T06:41Z'];
  const refused = await sanad('capture', folder, source!, '--picture', whole!, ...said);
  expect(refused.code).toBe(1);
  await sanad(
    'capture',
    folder,
    source!,
    '--picture',
    whole!,
    ...said,
    '--collector',
    'Maha',
    '--how',
    'by hand',
  );
  const opened = await openCase(folder, { mode: 'read' });
  try {
    expect(captureWith(opened, whole!)).toMatchObject({
      address: 'https://harbour.example/news',
      collector: 'Maha',
      parts: [
        { item: source, as: 'page' },
        { item: whole, as: 'picture' },
      ],
    });
  } finally {
    opened.close();
  }
});

/** An OpenDocument text with this in it, and with its author. */
async function letter(body: string): Promise<Buffer> {
  const names = 'urn:oasis:names:tc:opendocument:xmlns';
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<m:manifest xmlns:m="${names}:manifest:1.0"/>`,
    'meta.xml': 'Nadia Marjan',
    'content.xml': `<office:document-content xmlns:office="${names}:office:1.0" xmlns:text="${names}:text:1.0">${body}</office:document-content>`,
  };
  const file = new ZipFile();
  for (const [name, content] of Object.entries(parts)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return buffer(file.outputStream);
}

test('a clean copy of a document is kept and points to its original; one that hides something is refused', async () => {
  const [open, hidden] = ['list.odt', 'hidden.odt'].map((name) => join(root, name));
  writeFileSync(open!, await letter('<text:p>forty</text:p>'));
  writeFileSync(hidden!, await letter('<text:hidden-text/>'));
  const added = await sanad('add', folder, open!, hidden!, '--by', 'Maha', '--json');
  const [list, other] = (JSON.parse(added.out) as { added: { item: { id: ItemId } }[] }).added.map(
    ({ item }) => item.id,
  );
  const made = await sanad('copy', folder, list!, '--by', 'Maha', '--reason', 'for a newspaper', '--json');
  const { item, of } = JSON.parse(made.out) as { item: ItemId; of: ItemId };
  expect(of).toBe(list);
  const refused = await sanad('copy', folder, other!, '--by', 'Maha');
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('hidden-text')]);
  const opened = await openCase(folder, { mode: 'read' });
  try {
    expect(opened.item(item).mediaType).toMatch(/opendocument\.text$/);
    expect(await officeLeft(Buffer.from(opened.itemBytes(item)))).toEqual([]);
    expect(derivedFrom(opened, list!).at(-1)).toMatchObject({ what: 'copy', copy: item, by: 'Maha' });
  } finally {
    opened.close();
  }
});
