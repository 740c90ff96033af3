/** The scripts that names are compared in. `other`: letters of neither, or no letters at all. */
export type NameScript = 'arabic' | 'latin' | 'other' | 'mixed';

const ARABIC = /\p{Script=Arabic}/gu;
const LATIN = /\p{Script=Latin}/gu;
const ANY = /\p{L}/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Which script a name is written in. A stray letter of another script (one in five or fewer) does not make it mixed. */
export function scriptOf(text: string): NameScript {
  const arabic = count(text, ARABIC);
  const latin = count(text, LATIN);
  const other = count(text, ANY) - arabic - latin;
  if (arabic + latin === 0 || other > arabic + latin) return 'other';
  if (arabic === 0) return 'latin';
  if (latin === 0) return 'arabic';
  if (latin * 5 <= arabic) return 'arabic';
  return arabic * 5 <= latin ? 'latin' : 'mixed';
}
