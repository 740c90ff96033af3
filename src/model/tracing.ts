import { z } from 'zod';
import { parsePartialDate } from './partial-date.ts';
import { NAME_SLOTS } from './vocabulary.ts';

/** What a family asks, with the consent under which it is kept. Everything here is of the class `contact`. */

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
export const formParts = z.object({
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
