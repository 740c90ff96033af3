import type { Catalogue } from './catalogue.ts';

/** Photographs, signs, rates, leads handed over, answers to claims and publishing, on the pages of a search. */
export const siteLogMessages = {
  'photo.add': { en: 'Photographs of what was found', ar: 'صور لما وُجد' },
  'photo.add-note': {
    en: 'A small copy of {longest} points goes with the entry; the file itself follows when there is a network.',
    ar: 'ترافق القيدَ نسخة صغيرة من {longest} نقطة؛ ويتبعها الملف نفسه متى توفرت الشبكة.',
  },
  'photo.unprotected': {
    en: 'Photographs can be added where the page came over a protected connection (https).',
    ar: 'يمكن إضافة الصور عندما تصل الصفحة عبر اتصال محمي (https).',
  },
  'photo.says': { en: 'What is to be seen', ar: 'ماذا يظهر فيها' },
  'photo.graphic': { en: 'hard to look at: blur it', ar: 'صعبة على النظر: موّهها' },
  'photo.remove': { en: 'Remove the photograph', ar: 'أزل الصورة' },
  'photo.kept-original': {
    en: '{size}; the original is kept until it is sent.',
    ar: '{size}؛ يُحفظ الأصل حتى يُرسل.',
  },
  'photo.kept-small': {
    en: 'No room on this device for the original ({size}): the small copy alone is kept and sent.',
    ar: 'لا مكان على هذا الجهاز للأصل ({size}): تُحفظ النسخة الصغيرة وحدها وتُرسل.',
  },
  'photo.unreadable': {
    en: '{file} is no picture this device can read.',
    ar: '{file} ليس صورة يقرؤها هذا الجهاز.',
  },
  'photo.default': { en: 'Photograph from {sector}', ar: 'صورة من {sector}' },
  'photo.show': { en: 'Show the picture (hard to look at)', ar: 'أظهر الصورة (صعبة على النظر)' },
  'photo.hide': { en: 'Blur it again', ar: 'موّهها ثانية' },
  'photo.file': { en: 'the file as received', ar: 'الملف كما ورد' },
  'photo.file-small': { en: 'the small copy is all there is', ar: 'لا يوجد غير النسخة الصغيرة' },
  'photo.waiting': {
    en: '{count, plural, one {One photograph waits} other {# photographs wait}} to be sent ({size}).',
    ar: '{count, plural, one {صورة واحدة تنتظر الإرسال} two {صورتان تنتظران الإرسال} few {# صور تنتظر الإرسال} many {# صورة تنتظر الإرسال} other {# صورة تنتظر الإرسال}} ({size}).',
  },
  'photo.failed': { en: 'A photograph could not be sent:', ar: 'تعذّر إرسال صورة:' },
  'site.device-full': {
    en: 'This device has no room left: what you write stays on this page until it is sent. Do not close it.',
    ar: 'لا مكان باقٍ على هذا الجهاز: ما تكتبه يبقى في هذه الصفحة حتى يُرسل. لا تغلقها.',
  },

  'signs.look-again': {
    en: 'Signs that nobody has looked at again:',
    ar: 'آثار لم يفحصها أحد ثانية:',
  },
  'signs.open': { en: 'not yet looked at again', ar: 'لم تُفحص ثانية بعد' },
  'signs.confirmed': { en: 'confirmed', ar: 'مؤكدة' },
  'signs.false': { en: 'false: nothing was there', ar: 'كاذبة: لم يكن هناك شيء' },
  'signs.confirm': { en: 'A second look confirms them', ar: 'فحص ثانٍ يؤكدها' },
  'signs.deny': { en: 'A second look found nothing', ar: 'فحص ثانٍ لم يجد شيئًا' },

  'site.swing.reliability': { en: 'how reliable sources are', ar: 'موثوقية المصادر' },
  'site.swing.false-alarms': { en: 'how often signs come from nothing', ar: 'كم تأتي الآثار من لا شيء' },
  'rates.title': { en: 'Rates this search counts with', ar: 'القيم التي يحسب بها هذا البحث' },
  'rates.ours': {
    en: 'These are ours, with no data behind them. Whoever knows the teams or the sources here sets better ones; all chances are worked out anew.',
    ar: 'هذه تقديراتنا، لا بيانات وراءها. من يعرف الفرق أو المصادر هنا يضع أفضل منها، وتُحسب الاحتمالات كلها من جديد.',
  },
  'rates.set': { en: 'Set by {name}, {when}: {why}', ar: 'وضعها {name}، {when}: {why}' },
  'rates.reliability': {
    en: 'How often a story comes from the truth, in percent',
    ar: 'كم مرة تأتي الرواية من الحقيقة، بالمئة',
  },
  'rates.sweep': { en: 'm² an hour', ar: 'م² في الساعة' },
  'rates.blind-open': { en: 'Blind in the open, %', ar: 'عمى في المكشوف، ٪' },
  'rates.blind-hidden': { en: 'Blind behind walls, %', ar: 'عمى خلف الجدران، ٪' },
  'rates.alarms': { en: 'False signs in 100 hours', ar: 'آثار كاذبة في 100 ساعة' },
  'rates.wrongly': {
    en: 'Of false signs, how many a second look still confirms, in percent',
    ar: 'من الآثار الكاذبة، كم يؤكده الفحص الثاني مع ذلك، بالمئة',
  },
  'rates.why': { en: 'Why these?', ar: 'لماذا هذه القيم؟' },
  'rates.keep': { en: 'Count with these', ar: 'احسب بهذه' },
  'rates.back': { en: 'Back to ours', ar: 'عُد إلى تقديراتنا' },
  'rates.back-why': { en: 'back to what is assumed everywhere', ar: 'عودة إلى ما يُفترض في كل مكان' },

  'handed.title': { en: 'Handed over by the public line', ar: 'سلّمها أمناء الخط العام' },
  'handed.note': {
    en: 'A keeper’s words and how the source knows. One source is one voice, however often it writes.',
    ar: 'كلمات أمين الخط وكيف يعرف المصدر. المصدر الواحد صوت واحد مهما كتب.',
  },
  'handed.take': { en: 'Take up', ar: 'خذها' },
  'lead.from-claim': { en: 'From a claim on the ledger', ar: 'من قول في السجل' },
  'lead.no-claim': { en: 'no claim', ar: 'لا قول' },
  'lead.voices': {
    en: 'counts as {count, plural, one {one voice} other {# voices}}: {names}',
    ar: 'تُحسب {count, plural, one {صوتًا واحدًا} two {صوتين} few {# أصوات} many {# صوتًا} other {# صوت}}: {names}',
  },
  'answers.title': { en: 'Claims this search answers', ar: 'أقوال يجيب عنها هذا البحث' },
  'answers.note': {
    en: 'A claim that is linked here shows the state of these sectors on its own page and in the statement, in the words given here.',
    ar: 'القول المربوط هنا يُظهر حال هذه القطاعات في صفحته وفي البيان، بالكلمات المكتوبة هنا.',
  },
  'answers.add': { en: 'Link a claim to sectors', ar: 'اربط قولًا بقطاعات' },
  'answers.claim': { en: 'Claim', ar: 'القول' },
  'answers.says-ar': { en: 'How the public reads it, in Arabic', ar: 'كما يقرؤه الجمهور بالعربية' },
  'answers.says-en': { en: 'How the public reads it, in English', ar: 'كما يقرؤه الجمهور بالإنكليزية' },
  'answers.sectors': { en: 'Sectors it speaks of', ar: 'القطاعات التي يتحدث عنها' },
  'answers.all': { en: 'the whole place', ar: 'المكان كله' },

  'publish.title': { en: 'Before the public', ar: 'أمام الجمهور' },
  'publish.note': {
    en: 'Published, it stands at an address of its own and anybody can read it: what was searched and what was not, never a name of a person, a note or a lead. What it says is fixed at that moment.',
    ar: 'بعد النشر يقوم البيان في عنوان خاص به ويقرؤه من يشاء: ما فُتّش وما لم يُفتّش، من دون اسم شخص ولا ملاحظة ولا إفادة. ويثبت ما يقوله لحظة النشر.',
  },
  'publish.issuer-ar': { en: 'Who answers for it, in Arabic', ar: 'من يصدره، بالعربية' },
  'publish.issuer-en': { en: 'Who answers for it, in English', ar: 'من يصدره، بالإنكليزية' },
  'publish.teams': {
    en: 'What teams are called; left empty they are numbered',
    ar: 'ما تُسمّى به الفرق؛ وإن تُرك فارغًا رُقّمت',
  },
  'publish.whys': { en: 'Why was it not searched?', ar: 'لماذا لم يُفتّش؟' },
  'publish.do': { en: 'Publish', ar: 'انشر' },
  'publish.withdraw': { en: 'Withdraw from the public', ar: 'اسحبه من أمام الجمهور' },
  'publish.stands': { en: 'Published by {name} on {when}.', ar: 'نشره {name} في {when}.' },
  'publish.withdrawn': { en: 'Withdrawn by {name} on {when}.', ar: 'سحبه {name} في {when}.' },
  'publish.open': { en: 'Open the public page', ar: 'افتح الصفحة العامة' },
} as const satisfies Catalogue;
