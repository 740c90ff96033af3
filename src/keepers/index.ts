/**
 * Those who read what came by the public line: their keys, fetching, the queue of talks, answers, what goes on to the
 * desk, and which tips are one flood. All of it stands in the ledger under the class `line`.
 */
export {
  answerTalk,
  dropTalkFiles,
  eraseTalk,
  handLeadOver,
  handOver,
  openTalkFile,
  setTalkStates,
  talkErasable,
  talkOf,
} from './acts.ts';
export { type FetchOptions, fetchTips } from './fetch-tips.ts';
export { floodsAmong } from './floods.ts';
export { keeperIdentities, keepersOf, makeKeeper } from './keys.ts';
export { knownLine, type Place, placeAt } from './place.ts';
export { type KeptTalk, readTalks, shownTalk } from './talks.ts';
