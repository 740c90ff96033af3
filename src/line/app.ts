import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { type ErrorCode, SanadError } from '../model/index.ts';
import { mailboxOf } from '../sealing/index.ts';
import { addresses } from './addresses.ts';
import { admission } from './admission.ts';
import { keeperAccess } from './keeper-access.ts';
import { type Line, UPLOADS } from './line-folder.ts';
import { type Deposit, mailboxesIn } from './mailboxes.ts';
import { price } from './price.ts';
import { publicPages } from './public-pages.ts';
import { PART_BYTES, uploadsIn } from './uploads.ts';

export interface LineAppOptions {
  /** Folder with the built script and style of the public page. */
  readonly webRoot: string;
  readonly clock: () => Date;
  /** The client's address, for counting alone; never stored or logged. */
  readonly addressOf: (c: Context) => string | undefined;
  /** Told of errors that nobody foresaw, without the request. */
  readonly log: (error: unknown) => void;
}

const access = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.int().positive();
const beginSchema = z.object({
  access,
  bytes,
  work: z.object({
    seed: z.string().max(200),
    nonces: z
      .array(
        z
          .int()
          .nonnegative()
          .max(2 ** 40),
      )
      .max(64),
  }),
});
const boxSchema = z.object({ access });
const depositSchema = z.object({ access, id: z.string().regex(/^[0-9a-f]{24}$/) });

/** The most that an answer of the keepers may weigh, sealed. */
const REPLY_BYTES = 256 * 1024;
const JSON_BYTES = 4 * 1024;

/**
 * Everything that the public line answers, over HTTP, without a port. It holds public keys and sealed deposits alone.
 * Nothing that tells of a mailbox ever stands in an address.
 */
export function lineApp(line: Line, options: LineAppOptions): Hono {
  const { clock } = options;
  const mailboxes = mailboxesIn(line.folder);
  const uploads = uploadsIn(line.folder, clock());
  const admit = admission(line, mailboxes, uploads);
  const senders = addresses();
  const work = price();
  const keepers = keeperAccess(line.recipients);
  const pages = publicPages(line, options.webRoot);

  let day = '';
  /** Once a day: what is left of half uploads goes, and the times of files with it. */
  const today = (): string => {
    const now = clock().toISOString().slice(0, 10);
    if (now !== day) {
      day = now;
      uploads.sweep(clock());
      mailboxes.blur(now);
    }
    return now;
  };
  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof SanadError)) options.log(error);
    const named = error instanceof SanadError ? error : new SanadError('internal', { reason: '' });
    return c.json({ error: { code: named.code, data: named.data } }, STATUS[named.code] ?? 422);
  });
  app.use(guarded, async (_, next) => {
    today();
    await next();
  });

  app.get('/', (c) => pages.page(c, 'ar', admit.full(clock())));
  app.get('/en', (c) => pages.page(c, 'en', admit.full(clock())));
  app.get('/:asset{(line\\.js|line\\.css)}', (c) => pages.asset(c, c.req.param('asset')));

  app.post('/api/work', small, async (c) => {
    const asked = await parsed(c, z.object({ bytes }));
    const now = clock();
    if (admit.full(now)) throw new SanadError('line.full');
    const wrote = senders.count(options.addressOf(c), now);
    return c.json(work.ask(asked.bytes, admit.trials(asked.bytes, wrote, now), now));
  });

  app.post('/api/uploads', small, async (c) => {
    const given = await parsed(c, beginSchema);
    const now = clock();
    const address = options.addressOf(c);
    const current = admit.trials(given.bytes, senders.count(address, now), now);
    await work.check(given.work.seed, given.work.nonces, { bytes: given.bytes, current }, now);
    const mailbox = mailboxOf(given.access);
    admit.admit(mailbox, given.bytes, now);
    senders.add(address, now);
    const upload = uploads.begin(mailbox, given.bytes, now);
    return c.json({ upload: upload.id, partBytes: PART_BYTES });
  });

  app.get('/api/uploads/:id', (c) => c.json({ arrived: uploads.arrived(uploads.find(c.req.param('id'))) }));
  app.put('/api/uploads/:id/:at{\\d{1,12}}', part, async (c) => {
    const upload = uploads.find(c.req.param('id'));
    const part = new Uint8Array(await c.req.arrayBuffer());
    const arrived = uploads.append(upload, Number(c.req.param('at')), part, clock());
    return c.json({ arrived });
  });
  app.post('/api/uploads/:id/end', (c) => {
    const upload = uploads.find(c.req.param('id'));
    const arrived = uploads.arrived(upload);
    if (arrived !== upload.bytes)
      throw new SanadError('line.part-misplaced', { found: upload.bytes, expected: arrived });
    const deposit = mailboxes.put(upload.mailbox, 'sender', today(), upload.file);
    uploads.finished(upload);
    admit.changed(deposit.bytes);
    return c.json({ day: deposit.day });
  });

  const seen = ({ id, from, day, bytes }: Deposit) => ({ id, from, day, bytes });
  app.post('/api/mailbox', small, async (c) => {
    const mailbox = mailboxOf((await parsed(c, boxSchema)).access);
    return c.json({ known: mailboxes.has(mailbox), deposits: mailboxes.list(mailbox).map(seen) });
  });
  app.post('/api/mailbox/answer', small, async (c) => {
    const given = await parsed(c, depositSchema);
    return sealed(c, mailboxes.read(mailboxOf(given.access), given.id));
  });
  app.post('/api/mailbox/withdraw', small, async (c) => {
    const mailbox = mailboxOf((await parsed(c, boxSchema)).access);
    const before = mailboxes
      .list(mailbox)
      .reduce((sum, each) => sum + (each.from === 'sender' ? each.bytes : 0), 0);
    const removed = mailboxes.withdraw(mailbox, today());
    admit.changed(-before);
    return c.json({ removed });
  });

  app.post('/api/keepers/hello', async (c) => {
    const token = await keepers.offer(clock());
    return c.body(Uint8Array.from(token), 200, { 'Content-Type': 'application/octet-stream' });
  });
  const keeper: MiddlewareHandler = async (c, next) => {
    const token = (c.req.header('authorization') ?? '').replace(/^Bearer /, '');
    if (!keepers.accepts(token, clock())) throw new SanadError('line.keeper-unknown');
    await next();
  };
  app.get('/api/keepers/deposits', keeper, (c) =>
    c.json({ line: line.id, deposits: [...mailboxes.all()], withdrawn: mailboxes.withdrawn() }),
  );
  app.get('/api/keepers/deposits/:mailbox/:id', keeper, (c) =>
    sealed(c, mailboxes.read(c.req.param('mailbox'), c.req.param('id'))),
  );
  app.delete('/api/keepers/deposits/:mailbox/:id', keeper, (c) => {
    const { mailbox, id } = c.req.param();
    const deposit = MAILBOX.test(mailbox)
      ? mailboxes.list(mailbox).find((each) => each.id === id)
      : undefined;
    if (!deposit) throw new SanadError('request.not-found');
    mailboxes.remove(deposit);
    admit.changed(-deposit.bytes);
    return c.json({});
  });
  app.post('/api/keepers/answers/:mailbox', keeper, part, async (c) => {
    const mailbox = c.req.param('mailbox');
    // Also for one that nobody wrote to yet: a family that asked at the desk has a code too.
    if (!MAILBOX.test(mailbox)) throw new SanadError('request.not-found');
    const file = join(line.folder, UPLOADS, `${randomBytes(16).toString('hex')}.answer`);
    try {
      writeFileSync(file, new Uint8Array(await c.req.arrayBuffer()), { mode: 0o600 });
      const deposit = mailboxes.put(mailbox, 'keepers', today(), file);
      admit.changed(deposit.bytes);
      return c.json({ id: deposit.id });
    } finally {
      rmSync(file, { force: true });
    }
  });

  app.notFound((c) => c.json({ error: { code: 'request.not-found', data: {} } }, 404));
  return app;
}

const MAILBOX = /^[0-9a-f]{32}$/;

const STATUS: Readonly<Partial<Record<ErrorCode, ContentfulStatusCode>>> = {
  'request.invalid': 400,
  'request.not-found': 404,
  'request.forbidden-origin': 403,
  'request.too-large': 413,
  'line.keeper-unknown': 401,
  'line.upload-unknown': 404,
  'line.part-misplaced': 409,
  'line.work-stale': 409,
  'line.too-large': 413,
  'line.mailbox-full': 507,
  'line.full': 507,
  'line.busy': 503,
  internal: 500,
};

/** Scripts and styles from here alone, and nothing that a page elsewhere may frame, read or post to. */
const guarded: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  const foreign =
    (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (changes && foreign) throw new SanadError('request.forbidden-origin');
  await next();
  const { headers } = c.res;
  for (const [name, value] of GUARDS) if (!headers.has(name)) headers.set(name, value);
};
const GUARDS: readonly (readonly [string, string])[] = [
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  ],
  ['Cache-Control', 'no-store'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
];

const bound = (most: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: most,
    onError: () => {
      throw new SanadError('request.too-large', { limit: `${most / 1024} kB` });
    },
  });
const small = bound(JSON_BYTES);
const part = bound(Math.max(PART_BYTES, REPLY_BYTES));

async function parsed<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const read = schema.safeParse(body);
  if (!read.success)
    throw new SanadError('request.invalid', { reason: read.error.issues[0]?.path.join('.') ?? '' });
  return read.data;
}

function sealed(c: Context, file: Readable | undefined): Response {
  if (!file) throw new SanadError('request.not-found');
  return c.body(Readable.toWeb(file) as ReadableStream, 200, { 'Content-Type': 'application/octet-stream' });
}
