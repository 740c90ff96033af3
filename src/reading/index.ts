/**
 * What a text says: sentences, quotations, who said it through whom, figures, times, places, hedges, and what was
 * copied from what; in English and Arabic. A library of its own: pure functions from text to spans, no I/O, no model,
 * no network. Offsets count UTF-16 units of the file, ends exclusive.
 *
 * `readReport` reads one report; `findReuse` compares any number of reports with each other; `MEASURES` is the
 * vocabulary of what is counted, `MEASURE_FAMILIES` says which measures may meet.
 */
export { type Assertion, assertionsIn } from './assertions.ts';
export { MEASURE_FAMILIES, MEASURES, type Measure } from './measures.ts';
export { type NumbersAndTimes, numbersAndTimesIn } from './numbers-and-times.ts';
export {
  LONGEST_REPORT,
  LONGEST_SENTENCE,
  type ReadingContext,
  type ReadingProblem,
  type ReportReading,
  readReport,
} from './read-report.ts';
export { findReuse, type ReusedPassage, type ReuseInput } from './reuse.ts';
export { UNNAMED_SOURCE } from './sources.ts';
export { compareVersions, type VersionChange, type VersionIn } from './versions.ts';
