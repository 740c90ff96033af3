import type { ClaimRelationType } from '../model/index.ts';
import { kindOf } from './measure-families.ts';
import { samePeriod } from './period.ts';
import type { Quantity } from './quantity.ts';
import type { Add, Side } from './relations.ts';

/** What cannot both be so at one place. */
const OPPOSED: readonly (readonly [string, string])[] = [
  ['found-nobody', 'held-below'],
  ['last-left', 'held-below'],
  ['no-hidden-room', 'hidden-room'],
  ['asylum', 'crash'],
  ['asylum', 'ruler-dead'],
  ['all-freed', 'held-below'],
  ['all-freed', 'moved-elsewhere'],
  ['old-graves', 'grave-found'],
];

/** What is over once the other has come. */
const OVER: readonly (readonly [now: string, before: string])[] = [
  ['search-ended', 'breaking-in'],
  ['search-ended', 'teams-sent'],
  ['no-hidden-room', 'found-nobody'],
  ['asylum', 'ruler-unseen'],
  ['asylum', 'crash'],
  ['asylum', 'ruler-dead'],
  ['official-arrested', 'guards-fled'],
];

/** A matter of which numbers are given: each number says the matter more exactly. */
const NUMBERED: Readonly<Record<string, string>> = { 'held-below': 'still-inside' };

/** What is said of a figure that somebody gave of those still there. */
const OF_A_FIGURE: readonly (readonly [string, ClaimRelationType])[] = [
  ['impossible-figure', 'denies'],
  ['figures-confused', 'denies'],
  ['figure-taken-back', 'supersedes'],
];

/** How many numbers of a matter are related to it, those most told first. */
const AT_MOST = 8;

const meet = (a: Side, b: Side): boolean =>
  (a.place === undefined || b.place === undefined || a.place === b.place) && samePeriod(a.period, b.period);

const day = (side: Side): string => side.mentions.map(({ day }) => day ?? '9999').sort()[0] ?? '9999';

/** "None are below", "there are not 80,000" and "never more than 60" say of nobody that he is there. */
const affirmsSome = (quantity: Quantity | undefined): boolean =>
  quantity !== undefined && quantity.high > 0 && !quantity.negated && !quantity.ceiling;

/** How claims stand to each other by the matters that they speak of. */
export function relateMatters(sides: readonly Side[], add: Add): void {
  const told = [...sides].sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
  const speaking = (matter: string): readonly Side[] =>
    told.filter(({ matters }) => matters.has(matter)).slice(0, AT_MOST);
  const affirming = (matter: string): readonly Side[] =>
    told.filter(({ matters, affirmed }) => matters.has(matter) || affirmed.has(matter)).slice(0, AT_MOST);
  const counting = (kind: string): readonly Side[] =>
    told
      .filter(
        ({ measure, quantity }) => measure !== undefined && kindOf(measure) === kind && affirmsSome(quantity),
      )
      .slice(0, AT_MOST);
  const numbering = (matter: string): readonly Side[] => {
    const kind = NUMBERED[matter];
    const own = told.filter(({ counted }) => counted.has(matter));
    return [...new Set([...own, ...(kind === undefined ? [] : counting(kind))])].slice(0, AT_MOST);
  };
  for (const [one, other] of OPPOSED)
    for (const a of affirming(one))
      for (const b of new Set([...affirming(other), ...numbering(other)]))
        if (a !== b && meet(a, b)) {
          add(a, 'contradicts', b);
          add(b, 'contradicts', a);
        }
  for (const [now, before] of OVER)
    for (const a of affirming(now))
      for (const b of affirming(before))
        if (a !== b && meet(a, b) && day(a) >= day(b)) add(a, 'supersedes', b);
  for (const matter of new Set([...Object.keys(NUMBERED), ...told.flatMap(({ counted }) => [...counted])]))
    for (const whole of speaking(matter).length > 0 ? speaking(matter) : affirming(matter).slice(0, 1))
      for (const number of numbering(matter))
        if (whole !== number && meet(whole, number)) add(number, 'refines', whole);
  // "The figure is impossible": the number most told of those who are still there.
  for (const [matter, type] of OF_A_FIGURE)
    for (const denial of affirming(matter)) {
      const meant = counting('still-inside').find((number) => number !== denial && meet(denial, number));
      if (meant) add(denial, type, meant);
    }
}
