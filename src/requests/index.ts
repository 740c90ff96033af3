/**
 * The tracing desk: what families ask, with the consent under which it is kept; what their code answers; hits among the
 * rows of the case; what was told to whom by whom; files hidden while identity is checked; the register of remains. All
 * of it are entries of the ledger; requests and hits are derived.
 */
export { actOnRequest, asSeen, type KnownPeople, requestErasable } from './acts.ts';
export { writeAnswers } from './answers.ts';
export { isMinor, mayLeave } from './consent.ts';
export { type EnteredRequest, enterRequest, type NewRequest, sameAs } from './enter.ts';
export { freeze, freezesOf, unfreeze } from './freezes.ts';
export { type KeptRequest, readRequests } from './kept.ts';
export { type DrawnPhotograph, keepPhotograph, photographErasable, pictureOf } from './photographs.ts';
export { requestByCode } from './receipt.ts';
export { compareRemains, isPossible, type Missing } from './remains/compare.ts';
export {
  actOnRemains,
  enterRemains,
  type KeptRemains,
  readRemains,
  remainsSummary,
} from './remains/register.ts';
export { isWatched, receiptAnswer } from './telling.ts';
export { ageOn, photographOnWall } from './wall.ts';
export { watchHits } from './watch-case.ts';
