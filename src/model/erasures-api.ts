import { z } from 'zod';
import type { ItemId, RecordId } from './ids.ts';
import { by, text } from './schema.ts';

/** Erasing by page: what somebody asks for, what would go by it, what went. */

/** On what ground; what else is to be said stands in the reason. */
export const ERASURE_BASES = [
  'asked',
  'consent-withdrawn',
  'court',
  'danger',
  'term-ended',
  'mistake',
] as const;
export type ErasureBasis = (typeof ERASURE_BASES)[number];

const place = z.int().min(0).max(100_000);
export const erasableSchema = z.union([
  z.strictObject({
    record: z
      .string()
      .regex(/^[\w.]{1,64}$/)
      .transform((id) => id as RecordId),
    columns: z.array(place).min(1).max(1000).optional(),
    statements: z.array(place).min(1).max(1000).optional(),
  }),
  z.strictObject({
    item: z
      .string()
      .regex(/^\w{1,64}$/)
      .transform((id) => id as ItemId),
  }),
  z.strictObject({
    file: z
      .string()
      .regex(/^\w{1,64}$/)
      .transform((id) => id as ItemId),
  }),
]);
const what = z.array(erasableSchema).min(1).max(500);

export const foreseeErasureSchema = z.object({ what });
export const askErasureSchema = z.object({
  what,
  basis: z.enum(ERASURE_BASES),
  reason: z.string().trim().min(1).max(2000),
  by,
});
export const carryOutSchema = z.object({ seen: z.string().regex(/^[0-9a-f]{64}$/), by });
export const actBySchema = z.object({ by });

export const erasurePartSchema = z.object({
  kind: z.enum(['record', 'item', 'file', 'decision', 'event']),
  id: z.string(),
  /** Not asked for by itself: it was made of what was, or speaks of it. */
  derived: z.boolean(),
  /** The file that it is, or stands in. */
  file: z.string().optional(),
  /** Of an item: how many records go with it. */
  records: z.int().optional(),
  /** What whoever asks may read of it. */
  values: z.array(z.object({ slot: z.string(), heading: z.string().optional(), text: z.string() })),
});
export type ErasurePart = z.infer<typeof erasurePartSchema>;

export const foreseenSchema = z.object({
  parts: z.array(erasurePartSchema),
  entries: z.int(),
  files: z.int(),
  /** Items whose file still holds what goes: erasing that too is another decision. */
  stays: z.array(z.object({ item: text<ItemId>(), file: z.string() })),
  /** Names exactly this; what is carried out must be what was looked at. */
  seen: z.string(),
});
export type ForeseenErasure = z.infer<typeof foreseenSchema>;

const waitingSchema = z.object({
  entry: z.int(),
  at: z.string(),
  by: z.string().optional(),
  basis: z.enum(ERASURE_BASES),
  reason: z.string().optional(),
  parts: z.int(),
  /** Whether whoever asks may carry it out: they did not ask for it themselves. */
  yours: z.boolean(),
});
export type WaitingErasure = z.infer<typeof waitingSchema>;
const doneErasureSchema = z.object({
  entry: z.int(),
  at: z.string(),
  basis: z.enum(ERASURE_BASES),
  reason: z.string().optional(),
  /** Who asked and who carried it out, as far as they may be known. */
  people: z.array(z.string()),
  asked: z.int().optional(),
  entries: z.int(),
  files: z.int(),
});
export type DoneErasure = z.infer<typeof doneErasureSchema>;
export const erasuresPageSchema = z.object({
  waiting: z.array(waitingSchema),
  done: z.array(doneErasureSchema),
});
export type ErasuresPage = z.infer<typeof erasuresPageSchema>;
export const waitingErasureSchema = z.object({ asked: waitingSchema, foreseen: foreseenSchema });
export type WaitingErasurePage = z.infer<typeof waitingErasureSchema>;
export const askedErasureSchema = z.object({ asked: z.int() });
/** `later`: another program was reading; a copy of the pages goes with the next opening. */
export const carriedOutSchema = z.object({ done: doneErasureSchema, gone: z.enum(['now', 'later']) });
export type CarriedOut = z.infer<typeof carriedOutSchema>;
