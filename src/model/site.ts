import { z } from 'zod';
import type { ClaimId, ItemId } from './ids.ts';
import { text } from './schema.ts';
import {
  imageLaidSchema,
  knownPointSchema,
  pointSchema,
  sectorMarkSchema,
  tracedSchema,
} from './site-plan.ts';
import { ratesSetSchema } from './site-rates.ts';
import { HOW_KNOWN, SEARCH_METHODS, SEARCH_RESULTS, SIGN_STATES } from './site-words.ts';

/**
 * A place that is searched, as everybody who works on it writes it down. Each change of a thing is an entry that names
 * the entries it was made upon; nothing is overwritten. Two entries upon the same one are a conflict, shown until a third
 * is made upon both.
 */

export const SECTOR_KINDS = ['room', 'corridor', 'wing', 'yard', 'shaft', 'void'] as const;
export type SectorKind = (typeof SECTOR_KINDS)[number];

export const LEAD_STATES = ['new', 'with-a-team', 'checked', 'closed'] as const;

const id = z.string().regex(/^[0-9a-z]{16}$/);
const words = z.string().trim().min(1).max(200);
const note = z.string().trim().max(4_000).optional();
const moment = z.iso.datetime({ offset: true });

/** A name in either language; one is enough. */
const nameSchema = z
  .object({ ar: words.optional(), en: words.optional() })
  .refine(({ ar, en }) => ar !== undefined || en !== undefined, 'a name in one language at least');
export type SiteName = z.infer<typeof nameSchema>;

const chance = z.number().gt(0).lt(1);

export const placeSchema = z.object({
  name: nameSchema,
  /** Chance, before anybody spoke, that what is sought is in none of the sectors or does not exist. */
  elsewhere: chance,
  /** Below which chance of still finding anything the search is told to be no longer warranted. */
  least: chance.optional(),
  /** What was set here in place of what is assumed everywhere, by whom and when as the entry says. */
  rates: ratesSetSchema.optional(),
});
export const floorSchema = z.object({
  name: nameSchema,
  /** 0 is the ground, −1 the first below. */
  level: z.int().min(-50).max(200),
  /** What one unit of the plan is, in metres. */
  metres: z.number().gt(0).max(1e4).optional(),
  /** A plan or photograph among the items, drawn under the sectors. */
  image: text<ItemId>().optional(),
  /** How it lies there; without it, it fills the floor. */
  imageLaid: imageLaidSchema.optional(),
  /** Which page of it, counted from 1. */
  page: z.int().min(1).max(9_999).optional(),
  known: z.array(knownPointSchema).max(40).optional(),
  traced: z.array(tracedSchema).max(60).optional(),
  width: z.number().gt(0).max(1e6),
  height: z.number().gt(0).max(1e6),
});
export const sectorSchema = z.object({
  floor: id,
  /** As painted on the wall: `B1-07`. */
  code: z.string().trim().min(1).max(24),
  name: nameSchema.optional(),
  kind: z.enum(SECTOR_KINDS),
  outline: z.array(pointSchema).min(3).max(1_000),
  /** How much likelier than its size says, before anybody spoke. 1 where nothing is known. */
  weight: z.number().gt(0).max(1e3).optional(),
  mark: sectorMarkSchema.optional(),
});
export const leadSchema = z.object({
  says: z.string().trim().min(1).max(4_000),
  how: z.enum(HOW_KNOWN),
  /** Who said it first, where that is known: leads of one origin count once. */
  origin: words.optional(),
  /** Of a claim that several said of their own: each counts once, with whatever else came from them. */
  origins: z.array(words).max(50).optional(),
  /** What keepers of the public line handed over, where it came from there. */
  handedOver: id.optional(),
  reliability: z.number().min(0).lt(1).optional(),
  points: z.union([z.array(id).min(1).max(200), z.enum(['inside', 'elsewhere'])]),
  claim: text<ClaimId>().optional(),
  state: z.enum(LEAD_STATES),
  reply: note,
});
export const searchSchema = z
  .object({
    sector: id,
    team: words,
    method: z.enum(SEARCH_METHODS),
    from: moment,
    to: moment,
    /** Share of the sector that the team could get at. */
    coverage: z.number().min(0).max(1),
    result: z.enum(SEARCH_RESULTS),
    /** Of signs: what a second look made of them. */
    signs: z.enum(SIGN_STATES).optional(),
    note,
  })
  .refine(({ from, to }) => Date.parse(to) >= Date.parse(from), 'site.ends-before-it-begins');
/** The longest side of the small picture that travels with the log, in points, and what it may weigh in bytes. */
export const SMALL_PICTURE = { longest: 1_280, bytes: 160_000 } as const;
/** A photograph of what a search met. The file itself follows when there is a network; its hash says which it is. */
export const photographSchema = z.object({
  search: id,
  /** What is to be seen, for whoever does not see it. */
  says: z.string().trim().min(1).max(400),
  /** Hard to look at: blurred until somebody asks. */
  graphic: z.literal(true).optional(),
  /** Of the file that follows: as the camera gave it, or the small picture where there was no room for more. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1),
  file: z.enum(['original', 'small']),
});
export type PhotographBody = z.infer<typeof photographSchema>;
/** Base64 of a JPEG, in the first entry about a photograph. */
export const smallPictureSchema = z
  .string()
  .max(Math.ceil(SMALL_PICTURE.bytes / 3) * 4)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);
/** A claim on the ledger that these sectors speak to, as a person linked it; in words that may be public. */
export const answerSchema = z.object({
  claim: text<ClaimId>(),
  says: z.object({ ar: z.string().trim().max(400).optional(), en: z.string().trim().max(400).optional() }),
  sectors: z.union([z.array(id).min(1).max(2_000), z.literal('inside')]),
});
export const taskSchema = z.object({
  sector: id,
  team: words,
  method: z.enum(SEARCH_METHODS),
  hours: z.number().gt(0).max(1_000),
  state: z.enum(['given', 'begun', 'done', 'dropped']),
});
/** What was told to the public from the log as it stood at a moment. */
export const statementSchema = z.object({
  until: moment,
  /** Of which earlier statement it is the corrected version, and why. */
  corrects: id.optional(),
  why: z.string().trim().min(1).max(2_000).optional(),
  /** Who answers for it: an organisation, never a person. */
  issuer: nameSchema.optional(),
  /** Why a sector was not searched, in words for the public. */
  notSearched: z
    .array(z.object({ sector: id, why: z.string().trim().min(1).max(400) }))
    .max(2_000)
    .optional(),
  /** What teams are called in public; those that are not named here are numbered. */
  teams: z
    .array(z.object({ team: words, name: words }))
    .max(200)
    .optional(),
  /** Whether it stands at its public address; without it nothing does. */
  public: z.enum(['published', 'withdrawn']).optional(),
});

const SITE_THINGS = {
  place: placeSchema,
  floor: floorSchema,
  sector: sectorSchema,
  lead: leadSchema,
  search: searchSchema,
  task: taskSchema,
  statement: statementSchema,
  photograph: photographSchema,
  answer: answerSchema,
} as const;
export type SiteThing = keyof typeof SITE_THINGS;
export type SiteBody<Thing extends SiteThing> = z.infer<(typeof SITE_THINGS)[Thing]>;

/** What every entry has. Ids are made where it is written down, so that sending twice is keeping once. */
const entryCore = {
  id,
  site: id,
  /** The thing it is about; of a place the site itself. */
  about: id,
  /** Entries it was made upon: none for a new thing, two or more where it settles a conflict. */
  upon: z.array(id).max(20),
  /** By the clock of the device. */
  at: moment,
  by: words,
  /** The thing no longer counts. It stays, struck through, with all that was done in it. */
  struck: z.literal(true).optional(),
};
export const siteEntrySchema = z.discriminatedUnion('is', [
  z.object({ ...entryCore, is: z.literal('place'), body: placeSchema }),
  z.object({ ...entryCore, is: z.literal('floor'), body: floorSchema }),
  z.object({ ...entryCore, is: z.literal('sector'), body: sectorSchema }),
  z.object({ ...entryCore, is: z.literal('lead'), body: leadSchema }),
  z.object({ ...entryCore, is: z.literal('search'), body: searchSchema }),
  z.object({ ...entryCore, is: z.literal('task'), body: taskSchema }),
  z.object({ ...entryCore, is: z.literal('statement'), body: statementSchema }),
  z.object({
    ...entryCore,
    is: z.literal('photograph'),
    body: photographSchema,
    small: smallPictureSchema.optional(),
  }),
  z.object({ ...entryCore, is: z.literal('answer'), body: answerSchema }),
]);
export type SiteEntry = z.infer<typeof siteEntrySchema>;

/** One state of a thing that no other was made upon. */
export const siteVersionSchema = <Body extends z.ZodType>(body: Body) =>
  z.object({
    entry: id,
    body,
    struck: z.literal(true).optional(),
    by: z.string(),
    /** By the device's clock, set right by how far it was off when it sent. */
    at: z.string(),
    receivedAt: z.string(),
    /** How many seconds the device's clock was ahead of the server's. */
    ahead: z.number().optional(),
  });

const thingSchema = <Body extends z.ZodType>(body: Body) =>
  z.object({
    id: z.string(),
    /** One, or several that conflict: the first received first. */
    versions: z.array(siteVersionSchema(body)),
    /** Those before, oldest first, as words of who changed it when. */
    past: z.int(),
  });

/** A site as it stands now, or stood at a moment. */
export const siteStateSchema = z.object({
  id: z.string(),
  place: thingSchema(placeSchema),
  floors: z.array(thingSchema(floorSchema)),
  sectors: z.array(thingSchema(sectorSchema)),
  leads: z.array(thingSchema(leadSchema)),
  searches: z.array(thingSchema(searchSchema)),
  tasks: z.array(thingSchema(taskSchema)),
  statements: z.array(thingSchema(statementSchema)),
  photographs: z.array(
    // The item that its file became, where that has come and whoever asks may know of items.
    thingSchema(photographSchema).extend({ item: text<ItemId>().optional() }),
  ),
  answers: z.array(thingSchema(answerSchema)),
});
export type SiteState = z.infer<typeof siteStateSchema>;
export type SiteThingState<Thing extends SiteThing> = {
  readonly id: string;
  readonly versions: readonly (Omit<SiteState['sectors'][number]['versions'][number], 'body'> & {
    readonly body: SiteBody<Thing>;
  })[];
  readonly past: number;
};

/** What is thought of a sector. */
export const sectorViewSchema = z.object({
  id: z.string(),
  /** Share of all that is thought, before the searches and after them. */
  prior: z.number(),
  now: z.number(),
  /** Chance that what was done would have found what is there. */
  detection: z.number(),
  searches: z.int(),
  hours: z.number(),
  leads: z.int(),
  /** Signs that nobody has looked at again. */
  signs: z.int(),
  /** Why its outline cannot be trusted: crosses itself, or lies over others. */
  crossing: z.boolean(),
  overlaps: z.array(z.string()),
});
export const searchPictureSchema = z.object({
  sectors: z.array(sectorViewSchema),
  elsewhere: z.object({ prior: z.number(), now: z.number() }),
  /** Leads that count, after copies of one story were counted once. */
  origins: z.int(),
});
export type SearchPicture = z.infer<typeof searchPictureSchema>;

/** Teams at hand for the next shift. */
export const resourceSchema = z.object({
  id: words,
  method: z.enum(SEARCH_METHODS),
  hours: z.number().min(0).max(10_000),
});
/** What is asked again at half and at twice. */
export const SWUNG = ['elsewhere', 'reliability', 'detection', 'blindness', 'false-alarms'] as const;
export type Swung = (typeof SWUNG)[number];
export const whereNextQuerySchema = z.object({ resources: z.array(resourceSchema).min(1).max(12) });
export const whereNextSchema = z.object({
  actions: z.array(
    z.object({ sector: z.string(), resource: z.string(), hours: z.number(), gain: z.number() }),
  ),
  success: z.number(),
  elsewhereAfter: z.number(),
  findable: z.number(),
  verdict: z.enum(['go-on', 'change-method', 'not-warranted']),
  least: z.number(),
  worth: z.array(z.object({ resource: z.string(), chance: z.number() })),
  swings: z.array(
    z.object({
      assumption: z.enum(SWUNG),
      low: z.object({ success: z.number(), first: z.string().optional() }),
      high: z.object({ success: z.number(), first: z.string().optional() }),
    }),
  ),
});
export type WhereNext = z.infer<typeof whereNextSchema>;

/** What keepers of the public line gave to those who search: their words, and how the source knows. */
export const handedLeadSchema = z.object({
  id,
  says: z.string().trim().min(1).max(4_000),
  how: z.enum(HOW_KNOWN),
  /** One for all that came from one source; it says nothing of who that is. */
  origin: words,
  at: z.string(),
});
export type HandedLead = z.infer<typeof handedLeadSchema>;
export const handedLeadsSchema = z.object({ leads: z.array(handedLeadSchema) });

/** Entries as a device sends them, with its clock at that moment. */
export const siteSendingSchema = z.object({
  sentAt: moment,
  entries: z.array(z.unknown()).min(1).max(500),
});
export const siteKeptSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      /** `known`: it was sent before. */
      kept: z.enum(['kept', 'known', 'refused']),
      /** Why it was refused. */
      code: z.string().optional(),
      /** The thing has other versions beside this one now. */
      conflict: z.boolean().optional(),
    }),
  ),
});
export type SiteKept = z.infer<typeof siteKeptSchema>;
export const siteListSchema = z.object({
  sites: z.array(
    z.object({
      id: z.string(),
      name: nameSchema,
      sectors: z.int(),
      searched: z.int(),
      conflicts: z.int(),
      last: z.string().optional(),
      /** Claims that leads of this site speak of, and what was searched where they point. */
      claims: z.array(
        z.object({
          claim: text<ClaimId>(),
          sectors: z.array(z.string()),
          searched: z.int(),
          nothing: z.boolean(),
        }),
      ),
    }),
  ),
});
export type SiteList = z.infer<typeof siteListSchema>;
