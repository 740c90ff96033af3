/**
 * Personal names across Arabic and Latin script: read a full name into slots, fold its spelling, compare tokens and
 * names, find the likeliest of many. Pure, without disk or network; knows no other room.
 */
export {
  type ComparedPart,
  compareNames,
  comparePreparedNames,
  type NameComparison,
  type NameVerdict,
  type PartCode,
  type PreparedName,
  prepareName,
} from './compare.ts';
export { type CompoundKind, type TokenForm, tokenForm } from './compounds.ts';
export { foldName } from './fold.ts';
export { ARABIC_LETTERS, foldArabicWord } from './fold-arabic.ts';
export { LATIN_LETTERS, plainLatinWord } from './fold-latin.ts';
export { createNameFrequencies, type NameFrequencies, nameClass, nameSounds } from './frequencies.ts';
export { isGivenName } from './given-names.ts';
export { jaroWinkler } from './jaro-winkler.ts';
export {
  compareTokens,
  EQUAL,
  likenessOf,
  NEAR,
  outcomeOf,
  type PreparedToken,
  prepareRemembering,
  prepareToken,
  type Remember,
  type TokenComparison,
  type TokenOutcome,
} from './likeness.ts';
export { MAX_NAME_LENGTH, MAX_NAME_WORDS, MAX_TOKEN_LETTERS } from './limits.ts';
export {
  type NamePart,
  type NameSlotName,
  type NameToken,
  type ParsedName,
  type ParseHints,
  parseName,
} from './parse.ts';
export type { PreparedWord } from './prepared-word.ts';
export { createNameRanker, type RankedName, rankNames } from './rank.ts';
export type { NameScript } from './script.ts';
export { nameSkeleton, skeletonKeys } from './skeleton.ts';
export { type AlignmentStep, meetingCost, openTransducer, type Transducer } from './transducer.ts';
export type { TransducerModel } from './transducer-model.ts';
export { type SpellingPair, type TrainingOptions, trainTransducer } from './transducer-training.ts';
