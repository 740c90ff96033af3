import type { Span } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Unit } from '../units.ts';
import { type Frame, isPlausible } from './frame.ts';
import type { Range } from './noun-phrase.ts';
import { subjectBefore } from './subject.ts';
import { NEGATIONS, RELATIVES } from './words.ts';

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
  const antecedent =
    frame.source &&
    frame.source.to - frame.source.from === 1 &&
    RELATIVES.has(pieces[frame.source.from]!.lower)
      ? subjectBefore(
          pieces,
          pieces[frame.source.from - 1]?.lower === ',' ? frame.source.from - 1 : frame.source.from,
        )
      : undefined;
  // "could not find out who wrote it" asks, and names nobody.
  if (
    frame.source &&
    frame.source.to - frame.source.from === 1 &&
    ['who', 'whom', 'whose'].includes(pieces[frame.source.from]!.lower) &&
    (!antecedent || !isPlausible(pieces, antecedent) || NEGATIONS.has(pieces[antecedent.from]!.lower))
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
  return {
    content,
    ...(source ? { source } : {}),
    cue,
    kind: frame.kind,
    cueBase: frame.base,
    negated: frame.negated,
    quoted,
    ...(addressee ? { addressee } : {}),
    ...(stoodFor ? { antecedent: stoodFor } : {}),
  };
}
