import { z } from 'zod';
import type { ItemId } from './ids.ts';
import { parsePartialDate } from './partial-date.ts';
import { by, text } from './schema.ts';
import { bodyMarkSchema, toothSchema } from './tracing.ts';

/** The register of a hospital or morgue: one body or part, by its code, as it was found. */

export const REMAINS_STATES = ['unidentified', 'preliminary', 'confirmed', 'released', 'buried'] as const;
export type RemainsState = (typeof REMAINS_STATES)[number];
/** Where remains can go from each state, by people's decisions. */
export const NEXT_REMAINS_STATES: Readonly<Record<RemainsState, readonly RemainsState[]>> = {
  unidentified: ['preliminary', 'released', 'buried'],
  preliminary: ['confirmed', 'unidentified'],
  confirmed: ['released', 'buried', 'unidentified'],
  released: ['unidentified'],
  buried: ['unidentified', 'released'],
};
export const BODY_STATES = ['whole', 'part', 'burned', 'decomposed', 'bones'] as const;

const words = z.string().trim().min(1).max(200).optional();
const range = (least: number, most: number) =>
  z
    .tuple([z.int().min(least).max(most), z.int().min(least).max(most)])
    .refine(([low, high]) => low <= high, 'range')
    .optional();
const date = z
  .string()
  .trim()
  .max(11)
  .refine((given) => parsePartialDate(given) !== undefined, 'date')
  .optional();

export const foundBodySchema = z.object({
  /** As written on the body or the drawer: place, team, number. */
  code: z.string().trim().min(1).max(40),
  holder: words,
  place: words,
  /** When it was found. */
  found: date,
  /** When death is taken to have come, at the earliest. */
  diedFrom: date,
  state: z.enum(BODY_STATES),
  sex: z.enum(['male', 'female']).optional(),
  /** Years, from and to. */
  age: range(0, 120),
  /** Centimetres, from and to. */
  height: range(30, 260),
  marks: z.array(bodyMarkSchema).max(40).default([]),
  teeth: z.array(toothSchema).max(32).default([]),
  belongings: z.array(z.string().trim().min(1).max(200)).max(40).default([]),
  notes: z.string().trim().min(1).max(4_000).optional(),
  /** Photographs among the items: sealed in the vault, opened one by one and logged. */
  photographs: z.array(text<ItemId>()).max(50).default([]),
});
export type FoundBody = z.infer<typeof foundBodySchema>;

const reason = z.string().trim().min(1).max(2_000);
const upon = z.int().min(1).max(1_000_000);
export const enterRemainsSchema = z.object({ body: foundBodySchema, by });
export const remainsActSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('amend'), body: foundBodySchema, reason, upon, by }),
  /** `confirmed` twice, by two people, is confirmed. `request`: whose. */
  z.object({
    is: z.literal('state'),
    state: z.enum(REMAINS_STATES),
    request: z.string().max(40).optional(),
    reason,
    upon,
    by,
  }),
]);
export type RemainsAct = z.infer<typeof remainsActSchema>;

export const remainsSummarySchema = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(REMAINS_STATES),
  waits: z.literal('second-person').optional(),
  enteredAt: z.string(),
  found: z.string().optional(),
  sex: z.enum(['male', 'female']).optional(),
  marks: z.int(),
  photographs: z.int(),
});
export type RemainsSummary = z.infer<typeof remainsSummarySchema>;
export const remainsFileSchema = remainsSummarySchema.extend({
  body: foundBodySchema.optional(),
  /** The request it is taken to belong to; for those who may read requests. */
  request: z.string().optional(),
  upon: z.int(),
  history: z.array(
    z.object({
      entry: z.int(),
      at: z.string(),
      by: z.string().optional(),
      is: z.string(),
      words: z.string().optional(),
      state: z.enum(REMAINS_STATES).optional(),
    }),
  ),
});
export type RemainsFile = z.infer<typeof remainsFileSchema>;
export const remainsPageSchema = z.object({ total: z.int(), remains: z.array(remainsSummarySchema) });
export type RemainsPage = z.infer<typeof remainsPageSchema>;
export const remainsFilePageSchema = z.object({ remains: remainsFileSchema });
export type RemainsFilePage = z.infer<typeof remainsFilePageSchema>;

/** What one field of both says. `impossible` alone shuts a candidate out; the rest only orders. */
export const FIELD_OUTCOMES = ['impossible', 'speaks-for', 'fits', 'speaks-against', 'unknown'] as const;
export const comparedFieldSchema = z.object({
  field: z.enum(['sex', 'age', 'height', 'dates', 'marks', 'teeth', 'belongings']),
  outcome: z.enum(FIELD_OUTCOMES),
  /** How much it counts for the order; no probability. */
  points: z.number(),
  family: z.string().optional(),
  body: z.string().optional(),
});
export type ComparedField = z.infer<typeof comparedFieldSchema>;
export const comparisonSchema = z.object({
  request: z.string(),
  name: z.string(),
  points: z.number(),
  fields: z.array(comparedFieldSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
export const comparisonPageSchema = z.object({
  compared: z.int(),
  possible: z.array(comparisonSchema),
  impossible: z.array(comparisonSchema),
});
export type ComparisonPage = z.infer<typeof comparisonPageSchema>;
