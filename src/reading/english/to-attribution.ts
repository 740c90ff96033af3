import type { Span } from '../../model/index.ts';
import type { Attribution, Piece } from '../attribution.ts';
import type { Unfinished } from '../statements.ts';
import type { Unit } from '../units.ts';
import { type Frame, isPlausible } from './frame.ts';
import { isCapitalised, type Range } from './noun-phrase.ts';
import { subjectBefore } from './subject.ts';
import { NEGATIONS, RELATIVES } from './words.ts';

const plausible = (pieces: readonly Piece[], range: Range | undefined): Range | undefined =>
  range && isPlausible(pieces, range) ? range : undefined;

/** "led by a former cook who says": the noun behind the last preposition or verb, from its article on. */
function objectBefore(pieces: readonly Piece[], to: number): Range | undefined {
  for (let at = to - 1; at > 0 && to - at < 12; at--) {
    const word = pieces[at]!.lower;
    if (pieces[at]!.kind === 'mark' || pieces[at]!.kind === 'quote' || NEGATIONS.has(word)) return undefined;
    if (ARTICLES.has(word)) return { from: at, to };
  }
  return undefined;
}

/** "the Owl League, a group of survivors, which said": the name before the words that say what it is. */
function behindApposition(pieces: readonly Piece[], antecedent: Range | undefined): Range | undefined {
  if (!antecedent || antecedent.from < 3 || !/^(?:an?|the)$/.test(pieces[antecedent.from]!.lower))
    return antecedent;
  const comma = antecedent.from - 1;
  if (pieces[comma]!.lower !== ',' || !isCapitalised(pieces[comma - 1])) return antecedent;
  let from = comma;
  while (from > 0 && (isCapitalised(pieces[from - 1]) || /^(?:of|for|the)$/.test(pieces[from - 1]!.lower)))
    from--;
  while (from < comma && /^(?:of|for)$/.test(pieces[from]!.lower)) from++;
  return { from, to: comma };
}

/** "a reward for anyone who can point to the door": nobody yet. */
const ANYONE = new Set([
  'those',
  'anyone',
  'anybody',
  'whoever',
  'somebody',
  'someone',
  'nobody',
  'everyone',
]);

const ARTICLES = new Set(['a', 'an', 'the', 'one', 'another', 'two', 'three', 'several', 'some', 'other']);

export function toAttribution(unit: Unit, frame: Frame): Attribution | undefined {
  const pieces = unit.pieces;
  const spanOf = (range: Range): Span | undefined => {
    let { from, to } = range;
    while (from < to && [',', '.', ':', ';'].includes(pieces[from]!.lower)) from++;
    while (to > from && [',', ';', ':', '—', '–', '-'].includes(pieces[to - 1]!.lower)) to--;
    return from < to ? { start: pieces[from]!.start, end: pieces[to - 1]!.end } : undefined;
  };
  const content = frame.content.map(spanOf).filter((span): span is Span => span !== undefined);
  const cue = spanOf(frame.cue) ?? {
    start: pieces[frame.cue.from]!.start,
    end: pieces[frame.cue.to - 1]!.end,
  };
  if (content.length === 0) return undefined;
  const source = frame.source && spanOf(frame.source);
  const addressee = frame.addressee && spanOf(frame.addressee);
  const cites = frame.cites && spanOf(frame.cites);
  const relative =
    frame.source &&
    frame.source.to - frame.source.from === 1 &&
    RELATIVES.has(pieces[frame.source.from]!.lower)
      ? pieces[frame.source.from - 1]?.lower === ','
        ? frame.source.from - 1
        : frame.source.from
      : undefined;
  const antecedent =
    relative === undefined
      ? undefined
      : behindApposition(
          pieces,
          plausible(pieces, subjectBefore(pieces, relative)) ?? objectBefore(pieces, relative),
        );
  // "could not find out who wrote it" asks, and names nobody.
  if (
    frame.source &&
    frame.source.to - frame.source.from === 1 &&
    ['who', 'whom', 'whose'].includes(pieces[frame.source.from]!.lower) &&
    (!antecedent ||
      !isPlausible(pieces, antecedent) ||
      NEGATIONS.has(pieces[antecedent.from]!.lower) ||
      ANYONE.has(pieces[antecedent.to - 1]!.lower))
  )
    return undefined;
  const stoodFor =
    antecedent &&
    spanOf(
      pieces[antecedent.from]!.lower === 'together' && pieces[antecedent.from + 1]?.lower === 'with'
        ? { from: antecedent.from + 2, to: antecedent.to }
        : antecedent,
    );
  const quoted = frame.content.some((range) =>
    pieces.slice(range.from, range.to).some((piece) => piece.kind === 'quote'),
  );
  const attribution: Unfinished<Attribution> = {
    content,
    cue,
    kind: frame.kind,
    cueBase: frame.base,
    negated: frame.negated,
    quoted,
  };
  if (source) attribution.source = source;
  if (addressee) attribution.addressee = addressee;
  if (cites) attribution.cites = cites;
  if (frame.names) attribution.names = frame.names;
  if (stoodFor) attribution.antecedent = stoodFor;
  return attribution;
}
