import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { SanadError, type UploadSeen, uploadSchema, uploadsSchema } from '../../model/index.ts';
import { actorOf, type Env } from '../asking.ts';
import { LIMITS } from '../limits.ts';
import { FILE_UPLOADS, PHOTOGRAPH_UPLOADS } from '../safety.ts';
import { answers, idText, newRoutes, type ServedCase } from '../served-case.ts';
import { type Checksum, PHOTOGRAPHS, type UploadState, type Uploads } from '../uploads.ts';

/**
 * The core of tus 1.0 (tus.io/protocols/resumable-upload) with creation, termination, checksum and expiration, so that
 * any tus client may send; and two questions of the pages.
 */
const TUS = {
  'Tus-Resumable': '1.0.0',
  'Tus-Version': '1.0.0',
  'Tus-Max-Size': String(LIMITS.uploadFileBytes),
  'Tus-Extension': 'creation,termination,checksum,expiration',
  'Tus-Checksum-Algorithm': 'sha1,sha256',
} as const;

const params = z.object({ id: idText<string>() });
const done = (description: string) => ({ 204: { description }, default: { description: 'Refused' } });
const count = z
  .string()
  .regex(/^\d{1,15}$/, 'not a number of bytes')
  .transform(Number);

/** The questions of tus at one address. */
const tusAt = (path: string, what: string) => ({
  able: createRoute({
    method: 'options',
    path,
    summary: 'Which parts of tus 1.0 are understood',
    responses: done('In the headers'),
  }),
  begin: createRoute({
    method: 'post',
    path,
    summary: `Announces ${what}: its length and, in Upload-Metadata, its name`,
    request: {
      headers: z.object({
        'upload-length': count,
        'upload-metadata': z.string().max(8000).optional(),
      }),
    },
    responses: {
      201: { description: 'Location says where to send it' },
      default: { description: 'Refused' },
    },
  }),
  one: createRoute({
    method: 'get',
    path: `${path}/{id}`,
    summary: `How far ${what} has come, and what became of it; HEAD gives Upload-Offset alone`,
    request: { params },
    responses: answers('The upload', uploadSchema),
  }),
  part: createRoute({
    method: 'patch',
    path: `${path}/{id}`,
    summary: 'Goes on from Upload-Offset; what came before a cut stays',
    request: {
      params,
      headers: z.object({ 'upload-offset': count, 'upload-checksum': z.string().max(200).optional() }),
    },
    responses: done('Upload-Offset says how far it has come, durably'),
  }),
});

const all = createRoute({
  method: 'get',
  path: FILE_UPLOADS,
  summary: 'Files that are on their way',
  responses: answers('How far each has come', uploadsSchema),
});
const cancel = createRoute({
  method: 'delete',
  path: `${FILE_UPLOADS}/{id}`,
  summary: 'Throws away what has come',
  request: { params },
  responses: done('Gone'),
});

const NOBODY_NAMED = 'web';

export const resumableRoutes = ({ uploads }: ServedCase) => {
  const desk = deskOf(uploads);
  return tusRoutes(FILE_UPLOADS, 'a file', desk)
    .openapi(all, (c) => c.json({ uploads: desk().all().map(seen) }, 200))
    .openapi(cancel, async (c) => {
      speaksTus(c);
      await desk().cancel(c.req.valid('param').id);
      return c.body(null, 204, TUS);
    });
};

/** Photographs that phones took while they searched: nothing else of what is on its way is in reach here. */
export const photographUploadRoutes = ({ uploads }: ServedCase) =>
  tusRoutes(PHOTOGRAPH_UPLOADS, 'a photograph', deskOf(uploads), PHOTOGRAPHS);

const deskOf = (uploads: Uploads | undefined) => (): Uploads => {
  if (!uploads) throw new SanadError('request.not-found');
  return uploads;
};

/** @param folder under which all lies that is sent here, and outside of which nothing is seen */
function tusRoutes(path: string, what: string, desk: () => Uploads, folder?: string) {
  const { able, begin, one, part } = tusAt(path, what);
  const within = (id: string): string => {
    if (folder !== undefined && !desk().state(id).path.startsWith(folder))
      throw new SanadError('upload.unknown');
    return id;
  };
  return newRoutes()
    .openapi(able, (c) => c.body(null, 204, TUS))
    .openapi(begin, (c) => {
      speaksTus(c);
      const { 'upload-length': length, 'upload-metadata': written } = c.req.valid('header');
      if (length === 0) throw new SanadError('request.invalid', { reason: 'upload-length: 0' });
      const most = folder === undefined ? LIMITS.uploadFileBytes : LIMITS.pictureBytes;
      if (length > most)
        throw new SanadError('request.too-large', { limit: `${Math.round(most / 1024 ** 2)} MB` });
      const about = metadataOf(written ?? '');
      const parts = (about.get('filename') ?? about.get('name') ?? 'file')
        .split(/[/\\]/)
        .filter((name) => name !== '' && name !== '.' && name !== '..');
      const by = actorOf(c, about.get('by')?.slice(0, 200)) ?? NOBODY_NAMED;
      const file = (parts.at(-1) ?? 'file').slice(0, 255);
      const modified = Number(about.get('modified') ?? Number.NaN);
      const state = desk().begin({
        file,
        path: folder === undefined ? parts.join('/').slice(0, 1000) || file : folder + file,
        length,
        by,
        ...(Number.isSafeInteger(modified) ? { modified } : {}),
      });
      return c.body(null, 201, {
        ...TUS,
        Location: `${path}/${state.id}`,
        'Upload-Offset': '0',
        'Upload-Expires': new Date(state.expires).toUTCString(),
      });
    })
    .openapi(one, async (c) => {
      const id = within(c.req.valid('param').id);
      const state = c.req.raw.method === 'HEAD' ? await desk().stopped(id) : desk().state(id);
      for (const [name, value] of Object.entries({ ...TUS, ...place(state) })) c.header(name, value);
      return c.json(seen(state), 200);
    })
    .openapi(part, async (c) => {
      speaksTus(c);
      const { 'upload-offset': offset, 'upload-checksum': checksum } = c.req.valid('header');
      const state = await desk().take(
        within(c.req.valid('param').id),
        offset,
        c.env.asking.sent ?? c.req.raw.body ?? emptyBody(),
        checksum === undefined ? undefined : checksumOf(checksum),
      );
      return c.body(null, 204, { ...TUS, ...place(state) });
    });
}

const place = (state: UploadState): Record<string, string> => ({
  'Upload-Offset': String(state.offset),
  'Upload-Length': String(state.length),
  'Upload-Expires': new Date(state.expires).toUTCString(),
});

const seen = ({ id, file, length, offset, since, expires, outcome, modified }: UploadState): UploadSeen =>
  ({
    id,
    file,
    length,
    offset,
    since,
    expires,
    ...(modified === undefined ? {} : { modified }),
    ...(outcome
      ? { outcome: { ...outcome, problems: outcome.problems.map((problem) => ({ ...problem })) } }
      : {}),
  }) as UploadSeen;

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

function speaksTus(c: Context<Env>): void {
  const version = c.req.header('tus-resumable');
  if (version !== '1.0.0') throw new SanadError('request.invalid', { reason: 'Tus-Resumable: 1.0.0' });
}

/** `filename d29ybGQ=,by TWFoYQ==` */
function metadataOf(written: string): Map<string, string> {
  const pairs = written.split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}

/** @throws SanadError `request.invalid` for an algorithm that is not among those offered */
function checksumOf(written: string): Checksum {
  const [algorithm, digest = ''] = written.split(' ');
  if (algorithm !== 'sha1' && algorithm !== 'sha256')
    throw new SanadError('request.invalid', { reason: `Upload-Checksum: ${TUS['Tus-Checksum-Algorithm']}` });
  return { algorithm, digest };
}
