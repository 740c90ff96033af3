import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SanadError } from '../../model/index.ts';
import { bentFiles } from '../trial/bent.ts';
import { zip } from '../trial/zip.ts';
import { readCapture } from './index.ts';

const PAGE = '<html><body>قلعة النهر: forty people were released</body></html>';
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

function record(type: string, url: string, block: Buffer, ...more: readonly string[]): Buffer {
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2024-12-09T06:41:00Z',
    ...more,
    `Content-Length: ${block.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}
const answer = (status: number, type: string, body: Buffer, ...more: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from(
      [`HTTP/1.1 ${status} X`, `Content-Type: ${type}; charset=utf-8`, ...more, '', ''].join('\r\n'),
    ),
    body,
  ]);
const chunked = (body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);

const packed = brotliCompressSync(PAGE);
const warc = Buffer.concat(
  [
    record('warcinfo', 'https://harbour.example/', Buffer.from('software: a crawler')),
    record('request', 'https://harbour.example/news', Buffer.from('GET /news HTTP/1.1\r\n\r\n')),
    record(
      'response',
      'https://harbour.example/news',
      answer(200, 'text/html', chunked(packed), 'Transfer-Encoding: chunked', 'Content-Encoding: br'),
      `WARC-Payload-Digest: sha256:${sha256(packed)}`,
    ),
    // 'abc' as FIPS 180 has it, in base 32 as most programs write it
    record(
      'response',
      'https://harbour.example/abc.txt',
      answer(200, 'text/plain', Buffer.from('abc')),
      'WARC-Payload-Digest: sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5',
    ),
    record(
      'response',
      'https://harbour.example/gone',
      answer(404, 'text/html', Buffer.from('gone')),
      `WARC-Payload-Digest: sha256:${sha256('another')}`,
    ),
  ].map((one) => gzipSync(one)),
);

describe('WARC', () => {
  test('what was asked for, when, with which answer, its text, its hash', async () => {
    const { format, parts, pages, wrong } = await readCapture(warc);
    expect(format).toBe('warc');
    expect(pages).toEqual(['https://harbour.example/news']);
    expect(parts.map(({ bytes, ...part }) => ({ ...part, text: Buffer.from(bytes).toString() }))).toEqual([
      {
        url: 'https://harbour.example/news',
        at: '2024-12-09T06:41:00Z',
        status: 200,
        mediaType: 'text/html',
        digest: 'right',
        text: PAGE,
      },
      {
        url: 'https://harbour.example/abc.txt',
        at: '2024-12-09T06:41:00Z',
        status: 200,
        mediaType: 'text/plain',
        digest: 'right',
        text: 'abc',
      },
      {
        url: 'https://harbour.example/gone',
        at: '2024-12-09T06:41:00Z',
        status: 404,
        mediaType: 'text/html',
        digest: 'wrong',
        text: 'gone',
      },
    ]);
    expect(wrong).toEqual(['https://harbour.example/gone: another hash']);
  });
});

const described = (hash: string): string =>
  JSON.stringify({
    profile: 'data-package',
    resources: [
      { path: 'archive/data.warc.gz', hash: `sha256:${hash}`, bytes: warc.length },
      { path: 'pages/pages.jsonl', hash: `sha256:${sha256(PAGES)}` },
      { path: 'indexes/index.cdx.gz', hash: `sha256:${sha256('')}` },
    ],
  });
const PAGES =
  '{"format":"json-pages-1.0"}\n{"url":"https://harbour.example/news","ts":"2024-12-09T06:41:00Z"}\n';
const wacz = (about: string, signedData?: object): Buffer =>
  zip({
    'datapackage.json': about,
    'datapackage-digest.json': JSON.stringify({
      hash: `sha256:${sha256(described(sha256(warc)))}`,
      ...(signedData ? { signedData } : {}),
    }),
    'archive/data.warc.gz': warc,
    'pages/pages.jsonl': PAGES,
  });

describe('WACZ', () => {
  test('its WARC taken apart, its pages named, every resource against its hash', async () => {
    const { pages, parts, wrong } = await readCapture(wacz(described(sha256(warc))));
    expect(pages).toEqual(['https://harbour.example/news']);
    expect(parts).toHaveLength(3);
    expect(wrong).toEqual(['indexes/index.cdx.gz: missing', 'https://harbour.example/gone: another hash']);
  });

  test('a changed hash and a changed description are told', async () => {
    const { wrong } = await readCapture(wacz(described(sha256('another'))));
    expect(wrong.slice(0, 2)).toEqual([
      'datapackage.json: another hash',
      'archive/data.warc.gz: another hash',
    ]);
  });
});

describe('a signature in a WACZ', () => {
  const about = described(sha256(warc));
  const hash = `sha256:${sha256(about)}`;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const signed = (text: string, dsaEncoding: 'der' | 'ieee-p1363') => ({
    hash,
    software: 'a browser extension 0.1',
    created: '2024-12-09T06:41:00Z',
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    signature: sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding }).toString('base64'),
  });

  test.each(['ieee-p1363', 'der'] as const)('by a key that stands beside it holds (%s)', async (form) => {
    const { signature, wrong } = await readCapture(wacz(about, signed(hash, form)));
    expect(signature).toMatchObject({ state: 'right', software: 'a browser extension 0.1' });
    expect(signature?.key).toBe(sha256(publicKey.export({ type: 'spki', format: 'der' })));
    expect(wrong).not.toContain('datapackage-digest.json: another signature');
  });

  test('over another hash, or of a file whose description was changed, does not', async () => {
    const other = await readCapture(wacz(about, signed(`sha256:${sha256('another')}`, 'der')));
    const changed = await readCapture(wacz(described(sha256('another')), signed(hash, 'der')));
    for (const { signature, wrong } of [other, changed]) {
      expect(signature?.state).toBe('wrong');
      expect(wrong).toContain('datapackage-digest.json: another signature');
    }
  });

  test.each([{}, { signature: 'AAAA', publicKey: 'nothing' }, { signature: 7 }, []])(
    'of an unknown form is said to be not checked: %j',
    async (signedData) => {
      expect((await readCapture(wacz(about, signedData))).signature).toEqual({ state: 'not-checked' });
    },
  );
});

const mhtml = Buffer.from(
  [
    'From: <Saved by a browser>',
    'Snapshot-Content-Location: https://harbour.example/news',
    'Date: Mon, 9 Dec 2024 06:41:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--x----"',
    '',
    '',
    '------MultipartBoundary--x----',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://harbour.example/news',
    '',
    `<p class=3D"a">${[...Buffer.from('قلعة')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')} =`,
    'one line</p>',
    '------MultipartBoundary--x----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://harbour.example/a.png',
    '',
    Buffer.from('a picture').toString('base64'),
    '------MultipartBoundary--x------',
    '',
  ].join('\r\n'),
);

test('MHTML: page, picture, address, time', async () => {
  const { pages, parts, wrong } = await readCapture(mhtml);
  expect(pages).toEqual(['https://harbour.example/news']);
  expect(parts.map(({ url, mediaType, bytes }) => [url, mediaType, Buffer.from(bytes).toString()])).toEqual([
    ['https://harbour.example/news', 'text/html', '<p class="a">قلعة one line</p>'],
    ['https://harbour.example/a.png', 'image/png', 'a picture'],
  ]);
  expect(parts[0]?.at).toBe('Mon, 9 Dec 2024 06:41:00 -0000');
  expect(wrong).toEqual([]);
});

test.each([
  [
    'WARC',
    Buffer.concat([
      record(
        'response',
        'https://harbour.example/',
        answer(200, 'text/html', chunked(Buffer.from(PAGE)), 'Transfer-Encoding: chunked'),
      ),
    ]),
    3000,
  ],
  ['packed WARC', warc, 2000],
  ['WACZ', wacz(described(sha256(warc))), 2000],
  ['MHTML', mhtml, 3000],
])(
  '10,000 bent ones in all: taken apart, or refused by name: %s',
  async (_kind, original, numRuns) => {
    await fc.assert(
      fc.asyncProperty(bentFiles(original), async (bent) => {
        try {
          const { parts } = await readCapture(bent);
          expect(parts.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(1_000_000);
        } catch (error) {
          if (!(error instanceof SanadError)) throw error;
          expect(error.code).toMatch(/^capture\./);
        }
      }),
      { numRuns },
    );
  },
  60_000,
);

test.each([
  ['no archive', Buffer.from('hello')],
  ['an empty file', Buffer.alloc(0)],
  ['a zip of something else', zip({ 'a.txt': 'x' })],
])('%s is refused by name', async (_what, bytes) => {
  await expect(readCapture(bytes)).rejects.toMatchObject({ code: 'capture.damaged' });
});
