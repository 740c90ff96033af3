import { isHeapedOnNewYear, medianDate } from '../coded-dates.ts';
import type { ListHabits } from '../coded-rows.ts';
import { EVENT } from './columns.ts';
import { ROW_WORDS, WORD } from './row-layout.ts';

/** What rows of one list say of its habits: birthdays given to the day, those on 1 January, and dates of its events. */
interface ListTally {
  full: number;
  newYear: number;
  readonly events: Map<number, number>;
}

/** By the number of a list; at -1 of rows that name none. */
export type ListTallies = Map<number, ListTally>;

/** Counts rows in, their lists by the numbers that stand in them. */
export function tallyLists(tallies: ListTallies, rows: Int32Array): void {
  let list = -1;
  let tally = tallyOf(tallies, list);
  for (let base = 0; base < rows.length; base += ROW_WORDS) {
    // Rows of one list mostly stand together.
    if (rows[base + WORD.list]! !== list) {
      list = rows[base + WORD.list]!;
      tally = tallyOf(tallies, list);
    }
    const event = rows[base + EVENT]!;
    if (event > 0) tally.events.set(event, (tally.events.get(event) ?? 0) + 1);
    const birth = rows[base + WORD.birth]!;
    if (birth % 100 > 0) tally.full++;
    if (birth % 10000 === 101) tally.newYear++;
  }
}

function tallyOf(tallies: ListTallies, list: number): ListTally {
  const known = tallies.get(list);
  if (known) return known;
  const tally = { full: 0, newYear: 0, events: new Map<number, number>() };
  tallies.set(list, tally);
  return tally;
}

/**
 * When each list's ages were given, and which lists write an unknown birthday as 1 January; from the tallies of all
 * threads and what their numbers of lists are in `lists`. Rows that name no list stand on the first.
 */
export function habitsOf(
  tallies: readonly ListTallies[],
  numbers: readonly Int32Array[],
  lists: readonly string[],
): ListHabits {
  const whole: ListTallies = new Map();
  tallies.forEach((own, thread) => {
    for (const [list, { full, newYear, events }] of own) {
      const sum = tallyOf(whole, list < 0 ? 0 : numbers[thread]![list]!);
      sum.full += full;
      sum.newYear += newYear;
      for (const [event, count] of events) sum.events.set(event, (sum.events.get(event) ?? 0) + count);
    }
  });
  const all = lists.map((_, list) => tallyOf(whole, list));
  const medians = all.map(({ events }) => medianOf(events));
  const overall = medianDate(medians);
  return {
    referenceDate: Object.fromEntries(lists.map((list, at) => [list, medians[at]! || overall])),
    heaped: lists.filter((_, at) => isHeapedOnNewYear(all[at]!.newYear, all[at]!.full)).sort(),
  };
}

/** The later of the two middle dates, as {@link medianDate} has it. */
function medianOf(events: ReadonlyMap<number, number>): number {
  let before = [...events.values()].reduce((sum, count) => sum + count, 0) >> 1;
  for (const [date, count] of [...events].sort(([a], [b]) => a - b)) {
    before -= count;
    if (before < 0) return date;
  }
  return 0;
}
