import type { Span } from '../model/index.ts';

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof gen col lt maj capt sgt sen rep gov pres hon rev fr st jr sr vs etc inc ltd co corp dept est approx
   jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun fig vol art min max cpl brig adm
   ave rd mt ft messrs messrs supt det insp atty ambs amb secy`.split(/\s+/),
);
/** Abbreviations before a number only: "No. 7", "p. 12". */
const BEFORE_NUMBERS = new Set(['no', 'nos', 'p', 'pp', 'art', 'sec', 'ch']);

const CLOSING = /["”’»')\]›]/;
const ENDS = /[.!?…؟۔]/g;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Sentences of one paragraph `text[from, to)`, trimmed, ascending. A full stop ends a sentence unless it belongs to an
 * abbreviation, an initial, a number or an ellipsis in mid-sentence; closing marks stay with the sentence they close.
 */
export function sentencesIn(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  let start = from;
  const push = (end: number): void => {
    let first = start;
    let last = end;
    while (first < last && isBlank(text.charCodeAt(first))) first++;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
    if (last > first) found.push({ start: first, end: last });
    start = end;
  };
  const part = text.slice(from, to);
  for (let at = from, after: number; at < to; at = after) {
    ENDS.lastIndex = at - from;
    const next = ENDS.exec(part)?.index;
    if (next === undefined) break;
    at = from + next;
    after = at + 1;
    const mark = text[at]!;
    let end = at + 1;
    while (end < to && '.!?…؟'.includes(text[end]!)) end++;
    const several = end - at > 1 || mark === '…';
    while (end < to && CLOSING.test(text[end]!)) end++;
    if (end < to && !isBlank(text.charCodeAt(end))) {
      after = end;
      continue;
    }
    let following = end;
    while (following < to && isBlank(text.charCodeAt(following))) following++;
    if (following >= to) break;
    if (mark === '.' || mark === '…') {
      if (!several && isAbbreviation(text, start, at, text[following]!)) continue;
      if (startsLower(text, following, to)) continue;
    } else if (startsLower(text, following, to)) continue;
    push(end);
    after = end;
  }
  start = Math.max(start, from);
  push(to);
  return found;
}

const isBlank = (code: number): boolean =>
  code === 32 ||
  code === 10 ||
  code === 13 ||
  code === 9 ||
  code === 160 ||
  code === 0x200f ||
  code === 0x200e;

function startsLower(text: string, from: number, to: number): boolean {
  const opening = text.charCodeAt(from);
  if (opening >= 0x41 && opening <= 0x5a) return false;
  let at = from;
  while (at < to && at < from + 4 && !LETTER_OR_DIGIT.test(text[at]!)) at++;
  const first = text[at];
  return first !== undefined && first !== first.toUpperCase() && first === first.toLowerCase();
}

function isAbbreviation(text: string, from: number, dot: number, next: string): boolean {
  let begin = dot;
  const floor = Math.max(from, dot - 12);
  while (begin > floor && /[\p{L}.]/u.test(text[begin - 1]!)) begin--;
  const word = text.slice(begin, dot).toLowerCase();
  if (word === '') return false;
  if (word.length === 1 && /[a-z]/.test(word)) return text.slice(begin, dot) !== 'I';
  if (word.includes('.') && /^(?:[a-z]\.)+[a-z]$/.test(word))
    return !/^(?:a|p)\.m$/.test(word) && !/[“"]/.test(next) ? startsName(word) : false;
  // "marked 'transf. R.' in red": an initial behind a shortened word.
  if (
    text[dot + 3] === '.' &&
    /^[a-z]{2,7}$/.test(text.slice(begin, dot)) &&
    /^\s\p{Lu}\.["”’'»]/u.test(text.slice(dot + 1, dot + 5))
  )
    return true;
  if (BEFORE_NUMBERS.has(word)) return /[0-9٠-٩]/.test(next);
  return ABBREVIATIONS.has(word);
}

/** "U.S. officials" goes on, "in the U.S. He left" does not tell itself apart; the commoner case wins. */
const startsName = (initialism: string): boolean => initialism.length >= 3;
