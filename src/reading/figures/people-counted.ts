import { measureOfPeople } from '../fate-of-people.ts';
import { isArabic, type Measure, stripArabicPrefix } from '../measures.ts';
import type { Earlier } from './bare.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * What a figure of people with its noun counts: of a part ("among them 23 minors", "41 children of these", «بينهم ستة
 * أطفال») what was said of the whole, unless a word behind it says otherwise; else its own word of fate; of kin and
 * onlookers who wait or walk somewhere, that they are a crowd. `from` and `to` are the number's, `noun` is its noun's place.
 */
export function measureOfCounted(
  words: readonly string[],
  from: number,
  noun: number,
  earlier: Earlier | undefined,
): Measure {
  if (earlier && WHOLES.has(earlier.unit) && isPart(words, from, noun)) {
    const own = measureOfPeople(untilComma(words, noun), 0);
    return own === 'people' ? earlier.measure : own;
  }
  const measure = measureOfPeople(words, from);
  return measure === 'people' && gathers(words, from, noun) ? 'crowd' : measure;
}

/**
 * "Fifteen miners were admitted": a noun in no list names people where what befalls them befalls no thing, or where it is
 * made like a trade (-ers, -ists) and more is told of them than that they were moved.
 */
export function unlistedPeople(words: readonly string[], from: number, noun: number): Measure | undefined {
  const word = words[noun] ?? '';
  if (isArabic(word)) return undefined;
  const fate = measureOfPeople(words.slice(noun), 0);
  if (fate === 'people') return undefined;
  const people = BEFALLS_PEOPLE.has(fate) || (fate !== 'transferred' && TRADE.test(word));
  return people ? measureOfCounted(words, from, noun, undefined) : undefined;
}
const BEFALLS_PEOPLE: ReadonlySet<Measure> = new Set([
  'killed',
  'died',
  'executed',
  'injured',
  'arrested',
  'tortured',
  'hospitalised',
  'still-inside',
  'escaped',
]);
const TRADE = /(?:[bdgkmnptvw]ers|[^d]ists|icians|ees|men|women)$/;

const WHOLES = set('person family body');
/** So many words at most stand between "among them" and the figure: another part, a modifier. */
const REACH = 8;

/** "Among them", "including", "of whom" before the figure, or "of them" behind its noun. */
function isPart(words: readonly string[], from: number, noun: number): boolean {
  const behind = words[noun + 1] ?? '';
  if (/^(?:of|among)$/.test(behind) && /^(?:them|these|those|whom)$/.test(words[noun + 2] ?? '')) return true;
  if (/^(?:من|بين)(?:هم|هن|ها)$/u.test(behind)) return true;
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const word = words[at]!;
    if (/^(?:including|incl)$/.test(word) || /^و?(?:من|بين|في)(?:هم|هن|ها)$/u.test(word)) return true;
    if (/^(?:them|these|those|whom)$/.test(word) && /^(?:among|amongst|of)$/.test(words[at - 1] ?? ''))
      return true;
    if (STOPS.has(word)) return false;
  }
  return false;
}
const STOPS = set('; : . was were is are had has have said while but when كان كانت قال لكن بينما');

function untilComma(words: readonly string[], from: number): readonly string[] {
  const end = words.findIndex((word, at) => at > from && /^[,،;؛]$/.test(word));
  return words.slice(from, end < 0 ? from + 12 : Math.min(end, from + 12));
}

/** Whoever looks for somebody, or looks on. */
const ONLOOKERS =
  /^(?:relatives?|famil(?:y|ies)|parents?|mothers?|fathers?|wives|widows?|kin|neighbours?|neighbors?|residents?|villagers?|mourners?|onlookers?|supporters?|protesters?|demonstrators?|people|women|men|عائلات|عائلة|أسر|أسرة|أهالي|ذوي|أقارب|أمهات|أشخاص|شخص|محتجين|متظاهر)$/u;
const GATHERING = set(
  'outside gates gate queue queues queued queuing camped camping walked walking trekked marched waited waits refusing refused streamed streaming descended besieged surrounded jamming jammed drove driven slept sleeping crossroads vigil roadside ينتظرون ينتظر تنتظر يعتصم يعتصمون اعتصام اعتصم تفترش يفترشون افترش خارج أمام قبالة بوابة مغادرة طابور محيط',
);

const gathers = (words: readonly string[], from: number, noun: number): boolean =>
  ONLOOKERS.test(stripped(words[noun] ?? '')) &&
  words.slice(Math.max(0, from - 8), noun + 12).some((word) => GATHERING.has(word));

const stripped = (word: string): string =>
  isArabic(word) ? stripArabicPrefix(word).replace(/^ال/u, '').replace(/ا$/u, '') : word;
