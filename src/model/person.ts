import { z } from 'zod';
import type { DecisionId, ItemId, PersonId, RecordId, StatementId } from './ids.ts';
import { text } from './schema.ts';
import { FATES, NAME_SLOTS, PROPERTIES, VERDICTS, VERIFICATIONS, WHEREABOUTS } from './vocabulary.ts';

export const scriptSchema = z.enum(['arabic', 'latin', 'other']);
export type Script = z.infer<typeof scriptSchema>;

/** A value with the cell it stands in: every value a page shows is one of these. */
export const sourcedValueSchema = z.object({
  statement: text<StatementId>(),
  record: text<RecordId>(),
  property: z.enum(PROPERTIES),
  written: z.string(),
  value: z.string().optional(),
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
});
export type Link = z.infer<typeof linkSchema>;

/** One value of one axis, and who says so. */
export const fateEntrySchema = z.object({
  fate: z.enum(FATES),
  verification: z.enum(VERIFICATIONS),
  sources: z.array(sourcedValueSchema),
});

/** Two or more values of one property that cannot all be true of one person. Shown, never resolved by date. */
export const conflictSchema = z.object({
  property: z.string(),
  values: z.array(sourcedValueSchema),
});

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
  whereabouts: z.enum(WHEREABOUTS),
  conflicts: z.array(conflictSchema),
  /** Among its own records. */
  links: z.array(linkSchema),
  /** To records of other persons that may be the same: `verdict` is always `possible`. */
  possible: z.array(linkSchema.extend({ person: text<PersonId>(), name: z.string() })),
  /** To records that somebody decided are of another person: shown so that the decision can be looked at and undone. */
  apart: z.array(linkSchema.extend({ person: text<PersonId>(), name: z.string() })),
  /** True where at least one join was made by the machine alone. */
  suggested: z.boolean(),
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
