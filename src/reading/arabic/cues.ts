import type { AttributionKind } from '../attribution.ts';

export interface ArabicCue {
  readonly base: string;
  readonly kind: AttributionKind;
  /** `verb` takes its subject behind or before it; `passive` has none; `according` stands before its source. */
  readonly frame: 'verb' | 'passive' | 'according' | 'noun';
  /** «مضيفاً أن»: who speaks is the subject of the verb before. */
  readonly participle?: boolean;
}

/** Verbs whose past is more often another word. */
const BASES: ReadonlyMap<string, string> = new Map([
  ['يقدر', 'قدر'],
  ['يرى', 'رأى'],
  ['يعتبر', 'رأى'],
]);

/**
 * Verbs that say, by kind: `past imperfect participle` of the third person; their other forms are made from these. A
 * dash stands for a form that is not read, since it is more often another word.
 */
const VERBS: readonly (readonly [kind: AttributionKind, verbs: string])[] = [
  [
    'speech',
    `قال يقول قائل|أضاف يضيف مضيف|أفاد يفيد مفيد|ذكر يذكر ذاكر|أعلن يعلن معلن|أكد يؤكد مؤكد|أوضح يوضح موضح|صرح يصرح مصرح|أشار يشير مشير|لفت يلفت لافت|تابع يتابع متابع|أردف يردف مردف
    |استطرد يستطرد مستطرد|- - مبين|كشف يكشف كاشف|زعم يزعم زاعم|ادعى يدعي مدعي|نفى ينفي نافي|أنكر ينكر منكر|كذب - مكذب|فند يفند مفند|دحض يدحض داحض|حذر يحذر محذر|نبه ينبه منبه|كتب يكتب كاتب|نشر ينشر -
    |روى يروي -|حكى يحكي -|سرد يسرد -|نقل ينقل ناقل|أبلغ يبلغ مبلغ|شدد يشدد مشدد|جزم يجزم جازم|اعترف يعترف معترف|أقر يقر مقر|وثق يوثق موثق|أحصى يحصي -|رصد يرصد -|أورد يورد -|أذاع يذيع -|بث - -
    |وصف يصف واصف|تحدث يتحدث متحدث|أعرب يعرب معرب|شرح يشرح شارح|نوه ينوه منوه|أخبر يخبر مخبر|شكك يشكك مشكك|استبعد يستبعد مستبعد|أدلى يدلي -|علق - معلق|عزا يعزو عازي|سأل يسأل -|تساءل يتساءل متساءل|رد يرد -|جدد يجدد مجدد|كرر يكرر مكرر`,
  ],
  [
    'stance',
    `دعا يدعو داعي|ناشد يناشد مناشد|طالب يطالب مطالب|اتهم يتهم متهم|أدان يدين -|رفض يرفض رافض|تعهد يتعهد متعهد|وعد - -|حث يحث -|استنكر يستنكر مستنكر`,
  ],
  [
    'thought',
    `- يقدر مقدر|رجح يرجح مرجح|اعتقد يعتقد معتقد|خشي يخشى -|توقع يتوقع متوقع|- يرى -|اعتبر يعتبر معتبر`,
  ],
  ['evidence', `أظهر يظهر مظهر|بين - -`],
];

/** Forms that are told one by one: the first person, feminines that differ, words that hold one thing only. */
const FORMS: readonly [frame: ArabicCue['frame'], kind: AttributionKind, base: string, forms: string][] = [
  ['verb', 'speech', 'بين', 'بينت'],
  ['verb', 'speech', 'أحصى', 'سجلت'],
  ['verb', 'stance', 'عرض', 'عرضت يعرض خصصت خصص'],
  ['verb', 'thought', 'قدر', 'قدرت'],
  ['verb', 'thought', 'رأى', 'رأت رأوا'],
  ['verb', 'thought', 'اعتقد', 'نعتقد أعتقد'],
  ['passive', 'hearsay', 'يعتقد', 'يعتقد'],
  ['passive', 'hearsay', 'يقال', 'يقال قيل'],
  ['passive', 'hearsay', 'يخشى', 'يخشى'],
  ['passive', 'hearsay', 'يشتبه', 'يشتبه'],
  ['passive', 'hearsay', 'يظن', 'يظن'],
  ['passive', 'hearsay', 'تردد', 'تردد يتردد'],
  ['according', 'speech', 'بحسب', 'بحسب حسب'],
  ['according', 'speech', 'وفق', 'وفق وفقا طبقا'],
  ['according', 'speech', 'نقلا عن', 'نقلا'],
  ['according', 'speech', 'على حد قول', 'قول قوله قولها قولهم تعبير تعبيره تعبيرها لسان ذمة وصفه وصفها'],
  ['noun', 'thought', 'مخاوف', 'مخاوف خشية تخوف'],
  ['noun', 'hearsay', 'أنباء', 'أنباء شائعات إشاعات تقارير مزاعم'],
];

const cues = new Map<string, ArabicCue>();
const enter = (form: string, cue: ArabicCue): void => {
  if (!cues.has(form)) cues.set(form, cue);
  // «اعلنت»: the hamza is left out as often as not.
  const bare = form.replace(/^[أإ]/u, 'ا');
  if (!cues.has(bare)) cues.set(bare, cue);
};
for (const [frame, kind, base, forms] of FORMS)
  if (frame !== 'verb') for (const form of forms.split(' ')) enter(form, { base, kind, frame });
for (const [kind, verbs] of VERBS)
  for (const verb of verbs.split('|')) {
    const [past = '-', imperfect = '-', participle = '-'] = verb.trim().split(/\s+/);
    const base = BASES.get(imperfect) ?? (past === '-' ? participle : past);
    for (const form of pastOf(past)) enter(form, { base, kind, frame: 'verb' });
    for (const form of imperfectOf(imperfect)) enter(form, { base, kind, frame: 'verb' });
    for (const form of participleOf(participle))
      enter(form, { base: participle === 'مبين' ? 'بين' : base, kind, frame: 'verb', participle: true });
  }
for (const [frame, kind, base, forms] of FORMS)
  if (frame === 'verb') for (const form of forms.split(' ')) enter(form, { base, kind, frame });

function pastOf(past: string): string[] {
  if (past === '-') return [];
  const stem = past.replace(/[ىا]$/u, '');
  return stem === past
    ? [past, `${past}ت`, `${past}وا`, `${past}ا`, `${past}تا`]
    : [past, `${stem}ت`, `${stem}وا`, `${stem}تا`];
}

function imperfectOf(imperfect: string): string[] {
  if (imperfect === '-') return [];
  const stem = imperfect.slice(1);
  const plural = stem.replace(/[يىو]$/u, '');
  return [imperfect, `ت${stem}`, `ي${plural}ون`, `ت${plural}ان`, `ي${plural}ان`];
}

function participleOf(participle: string): string[] {
  if (participle === '-') return [];
  return [`${participle}ا`, `${participle}ة`, `${participle.replace(/ي$/u, '')}ين`, `${participle}ات`];
}

/** What a word is as a cue; و and ف before it are passed over. */
export function arabicCueOf(lower: string): ArabicCue | undefined {
  return cues.get(lower) ?? (/^[وف]/.test(lower) && lower.length > 3 ? cues.get(lower.slice(1)) : undefined);
}
