import type { Catalogue } from './catalogue.ts';

/** What goes to paper or out of the house: a list of persons, the wall of a morgue's register, what families allow. */
export const onPaperMessages = {
  'paper.people': { en: 'Persons on the lists', ar: 'أشخاص القوائم' },
  'paper.people-lead': {
    en: 'Every person whom the filters let through, one a line, with list and row as the source. Printing is written down with their names.',
    ar: 'كل من تنطبق عليه التصفية، شخص في كل سطر، ومصدره القائمة والسطر. والطباعة تُسجَّل بأسمائهم.',
  },
  'paper.coming': {
    en: '{done} of {total} are here…',
    ar: 'وصل {done} من {total}…',
  },
  'paper.cut': {
    en: 'These are the first {shown} of {total}. Narrow the filters to print the others.',
    ar: 'هذه أول {shown} من {total}. ضيّق التصفية لتطبع الباقي.',
  },
  'paper.all': { en: 'everybody', ar: 'الجميع' },
  'paper.list': { en: 'list', ar: 'القائمة' },
  'paper.filter': { en: 'only', ar: 'المحصورون في' },
  'paper.sources': { en: 'Source: list and row', ar: 'المصدر: القائمة والسطر' },
  'paper.lists': { en: 'Lists', ar: 'القوائم' },
  'paper.do': { en: 'Print', ar: 'اطبع' },

  'wall.title': { en: 'Wall of the register', ar: 'جدار السجل' },
  'wall.lead': {
    en: 'Those who are not identified yet: number, marks and belongings, to be gone through with a family. Faces come last and only where somebody asks for them.',
    ar: 'من لم تُعرف هوياتهم بعد: الرقم والعلامات والأغراض، لتُراجَع مع العائلة. والوجوه آخرًا، ولمن يطلبها وحده.',
  },
  'wall.step-note': {
    en: 'The next step describes dead bodies in words; no photograph is shown.',
    ar: 'الخطوة التالية تصف جثامين بالكلمات، ولا تُظهر أي صورة.',
  },
  'wall.step': { en: 'Show the wall', ar: 'أظهر الجدار' },
  'wall.empty': { en: 'Nobody unidentified stands in the register', ar: 'لا مجهولين في السجل' },
  'wall.photographs': { en: 'Photographs of the dead', ar: 'صور الموتى' },
  'wall.photographs-note': {
    en: 'Each photograph that is shown is written down under your name. Print them only for a family that has seen the marks and asks for it.',
    ar: 'كل صورة تظهر تُسجَّل باسمك. لا تطبعها إلا لعائلة رأت العلامات وطلبت ذلك.',
  },
  'wall.photographs-show': { en: 'Show the photographs', ar: 'أظهر الصور' },
  'wall.photographs-hide': { en: 'Hide the photographs', ar: 'أخفِ الصور' },
  'wall.photograph-of': { en: 'Photograph of {code}', ar: 'صورة {code}' },
  'wall.no-marks': { en: 'no marks written down', ar: 'لا علامات مكتوبة' },

  'hand-out.title': { en: 'Handing out', ar: 'التسليم للغير' },
  'hand-out.lead': {
    en: 'What may leave this desk, to whom and for what: only what each family allows at this moment. Nothing of anybody whose file is hidden; to the public nobody who may be under age, and never who asks. Each look here is written down.',
    ar: 'ما يجوز أن يخرج من هذا المكتب، ولمن ولماذا: ما تسمح به كل عائلة في هذه اللحظة وحده. لا شيء عمّن أُخفي ملفه؛ ولا يُنشر للعموم من قد يكون قاصرًا ولا من يسأل أبدًا. وكل اطّلاع هنا يُسجَّل.',
  },
  'hand-out.to': { en: 'To whom', ar: 'لمن' },
  'hand-out.partners': { en: 'partner organisations', ar: 'المنظمات الشريكة' },
  'hand-out.mandated': {
    en: 'mandated bodies (courts, national institution)',
    ar: 'الجهات المكلّفة (المحاكم، الهيئة الوطنية)',
  },
  'hand-out.public': { en: 'the public', ar: 'العموم' },
  'hand-out.show': { en: 'Show what may leave', ar: 'أظهر ما يجوز أن يخرج' },
  'hand-out.count': {
    en: '{count, plural, =0 {No family allows this} one {# request may leave} other {# requests may leave}}',
    ar: '{count, plural, zero {لا عائلة تسمح بهذا} one {طلب واحد يجوز أن يخرج} two {طلبان يجوز أن يخرجا} few {# طلبات يجوز أن تخرج} many {# طلبًا يجوز أن يخرج} other {# طلب يجوز أن يخرج}}',
  },
  'hand-out.none-how': {
    en: 'What a family allows stands on its request, under consent.',
    ar: 'ما تسمح به العائلة مكتوب في طلبها، تحت الموافقة.',
  },
  'hand-out.as-of': {
    en: 'For {audience}, as families allowed on {date}. A consent that is withdrawn later takes this back: ask before using it again.',
    ar: 'إلى: {audience}، بحسب ما سمحت به العائلات في {date}. من يسحب موافقته لاحقًا يسحب هذا أيضًا: اسأل قبل أن تستعمله ثانية.',
  },
  'hand-out.file': { en: 'Save as a file', ar: 'احفظ ملفًا' },
  'hand-out.number': { en: 'number {number}', ar: 'رقم {number}' },
  'hand-out.asks': { en: 'Who asks', ar: 'من يسأل' },
} as const satisfies Catalogue;
