import { createRoute, z } from '@hono/zod-openapi';
import { SanadError } from '../../model/index.ts';
import { newRoutes, type ServedCase } from '../served-case.ts';

const part = createRoute({
  method: 'get',
  path: '/api/sites/map',
  summary: 'A part of the file of map tiles that this machine was given (PMTiles)',
  request: { headers: z.object({ range: z.string().max(100).optional() }) },
  responses: {
    206: {
      description: 'The bytes asked for',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    default: { description: 'Refused' },
  },
});

/** Bytes of one answer: more than the root directory, fewer than would hold up the others. */
const MOST = 8 * 1024 * 1024;

export const siteMapRoutes = ({ map }: ServedCase) =>
  newRoutes().openapi(part, (c) => {
    if (!map) throw new SanadError('request.not-found', { what: 'map' });
    const { range } = c.req.valid('header');
    const [, first = '', last = ''] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range ?? '') ?? [];
    const length = Number(last) - Number(first) + 1;
    if (first === '' || length < 1 || length > MOST || Number(first) >= map.bytes)
      throw new SanadError('request.invalid', { reason: 'range' });
    const bytes = map.read(Number(first), length);
    return c.body(bytes, 206, {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${first}-${Number(first) + bytes.length - 1}/${map.bytes}`,
      'Accept-Ranges': 'bytes',
    });
  });
