import { z } from 'zod';
import { claimSchema, mentionSchema, reuseSchema } from './claim.ts';
import type { DecisionId, ItemId, StatementId } from './ids.ts';
import { by, spanSchema, text } from './schema.ts';
import { CLAIM_RELATIONS, VERIFICATIONS } from './vocabulary.ts';

/** The table of claim × source. Rows of one group are about the same thing and meet each other. */
export const claimsPageSchema = z.object({
  outlets: z.array(
    z.object({ name: z.string(), items: z.array(text<ItemId>()), published: z.string().optional() }),
  ),
  groups: z.array(
    z.object({ measure: z.string(), place: z.string().optional(), claims: z.array(claimSchema) }),
  ),
});
export type ClaimsPage = z.infer<typeof claimsPageSchema>;

/** A claim as others name it. */
export const claimInShortSchema = claimSchema.pick({
  id: true,
  text: true,
  texts: true,
  language: true,
  independent: true,
  denied: true,
  verification: true,
  /** Also those that point back: what denies or supersedes this claim says so itself. */
  relations: true,
});
export type ClaimInShort = z.infer<typeof claimInShortSchema>;

/** A spelling and the name it means, as a person said; `by` and `at` say who and when. */
export const givenNameSchema = z.object({
  decision: text<DecisionId>(),
  written: z.string(),
  name: z.string(),
  by: z.string(),
  at: z.string(),
  reason: z.string().optional(),
});
export type GivenNameSaid = z.infer<typeof givenNameSchema>;

/** One claim, with each mention's surroundings so that the quote is read in its place. */
export const claimPageSchema = z.object({
  claim: claimSchema,
  passages: z.array(
    z.object({
      /** Index into the claim's mentions. */
      mention: z.int(),
      before: z.string(),
      quote: z.string(),
      after: z.string(),
      /** Offsets into `quote`. */
      hedges: z.array(spanSchema),
      figure: spanSchema.optional(),
    }),
  ),
  related: z.array(claimInShortSchema),
  /** The names that stand in it: who speaks, the place; and which of them a person has said to be one. */
  names: z.array(z.string()),
  given: z.array(givenNameSchema),
  reuse: z.array(reuseSchema),
});
export type ClaimPage = z.infer<typeof claimPageSchema>;

const statements = z.array(text<StatementId>()).min(1).max(1000);
/** What a person makes of claims; an assessment and a correction say why, or what is put right. */
export const decideClaimSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('claim-link'),
    a: text<StatementId>(),
    b: text<StatementId>(),
    judgement: z.enum(['same', 'different']),
    reason: z.string().trim().max(2000).optional(),
    by,
  }),
  z.object({
    kind: z.literal('claim-relation'),
    from: text<StatementId>(),
    relation: z.enum(CLAIM_RELATIONS),
    to: text<StatementId>(),
    judgement: z.enum(['holds', 'does-not-hold']),
    reason: z.string().trim().max(2000).optional(),
    by,
  }),
  z.object({
    kind: z.literal('claim-assess'),
    statements,
    verification: z.enum(VERIFICATIONS),
    reason: z.string().trim().min(1).max(2000),
    by,
  }),
  z.object({
    kind: z.literal('same-name'),
    written: z.string().trim().min(1).max(200),
    name: z.string().trim().min(1).max(200),
    reason: z.string().trim().max(2000).optional(),
    by,
  }),
  z.object({
    kind: z.literal('claim-correct'),
    statements,
    reason: z.string().trim().min(1).max(2000),
    by,
  }),
]);

export type DecideClaim = z.infer<typeof decideClaimSchema>;

/** What may be asked of two claims; `same` asks whether they are one. */
export const CLAIM_QUESTIONS = [...CLAIM_RELATIONS, 'same'] as const;

/** What a machine takes two claims to be to each other and nobody has decided. */
export const claimSuggestionSchema = z.object({
  relation: z.enum(CLAIM_QUESTIONS),
  from: claimInShortSchema.extend({ mention: mentionSchema }),
  to: claimInShortSchema.extend({ mention: mentionSchema }),
});
export type ClaimSuggestion = z.infer<typeof claimSuggestionSchema>;

/** Those whose answer changes most come first. `total` are those asked for, `kinds` all that are open. */
export const claimSuggestionsSchema = z.object({
  total: z.int(),
  kinds: z.array(z.object({ relation: z.enum(CLAIM_QUESTIONS), count: z.int() })),
  decided: z.int(),
  suggestions: z.array(claimSuggestionSchema),
});
export type ClaimSuggestions = z.infer<typeof claimSuggestionsSchema>;

/** Who opened a claim, the latest first. */
export const claimAskedSchema = z.object({
  asked: z.array(z.object({ account: z.string(), name: z.string(), count: z.int(), last: z.string() })),
});
export type ClaimAsked = z.infer<typeof claimAskedSchema>;
