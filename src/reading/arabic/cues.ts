import type { AttributionKind } from '../attribution.ts';

interface ArabicCue {
  readonly base: string;
  readonly kind: AttributionKind;
  /** `verb` takes its subject behind or before it; `passive` has none; `according` stands before its source. */
  readonly frame: 'verb' | 'passive' | 'according' | 'noun';
}

const TABLE: readonly [frame: ArabicCue['frame'], kind: AttributionKind, base: string, forms: string][] = [
  ['verb', 'speech', 'قال', 'قال قالت قالوا قالا يقول تقول يقولون قائلا قائلة قائلين'],
  ['verb', 'speech', 'أضاف', 'أضاف أضافت أضافوا اضاف اضافت يضيف تضيف مضيفا مضيفة'],
  ['verb', 'speech', 'أفاد', 'أفاد أفادت أفادوا افاد افادت يفيد تفيد يفيدون'],
  ['verb', 'speech', 'ذكر', 'ذكر ذكرت ذكروا يذكر تذكر'],
  ['verb', 'speech', 'أعلن', 'أعلن أعلنت أعلنوا اعلن اعلنت يعلن تعلن معلنا معلنة'],
  ['verb', 'speech', 'أكد', 'أكد أكدت أكدوا اكد اكدت يؤكد تؤكد يؤكدون مؤكدا مؤكدة مؤكدين'],
  ['verb', 'speech', 'أوضح', 'أوضح أوضحت أوضحوا اوضح اوضحت يوضح توضح موضحا موضحة'],
  ['verb', 'speech', 'صرح', 'صرح صرحت صرحوا يصرح'],
  ['verb', 'speech', 'أشار', 'أشار أشارت أشاروا اشار اشارت يشير تشير مشيرا مشيرة مشيرين'],
  ['verb', 'speech', 'لفت', 'لفت لفتت يلفت لافتا لافتة'],
  ['verb', 'speech', 'تابع', 'تابع تابعت'],
  ['verb', 'speech', 'بين', 'بينت مبينا مبينة'],
  ['verb', 'speech', 'كشف', 'كشف كشفت كشفوا يكشف تكشف كاشفا'],
  ['verb', 'speech', 'زعم', 'زعم زعمت زعموا يزعم تزعم'],
  ['verb', 'speech', 'ادعى', 'ادعى ادعت يدعي تدعي'],
  ['verb', 'speech', 'نفى', 'نفى نفت نفوا ينفي تنفي نافيا نافية'],
  ['verb', 'speech', 'أنكر', 'أنكر أنكرت ينكر'],
  ['verb', 'speech', 'كذب', 'كذبت'],
  ['verb', 'speech', 'حذر', 'حذر حذرت حذروا يحذر تحذر محذرا محذرة'],
  ['verb', 'speech', 'كتب', 'كتب كتبت يكتب'],
  ['verb', 'speech', 'نشر', 'نشر نشرت نشروا'],
  ['verb', 'speech', 'روى', 'روى روت رووا يروي تروي'],
  ['verb', 'speech', 'نقل', 'نقلت نقل'],
  ['verb', 'speech', 'أبلغ', 'أبلغ أبلغت أبلغوا'],
  ['verb', 'speech', 'شدد', 'شدد شددت مشددا مشددة'],
  ['verb', 'speech', 'اعترف', 'اعترف اعترفت أقر أقرت'],
  ['verb', 'speech', 'وثق', 'وثقت وثق توثق'],
  ['verb', 'speech', 'أحصى', 'أحصى أحصت سجلت رصدت'],
  ['verb', 'speech', 'رد', 'ردت'],
  ['verb', 'speech', 'سأل', 'سأل سألت تساءل تساءلت'],
  ['verb', 'speech', 'وصف', 'وصف وصفت وصفوا يصف تصف'],
  ['verb', 'speech', 'تحدث', 'تحدث تحدثت تحدثوا يتحدث تتحدث'],
  ['verb', 'stance', 'دعا', 'دعا دعت دعوا يدعو تدعو داعيا'],
  ['verb', 'stance', 'ناشد', 'ناشد ناشدت ناشدوا يناشد تناشد مناشدا'],
  ['verb', 'stance', 'طالب', 'طالبت طالبوا يطالب تطالب'],
  ['verb', 'stance', 'اتهم', 'اتهم اتهمت اتهموا يتهم تتهم'],
  ['verb', 'stance', 'أدان', 'أدان أدانت'],
  ['verb', 'stance', 'رفض', 'رفض رفضت يرفض ترفض'],
  ['verb', 'stance', 'عرض', 'عرضت يعرض خصصت'],
  ['verb', 'stance', 'تعهد', 'تعهد تعهدت وعد وعدت'],
  ['verb', 'thought', 'قدر', 'قدرت يقدر تقدر يقدرون'],
  ['verb', 'thought', 'رجح', 'رجح رجحت يرجح ترجح'],
  ['verb', 'thought', 'اعتقد', 'اعتقد اعتقدت يعتقدون تعتقد نعتقد أعتقد'],
  ['verb', 'thought', 'خشي', 'خشي خشيت يخشون تخشى'],
  ['verb', 'thought', 'توقع', 'توقع توقعت يتوقع تتوقع'],
  ['verb', 'thought', 'رأى', 'رأت اعتبر اعتبرت يعتبر تعتبر معتبرا معتبرة'],
  ['verb', 'evidence', 'أظهر', 'أظهر أظهرت يظهر تظهر يظهرون أظهرا'],
  ['passive', 'hearsay', 'يعتقد', 'يعتقد ويعتقد'],
  ['passive', 'hearsay', 'يقال', 'يقال قيل'],
  ['passive', 'hearsay', 'يخشى', 'يخشى'],
  ['passive', 'hearsay', 'يشتبه', 'يشتبه'],
  ['passive', 'hearsay', 'يظن', 'يظن'],
  ['passive', 'hearsay', 'تردد', 'تردد'],
  ['according', 'speech', 'بحسب', 'بحسب حسب وبحسب'],
  ['according', 'speech', 'وفق', 'وفق وفقا وفقاً'],
  ['according', 'speech', 'نقلا عن', 'نقلا نقلاً'],
  ['noun', 'thought', 'مخاوف', 'مخاوف خشية تخوف'],
  ['noun', 'hearsay', 'أنباء', 'أنباء شائعات تقارير مزاعم'],
];

const cues = new Map<string, ArabicCue>();
for (const [frame, kind, base, forms] of TABLE) {
  for (const form of forms.split(' ')) if (!cues.has(form)) cues.set(form, { base, kind, frame });
}

/** What a word is as a cue; و and ف before it are passed over. */
export function arabicCueOf(lower: string): ArabicCue | undefined {
  const word = lower.replace(/[\u064b-\u0652]/g, '');
  return cues.get(word) ?? (/^[وف]/.test(word) && word.length > 3 ? cues.get(word.slice(1)) : undefined);
}
