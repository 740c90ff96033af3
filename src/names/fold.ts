import { tokenForm } from './compounds.ts';
import { foldArabicWord } from './fold-arabic.ts';
import { foldLatinSounds } from './fold-latin.ts';
import { MAX_NAME_LENGTH, MAX_NAME_WORDS, MAX_TOKEN_LETTERS } from './limits.ts';
import { cutGlued, piecesOf } from './pieces.ts';

/** Marks of direction and joining, which change nothing that is read aloud. */
const INVISIBLE = /\p{Cf}|\u034F/gu;

/** Invisible marks gone, compatibility forms opened, spaces single; cut at {@link MAX_NAME_LENGTH}. */
export function cleanName(text: string): string {
  const head = text.length > 4 * MAX_NAME_LENGTH ? text.slice(0, 4 * MAX_NAME_LENGTH) : text;
  return head
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * A name or token in a comparable spelling of its own script, tokens separated by one space; for comparing, never for
 * showing. Arabic: hamza seats, ta marbuta, final ya, tatweel, harakat, Persian letters and presentation forms are made
 * one. Latin: case, marks and apostrophes go; ch/sh, ou/oo/u, ee/i, dj/j, doubled letters and final -eh/-ah/-a are made
 * one; the article is `al` and joined. A compound is one token in both. Folding twice changes nothing.
 */
export function foldName(text: string): string {
  let folded = ONE_WORD.test(text) ? text.toLowerCase() : ONE_ARABIC_WORD.test(text) ? text : cleanName(text);
  for (let pass = 0; pass < 8; pass++) {
    const word = oneToken(folded);
    const next =
      word === undefined
        ? piecesOf(folded)
            .slice(0, MAX_NAME_WORDS)
            .map((piece) => foldToken(piece.joined))
            .join(' ')
        : foldToken(word);
    if (next === folded) break;
    folded = next;
  }
  return folded;
}

/** One word in plain letters is one piece as it stands: most cells are. */
const ONE_WORD = /^[A-Za-z]{1,28}$/;
const ONE_ARABIC_WORD = /^[\u0621-\u063A\u0641-\u064A]{1,28}$/;

/** The token of a text that is one plain word and not two glued together. */
function oneToken(text: string): string | undefined {
  if (ONE_WORD.test(text)) return text;
  if (!ONE_ARABIC_WORD.test(text)) return undefined;
  const folded = foldArabicWord(text);
  return folded === '' || cutGlued(text, folded) ? undefined : folded;
}

/** One token, already joined, in its comparable spelling. */
export function foldToken(joined: string): string {
  const { script, kind, article, core } = tokenForm(joined);
  if (script === 'arabic') {
    const folded = foldArabicWord(joined).slice(0, MAX_TOKEN_LETTERS);
    return kind === 'abd' && /^عبدل(?!ه$)/.test(folded) ? `عبدال${core}` : folded;
  }
  if (kind === 'abd') return core === 'allah' ? 'abdalah' : `abdal${foldLatinSounds(core)}`;
  if (kind === 'din') return `${foldLatinSounds(core)}aldin`;
  if (kind === 'allah') return `${foldLatinSounds(core)}alah`;
  if (kind === 'abu') return `abu${foldLatinSounds(core)}`;
  if (kind === 'dhu') return `dhul${foldLatinSounds(core)}`;
  return (article ? 'al' : '') + foldLatinSounds(core);
}
