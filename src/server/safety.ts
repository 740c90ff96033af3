import { isIPv4, isIPv6 } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { PHOTOGRAPH_LIMITS, SanadError } from '../model/index.ts';
import { LIMITS } from './limits.ts';

/** Nothing from elsewhere, nothing inline, no frames, no forms that leave. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** An answer of the API, or a file as received, is never a page: were it opened as one, nothing in it would run. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

/** Headers of every answer, refusals included. What the API answers is about people and is kept by no cache. */
export const guardedHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  const api = isApi(c.req.path);
  headers.set('Content-Security-Policy', api ? DATA_POLICY : PAGE_POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  // where the answer came without TLS, browsers pass this over (RFC 6797, section 8.1)
  headers.set('Strict-Transport-Security', 'max-age=31536000');
  headers.set('X-Frame-Options', 'DENY');
  headers.set('Referrer-Policy', 'no-referrer');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()');
  headers.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
  if (api) headers.set('Cache-Control', 'no-store');
};

const hostnameOf = (host: string): string =>
  host
    .replace(/:\d*$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();

/**
 * Which Host headers are answered. A page elsewhere can let its own name point at this machine and so become "the same
 * origin" (DNS rebinding); it cannot make its name be an address. So names are answered only where they were given.
 */
export function isExpectedHost(host: string | undefined, names: readonly string[]): boolean {
  if (host === undefined || !/^[a-z0-9.:[\]-]+$/i.test(host)) return false;
  const hostname = hostnameOf(host);
  return isIPv4(hostname) || isIPv6(hostname) || hostname === 'localhost' || names.includes(hostname);
}

export const expectedHost =
  (names: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (!isExpectedHost(host, names))
      throw new SanadError('request.forbidden-host', { host: host.slice(0, 100) });
    await next();
  };

/**
 * The API answers Sanad's own pages, and programs that are no browser. Another site's page may not even ask: how long
 * an answer takes can tell whether somebody is on a list. Whatever changes the case must say where it comes from.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  const own = c.req.header('host') ?? new URL(c.req.url).host;
  const foreignSite = site !== undefined && site !== 'same-origin' && !(site === 'none' && !changes);
  const foreignOrigin = origin !== undefined && origin !== `http://${own}` && origin !== `https://${own}`;
  const unsaid = changes && site === undefined && origin === undefined;
  if (foreignSite || foreignOrigin || unsaid) throw new SanadError('request.forbidden-origin');
  await next();
};

const sizeInWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} kB`;

/** A body that says how long it is, is believed (the connection holds it to that); another is counted as it comes. */
const bound =
  (bytes: number): MiddlewareHandler =>
  async (c, next) => {
    const tooLarge = (): SanadError => new SanadError('request.too-large', { limit: sizeInWords(bytes) });
    const announced = c.req.header('content-length');
    if (Number(announced ?? 0) > bytes) throw tooLarge();
    const { body } = c.req.raw;
    if (!body || (announced !== undefined && c.req.header('transfer-encoding') === undefined)) return next();
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body) {
      size += part.length;
      if (size > bytes) throw tooLarge();
      parts.push(part);
    }
    const { method, url, headers } = c.req.raw;
    c.req.raw = new Request(url, { method, headers, body: Buffer.concat(parts) });
    return next();
  };
/** Where files come in parts: any file, and photographs of a search. */
export const FILE_UPLOADS = '/api/uploads';
export const PHOTOGRAPH_UPLOADS = '/api/sites/photographs';
const inParts = (path: string): boolean =>
  [FILE_UPLOADS, PHOTOGRAPH_UPLOADS].some((one) => path === one || path.startsWith(`${one}/`));
/** The content type of tus 1.0. */
const PART_TYPE = 'application/offset+octet-stream';
const uploadBound = bound(LIMITS.uploadBytes);
/** Questions that bring more than a decision does. */
const WIDER: Readonly<Record<string, MiddlewareHandler>> = {
  '/api/files/known': bound(LIMITS.hashSetBytes),
  '/api/sites/entries': bound(LIMITS.siteEntriesBytes),
};
const jsonBound = bound(LIMITS.jsonBytes);
/** A file of a site comes as it is, without a form around it. */
const SITE_PICTURE = /^\/api\/sites\/pictures(?:\/[^/]+)?$/;
const pictureBound = bound(LIMITS.pictureBytes);

/** What is typed from a picture is longer than a decision. */
const TYPING = /^\/api\/typing\/(?!read$)[^/]+(?:\/list)?$/;
const typedBound = bound(LIMITS.typedBytes);
/** A photograph of somebody who is sought, with what a family allows for it. */
const SOUGHT_PHOTOGRAPH = /^\/api\/requests\/[^/]+\/photographs$/;
const photographBound = bound(PHOTOGRAPH_LIMITS.bytes + LIMITS.jsonBytes);
/** Where files come in a form. */
const FORMS: ReadonlySet<string> = new Set([
  '/api/items',
  '/api/lists',
  '/api/lists/look',
  '/api/typing/read',
]);

/** Refuses a body of another kind before a byte of it is read, and one that is too large when it becomes so. */
export const boundedBody: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  // parts of a file are bounded by what was announced, where they are taken
  if (c.req.method === 'OPTIONS' || inParts(c.req.path)) {
    const part = (c.req.header('content-type') ?? '—').slice(0, 100);
    if (c.req.method === 'PATCH' && part !== PART_TYPE)
      throw new SanadError('request.wrong-type', { found: part, expected: PART_TYPE });
    return next();
  }
  const photograph = SOUGHT_PHOTOGRAPH.test(c.req.path);
  const upload = photograph || FORMS.has(c.req.path);
  const picture = SITE_PICTURE.test(c.req.path);
  const expected = upload ? 'multipart/form-data' : picture ? 'application/octet-stream' : 'application/json';
  const found = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (found !== expected)
    throw new SanadError('request.wrong-type', { found: found.slice(0, 100) || '—', expected });
  if (picture) return pictureBound(c, next);
  if (photograph) return photographBound(c, next);
  if (TYPING.test(c.req.path)) return typedBound(c, next);
  return (upload ? uploadBound : (WIDER[c.req.path] ?? jsonBound))(c, next);
};
