import { stripArabicPrefix } from '../measures.ts';
import { isScaleWord, isVagueQuantity } from '../number-words.ts';
import type { Token } from '../tokens.ts';
import type { Quantity } from './quantity.ts';

export const VAGUE_DETERMINERS = new Set(
  'many several most some few numerous countless various كثير كثيرون معظم بعض العديد عدة غالبية أغلب أغلبية الكثير عدد بضعة بضع'.split(
    ' ',
  ),
);

/** "Several hundred", "a few dozen": the scale belongs to the amount, and is none of its own. */
const SOME_OF_A_SCALE = new Set(['several', 'many', 'few', 'countless', 'various', 'بضع', 'بضعة', 'عدة']);
const behindScale = (tokens: readonly Token[], at: number): number => {
  const next = tokens[at]?.lower ?? '';
  return isScaleWord(next) || next === 'dozen' || isVagueQuantity(next) ? at + 1 : at;
};

const SUPERLATIVE = /^(?:the|a|its|his|her|their|our|my)$|'s$|s'$/;

const ALL = new Set(['all', 'every', 'كل', 'جميع', 'كافة']);

/** Latin words at which `vagueAt` may find something, beside those that are vague of themselves. */
export const VAGUE_OPENERS: readonly string[] = ['tens', 'a', 'an', 'large', ...VAGUE_DETERMINERS, ...ALL];

export function vagueAt(tokens: readonly Token[], at: number, modified: boolean): Quantity | undefined {
  const word = stripArabicPrefix(tokens[at]?.lower ?? '');
  const plain = { from: at, op: 'vague' as const, digits: false, words: false, vague: true };
  if (isVagueQuantity(word)) {
    let to = at + 1;
    if (['of', '–', '-', '—', 'if', 'and', 'or', 'to', 'إلى', 'أو', ','].includes(tokens[to]?.lower ?? '')) {
      // "tens of thousands", "hundreds – if not thousands", "dozens or even hundreds"
      for (let ahead = to; ahead < Math.min(tokens.length, to + 4); ahead++) {
        const next = tokens[ahead]!.lower;
        if (isVagueQuantity(next)) {
          to = ahead + 1;
          break;
        }
        if (
          ![
            'of',
            '–',
            '-',
            '—',
            'if',
            'not',
            'and',
            'or',
            'even',
            'to',
            'perhaps',
            'possibly',
            'إلى',
            'أو',
            ',',
            'ربما',
          ].includes(next)
        )
          break;
      }
    } else if (isVagueQuantity(tokens[to]?.lower ?? '')) to++;
    while (isScaleWord(tokens[to]?.lower ?? '') && tokens[to]!.lower.charCodeAt(0) > 0x600) to++;
    if (tokens[to]?.lower === 'more') to++;
    return { ...plain, to };
  }
  if (word === 'tens' && tokens[at + 1]?.lower === 'of') {
    const scale = tokens[at + 2]?.lower ?? '';
    return { ...plain, to: isVagueQuantity(scale) ? at + 3 : at + 1 };
  }
  if (modified) return undefined;
  const next = tokens[at + 1]?.lower ?? '';
  if (word === 'a' || word === 'an' || word === 'the') {
    if (
      word !== 'the' &&
      ['number', 'handful', 'couple', 'lot', 'majority', 'series'].includes(next) &&
      tokens[at + 2]?.lower === 'of'
    )
      return { ...plain, to: at + 3 };
    if (word === 'a' && next === 'few') return { ...plain, to: behindScale(tokens, at + 2) };
    if (
      word === 'a' &&
      ['large', 'small', 'huge', 'great', 'growing', 'significant', 'vast'].includes(next) &&
      ['number', 'majority'].includes(tokens[at + 2]?.lower ?? '') &&
      tokens[at + 3]?.lower === 'of'
    )
      return { ...plain, to: at + 4 };
    return undefined;
  }
  if (word === 'large' && next === 'numbers') return { ...plain, to: at + 2 };
  // "The most feared", "Alma's most wanted": no amount.
  if (word === 'most' && SUPERLATIVE.test(tokens[at - 1]?.lower ?? '')) return undefined;
  if (VAGUE_DETERMINERS.has(word)) {
    let to = at + 1;
    if (next === 'من' && (word === 'العديد' || word === 'عدد' || word === 'الكثير')) to++;
    else if (word === 'عدد') return undefined;
    return { ...plain, to: SOME_OF_A_SCALE.has(word) ? behindScale(tokens, to) : to };
  }
  if (ALL.has(word)) return { ...plain, op: 'all', to: at + 1 };
  return undefined;
}
