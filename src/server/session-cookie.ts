import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Env } from './asking.ts';

/**
 * The session's token travels in a cookie that no script can read, so that a page which was made to run something
 * foreign cannot give it away; `SameSite=Strict` and the check of where a request comes from keep other sites from
 * using it. Its name carries the case, for browsers do not tell the ports of one machine apart. It has no end of its
 * own: it goes with the browser, and the server ends the session sooner.
 */
const nameOf = (caseId: string): string => `sanad-${caseId}`;

const isSecure = (c: Context<Env>): boolean => c.env.asking.caller.place.origin.startsWith('https:');

export const tokenOf = (c: Context, caseId: string): string | undefined => getCookie(c, nameOf(caseId));

export function giveToken(c: Context<Env>, caseId: string, token: string): void {
  setCookie(c, nameOf(caseId), token, { httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure(c) });
}

/** What the browser keeps of these pages goes with it, the working copy of a searched place excepted. */
export const takeToken = (c: Context<Env>, caseId: string): void => {
  deleteCookie(c, nameOf(caseId), { path: '/', secure: isSecure(c) });
  c.header('Clear-Site-Data', '"cache"');
};
