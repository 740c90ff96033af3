import {
  type CaseEstimate,
  type CaseRecords,
  DOCUMENTED_LINKAGES,
  type Documented,
  type Estimate,
  type EstimateSettings,
  PUBLIC_THRESHOLD,
  withheldForPublic,
} from '../figures/index.ts';
import {
  type CaseEstimateSeen,
  type DocumentedPage,
  documentedPageSchema,
  type EstimateSeen,
  type ExportedRun,
  type RunSeen,
} from '../model/index.ts';

/** Figures as the pages and a file that leaves the house see them. An open end is left out: JSON has no infinity. */

/** What every estimate takes for granted; a file that leaves the house says so itself. */
const ASSUMPTIONS = [
  'closed population: nobody entered or left the counted group while the lists were made',
  'linkage: who is whom is known, or drawn from the probabilities of pairs as here',
  'dependence: lists that share informants are modelled or the interval is too low',
  'coverage: everybody could have stood on some list; whoever never could is in no estimate',
] as const;

/** Interval first, and with it all that is needed to make it again. */
export function exportedRun(
  run: RunSeen,
  result: CaseEstimateSeen,
  by: Pick<ExportedRun, 'case' | 'reviewer'>,
): ExportedRun {
  const interval =
    (over: ExportedRun['intervals'][number]['over']) =>
    ({
      method,
      scope,
      low,
      high,
      estimate,
      level,
      ok,
      why,
    }: EstimateSeen): ExportedRun['intervals'][number] => ({
      method,
      over,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      ...(estimate === undefined ? {} : { middle: estimate }),
      level,
      scope,
      ok,
      why: (why ?? []).map(({ code }) => code),
    });
  return {
    what: 'estimate',
    ...by,
    exportedAt: new Date().toISOString(),
    intervals: [
      ...result.overLinkages.map(interval('linkages')),
      ...result.panel.map(interval('standing linkage')),
    ],
    assumptions: [...ASSUMPTIONS],
    run,
  };
}

const bounds = ({ low, high }: Estimate) => ({
  ...(low === undefined ? {} : { low }),
  ...(high === undefined || !Number.isFinite(high) ? {} : { high }),
});

const estimateSeen = (estimate: Estimate): EstimateSeen => {
  const { low: _low, high: _high, why, cautions, detail, ...rest } = estimate;
  return {
    ...rest,
    ...bounds(estimate),
    ...(why ? { why: why.map((each) => ({ ...each })) } : {}),
    ...(cautions ? { cautions: cautions.map((each) => ({ ...each })) } : {}),
    detail: { ...detail },
  };
};

/** What came of a run as the pages see it, and as the ledger keeps it. */
export const resultSeen = (result: CaseEstimate, { seed, linkages }: EstimateSettings): CaseEstimateSeen => ({
  lists: [...result.lists],
  named: result.named,
  overlaps: result.overlaps.map((each) => ({ ...each })),
  panel: result.panel.map(estimateSeen),
  overLinkages: result.overLinkages.map(estimateSeen),
  thresholds: result.thresholds.map(({ threshold, named, estimates }) => ({
    threshold,
    named,
    estimates: estimates.map(estimateSeen),
  })),
  withoutLists: result.withoutLists.map(({ list, estimates }) => ({
    list,
    estimates: estimates.map(estimateSeen),
  })),
  settings: { seed, linkages },
});

export function documentedPage(
  counts: Documented,
  view: DocumentedPage['view'],
  lists: DocumentedPage['lists'],
): DocumentedPage {
  if (view === 'public') {
    const { total, records, tables, threshold } = withheldForPublic(counts);
    return documentedPageSchema.parse({
      view,
      total,
      records,
      tables,
      threshold,
      linkages: DOCUMENTED_LINKAGES,
      seed: counts.seed,
      lists,
    });
  }
  const open = (count: Documented['total']) => ({ withheld: false as const, ...count });
  return {
    view,
    total: open(counts.total),
    records: counts.records,
    tables: counts.tables.map(({ dimension, rows, missing, several }) => ({
      dimension,
      rows: rows.map(open),
      missing: open(missing),
      several,
    })),
    threshold: PUBLIC_THRESHOLD,
    linkages: counts.linkages,
    seed: counts.seed,
    lists,
  };
}

/** The lists of the case with how many persons each names. */
export function listsOf({ linked, personOf }: CaseRecords): DocumentedPage['lists'] {
  const persons = linked.lists.map(() => new Set<number>());
  for (const [record, person] of personOf.entries()) persons[linked.listOf[record]!]!.add(person);
  return linked.lists.map((name, at) => ({ name, persons: persons[at]!.size }));
}
