import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { type Language, lineMessages } from '../messages/index.ts';
import { SanadError } from '../model/index.ts';
import type { Line } from './line-folder.ts';
import { publicPage } from './public-page.ts';

/** The public page in both languages, its one script and its one style. */
export interface PublicPages {
  page(c: Context, language: Language, full: boolean): Response;
  asset(c: Context, name: string): Response;
}

const TYPES: Readonly<Record<string, string>> = {
  'line.js': 'text/javascript; charset=utf-8',
  'line.css': 'text/css; charset=utf-8',
};

export function publicPages(line: Line, webRoot: string): PublicPages {
  const kept = new Map<string, Packed>();
  const once = (name: string, make: () => string | Uint8Array | undefined): Packed => {
    let packed = kept.get(name);
    if (!packed) {
      const made = make();
      if (made === undefined) throw new SanadError('request.not-found');
      packed = pack(made);
      kept.set(name, packed);
    }
    return packed;
  };
  return {
    page: (c, language, full) =>
      send(
        c,
        once(`${language} ${full}`, () => publicPage(line, language, full ? 'full' : 'open', lineMessages)),
        'text/html; charset=utf-8',
      ),
    asset: (c, name) =>
      send(
        c,
        once(name, () => {
          const path = join(webRoot, name);
          return name in TYPES && existsSync(path) ? readFileSync(path) : undefined;
        }),
        TYPES[name] ?? 'application/octet-stream',
      ),
  };
}

interface Packed {
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

function pack(content: string | Uint8Array): Packed {
  const plain = Uint8Array.from(Buffer.from(content));
  return {
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    br: Uint8Array.from(brotliCompressSync(plain)),
    gzip: Uint8Array.from(gzipSync(plain, { level: 9 })),
  };
}

/** `no-cache`: kept, but asked anew each time, so that a slow line pays for the script once. */
function send(c: Context, packed: Packed, type: string): Response {
  c.header('Cache-Control', type.startsWith('text/html') ? 'no-store' : 'no-cache');
  c.header('ETag', packed.etag);
  c.header('Vary', 'Accept-Encoding');
  if (c.req.header('if-none-match') === packed.etag) return c.body(null, 304);
  c.header('Content-Type', type);
  const accepted = c.req.header('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (encoding) c.header('Content-Encoding', encoding);
  return c.body(packed[encoding ?? 'plain']);
}
