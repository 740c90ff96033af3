import { z } from 'zod';
import type { ClaimId, DecisionId, ItemId, RecordId, StatementId } from './ids.ts';
import type { PartialDate } from './partial-date.ts';
import { spanSchema, text } from './schema.ts';
import { FIGURE_OPERATORS, HEDGE_KINDS } from './statement.ts';
import { DROP_REASONS } from './text-layer.ts';
import { CLAIM_RELATIONS, STANCES, VERIFICATIONS } from './vocabulary.ts';

export const figureSchema = z.object({
  start: z.int(),
  end: z.int(),
  op: z.enum(FIGURE_OPERATORS),
  value: z.number().optional(),
  high: z.number().optional(),
  unit: z.string(),
  measure: z.string(),
});

export const windowSchema = z.object({
  from: text<PartialDate>().optional(),
  to: text<PartialDate>().optional(),
});

/** Who decided something, and the decision that undoing names. */
export const decidedBySchema = z.object({ decision: text<DecisionId>(), by: z.string(), at: z.string() });

/** One place in one report where a claim stands. */
export const mentionSchema = z.object({
  statement: text<StatementId>(),
  record: text<RecordId>(),
  item: text<ItemId>(),
  file: z.string(),
  /** Who published the report: the column it stands in. */
  outlet: z.string(),
  published: z.string().optional(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  stance: z.enum(STANCES),
  chain: z.array(z.string()),
  hedges: z.array(spanSchema.extend({ kind: z.enum(HEDGE_KINDS) })),
  figure: figureSchema.optional(),
  headline: z.boolean().optional(),
  /** Index of the mention in the same claim whose words this one repeats, where it does. */
  copyOf: z.int().optional(),
  /** A person says that it belongs here: by a decision on it, or by assessing the claim with it. Else a machine's. */
  confirmed: z.boolean().optional(),
  /** A person read it so, or added it. */
  putRight: decidedBySchema.optional(),
});
export type Mention = z.infer<typeof mentionSchema>;

/** Who a claim goes back to. Copies, syndication and one video quoted by five outlets are one origin. */
export const originSchema = z.object({
  name: z.string(),
  /** Indices into the claim's mentions. */
  mentions: z.array(z.int()),
});

export const claimRelationSchema = z.object({
  type: z.enum(CLAIM_RELATIONS),
  claim: text<ClaimId>(),
  /** A machine's suggestion until a person confirms it. */
  suggested: z.boolean(),
  decided: decidedBySchema.extend({ reason: z.string().optional() }).optional(),
});

const ofWholeClaim = decidedBySchema.extend({
  /** How many mentions the claim had for whoever decided. */
  mentions: z.int(),
  /** Whether the claim still has just those. */
  since: z.enum(['unchanged', 'changed']),
});
export const claimAssessmentSchema = ofWholeClaim.extend({
  verification: z.enum(VERIFICATIONS),
  reason: z.string().optional(),
});
export type ClaimAssessment = z.infer<typeof claimAssessmentSchema>;
export const claimCorrectionSchema = ofWholeClaim.extend({ text: z.string() });
export type ClaimCorrection = z.infer<typeof claimCorrectionSchema>;

/** One clean sentence, and where in it the claim's figure stands: one sentence may carry two claims. */
export const toldSchema = z.object({ text: z.string(), figure: spanSchema.optional() });
export type Told = z.infer<typeof toldSchema>;

/** Statements that say the same thing. Derived, never stored. */
export const claimSchema = z.object({
  id: text<ClaimId>(),
  /** One plain sentence, in the words of its clearest mention. */
  text: z.string(),
  language: z.enum(['en', 'ar', 'other']),
  /** The clearest mention in each language that has one. */
  texts: z.object({ en: toldSchema.optional(), ar: toldSchema.optional() }),
  measure: z.string(),
  figure: figureSchema.omit({ start: true, end: true }).optional(),
  place: z.string().optional(),
  window: windowSchema.optional(),
  mentions: z.array(mentionSchema),
  origins: z.array(originSchema),
  /** How many origins assert it independently of each other; a denial is not a voice for it. */
  independent: z.int(),
  denied: z.boolean(),
  verification: z.enum(VERIFICATIONS),
  relations: z.array(claimRelationSchema),
  /** Relations that a machine suggested and a person says do not hold. */
  refused: z.array(claimRelationSchema),
  /** Claims in like words that the machine did not join: a person may. The likest first. */
  near: z.array(z.object({ claim: text<ClaimId>(), own: text<StatementId>(), other: text<StatementId>() })),
  /** What a person holds it to be; it outranks what was counted. */
  assessment: claimAssessmentSchema.optional(),
  corrections: z.array(claimCorrectionSchema),
  /** Statements that a person told apart from one of this claim's, and the claims where they stand. */
  toldApart: z.array(
    decidedBySchema.extend({ own: text<StatementId>(), other: text<StatementId>(), claim: text<ClaimId>() }),
  ),
});
export type Claim = z.infer<typeof claimSchema>;

export const REUSE_KINDS = ['verbatim', 'near', 'edited'] as const;
/** A passage that stands in two reports. `a` is the earlier one where dates say so. */
export const reuseSchema = z.object({
  a: spanSchema.extend({ item: text<ItemId>(), file: z.string() }),
  b: spanSchema.extend({ item: text<ItemId>(), file: z.string() }),
  kind: z.enum(REUSE_KINDS),
});
export type Reuse = z.infer<typeof reuseSchema>;

export const droppedSchema = spanSchema.extend({ why: z.enum(DROP_REASONS) });
