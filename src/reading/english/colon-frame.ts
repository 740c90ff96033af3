import type { Piece } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { isSpeakingNoun } from '../speaking-nouns.ts';
import { isFiniteVerb, looksFinite } from './finite-verb.ts';
import { endOfSentence, type Frame } from './frame.ts';
import { isCapitalised, isQuoteMark } from './noun-phrase.ts';
import { DETERMINERS } from './words.ts';

const LABELS = new Set(
  'breaking update updated exclusive watch video byline live latest analysis opinion editorial source photos gallery report summary note correction explainer related poll poll listen read'.split(
    ' ',
  ),
);

const ANSWERS = new Set(
  'answer reply response verdict retort version line message comment explanation warning plea account advice'.split(
    ' ',
  ),
);

/** Before a colon: a name, or a noun of those who speak; not a label ("SHUT AWAY: …", "Race for water: …"). */
function namesASpeaker(label: readonly Piece[], quoteFollows: boolean): boolean {
  const written = label.filter((piece) => piece.kind === 'word' && piece.text.length > 1);
  const shouted = written.filter((piece) => /^\p{Lu}{2,}$/u.test(piece.text));
  if (shouted.length > 1 && shouted.length === written.length) return false;
  if (quoteFollows) return true;
  return (
    written.every(
      (piece) =>
        isCapitalised(piece) ||
        DETERMINERS.has(piece.lower) ||
        ['of', 'for', 'and', 'al', 'in', 'on'].includes(piece.lower) ||
        isSpeakingNoun(piece.lower),
    ) &&
    (isSpeakingNoun(written.at(-1)?.lower ?? '') ||
      written
        .slice(1)
        .every((piece) => isCapitalised(piece) || ['of', 'for', 'and', 'al', 'the'].includes(piece.lower)))
  );
}

export const COLON = wordClass([':']);

/** `Mayor Sader: "…"` and headlines of the form `Council: water is back`. */
export function colonFrame(pieces: readonly Piece[]): Frame | undefined {
  for (let at = 1; at < Math.min(pieces.length - 1, 14); at++) {
    const piece = pieces[at]!;
    if (piece.kind === 'quote' || isFiniteVerb(pieces, at)) return undefined;
    if (piece.lower !== ':') continue;
    const first = pieces[0]!;
    if (first.kind !== 'word' || !isCapitalised(first)) return undefined;
    const label = first.lower === 'the' ? (pieces[1]?.lower ?? '') : first.lower;
    if (LABELS.has(label) || first.text.length < 2) return undefined;
    const next = pieces[at + 1]!;
    if (!namesASpeaker(pieces.slice(0, at), next.kind === 'quote' || isQuoteMark(next.lower)))
      return undefined;
    if (next.kind !== 'quote' && (at > 5 || next.start === piece.end)) return undefined;
    for (let inside = 1; inside < at; inside++)
      if (looksFinite(pieces, inside) || ['that', 'by', 'here', 'this'].includes(pieces[inside]!.lower))
        return undefined;
    const end = endOfSentence(pieces, at);
    if (end <= at + 1) return undefined;
    // "The council's answer: “never”": the council's.
    const owner = ANSWERS.has(pieces[at - 1]!.lower) && /['’]s?$/.test(pieces[at - 2]?.lower ?? '');
    return {
      cue: { from: at, to: at + 1 },
      source: { from: 0, to: owner ? at - 1 : at },
      content: [{ from: at + 1, to: end }],
      kind: 'speech',
      base: ':',
      negated: false,
    };
  }
  return undefined;
}
