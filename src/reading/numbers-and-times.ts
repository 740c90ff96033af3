import type { TimeWindow } from '../model/index.ts';
import { readNumber } from './number-words.ts';
import { timesIn } from './times.ts';
import { tokenize } from './tokens.ts';

/** The numbers and the times that some words name, whatever is counted and whatever happened then. */
export interface NumbersAndTimes {
  readonly numbers: readonly number[];
  readonly times: readonly TimeWindow[];
}

/** @param published the day from which "on Sunday" is told; such times are left out without it */
export function numbersAndTimesIn(text: string, published?: string): NumbersAndTimes {
  const tokens = tokenize(text);
  const times = timesIn(tokens, published);
  const numbers: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { start } = tokens[at]!;
    const read = times.some((time) => time.start <= start && start < time.end)
      ? undefined
      : readNumber(tokens, at);
    if (read) numbers.push(read.value);
    at += read?.taken ?? 1;
  }
  return { numbers, times: times.map(({ window }) => window) };
}
