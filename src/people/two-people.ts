import { type Decision, foldedActor } from '../model/index.ts';

/** Who made a decision, as far as can be known. */
type Made = Pick<Decision, 'by' | 'account'>;

/**
 * Whether two decisions were made by two people. Where accounts are in use an account is a person; where nobody signs
 * in a name is, however it is written. A name and an account are never counted as two: one human being may have both.
 */
export const madeByTwo = (one: Made, other: Made): boolean =>
  one.account === undefined && other.account === undefined
    ? foldedActor(one.by) !== foldedActor(other.by)
    : one.account !== undefined && other.account !== undefined && one.account !== other.account;

/** Whether at least two people are among those who made these decisions. */
export const byTwoPeople = (decisions: readonly Made[]): boolean =>
  decisions.some((one, at) => decisions.slice(0, at).some((other) => madeByTwo(one, other)));
