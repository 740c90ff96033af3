/** The scripts that names are compared in. `other`: letters of neither, or no letters at all. */
export type NameScript = 'arabic' | 'latin' | 'other' | 'mixed';

const IS_ARABIC = /\p{Script=Arabic}/u;
const IS_LATIN = /\p{Script=Latin}/u;
const IS_LETTER = /\p{L}/u;

/** Bits of what a character is. A mark or digit can be Arabic without being a letter. */
const ARABIC = 1;
const LATIN = 2;
const LETTER = 4;

const kindOf = (character: string): number =>
  (IS_ARABIC.test(character) ? ARABIC : 0) |
  (IS_LATIN.test(character) ? LATIN : 0) |
  (IS_LETTER.test(character) ? LETTER : 0);

/** Kinds of the characters that nearly all names are written in: names are read by the hundred thousand. */
const USUAL = Uint8Array.from({ length: 0x700 }, (_, code) => kindOf(String.fromCharCode(code)));

/** Which script a name is written in. A stray letter of another script (one in five or fewer) does not make it mixed. */
export function scriptOf(text: string): NameScript {
  let arabic = 0;
  let latin = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    const kind = code < USUAL.length ? USUAL[code]! : kindOf(String.fromCodePoint(code));
    if (code > 0xffff) at++;
    if ((kind & ARABIC) !== 0) arabic++;
    if ((kind & LATIN) !== 0) latin++;
    if ((kind & LETTER) !== 0) letters++;
  }
  const other = letters - arabic - latin;
  if (arabic + latin === 0 || other > arabic + latin) return 'other';
  if (arabic === 0) return 'latin';
  if (latin === 0) return 'arabic';
  if (latin * 5 <= arabic) return 'arabic';
  return arabic * 5 <= latin ? 'latin' : 'mixed';
}
