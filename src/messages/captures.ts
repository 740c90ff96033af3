import type { Catalogue } from './catalogue.ts';

/** A web page that was captured: brought in as one, and shown as one. Comes with those pages, not with the first. */
export const captureMessages = {
  'capture.new': { en: 'A captured web page', ar: 'صفحة ويب ملتقطة' },
  'capture.new-lead': {
    en: 'The page’s source or the page saved in one file, a picture of the whole page, and what was in it: they come in as received and stand here as one capture.',
    ar: 'مصدر الصفحة أو ملف واحد حُفظت فيه، وصورة لها كاملة، وما كان فيها: تدخل كما وردت، وتقوم هنا التقاطًا واحدًا.',
  },
  'capture.files': { en: 'Files of the capture', ar: 'ملفات الالتقاط' },
  'capture.files-kinds': {
    en: 'HTML, MHTML, WARC, WACZ; PNG, JPEG or PDF of the whole page; pictures and films shown in it',
    ar: 'HTML وMHTML وWARC وWACZ؛ وPNG أو JPEG أو PDF للصفحة كاملة؛ والصور والمقاطع التي ظهرت فيها',
  },
  'capture.choose': { en: 'Choose files', ar: 'اختر ملفات' },
  'capture.is': { en: 'What {file} is', ar: 'ما هو {file}' },
  'capture.as-page': { en: 'the page’s source', ar: 'مصدر الصفحة' },
  'capture.as-picture': { en: 'picture of the whole page', ar: 'صورة الصفحة كاملة' },
  'capture.as-archive': { en: 'the page saved in one file', ar: 'الصفحة في ملف واحد' },
  'capture.as-media': { en: 'shown in the page', ar: 'ظهر في الصفحة' },
  'capture.remove': { en: 'Leave out', ar: 'استبعده' },
  'capture.no-picture': {
    en: 'No picture of the whole page is among them. A court will ask how it looked.',
    ar: 'ليست بينها صورة للصفحة كاملة. ستسأل المحكمة كيف كانت تبدو.',
  },
  'capture.address': { en: 'Address of the page', ar: 'عنوان الصفحة' },
  'capture.address-help': {
    en: 'as the browser showed it, with https:// before it',
    ar: 'كما أظهره المتصفح، يسبقه \u2066https://\u2069',
  },
  'capture.from-file': { en: 'taken from {file}; check it', ar: 'أُخذ من {file}؛ تحقّق منه' },
  'capture.captured': { en: 'Captured', ar: 'التُقطت' },
  'capture.captured-help': {
    en: 'as far as known, with Z for UTC: 2024-12-09T06:41Z',
    ar: 'بقدر ما يُعرف، مع Z للتوقيت العالمي: \u20662024-12-09T06:41Z\u2069',
  },
  'capture.published': { en: 'Published, as the page says', ar: 'نُشرت، كما تقول الصفحة' },
  'capture.published-help': { en: 'if it says so: 2024-12-08', ar: 'إن قالت: \u20662024-12-08\u2069' },
  'capture.collector': { en: 'Captured by', ar: 'التقطها' },
  'capture.how': { en: 'How', ar: 'كيف' },
  'capture.how-help': {
    en: 'the program and its version, the network (Tor, a VPN, which country), the account if one was signed in',
    ar: 'البرنامج وإصداره، والشبكة (تور أو VPN، ومن أي بلد)، والحساب إن سُجّل الدخول بحساب',
  },
  'capture.note': { en: 'Note', ar: 'ملاحظة' },
  'capture.sealed': {
    en: 'Address, times, collector and how are sealed: only those who may know the givers read them.',
    ar: 'العنوان والأوقات والملتقِط والكيفية مختومة: لا يقرؤها إلا من يحق له أن يعرف المعطين.',
  },
  'capture.send': { en: 'Bring it in', ar: 'أدخلها' },
  'capture.sending': { en: 'Sending {file}…', ar: 'يُرسَل {file}…' },
  'capture.done': { en: 'Brought in as one capture.', ar: 'دخلت التقاطًا واحدًا.' },
  'capture.refused': {
    en: '{file} was not taken in. Nothing was joined; what had come in before it is kept.',
    ar: 'لم يُقبل {file}. لم يُجمع شيء؛ وما دخل قبله محفوظ.',
  },
  'capture.title': { en: 'One capture of a web page', ar: 'التقاط واحد لصفحة ويب' },
  'capture.title-note': {
    en: 'These files are one capture. Each keeps its own hash and its own chain; this is entry {entry}.',
    ar: 'هذه الملفات التقاط واحد. لكلٍّ منها بصمته وسلسلته؛ وهذا هو القيد {entry}.',
  },
  'capture.hidden': {
    en: 'Its address, times and collector are for those who may know the givers.',
    ar: 'عنوانها وأوقاتها وملتقِطها لمن يحق له أن يعرف المعطين.',
  },
  'capture.this': { en: 'this file', ar: 'هذا الملف' },
  'saved.title': { en: 'What stands in this saved page', ar: 'ما في هذه الصفحة المحفوظة' },
  'saved.note': {
    en: 'As the program that saved it wrote it down; addresses and times are its word.',
    ar: 'كما دوّنه البرنامج الذي حفظها؛ والعناوين والأوقات قوله هو.',
  },
  'saved.open': { en: 'Take it apart and look', ar: 'فكّكها وانظر' },
  'saved.sum': {
    en: '{total, plural, one {# answer} other {# answers}} of web servers; {readable} can be taken out.',
    ar: '{total, plural, one {جواب واحد} two {جوابان} few {# أجوبة} many {# جوابًا} other {# جواب}} من خوادم الويب؛ يمكن استخراج {readable} منها.',
  },
  'saved.fits': { en: 'Every hash that stands in it is its own.', ar: 'كل بصمة فيها مطابقة.' },
  'saved.no-hashes': { en: 'It carries no hashes to check.', ar: 'لا تحمل بصمات يُتحقق منها.' },
  'saved.wrong': { en: 'What does not fit', ar: 'ما لا يطابق' },
  'saved.signed-right': {
    en: 'Signed, and the signature holds: whoever has the key {key} signed these very bytes. Anybody can make a key: it says neither who that was nor when.',
    ar: 'موقّعة، والتوقيع صحيح: من يملك المفتاح {key} وقّع هذه البايتات بعينها. كل أحد يستطيع أن يصنع مفتاحًا: فلا يقول ذلك من هو ولا متى.',
  },
  'saved.signed-wrong': {
    en: 'Signed, and the signature does not hold: the file was changed after it, or the signature is another’s.',
    ar: 'موقّعة، والتوقيع غير صحيح: غُيّر الملف بعده، أو التوقيع لغيره.',
  },
  'saved.signed-not-checked': {
    en: 'A signature of a form that is not known here stands in it. It was not checked.',
    ar: 'فيها توقيع بصيغة غير معروفة هنا، ولم يُتحقق منه.',
  },
  'saved.domain': {
    en: 'Its certificate names {domain}; who issued that certificate was not asked.',
    ar: 'شهادته تسمّي {domain}؛ ولم يُسأل عمّن أصدرها.',
  },
  'saved.url': { en: 'Address', ar: 'العنوان' },
  'saved.when': { en: 'Time', ar: 'الوقت' },
  'saved.kind': { en: 'Kind', ar: 'النوع' },
  'saved.digest': { en: 'Hash', ar: 'البصمة' },
  'saved.digest-right': { en: '■ its own', ar: '■ مطابقة' },
  'saved.digest-wrong': { en: '✕ another', ar: '✕ غير مطابقة' },
  'saved.digest-none': { en: 'none', ar: 'لا بصمة' },
  'saved.digest-unknown': { en: 'of an unknown kind', ar: 'من نوع غير معروف' },
  'saved.first': { en: 'The first {count} are shown.', ar: 'يظهر أول {count}.' },
  'saved.take': { en: 'Take pages and pictures out', ar: 'استخرج الصفحات والصور' },
  'saved.take-note': {
    en: 'Each becomes an item of its own that points to this file; reports among them are read.',
    ar: 'يصير كلٌّ منها مادة قائمة بذاتها تشير إلى هذا الملف؛ وتُقرأ التقارير منها.',
  },
  'saved.taken': {
    en: '{count, plural, =0 {Nothing was taken out} one {# item is taken out} other {# items are taken out}}.',
    ar: '{count, plural, =0 {لم يُستخرج شيء} one {استُخرجت مادة واحدة} two {استُخرجت مادتان} few {استُخرجت # مواد} many {استُخرجت # مادة} other {استُخرجت # مادة}}.',
  },
} as const satisfies Catalogue;
