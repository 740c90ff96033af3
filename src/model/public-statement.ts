import { z } from 'zod';
import { SEARCH_METHODS, SEARCH_RESULTS, SIGN_STATES } from './site-words.ts';

/**
 * What the public reads: fixed when it is published, and all that leaves. Codes and names of places, methods, hours,
 * results; no name of a person, no note, no lead, no chance.
 */
const nameSchema = z.object({ ar: z.string().optional(), en: z.string().optional() });

const publicSectorSchema = z.object({
  code: z.string(),
  name: nameSchema.optional(),
  floor: nameSchema,
});

export const publicStatementSchema = z.object({
  id: z.string(),
  place: nameSchema,
  issuer: nameSchema.optional(),
  /** What is told is the log as it stood then. ISO date-times. */
  until: z.string(),
  publishedAt: z.string(),
  corrects: z.string().optional(),
  why: z.string().optional(),
  hours: z.number(),
  teams: z.int(),
  searched: z.array(
    publicSectorSchema.extend({
      searches: z.array(
        z.object({
          method: z.enum(SEARCH_METHODS),
          /** As chosen for the public; `undefined`: by its number. */
          team: z.string().optional(),
          number: z.int(),
          from: z.string(),
          to: z.string(),
          coverage: z.number(),
          result: z.enum(SEARCH_RESULTS),
          signs: z.enum(SIGN_STATES).optional(),
        }),
      ),
    }),
  ),
  unsearched: z.array(publicSectorSchema.extend({ why: z.string().optional() })),
  claims: z.array(
    z.object({
      says: nameSchema,
      sectors: z.array(z.string()),
      searched: z.int(),
      result: z.enum([...SEARCH_RESULTS, 'not-searched']),
    }),
  ),
});
export type PublicStatement = z.infer<typeof publicStatementSchema>;
