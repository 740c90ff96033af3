import { z } from 'zod';
import type { StatementId } from './ids.ts';
import { by, text } from './schema.ts';
import { FIGURE_OPERATORS } from './statement.ts';
import { STANCES } from './vocabulary.ts';

const name = z.string().trim().min(1).max(200);

/** How a person reads a statement; as `ReadAs`. */
const readAsSchema = z.object({
  stance: z.enum(STANCES),
  through: z.array(name).max(5),
  figure: z
    .object({
      op: z.enum(FIGURE_OPERATORS),
      value: z.number().min(0).max(1e12).optional(),
      measure: z.string().regex(/^[a-z-]{2,40}$/),
    })
    .optional(),
});

const reason = z.string().trim().max(2000).optional();

/** What a person puts right in what was read off a report; offsets are into its readable text. */
export const decideReadingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read-nothing'), statement: text<StatementId>(), reason, by }),
  z.object({ kind: z.literal('read-as'), statement: text<StatementId>(), value: readAsSchema, reason, by }),
  z.object({
    kind: z.literal('read-too'),
    start: z.int().min(0),
    end: z.int().min(1),
    value: readAsSchema,
    reason,
    by,
  }),
]);
export type DecideReading = z.infer<typeof decideReadingSchema>;
