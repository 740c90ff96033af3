import { z } from 'zod';
import { claimSchema, decidedBySchema, droppedSchema, mentionSchema } from './claim.ts';
import { ERROR_CODES } from './error.ts';
import type { ClaimId, DecisionId, ItemId, PersonId, RecordId, StatementId } from './ids.ts';
import { hitSchema, personCardSchema, personSchema } from './person.ts';
import { spanSchema, text } from './schema.ts';
import { FATES, PROPERTIES } from './vocabulary.ts';

/** What the server answers and the pages read: one schema for both, and for the OpenAPI description. */

export const problemSchema = z.object({
  code: z.enum(ERROR_CODES),
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  line: z.int().optional(),
  column: z.string().optional(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export const errorSchema = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
});

export const itemSummarySchema = z.object({
  id: text<ItemId>(),
  file: z.string(),
  path: z.string().optional(),
  kind: z.enum(['list', 'report', 'unread']),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  receivedAt: z.string(),
  receivedBy: z.string(),
  records: z.int(),
  problems: z.int(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  withdrawn: z.boolean(),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** Every item, in the order in which they came. */
export const itemsPageSchema = z.object({ items: z.array(itemSummarySchema) });
export type ItemsPage = z.infer<typeof itemsPageSchema>;

export const columnSchema = z.object({
  header: z.string(),
  property: z.enum(PROPERTIES),
  recognised: z.enum(['header', 'contents', 'person', 'none']),
});

export const itemSchema = itemSummarySchema.extend({
  /** When a report says that it was last changed. */
  updated: z.string().optional(),
  encoding: z.string().optional(),
  tables: z.array(z.object({ sheet: z.string().optional(), columns: z.array(columnSchema), rows: z.int() })),
  problemList: z.array(problemSchema),
  /** The entry of the ledger that holds it, and the checkpoint that covers it. */
  proof: z.object({ entry: z.int(), treeSize: z.int(), rootHash: z.string() }),
});
export type ItemDetail = z.infer<typeof itemSchema>;

/** A window of a list's rows. */
export const itemRowsSchema = z.object({
  table: z.int(),
  from: z.int(),
  total: z.int(),
  rows: z.array(
    z.object({
      row: z.int(),
      record: text<RecordId>(),
      cells: z.array(z.string()),
      /** Columns whose cells are not for whoever asks; they stand empty here. */
      hidden: z.array(z.int()).optional(),
      person: text<PersonId>().optional(),
      problems: z.array(problemSchema),
      /** What a person wrote beside cells at import. */
      corrections: z.array(z.object({ column: z.int(), text: z.string() })).optional(),
      /** Counts nowhere: left out at import. */
      leftOut: z.literal(true).optional(),
      /** What a newer version of the list has of this row. */
      newer: z.enum(['same', 'changed', 'gone']).optional(),
      /** Page of a PDF. */
      page: z.int().optional(),
    }),
  ),
});
export type ItemRows = z.infer<typeof itemRowsSchema>;

/** A report's text with what was read in it. Offsets here are into `text`, the readable layer. */
export const itemTextSchema = z.object({
  text: z.string(),
  language: z.enum(['en', 'ar', 'other']),
  dropped: z.array(droppedSchema.extend({ text: z.string() })),
  marks: z.array(
    mentionSchema
      .pick({ stance: true, chain: true, hedges: true, figure: true, headline: true, start: true, end: true })
      .extend({
        statement: text<StatementId>(),
        claim: text<ClaimId>().optional(),
        place: z.string().optional(),
        source: spanSchema.optional(),
        cue: spanSchema.optional(),
        /** A person read it so, or added it. */
        putRight: decidedBySchema.optional(),
      }),
  ),
  /** What a machine read and a person struck out. */
  struck: z.array(spanSchema.extend({ statement: text<StatementId>(), by: decidedBySchema })),
  /** The second reader that the owner named: it may be asked, and says nothing by itself. */
  reader: z
    .object({ model: z.string(), host: z.string(), where: z.enum(['this-machine', 'elsewhere']) })
    .optional(),
  /** Lines that stand in another report too. */
  reuse: z.array(spanSchema.extend({ other: text<ItemId>(), otherFile: z.string(), kind: z.string() })),
});
export type ItemText = z.infer<typeof itemTextSchema>;

/** Reports of one outlet that share much of their text: versions of one article, the earliest first. */
export const versionsSchema = z.object({
  versions: z.array(
    z.object({
      item: text<ItemId>(),
      file: z.string(),
      published: z.string().optional(),
      /** When it says that it was last changed. */
      updated: z.string().optional(),
      title: z.string(),
    }),
  ),
});
export type Versions = z.infer<typeof versionsSchema>;

export const VERSION_CHANGES = [
  'kept',
  'reworded',
  'softened',
  'hardened',
  'figure',
  'reversed',
  'dropped',
  'added',
] as const;
/** Sentence by sentence, in the order of the later version. */
export const versionChangesSchema = z.object({
  before: text<ItemId>(),
  after: text<ItemId>(),
  changes: z.array(
    z.object({
      kind: z.enum(VERSION_CHANGES),
      before: spanSchema.extend({ text: z.string() }).optional(),
      after: spanSchema.extend({ text: z.string() }).optional(),
    }),
  ),
});
export type VersionChanges = z.infer<typeof versionChangesSchema>;

export const overviewSchema = z.object({
  name: z.string(),
  sealed: z.boolean(),
  counts: z.object({
    reports: z.int(),
    lists: z.int(),
    unread: z.int(),
    rows: z.int(),
    persons: z.int(),
    claims: z.int(),
  }),
  /** What needs a person. */
  attention: z.object({
    possibleLinks: z.int(),
    contradictedClaims: z.int(),
    conflictedPersons: z.int(),
    problems: z.int(),
  }),
  /** The claims that show the point: most mentions from fewest voices, and those denied. */
  tellingClaims: z.array(claimSchema),
  newest: z.array(itemSummarySchema),
  /** One line of time: reports as published, events of lists by day, decisions. */
  timeline: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(['report', 'list', 'decision']),
      /** A report's title, a list's file, who decided. */
      label: z.string(),
      /** Of a list: what happened on that day, and in how many rows. */
      property: z.enum(PROPERTIES).optional(),
      count: z.int().optional(),
      item: text<ItemId>().optional(),
      claim: text<ClaimId>().optional(),
    }),
  ),
  ledger: z.object({ entries: z.int(), rootHash: z.string() }),
  /** What is still being worked out, and how far, 0 to 1: its counts above are not known yet and stand at 0. */
  deriving: z.array(z.object({ what: z.enum(['people', 'claims']), done: z.number() })),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Which persons a page of people shows: `several-lists` stand on more than one, a fate's word means that it is reported. */
export const PEOPLE_FILTERS = ['conflicts', 'possible', 'suggested', 'several-lists', ...FATES] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

export const PEOPLE_SORTS = ['received', 'name', 'born', 'records'] as const;
export const PEOPLE_SCRIPTS = ['arabic', 'latin', 'both'] as const;
const birthYear = z.coerce.number().int().min(1850).max(2100).optional();
/** Whom a page of people shows, all of it together; a year of birth fits where it may lie between the two. */
export const peopleQuestionSchema = z.object({
  filter: z.enum(PEOPLE_FILTERS).optional(),
  fate: z.enum(FATES).optional(),
  list: text<ItemId>().optional(),
  /** Part of the name of a place, in whatever spelling of its letters. */
  place: z.string().trim().min(1).max(100).optional(),
  bornAfter: birthYear,
  bornBefore: birthYear,
  sex: z.enum(['male', 'female']).optional(),
  script: z.enum(PEOPLE_SCRIPTS).optional(),
  conflict: z.enum(['any', 'fate']).optional(),
  sort: z.enum(PEOPLE_SORTS).optional(),
});
export type PeopleQuestion = z.infer<typeof peopleQuestionSchema>;

export const peoplePageSchema = z.object({
  /** How many the filter lets through. */
  total: z.int(),
  from: z.int(),
  filter: z.enum(PEOPLE_FILTERS).optional(),
  persons: z.array(personCardSchema),
});
export type PeoplePage = z.infer<typeof peoplePageSchema>;

export const findPageSchema = z.object({ query: z.string(), hits: z.array(hitSchema) });
export type FindPage = z.infer<typeof findPageSchema>;

export const personPageSchema = z.object({ person: personSchema });
export type PersonPage = z.infer<typeof personPageSchema>;

export const decideLinkSchema = z.object({
  a: text<RecordId>(),
  b: text<RecordId>(),
  judgement: z.enum(['same', 'different', 'unsure']),
  /** The newest decision on this pair that whoever decides had before them; absent where they saw none. */
  seen: z.string().max(64).optional(),
  /** Who decides, where nobody signs in; whoever has signed in decides under their own name. */
  by: z.string().trim().min(1).max(200).optional(),
  reason: z.string().trim().max(2000).optional(),
});
export const undoDecisionSchema = z.object({
  decision: text<DecisionId>(),
  by: z.string().trim().min(1).max(200).optional(),
  reason: z.string().trim().max(2000).optional(),
});
export const decisionSchema = z.object({ decision: text<DecisionId>() });

/** Answer to an upload: what went in and what was refused. */
export const addedSchema = z.object({
  /** Nothing in a dry run. */
  added: z.array(itemSummarySchema),
  /** What each file was taken for, in a dry run too. */
  understood: z.array(
    z.object({
      file: z.string(),
      path: z.string(),
      kind: z.enum(['list', 'report', 'unread']),
      records: z.int(),
      statements: z.int(),
    }),
  ),
  alreadyHeld: z.array(z.object({ file: z.string(), item: text<ItemId>() })),
  problems: z.array(problemSchema),
});
export type Added = z.infer<typeof addedSchema>;

export const verifySchema = z.object({
  ok: z.boolean(),
  entries: z.int(),
  files: z.int(),
  faults: z.array(z.object({ what: z.string(), where: z.string() })),
  /** Looked at anew, each as of its own time; `closed`: not open to whoever asks. */
  witnesses: z.object({ looked: z.int(), closed: z.int() }),
});
