import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { SanadError } from '../model/index.ts';
import { isPagePath } from './page-paths.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.webmanifest', '.svg', '.txt']);
/** The builder writes a hash of the content into these names, so they never change under one name. */
const NEVER_CHANGES = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

/** The built pages. Only files that were there at the start are ever served, so no path leads anywhere else. */
export interface Pages {
  answer(c: Context): Response;
}

export function pagesIn(webRoot: string): Pages {
  const files = new Map<string, string>();
  if (existsSync(webRoot))
    for (const entry of readdirSync(webRoot, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(`/${relative(webRoot, path).split(sep).join('/')}`, path);
    }

  const assets = new Map<string, Asset>();
  const assetAt = (name: string): Asset | undefined => {
    const path = files.get(name);
    if (path === undefined) return undefined;
    const known = assets.get(name);
    // A page built anew while the server runs takes the old files away.
    if (known || !existsSync(path)) return known;
    const asset = readAsset(path);
    assets.set(name, asset);
    return asset;
  };

  return {
    answer(c) {
      const { path } = c.req;
      const file = path === '/' || path === '/index.html' ? undefined : assetAt(path);
      const page =
        extname(path) === '' || isPagePath(path) || path === '/index.html'
          ? assetAt('/index.html')
          : undefined;
      const asset = file ?? page;
      if (!asset) throw new SanadError('request.not-found');
      c.header(
        'Cache-Control',
        NEVER_CHANGES.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      c.header('ETag', asset.etag);
      c.header('Vary', 'Accept-Encoding');
      const isPage = file !== undefined || path === '/index.html' || isPagePath(path);
      if (isPage && c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
      c.header('Content-Type', asset.type);
      const accepted = c.req.header('accept-encoding') ?? '';
      const encoding =
        asset.br && /\bbr\b/.test(accepted)
          ? 'br'
          : asset.gzip && /\bgzip\b/.test(accepted)
            ? 'gzip'
            : undefined;
      if (encoding) c.header('Content-Encoding', encoding);
      return c.body(asset[encoding ?? 'plain']!, isPage ? 200 : 404);
    },
  };
}

function readAsset(path: string): Asset {
  const plain = Uint8Array.from(readFileSync(path));
  const extension = extname(path);
  const compress = COMPRESSED.has(extension) && plain.length > 500;
  return {
    type: MEDIA_TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    plain,
    ...(compress
      ? {
          br: Uint8Array.from(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })),
          gzip: Uint8Array.from(gzipSync(plain)),
        }
      : {}),
  };
}
