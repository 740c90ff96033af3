import type { Hedge, HedgeKind } from '../model/index.ts';
import { arabicDenial } from './arabic/denial.ts';
import { classesAmong, NOT_LATIN, wordClass } from './classes.ts';
import { type PhraseHit, phraseBook, phrasesIn } from './phrases.ts';
import type { Token } from './tokens.ts';

/**
 * Words of doubt in four layers, after the semantic types of Szarvas et al. (2012) and newsroom habit: what is meant,
 * where it was heard, what was checked, how many.
 */
const BOOK = phraseBook<HedgeKind>([
  [
    'meaning',
    `believed to be|believed to have|believed|believe|believes|thought to be|thought to have|suspected|suspect|suspects|presumed|assumed|supposed to be
    |may|may be|may have|might|might be|might have|could be|could have been|could soon|could|possibly|perhaps|maybe|probably|likely|unlikely|presumably|seemingly
    |appears to|appear to|appeared to|appears to be|what appears to be|what appeared to be|appeared to show|appears to show|appear to show|seems to|seem to|seemed to|apparent|apparently
    |what looks like|what look like|what looked like|looks like|look like|looked like|consistent with|indicative of|pointing to|points to
    |potentially|potential|feared|fears|fear|growing fears|growing concerns|concerns|amid fears|amid concerns|worries|suggests|suggest|suggesting|suggested|indicates|indicate|indicating|hopes
    |estimates suggesting|estimates suggest|estimates|it is possible|not clear|unclear|it was not clear|it is not clear|uncertain|not certain|unknown whether|not known whether|can not rule out|cannot rule out|cannot be ruled out
    |قد يكون|قد تكون|قد يكونون|ربما|من المحتمل|يحتمل|يحتمل أن|يرجح|يرجح أن|من المرجح|يعتقد|يعتقد أن|ويعتقد|نعتقد|يبدو|يبدو أن|تبدو|على ما يبدو|يخشى|يخشى أن|مخاوف|وسط مخاوف|تخوف|خشية|يشتبه|يشتبه بأنه|يظن|محتمل|محتملة|مفترض|يفترض|تقديرات|تشير التقديرات|تشير تقديرات|لعل|من غير الواضح|لم يتضح|غير واضح|غير المعروف`,
  ],
  [
    'hearsay',
    `reportedly|allegedly|alleged|purportedly|purported|supposedly|said to be|said to have|is said to|are said to|was said to|were said to|are said to be|is said to be|were said to be|was said to be|being claimed|it is claimed|it was claimed|claimed to have
    |rumours|rumors|rumour|rumor|rumoured|rumored|amid rumours|amid rumors|amid rumours of|amid rumors of|unconfirmed reports|reports stating|reports say|reports said|reports claim|reports suggest|reports suggesting|reports that|according to reports|so-called
    |considered to be|reported to be|reported to have|circulating online|widely circulated|it is understood
    |يقال|يقال إن|قيل|قيل إن|شائعات|شائعة|إشاعات|أنباء|أنباء عن|تردد|ترددت أنباء|مزاعم|يزعم|زعم|بحسب مزاعم|متداول|متداولة|تم تداول|تداول ناشطون|يتداول`,
  ],
  [
    'verification',
    `not been independently verified|not independently verified|has not been independently verified|have not been independently verified|could not be independently verified|could not independently verify|unable to verify|unable to independently verify|was unable to verify|were unable to verify|cannot be verified|could not be verified|cannot be independently verified|not been verified|not verified|yet to be verified|yet to be confirmed|has yet to be confirmed|have yet to be confirmed|yet to confirm|not been confirmed|has not been confirmed|have not been confirmed|not yet been confirmed|not yet confirmed|not confirmed|could not be confirmed|could not be independently confirmed|cannot be independently confirmed|cannot be confirmed|could not be independently checked|could not be checked|could not confirm|could not immediately confirm|could not immediately be confirmed|could not immediately be verified|no independent confirmation|without independent confirmation|no confirmation|not immediately possible to verify|not possible to verify|unverified|unconfirmed|uncorroborated|without verification|no official confirmation|has not verified|have not verified|not independently confirmed|awaiting confirmation|awaiting verification|not been able to verify|not been able to independently verify|not been able to confirm|not been able to independently confirm|not able to verify|not able to confirm|unable to confirm|unable to independently confirm|did not verify|could be verified|could be independently verified|could be confirmed|could be independently confirmed|can be verified|can be confirmed|could not verify|can not verify|cannot verify|cannot confirm|cannot independently verify|no way of verifying|no way to verify|no way of confirming|impossible to verify|impossible to confirm|not possible to confirm|not possible to independently verify|not been tested|not been checked|has not been checked|have not been checked|was not verified|were not verified
    |لم يتسن التحقق|لم يتسن التأكد|لم نتأكد|لم نتحقق|لم نتمكن * من التحقق|لم نتمكن من التحقق|لم يتسن|تعذر التحقق|لم يتم التحقق|لم تتمكن * من التحقق|لم يتمكن * من التحقق|لا يمكن التحقق|لم تتحقق|غير مؤكدة|غير مؤكد|غير المؤكدة|لم يتأكد|لم تؤكد|لم يؤكد|لم يتم تأكيد|لم يصدر تأكيد|من دون تأكيد|دون تأكيد|دون التحقق|غير موثقة|غير موثق|لم تتأكد|التحقق بشكل مستقل|بشكل مستقل من صحة`,
  ],
  [
    'quantity',
    `more than|over|at least|as many as|as much as|up to|around|about|approximately|roughly|nearly|almost|close to|some|an estimated|estimated|fewer than|less than|no more than|no fewer than|no less than|upwards of|in excess of|at most|or more|or so|if not
    |أكثر من|اكثر من|ما لا يقل عن|لا يقل عن|نحو|حوالي|قرابة|ما يقارب|ما يقرب من|زهاء|أقل من|ما يصل إلى|ما يزيد على|ما يزيد عن|تقريبا|على الأقل|يقدر بنحو`,
  ],
]);

/** Doubt that makes a statement unverified rather than hedged. */
const UNVERIFIED_HEARSAY =
  /^(?:reportedly|purported|purportedly|supposedly|rumou?r|rumou?rs|rumou?red|amid rumou?rs(?: of)?|unconfirmed reports|قيل|يقال|شائع|إشاع|أنباء|تردد|مزاعم)/;

const NUMBER_AHEAD = 3;

/** The hedges among `tokens`. A quantity word counts only where a number or a vague quantity follows it. */
export function hedgesIn(
  tokens: readonly Token[],
  figures: readonly { start: number; end: number }[],
  classes = classesAmong(tokens),
): Hedge[] {
  const hits: PhraseHit<HedgeKind>[] = phrasesIn(tokens, BOOK, Infinity, classes);
  if (hits.length === 0) return [];
  return hits
    .filter((hit) => {
      const word = tokens[hit.from]!.lower;
      if (hit.meaning === 'quantity') {
        const start = tokens[hit.from]!.start;
        const end = tokens[hit.to - 1]!.end;
        return (
          figures.some((figure) => start >= figure.start && end <= figure.end) ||
          (tokens.slice(hit.to, hit.to + NUMBER_AHEAD).some((token) => token.kind === 'number') &&
            figures.some((figure) => figure.end > start && figure.start < end + 12))
        );
      }
      // "Neither number could be verified": only the word before denies it.
      if (
        hit.meaning === 'verification' &&
        /^(?:could|can)$/.test(word) &&
        tokens[hit.from + 1]!.lower === 'be'
      )
        return tokens
          .slice(0, hit.from)
          .some(({ lower }) => /^(?:neither|none|no|nothing|nobody)$/.test(lower));
      if (word === 'may' && /^\d|^may$/i.test(tokens[hit.to]?.text ?? '')) return false;
      if (word === 'may' && tokens[hit.from]!.text === 'May') return false;
      // "information which may help", "could not find": no doubt about what is said.
      if (
        hit.meaning === 'meaning' &&
        /^(?:may|might|could)$/.test(word) &&
        ['which', 'that', 'who'].includes(tokens[hit.from - 1]?.lower ?? '')
      )
        return false;
      if (word === 'could' && ['not', 'no'].includes(tokens[hit.to]?.lower ?? '')) return false;
      if (word === 'suggested' || word === 'suggest' || word === 'hopes')
        return tokens[hit.to]?.lower !== 'a';
      if (word === 'could' && hit.meaning === 'meaning' && isAbility(tokens, hit.from)) return false;
      if (word === 'could' && hit.to === hit.from + 1) return true;
      if (word === 'likely' && tokens[hit.from - 1]?.lower === 'the') return false;
      if (
        (word === 'fear' || word === 'fears' || word === 'concerns') &&
        tokens[hit.from - 1]?.lower === 'of'
      )
        return false;
      // "The feared prison" is one that people are afraid of; "three feared dead" is no more than feared.
      if (
        word === 'feared' &&
        /^(?:the|a|an|its|his|her|their|this|that|most|much|once|long|widely)$/.test(
          tokens[hit.from - 1]?.lower ?? '',
        ) &&
        !/^(?:dead|killed|lost|missing|trapped|drowned|buried)$/.test(tokens[hit.to]?.lower ?? '')
      )
        return false;
      if (word === 'over' || word === 'hopes') return false;
      return true;
    })
    .map((hit) => ({ start: tokens[hit.from]!.start, end: tokens[hit.to - 1]!.end, kind: hit.meaning }));
}

/** "Forty men could be seen", "nobody could say": the past of "can", no doubt. */
function isAbility(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower === 'be' ? at + 2 : at + 1;
  if (SENSED.has(tokens[next]?.lower ?? '')) return true;
  for (let back = at - 1; back >= 0 && at - back < 6; back--) {
    if (tokens[back]!.kind === 'mark') return false;
    if (/^(?:nobody|none|neither|nothing|few)$/.test(tokens[back]!.lower)) return true;
    if (tokens[back]!.lower === 'one' && tokens[back - 1]?.lower === 'no') return true;
  }
  return false;
}
const SENSED = new Set('seen heard see hear felt smelled smelt smell read counted made'.split(' '));

/** Whether the words of these hedges leave a statement hedged, or passed on as unverified. */
export function doubtOf(text: string, hedges: readonly Hedge[]): { hedged: boolean; unverified: boolean } {
  let hedged = false;
  let unverified = false;
  for (const hedge of hedges) {
    if (hedge.kind === 'verification') unverified = true;
    else if (hedge.kind === 'hearsay') {
      if (UNVERIFIED_HEARSAY.test(text.slice(hedge.start, hedge.end).toLowerCase())) unverified = true;
      else if (text.slice(hedge.start, hedge.end).toLowerCase() !== 'so-called') hedged = true;
    } else if (hedge.kind === 'meaning') hedged = true;
  }
  return { hedged, unverified };
}

/** "Nobody believes that 40 people …", "not 41": that it is not so is said of the words beside it. */
export const BELIEVED_BY_NOBODY =
  /^(?:nobody|no[ -]one|none of [\p{L} ]{2,40}|few)\s+(?:\p{L}+\s+)?(?:believes?|believed|accepts?|accepted|thinks?)\b/iu;

const DENIALS = phraseBook<true>([
  [
    true,
    `is no truth|was no truth|no truth to|no truth in|devoid of truth|baseless|unfounded|groundless|fabricated|untrue|not true|is false|are false|was false|were false|false claims|false reports|false rumours|false rumors|fake claims|fake news|fake reports|fake|hoax|disinformation|misinformation|no evidence|no proof|no sign of|found no evidence|no hidden|no secret|no underground|no prisoners|no detainees|no inmates|no one remains|no longer any|nobody remains|no more prisoners|no more detainees|no more inmates|none remain|none left|not a single
    |debunked|forgery|forgeries|fabrication|fabrications|a lie|lies and|pure fiction|pure invention|a fantasy|a myth|nonsense|never happened|never existed|no such|never heard of|simply wrong|plainly wrong|entirely wrong|is impossible|are impossible|was impossible
    |is empty of|was empty of
    |has no basis|have no basis|had no basis|no basis for|no basis in|without foundation|is fiction|are fiction|an invention|is a fake|are fakes|utterly false|completely false
    |لا نصيب له من الصحة|لا نصيب لها من الصحة|ليس صحيحا|ليست صحيحة|لا يمت للحقيقة|لا تمت للحقيقة|لا يمت إلى الحقيقة|لا تمت إلى الحقيقة|بعيد عن الصحة|بعيدة عن الصحة|خيال محض|خيال مريض|من نسج الخيال|لا يستند إلى|لا تستند إلى|محض أكاذيب|مجرد أكاذيب|لا صحة|غير صحيح|غير صحيحة|عار عن الصحة|عارية عن الصحة|عار من الصحة|عارية من الصحة|لا أساس|كاذبة|ملفقة|مفبركة|مفبرك|لا وجود|لا يوجد|لا توجد|لم يعد هناك|لم يبق|لم يتبق|عدم وجود|خال من|خالية من|لا دليل|ليس هناك|ليست هناك|ليس ثمة|ضرب من الخيال|محض خيال|محض افتراء|محض كذب|محض شائعات|مجرد شائعات|مجرد شائعة|مبالغ فيه|مبالغ فيها|لا تمت للواقع|لا يمت للواقع|مضللة|مختلقة|مختلق|زائفة|باطلة|غير دقيق|غير دقيقة|كاذب|لا أثر|لا ناجين|لا أحد في|لم يبق أحد|لم يعد أحد|لم يعثر على أي|لم تعثر على أي|لم نعثر على أي`,
  ],
]);

/** Words that say that something is not so: "there are no hidden cells", "baseless". */
export function deniesByWords(tokens: readonly Token[]): boolean {
  const classes = classesAmong(tokens);
  return (
    phrasesIn(tokens, DENIALS, 1, classes).length > 0 ||
    ((classes & THERE_OR_HAVE) !== 0 && deniesAFigure(tokens)) ||
    ((classes & NOT_LATIN) !== 0 && arabicDenial(tokens))
  );
}

const THERE_OR_HAVE = wordClass(['there', 'have', 'has']);

/** "There are not 900 people below", "there are no 900 bodies": not "no more than 900". */
function deniesAFigure(tokens: readonly Token[]): boolean {
  for (let at = 0; at + 3 < tokens.length; at++) {
    if ((tokens[at]!.classes & THERE_OR_HAVE) === 0) continue;
    const word = tokens[at]!.lower;
    const words = tokens.slice(at + 1, at + 5).map((token) => token.lower);
    const no = words.findIndex((each) => ['not', 'no', 'never'].includes(each) || /n['’]t$/.test(each));
    if (no < 0 || (word !== 'there' && no !== 0)) continue;
    if (word === 'there' && !words.slice(0, no + 2).some((each) => THERE_IS.test(each))) continue;
    const number = tokens[at + 2 + no];
    if (number?.kind === 'number') return true;
  }
  return false;
}
const THERE_IS = /^(?:is|are|was|were|be|been|isn|aren|wasn|weren|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/;

/** The doubt is about a count just given, and about how many: "the figure", "these numbers". */
export function doubtedCount(tokens: readonly Token[]): 'one' | 'two' | 'several' | undefined {
  for (let at = 0; at < tokens.length && at < 20; at++) {
    const count = (tokens[at]!.classes & COUNT) === 0 ? undefined : COUNTS.get(tokens[at]!.lower);
    if (count !== undefined) return BOTH.has(tokens[at - 1]?.lower ?? '') ? 'two' : count;
  }
  return undefined;
}
const BOTH = new Set(['neither', 'both', 'either']);
const COUNTS: ReadonlyMap<string, 'one' | 'several'> = new Map([
  ...'figure number toll count estimate الرقم العدد الحصيلة'.split(' ').map((word) => [word, 'one'] as const),
  ...'figures numbers counts estimates الأرقام الأعداد الارقام الاعداد'
    .split(' ')
    .map((word) => [word, 'several'] as const),
]);
const COUNT = wordClass(COUNTS.keys());

/** "This figure could not be verified": a sentence about what was said just before it. */
export function castsDoubtBack(tokens: readonly Token[], hedges: readonly Hedge[]): boolean {
  if (!hedges.some((hedge) => hedge.kind === 'verification')) return false;
  if (tokens.length > 45) return false;
  // "The paper has not been able to verify them."
  const last = tokens.findLast(({ kind }) => kind !== 'mark');
  if (last && tokens.length < 25 && /^(?:them|it|this|these|those)$/.test(last.lower)) return true;
  for (let at = 0; at < Math.min(tokens.length, 20); at++) {
    const word = tokens[at]!.lower;
    if (at === 0 && OPENING.has(word)) return true;
    if (WHAT_WAS_SAID.has(word) && (at === 0 || POINTING.has(tokens[at - 1]!.lower)))
      return (
        at > 0 &&
        (at <= 5 || hedges.some((hedge) => hedge.kind === 'verification' && hedge.start < tokens[at]!.start))
      );
    if (ARABIC_BACK.has(word)) return true;
  }
  return false;
}
const OPENING = new Set(['this', 'these', 'it', 'none', 'neither', 'that']);
const POINTING = new Set([
  'this',
  'these',
  'those',
  'that',
  'the',
  'such',
  'their',
  'his',
  'her',
  'its',
  'any',
  'either',
  'neither',
  'of',
]);
const WHAT_WAS_SAID = new Set(
  'count counts estimate estimates claim claims figure figures number numbers report reports information account accounts toll footage video videos authenticity allegation allegations statement statements'.split(
    ' ',
  ),
);
const ARABIC_BACK = new Set(
  'هذا هذه ذلك تلك الرقم الأرقام المعلومات الرواية الادعاءات المزاعم الأنباء صحة يتسن التحقق الحصيلة العدد الأعداد'.split(
    ' ',
  ),
);
