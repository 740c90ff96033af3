import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Case } from '../ledger/index.ts';
import { errorSchema } from '../model/index.ts';
import type { Derivation } from './derivation.ts';
import { invalid } from './refusal.ts';

/** What the routes answer from. */
export interface ServedCase {
  readonly case: Case;
  readonly derivation: Derivation;
  /** Opens a sealed case for `verify`, which reads the folder anew and knows nothing of the open case. */
  readonly passphrase?: string;
}

/** A group of routes; what its schemas refuse becomes a named refusal. */
export const newRoutes = (): OpenAPIHono =>
  new OpenAPIHono({
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
