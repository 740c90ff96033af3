import { z } from 'zod';
import type { ClaimId, ItemId, StatementId } from './ids.ts';
import { text } from './schema.ts';
import { FIGURE_OPERATORS } from './statement.ts';

/** What the server answers about how many: reported, documented, estimated. Never one for the other. */

export const reportedFigureSchema = z.object({
  claim: text<ClaimId>(),
  item: text<ItemId>(),
  statement: text<StatementId>(),
  text: z.string(),
  language: z.enum(['en', 'ar', 'other']),
  texts: z.object({ en: z.string().optional(), ar: z.string().optional() }),
  measure: z.string(),
  unit: z.string(),
  op: z.enum(FIGURE_OPERATORS),
  low: z.number().optional(),
  high: z.number().optional(),
  place: z.string().optional(),
  /** Days. Without a window a figure holds as of the day on which it was published. */
  window: z.object({ first: z.string().optional(), last: z.string().optional() }).optional(),
  published: z.object({ first: z.string(), last: z.string() }).optional(),
  method: z.enum(['list', 'count', 'testimony', 'survey', 'statistical', 'not-said']),
  origins: z.array(z.string()),
  independent: z.int(),
  denied: z.boolean(),
});
export type ReportedFigureSeen = z.infer<typeof reportedFigureSchema>;

export const reportedPageSchema = z.object({
  groups: z.array(
    z.object({
      measure: z.string(),
      figures: z.array(reportedFigureSchema),
      /** Indices into `figures`: those of one set may be set side by side. */
      sets: z.array(z.array(z.int())),
      /** Between two sets, by index: why they are not set side by side. */
      apart: z.array(
        z.object({
          a: z.int(),
          b: z.int(),
          why: z.array(
            z.enum([
              'different-thing',
              'different-unit',
              'different-place',
              'different-window',
              'different-method',
            ]),
          ),
        }),
      ),
    }),
  ),
});
export type ReportedPage = z.infer<typeof reportedPageSchema>;

const documentedCountSchema = z.discriminatedUnion('withheld', [
  z.object({
    withheld: z.literal(false),
    value: z.string(),
    count: z.int(),
    low: z.int(),
    high: z.int(),
  }),
  z.object({ withheld: z.literal(true), value: z.string() }),
]);
export type DocumentedCountSeen = z.infer<typeof documentedCountSchema>;

export const documentedPageSchema = z.object({
  view: z.enum(['team', 'public']),
  total: documentedCountSchema,
  records: z.int(),
  tables: z.array(
    z.object({
      dimension: z.enum(['status', 'year', 'place', 'sex', 'age', 'list']),
      rows: z.array(documentedCountSchema),
      missing: documentedCountSchema,
      several: z.boolean(),
    }),
  ),
  /** Counts below it are withheld in the public view. */
  threshold: z.int(),
  linkages: z.int(),
  seed: z.int(),
  /** Lists of the case with so many rows that name somebody, for choosing. */
  lists: z.array(z.object({ name: z.string(), persons: z.int() })),
});
export type DocumentedPage = z.infer<typeof documentedPageSchema>;

const reasonSeenSchema = z.object({
  code: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const jsonValue: z.ZodType<unknown> = z.unknown();
export const estimateSeenSchema = z.object({
  method: z.string(),
  scope: z.enum(['pooled', 'stratified']),
  estimate: z.number().optional(),
  low: z.number().optional(),
  /** Absent where the data do not bound it. */
  high: z.number().optional(),
  level: z.number(),
  ok: z.boolean(),
  why: z.array(reasonSeenSchema).optional(),
  cautions: z.array(reasonSeenSchema).optional(),
  detail: z.record(z.string(), jsonValue),
});
export type EstimateSeen = z.infer<typeof estimateSeenSchema>;

export const caseEstimateSchema = z.object({
  lists: z.array(z.string()),
  named: z.int(),
  overlaps: z.array(z.object({ pattern: z.int(), count: z.int() })),
  panel: z.array(estimateSeenSchema),
  overLinkages: z.array(estimateSeenSchema),
  thresholds: z.array(
    z.object({ threshold: z.number(), named: z.int(), estimates: z.array(estimateSeenSchema) }),
  ),
  withoutLists: z.array(z.object({ list: z.string(), estimates: z.array(estimateSeenSchema) })),
  settings: z.object({ seed: z.int(), linkages: z.int() }),
});
export type CaseEstimateSeen = z.infer<typeof caseEstimateSchema>;

/** How people are divided: by what their records say, years in stretches, and which years a list speaks of. */
const divisionSchema = z.object({
  by: z
    .array(z.enum(['year', 'place', 'sex', 'age']))
    .min(1)
    .max(2),
  yearsFrom: z.array(z.int().min(1900).max(2100)).max(20).optional(),
  coverage: z
    .array(
      z.object({
        list: z.string().max(500),
        first: z.int().min(1900).max(2100).optional(),
        last: z.int().min(1900).max(2100).optional(),
      }),
    )
    .max(20)
    .optional(),
});
export const ESTIMATE_METHODS = [
  'two-lists',
  'independence',
  'log-linear-bic',
  'log-linear-aic',
  'log-linear-average',
  'stepwise',
  'decomposable-graphs',
  'latent-classes',
] as const;

/** From a case's own lists, or from a table of counts as text. */
export const startRunSchema = z.object({
  /** How many an estimate takes at most it says itself, by name. */
  lists: z.array(z.string().max(500)).max(1000).optional(),
  counts: z.string().max(60_000).optional(),
  division: divisionSchema.optional(),
  /** Those to run; all where none are named. */
  methods: z.array(z.enum(ESTIMATE_METHODS)).min(1).optional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1),
  linkages: z.int().min(100).max(1000).default(100),
});

const signedSchema = z.object({ by: z.string(), at: z.string(), entry: z.int() });
export const runSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'refused', 'cancelled', 'failed']),
  startedAt: z.string(),
  /** Who made it, where somebody signed in. */
  by: z.string().optional(),
  lists: z.array(z.string()),
  division: divisionSchema.optional(),
  methods: z.array(z.string()).optional(),
  seed: z.int(),
  linkages: z.int(),
  progress: z
    .object({
      step: z.enum(['panel', 'linkages', 'thresholds', 'leave-one-out']),
      method: z.string().optional(),
      done: z.number(),
      total: z.number(),
    })
    .optional(),
  refusal: reasonSeenSchema.optional(),
  result: caseEstimateSchema.optional(),
  /** Of the result: what is kept in the ledger, and what a repetition is compared with. */
  sha256: z.string().optional(),
  /** The estimators' own version, and that of what ran them. */
  versions: z.object({ estimator: z.int(), node: z.string() }).optional(),
  /** Who put their name to it, as an entry of the ledger. */
  review: signedSchema.optional(),
  /** Made again from the tables of an earlier run: whether every digit is the same. */
  repeats: z.object({ run: z.string(), same: z.boolean().optional() }).optional(),
  /** The state of the case that it was made from. */
  checkpoint: z.object({ entries: z.int(), rootHash: z.string() }),
});
export type RunSeen = z.infer<typeof runSchema>;
export const runsSchema = z.object({ runs: z.array(runSchema.omit({ result: true })) });
export type RunsSeen = z.infer<typeof runsSchema>;

/** Where nobody signs in, the name comes with the request. */
export const reviewRunSchema = z.object({ reviewer: z.string().trim().min(2).max(200).optional() });
/** What leaves the house: interval first, with everything that is needed to repeat it. */
export const exportedRunSchema = z.object({
  what: z.literal('estimate'),
  case: z.string(),
  reviewer: z.string(),
  exportedAt: z.string(),
  intervals: z.array(
    z.object({
      method: z.string(),
      over: z.enum(['linkages', 'standing linkage']),
      low: z.number().optional(),
      high: z.number().optional(),
      middle: z.number().optional(),
      level: z.number(),
      scope: z.enum(['pooled', 'stratified']),
      ok: z.boolean(),
      why: z.array(z.string()),
    }),
  ),
  assumptions: z.array(z.string()),
  run: runSchema,
});
export type ExportedRun = z.infer<typeof exportedRunSchema>;
