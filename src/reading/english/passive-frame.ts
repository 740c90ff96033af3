import type { AttributionKind, Piece } from '../attribution.ts';
import { clauseEnd } from './content-after.ts';
import type { VerbCue } from './cues.ts';
import { endOfSentence, type Frame } from './frame.ts';
import type { Range } from './noun-phrase.ts';
import { phraseAfter } from './phrase-after.ts';
import { subjectBefore } from './subject.ts';
import { MONTHS, TIME_WORDS } from './words.ts';

/** What is said, thought or called without saying by whom. */
const HELD_BY_MANY = new Set(
  'say believe think know expect report allege assume consider presume suspect feel see fear understand estimate claim suppose dub describe call label brand nickname name deem regard perceive view portray predict'.split(
    ' ',
  ),
);

/** "whose volunteers are called the Owls, said": the name ends with its comma. */
const NAMING = new Set(['dub', 'call', 'label', 'brand', 'nickname', 'name']);

/** "remarks repeated by broadcasters": whose words they are stands elsewhere. */
const PASSES_ON = new Set(['repeat', 'echo', 'relay', 'broadcast', 'quote', 'cite']);

export function passiveFrame(
  pieces: readonly Piece[],
  cue: VerbCue,
  shared: Omit<Frame, 'source' | 'content'>,
): Frame | undefined {
  const subject = subjectBefore(pieces, cue.from);
  const { base } = cue.form;
  const at = cue.to;
  const end = endOfSentence(pieces, at);
  if (pieces[at]?.lower === 'by' && !PASSES_ON.has(base)) {
    const agent = phraseAfter(pieces, at + 1, end);
    if (!agent || TIME_WORDS.has(pieces[agent.from]!.lower) || MONTHS.has(pieces[agent.from]!.lower))
      return undefined;
    // "As reported by the Daily Bell, …"
    if (!subject && pieces[0]!.lower === 'as' && pieces[agent.to]?.lower === ',' && agent.to + 1 < end) {
      return { ...shared, source: agent, content: [{ from: agent.to + 1, to: end }] };
    }
    const content: Range[] = subject ? [subject] : [];
    if (agent.to < end && ['to', 'of', 'for', 'that', 'as'].includes(pieces[agent.to]!.lower))
      content.push({ from: agent.to, to: end });
    return content.length > 0 ? { ...shared, source: agent, content } : undefined;
  }
  const next = pieces[at]?.lower ?? '';
  if (base === 'tell' || base === 'ask' || base === 'inform' || base === 'remind' || base === 'warn') {
    if (at >= end || pieces[at]!.kind === 'mark') return undefined;
    return {
      cue: shared.cue,
      kind: shared.kind,
      base,
      negated: shared.negated,
      content: [{ from: at, to: end }],
    };
  }
  if (HELD_BY_MANY.has(base) || next === 'to' || next === 'that') {
    if (at >= end) return undefined;
    const comma = NAMING.has(base) ? pieces.findIndex(({ lower }, to) => to > at && lower === ',') : -1;
    const stop = comma > 0 && comma < end ? comma : clauseEnd(pieces, at, end);
    const content: Range[] = [];
    if (subject && pieces[subject.from]!.lower !== 'it') content.push(subject);
    content.push({ from: at, to: stop });
    const kind: AttributionKind = shared.kind === 'stance' ? 'stance' : 'hearsay';
    return { cue: shared.cue, kind, base, negated: shared.negated, content };
  }
  return undefined;
}
