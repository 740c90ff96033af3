import { foldArabicWord, isGivenName } from '../names/index.ts';

/** Two people in one cell: «أحمد ومحمد السيد», "Ahmad and Omar al-Sayyid". Told, never split by itself. */
export type TwoNames = readonly [string, string];

/** Given and family names that begin with و: it does not join two people there. */
const WITH_WAW: ReadonlySet<string> = new Set(
  'وليد وائل وسيم وسام وفاء وداد وجدي وجيه وجيهة وحيد وحيدة ورد وردة وديع وديعة وعد وفيق وفيقة وضاح وهيب وهيبة وهبة وهب وهبي وصال وصفي واثق واصف واصل وافي والي وادي ولاء وجدان وجد ورقة وزان وزير وكيل ولي وليدة وئام وهران وصيف وطفة وسن وسيلة ونوس ورار واكد واكي وحود وردان وقاف وقاص وادد وزة وحش وحشي ويس'.split(
    ' ',
  ),
);

const ARABIC_WORD = /^[\u0621-\u064a]{3,}$/u;
const LATIN_AND = /\s+(?:and|et|&|\+)\s+/iu;

/**
 * A reader of name cells that tells which of them name two people.
 *
 * @param column all cells of the column, cleaned: a word that stands elsewhere in it is a name, as is a given name in
 *   common use
 */
export function twoNamesIn(column: readonly string[]): (cell: string) => TwoNames | undefined {
  const known = new Set<string>();
  for (const cell of column) for (const word of plain(cell).split(' ')) known.add(word);
  const isName = (word: string): boolean => known.has(word) || isGivenName(foldArabicWord(word));

  return (cell) => {
    const words = plain(cell).split(' ');
    if (words.length < 2) return undefined;
    if (LATIN_AND.test(cell)) return completed(...halves(plain(cell).split(LATIN_AND)));
    for (let at = 1; at < words.length; at++) {
      const word = words[at]!;
      if (word === 'و' && at + 1 < words.length) return completed(words.slice(0, at), words.slice(at + 1));
      const rest = word.slice(1);
      if (word.startsWith('و') && ARABIC_WORD.test(rest) && !WITH_WAW.has(word) && isName(rest))
        return completed(words.slice(0, at), [rest, ...words.slice(at + 1)]);
    }
    return undefined;
  };
}

const plain = (cell: string): string =>
  cell
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const halves = (parts: readonly string[]): [string[], string[]] => [
  parts[0]!.split(' '),
  parts.slice(1).join(' ').split(' '),
];

/** What stands once behind both names belongs to both: «أحمد ومحمد السيد» are two of one family. */
function completed(one: readonly string[], other: readonly string[]): TwoNames | undefined {
  if (one.length === 0 || other.length === 0 || one[0] === '' || other[0] === '') return undefined;
  const shared = one.length < other.length ? other.slice(one.length) : [];
  return [[...one, ...shared].join(' '), other.join(' ')];
}
