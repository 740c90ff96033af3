import { unitOfNoun } from '../measures.ts';
import type { Token } from '../tokens.ts';
import type { Quantity } from './quantity.ts';
import { LABELS } from './words.ts';

const OLDEST = 115;

/**
 * Numbers that name or measure something by the way and count nothing: ages beside a name ("Nadia, 34,"), labels
 * ("Branch 12", "magnitude 6", "dial 112"), list numbers, rates of exchange, sizes of files, scores ("nine out of ten").
 */
export function countsNothing(
  tokens: readonly Token[],
  lower: readonly string[],
  quantity: Quantity,
): boolean {
  const { from, to, digits, op } = quantity;
  const value = quantity.value ?? 0;
  const first = tokens[from]!;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  if (digits && op === 'eq' && value < 10_000) {
    if (LABELS.has(before) && (before !== 'day' || from === 1)) return true;
    if (before === '.' && LABELS.has(lower[from - 2] ?? '')) return true;
  }
  if (isSupposed(lower, from) || isByTheWay(lower, quantity)) return true;
  if (before === '/' || after === '/' || before === '#') return true;
  if (before === '.' && from > 1 && tokens[from - 1]!.end === first.start) return true;
  if (from === 0 && (after === '.' || after === ')') && digits && value < 100) return true;
  if (SIZES.has(after) || after === '°' || SIZES_BEFORE.has(before)) return true;
  // "0800 12 34 56"
  if (digits && (isPlainNumber(tokens[from - 1]) || isPlainNumber(tokens[to]))) return true;
  // "Nine out of ten", "one in five": a share.
  if (after === 'in' && tokens[to + 1] && isShort(lower[to + 1]!)) return true;
  if (after === 'out' && lower[to + 1] === 'of' && isShort(lower[to + 2] ?? '')) return true;
  if (before === 'in' && isShort(lower[from]!) && isShort(lower[from - 2] ?? '')) return true;
  if (before === 'in' && isShort(lower[from]!) && lower[from - 2] === 'one') return true;
  if (before === 'of' && lower[from - 2] === 'out' && isShort(lower[from - 3] ?? '')) return true;
  return isAge(tokens, lower, quantity);
}

/** "If a thousand people shout", "as if a hundred men were walking", «لو أن ألف شخص»: a case is put, nobody counts. */
function isSupposed(lower: readonly string[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const word = lower[at]!;
    if (word === ',' || word === ';' || word === ':') return false;
    if (SUPPOSING.test(word)) return !(word === 'if' && ASKED.test(lower[at - 1] ?? ''));
  }
  return false;
}
const SUPPOSING = /^(?:if|unless|imagine|suppose|[وف]?لو)$/u;
/** "It is unclear if 40 were inside" asks of a count. */
const ASKED =
  /^(?:clear|unclear|know|knows|knew|known|unknown|sure|unsure|see|ask|asked|doubt|doubts|say|said|only)$/;

/** "These two governments", "two so-called judges", "give or take two hundred", "312 likes". */
function isByTheWay(lower: readonly string[], { from, to, value = 0 }: Quantity): boolean {
  const before = lower[from - 1] ?? '';
  if ((before === 'these' || before === 'those') && value <= 12) return true;
  if (before === 'take' && lower[from - 2] === 'or' && lower[from - 3] === 'give') return true;
  return lower[to] === 'so-called' || REACTIONS.has(lower[to] ?? '');
}
const REACTIONS = new Set(
  'like likes repost reposts retweet retweets reply replies comment comments upvote upvotes reaction reactions follower followers إعجاب إعجابا تعليق تعليقا متابع متابعا'.split(
    ' ',
  ),
);

const isPlainNumber = (token: Token | undefined): boolean => token?.kind === 'number';
const isShort = (word: string): boolean =>
  /^(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)$/.test(word);
const SIZES_BEFORE = new Set('magnitude size dial call ring text hotline version edition'.split(' '));
const SIZES = new Set('mb gb kb tb px mph kph degrees magnitude'.split(' '));

/** "Nadia Ferro, 34, a nurse", "one survivor (57)", "aged 12", "at the age of nine", "she is 61". */
export function isAge(tokens: readonly Token[], lower: readonly string[], quantity: Quantity): boolean {
  const { from, to, op, high } = quantity;
  const value = quantity.value ?? 0;
  if (value > OLDEST) return false;
  const before = lower[from - 1] ?? '';
  const after = lower[to] ?? '';
  if (before === 'aged' || before === 'age' || (before === 'of' && lower[from - 2] === 'age')) return true;
  if (high !== undefined) return false;
  // "A woman of 60", "a boy of eleven"
  if (
    before === 'of' &&
    op === 'eq' &&
    /^(?:man|woman|boy|girl|child|mother|father|son|daughter|widow|teenager|youth)$/.test(
      lower[from - 2] ?? '',
    ) &&
    !unitOfNoun(after)
  )
    return true;
  // "Children under five", "those over 60"
  if (THRESHOLDS.has(lower[from]!))
    return (
      /^(?:those|people|anyone|all|everyone|aged|were|was|is|are)$/.test(before) ||
      unitOfNoun(before)?.unit === 'person'
    );
  if (op !== 'eq' || !quantity.digits) return false;
  const named = tokens[from - 2];
  if (named?.kind !== 'word') return false;
  if (before === ',')
    return (
      (after === ',' || after === ')' || after === '.' || after === ';' || after === '') &&
      isSomebody(tokens, from - 2)
    );
  return before === '(' && (after === ')' || after === ',') && isSomebody(tokens, from - 2);
}

/** A name, or one person by an article or a possessive: "Ferro", "the despot", "his mother", "one inmate". */
function isSomebody(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (/^\p{Lu}\p{L}/u.test(token.text)) return true;
  if (/[^s]s$/.test(token.lower)) return false;
  for (let back = at - 1; back >= Math.max(0, at - 4); back--)
    if (ARTICLES.has(tokens[back]!.lower)) return true;
  return false;
}

const THRESHOLDS = new Set('under over above below'.split(' '));
const ARTICLES = new Set('a an the one another his her their its my our'.split(' '));
