import { z } from 'zod';
import type { ClaimId, ItemId } from './ids.ts';
import { text } from './schema.ts';

/**
 * A place that is searched, as everybody who works on it writes it down. Each change of a thing is an entry that names
 * the entries it was made upon; nothing is overwritten. Two entries upon the same one are a conflict, shown until a third
 * is made upon both.
 */

export const SECTOR_KINDS = ['room', 'corridor', 'wing', 'yard', 'shaft', 'void'] as const;
export type SectorKind = (typeof SECTOR_KINDS)[number];

export const SEARCH_METHODS = [
  'walk-through',
  'dog',
  'acoustic',
  'endoscope',
  'ground-radar',
  'breaking',
] as const;
export type SearchMethod = (typeof SEARCH_METHODS)[number];

/** How a source knows what it says. */
export const HOW_KNOWN = ['saw', 'held-there', 'told', 'read', 'unknown'] as const;
export type HowKnown = (typeof HOW_KNOWN)[number];

export const SEARCH_RESULTS = ['nothing', 'signs', 'found'] as const;
export const LEAD_STATES = ['new', 'with-a-team', 'checked', 'closed'] as const;

const id = z.string().regex(/^[0-9a-z]{16}$/);
const words = z.string().trim().min(1).max(200);
const note = z.string().trim().max(4_000).optional();
const moment = z.iso.datetime({ offset: true });
/** Where a thing stands on its floor, in the floor's own units, x to the right and y down. */
const pointSchema = z.tuple([z.number().min(-1e6).max(1e6), z.number().min(-1e6).max(1e6)]);
export type Point = z.infer<typeof pointSchema>;

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
});
export const floorSchema = z.object({
  name: nameSchema,
  /** 0 is the ground, −1 the first below. */
  level: z.int().min(-50).max(200),
  /** What one unit of the plan is, in metres. */
  metres: z.number().gt(0).max(1e4).optional(),
  /** A plan or photograph among the items, drawn under the sectors, one pixel a unit. */
  image: text<ItemId>().optional(),
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
});
export const leadSchema = z.object({
  says: z.string().trim().min(1).max(4_000),
  how: z.enum(HOW_KNOWN),
  /** Who said it first, where that is known: leads of one origin count once. */
  origin: words.optional(),
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
    note,
    photographs: z.array(text<ItemId>()).max(50).optional(),
  })
  .refine(({ from, to }) => Date.parse(to) >= Date.parse(from), 'ends before it begins');
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
});

const SITE_THINGS = {
  place: placeSchema,
  floor: floorSchema,
  sector: sectorSchema,
  lead: leadSchema,
  search: searchSchema,
  task: taskSchema,
  statement: statementSchema,
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
      assumption: z.enum(['elsewhere', 'detection', 'blindness']),
      low: z.object({ success: z.number(), first: z.string().optional() }),
      high: z.object({ success: z.number(), first: z.string().optional() }),
    }),
  ),
});
export type WhereNext = z.infer<typeof whereNextSchema>;

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
