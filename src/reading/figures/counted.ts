import { unlistedNoun } from '../arabic/counted.ts';
import { CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS } from '../english/words.ts';
import { type Measure, stripArabicPrefix, unitOfNoun } from '../measures.ts';
import type { Token } from '../tokens.ts';
import { QUOTES } from './words.ts';

interface Counted {
  readonly unit: string;
  readonly measure: Measure;
  /** Index of the noun. */
  readonly at: number;
}

const SKIPPED = new Set([
  'of',
  'the',
  'more',
  'others',
  'other',
  'these',
  'those',
  'his',
  'her',
  'their',
  'its',
  'new',
  'من',
  'إضافي',
  'آخر',
  'آخرين',
  ',',
]);

/** The noun that a number counts: the first known one behind it, past adjectives; else the first plural. */
export function countedAfter(
  tokens: readonly Token[],
  at: number,
  reach: number,
  value?: number,
): Counted | undefined {
  let fallback: Counted | undefined;
  for (let index = at; index < Math.min(tokens.length, at + reach); index++) {
    const token = tokens[index]!;
    const word = token.lower;
    if (token.kind === 'mark') {
      if (
        QUOTES.has(word) ||
        word === ',' ||
        word === '-' ||
        word === '–' ||
        word === '—' ||
        word === '٪' ||
        word === '%'
      ) {
        if (word === '%' || word === '٪') return { unit: 'percent', measure: 'share', at: index };
        // "Cold, hungry prisoners", but not "1,137, the prisoners say".
        if (word === ',' && (index === at || index > at + 1)) break;
        continue;
      }
      break;
    }
    if (token.kind === 'number') break;
    const known =
      unitOfNoun(word) ??
      unitOfNoun(stripArabicPrefix(word)) ??
      (word.startsWith('ال') ? unitOfNoun(word.slice(2)) : undefined);
    if (known) {
      // "40 cases of disappearance", «12 حالة وفاة»
      if (CASES.test(word)) {
        const of = tokens[index + 1]?.lower === 'of' ? index + 2 : index + 1;
        const event = unitOfNoun(tokens[of]?.lower ?? '');
        if (event?.unit === 'person' && event.measure !== 'people') return { ...event, at: of };
      }
      // "emergency teams", "prison guards": the last known noun of a compound counts.
      const next = tokens[index + 1]?.lower ?? '';
      const further = word.charCodeAt(0) < 0x600 && next !== '' ? unitOfNoun(next) : undefined;
      if (further && !SKIPPED.has(next) && further.measure !== 'duration')
        return { ...further, at: index + 1 };
      return { ...known, at: index };
    }
    const hyphen = word.lastIndexOf('-');
    if (hyphen > 0) {
      const tail = unitOfNoun(word.slice(hyphen + 1));
      if (tail) return { ...tail, at: index };
    }
    // "14 hurt when crowds …": what became of them, and of what else is told then.
    if (index === at && BEFALLEN.test(word) && LEADS_ON.has(tokens[at + 1]?.lower ?? '')) break;
    // "6,000 mugshots of victims": the mugshots are counted. "25 bore marks": a verb, and no noun.
    if ((word === 'of' && fallback) || (index === at && VERB.test(word))) break;
    if (SKIPPED.has(word)) continue;
    if (PRONOUN.test(word) || (index === at && OF_THEM_AR.test(word))) break;
    // "40 stonecutters signed the letter": a verb ends the phrase.
    if (fallback?.at === index - 1 && /^[a-z]{3,}ed$/.test(token.text)) break;
    if (
      PREPOSITIONS.has(word) ||
      [
        'and',
        'or',
        'but',
        'were',
        'was',
        'are',
        'is',
        'have',
        'had',
        'has',
        'be',
        'who',
        'that',
        'which',
        'في',
        'على',
        'إلى',
        'عن',
        'قد',
        'بعدما',
        'بعد',
        'قبل',
        'حتى',
        'منذ',
        'عندما',
        'حين',
        'فيما',
        'بينما',
        'وفق',
        'بحسب',
        'حسب',
        'ثم',
        'لكن',
        'مقابل',
      ].includes(word)
    )
      break;
    if (!fallback && index === at && word.charCodeAt(0) >= 0x600) {
      const unit = unlistedNoun(word, value);
      if (unit !== undefined) fallback = { unit, measure: 'count', at: index };
    }
    if (!fallback && /^\p{Lu}[\p{L}-]*(?:ns|is|ese|ish)$/u.test(token.text))
      fallback = { unit: 'person', measure: 'people', at: index };
    if (
      !fallback &&
      !SAYING.test(word) &&
      /[^s'i]s$/.test(word) &&
      word.length > 3 &&
      word.charCodeAt(0) < 0x600
    )
      fallback = { unit: singular(word), measure: 'count', at: index };
  }
  return fallback;
}

const BEFALLEN =
  /^(?:hurt|injured|wounded|killed|dead|missing|arrested|detained|freed|released|trapped|rescued|hospitali[sz]ed|unaccounted)$/;
const LEADS_ON = new Set([...PREPOSITIONS, ...SUBORDINATORS, ...CONJUNCTIONS, ',', ';', '.']);
const CASES = /^(?:cases?|(?:ال)?حال(?:ة|ات))$/u;
const VERB =
  /^(?:bore|wore|came|went|took|saw|told|said|gave|ate|slept|sat|stood|lay|fell|ran|spoke|wrote|drew|swore|chose|became)$/;

/** Verbs that end like a plural: "900, it says". */
const SAYING =
  /^(?:says|reckons|claims|insists|adds|thinks|believes|estimates|tells|writes|notes|has|does|as|thus|always|perhaps|afterwards|towards|across|besides|less|remains|stands|lies|stays|sits|goes|comes|shows|holds|makes|takes)$/;

/** «ستة منهم داخل العنابر»: six of those spoken of. */
const OF_THEM_AR = /^(?:من(?:هم|هن|ها|هما)|بين(?:هم|هن|ها))$/u;

const PRONOUN = /^(?:them|us|you|whom|it)$/;

const singular = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : /(?:ch|sh|x|ss)es$/.test(word)
      ? word.slice(0, -2)
      : word.slice(0, -1);
