import { z } from 'zod';
import type { ItemId, PersonId, RecordId } from './ids.ts';
import { parsePartialDate } from './partial-date.ts';
import { reasonSchema } from './person.ts';
import { text } from './schema.ts';
import { FATES, NAME_SLOTS, VERDICTS } from './vocabulary.ts';

/** What a family asks and what it is told, as the desk writes it down. Everything here is of the class `contact`. */

export const REQUEST_STATES = [
  'received',
  'incomplete',
  'open',
  'awaiting-family',
  'answered',
  'closed',
  'reopened',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
/** Where a request can go from each state, by a person's decision. */
export const NEXT_REQUEST_STATES: Readonly<Record<RequestState, readonly RequestState[]>> = {
  received: ['open', 'incomplete', 'closed'],
  incomplete: ['open', 'closed'],
  open: ['awaiting-family', 'answered', 'closed'],
  'awaiting-family': ['open', 'answered', 'closed'],
  answered: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['awaiting-family', 'answered', 'closed'],
};

/** Who asks, by what they are to the one sought. `self`: somebody who says "I am not missing" or looks for their own file. */
export const RELATIONS = [
  'mother',
  'father',
  'wife',
  'husband',
  'daughter',
  'son',
  'sister',
  'brother',
  'relative',
  'friend',
  'lawyer',
  'self',
] as const;

export const CHANNELS = ['phone', 'message', 'visit', 'through-somebody', 'code-only'] as const;
/** What may be left where nobody picks up. */
export const LEAVING = ['nothing', 'call-back', 'code-word'] as const;

/** What a consent is for. `call`: the desk may come to the family by itself. */
export const CONSENT_PURPOSES = ['compare', 'call', 'share', 'publish'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
/** To whom: tiers T1, T2, T3 and T5/T6. */
export const AUDIENCES = ['team', 'partners', 'mandated', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];
/** Groups of a request's fields that a consent names. */
export const CONSENT_FIELDS = ['sought', 'description', 'asker', 'contact'] as const;
export type ConsentField = (typeof CONSENT_FIELDS)[number];

export const grantSchema = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  audience: z.enum(AUDIENCES),
  fields: z.array(z.enum(CONSENT_FIELDS)).min(1).max(CONSENT_FIELDS.length),
});
export type Grant = z.infer<typeof grantSchema>;

export const CONSENT_HOW = ['spoken', 'signed', 'own-device'] as const;
/** Nothing is stored without the first of its grants: that the team may compare what is told with its lists. */
export const consentSchema = z
  .object({ grants: z.array(grantSchema).max(16), how: z.enum(CONSENT_HOW) })
  .refine(
    ({ grants }) =>
      grants.some(({ purpose, audience, fields }) => {
        return purpose === 'compare' && audience === 'team' && fields.includes('sought');
      }),
    'consent',
  )
  .refine(
    ({ grants }) =>
      grants.every(
        ({ purpose, audience }) =>
          (purpose === 'call') <= (audience === 'team') &&
          (purpose === 'publish') === (audience === 'public'),
      ),
    'consent',
  );
export type Consent = z.infer<typeof consentSchema>;

const short = z.string().trim().min(1).max(200).optional();
const long = z.string().trim().min(1).max(2_000).optional();
const date = z
  .string()
  .trim()
  .max(11)
  .refine((given) => parsePartialDate(given) !== undefined, 'date')
  .optional();

export const MARK_KINDS = [
  'scar',
  'tattoo',
  'birthmark',
  'fracture',
  'amputation',
  'implant',
  'deformity',
  'other',
] as const;
export const BODY_PARTS = [
  'head',
  'face',
  'neck',
  'chest',
  'back',
  'abdomen',
  'left-arm',
  'right-arm',
  'left-hand',
  'right-hand',
  'left-leg',
  'right-leg',
  'left-foot',
  'right-foot',
] as const;
/** What can be seen on a body and does not go away. `absent`: it was looked for and is not there. */
export const bodyMarkSchema = z.object({
  kind: z.enum(MARK_KINDS),
  part: z.enum(BODY_PARTS),
  words: short,
  absent: z.literal(true).optional(),
});
export type Mark = z.infer<typeof bodyMarkSchema>;
/** Tooth by FDI number (ISO 3950). */
export const TOOTH_STATES = ['sound', 'missing', 'filled', 'crowned'] as const;
export const toothSchema = z.object({
  tooth: z.int().refine((n) => /^[1-4][1-8]$/.test(String(n)), 'tooth'),
  state: z.enum(TOOTH_STATES),
});
export type Tooth = z.infer<typeof toothSchema>;

export const descriptionSchema = z.object({
  /** Centimetres. */
  height: z.int().min(30).max(260).optional(),
  marks: z.array(bodyMarkSchema).max(40).optional(),
  teeth: z.array(toothSchema).max(32).optional(),
  belongings: z.array(z.string().trim().min(1).max(200)).max(40).optional(),
  words: long,
});
export type Description = z.infer<typeof descriptionSchema>;

const names = z
  .object(
    Object.fromEntries(NAME_SLOTS.map((slot) => [slot, short])) as Record<
      (typeof NAME_SLOTS)[number],
      typeof short
    >,
  )
  .refine(
    (given) => given.given !== undefined || given.family !== undefined || given.nickname !== undefined,
    'name',
  );

export const soughtSchema = z.object({
  names,
  /** The name as another script writes it, where the family knows. */
  alsoWritten: short,
  sex: z.enum(['male', 'female']).optional(),
  birth: date,
  birthPlace: short,
  home: short,
  arrest: date,
  lastSeen: date,
  lastPlace: short,
  heldAt: short,
  words: long,
});
export type Sought = z.infer<typeof soughtSchema>;

export const askerSchema = z.object({
  name: z.string().trim().min(1).max(200),
  relation: z.enum(RELATIONS),
  language: z.enum(['ar', 'en']).optional(),
});
export type Asker = z.infer<typeof askerSchema>;

export const safeContactSchema = z
  .object({
    channel: z.enum(CHANNELS),
    /** Number, address, or through whom. */
    at: short,
    hours: short,
    codeWord: z.string().trim().min(2).max(60).optional(),
    leave: z.enum(LEAVING),
    notes: long,
  })
  .refine(({ channel, at }) => channel === 'code-only' || channel === 'visit' || at !== undefined, 'at');
export type SafeContact = z.infer<typeof safeContactSchema>;

/** A number printed on a paper form: letters and digits that are not mistaken, the last one checking the others. */
export const paperNumber = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);

/** What is asked, whoever writes it down: a desk, a typist with a paper, a family on its own phone. */
const formParts = z.object({
  sought: soughtSchema,
  description: descriptionSchema.optional(),
  asker: askerSchema,
  contact: safeContactSchema,
  consent: consentSchema,
});
export const requestFormSchema = formParts.refine(
  ({ contact, consent }) =>
    contact.channel === 'code-only' ||
    consent.grants.some(({ purpose, fields }) => purpose === 'call' && fields.includes('contact')),
  'consent.call',
);
export type RequestForm = z.infer<typeof requestFormSchema>;

const by = z.string().trim().min(1).max(200).optional();
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
  z.object({ is: z.literal('amend'), form: formParts.omit({ consent: true }), reason, upon, by }),
  z.object({
    is: z.literal('found'),
    decision: z.enum(FOUND_DECISIONS),
    /** What they allow to be told, in their words. */
    words: long,
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
