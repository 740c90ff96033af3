import type { Glyph } from './page-marks.ts';

const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]/u;
const MARKS_ALONE = /^[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+$/u;
const LATIN = /[A-Za-z\u00c0-\u024f]/u;
const WESTERN = /[0-9]/;
const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/;
/** Stand inside a number without parting it: Unicode bidirectional algorithm, W4. */
const INSIDE_WESTERN = /^[./:,+\-\u2212]$/;
const INSIDE_EASTERN = /^[./:,\u066b\u066c]$/;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};

export const isArabic = (text: string): boolean => ARABIC.test(text);

/** A glyph's letters in their everyday form, one spelling for what looks the same. */
export const everydayForm = (text: string): string =>
  text.replace(/[\ufb50-\ufdff\ufe70-\ufefc]+/gu, (forms) => forms.normalize('NFKC')).normalize('NFC');

/** How a page's Arabic is printed: as it is read, or letter by letter in the wrong direction. */
export type Printed = 'as-read' | 'reversed';

/** A stretch of writing without a gap that parts cells, from left to right. */
export type Stretch = readonly Glyph[];

/** Gaps as shares of the size of the letters: wider than this parts two words. */
const BETWEEN_WORDS = 0.18;

/**
 * The text of one stretch in the order in which it is read. Places decide, not the order in which the file shows its
 * letters: from right to left where Arabic stands, with numbers and Latin words inside kept from left to right.
 */
export function textOf(stretch: Stretch, printed: Printed): string {
  const units = withSpaces(stretch);
  const text = units.some(({ text }) => isArabic(text))
    ? readArabic(units, printed)
    : units.map((unit) => unit.text).join('');
  return text.replace(/\s+/g, ' ').trim();
}

interface Unit {
  readonly text: string;
  readonly kind: 'arabic' | 'latin' | 'western' | 'eastern' | 'space' | 'other';
}

const kindOf = (text: string): Unit['kind'] =>
  text === ' '
    ? 'space'
    : ARABIC.test(text)
      ? 'arabic'
      : LATIN.test(text)
        ? 'latin'
        : WESTERN.test(text)
          ? 'western'
          : EASTERN.test(text)
            ? 'eastern'
            : 'other';

/** Glyphs from left to right with vowel marks on their letters and a space where words part. */
function withSpaces(stretch: Stretch): Unit[] {
  const letters = stretch.filter(({ text }) => !MARKS_ALONE.test(text));
  const marks = stretch.filter(({ text }) => MARKS_ALONE.test(text));
  const written = letters.map(({ text }) => everydayForm(text));
  for (const mark of marks) {
    const at = letterUnder(letters, (mark.left + mark.right) / 2);
    if (at >= 0) written[at] += mark.text;
  }
  const gaps = letters.map(({ left }, at) => (at === 0 ? 0 : left - letters[at - 1]!.right));
  const limit = gapBetweenWords(letters, gaps);
  return letters.flatMap(({ size }, at): Unit[] => {
    const unit: Unit = { text: written[at]!, kind: kindOf(written[at]!) };
    return at > 0 && gaps[at]! > limit * size ? [{ text: ' ', kind: 'space' }, unit] : [unit];
  });
}

/** The letter over which a mark stands; where two meet, the right one, which is read first. */
function letterUnder(letters: Stretch, x: number): number {
  const over = letters.findLastIndex(({ left, right, size }) => x >= left - 0.15 * size && x <= right);
  if (over >= 0) return over;
  const away = letters.map(({ left, right }) => Math.abs((left + right) / 2 - x));
  return away.indexOf(Math.min(...away));
}

/**
 * Wider than this, in sizes, parts words. Where letters are set apart one by one, their usual gap is that of letters and
 * only a much wider one parts words.
 */
function gapBetweenWords(letters: Stretch, gaps: readonly number[]): number {
  const shares = gaps
    .slice(1)
    .map((gap, at) => gap / Math.max(1, letters[at + 1]!.size))
    .sort((a, b) => a - b);
  const usual = shares[Math.floor(shares.length / 2)] ?? 0;
  return letters.length >= 4 && usual > BETWEEN_WORDS ? usual * 1.7 : BETWEEN_WORDS;
}

function readArabic(units: readonly Unit[], printed: Printed): string {
  if (printed === 'reversed') return units.map(({ text }) => text).join('');
  const runs: { text: string; turned: boolean }[] = [];
  for (let at = 0; at < units.length; ) {
    const end = leftToRightUntil(units, at);
    if (end > at) {
      runs.push({
        text: units
          .slice(at, end)
          .map(({ text }) => text)
          .join(''),
        turned: false,
      });
      at = end;
    } else {
      runs.push({ text: units[at]!.text, turned: true });
      at++;
    }
  }
  return balanced(
    runs
      .reverse()
      .map(({ text, turned }) => (turned ? (MIRRORED[text] ?? text) : text))
      .join(''),
  );
}

/** Where a run that is read from left to right ends, if one begins here: a number, or Latin words with what is between. */
function leftToRightUntil(units: readonly Unit[], start: number): number {
  const { kind } = units[start]!;
  if (kind === 'western' || kind === 'eastern') {
    const inside = kind === 'western' ? INSIDE_WESTERN : INSIDE_EASTERN;
    let end = start + 1;
    while (end < units.length) {
      if (units[end]!.kind === kind) end++;
      else if (inside.test(units[end]!.text) && units[end + 1]?.kind === kind) end += 2;
      else break;
    }
    // A number right before Latin letters belongs to them: «4B».
    return units[end]?.kind === 'latin' ? leftToRightUntil(units, end) : end;
  }
  if (kind !== 'latin') return start;
  let end = start + 1;
  for (let at = end; at < units.length && inLatin(units[at]!); at++)
    if (units[at]!.kind === 'latin' || units[at]!.kind === 'western') end = at + 1;
  return end;
}

/** What may stand between Latin words: a bracket there belongs to the Arabic around them. */
const inLatin = ({ kind, text }: Unit): boolean =>
  kind !== 'arabic' && kind !== 'eastern' && !Object.hasOwn(MIRRORED, text);

/** Brackets that a file writes as they are meant and not as they look come out turned: a closing one before an opening. */
function balanced(text: string): string {
  const open = text.indexOf('(');
  const close = text.indexOf(')');
  if (close < 0 || open < 0 || open < close) return text;
  return text.replace(/[()]/g, (bracket) => MIRRORED[bracket]!);
}

/**
 * Whether Arabic is printed letter by letter in the wrong direction, as by programs that know nothing of it: then words
 * begin where they should end. Told by the article, by letters that end a word, and by the forms that the letters have.
 *
 * @param stretches of one page
 */
export function printedOf(stretches: readonly Stretch[]): Printed {
  let right = 0;
  let wrong = 0;
  for (const stretch of stretches) {
    const text = textOf(stretch, 'as-read');
    for (const word of text.split(' ')) {
      if (word.length < 3 || !isArabic(word)) continue;
      if (/^[وبلكف]?ال/u.test(word)) right++;
      if (/لا$/u.test(word)) wrong++;
      if (/[ةى]$/u.test(word)) right++;
      if (/^[ةىئؤء]/u.test(word)) wrong++;
    }
    const forms = formsOf(stretch);
    right += forms.right;
    wrong += forms.wrong;
  }
  return wrong >= 3 && wrong > right * 2 ? 'reversed' : 'as-read';
}

/** Letters in the form of a word's beginning must stand right of those in the form of its end. */
function formsOf(stretch: Stretch): { readonly right: number; readonly wrong: number } {
  let right = 0;
  let wrong = 0;
  for (let at = 1; at < stretch.length; at++) {
    const [left, next] = [stretch[at - 1]!, stretch[at]!];
    const [a, b] = [formOf(left.text), formOf(next.text)];
    // From left to right a word that is read from the right shows its end first.
    if (a === 'final' && (b === 'initial' || b === 'medial')) right++;
    if (a === 'initial' && (b === 'final' || b === 'medial')) wrong++;
  }
  return { right, wrong };
}

/** Presentation forms B stand in fixed orders: isolated, final, and for letters that join on both sides initial, medial. */
function formOf(text: string): 'final' | 'initial' | 'medial' | undefined {
  const code = text.codePointAt(0) ?? 0;
  if (code < 0xfe80 || code > 0xfef4) return undefined;
  const group = GROUPS.find(({ first, count }) => code >= first && code < first + count);
  if (!group) return undefined;
  const place = code - group.first;
  return place === 1 ? 'final' : place === 2 ? 'initial' : place === 3 ? 'medial' : undefined;
}

/** U+FE80 hamza alone; then letters with two or four forms each. */
const GROUPS: readonly { readonly first: number; readonly count: number }[] = (() => {
  const counts = [
    1, 2, 2, 2, 2, 4, 2, 4, 2, 4, 4, 4, 4, 4, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2,
    4,
  ];
  let first = 0xfe80;
  return counts.map((count) => {
    const group = { first, count };
    first += count;
    return group;
  });
})();
