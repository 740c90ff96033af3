import { z } from 'zod';
import { DECIDED_FATES, KIN_RELATIONS } from './decision.ts';
import type { DecisionId, ItemId, PersonId, RecordId, StatementId } from './ids.ts';
import { linkSchema, personMomentSchema, personRecordSchema } from './person.ts';
import { by, text } from './schema.ts';
import { FATES } from './vocabulary.ts';

/** The queue in which a desk looks at pairs of records, and what its own answers say about the machine and itself. */

/**
 * Why a pair is asked: `waiting` for a second person · `disagree`: two who did not see each other said different things
 * · `open` · `second`: one in twenty decided pairs is asked of somebody else, who does not see the answer · `check`:
 * drawn evenly among what the machine joined · `unsure`: somebody could not tell.
 */
export const REVIEW_REASONS = ['waiting', 'disagree', 'open', 'second', 'check', 'unsure'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** What a "same" would do to what is known of two people's fates. */
export const REVIEW_FATES = ['contradicts', 'tells', 'nothing'] as const;

/** What the answer would change, as it goes into the order of the queue. */
export const reviewWorthSchema = z.object({
  asked: z.enum(REVIEW_REASONS),
  /** 1 where the machine has no idea, 0 where it is certain. */
  doubt: z.number(),
  /** What a "same" would do to what is known of their fates. */
  fate: z.enum(REVIEW_FATES),
  /** How many rows or requests of people who are looked for would be answered. */
  sought: z.int(),
  /** Other open pairs that it would close. */
  settles: z.int(),
  /** Persons in the case who bear the name. */
  namesakes: z.int(),
  worth: z.number(),
});
export type ReviewWorth = z.infer<typeof reviewWorthSchema>;

export const reviewSideSchema = z.object({
  record: personRecordSchema,
  person: text<PersonId>(),
  /** Records that stand with it already. */
  records: z.int(),
  fates: z.array(z.enum(FATES)),
});

export const reviewPairSchema = linkSchema.extend({
  sides: z.tuple([reviewSideSchema, reviewSideSchema]),
  worth: reviewWorthSchema,
  /** The newest decision on the pair that this answer shows; empty where it shows none. */
  seen: z.string(),
});
export type ReviewPair = z.infer<typeof reviewPairSchema>;

export const REVIEW_SCRIPTS = ['arabic', 'latin', 'across'] as const;
export const reviewQuestionSchema = z.object({
  list: text<ItemId>().optional(),
  script: z.enum(REVIEW_SCRIPTS).optional(),
  /** What a "same" would do to what is known of their fates. */
  conflict: z.enum(REVIEW_FATES).optional(),
  asked: z.enum(REVIEW_REASONS).optional(),
  /** Those alone that whoever asks has put off; they are not in the queue otherwise. */
  later: z.literal('only').optional(),
});
export type ReviewQuestion = z.infer<typeof reviewQuestionSchema>;

export const reviewPageSchema = z.object({
  /** Pairs that the filters let through and that whoever asks may answer. */
  left: z.int(),
  /** Pairs that the filters let through and that whoever asks has put off. */
  later: z.int(),
  /** Pairs with an answer that stands. */
  decided: z.int(),
  waiting: z.int(),
  from: z.int(),
  pairs: z.array(reviewPairSchema),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;

/** A reviewer puts a pair off, or takes it back into the queue. */
export const putOffSchema = z.object({
  a: text<RecordId>(),
  b: text<RecordId>(),
  put: z.enum(['off', 'back']),
  by: z.string().trim().min(1).max(200).optional(),
});

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });

export const agreementSchema = z.object({
  /** Pairs that two people answered without seeing each other's answer. */
  pairs: z.int(),
  agreeing: z.int(),
  /** Cohen's kappa over same, different, not sure; absent where all answers are one word or there are none. */
  kappa: z.number().optional(),
  /** Rows: the first answer; columns: the second; in the order same, different, unsure. */
  table: z.array(z.array(z.int())),
});
export type Agreement = z.infer<typeof agreementSchema>;

export const machineGradeSchema = z.object({
  group: z.string(),
  /** Pairs that the machine took for one person, and for possibly one. */
  joined: z.int(),
  possible: z.int(),
  reviewedJoined: z.int(),
  reviewedPossible: z.int(),
  /** Of what it joined, how much is one person; 95 % interval. */
  precision: interval.optional(),
  /** Of what is one person among the pairs it told, how much it joined. */
  recall: interval.optional(),
});
export type MachineGrade = z.infer<typeof machineGradeSchema>;

export const reviewQualitySchema = z.object({
  agreement: agreementSchema,
  all: machineGradeSchema,
  byScript: z.array(machineGradeSchema),
  byCommonness: z.array(machineGradeSchema),
});
export type ReviewQuality = z.infer<typeof reviewQualitySchema>;

const why = z.string().trim().min(1).max(2000);

/** What a named person decides about records of a person, beside which of them are one. */
export const decidePersonSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fate'),
    record: text<RecordId>(),
    fate: z.enum(DECIDED_FATES),
    reason: why,
    by,
  }),
  z.object({
    kind: z.literal('whereabouts'),
    record: text<RecordId>(),
    whereabouts: z.enum(['known', 'known-not-disclosed']),
    reason: why,
    by,
  }),
  z.object({
    kind: z.literal('statement'),
    statement: text<StatementId>(),
    judgement: z.enum(['verified', 'refuted', 'corrected']),
    value: z.string().trim().min(1).max(500).optional(),
    reason: why,
    by,
  }),
  z.object({
    kind: z.literal('settle'),
    statements: z.array(text<StatementId>()).min(1).max(100),
    holds: z.array(text<StatementId>()).max(100),
    reason: why,
    by,
  }),
  z.object({
    kind: z.literal('kin'),
    a: text<RecordId>(),
    b: text<RecordId>(),
    relation: z.enum(KIN_RELATIONS),
    reason: why,
    by,
  }),
]);
export type DecidePerson = z.infer<typeof decidePersonSchema>;

/** How a decision stands once it is written. */
export const DECISION_STANDINGS = ['counts', 'waits', 'disagrees'] as const;
export const decidedAnswerSchema = z.object({
  decision: text<DecisionId>(),
  /** Absent where people are still being worked out. */
  standing: z.enum(DECISION_STANDINGS).optional(),
  /** Somebody decided the same pair while the page was open. */
  meanwhile: z
    .object({ by: z.string(), at: z.string(), judgement: z.enum(['same', 'different', 'unsure']) })
    .optional(),
});
export type DecidedAnswer = z.infer<typeof decidedAnswerSchema>;

export const personHistorySchema = z.object({ history: z.array(personMomentSchema) });
export type PersonHistory = z.infer<typeof personHistorySchema>;
