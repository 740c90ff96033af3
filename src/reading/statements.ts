import type { Figure, Hedge, ReportStatement, Span, Stance, TimeWindow } from '../model/index.ts';
import type { Attribution } from './attribution.ts';
import type { Block } from './blocks.ts';
import { nounCueOf } from './english/noun-cues.ts';
import { looksFinite, subjectBefore } from './english/noun-phrase.ts';
import { compoundFiguresIn, figuresIn, type ReadFigure } from './figures.ts';
import type { Paragraph } from './find-attributions.ts';
import { castsDoubtBack, deniesByWords, doubtedCount, doubtOf, hedgesIn } from './hedges.ts';
import { placesIn, type ReadPlace } from './places.ts';
import {
  outletNamed,
  platformAfter,
  platformWithin,
  recordingIn,
  type SourceMemory,
  UNNAMED_SOURCE,
} from './sources.ts';
import { timesIn } from './times.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './units.ts';
import { isCheckable } from './worth.ts';

/** A statement in offsets of the layer's text. */
export type TextStatement = Omit<ReportStatement, 'id' | 'quote'>;

export interface Reading {
  readonly text: string;
  readonly outlet: string;
  readonly published?: string;
  /** The agency that the dateline names: one more link of every chain. */
  readonly agency?: string;
  readonly memory: SourceMemory;
  readonly places: ReadonlyMap<string, string>;
}

/** What stays in mind from one sentence to the next. */
export interface Thread {
  /** The building last named, which "the prison" and "inside" mean. */
  facility?: string;
}

/** One sentence with all that was read in it. */
interface Sentence extends Span {
  readonly tokens: readonly Token[];
  readonly figures: readonly ReadFigure[];
  readonly hedges: readonly Hedge[];
  readonly times: readonly (Span & { readonly window: TimeWindow })[];
  readonly places: readonly ReadPlace[];
}

const DENYING = new Set([
  'deny',
  'refute',
  'rebut',
  'disavow',
  'repudiate',
  'disown',
  'contradict',
  'نفى',
  'أنكر',
  'كذب',
]);
const DISMISSING = new Set(['dismiss', 'reject', 'dispute', 'deride', 'رفض']);
const CLAIM_WORDS =
  /\b(?:claims?|allegations?|accusations?|reports?|rumou?rs?|figures?|suggestions?|accounts?|numbers?|estimates?|assertions?|as)\b|(?:مزاعم|اتهامات|أنباء|تقارير|شائعات|ادعاءات|أرقام)/;
const DOUBTING = new Set([
  'believe',
  'think',
  'fear',
  'suspect',
  'worry',
  'assume',
  'presume',
  'guess',
  'suggest',
  'indicate',
  'imply',
  'hint',
  'speculate',
  'hope',
  'reckon',
  'feel',
  'imagine',
  'doubt',
  'concern',
  'rumour',
  'rumor',
  'speculation',
  'belief',
  'suspicion',
  'اعتقد',
  'خشي',
  'رجح',
  'توقع',
  'مخاوف',
  'يعتقد',
  'يخشى',
  'يشتبه',
  'يظن',
]);

/** The statements of one paragraph, in the order in which they stand. */
export function statementsOf(
  reading: Reading,
  block: Block,
  paragraph: Paragraph,
  next: Paragraph | undefined,
  thread: Thread,
): TextStatement[] {
  const sentences = sentencesRead(reading, paragraph);
  const after = next?.sentences[0] ? sentenceRead(reading, next, next.sentences[0]) : undefined;
  const found: TextStatement[] = [];
  const covered: Span[] = [];
  let attribution = 0;
  const ordered = [...paragraph.attributions].sort((a, b) => first(a) - first(b) || last(b) - last(a));
  const chains = new Map<Attribution, readonly string[]>();
  const merged = new Set<Attribution>();
  const unitSubjects = subjectsOf(paragraph.units);
  let subject = 0;
  for (; attribution < ordered.length; attribution++) {
    const each = ordered[attribution]!;
    while (subject < unitSubjects.length && unitSubjects[subject]!.end <= first(each))
      reading.memory.notice(reading.text, unitSubjects[subject++]!);
    const outer = ordered.slice(0, attribution).findLast((other) => other !== each && holds(other, each));
    const chain = chainOf(reading, block, each, outer && chains.get(outer), sentences);
    chains.set(each, chain);
    if (merged.has(each)) continue;
    if (saysNothing(reading.text, each)) continue;
    if (!each.source && !each.implicit && PASSED_ON.has(each.cueBase)) continue;
    if (outer && (each.kind === 'thought' || each.kind === 'stance' || !each.source)) continue;
    if (
      outer &&
      !each.source &&
      (each.kind === 'hearsay' || each.kind === 'seeming' || each.kind === 'thought')
    )
      continue;
    // "X claims that footage shows Y": one statement with a longer chain.
    const inner = ordered
      .slice(attribution + 1)
      .find(
        (other) => holds(each, other) && other.source && extent(other) >= 0.7 * (last(each) - first(each)),
      );
    let names = chain;
    if (inner) {
      names = chainOf(reading, block, inner, chain, sentences);
      chains.set(inner, names);
      merged.add(inner);
    }
    const whole = {
      start: Math.min(first(each), each.source?.start ?? Infinity, each.cue.start),
      end: Math.max(last(each), each.source?.end ?? 0, each.cue.end),
    };
    covered.push(whole);
    for (const span of piecesOf(reading.text, each, sentences)) {
      covered.push(span);
      found.push(...build(reading, block, sentences, after, thread, span, each, inner, names));
    }
  }
  while (subject < unitSubjects.length) reading.memory.notice(reading.text, unitSubjects[subject++]!);
  for (const sentence of sentences) {
    for (const span of uncovered(reading.text, sentence, covered)) {
      found.push(...unattributed(reading, block, sentences, after, thread, sentence, span));
    }
    for (const place of sentence.places) if (place.facility) thread.facility = place.name;
  }
  return found
    .filter((each) => !isQuestion(reading.text, each))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((each, index, all) => !repeatsFigure(each, all.slice(Math.max(0, index - 6), index)));
}

/** One figure of one source is stated once: "…, the council said in a statement posted" holds two cues. */
const repeatsFigure = (each: TextStatement, before: readonly TextStatement[]): boolean =>
  each.figure !== undefined &&
  before.some(
    (other) =>
      other.figure?.start === each.figure!.start &&
      other.figure.end === each.figure!.end &&
      other.figure.unit === each.figure!.unit &&
      other.chain.at(-1) === each.chain.at(-1),
  );

/** A question states nothing. */
const isQuestion = (text: string, span: Span): boolean =>
  /[?؟][”"’'»)]*$/.test(text.slice(Math.max(span.start, span.end - 4), span.end)) ||
  /^[?؟]/.test(text.slice(span.end, span.end + 1)) ||
  // Nor does a plea to whoever reads.
  /^["“«]?(?:please|kindly|الرجاء|رجاء|يرجى)\s/i.test(text.slice(span.start, span.start + 12));

/** What is asked, or known by acquaintance ("who know the building"), is no statement. */
function saysNothing(text: string, attribution: Attribution): boolean {
  const content = text.slice(first(attribution), Math.min(last(attribution), first(attribution) + 200));
  if (ASKING.has(attribution.cueBase))
    return !attribution.quoted && !/^(?:to|not|for|that|إلى)\b/i.test(content);
  if (!KNOWING.has(attribution.cueBase) || attribution.quoted) return false;
  return (
    /^(?:what|who|why|how|where|when|whether)\b/i.test(content) ||
    (attribution.antecedent !== undefined && !/^that\b/i.test(content))
  );
}
const ASKING = new Set(['ask', 'wonder', 'inquire', 'enquire', 'سأل']);
const KNOWING = new Set(['know', 'remember', 'learn', 'find out', 'forget']);

/** "Were told", "was asked": passives that only say that somebody heard; the sentence stands for itself. */
const PASSED_ON = new Set(['tell', 'ask', 'inform', 'remind', 'warn', 'name', 'call', 'see', 'know']);

const first = (attribution: Attribution): number => attribution.content[0]!.start;
const last = (attribution: Attribution): number => attribution.content.at(-1)!.end;
const holds = (outer: Attribution, inner: Attribution): boolean =>
  outer.content.some((content) => content.start <= inner.cue.start && content.end >= inner.cue.end) &&
  inner.cue.start !== outer.cue.start;
const extent = (attribution: Attribution): number =>
  Math.max(last(attribution), attribution.source?.end ?? 0, attribution.cue.end) -
  Math.min(first(attribution), attribution.source?.start ?? Infinity, attribution.cue.start);

function sentencesRead(reading: Reading, paragraph: Paragraph): Sentence[] {
  return paragraph.sentences.map((span) => sentenceRead(reading, paragraph, span));
}

function sentenceRead(reading: Reading, paragraph: Paragraph, span: Span): Sentence {
  const tokens = tokensWithin(paragraph.tokens, span);
  const figures = [...figuresIn(tokens), ...compoundFiguresIn(tokens)].sort((a, b) => a.start - b.start);
  return {
    ...span,
    tokens,
    figures,
    hedges: hedgesIn(tokens, figures),
    times: timesIn(tokens, reading.published),
    places: placesIn(reading.text, tokens, reading.places),
  };
}

function tokensWithin(tokens: readonly Token[], span: Span): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < tokens.length && tokens[end]!.end <= span.end) end++;
  return tokens.slice(low, end);
}

/** The subject of each unit: whom "they" in the next sentence means. */
function subjectsOf(units: readonly Unit[]): Span[] {
  const subjects: Span[] = [];
  for (const unit of units) {
    for (let at = 1; at < Math.min(unit.pieces.length, 40); at++) {
      if (!looksFinite(unit.pieces, at)) continue;
      const range = subjectBefore(unit.pieces, at);
      if (range)
        subjects.push({ start: unit.pieces[range.from]!.start, end: unit.pieces[range.to - 1]!.end });
      break;
    }
  }
  return subjects;
}

function chainOf(
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
  if (through && !base.includes(through)) hops.push(through);
  if (attribution.source) {
    const written = text.slice(attribution.source.start, attribution.source.end);
    const posted = platformWithin(text, attribution.source);
    if (posted && !base.includes(posted)) hops.push(posted);
    const first = /^(?:i|we|you|أنا|نحن)$/i.test(written)
      ? base.at(-1)!
      : (outletNamed(written) ??
        (posted && !/\b(?:by|from)\b/i.test(written)
          ? UNNAMED_SOURCE
          : memory.resolve(text, attribution.source, attribution.antecedent)));
    if (first !== base.at(-1)) hops.push(first);
    const office = memory.office(first);
    if (office !== undefined && !base.includes(office)) hops.push(office);
  } else if (attribution.implicit) {
    const speaker = memory.last() ?? UNNAMED_SOURCE;
    const office = memory.office(speaker);
    hops.push(speaker, ...(office !== undefined && !base.includes(office) ? [office] : []));
  } else if (outer === undefined) hops.push(UNNAMED_SOURCE);
  const recording =
    attribution.kind === 'speech' ? recordingIn(tokensOfContent(sentences, attribution), text) : undefined;
  if (recording) hops.push(recording);
  return [...base, ...hops.filter((hop, index) => hop !== base.at(-1) && hops.indexOf(hop) === index)];
}

const tokensOfContent = (sentences: readonly Sentence[], attribution: Attribution): Token[] =>
  sentences.flatMap((sentence) =>
    attribution.content.flatMap((content) =>
      content.start < sentence.end && content.end > sentence.start
        ? tokensWithin(sentence.tokens, content)
        : [],
    ),
  );

function baseChain(reading: Reading, block: Block): string[] {
  if (block.kind === 'post') return [reading.outlet, 'X', block.author ?? block.handle ?? UNNAMED_SOURCE];
  return reading.agency === undefined || reading.agency === reading.outlet
    ? [reading.outlet]
    : [reading.outlet, reading.agency];
}

const LONG = 350;

/** The stretches of text that an attribution states: one a clause or a quotation, one a sentence in long speech. */
function piecesOf(text: string, attribution: Attribution, sentences: readonly Sentence[]): Span[] {
  const whole = { start: first(attribution), end: last(attribution) };
  const parts = sentences
    .filter((sentence) => sentence.start < whole.end && sentence.end > whole.start)
    .map((sentence) => ({
      start: Math.max(sentence.start, whole.start),
      end: Math.min(sentence.end, whole.end),
      figures: sentence.figures.length,
    }));
  const split =
    parts.length > 1 && (whole.end - whole.start > LONG || parts.some((part) => part.figures > 0));
  const spans = split
    ? parts.map(({ start, end }) => ({ start, end }))
    : [widened(attribution, whole, parts.length === 1 ? sentences : [])];
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end - span.start > 2);
}

/**
 * A short content is stated with its source and cue: "rights groups report that torture is common". Doubt without a
 * source ("amid fears of …", "reportedly") is about its whole sentence where it holds little of it.
 */
function widened(attribution: Attribution, whole: Span, sentences: readonly Sentence[]): Span {
  const sentence = sentences.find((each) => each.start <= whole.start && each.end >= whole.end);
  if (!sentence) return whole;
  const start = Math.min(whole.start, attribution.cue.start, attribution.source?.start ?? whole.start);
  const end = Math.max(whole.end, attribution.cue.end, attribution.source?.end ?? whole.end);
  if (start < sentence.start || end > sentence.end) return whole;
  // «دعت الرابطة الأهالي إلى …»: without its verb a call is no sentence.
  if (attribution.kind === 'stance' && /^[\u0600-\u06ff]/.test(attribution.cueBase) && end - start < 400)
    return { start, end };
  if (
    !attribution.source &&
    !attribution.implicit &&
    (attribution.cueBase.endsWith('ly') || nounCueOf(attribution.cueBase) !== undefined) &&
    end - start < 0.65 * (sentence.end - sentence.start)
  )
    return { start: sentence.start, end: sentence.end };
  return whole.end - whole.start < 0.6 * (end - start) && end - start < 400 ? { start, end } : whole;
}

const LEAD = /^(?:[\s,;:–—-]|that\b(?=\s)|(?:ب|و)?أنّ?(?=\s)|إنّ?(?=\s)|بأن(?=\s))+/;
const TRAIL = /[\s,;:–—،؛-]+$/;

function trimmed(text: string, span: Span): Span {
  const written = text.slice(span.start, Math.min(span.end, span.start + 200));
  const lead = LEAD.exec(written)?.[0].length ?? 0;
  const trail = TRAIL.exec(text.slice(Math.max(span.start + lead, span.end - 20), span.end))?.[0].length ?? 0;
  return { start: span.start + lead, end: Math.max(span.start + lead, span.end - trail) };
}

function build(
  reading: Reading,
  block: Block,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  thread: Thread,
  span: Span,
  attribution: Attribution,
  inner: Attribution | undefined,
  chain: readonly string[],
): TextStatement[] {
  const index = sentences.findIndex((sentence) => sentence.start < span.end && sentence.end > span.start);
  const sentence = sentences[index];
  if (!sentence) return [];
  const inside = sentences.filter((each) => each.start < span.end && each.end > span.start);
  const tokens = inside.flatMap((each) => tokensWithin(each.tokens, span));
  const range = {
    start: Math.min(span.start, attribution.cue.start, attribution.source?.start ?? span.start),
    end: Math.max(span.end, attribution.cue.end, attribution.source?.end ?? span.end),
  };
  const near = {
    start: Math.max(range.start, sentence.start),
    end: Math.max(span.end, Math.min(range.end, inside.at(-1)!.end)),
  };
  const figures = inside.flatMap((each) =>
    each.figures.filter((figure) => figure.start >= span.start && figure.end <= span.end),
  );
  const ofSource =
    figures.length === 0 && attribution.source
      ? sentence.figures.filter(
          (figure) => figure.start >= attribution.source!.start && figure.end <= attribution.source!.end,
        )
      : [];
  if (tokens.filter((token) => token.kind !== 'mark').length < 3 && figures.length === 0) return [];
  const judged = judge(reading, sentences, after, index + inside.length - 1, near, inside);
  let stance: Stance = judged.stance;
  if (stance !== 'unverified') {
    const doubting =
      DOUBTING.has(attribution.cueBase) ||
      attribution.kind === 'seeming' ||
      attribution.kind === 'hearsay' ||
      (inner !== undefined && DOUBTING.has(inner.cueBase));
    if (doubting && stance === 'asserts') stance = 'hedged';
  }
  if (denies(reading.text, attribution, tokens, near))
    stance = attribution.negated && DENYING.has(attribution.cueBase) ? 'hedged' : 'denies';
  const shared = {
    ...span,
    stance,
    chain,
    ...(attribution.source ? { source: attribution.source } : {}),
    cue: attribution.cue,
    hedges: judged.hedges,
    ...whereAndWhen(inside, span, thread, sentence, attribution.source),
    ...(block.kind === 'headline' ? { headline: true } : {}),
  };
  return withFigures(shared, figures.length > 0 ? figures : ofSource.slice(0, 1));
}

function denies(text: string, attribution: Attribution, tokens: readonly Token[], near: Span): boolean {
  if (DENYING.has(attribution.cueBase)) return true;
  if (
    DISMISSING.has(attribution.cueBase) &&
    CLAIM_WORDS.test(text.slice(attribution.cue.end, Math.min(near.end, attribution.cue.end + 200)))
  )
    return true;
  return deniesByWords(tokens);
}

/** "…, but …" stands between: the doubt is about the other half of the sentence. */
function partedByBut(text: string, hedge: Span, near: Span): boolean {
  const between =
    hedge.end <= near.start
      ? text.slice(hedge.end, near.start)
      : hedge.start >= near.end
        ? text.slice(near.end, hedge.start)
        : '';
  return (
    /\bbut\b|لكن/.test(between) ||
    (hedge.end <= near.start && /^[\s,]*(?:but|لكن)/.test(text.slice(near.start, near.start + 8)))
  );
}

interface Judged {
  readonly stance: Stance;
  readonly hedges: Hedge[];
}

/** The stance by words of doubt around a statement, also in the sentence that follows. */
function judge(
  reading: Reading,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  lastIndex: number,
  near: Span,
  inside: readonly Sentence[],
): Judged {
  const hedges = inside.flatMap((each) =>
    each.hedges.filter(
      (hedge) =>
        (hedge.kind === 'verification' && !partedByBut(reading.text, hedge, near)) ||
        (hedge.start >= near.start && hedge.end <= near.end),
    ),
  );
  const following = sentences[lastIndex + 1] ?? after;
  const count = following && doubtedCount(following.tokens);
  const back =
    following &&
    castsDoubtBack(following.tokens, following.hedges) &&
    (count === undefined || inside.some((each) => each.figures.length > 0))
      ? following.hedges.filter((hedge) => hedge.kind === 'verification')
      : [];
  const all = [...hedges, ...back];
  const doubt = doubtOf(reading.text, all);
  return { stance: doubt.unverified ? 'unverified' : doubt.hedged ? 'hedged' : 'asserts', hedges: all };
}

const INSIDE_WORDS = new Set(
  'prison jail compound facility building complex inside there cells cell inmates prisoners detainees underground السجن المبنى داخله الزنازين السجناء المعتقلين هناك المكان'.split(
    ' ',
  ),
);

function whereAndWhen(
  inside: readonly Sentence[],
  span: Span,
  thread: Thread,
  sentence: Sentence,
  speaker?: Span,
): { place?: string; window?: TimeWindow } {
  // The name of the office that speaks is no place it speaks of.
  const spoken = (place: Span): boolean =>
    speaker !== undefined && place.start < speaker.end && place.end > speaker.start;
  const within = inside.flatMap((each) =>
    each.places.filter((place) => place.start >= span.start && place.end <= span.end && !spoken(place)),
  );
  const around = inside.flatMap((each) => each.places.filter((place) => !spoken(place)));
  const named = within.find((place) => place.facility) ?? around.find((place) => place.facility) ?? within[0];
  const meant =
    named?.name ??
    (sentence.tokens.some((token) => INSIDE_WORDS.has(token.lower)) ? thread.facility : undefined) ??
    around[0]?.name;
  const time =
    inside.flatMap((each) => each.times).find((each) => each.start >= span.start && each.end <= span.end) ??
    inside.flatMap((each) => each.times)[0];
  return { ...(meant === undefined ? {} : { place: meant }), ...(time ? { window: time.window } : {}) };
}

/** One statement a figure; without any, one. */
function withFigures(shared: Omit<TextStatement, 'figure'>, figures: readonly ReadFigure[]): TextStatement[] {
  if (figures.length === 0) return [shared];
  return figures.map(({ increment: _increment, ...figure }) => ({ ...shared, figure: figure as Figure }));
}

/** What of a sentence no attribution holds: stretches long enough to say something. */
function uncovered(text: string, sentence: Sentence, covered: readonly Span[]): Span[] {
  let rest: Span[] = [{ start: sentence.start, end: sentence.end }];
  for (const span of covered) {
    rest = rest.flatMap((each) => {
      if (span.end <= each.start || span.start >= each.end) return [each];
      const parts: Span[] = [];
      if (span.start > each.start) parts.push({ start: each.start, end: span.start });
      if (span.end < each.end) parts.push({ start: span.end, end: each.end });
      return parts;
    });
  }
  return rest.map((each) => trimmed(text, each)).filter((each) => each.end - each.start > 12);
}

/** Words that lead from one matter to the next. */
const LEAD_OVER =
  /^(?:(?:it|this|that|the news|the move) comes (?:as|after|amid)\s+|(?:but|and|meanwhile|however|while|whilst)[\s,]+)/i;

function unattributed(
  reading: Reading,
  block: Block,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  thread: Thread,
  sentence: Sentence,
  stretch: Span,
): TextStatement[] {
  const leadOver = LEAD_OVER.exec(
    reading.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 60)),
  );
  const span = leadOver ? { start: stretch.start + leadOver[0].length, end: stretch.end } : stretch;
  const tokens = tokensWithin(sentence.tokens, span);
  const words = tokens.filter((token) => token.kind !== 'mark');
  const figures = sentence.figures.filter((figure) => figure.start >= span.start && figure.end <= span.end);
  if (words.length < 4 && figures.length === 0) return [];
  if (castsDoubtBack(sentence.tokens, sentence.hedges) && figures.length === 0) return [];
  const index = sentences.indexOf(sentence);
  const judged = judge(reading, sentences, after, index, span, [sentence]);
  const part = span.end - span.start < (sentence.end - sentence.start) * 0.6;
  if (figures.length === 0) {
    if (!isCheckable(reading.text.slice(span.start, span.end), tokens, judged.stance !== 'asserts'))
      return [];
    if (part && (words.length < 8 || !tokens.some((_, at) => looksFinite(tokens, at)))) return [];
  }
  const stance: Stance = deniesByWords(tokens) ? 'denies' : judged.stance;
  const shared = {
    ...span,
    stance,
    chain: baseChain(reading, block),
    hedges: judged.hedges,
    ...whereAndWhen([sentence], span, thread, sentence),
    ...(block.kind === 'headline' ? { headline: true } : {}),
  };
  return withFigures(shared, figures);
}
