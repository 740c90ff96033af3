import { z } from 'zod';
import type { ItemId, PersonId } from './ids.ts';
import { text } from './schema.ts';

/** Accounts, sessions and the log of reads, as server and pages speak of them. */

export const ROLES = [
  'owner',
  'administrator',
  'desk',
  'reviewer',
  'investigator',
  'site-lead',
  'line-keeper',
] as const;
export type Role = (typeof ROLES)[number];
/** The owner is whoever knows the passphrase of the case; accounts are made for all others. */
export const ACCOUNT_ROLES = ROLES.filter((role) => role !== 'owner');

/**
 * `made`: waits for somebody who holds its keys · `invited`: a code is out · `open` · `closed`: for good; its past stays.
 */
export const ACCOUNT_STATES = ['made', 'invited', 'open', 'closed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/**
 * What was done to somebody's data. A `list` is a page of many; `log` a look into this very log; `graphic` a picture
 * shown unblurred; `command` a look past the pages.
 */
export const ACCESS_KINDS = [
  'person',
  'search',
  'list',
  'item',
  'file',
  'claims',
  'export',
  'print',
  'line',
  'log',
  'request',
  'remains',
  'erasure',
  'graphic',
  'command',
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export const LOGIN_LENGTH = { least: 2, most: 40 } as const;
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

const login = z.string().trim().min(LOGIN_LENGTH.least).max(LOGIN_LENGTH.most);
/** Rules for a new password are told by name; what is given to sign in is only bounded. */
const password = z.string().min(1).max(PASSWORD_LENGTH.most);
const code = z.string().trim().min(1).max(80);

export const draftKeySchema = z.object({ key: z.string() });
export type DraftKey = z.infer<typeof draftKeySchema>;
export const signInSchema = z.object({ name: login, password });
export const secondFactorSchema = z.object({
  ticket: z.string().min(1).max(100),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['totp', 'recovery']), code }),
    z.object({ kind: z.literal('passkey'), response: z.looseObject({ id: z.string().max(1000) }) }),
  ]),
});
export const joinSchema = z.object({ name: login, code, password });

export const signedInSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('done') }),
  z.object({
    step: z.literal('second-factor'),
    ticket: z.string(),
    kinds: z.array(z.enum(['totp', 'recovery', 'passkey'])),
    /** What the browser's authenticator is asked, where there is a passkey for this address. */
    passkey: z.record(z.string(), z.unknown()).optional(),
  }),
]);
export type SignedIn = z.infer<typeof signedInSchema>;

/** Who asks. `none`: nobody has made an account yet and everything stands open on this machine. */
export const sessionSchema = z.object({
  accounts: z.enum(['none', 'in-use']),
  /** Whether accounts can be made at all: an unsealed case keeps nothing from anybody. */
  sealed: z.boolean(),
  me: z
    .object({
      account: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      /** Groups of fields that this role reads. */
      fields: z.array(z.string()),
      /** Routes that this role may ask: `GET /api/people`. */
      may: z.array(z.string()),
      idleMinutes: z.number(),
      /** Whether the role asks for a second factor that is not set up yet. */
      secondFactor: z.enum(['none', 'set']),
      /** What the one who keeps the house must look at. */
      notices: z.int(),
    })
    .optional(),
});
export type SessionAnswer = z.infer<typeof sessionSchema>;

export const ownSessionSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  lastUsedAt: z.string(),
  /** Browser and system, as far as it said so. */
  device: z.string(),
  current: z.boolean(),
});
export const ownAccountSchema = z.object({
  account: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  totp: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), label: z.string(), addedAt: z.string() })),
  recoveryCodesLeft: z.int(),
  sessions: z.array(ownSessionSchema),
});
export type OwnAccount = z.infer<typeof ownAccountSchema>;

export const changePasswordSchema = z.object({ old: password, next: password });
export const withPasswordSchema = z.object({ password });
export const totpBegunSchema = z.object({ uri: z.string(), secret: z.string() });
export type TotpBegun = z.infer<typeof totpBegunSchema>;
export const confirmCodeSchema = z.object({ code });
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });
export const passkeyBegunSchema = z.object({ options: z.record(z.string(), z.unknown()) });
export const passkeyFinishSchema = z.object({
  label: z.string().trim().min(1).max(60),
  response: z.looseObject({ id: z.string().max(1000) }),
});
export const removePasskeySchema = z.object({ id: z.string().max(1000), password });
export const endSessionSchema = z.object({ session: z.string().max(100) });

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  state: z.enum(ACCOUNT_STATES),
  madeAt: z.string(),
  lastSignIn: z.string().optional(),
  secondFactor: z.boolean(),
  sessions: z.int(),
  /** Whether whoever asks holds the keys that an invitation to this account must give. */
  invitable: z.boolean(),
  /** Whether whoever asks may change or close it. */
  manageable: z.boolean(),
});
export type AccountView = z.infer<typeof accountSchema>;
export const noticeSchema = z.object({
  at: z.string(),
  account: z.string(),
  name: z.string(),
  what: z.enum(['budget-spent', 'refused-often', 'not-allowed']),
  kind: z.string(),
});
export const accountsPageSchema = z.object({
  accounts: z.array(accountSchema),
  notices: z.array(noticeSchema),
});
export type AccountsPage = z.infer<typeof accountsPageSchema>;
export const invitationsPageSchema = z.object({ accounts: z.array(accountSchema) });
export type InvitationsPage = z.infer<typeof invitationsPageSchema>;
export const makeAccountSchema = z.object({ name: login, role: z.enum(ROLES).exclude(['owner']) });
export const changeRoleSchema = z.object({ role: z.enum(ROLES).exclude(['owner']) });
/** A code is shown once, to whoever holds the keys it gives; without one the account waits for such a person. */
export const invitationSchema = z.object({ account: z.string(), code: z.string().optional() });
export type Invitation = z.infer<typeof invitationSchema>;
export const doneSchema = z.object({ done: z.literal(true) });

export const accessEntrySchema = z.object({
  entry: z.int(),
  at: z.string(),
  account: z.string(),
  name: z.string(),
  kind: z.enum(ACCESS_KINDS),
  /** Persons, by the id they had then, with their names as the case knows them now. */
  persons: z.array(z.object({ id: text<PersonId>(), name: z.string().optional() })),
  /** How many more there were. */
  more: z.int(),
  items: z.array(z.object({ id: text<ItemId>(), file: z.string().optional() })),
  search: z.string().optional(),
  /** Of a look by command: which one, and who sat at the machine. */
  command: z.string().optional(),
  by: z.string().optional(),
});
export type AccessEntry = z.infer<typeof accessEntrySchema>;
export const accessPageSchema = z.object({
  total: z.int(),
  from: z.int(),
  entries: z.array(accessEntrySchema),
  accounts: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
});
export type AccessPage = z.infer<typeof accessPageSchema>;

/** What the pages say is on the paper. */
export const printedSchema = z.object({
  persons: z.array(text<PersonId>()).max(500).default([]),
  items: z.array(text<ItemId>()).max(100).default([]),
  /** Requests and bodies, by their ids. */
  things: z.array(z.string().max(40)).max(500).default([]),
});
