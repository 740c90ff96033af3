import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, SanadError } from '../model/index.ts';

/** The one place where an error becomes an HTTP status. */
const STATUS: Readonly<Partial<Record<ErrorCode, ContentfulStatusCode>>> = {
  'request.invalid': 400,
  'request.forbidden-origin': 403,
  'request.forbidden-host': 421,
  'request.not-found': 404,
  'request.too-large': 413,
  'upload.unknown': 404,
  'upload.offset-wrong': 409,
  'upload.checksum-wrong': 460 as ContentfulStatusCode,
  'upload.too-many': 429,
  'upload.no-room': 507,
  'request.wrong-type': 415,
  'name.empty': 400,
  'name.too-long': 400,
  'figures.run-running': 409,
  'figures.not-reviewed': 409,
  'figures.own-run': 403,
  'case.locked': 409,
  'case.disk-failed': 507,
  'account.sign-in': 401,
  'account.sign-in-again': 401,
  'account.refused': 401,
  'account.second-factor-wrong': 401,
  'account.passkey-refused': 401,
  'account.wait': 429,
  'access.budget-spent': 429,
  'server.busy': 503,
  'account.second-factor-first': 403,
  'account.not-allowed': 403,
  'account.keys-missing': 403,
  'account.name-taken': 409,
  'account.closed': 409,
  'account.invitation-old': 410,
  'account.unsealed': 409,
  'decision.contradicts': 409,
  'list.held-already': 409,
  'list.held-again': 409,
  'list.not-in-hand': 410,
  'list.too-large': 413,
  'list.withdrawn-already': 409,
  'list.versions-unclear': 409,
  'decision.already-undone': 409,
  'decision.same-record': 400,
  'tracing.moved-on': 409,
  'tracing.hidden': 409,
  'tracing.photograph-held': 409,
  'tracing.photograph-large': 413,
  'tracing.code-unknown': 404,
  'remains.code-taken': 409,
  internal: 500,
};

export function statusOf(code: ErrorCode): ContentfulStatusCode {
  const known = STATUS[code];
  if (known) return known;
  return code.startsWith('case.') ? 503 : 422;
}

export const refuse = (c: Context, { code, data }: SanadError): Response =>
  c.json({ error: { code, data } }, statusOf(code));

/**
 * Turns whatever was thrown into the one form of refusal. What nobody foresaw is told to the log and answered as
 * `internal` without its words: they may hold what the caller may not see.
 */
export const onError =
  (log: (error: unknown) => void): ErrorHandler =>
  (error, c) => {
    if (error instanceof SanadError) return refuse(c, error);
    if (error instanceof HTTPException) return refuse(c, ofHttpException(error, c));
    log(error);
    return refuse(c, new SanadError('internal', { reason: error instanceof Error ? error.name : 'unknown' }));
  };

function ofHttpException(error: HTTPException, c: Context): SanadError {
  switch (error.status) {
    case 404:
      return new SanadError('request.not-found');
    case 413:
      return new SanadError('request.too-large', { limit: '' });
    case 415:
      return new SanadError('request.wrong-type', {
        found: (c.req.header('content-type') ?? '—').slice(0, 100),
        expected: 'application/json',
      });
    default:
      return new SanadError('request.invalid', { reason: error.message.slice(0, 200) });
  }
}

/** What a schema refused: the first thing wrong, by where it stands. */
export function invalid(
  issues: readonly { readonly path: PropertyKey[]; readonly message: string }[],
): SanadError {
  const [first] = issues;
  const where = first?.path.map(String).join('.') ?? '';
  return new SanadError('request.invalid', {
    reason: `${where}${where ? ': ' : ''}${first?.message ?? ''}`.slice(0, 200),
  });
}
