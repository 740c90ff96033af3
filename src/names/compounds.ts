import { foldArabicWord, withoutArabicArticle } from './fold-arabic.ts';
import { plainLatinWord, withoutLatinArticle } from './fold-latin.ts';
import { MAX_TOKEN_LETTERS } from './limits.ts';
import { scriptOf } from './script.ts';

/** What a compound token is built with: servant of, father of, mother of, owner of, … of the faith, … of God. */
export type CompoundKind = 'abd' | 'abu' | 'umm' | 'dhu' | 'din' | 'allah';

/** One token taken apart: the compound's kind, whether it has the article, and the word that is left to compare. */
export interface TokenForm {
  readonly script: 'arabic' | 'latin' | 'other';
  readonly kind: CompoundKind | undefined;
  readonly article: boolean;
  /** Folded Arabic, or plain Latin letters. */
  readonly core: string;
}

/** So few that they stay in the processor's cache, and seldom live long enough to be moved about. */
const MOST_REMEMBERED = 2000;
let recent = new Map<string, TokenForm>();
let before = recent;

/**
 * Takes one token apart. What is written in other letters, or in none, has an empty core. Names repeat and parsing asks
 * for one token several times, so short ones are remembered.
 */
export function tokenForm(token: string): TokenForm {
  const known = recent.get(token);
  if (known !== undefined) return known;
  const form = before.get(token) ?? takenApart(token);
  if (token.length <= MAX_TOKEN_LETTERS) {
    if (recent.size >= MOST_REMEMBERED) {
      before = recent;
      recent = new Map();
    }
    recent.set(token, form);
  }
  return form;
}

function takenApart(token: string): TokenForm {
  const written = token.length > 4 * MAX_TOKEN_LETTERS ? token.slice(0, 4 * MAX_TOKEN_LETTERS) : token;
  const script = scriptOf(written);
  if (script === 'arabic') return arabicForm(foldArabicWord(written).slice(0, MAX_TOKEN_LETTERS));
  const plain = plainLatinWord(written).slice(0, MAX_TOKEN_LETTERS);
  if (plain !== '') return latinForm(plain);
  const arabic = foldArabicWord(written);
  return arabic === '' ? { script: 'other', kind: undefined, article: false, core: '' } : arabicForm(arabic);
}

function arabicForm(folded: string): TokenForm {
  const form = { script: 'arabic', article: false } as const;
  const abd = /^عبد(?:ا?ل)?(?=.{3})/.exec(folded);
  if (abd && folded.length >= 6) return { ...form, kind: 'abd', core: folded.slice(abd[0].length) };
  if (/^(?:عبدالله|عبيدالله)$/.test(folded)) return { ...form, kind: 'abd', core: 'الله' };
  const abu = /^اب[واي](?=.{3})/.exec(folded);
  if (abu && /^ابو|^اب[اي](?:ال|زيد|ظ)/.test(folded))
    return { ...form, kind: 'abu', core: withoutArabicArticle(folded.slice(3)) };
  const dhu = /^ذ[واي]?ال(?=.{3})/.exec(folded);
  if (dhu) return { ...form, kind: 'dhu', core: folded.slice(dhu[0].length) };
  const din = /(?<=^.{2,})ا?ل?دين$/.exec(folded);
  if (din && din[0].length > 3) return { ...form, kind: 'din', core: folded.slice(0, din.index) };
  const allah = /(?<=^.{3,})ا?لله$/.exec(folded);
  if (allah) return { ...form, kind: 'allah', core: folded.slice(0, allah.index) };
  const core = withoutArabicArticle(folded);
  return { ...form, article: core !== folded, kind: undefined, core };
}

/** What every pattern below has in common, at a small part of their cost. */
const MAY_BE_COMPOUND = /^[ae]b|^(?:dh?|z|th)o?ul|ll|d(?:ee|ei|ie|i|e)n/;

function latinForm(plain: string): TokenForm {
  const form = { script: 'latin', article: false } as const;
  if (!MAY_BE_COMPOUND.test(plain)) {
    const core = withoutLatinArticle(plain);
    return { ...form, article: core !== plain, kind: undefined, core };
  }
  const god = /^[ae]bd?[aeiou]?l+[ae]?h?[ai]?$/.exec(plain);
  if (god && /^[ae]bd/.test(plain) && plain.length >= 7) return { ...form, kind: 'abd', core: 'allah' };
  const abd = abdCore(plain);
  if (abd !== undefined) return { ...form, kind: 'abd', core: abd };
  const abu =
    /^(?:(?:abou|abu|abo|aba)l(?=[^aeiou].{2})|(?:abou|abu|aboo)(?=.{3})|ab[oa](?=[^aeioul][aeiou].+))/.exec(
      plain,
    );
  if (abu) return { ...form, kind: 'abu', core: withoutLatinArticle(plain.slice(abu[0].length)) };
  const dhu = /^(?:dhu|zu|thu|du|zou|dhou)l(?=[fqkg])/.exec(plain);
  if (dhu) return { ...form, kind: 'dhu', core: plain.slice(dhu[0].length) };
  const din = /(?<=^.{3,})(?:[aeiou]+[ldt]?d+|ld|dd)(?:ee|ei|ie|i|e)n+[ea]?$/.exec(plain);
  if (din) return { ...form, kind: 'din', core: plain.slice(0, din.index) };
  const allah = /(?<=^.{3,})[aeiou]?llah?$/.exec(plain);
  if (allah && /h$|[aeou]lla$/.test(plain))
    return { ...form, kind: 'allah', core: plain.slice(0, allah.index) };
  const core = withoutLatinArticle(plain);
  return { ...form, article: core !== plain, kind: undefined, core };
}

/** Abdulrahman, Abdelrahman, Abderrahman, Abdurrahman → rahman; Abdo, Abdi and Abdin are no compounds. */
function abdCore(plain: string): string | undefined {
  const joined = /^[ae]bd(?:[aeiou]*l|al)(?=[^aeioul].{2}|l[aeiou][^aeiou].|[aeiou][^aeiou].+)/.exec(plain);
  if (joined) return plain.slice(joined[0].length);
  const sun = /^[ae]bd[aeou]?(?:(s|d|r|n|t|z)\1|(sh)sh?|(ch)ch?)(?=.{2})/.exec(plain);
  if (sun) return (sun[1] ?? sun[2] ?? sun[3]!) + plain.slice(sun[0].length);
  const bare = /^[ae]bd[aeou]?(?=[^aeiou].{3})/.exec(plain);
  return bare && plain.length >= 8 ? plain.slice(bare[0].length) : undefined;
}
