import type { Hedge, Span, Stance } from '../../model/index.ts';
import type { Attribution } from '../attribution.ts';
import { wordClass } from '../classes.ts';
import { BELIEVED_BY_NOBODY, castsDoubtBack, deniesByWords, doubtedCount, doubtOf } from '../hedges.ts';
import type { Token } from '../tokens.ts';
import { partedByBut } from './content-span.ts';
import { type Reading, type Sentence, tokensWithin } from './sentence-read.ts';

export const DENYING = new Set([
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
  'فند',
  'دحض',
  'استبعد',
]);

const DISMISSING = new Set([
  'dismiss',
  'reject',
  'dispute',
  'deride',
  'ridicule',
  'mock',
  'scoff',
  'rubbish',
  'debunk',
  'discredit',
  'رفض',
]);

/** "called the figure absurd", "branded the report a fabrication", «وصف الأنباء بأنها خيال» */
const CALLING = new Set([
  'call',
  'describe',
  'brand',
  'label',
  'dub',
  'term',
  'denounce',
  'characterise',
  'characterize',
  'وصف',
  'رأى',
]);

const SCORN =
  /\b(?:fak(?:e|ed|ery)|false|lies?|absurd|nonsense|baseless|unfounded|groundless|fabricat\w+|fiction|fictitious|forger(?:y|ies)|forged|invent(?:ed|ion)|hoax|propaganda|rubbish|ridiculous|laughable|ludicrous|preposterous|slander|libel|smear|myth|fantasy|untrue|impossible|exaggerat\w+|misleading|malicious|a joke|fairy[ -]tale|novel)\b|خيال|كذب|أكاذيب|هراء|افتراء|ملفق|تلفيق|مضلل|أوهام|مفبرك|فبركة|باطل|سخيف|مختلق|مزور|دعاية/iu;

const CLAIM_WORDS =
  /\b(?:claims?|allegations?|accusations?|reports?|rumou?rs?|figures?|suggestions?|accounts?|numbers?|estimates?|assertions?|as)\b|(?:مزاعم|اتهامات|أنباء|تقارير|شائعات|ادعاءات|أرقام|الأرقام|الرقم|الحصيلة|رواي(?:ة|ات)|ما (?:أورد|ذكر|نشر|تداول|قال|قيل|تناقل|جاء|ورد))/;

export const DOUBTING = new Set([
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

export function denies(
  text: string,
  attribution: Attribution,
  tokens: readonly Token[],
  near: Span,
): boolean {
  if (DENYING.has(attribution.cueBase)) return true;
  if (
    attribution.source &&
    BELIEVED_BY_NOBODY.test(text.slice(attribution.source.start, attribution.cue.end))
  )
    return true;
  if (
    DISMISSING.has(attribution.cueBase) &&
    CLAIM_WORDS.test(text.slice(attribution.cue.end, Math.min(near.end, attribution.cue.end + 200)))
  )
    return true;
  if (CALLING.has(attribution.cueBase)) {
    const said = text.slice(attribution.cue.end, Math.min(near.end, attribution.cue.end + 240));
    // `The rebels called the trench "a well"` tells how they name it; a claim called false is denied.
    if (CLAIM_OBJECT.test(said.slice(0, 70)) && SCORN.test(said)) return true;
  }
  return deniesByWords(tokens);
}

const CLAIM_OBJECT =
  /^\s*(?:\S+\s){0,4}?(?:claims?|allegations?|accusations?|reports?|rumou?rs?|figures?|suggestions?|accounts?|numbers?|estimates?|assertions?|stor(?:y|ies)|papers?|documents?|lists?|photographs?|photos?|pictures?|images?|them|it|this|that|those|these)\b|^\s*(?:\S+\s){0,4}?(?:ما|مزاعم|اتهامات|أنباء|تقارير|شائعات|ادعاءات|ال(?:مزاعم|اتهامات|أنباء|تقارير|شائعات|ادعاءات|أرقام|رقم|حصيلة|رواية|صور|وثائق|قائمة|قوائم|كلام|حديث|تصريحات))(?=\s)/iu;

/** The clauses that stand beside this stretch in its sentences: what they say of time and doubt is theirs. */
export const siblingsOf = (inside: readonly Sentence[], span: Span): readonly Span[] =>
  inside.flatMap(({ clauses }) =>
    clauses.filter((clause) => clause.end <= span.start || clause.start >= span.end),
  );

/** "…, but this number could not be confirmed": the clause is about the one before it. */
const castsDoubtOn = (sentence: Sentence, clause: Span): boolean =>
  castsDoubtBack(tokensWithin(sentence.tokens, clause), sentence.hedges);

interface Judged {
  readonly stance: Stance;
  readonly hedges: Hedge[];
}

/** The stance by words of doubt around a statement, also in the sentence that follows. */
export function judge(
  reading: Reading,
  sentences: readonly Sentence[],
  after: Sentence | undefined,
  lastIndex: number,
  near: Span,
  inside: readonly Sentence[],
  span: Span = near,
): Judged {
  const following = sentences[lastIndex + 1] ?? after;
  if (!following?.castsBack && !inside.some((each) => each.hedges.length > 0))
    return { stance: 'asserts', hedges: [] };
  const hedges = inside.flatMap((each) => {
    if (each.hedges.length === 0) return [];
    const beside = siblingsOf([each], span).filter((clause) => !castsDoubtOn(each, clause));
    return each.hedges.filter(
      (hedge) =>
        !beside.some((clause) => hedge.start >= clause.start && hedge.end <= clause.end) &&
        ((hedge.kind === 'verification' && !partedByBut(reading.text, hedge, near)) ||
          (hedge.start >= near.start && hedge.end <= near.end) ||
          (hedge.kind === 'verification' && beside.length === 0 && siblingsOf([each], span).length > 0)),
    );
  });
  const back =
    following?.castsBack &&
    (doubtedCount(following.tokens) === undefined || inside.some((each) => each.figures.length > 0))
      ? following.hedges.filter((hedge) => hedge.kind === 'verification')
      : [];
  const all = [...hedges, ...back];
  const doubt = doubtOf(reading.text, all);
  return { stance: doubt.unverified ? 'unverified' : doubt.hedged ? 'hedged' : 'asserts', hedges: all };
}

export const INSIDE = wordClass(
  'prison jail compound facility building complex inside there cells cell inmates prisoners detainees underground السجن المبنى داخله الزنازين السجناء المعتقلين هناك المكان'.split(
    ' ',
  ),
);

export const HOSPITAL = wordClass(
  'hospital ward wards mortuary morgue patients المستشفى المشفى بالمستشفى بالمشفى المشرحة ثلاجات'.split(' '),
);
