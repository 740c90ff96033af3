import { z } from 'zod';
import { DECIDED_FATES } from './decision.ts';
import type { DecisionId, ItemId, PersonId, RecordId, StatementId } from './ids.ts';
import { text } from './schema.ts';
import { FATES, NAME_SLOTS, PROPERTIES, VERDICTS, VERIFICATIONS, WHEREABOUTS } from './vocabulary.ts';

export const scriptSchema = z.enum(['arabic', 'latin', 'other']);
export type Script = z.infer<typeof scriptSchema>;

/** One named person's decision. */
export const decisionMadeSchema = z.object({
  id: text<DecisionId>(),
  by: z.string(),
  at: z.string(),
  reason: z.string().optional(),
});
export type DecisionMade = z.infer<typeof decisionMadeSchema>;

/** What one person or two decided, oldest first; `waits`: a second person is needed, and nothing has changed yet. */
export const decidedSchema = z.object({
  counts: z.enum(['counts', 'waits']),
  by: z.array(decisionMadeSchema).min(1),
});
export type DecidedBy = z.infer<typeof decidedSchema>;

/** A value with the cell it stands in: every value a page shows is one of these. */
export const sourcedValueSchema = z.object({
  statement: text<StatementId>(),
  record: text<RecordId>(),
  property: z.enum(PROPERTIES),
  written: z.string(),
  value: z.string().optional(),
  /** What people made of it; the list's own word stays beside it. */
  decided: decidedSchema
    .extend({ judgement: z.enum(['verified', 'refuted', 'corrected']), value: z.string().optional() })
    .optional(),
});
export type SourcedValue = z.infer<typeof sourcedValueSchema>;

/** One record of a person, as the list gives it. */
export const personRecordSchema = z.object({
  record: text<RecordId>(),
  item: text<ItemId>(),
  list: z.string(),
  sheet: z.string().optional(),
  row: z.int(),
  /** The name as written, in the list's own order. */
  name: z.string(),
  script: scriptSchema,
  values: z.array(sourcedValueSchema),
});
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** What one part of a comparison contributed, in log2 of the likelihood ratio: positive speaks for the same person. */
export const reasonSchema = z.object({
  part: z.string(),
  a: z.string().optional(),
  b: z.string().optional(),
  /** Patronymics and all else are three-way: agreeing, contradicting and missing are three different things. */
  outcome: z.enum(['agree', 'near', 'missing', 'contradict']),
  weight: z.number(),
  /** How many in a thousand share the agreeing value, where that matters. */
  commonness: z.number().optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Two records that may be one person. A machine's suggestion unless `decision` says that a person decided. */
export const linkSchema = z.object({
  a: text<RecordId>(),
  b: text<RecordId>(),
  probability: z.number().min(0).max(1),
  verdict: z.enum(VERDICTS),
  reasons: z.array(reasonSchema),
  decision: z
    .object({
      id: text<DecisionId>(),
      judgement: z.enum(['same', 'different', 'unsure']),
      by: z.string(),
      at: z.string(),
      reason: z.string().optional(),
    })
    .optional(),
  /** One person's "same" that waits for a second one. */
  waiting: decisionMadeSchema.optional(),
  /** Two who did not see each other's answer said different things; the pair stays open. */
  disagree: z.array(decisionMadeSchema.extend({ judgement: z.string() })).optional(),
});
export type Link = z.infer<typeof linkSchema>;

/** One value of one axis, and who says so. */
export const fateEntrySchema = z.object({
  fate: z.enum(FATES),
  verification: z.enum(VERIFICATIONS),
  sources: z.array(sourcedValueSchema),
  /** Where named people decided it. */
  decided: decidedSchema.optional(),
});

/** Two or more values of one property that cannot all be true of one person. Shown, never resolved by date. */
export const conflictSchema = z.object({
  property: z.string(),
  values: z.array(sourcedValueSchema),
  /** Open until somebody settles it; what was settled stays in sight. */
  settled: decidedSchema.extend({ holds: z.array(text<StatementId>()) }).optional(),
});

/** A fate that one person has decided and that waits for a second. */
export const fateProposalSchema = decidedSchema.extend({
  record: text<RecordId>(),
  fate: z.enum(DECIDED_FATES),
});

/** One thing on a person's line of time: what a value says of a day, or what somebody decided on one. */
export const personMomentSchema = z.object({
  /** A partial date of a value, or the moment of a decision. */
  at: z.string(),
  axis: z.enum(['fate', 'whereabouts', 'verification', 'identity', 'process']),
  word: z.string(),
  value: sourcedValueSchema.optional(),
  decision: decisionMadeSchema.optional(),
  /** One person's, where two are needed: nothing has changed yet. */
  waits: z.literal('second-person').optional(),
  /** Decisions that were undone stay in sight. */
  undone: decisionMadeSchema.optional(),
});
export type PersonMoment = z.infer<typeof personMomentSchema>;

/** A stay in custody as records tell it: each end with its date as given, what overlaps beside it. */
export const detentionEpisodeSchema = z.object({
  records: z.array(text<RecordId>()),
  from: sourcedValueSchema.optional(),
  /** Dates on which somebody was seen or taken over there. */
  during: z.array(sourcedValueSchema),
  places: z.array(sourcedValueSchema),
  to: sourcedValueSchema.optional(),
  /** First and last day that the dates allow. */
  earliest: z.string().optional(),
  latest: z.string().optional(),
  /** Other episodes, by their place in the list, that may have been at the same time. */
  overlaps: z.array(z.int()),
});
export type DetentionEpisode = z.infer<typeof detentionEpisodeSchema>;

/** Somebody who may be of the family: by a decision, or because a record's parent bears the name. */
export const relativeSchema = z.object({
  person: text<PersonId>(),
  name: z.string(),
  relation: z.enum(['parent', 'child', 'sibling', 'spouse', 'kin']),
  /** Names that records share, where no decision says it: a suggestion. */
  because: z.array(sourcedValueSchema),
  decided: decisionMadeSchema.optional(),
});
export type Relative = z.infer<typeof relativeSchema>;

/** Records that are taken to be one person. Derived, never stored. */
export const personSchema = z.object({
  id: text<PersonId>(),
  /** The fullest name, as written. */
  name: z.string(),
  script: scriptSchema,
  /** The fullest name in the other script, as written on a record; absent where no record has one. */
  otherScriptName: z.string().optional(),
  names: z.array(
    z.object({
      slot: z.enum(NAME_SLOTS),
      variants: z.array(z.object({ written: z.string(), records: z.array(text<RecordId>()) })),
    }),
  ),
  records: z.array(personRecordSchema),
  fates: z.array(fateEntrySchema),
  proposals: z.array(fateProposalSchema),
  whereabouts: z.enum(WHEREABOUTS),
  whereaboutsDecided: decisionMadeSchema.optional(),
  conflicts: z.array(conflictSchema),
  /** Among its own records. */
  links: z.array(linkSchema),
  /** To records of other persons that may be the same: `verdict` is always `possible`. */
  possible: z.array(linkSchema.extend({ person: text<PersonId>(), name: z.string() })),
  /** To records that somebody decided are of another person: shown so that the decision can be looked at and undone. */
  apart: z.array(linkSchema.extend({ person: text<PersonId>(), name: z.string() })),
  /** True where at least one join was made by the machine alone. */
  suggested: z.boolean(),
  episodes: z.array(detentionEpisodeSchema),
  relatives: z.array(relativeSchema),
  timeline: z.array(personMomentSchema),
});
export type Person = z.infer<typeof personSchema>;

/** A person in a list of results. */
export const personCardSchema = personSchema
  .pick({ id: true, name: true, script: true, otherScriptName: true, suggested: true })
  .extend({
    records: z.array(
      personRecordSchema.pick({ record: true, item: true, list: true, row: true, name: true }),
    ),
    facts: z.array(sourcedValueSchema),
    fates: z.array(z.enum(FATES)),
    conflicts: z.int(),
  });
export type PersonCard = z.infer<typeof personCardSchema>;

/** An answer to "is my brother on any list?" */
export const hitSchema = z.object({
  person: personCardSchema,
  score: z.number().min(0).max(1),
  verdict: z.enum(VERDICTS),
  /** The record that matched best, and why. */
  record: text<RecordId>(),
  why: z.array(reasonSchema),
});
export type Hit = z.infer<typeof hitSchema>;
