import { z } from 'zod';
import type { StatementId } from './ids.ts';
import { by, spanSchema, text } from './schema.ts';
import { FIGURE_OPERATORS } from './statement.ts';
import { STANCES } from './vocabulary.ts';

const name = z.string().trim().min(1).max(200);

const count = z.number().min(0).max(1e12).optional();

/** How a person reads a statement; as `ReadAs`. */
const readAsSchema = z.object({
  stance: z.enum(STANCES),
  through: z.array(name).max(5),
  figure: z
    .object({
      op: z.enum(FIGURE_OPERATORS),
      value: count,
      high: count,
      measure: z.string().regex(/^[a-z-]{2,40}$/),
    })
    .optional(),
  place: z.string().trim().max(200).optional(),
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
/** What a second reader proposes for one report; offsets are into its readable text. It is no statement of the case. */
export const proposedReadingsSchema = z.object({
  model: z.string(),
  proposals: z.array(readAsSchema.extend({ ...spanSchema.shape, quote: z.string() })),
  /** Proposals whose words do not stand in the report, and parts of it that were not answered. */
  dropped: z.int(),
  unanswered: z.int(),
});
export type ProposedReadings = z.infer<typeof proposedReadingsSchema>;

export type DecideReading = z.infer<typeof decideReadingSchema>;
