/**
 * A place to be searched: its sectors, what is said of it, what was searched, and where to look next. What people write
 * down are entries in the ledger that nothing overwrites; state, picture and plan are derived. The planning of a search
 * is pure and knows only shares, methods and efforts.
 */

export { claimsSearched } from './place/claims-searched.ts';
export { followSiteEntries, keepEntries, parseEntries, smallPictureOf } from './place/entries.ts';
export { handedLeads, handLead } from './place/handed-leads.ts';
export { searchPicture, whereNext } from './place/picture.ts';
export { followPictures, keepPicture } from './place/pictures.ts';
export { followPublished } from './place/public-statements.ts';
export { smallPicturesOf } from './place/small-pictures.ts';
export { conflictsIn, current, entriesUntil, isLive, type KeptEntry, stateOf } from './place/state.ts';
export {
  type Alarm,
  afterAlarm,
  afterFailure,
  type Belief,
  beliefOf,
  successOf,
} from './where-next/belief.ts';
export { type DetectionLaw, detectionOf, type Method, missedBy } from './where-next/detection.ts';
export { type LookPlace, orderOfLooks } from './where-next/discrete-looks.ts';
export {
  type Ground,
  type LeadSaid,
  priorFrom,
  sharesOfLetters,
} from './where-next/leads.ts';
export { allocateOne } from './where-next/one-resource.ts';
export {
  LEAST_CHANCE,
  type Outlook,
  outlookOf,
  type Situation,
  type Swing,
  swings,
  type Verdict,
} from './where-next/outlook.ts';
export { type PlanAnswer, type PlanQuestion, parsePlanQuestion, planSearch } from './where-next/plan.ts';
export { beliefAfter, type Failure, type Signs, searchedCells } from './where-next/searched.ts';
export { allocateSeveral } from './where-next/several-resources.ts';
export { type Assignment, assignTeams } from './where-next/whole-teams.ts';
