import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Caller } from '../accounts/index.ts';

/**
 * From where somebody asks. What a proxy says (`X-Forwarded-For`, `X-Forwarded-Proto`) counts only where the server was
 * told that there is one, and of a list of addresses only the last, which that proxy wrote itself.
 */
export function callerOf(c: Context, proxy: 'trusted' | 'none'): Caller {
  const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();
  const secure = proxy === 'trusted' && c.req.header('x-forwarded-proto') === 'https';
  return {
    address: addressOf(c, proxy),
    device: deviceOf(c.req.header('user-agent') ?? ''),
    place: { origin: `${secure ? 'https' : 'http'}://${host}`, host: host.replace(/:\d+$/, '') },
  };
}

function addressOf(c: Context, proxy: 'trusted' | 'none'): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (proxy === 'trusted' && forwarded) return forwarded.slice(0, 64);
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    // asked without a network, as a test does
    return '';
  }
}

const BROWSERS = [
  ['Firefox', /firefox/i],
  ['Edge', /edg\//i],
  ['Chrome', /chrom(e|ium)/i],
  ['Safari', /safari/i],
] as const;
const SYSTEMS = [
  ['Android', /android/i],
  ['iOS', /iphone|ipad/i],
  ['Windows', /windows/i],
  ['macOS', /mac os/i],
  ['Linux', /linux/i],
] as const;

/** Enough for somebody to know their own devices apart, too little to follow anyone. */
function deviceOf(agent: string): string {
  const first = (known: readonly (readonly [string, RegExp])[]): string[] =>
    known
      .filter(([, pattern]) => pattern.test(agent))
      .map(([name]) => name)
      .slice(0, 1);
  return [...first(BROWSERS), ...first(SYSTEMS)].join(', ');
}
