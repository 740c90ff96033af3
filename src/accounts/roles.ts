import type { Sensitivity } from '../ledger/index.ts';
import type { Role } from '../model/index.ts';

/**
 * What each role's lock opens. This table is all there is: a role reads a value exactly where its lock wraps the key of
 * the value's class.
 */
const CLASSES: Readonly<Record<Role, readonly Sensitivity[]>> = {
  owner: ['team', 'contact', 'source', 'key', 'line', 'account', 'site'],
  desk: ['team', 'contact', 'site'],
  reviewer: ['team', 'site'],
  investigator: ['team', 'source', 'key', 'site'],
  'site-lead': ['site'],
  'line-keeper': ['line'],
  administrator: ['account'],
};

export const classesOf = (role: Role): readonly Sensitivity[] => CLASSES[role];

/** Whether somebody who holds these classes can give a lock to this role: nobody gives what they do not have. */
export const canGrant = (held: ReadonlySet<Sensitivity>, role: Role): boolean =>
  CLASSES[role].every((needed) => held.has(needed));
