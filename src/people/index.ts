/**
 * Persons: which rows of which lists are about one human being, what those rows report of them, and where they
 * disagree. Nothing is merged: a person is computed from rows that never change and decisions that can be undone.
 */

export { agreementIn } from './agreement.ts';
export { hiddenRecords } from './hidden.ts';
export { standInsIn } from './listed-record.ts';
export type { People } from './people.ts';
export {
  forgetPeople,
  linkedPeople,
  type Progress,
  peopleBasis,
  peopleOf,
  preparePeople,
} from './people-of-case.ts';
export { putOff, putOffBy } from './put-off.ts';
export { type LinkDecision, type Rulings, rulingsOf } from './rulings.ts';
export { historyOf } from './timeline.ts';
export { byTwoPeople, madeByTwo } from './two-people.ts';
