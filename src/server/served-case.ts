import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Accounts } from '../accounts/index.ts';
import type { Case } from '../ledger/index.ts';
import { errorSchema } from '../model/index.ts';
import type { Endpoint } from '../proposing/index.ts';
import type { Env } from './asking.ts';
import type { Derivation } from './derivation.ts';
import type { MapFile } from './map-file.ts';
import { invalid } from './refusal.ts';
import type { Uploads } from './uploads.ts';

/** What the routes answer from: the case as one role sees it. */
export interface ServedCase {
  readonly case: Case;
  readonly derivation: Derivation;
  /** Opens a sealed case for `verify`, which reads the folder anew and knows nothing of the open case. */
  readonly passphrase?: string;
  /** Where tips are fetched from: the line’s address or its folder. */
  readonly linePlace?: string;
  /** A local file of map tiles, where one was given. */
  readonly map?: MapFile;
  /** The second reader, where the owner named one. */
  readonly reader?: Endpoint;
  /** Files on their way in. */
  readonly uploads?: Uploads;
  /** Absent where the case cannot have any: an unsealed one keeps nothing from anybody. */
  readonly accounts?: Accounts;
}

/** A group of routes; what its schemas refuse becomes a named refusal. */
export const newRoutes = (): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error.issues);
    },
  });

/** The answers of a route that gives JSON: what it gives, or a named refusal. */
export const answers = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: { 'application/json': { schema } } },
  default: {
    description: 'Refused: the code says why, the data fills its sentence.',
    content: { 'application/json': { schema: errorSchema } },
  },
});

/** A request that brings JSON. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** An id as an address gives it; whether the case holds it is asked of the case. */
export const idText = <T extends string>() =>
  z
    .string()
    .regex(/^[\w.:-]{1,64}$/, 'not an id')
    .transform((id) => id as T);

/** A whole number in an address. */
export const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'not a whole number')
    .transform(Number)
    .refine((value) => value <= most, `at most ${most}`)
    .openapi({ type: 'integer' });
