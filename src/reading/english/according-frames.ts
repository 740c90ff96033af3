import type { Piece } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { restAfter } from './content-after.ts';
import { trimmedEnd } from './content-before.ts';
import { endOfSentence, type Frame } from './frame.ts';
import type { Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { CONJUNCTIONS } from './words.ts';

export const ACCORDING = wordClass(['according']);

export function accordingFrames(pieces: readonly Piece[]): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at + 2 < pieces.length; at++) {
    if ((pieces[at]!.classes & ACCORDING) === 0) continue;
    if (pieces[at]!.lower !== 'according' || pieces[at + 1]!.lower !== 'to') continue;
    const end = endOfSentence(pieces, at);
    const source = phraseAfter(pieces, at + 2, end);
    if (!source) continue;
    const shared = {
      cue: { from: at, to: at + 2 },
      source,
      kind: 'speech' as const,
      base: 'according to',
      negated: false,
    };
    if (at <= 1) {
      let from = source.to;
      while (from < end && pieces[from]!.lower !== ',' && pieces[from]!.kind !== 'quote') from++;
      if (pieces[from]?.lower === ',') from++;
      if (from < end) frames.push({ ...shared, content: [{ from, to: end }] });
      continue;
    }
    let from = 0;
    for (let back = at - 2; back > 0; back--) {
      if (pieces[back]!.lower === ';') {
        from = back + 1;
        break;
      }
    }
    while (from < at && CONJUNCTIONS.has(pieces[from]!.lower)) from++;
    const content: Range[] = [{ from, to: trimmedEnd(pieces, at) }];
    if (pieces[source.to]?.lower === ',' && source.to + 2 < end) {
      const rest = restAfter(pieces, source.to, end);
      if (rest) content.push(rest);
    }
    frames.push({ ...shared, content });
  }
  return frames;
}

const COUNTED_BY = new Set(
  'count tally estimate reckoning account records figures register registers'.split(' '),
);

/** "By the association's count 900 people were held": the association gives the count. */
export function countFrames(pieces: readonly Piece[]): Frame[] {
  if (pieces[0]?.lower !== 'by' && pieces[0]?.lower !== 'on') return [];
  for (let at = 2; at < Math.min(8, pieces.length - 4); at++) {
    if (!COUNTED_BY.has(pieces[at]!.lower)) continue;
    const owner = pieces[at - 1]!.lower === 'own' ? at - 2 : at - 1;
    if (!/['’]s?$/.test(pieces[owner]?.lower ?? '')) return [];
    const end = endOfSentence(pieces, at);
    const from = pieces[at + 1]?.lower === ',' ? at + 2 : at + 1;
    return [
      {
        cue: { from: at, to: at + 1 },
        source: { from: 1, to: owner + 1 },
        content: [{ from, to: end }],
        kind: 'speech',
        base: 'count',
        negated: false,
      },
    ];
  }
  return [];
}
