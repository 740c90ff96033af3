import { cueFormOf } from '../english/cue-verbs.ts';
import { looksFinite } from '../english/finite-verb.ts';
import {
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
  SUBORDINATORS,
  TIME_WORDS,
  WEEKDAYS,
} from '../english/words.ts';
import { measureOfPeople } from '../fate-of-people.ts';
import { type Measure, stripArabicPrefix, unitOfNoun } from '../measures.ts';
import { isVagueQuantity } from '../number-words.ts';
import type { Token } from '../tokens.ts';
import type { Quantity } from './quantity.ts';
import { STRONG_VERBS, TALLY } from './words.ts';

/** What the figure before counted: "them" and "the figure" mean it. */
export interface Earlier {
  readonly unit: string;
  readonly measure: Measure;
  readonly value?: number;
}

/** What each number of the report counted; none where two things were counted alike. */
export type Known = ReadonlyMap<number, Earlier | undefined>;

const UNCOUNTED: ReadonlySet<Measure> = new Set([
  'duration',
  'distance',
  'age',
  'share',
  'money',
  'reward',
  'area',
  'times',
]);

/** Whether later figures without a noun may mean what this one counted. */
export const mayBeMeant = (figure: Earlier): boolean => !UNCOUNTED.has(figure.measure) && figure.value !== 1;

/**
 * What a number without its noun counts: "43 were women", "six of them died", "I have 38", "the total stands at 1,146".
 * The noun of the tally ("the number of detainees"), the verb, else what the figure before counted. Nothing for numbers
 * that are no count: clock times ("at six"), pronouns ("the two"), capacities ("made for eight").
 */
export function bareFigure(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
  earlier: Earlier | undefined,
  known?: Known,
): Pick<Earlier, 'unit' | 'measure'> | undefined {
  const { from, to } = quantity;
  const after = lower[to] ?? '';
  const meant = after === 'of' ? (lower[to + 1] ?? '') : '';
  const ofThem = THEM.has(meant) || (DEFINITE.has(meant) && !/^\p{Lu}/u.test(tokens[to + 1]!.text));
  const held = heldBy(lower, from);
  if (held) return held;
  const tally = tallied(tokens, lower, from, to);
  if (!ofThem && !tally && !standsAlone(tokens, lower, quantity)) return undefined;
  const fate = measureOfPeople(lower, from);
  if (tally?.unit && tally.unit !== 'person') return { unit: tally.unit, measure: tally.measure };
  const people =
    tally?.unit === 'person' ||
    FIRST_PERSON.has(meant) ||
    after === 'who' ||
    meant === 'whom' ||
    ofPeople(lower, from, to) ||
    (fate !== 'people' && !WEAK_FATES.has(fate) && !(earlier && MORTAL.has(earlier.unit)));
  if (people) {
    const kept =
      earlier && MORTAL.has(earlier.unit) && tally?.unit === undefined ? earlier.measure : 'people';
    return { unit: 'person', measure: fate === 'people' ? kept : fate };
  }
  const again = (quantity.value ?? 0) > SMALL && fate === 'people' ? known?.get(quantity.value!) : undefined;
  if (again) return { unit: again.unit, measure: again.measure };
  if (!earlier)
    return fate === 'people' ? { unit: 'item', measure: 'count' } : { unit: 'person', measure: fate };
  return { unit: earlier.unit, measure: fateOr(earlier, fate) };
}

/** "The morgue holds 38", "Wing C had 140": what such a place holds. */
function heldBy(lower: readonly string[], from: number): Pick<Earlier, 'unit' | 'measure'> | undefined {
  let verb = from - 1;
  while (verb > 1 && isAdverb(lower[verb]!)) verb--;
  if (!/^(?:holds|held|houses|housed|contains|contained|received)$/.test(lower[verb] ?? '')) return undefined;
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at--) {
    if (/^(?:morgue|mortuary)$/.test(lower[at]!)) return { unit: 'body', measure: 'bodies-found' };
    if (/^(?:prison|jail|camp|cells?|wing|branch|dungeon|hangar)$/.test(lower[at]!))
      return { unit: 'person', measure: 'detained' };
  }
  return undefined;
}

const THEM = new Set('them us you these those whom which'.split(' '));
const DEFINITE = new Set('the his her their its our my'.split(' '));
/** What became of those counted, where it is said; else what was said of the figure before. */
export const fateOr = (earlier: Earlier, fate: Measure): Measure =>
  (earlier.unit === 'person' || earlier.unit === 'family') && fate !== 'people' ? fate : earlier.measure;

const FIRST_PERSON = new Set(['us', 'you']);
/** What befalls people befalls none but these. */
const MORTAL = new Set(['person', 'family', 'body']);
const WEAK_FATES: ReadonlySet<Measure> = new Set([
  'detained',
  'searching',
  'crowd',
  'returned',
  'identified',
  'waiting',
  'missing',
  'still-inside',
]);

/** "43 were women", "we were 31", "five, all children". */
function ofPeople(lower: readonly string[], from: number, to: number): boolean {
  if (BEING.has(lower[from - 1] ?? '') && /^(?:we|you)$/.test(lower[from - 2] ?? '')) return true;
  // "Five were under eighteen"
  if (BEING.has(lower[to] ?? '') && /^(?:under|over|aged)$/.test(lower[to + 1] ?? '')) return true;
  for (let at = to; at < Math.min(lower.length, to + 5); at++) {
    if (unitOfNoun(lower[at]!)?.unit === 'person') return lower.slice(to, at).some((word) => BEING.has(word));
    if (/^(?:by|with|for|from|against|to)$/.test(lower[at]!)) return false;
  }
  return false;
}

const BEING = new Set('are is were was be been being'.split(' '));

/** "The number of detainees stands at 40", "a figure of 40", "a death toll of 40", "gave 40 as the number of dead". */
function tallied(
  tokens: readonly Token[],
  lower: readonly string[],
  from: number,
  to: number,
): { unit?: string; measure: Measure } | undefined {
  let word = -1;
  for (let at = from - 1; at >= Math.max(0, from - 22) && word < 0; at--) {
    if (tokens[at]!.kind === 'number' || lower[at] === ';') break;
    if (TALLY.has(lower[at]!)) word = at;
  }
  // "… as the number of", "puts at 40 the number of"
  if (word < 0)
    for (let at = to; at < Math.min(lower.length, to + 4) && word < 0; at++)
      if (TALLY.has(lower[at]!)) word = at;
  if (word < 0) return undefined;
  for (let at = word + 1; at < Math.min(lower.length, word + 7); at++) {
    const noun = unitOfNoun(lower[at]!);
    if (noun) return noun;
    if (tokens[at]!.kind === 'mark' || at === from) break;
  }
  return { measure: 'count' };
}

const SMALL = 12;
const PLURAL = new Set(['were', 'are', 'have']);

const isName = (token: Token | undefined, opens: boolean): boolean =>
  token !== undefined &&
  /^\p{Lu}\p{L}/u.test(token.text) &&
  !WEEKDAYS.has(token.lower) &&
  !(
    opens &&
    (PREPOSITIONS.has(token.lower) ||
      DETERMINERS.has(token.lower) ||
      TIME_WORDS.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      CONJUNCTIONS.has(token.lower) ||
      isAdverb(token.lower))
  );

/** The number is a subject before its verb, or what a verb has: "43 were women", "she counted 38". */
function standsAlone(tokens: readonly Token[], lower: readonly string[], quantity: Quantity): boolean {
  const { from, to, op } = quantity;
  const value = quantity.value ?? 0;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  if (tokens[to]?.kind === 'number' || after === '-' || after === '–' || after === ':') return false;
  // "One in five", "nine out of ten"
  if ((after === 'in' || after === 'out') && tokens[to + (after === 'in' ? 1 : 2)]?.kind === 'number')
    return false;
  if (value < 100 && (before === 'for' || before === 'by' || before === 'in')) return false;
  // "Tower 43 was hit": a name and its number; "in Marj 43 were" counts.
  if (
    quantity.digits &&
    op === 'eq' &&
    value < 10_000 &&
    isName(tokens[from - 1], from === 1) &&
    !PLURAL.has(after)
  )
    return false;
  const verbAhead = verbBehind(tokens, to);
  if (value <= SMALL || (value < 100 && (op === 'gt' || op === 'lt'))) {
    // "The two were", "at six": whom one knows, a time of day.
    if (KNOWN.has(before) || /^(?:at|by|in|on|for|until|after|before|around)$/.test(before)) return false;
    return (
      verbAhead || /^(?:who|dead|hurt|missing)$/.test(after) || (HAVING.has(before) && isEnd(tokens, to))
    );
  }
  if (KNOWN.has(before) && !quantity.digits) return false;
  return true;
}

const KNOWN = new Set('the these those his her their its our my other last first next all'.split(' '));
const HAVING = new Set(
  'have has had found counted freed killed left leaving killing recovered identified holds held listed saw buried confirmed released'.split(
    ' ',
  ),
);

function verbBehind(tokens: readonly Token[], at: number): boolean {
  let verb = at;
  while (verb < at + 2 && tokens[verb]?.kind === 'word' && isAdverb(tokens[verb]!.lower)) verb++;
  return (
    tokens[verb]?.kind === 'word' && (looksFinite(tokens, verb) || /^[a-z]{3,}ed$/.test(tokens[verb]!.text))
  );
}

const isEnd = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || tokens[at]!.kind === 'mark';

/** "Thousands have come out", "dozens of them were women": a crowd that does something, or of whom a fate is told. */
export function vagueCrowd(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
  earlier: Earlier | undefined,
): Pick<Earlier, 'unit' | 'measure'> | undefined {
  const { from, to } = quantity;
  const last = lower[to - 1] === 'more' ? to - 2 : to - 1;
  if (!isVagueQuantity(stripArabicPrefix(lower[last]!))) return undefined;
  const fate = measureOfPeople(lower, from);
  const near = lower
    .slice(Math.max(0, from - 6), to + 8)
    .some((word) => STRONG_VERBS.has(word) || STRONG_VERBS.has(stripArabicPrefix(word)));
  if (near || fate !== 'people') return { unit: 'person', measure: fate };
  return vagueSubject(tokens, lower, quantity, earlier);
}

/** "Some had been beaten", "many of them are children": so many of those spoken of; "some say" only speaks. */
export function vagueSubject(
  tokens: readonly Token[],
  lower: readonly string[],
  { from, to }: Quantity,
  earlier: Earlier | undefined,
): Pick<Earlier, 'unit' | 'measure'> | undefined {
  const fate = measureOfPeople(lower, from);
  const after = lower[to] ?? '';
  if (after === 'of') {
    const meant = lower[to + 1] ?? '';
    if (!THEM.has(meant)) return undefined;
    if (meant === 'whom' || meant === 'us' || !earlier) return { unit: 'person', measure: fate };
    return { unit: earlier.unit, measure: fateOr(earlier, fate) };
  }
  if (from > 0 && tokens[from - 1]!.kind === 'word' && !OPENING.has(lower[from - 1]!)) return undefined;
  if (!verbBehind(tokens, to) || cueFormOf(after)) return undefined;
  if (earlier && earlier.unit !== 'person' && fate === 'people' && !ofPeople(lower, from, to))
    return { unit: earlier.unit, measure: earlier.measure };
  return {
    unit: 'person',
    measure: fate === 'people' && earlier?.unit === 'person' ? earlier.measure : fate,
  };
}

const OPENING = new Set('and but that while though although as because where so'.split(' '));
