import { z } from 'zod';
import { by } from './schema.ts';
import { AUDIENCES, CONSENT_HOW } from './tracing.ts';

/** Photographs of somebody who is sought: each with a consent of its own, beside that of the request. */

export const PHOTOGRAPH_LIMITS = {
  /** Bytes of a file that is brought. */
  bytes: 15 * 1024 * 1024,
  /** Photographs that stand in one request at a time. */
  count: 8,
} as const;

/** `screen`: it is looked at on a page. `paper`: it may be printed; for the public, posted and published. */
export const PHOTOGRAPH_USES = ['screen', 'paper'] as const;
export type PhotographUse = (typeof PHOTOGRAPH_USES)[number];

/** Nothing is kept unless this desk at least may see it; nobody gets on paper what they may not see. */
export const photographConsentSchema = z
  .object({
    screen: z.array(z.enum(AUDIENCES)).max(AUDIENCES.length),
    paper: z.array(z.enum(AUDIENCES)).max(AUDIENCES.length),
    how: z.enum(CONSENT_HOW),
  })
  .refine(({ screen }) => screen.includes('team'), 'consent')
  .refine(({ screen, paper }) => paper.every((one) => screen.includes(one)), 'consent');
export type PhotographConsent = z.infer<typeof photographConsentSchema>;

const words = z.string().trim().min(1).max(200).optional();
/** What comes in a form beside the file. */
export const newPhotographSchema = z.object({
  consent: photographConsentSchema,
  /** When it was taken, who else stands in it. */
  words,
  upon: z.int().min(1).max(1_000_000),
  by,
});
export type NewPhotograph = z.infer<typeof newPhotographSchema>;

export const soughtPhotographSchema = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  /** In points, as kept. */
  width: z.int(),
  height: z.int(),
  words,
  consent: photographConsentSchema,
  /** Photographs of other requests that look the same. */
  alike: z.array(z.object({ request: z.string(), name: z.string() })),
});
export type PhotographView = z.infer<typeof soughtPhotographSchema>;

export const askWallSchema = z.object({
  audience: z.enum(AUDIENCES),
  use: z.enum(PHOTOGRAPH_USES),
  from: z.int().min(0).max(1_000_000).default(0),
  by,
});
export const missingPersonSchema = z.object({
  /** The request, by whose number the desk finds it again. */
  id: z.string(),
  name: z.string(),
  birth: z.string().optional(),
  /** Whole years today, at the least and at the most. */
  age: z.tuple([z.int(), z.int()]).optional(),
  lastSeen: z.string().optional(),
  lastPlace: z.string().optional(),
  /** A small JPEG, base64. */
  photograph: z.string(),
});
export type MissingPerson = z.infer<typeof missingPersonSchema>;
export const missingWallSchema = z.object({
  at: z.string(),
  total: z.int(),
  from: z.int(),
  /** Requests that have a photograph and are not on this wall: their consent or a rule keeps them off. */
  kept: z.int(),
  missing: z.array(missingPersonSchema),
});
export type MissingWall = z.infer<typeof missingWallSchema>;
