import { z } from 'zod';
import type { ItemId, PersonId, RecordId } from './ids.ts';
import { reasonSchema } from './person.ts';
import { photographConsentSchema, soughtPhotographSchema } from './photographs.ts';
import { by, text } from './schema.ts';
import {
  askerSchema,
  consentSchema,
  descriptionSchema,
  formParts,
  grantSchema,
  paperNumber,
  RELATIONS,
  REQUEST_STATES,
  requestFormSchema,
  safeContactSchema,
  soughtSchema,
} from './tracing.ts';
import { FATES, VERDICTS } from './vocabulary.ts';

/** What the desk does with a request and what its pages see: acts, calls, hits, what leaves, frozen files. */

export const enterRequestSchema = z.object({
  form: requestFormSchema,
  paper: paperNumber.optional(),
  /** Said again after the desk was told that the same stands there already. */
  twice: z.literal('another-request').optional(),
  by,
});

export const LINK_STANDINGS = ['same', 'likely', 'not-this-person'] as const;
export type LinkStanding = (typeof LINK_STANDINGS)[number];

/** What a call is about. `lead`: there is a lead, no more is said. */
export const MATTERS = [
  'nothing-new',
  'lead',
  'on-a-list',
  'alive',
  'whereabouts',
  'death',
  'remains',
] as const;
export type Matter = (typeof MATTERS)[number];
/** How the desk made sure to whom it speaks. */
export const CHECKED_BY = ['code-word', 'receipt', 'known-in-person', 'papers'] as const;
/** What a found adult decided. */
export const FOUND_DECISIONS = ['asked', 'may-tell', 'may-tell-this', 'may-not-tell'] as const;
export type FoundDecision = (typeof FOUND_DECISIONS)[number];

const reason = z.string().trim().min(1).max(2_000);
/** Entries about the request that the page showed: one that came since is told first. */
const upon = z.int().min(1).max(1_000_000);
export const requestActSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('state'), state: z.enum(REQUEST_STATES), reason, upon, by }),
  z.object({
    is: z.literal('link'),
    record: text<RecordId>(),
    standing: z.enum(LINK_STANDINGS),
    reason: reason.optional(),
    upon,
    by,
  }),
  z.object({ is: z.literal('consent'), consent: consentSchema, reason, upon, by }),
  z.object({ is: z.literal('withdraw'), reason, upon, by }),
  z.object({
    is: z.literal('photograph-consent'),
    photograph: z.string().max(40),
    consent: photographConsentSchema,
    reason,
    upon,
    by,
  }),
  /** The family takes a photograph back: nobody sees it from then on. */
  z.object({ is: z.literal('photograph-back'), photograph: z.string().max(40), reason, upon, by }),
  z.object({ is: z.literal('amend'), form: formParts.omit({ consent: true }), reason, upon, by }),
  z.object({
    is: z.literal('found'),
    decision: z.enum(FOUND_DECISIONS),
    /** What they allow to be told, in their words. */
    words: z.string().trim().min(1).max(2_000).optional(),
    upon,
    by,
  }),
  z.object({ is: z.literal('propose'), matter: z.enum(MATTERS), words: reason, upon, by }),
  z.object({ is: z.literal('agree'), call: z.int(), upon, by }),
  z.object({
    is: z.literal('told'),
    call: z.int(),
    to: z.string().trim().min(1).max(200),
    checked: z.enum(CHECKED_BY),
    script: z.string().regex(/^[a-z-]{1,40}\.\d{1,3}$/),
    /** What was said and how it was taken, what comes next. */
    words: reason,
    upon,
    by,
  }),
]);
export type RequestAct = z.infer<typeof requestActSchema>;

/** One line of a request's history. */
export const requestEntrySchema = z.object({
  entry: z.int(),
  at: z.string(),
  by: z.string().optional(),
  is: z.string(),
  words: z.string().optional(),
  detail: z.string().optional(),
});

export const callSchema = z.object({
  /** The entry that proposed it. */
  call: z.int(),
  matter: z.enum(MATTERS),
  words: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  needsTwo: z.boolean(),
  agreedBy: z.string().optional(),
  told: z
    .object({
      at: z.string(),
      by: z.string(),
      to: z.string(),
      checked: z.enum(CHECKED_BY),
      script: z.string(),
      words: z.string(),
      consent: z.array(grantSchema),
    })
    .optional(),
});
export type Call = z.infer<typeof callSchema>;

export const requestLinkSchema = z.object({
  record: text<RecordId>(),
  standing: z.enum(LINK_STANDINGS),
  by: z.array(z.string()),
  at: z.string(),
  reason: z.string().optional(),
  /** `same` with somebody who is said to be dead, and only one person has said it yet. */
  waits: z.literal('second-person').optional(),
});
export type RequestLink = z.infer<typeof requestLinkSchema>;

/** What the family's code answers. Never more: whoever holds the phone may not be the family. */
export const RECEIPT_ANSWERS = ['nothing-new', 'will-call', 'withdrawn'] as const;
export type ReceiptAnswer = (typeof RECEIPT_ANSWERS)[number];

export const requestSummarySchema = z.object({
  id: z.string(),
  state: z.enum(REQUEST_STATES),
  receivedAt: z.string(),
  changedAt: z.string(),
  came: z.enum(['desk', 'paper', 'line']),
  name: z.string(),
  birth: z.string().optional(),
  relation: z.enum(RELATIONS).optional(),
  /** Hits that nobody has looked at; absent while rows are still being compared. */
  hits: z.int().optional(),
  withdrawn: z.boolean(),
});
export type RequestSummary = z.infer<typeof requestSummarySchema>;

export const watchHitSchema = z.object({
  request: z.string(),
  record: text<RecordId>(),
  person: text<PersonId>().optional(),
  item: text<ItemId>(),
  list: z.string(),
  row: z.int(),
  name: z.string(),
  probability: z.number(),
  verdict: z.enum(VERDICTS),
  why: z.array(reasonSchema),
  fates: z.array(z.enum(FATES)),
  standing: z.enum(LINK_STANDINGS).optional(),
});
export type WatchHit = z.infer<typeof watchHitSchema>;

export const tracingRequestSchema = requestSummarySchema.extend({
  paper: z.string().optional(),
  sought: soughtSchema.optional(),
  description: descriptionSchema.optional(),
  asker: askerSchema.optional(),
  contact: safeContactSchema.optional(),
  consent: z.array(grantSchema),
  minor: z.boolean(),
  photographs: z.array(soughtPhotographSchema),
  links: z.array(requestLinkSchema),
  calls: z.array(callSchema),
  found: z
    .object({ decision: z.enum(FOUND_DECISIONS), words: z.string().optional(), at: z.string() })
    .optional(),
  receipt: z.enum(RECEIPT_ANSWERS),
  /** How many entries it has: what an act is made upon. */
  upon: z.int(),
  history: z.array(requestEntrySchema),
});
export type TracingRequest = z.infer<typeof tracingRequestSchema>;

export const requestsPageSchema = z.object({
  total: z.int(),
  from: z.int(),
  counts: z.record(z.string(), z.int()),
  requests: z.array(requestSummarySchema),
});
export type RequestsPage = z.infer<typeof requestsPageSchema>;
export const requestPageSchema = z.object({
  request: tracingRequestSchema,
  comparing: z.boolean(),
  hits: z.array(watchHitSchema),
  /** Other requests that stand for one of the same records. */
  beside: z.array(requestSummarySchema),
});
export type RequestPage = z.infer<typeof requestPageSchema>;
export const enteredSchema = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal('new'), id: z.string(), code: z.string() }),
  /** Nothing was stored: the same stands there already. */
  z.object({ kept: z.literal('known'), same: z.array(requestSummarySchema) }),
]);
export type Entered = z.infer<typeof enteredSchema>;
export const byCodeSchema = z.object({ code: z.string().max(80) });
export const foundByCodeSchema = z.object({ id: z.string(), answer: z.enum(RECEIPT_ANSWERS) });
/** `comparing`: rows or requests came in and are being compared; ask again. */
export const hitsPageSchema = z.object({
  comparing: z.boolean(),
  total: z.int(),
  hits: z.array(watchHitSchema.extend({ sought: z.string() })),
});
export type HitsPage = z.infer<typeof hitsPageSchema>;
export const requestIdsSchema = z.object({ requests: z.array(requestSummarySchema) });

export const eraseRequestSchema = z.object({ reason, by });

/** What may leave, to whom, for what: only what every consent in it names. */
export const handOutSchema = z.object({
  purpose: z.enum(['share', 'publish']),
  audience: z.enum(['partners', 'mandated', 'public']),
  by,
});
export const handedOutSchema = z.object({
  at: z.string(),
  requests: z.array(
    z.object({
      id: z.string(),
      sought: soughtSchema.optional(),
      description: descriptionSchema.optional(),
      asker: askerSchema.optional(),
      contact: safeContactSchema.optional(),
    }),
  ),
});
export type HandedOut = z.infer<typeof handedOutSchema>;

/** "I am not missing": a file is hidden at once from everybody but those who check who says so. */
export const freezeSchema = z.object({
  record: text<RecordId>(),
  says: z.string().trim().min(1).max(2_000),
  how: z.string().trim().min(1).max(2_000),
  by,
});
export const unfreezeSchema = z.object({ reason, by });
export const freezeViewSchema = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().optional(),
  says: z.string().optional(),
  how: z.string().optional(),
  records: z.array(text<RecordId>()),
  names: z.array(z.string()),
  released: z.object({ at: z.string(), reason: z.string().optional() }).optional(),
});
export type FreezeView = z.infer<typeof freezeViewSchema>;
export const freezesPageSchema = z.object({ freezes: z.array(freezeViewSchema) });
export type FreezesPage = z.infer<typeof freezesPageSchema>;

/** What a family's page seals to the keepers, and what its code opens. */
export const lineLetterSchema = z.discriminatedUnion('sanad', [
  z.object({ sanad: z.literal('request'), form: requestFormSchema }),
  z.object({ sanad: z.literal('consent'), consent: consentSchema }),
  z.object({ sanad: z.literal('withdraw') }),
]);
export type LineLetter = z.infer<typeof lineLetterSchema>;
export const lineReplySchema = z.object({ sanad: z.literal('answer'), answer: z.enum(RECEIPT_ANSWERS) });
