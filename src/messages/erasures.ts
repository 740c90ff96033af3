import type { Catalogue } from './catalogue.ts';

/** The pages on which values are made unreadable for ever, by two people. */
export const erasureMessages = {
  'erasures.title': { en: 'Erasures', ar: 'المحو' },
  'erasures.lead': {
    en: 'What is erased is unreadable for ever, for everybody. One person asks for it, another carries it out; the ledger keeps that something was erased, when and why, never what.',
    ar: 'ما يُمحى لا يقرؤه أحد بعدها أبدًا. يطلبه شخص وينفّذه آخر؛ ويحفظ الدفتر أن شيئًا مُحي ومتى ولماذا، ولا يحفظ ما هو.',
  },
  'erasures.how': {
    en: 'To ask for one: open the person, the row or the file, and follow “Erase …” there. A request of a family is erased from its own page, once the family has withdrawn it.',
    ar: 'لطلب محو: افتح الشخص أو الصف أو الملف واتبع «امحُ…» هناك. ويُمحى طلب العائلة من صفحته بعد أن تسحبه العائلة.',
  },
  'erasures.waiting': { en: 'Waiting for a second person', ar: 'بانتظار شخص ثانٍ' },
  'erasures.none-waiting': { en: 'Nothing waits.', ar: 'لا شيء ينتظر.' },
  'erasures.look': { en: 'Look at what would go', ar: 'انظر ما الذي سيُمحى' },
  'erasures.own': { en: 'You asked for this: somebody else carries it out.', ar: 'أنت طلبته: ينفّذه غيرك.' },
  'erasures.asked-by': { en: 'asked by {by}, {date}', ar: 'طلبه {by}، {date}' },
  'erasures.done': { en: 'What was erased', ar: 'ما مُحي' },
  'erasures.none-done': { en: 'Nothing was erased in this case.', ar: 'لم يُمحَ شيء في هذه القضية.' },
  'erasures.when': { en: 'When', ar: 'متى' },
  'erasures.ground': { en: 'Ground', ar: 'الأساس' },
  'erasures.reason': { en: 'Why', ar: 'لماذا' },
  'erasures.people': { en: 'Decided by', ar: 'قرّره' },
  'erasures.how-much': { en: 'How much', ar: 'كم' },
  'erasures.amount': {
    en: 'values of {entries, plural, one {# entry} other {# entries}}{files, plural, =0 {} one {, # file} other {, # files}}',
    ar: 'قيم {entries, plural, one {قيد واحد} two {قيدين} few {# قيود} many {# قيدًا} other {# قيد}}{files, plural, =0 {} one {، ملف واحد} two {، ملفان} few {، # ملفات} many {، # ملفًا} other {، # ملف}}',
  },
  'erasures.entry': { en: 'entry {entry, number}', ar: 'القيد {entry, number}' },
  'erasures.not-readable': { en: 'not open to you', ar: 'غير مفتوح لك' },
  'erasures.back': { en: 'Erasures', ar: 'المحو' },

  'erasures.backups': { en: 'What it does not reach', ar: 'ما لا يبلغه المحو' },
  'erasures.backups-before': {
    en: 'Every backup made before still holds it. A backup with its keys opens with the passwords of its day, whatever is done here: find it and destroy it.',
    ar: 'كل نسخة احتياطية صُنعت قبله ما زالت تحمله. والنسخة التي معها مفاتيحها تُفتح بكلمات سر يومها مهما فعلنا هنا: ابحث عنها وأتلفها.',
  },
  'erasures.backups-keys': {
    en: 'A backup made with its keys apart (sanad backup --keys) opens only with its small key file. Make a new backup, change the keys (sanad key rotate), then destroy the old key files: those backups are unreadable from then on, with all that is in them.',
    ar: 'والنسخة التي صُنعت ومفاتيحها على حدة (sanad backup --keys) لا تُفتح إلا بملف مفاتيحها الصغير. اصنع نسخة جديدة، ثم غيّر المفاتيح (sanad key rotate)، ثم أتلف ملفات المفاتيح القديمة: تصير تلك النسخ غير مقروءة بكل ما فيها.',
  },
  'erasures.left-house': {
    en: 'What left the house stays where it went: exports, printed pages, proofs in which the value was disclosed, what somebody remembers.',
    ar: 'وما خرج من الدار يبقى حيث ذهب: ما صُدّر، والصفحات المطبوعة، والبراهين التي كُشفت فيها القيمة، وما يذكره الناس.',
  },

  'erase-ask.title': { en: 'Ask for an erasure', ar: 'اطلب محوًا' },
  'erase-ask.lead': {
    en: 'Look at what would go. Nothing is erased by asking: a second person looks at the same and carries it out.',
    ar: 'انظر ما الذي سيُمحى. لا يُمحى شيء بالطلب: ينظر شخص ثانٍ إلى الشيء نفسه وينفّذه.',
  },
  'erase-ask.nothing': {
    en: 'Nothing was named. Open the person, the row or the file that is meant.',
    ar: 'لم يُسمَّ شيء. افتح الشخص أو الصف أو الملف المقصود.',
  },
  'erase-ask.keep': { en: 'Untick what is to stay.', ar: 'أزل العلامة عمّا يبقى.' },
  'erase-ask.basis': { en: 'On what ground', ar: 'على أي أساس' },
  'erase-ask.reason': { en: 'Why', ar: 'السبب' },
  'erase-ask.reason-help': {
    en: 'It stays in the ledger: write it without the name or the value itself.',
    ar: 'يبقى في الدفتر: اكتبه دون الاسم ودون القيمة نفسها.',
  },
  'erase-ask.go': { en: 'Ask for it', ar: 'اطلب المحو' },
  'erase-ask.asked': {
    en: 'Asked for. Nothing is erased yet: a second person finds it under Erasures.',
    ar: 'سُجّل الطلب. لم يُمحَ شيء بعد: يجده شخص ثانٍ في صفحة المحو.',
  },
  'erase-ask.file-too': { en: 'Erase the file too', ar: 'امحُ الملف أيضًا' },

  'erase-confirm.title': { en: 'Erase for ever', ar: 'محو إلى الأبد' },
  'erase-confirm.sure': {
    en: 'I have looked at every part of it. Nobody can undo this.',
    ar: 'نظرتُ في كل جزء منه. لا يستطيع أحد التراجع عن هذا.',
  },
  'erase-confirm.go': { en: 'Erase for ever', ar: 'امحُ إلى الأبد' },
  'erase-confirm.withdraw': { en: 'Withdraw it', ar: 'اسحب الطلب' },
  'erase-confirm.withdrawn': { en: 'Withdrawn; nothing was erased.', ar: 'سُحب؛ لم يُمحَ شيء.' },
  'erase-confirm.done': { en: 'Erased', ar: 'مُحي' },
  'erase-confirm.told': {
    en: 'The ledger tells it in entry {entry, number}: {amount}, on {date}.',
    ar: 'يذكره الدفتر في القيد {entry, number}: {amount}، في {date}.',
  },
  'erase-confirm.later': {
    en: 'Another program is reading the case: a copy of the old pages stays in its log until that ends and the case is opened again.',
    ar: 'برنامج آخر يقرأ القضية: تبقى نسخة من الصفحات القديمة في سجلها حتى ينتهي وتُفتح القضية من جديد.',
  },

  'erase-part.asked': { en: 'What is asked for', ar: 'المطلوب محوه' },
  'erase-part.derived': { en: 'What goes with it', ar: 'ما يذهب معه' },
  'erase-part.derived-note': {
    en: 'It was made of it, or speaks of it.',
    ar: 'صُنع منه أو يتحدث عنه.',
  },
  'erase-part.record': { en: 'Row {id} in {file}', ar: 'الصف {id} في {file}' },
  'erase-part.item': {
    en: '{file}: the file, all that is said of it, and {records, plural, =0 {no rows} one {its one row} other {its # rows}}',
    ar: '{file}: الملف وكل ما قيل عنه و{records, plural, =0 {لا صفوف} one {صفّه الوحيد} two {صفّاه} few {صفوفه الـ#} many {صفوفه الـ#} other {صفوفه الـ#}}',
  },
  'erase-part.file': {
    en: '{file}: the file alone; what was read off it stays',
    ar: '{file}: الملف وحده؛ ويبقى ما قُرئ منه',
  },
  'erase-part.decision': { en: 'The reason of a decision', ar: 'سبب قرار' },
  'erase-part.event': { en: 'What was noted ({id})', ar: 'ما دُوّن ({id})' },
  'erase-part.closed': { en: 'values that are not open to you', ar: 'قيم غير مفتوحة لك' },
  'erase-part.all': {
    en: 'In all: {amount}.',
    ar: 'المجموع: {amount}.',
  },
  'erase-part.stays': {
    en: 'The file {file} that this was read from still holds it; erasing it too is another decision.',
    ar: 'الملف {file} الذي قُرئ منه هذا ما زال يحمله؛ ومحوه أيضًا قرار آخر.',
  },

  'erase-basis.asked': { en: 'asked for by the person or the family', ar: 'طلبه الشخص أو العائلة' },
  'erase-basis.consent-withdrawn': { en: 'consent withdrawn', ar: 'سُحبت الموافقة' },
  'erase-basis.court': { en: 'order of a court', ar: 'أمر محكمة' },
  'erase-basis.danger': { en: 'danger to somebody', ar: 'خطر على أحد' },
  'erase-basis.term-ended': { en: 'its time is over', ar: 'انتهت مدته' },
  'erase-basis.mistake': { en: 'came in by mistake', ar: 'دخل خطأً' },
} as const satisfies Catalogue;
