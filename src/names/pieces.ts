import { tokenForm } from './compounds.ts';
import { foldArabicWord } from './fold-arabic.ts';
import { isLatinArticle, plainLatinWord } from './fold-latin.ts';
import { isGivenName } from './given-names.ts';
import { scriptOf } from './script.ts';

/** What a group of written words is: a name, a teknonym (أبو عمر), or a word that says how the next one is related. */
export type PieceRole = 'name' | 'teknonym' | 'child-of';

/** Written words that are one token: عبد الرحمن, Nour al-Din, al-Hamwi, أبو زيد. */
export interface Piece {
  readonly role: PieceRole;
  readonly written: string;
  /** The token's letters in one word, for comparing. */
  readonly joined: string;
  readonly article: boolean;
}

interface Word {
  readonly written: string;
  /** Folded Arabic or plain Latin. */
  readonly plain: string;
  readonly arabic: boolean;
  /** What stood before it in the text: nothing, a space or a hyphen. */
  readonly glue: string;
}

const CHILD_OF = new Set([
  'ابن',
  'بن',
  'ابنه',
  'بنت',
  'ولد',
  'bin',
  'ibn',
  'ben',
  'bint',
  'bnt',
  'ould',
  'wuld',
]);
const SERVANT = /^(?:عبدا?|[ae]bd[aeiou]?l?|[ae]bd[aeou]r)$/;
const FATHER = /^(?:ابو|ابا|ابي|abu|abou|abo|aboo|abi|bou|bu)$/;
const MOTHER = /^(?:ام|umm|um|oum|om|em|imm)$/;
const OWNER = /^(?:ذو|ذي|ذا|dhu|zu|zul|dhul|thu|zoul)$/;
const FAITH = /^(?:ا?لدين|ا?لعابدين|[aeiou]?[ldt]?-?d+[ie]{1,2}n[ea]?)$/;
const OF_GOD =
  /^(?:ا?لله|ا?لاسلام|ا?لحق|ا?لزمان|allah|ullah|ullha|alla|ulla|alislam|ulislam|elislam|alhaq|alhaqq|ulhaq)$/;
const FAITH_NOUN = /^(?:din|deen|dine|deine|islam|haq|haqq|allah)$/;
/** Titles that have become the first half of a family name: شيخ موسى, Hajj Hussein. */
const HALF_FAMILY =
  /^(?:شيخ|حاج|سيد|ملا|بيت|sheikh|shaykh|shaikh|sheik|cheikh|chikh|hajj|haj|hadj|sayed|sayyid|mulla|molla|beit|bayt)$/;

/** Cuts a stretch of a name into tokens: articles and compounds joined, glued words cut where both halves are known. */
export function piecesOf(text: string): Piece[] {
  const words = wordsOf(text);
  const pieces: Piece[] = [];
  let at = 0;
  while (at < words.length) {
    const taken = takePiece(words, at, pieces.length);
    at += taken.words;
    const before = pieces.at(-1);
    if (taken.joinsBefore && before?.role === 'name') {
      pieces[pieces.length - 1] = {
        ...before,
        written: `${before.written}${taken.glue}${taken.written}`,
        joined: before.joined + taken.joined,
      };
    } else if (taken.joined !== '') pieces.push(taken);
  }
  return pieces;
}

interface Taken extends Piece {
  readonly words: number;
  readonly joinsBefore: boolean;
  readonly glue: string;
}

function takePiece(words: readonly Word[], at: number, before: number): Taken {
  const word = words[at]!;
  const next = words[at + 1];
  const one = (role: PieceRole = 'name'): Taken => ({
    role,
    written: word.written,
    joined: word.plain,
    article: tokenForm(word.plain).article,
    words: 1,
    joinsBefore: before > 0 && role === 'name' && (FAITH.test(word.plain) || OF_GOD.test(word.plain)),
    glue: word.glue,
  });
  if (CHILD_OF.has(word.plain) && next) return one('child-of');
  if (!next) return one();
  const joinNext = (prefix: string, role: PieceRole, article: boolean): Taken => {
    const rest = takePiece(words, at + 1, 0);
    return {
      role,
      written: `${word.written}${next.glue}${rest.written}`,
      joined: prefix + (rest.article && !word.arabic ? rest.joined.slice(2) : rest.joined),
      article,
      words: 1 + rest.words,
      joinsBefore: false,
      glue: word.glue,
    };
  };
  if (SERVANT.test(word.plain) && next.arabic === word.arabic)
    return joinNext(word.arabic ? 'عبد' : 'abdal', 'name', false);
  if (FATHER.test(word.plain)) return joinNext(word.arabic ? 'ابو' : 'abu', 'teknonym', false);
  if (MOTHER.test(word.plain) && (word.arabic || before === 0))
    return joinNext(word.arabic ? 'ام' : 'umm', 'teknonym', false);
  if (OWNER.test(word.plain)) return joinNext(word.arabic ? 'ذو' : 'dhu', 'name', false);
  if (word.plain === 'ال' || word.plain === 'ا') return joinNext(word.plain, 'name', true);
  if (!word.arabic && isLatinArticle(word.plain, next.plain)) {
    const joined = joinNext('al', 'name', true);
    return before > 0 && FAITH_NOUN.test(next.plain) ? { ...joined, joinsBefore: true } : joined;
  }
  if (before > 0 && HALF_FAMILY.test(word.plain)) return joinNext(word.plain, 'name', false);
  return one();
}

const NOT_OF_A_WORD = /[^\p{L}\p{M}'’‘ʻʼʿʾ`´‐‑–—-]+/u;

/** The words of a stretch, glued ones cut. Hyphens part particles from what they belong to; other hyphens join. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const run of text.split(NOT_OF_A_WORD)) {
    const parts = run.split(/[-‐‑–—]+/u).filter((part) => /\p{L}/u.test(part));
    parts.forEach((written, at) => {
      const arabic = scriptOf(written) === 'arabic';
      const plain = arabic ? foldArabicWord(written) : plainLatinWord(written);
      if (plain === '') return;
      const cut = arabic ? cutGlued(written, plain) : undefined;
      if (cut)
        cut.forEach((piece, place) => {
          words.push({ written: piece, plain: foldArabicWord(piece), arabic, glue: place === 0 ? ' ' : '' });
        });
      else words.push({ written, plain, arabic, glue: at === 0 ? ' ' : '-' });
    });
  }
  return words;
}

const GLUED_TITLES = /^(?:الشيخ|الحاج|الدكتور|الشهيد|المعتقل|المرحوم|السيد)/;

/** الشيخيوسف is يوسف with a title; محمدعلي is محمد and علي. Only where what is left is a known name. */
export function cutGlued(written: string, folded: string): string[] | undefined {
  if (folded.length < 6 || isGivenName(folded)) return undefined;
  const letters = [...written];
  // Where marks or presentation forms stand between the letters, places in the two do not match: leave it whole.
  if (letters.length !== folded.length) return undefined;
  const title = GLUED_TITLES.exec(folded)?.[0];
  if (title && isGivenName(folded.slice(title.length))) return [written.slice(title.length)];
  if (tokenForm(folded).kind !== undefined) return undefined;
  for (let at = 3; at <= folded.length - 3; at++)
    if (isGivenName(folded.slice(0, at)) && isGivenName(folded.slice(at)))
      return [written.slice(0, at), written.slice(at)];
  return undefined;
}
