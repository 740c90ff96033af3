import type { Span } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Block } from '../blocks.ts';
import { startOfVerb } from '../english/doer.ts';
import { looksFinite } from '../english/finite-verb.ts';
import { insideRelative } from '../english/phrase-after.ts';
import { subjectBefore } from '../english/subject.ts';
import { outletNamed, platformAfter, platformWithin } from '../outlets.ts';
import { recordingIn, UNNAMED_SOURCE } from '../sources.ts';
import type { Unit } from '../units.ts';
import { type Gender, NOBODY, OWN_PEOPLE } from '../who-is-meant.ts';
import { type Reading, type Sentence, tokensWithin } from './sentence-read.ts';

/** The subject of each unit: whom "they" in the next sentence means. */
export function subjectsOf(units: readonly Unit[]): Span[] {
  const subjects: Span[] = [];
  for (const unit of units) {
    let clauses = 0;
    for (let at = 1; at < Math.min(unit.pieces.length, 60) && clauses < 3; at++) {
      if (!looksFinite(unit.pieces, at) || insideRelative(unit.pieces, at)) continue;
      clauses++;
      const range = subjectBefore(unit.pieces, startOfVerb(unit.pieces, at));
      const start = range && unit.pieces[range.from]!.start;
      if (range && start !== subjects.at(-1)?.start)
        subjects.push({ start: start!, end: unit.pieces[range.to - 1]!.end });
    }
  }
  return subjects;
}

/** "An earlier version of this report said": the outlet, of itself. */
const OWN_VERSION =
  /^(?:an?|the|our|this)\s+(?:earlier|previous|prior|first|original)\s+(?:version|edition|draft)\s+of\s+(?:this|the|our)\b|^(?:ال)?(?:نسخة|صيغة)\s+(?:ال)?(?:سابقة|أولى|قديمة)\s+من\s+(?:هذا|هذه)(?=\s)/iu;

/** "The Courier" in a report of the Lowland Courier: the outlet's name, or the last words of it. */
const isOwnName = (written: string, outlet: string): boolean =>
  /^the\s+\p{Lu}/iu.test(written) &&
  ` ${outlet.toLowerCase()}`.endsWith(written.toLowerCase().replace(/^the\s+/, ' '));

export function chainOf(
  reading: Reading,
  block: Block,
  attribution: Attribution,
  outer: readonly string[] | undefined,
  sentences: readonly Sentence[],
): readonly string[] {
  const { text, memory } = reading;
  const base = outer ?? baseChain(reading, block);
  const hops: string[] = [];
  const sentence = sentences.find(
    (each) => each.start <= attribution.cue.start && each.end >= attribution.cue.end,
  );
  const platform =
    attribution.kind === 'speech'
      ? platformAfter(text, attribution.cue.end, sentence?.end ?? attribution.cue.end)
      : undefined;
  if (platform && !base.includes(platform)) hops.push(platform);
  const through =
    attribution.addressee && outletNamed(text.slice(attribution.addressee.start, attribution.addressee.end));
  if (through) memory.outlet(through);
  if (through && !base.includes(through)) hops.push(through);
  const nobody =
    attribution.source !== undefined &&
    NOBODY.test(text.slice(attribution.source.start, attribution.source.start + 10));
  if (
    nobody ||
    isTurnedDown(text, attribution) ||
    keepsSilent(text, attribution) ||
    (attribution.kind === 'evidence' && isPartOfMany(attribution, text))
  )
    return base;
  if (attribution.source) {
    const written = text.slice(attribution.source.start, attribution.source.end);
    const posted = platformWithin(text, attribution.source);
    if (posted && !base.includes(posted)) hops.push(posted);
    const first =
      /^(?:i|we|you|أنا|نحن)$/i.test(written) ||
      OWN_VERSION.test(written) ||
      isOwnName(written, reading.outlet) ||
      (outer !== undefined &&
        (OWN_PEOPLE.test(written) || (/^(?:it|they)$/i.test(written) && memory.isBody(outer.at(-1)!))))
        ? base.at(-1)!
        : (outletNamed(written) ??
          (posted && !/\b(?:by|from)\b/i.test(written)
            ? UNNAMED_SOURCE
            : memory.resolve(text, attribution.source, attribution.antecedent)));
    const gender = genderOfVerb(attribution, text);
    if (gender) memory.agrees(first, gender);
    const office = memory.office(first);
    if (first !== base.at(-1) && office !== undefined && !base.includes(office)) hops.push(office);
    if (first !== base.at(-1)) hops.push(first);
    else if (through) hops.pop();
    if (attribution.cites) hops.push(memory.resolve(text, attribution.cites));
  } else if (attribution.implicit) {
    const speaker =
      (attribution.antecedent && memory.resolve(text, attribution.antecedent)) ??
      memory.last(genderOfVerb(attribution, text)) ??
      UNNAMED_SOURCE;
    const office = memory.office(speaker);
    hops.push(...(office !== undefined && !base.includes(office) ? [office] : []), speaker);
  } else if (outer === undefined && !isOwnFinding(attribution)) hops.push(UNNAMED_SOURCE);
  const recording = attribution.kind === 'speech' ? recordingWithin(text, sentences, attribution) : undefined;
  if (recording) hops.push(recording);
  return [...base, ...hops.filter((hop, index) => hop !== base.at(-1) && hops.indexOf(hop) === index)];
}

/** «قالت», «تقول»: she, or a body; «قال», «يقول»: he. Nothing of plurals and of other languages. */
function genderOfVerb({ cue, cueBase }: Attribution, text: string): Gender | undefined {
  if (cueBase.charCodeAt(0) < 0x600) return undefined;
  const word = text
    .slice(cue.start, cue.end)
    .replace(/[\u064b-\u0652]/gu, '')
    .replace(/^[وف](?=\p{L}{3})/u, '');
  if (/(?:وا|ون|ان|ين)$/u.test(word)) return undefined;
  const past = cueBase.replace(/[ىا]$/u, '');
  if (word === cueBase) return 'he';
  if (word === `${past}ت`) return 'she';
  if (/^ي\p{L}{2,}$/u.test(word)) return 'he';
  return /^ت\p{L}{2,}$/u.test(word) && !cueBase.startsWith('ت') ? 'she' : undefined;
}

/** "Many show the same person": some of the things just told of, which say nothing. */
const isPartOfMany = ({ source }: Attribution, text: string): boolean =>
  source !== undefined &&
  /^(?:many|most|some|several|others|all|both|few)$/i.test(text.slice(source.start, source.end));

/** The body of the chain whose next link is a person who speaks for it. */
export function bodySpokenFor(reading: Reading, chain: readonly string[]): string | undefined {
  const at = chain.findLastIndex(
    (name, index) => index > 0 && reading.memory.office(name) === chain[index - 1],
  );
  return chain[at - 1];
}

/** "There is no truth to reports of …": that it is not so is the word of whoever speaks here. */
const isTurnedDown = (text: string, { source, cue }: Attribution): boolean =>
  source === undefined &&
  ((/^(?:evidence|proof|signs?|indications?) (?:of|that)$/i.test(text.slice(cue.start, cue.end)) &&
    /\bno\s+$/i.test(text.slice(Math.max(0, cue.start - 5), cue.start))) ||
    (/\bno /i.test(text.slice(Math.max(0, cue.start - 40), cue.start)) &&
      /\bno (?:truth|basis|substance|evidence|proof|signs?|trace|indication|hint)\s+(?:\p{L}+\s+){0,3}$/iu.test(
        text.slice(Math.max(0, cue.start - 40), cue.start),
      )));

/** "It appears to hold 40 names", "was found to be empty": the writer's own eyes, not another's word. */
const isOwnFinding = ({ kind, cueBase, cue }: Attribution): boolean =>
  kind === 'seeming' ||
  (kind === 'hearsay' &&
    // "captives feared dead": one participle, and the doubt is the writer's.
    (FINDING.has(cueBase) || (FEARED.has(cueBase) && cue.end - cue.start < 11)));
const FEARED = new Set(['fear', 'believe', 'think', 'presume', 'suspect', 'assume', 'know']);
const FINDING = new Set([
  'find',
  'show',
  'prove',
  'know',
  'see',
  'reveal',
  'determine',
  'discover',
  'seemingly',
  'apparently',
]);

/** "He would not say what the total was", "has not explained the gap": that they keep silent is the writer's word. */
const keepsSilent = (text: string, { negated, quoted, cueBase, content }: Attribution): boolean =>
  negated &&
  !quoted &&
  (SILENT.has(cueBase) ||
    (cueBase === 'say' &&
      /^(?:what|who|why|how|where|when|whether|if)\b/i.test(
        text.slice(content[0]!.start, content[0]!.start + 8),
      )));
const SILENT = new Set([
  'explain',
  'comment',
  'respond',
  'reply',
  'elaborate',
  'disclose',
  'specify',
  'clarify',
  'answer',
]);

function recordingWithin(
  text: string,
  sentences: readonly Sentence[],
  attribution: Attribution,
): string | undefined {
  let whole: Span | undefined;
  for (const sentence of sentences)
    for (const content of attribution.content) {
      if (content.start >= sentence.end || content.end <= sentence.start) continue;
      const tokens = tokensWithin(sentence.tokens, content);
      if (tokens.length > 0) whole = { start: whole?.start ?? tokens[0]!.start, end: tokens.at(-1)!.end };
    }
  return whole && recordingIn(text, whole);
}

export function baseChain(reading: Reading, block: Block): string[] {
  const { outlet, agency, ownVoice } = reading;
  const own = [
    outlet,
    ...[agency, ownVoice].filter((name): name is string => name !== undefined && name !== outlet),
  ];
  return block.kind === 'post'
    ? [
        ...own,
        ...(block.platform === undefined ? [] : [block.platform]),
        block.author ?? block.handle ?? UNNAMED_SOURCE,
      ]
    : own;
}

export const LONG = 350;
