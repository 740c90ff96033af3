import type { DecidedBy, Decision, DecisionMade } from '../model/index.ts';
import type { Decided } from './decided-of-records.ts';

/** A decision as pages are told of it. */
export const made = ({ id, by, at, reason }: Decision): DecisionMade => ({
  id,
  by,
  at,
  ...(reason === undefined ? {} : { reason }),
});

export const told = ({ counts, by }: Decided<Decision>): DecidedBy => ({ counts, by: by.map(made) });
