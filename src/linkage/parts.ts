import { type Comparison, type Level, level } from './levels.ts';

/** Who shares a part, and how kin agree on it. */
export type Shared = Pick<Comparison, 'sharedBy' | 'amongBrothers' | 'amongCousins'>;

export const OWN: Shared = { sharedBy: 'own', amongBrothers: 'as strangers', amongCousins: 'as strangers' };
export const OWN_BUT_KIN_ALIKE: Shared = {
  sharedBy: 'own',
  amongBrothers: 'learned',
  amongCousins: 'learned',
};
export const GIVEN: Shared = { sharedBy: 'own', amongBrothers: 'hardly ever', amongCousins: 'as strangers' };
export const OF_HOUSEHOLD: Shared = {
  sharedBy: 'household',
  amongBrothers: 'as matching',
  amongCousins: 'as strangers',
};
export const OF_CLAN: Shared = {
  sharedBy: 'clan',
  amongBrothers: 'as matching',
  amongCousins: 'as matching',
};
export const OF_HOME: Shared = { sharedBy: 'clan', amongBrothers: 'learned', amongCousins: 'learned' };

export const NAME_LEVELS: readonly Level[] = [
  level('equal', 'agree', 0.8),
  level('near', 'near', 0.12),
  level('loose', 'near', 0.03),
  level('moved', 'near', 0.02),
  level('far', 'contradict', 0.03),
];
/** A list that drops a generation puts the next one in its place. */
export const MOVED = 3;
export const FAR = 4;

export const PLACE_LEVELS: readonly Level[] = [
  level('equal', 'agree', 0.8),
  level('near', 'near', 0.05),
  level('loose', 'near', 0.03),
  level('far', 'contradict', 0.12),
];

export const SEX_LEVELS: readonly Level[] = [level('equal', 'agree', 0.98), level('far', 'contradict', 0.02)];
