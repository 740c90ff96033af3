import { MEASURE_FAMILIES, type Measure } from '../reading/index.ts';

const families: Readonly<Record<string, string>> = MEASURE_FAMILIES satisfies Readonly<
  Record<Measure, string>
>;

/** Measures of one family speak of one matter and may contradict, refine or add to each other. */
export const familyOf = (measure: string): string => families[measure] ?? measure;

/** Too wide to say what is counted: two equal numbers of these are one claim only where the words agree too. */
const WIDE: ReadonlySet<string> = new Set([
  'people',
  'count',
  'times',
  'age',
  'duration',
  'distance',
  'area',
  'share',
  'money',
  'crowd',
  'documents',
  'facilities',
  'other',
  'unknown',
  '',
]);

/** True where the measure alone says what is counted. */
export const isDefinite = (measure: string): boolean => !WIDE.has(measure);

const ALIKE: readonly (readonly string[])[] = [
  ['still-inside', 'detained'],
  ['killed', 'executed', 'died'],
  ['released', 'rescued', 'escaped'],
  ['bodies-found', 'buried'],
];

/** Measures that reports use for one another: who is held there is still inside, who was executed has died. */
export const kindOf = (measure: string): string =>
  ALIKE.find((measures) => measures.includes(measure))?.[0] ?? measure;

/** Counts that only grow while an event goes on: a later, larger one makes the earlier more exact, it is no quarrel. */
const GROWING: ReadonlySet<string> = new Set([
  'released',
  'rescued',
  'escaped',
  'killed',
  'died',
  'executed',
  'injured',
  'bodies-found',
  'buried',
  'identified',
  'arrested',
  'displaced',
  'transferred',
  'hospitalised',
  'listed',
  'returned',
  'documents',
]);
export const growsWithTime = (measure: string): boolean => GROWING.has(measure);
