import type { Catalogue } from './catalogue.ts';

/** The page that checks a proof in the browser, the proof that the ledger grew, and the disclosing of one value. */
export const checkMessages = {
  'check.title': { en: 'Check a proof', ar: 'افحص برهانًا' },
  'check.save': { en: 'Save this page as one file', ar: 'احفظ هذه الصفحة ملفًا واحدًا' },
  'check.save-note': {
    en: 'It opens from your disk without this server and without a network, and checks the same.',
    ar: 'تُفتح من قرصك بلا هذا الخادم وبلا شبكة، وتفحص مثلها.',
  },
  'check.lead': {
    en: 'You were given a proof, perhaps with a file. It is checked here, in this browser: nothing that you choose on this page leaves your device.',
    ar: 'سُلِّم إليك برهان، وربما معه ملف. يُفحص هنا في هذا المتصفّح: لا شيء مما تختاره في هذه الصفحة يغادر جهازك.',
  },
  'check.proof': { en: 'The proof', ar: 'البرهان' },
  'check.proof-help': {
    en: 'The file that ends in .tlog-proof, a proof that a ledger grew, or a checkpoint. Drop it here, choose it, or paste its text.',
    ar: 'الملف المنتهي بـ ‎.tlog-proof، أو برهان نموّ دفتر، أو نقطة تحقّق. أفلته هنا أو اختره أو ألصق نصه.',
  },
  'check.choose': { en: 'Choose a file', ar: 'اختر ملفًا' },
  'check.form-inclusion': {
    en: 'This is the proof of one entry of a ledger.',
    ar: 'هذا برهان قيد واحد من دفتر.',
  },
  'check.form-growth': {
    en: 'This is the proof that a ledger grew from an earlier checkpoint.',
    ar: 'هذا برهان أن دفترًا نما من نقطة تحقّق سابقة.',
  },
  'check.form-checkpoint': { en: 'This is a signed checkpoint.', ar: 'هذه نقطة تحقّق موقّعة.' },
  'check.form-time': {
    en: 'This is a time stamp. This page does not check those; the command sanad check does, and so does openssl.',
    ar: 'هذا ختم زمني. لا تفحص هذه الصفحة الأختام الزمنية؛ يفحصها الأمر sanad check، وكذلك openssl.',
  },
  'check.form-unknown': {
    en: 'This is neither a proof nor a checkpoint. Take the file whole, as it was handed over.',
    ar: 'هذا ليس برهانًا ولا نقطة تحقّق. خذ الملف كاملًا كما سُلّم.',
  },
  'check.file': { en: 'The file it is said to be about', ar: 'الملف الذي يُقال إن البرهان عنه' },
  'check.file-help': {
    en: 'It is read here piece by piece, whatever its size, and goes nowhere.',
    ar: 'يُقرأ هنا قطعة قطعة مهما كان حجمه، ولا يُرسل إلى أي مكان.',
  },
  'check.key': { en: 'The ledger’s key, by another way', ar: 'مفتاح الدفتر، من طريق آخر' },
  'check.key-help': {
    en: 'From a printed page or by telephone, not from whoever gave you the proof. Without it nothing is proven.',
    ar: 'من صفحة مطبوعة أو بالهاتف، لا ممن أعطاك البرهان. من دونه لا يثبت شيء.',
  },
  'check.before': { en: 'The earlier checkpoint', ar: 'نقطة التحقّق السابقة' },
  'check.before-help': {
    en: 'Its whole text, as it was kept; or typed off a page: the number of entries, then the root.',
    ar: 'نصها كاملًا كما حُفظ؛ أو كتابةً عن الصفحة: عدد القيود ثم الجذر.',
  },
  'check.witness-keys': { en: 'Keys of witnesses, one a line', ar: 'مفاتيح الشهود، كلٌّ في سطر' },
  'check.more': { en: 'Somebody else signed it too', ar: 'وقّعها أحد آخر أيضًا' },
  'check.go': { en: 'Check', ar: 'افحص' },
  'check.reading': { en: '{share} of the file read', ar: 'قُرئ {share} من الملف' },
  'check.stop': { en: 'Stop', ar: 'توقّف' },
  'check.unreadable': {
    en: '{file} can no longer be read. Choose it again.',
    ar: 'لم تعد قراءة {file} ممكنة. اختره من جديد.',
  },
  'check.proven': { en: 'It holds', ar: 'البرهان قائم' },
  'check.unproven': {
    en: 'Nothing is wrong, but nothing is proven yet',
    ar: 'لا خطأ فيه، لكن لم يثبت به شيء بعد',
  },
  'check.refused': { en: 'It does not hold', ar: 'البرهان غير قائم' },
  'check.unread': { en: 'It could not be checked', ar: 'تعذّر فحصه' },
  'check.shows': { en: 'What this shows', ar: 'ما يُظهره هذا' },
  'check.shows-not': { en: 'What it does not show', ar: 'ما لا يُظهره' },
  'check.in-log': {
    en: 'Entry {entry, number} stood in the ledger {log} when it had {size, plural, one {# entry} other {# entries}}; nothing about it was changed since.',
    ar: 'كان القيد {entry, number} في الدفتر {log} حين كان فيه {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}؛ ولم يُغيَّر فيه شيء منذئذ.',
  },
  'check.is-file': {
    en: '{file} is, byte for byte, the file that this entry speaks of.',
    ar: '{file} هو الملف الذي يتحدث عنه هذا القيد، بايتًا ببايت.',
  },
  'check.value': {
    en: 'The entry held this value ({slot}): {value}',
    ar: 'حوى القيد هذه القيمة ({slot}): {value}',
  },
  'check.key-given': {
    en: 'The checkpoint is signed with the key that you gave.',
    ar: 'نقطة التحقّق موقّعة بالمفتاح الذي أعطيته.',
  },
  'check.seen': {
    en: '{name} saw this ledger on {time}, as they say, and signed it.',
    ar: 'رأى {name} هذا الدفتر في {time} بحسب قوله ووقّعه.',
  },
  'check.grown': {
    en: 'The ledger {log} with {to, plural, one {# entry} other {# entries}} continues the one with {from, number}: of those, none was changed, removed or moved.',
    ar: 'الدفتر {log} ذو {to, plural, one {القيد الواحد} two {القيدين} few {# قيود} many {# قيدًا} other {# قيد}} امتداد للدفتر ذي {from, number}: لم يُغيَّر شيء من تلك القيود ولم يُحذف ولم يُنقل.',
  },
  'check.head': {
    en: 'The ledger {log} had {size, plural, one {# entry} other {# entries}}, and its root was {root}.',
    ar: 'كان في الدفتر {log} {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، وكان جذره {root}.',
  },
  'check.not-key': {
    en: 'That this is the ledger’s key: {key}. It came with the proof itself. Compare it with another copy, and give that one above.',
    ar: 'أن هذا مفتاح الدفتر: {key}. فقد جاء مع البرهان نفسه. قارنه بنسخة أخرى وأعطها أعلاه.',
  },
  'check.not-compared': {
    en: 'Whether a file is that one: none was compared. The entry speaks of the SHA-256 {sha256}.',
    ar: 'هل ملفٌّ ما هو ذاك: لم يُقارن أي ملف. يتحدث القيد عن قيمة SHA-256 هذه: {sha256}.',
  },
  'check.not-when': {
    en: 'That it was written on {time}: that is the clock of whoever kept the ledger. Only somebody outside who saw it binds the time.',
    ar: 'أنه كُتب في {time}: فتلك ساعة من يمسك الدفتر. لا يقيّد الوقتَ إلا من رآه من الخارج.',
  },
  'check.not-true': {
    en: 'That what it says is true, or who made it.',
    ar: 'أن ما يقوله صحيح، ولا من صنعه.',
  },
  'check.not-rest': {
    en: 'Anything of the entry’s other values, or of the rest of the ledger: they stay closed.',
    ar: 'أي شيء من قيم القيد الأخرى أو من بقية الدفتر: فهي تبقى مغلقة.',
  },
  'check.not-alone': {
    en: 'That nobody was shown another ledger: whoever holds its keys could keep two. A witness outside excludes that.',
    ar: 'أن أحدًا لم يُعرض عليه دفتر آخر: فمن يملك مفاتيحه قد يمسك دفترين. وشاهد من الخارج ينفي ذلك.',
  },
  'check.not-typed': {
    en: 'Who wrote the earlier checkpoint: it was typed off, without its signature.',
    ar: 'من كتب نقطة التحقّق السابقة: فقد كُتبت باليد دون توقيعها.',
  },
  'check.not-all': {
    en: 'That everything which happened was written down.',
    ar: 'أن كل ما حدث قد دُوّن.',
  },
  'check.not-kept-here': {
    en: 'Anything to somebody who does not hold the earlier checkpoint themselves: this one was kept here.',
    ar: 'أي شيء لمن لا يحمل نقطة التحقّق السابقة بنفسه: فهذه كانت محفوظة هنا.',
  },

  'growth.title': { en: 'That nothing earlier was changed', ar: 'أن شيئًا سابقًا لم يُغيَّر' },
  'growth.note': {
    en: 'Bring back a checkpoint that somebody kept. The ledger proves that it continues it, and this browser checks the proof at once.',
    ar: 'أعد نقطة تحقّق حفظها أحد. يبرهن الدفتر أنه امتداد لها، ويفحص هذا المتصفّح البرهان في الحال.',
  },
  'growth.kept': { en: 'Or one that is known here', ar: 'أو واحدة معروفة هنا' },
  'growth.none': { en: 'the one above', ar: 'التي أعلاه' },
  'growth.of': {
    en: '{size, plural, one {# entry} other {# entries}}, {date}',
    ar: '{size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، {date}',
  },
  'growth.go': { en: 'Prove it', ar: 'برهن ذلك' },
  'growth.save': { en: 'Save the proof', ar: 'احفظ البرهان' },
  'growth.save-before': { en: 'Save the earlier checkpoint', ar: 'احفظ نقطة التحقّق السابقة' },
  'growth.elsewhere': { en: 'Check a proof', ar: 'افحص برهانًا' },

  'disclose.title': { en: 'Disclose single values', ar: 'كشف قيم مفردة' },
  'disclose.note': {
    en: 'A proof of the file discloses none of its contents. A value of one row can be proven by itself.',
    ar: 'برهان الملف لا يكشف شيئًا من محتواه. ويمكن برهان قيمة من صف واحد بمفردها.',
  },
  'disclose.of-report': { en: 'The values of this report', ar: 'قيم هذا التقرير' },
  'disclose.sheet': { en: 'Sheet', ar: 'الورقة' },
  'disclose.row': { en: 'Row', ar: 'الصف' },
  'disclose.open': { en: 'Show its values', ar: 'اعرض قيمه' },
  'disclose.no-row': { en: 'There is no row {row, number}.', ar: 'لا يوجد صف {row, number}.' },
  'disclose.of': { en: 'Values of {record} in {file}', ar: 'قيم {record} في {file}' },
  'disclose.lead': {
    en: 'A proof that entry {entry, number} held the values you choose. Whoever has it reads them and can show them on; the other values stay closed.',
    ar: 'برهان أن القيد {entry, number} حوى القيم التي تختارها. من يحمله يقرؤها ويستطيع عرضها على غيره؛ وتبقى القيم الأخرى مغلقة.',
  },
  'disclose.choose': { en: 'What is disclosed', ar: 'ما يُكشف' },
  'disclose.sure': {
    en: 'I disclose this on purpose. It cannot be called back: erasing the value here later does not reach the proof. It is written in the log of reads.',
    ar: 'أكشف هذا عن قصد. ولا يمكن استرداده: محو القيمة هنا لاحقًا لا يبلغ البرهان. ويُدوَّن ذلك في سجل الاطّلاع.',
  },
  'disclose.go': { en: 'Make the proof', ar: 'اصنع البرهان' },
  'disclose.made': {
    en: 'Made. It discloses: {values}. Hand over the key by another way.',
    ar: 'صُنع. يكشف: {values}. سلّم المفتاح من طريق آخر.',
  },
  'disclose.none': {
    en: 'None of this entry’s values can be read by you.',
    ar: 'لا يمكنك قراءة أي من قيم هذا القيد.',
  },
  'disclose.place': { en: 'where it stands in the file', ar: 'موضعه في الملف' },
  'disclose.about': { en: 'title, outlet, date', ar: 'العنوان والجهة والتاريخ' },
  'disclose.dropped': { en: 'what was left out of the text', ar: 'ما تُرك من النص' },
  'disclose.statement': { en: 'statement {n}', ar: 'القول {n}' },
  'disclose.column': { en: 'column {n}', ar: 'العمود {n}' },
} as const satisfies Catalogue;
