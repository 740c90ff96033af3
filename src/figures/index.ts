/**
 * How many: from who is on which lists to how many there are in all, by every method that has something to say, never
 * one number alone. A library of its own, pure: counts in, intervals out; randomness passed in as a seed.
 */
export {
  type CaptureTable,
  captureTable,
  LIMITS as CAPTURE_LIMITS,
  listsIn,
  patternName,
  pooledCounts,
  type Stratum,
  totalOf,
} from './capture-table.ts';
export { type Division, dividedRecords, type ListYears, PART_DIMENSIONS } from './case-estimate/division.ts';
export type { EstimateGround } from './case-estimate/estimate-case.ts';
export type {
  CaseEstimate,
  EstimateProgress,
  EstimateSettings,
  EstimateTables,
} from './case-estimate/estimate-tables.ts';
export {
  type Background,
  documentedInBackground,
  type Estimated,
  estimateInBackground,
} from './case-estimate/in-background.ts';
export {
  type KeptRun,
  keepRun,
  keptRun,
  keptRuns,
  type RunAbout,
  resultDigest,
  reviewRun,
} from './case-estimate/kept-runs.ts';
export { type CaseRecords, caseRecords, onLists, standingOn } from './documented/case-records.ts';
export { DOCUMENTED_LINKAGES, type Documented } from './documented/documented.ts';
export { PUBLIC_THRESHOLD, withheldForPublic } from './documented/withhold.ts';
export {
  type Detail,
  type DetailValue,
  type Estimate,
  METHODS,
  type Method,
  REASONS,
  type Reason,
  type ReasonCode,
} from './estimate.ts';
export { drawLinkages } from './linkage-uncertainty/draw-linkages.ts';
export {
  type Clustering,
  type LinkedRecords,
  overlapTable,
  type RecordPair,
} from './linkage-uncertainty/linked-records.ts';
export { restoredMatches, withMissedMatches } from './linkage-uncertainty/missed-matches.ts';
export {
  METHODS_OVER_LINKAGES,
  type OverLinkages,
  overLinkages,
} from './linkage-uncertainty/over-linkages.ts';
export { linkageAt } from './linkage-uncertainty/threshold-linkage.ts';
export type { PanelProgress } from './method.ts';
export { leaveOneListOut, type PanelOptions, panel, type WithoutList, withDrivingLists } from './panel.ts';
export { parseCaptureTable } from './parse-capture-table.ts';
export { type Random, seededRandom } from './random.ts';
export { reportedFigures } from './reported/reported-figure.ts';
export { sideBySide } from './reported/side-by-side.ts';
export { type PairOverlap, pairOverlaps, type TwoLists, twoLists } from './two-lists.ts';
