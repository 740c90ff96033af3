import { classesAmong, NOT_LATIN, wordClass } from '../classes.ts';
import { measureOfPeople } from '../fate-of-people.ts';
import { isArabic, type Measure, unitOfNoun } from '../measures.ts';
import type { Token } from '../tokens.ts';
import type { Earlier } from './bare.ts';
import type { ReadFigure } from './figure-of.ts';

/** One of these stands in every clause that counts nobody or nothing. */
export const NONE = wordClass(
  'no nobody none no-one anyone anybody any single one zero أحد احد أي أية احدا أحدا لا'.split(' '),
);

/** What is looked for and not found. */
const FINDS =
  /^(?:f[io]nd(?:s|ing)?|found|discover(?:s|ed|ing)?|locat(?:e|ed|ing)|recover(?:ed|ing)?|unearth(?:ed|ing)?|uncover(?:ed|ing)?|exhum(?:e|ed|ing)|rescu(?:e|ed|ing)|pull(?:ed|ing)?|reach(?:ed|ing)?)$/;
const DONE =
  /^(?:found|discovered|located|recovered|unearthed|uncovered|exhumed|rescued|freed|released|held|detained|jailed|imprisoned|arrested|killed|injured|hurt|wounded|hanged|executed|buried|identified|trapped|left|missing)$/;
const BE = /^(?:was|were|is|are|been|be|being|has|have|had|wasn't|weren't|ever|yet|still|so|far|since|also)$/;
const THERE =
  /^(?:inside|below|underground|left|alive|beneath|among|anywhere|remaining|underneath|trapped|in|under)$/;
const REMAINS = /^(?:remain(?:s|ed|ing)?|stay(?:s|ed)|died|perished|escaped|survived)$/;

interface None {
  /** Tokens `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly noun?: { readonly unit: string; readonly measure: Measure };
}

/**
 * Counts of nothing: "found no one", "no bodies were recovered", "without finding a single hidden cell", "there were no
 * children among them", «لم يُعثر على أحد». Zero of what was looked for, held, killed or freed; "nobody knows" counts nobody.
 * `earlier` is the figure last read before it.
 */
export function noneIn(tokens: readonly Token[], earlier?: Earlier): ReadFigure[] {
  if ((classesAmong(tokens) & NONE) === 0) return [];
  const lower = tokens.map((token) => token.lower);
  const found: ReadFigure[] = [];
  for (let at = 0; at < lower.length; at++) {
    // "Not one", "a single": the word that tells stands behind.
    if (((tokens[at]!.classes | (tokens[at + 1]?.classes ?? 0)) & (NONE | NOT_LATIN)) === 0) continue;
    const arabic = isArabic(lower[at]!);
    const none = arabic ? arabicNoneAt(lower, at) : noneAt(tokens, lower, at);
    if (!none) continue;
    const what = arabic ? none.noun : whatOf(lower, none, earlier);
    if (what)
      found.push({
        start: tokens[none.from]!.start,
        end: tokens[none.to - 1]!.end,
        op: 'eq',
        value: 0,
        ...what,
      });
    at = none.to - 1;
  }
  return found;
}

/** "Nobody", "no prisoners", "not a single hidden cell"; "anyone", "a single one" behind a negated verb of finding. */
function noneAt(tokens: readonly Token[], lower: readonly string[], at: number): None | undefined {
  const word = lower[at]!;
  const next = lower[at + 1] ?? '';
  if (word === 'nobody' || word === 'no-one' || word === 'none') return { from: at, to: at + 1 };
  if (word === 'no' && next === 'one') return { from: at, to: at + 2 };
  if (
    word === 'no' ||
    (word === 'not' && next === 'one') ||
    (word === 'not' && next === 'a' && lower[at + 2] === 'single')
  )
    return withNoun(tokens, lower, at, at + (word === 'no' ? 1 : next === 'one' ? 2 : 3));
  const negated = (): boolean =>
    FINDS.test(lower[at - 1] ?? '') &&
    lower.slice(Math.max(0, at - 6), at - 1).some((each) => NEGATED.test(each));
  if ((word === 'anyone' || word === 'anybody') && negated()) return { from: at, to: at + 1 };
  if (word === 'any' && negated()) return withNoun(tokens, lower, at, at + 1);
  if (word === 'a' && next === 'single' && negated())
    return lower[at + 2] === 'one' ? { from: at, to: at + 3 } : peopleOf(withNoun(tokens, lower, at, at + 2));
  return undefined;
}
const NEGATED =
  /^(?:not|never|without|yet|failed|fail|failing|unable|hasn't|haven't|hadn't|didn't|couldn't|n't)$/;

const FIND_AR = /^(?:ال)?(?:[يتن]?عثر|[يتن]عثروا|عثور|[يتن]جد|[يتن]جدوا|إيجاد|ايجاد)$/u;
const NOT_AR = /^[وف]?(?:لم|لن|دون|بدون|عدم|بلا)$/u;

/** «لم يُعثر على أحد», «من دون العثور على أي ناجٍ», «لا معتقلين تحت الأرض». */
function arabicNoneAt(lower: readonly string[], at: number): None | undefined {
  const word = lower[at]!;
  const noun = unitOfNoun(lower[at + 1] ?? '');
  const people = { unit: 'person', measure: 'still-inside' as const };
  if (/^[وف]?لا$/u.test(word)) {
    if (noun?.unit !== 'person' || lower[at + 1]!.startsWith('ال')) return undefined;
    const below = lower.slice(at + 2, at + 6).some((next) => /^(?:تحت|داخل|في|بالداخل)$/u.test(next));
    return below ? { from: at, to: at + 2, noun: people } : undefined;
  }
  const one = /^[أا]حدا?$/u.test(word);
  if (!one && !/^(?:أي|أية|اي)$/u.test(word)) return undefined;
  const back = lower.slice(Math.max(0, at - 6), at);
  const finding = back.findLastIndex((each) => FIND_AR.test(each));
  if (finding < 0 || !back.slice(0, finding).some((each) => NOT_AR.test(each))) return undefined;
  if (one) return /^من$/u.test(lower[at + 1] ?? '') ? undefined : { from: at, to: at + 1, noun: people };
  if (noun?.unit === 'person') return { from: at, to: at + 2, noun: people };
  return noun?.unit === 'body' ? { from: at, to: at + 2, noun } : undefined;
}

/** The noun within three words; what is no thing that is counted here is none: "no reason", "no comment". */
function withNoun(
  tokens: readonly Token[],
  lower: readonly string[],
  from: number,
  at: number,
): None | undefined {
  for (let ahead = at; ahead < at + 3 && tokens[ahead]?.kind === 'word'; ahead++) {
    const noun = unitOfNoun(lower[ahead]!);
    if (!noun) continue;
    if (COUNTED.has(noun.measure)) return { from, to: ahead + 1, noun };
    return undefined;
  }
  return undefined;
}
const COUNTED: ReadonlySet<Measure> = new Set(['people', 'bodies-found', 'cells', 'levels', 'doors']);

/** Of rooms, "a single one" is said by those who tell of the search, not of a count. */
const peopleOf = (none: None | undefined): None | undefined =>
  none?.noun?.unit === 'person' || none?.noun?.unit === 'body' ? none : undefined;

/** What there is none of, by the verb beside it; nothing where no verb of finding, holding or fate says so. */
function whatOf(
  lower: readonly string[],
  { from, to, noun }: None,
  earlier: Earlier | undefined,
): Pick<ReadFigure, 'unit' | 'measure'> | undefined {
  const before = lower[from - 1] ?? '';
  let behind = to;
  while (BE.test(lower[behind] ?? '')) behind++;
  const said = lower[behind] ?? '';
  const passive = DONE.test(said) && lower[behind + 1] !== 'out' ? said : undefined;
  const searched = FINDS.test(before) && lower[to] !== 'who' ? before : undefined;
  const verb = searched ?? passive;
  const exists =
    lower.slice(Math.max(0, from - 5), from).includes('there') &&
    lower.slice(Math.max(0, from - 3), from).some((word) => BE.test(word));
  const placed =
    (behind > to || exists) &&
    THERE.test(said) &&
    !(said === 'in' && !PLACED.test(lower.slice(behind, behind + 4).join(' ')));
  const stays = REMAINS.test(said);
  if (verb === undefined && !placed && !stays && !(exists && noun)) return undefined;
  if (noun && noun.unit !== 'person') return verb || exists || placed ? noun : undefined;
  // "They had found none": of what they looked for, unless it is told.
  if (lower[from] === 'none' && !noun && searched && earlier && earlier.unit !== 'person')
    return { unit: earlier.unit, measure: earlier.measure };
  const looked = verb !== undefined && FINDS.test(verb);
  if (looked)
    return {
      unit: 'person',
      measure: lower.includes('alive') || /^survivors?$/.test(lower[to - 1]!) ? 'rescued' : 'still-inside',
    };
  if (passive === 'left' || said === 'trapped' || STAYING.test(said))
    return { unit: 'person', measure: 'still-inside' };
  if (exists || placed)
    return {
      unit: 'person',
      measure: earlier?.unit === 'person' && said === 'among' ? earlier.measure : 'detained',
    };
  return { unit: 'person', measure: measureOfPeople(lower, from) };
}
const STAYING = /^(?:remain(?:s|ed|ing)?|stay(?:s|ed)|inside|below|underground|beneath|underneath)$/;
const PLACED = /\b(?:prison|jail|cells?|camp|building|basement|compound|tunnels?|custody)\b/;
