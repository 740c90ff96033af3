import type { Catalogue } from './catalogue.ts';

/** What the commands about keys, recovery and erasure say. Joined into commands.ts. */
export const keyCommands = {
  'key.about': {
    en: 'who can open the case: passphrases, each with the classes of values it opens',
    ar: 'من يستطيع فتح القضية: عبارات السر، ولكل منها أصناف القيم التي تفتحها',
  },
  'key.list.about': { en: 'the locks of a case', ar: 'أقفال القضية' },
  'key.list.line': {
    en: '{id}  {kind}  {writes}  {classes}',
    ar: '{id}  {kind}  {writes}  {classes}',
  },
  'key.kind.passphrase': { en: 'passphrase', ar: 'عبارة سر' },
  'key.kind.share': { en: 'recovery shares', ar: 'حصص استرداد' },
  'key.writes.yes': { en: 'reads and writes', ar: 'قراءة وكتابة' },
  'key.writes.no': { en: 'reads only', ar: 'قراءة فقط' },
  'key.list.none': {
    en: 'The case is not sealed: it has no locks.',
    ar: 'القضية غير مختومة، فليس لها أقفال.',
  },
  'key.add.about': {
    en: 'another passphrase, for some or all classes of values',
    ar: 'عبارة سر أخرى لبعض أصناف القيم أو كلها',
  },
  'key.id': {
    en: 'the lock’s name: small letters, digits and hyphens; it stands in the clear, so not a person’s name',
    ar: 'اسم القفل: أحرف لاتينية صغيرة وأرقام وشرطات؛ يظهر مكشوفًا فلا تجعله اسم شخص',
  },
  'key.classes': {
    en: 'what it opens, separated by commas: {classes}; all where not given',
    ar: 'ما يفتحه، مفصولًا بفواصل: {classes}؛ الكل إن لم يُذكر',
  },
  'key.read-only': { en: 'it may not write', ar: 'لا يحق له الكتابة' },
  'key.add.done': {
    en: 'Added the lock {id}. Its passphrase stands nowhere: hand it over in person.',
    ar: 'أُضيف القفل {id}. عبارة سره غير مدوّنة في أي مكان: سلّمها وجهًا لوجه.',
  },
  'key.remove.about': { en: 'take a lock away', ar: 'أزل قفلًا' },
  'key.remove.done': {
    en: 'Removed the lock {id}. Whoever knew it still opens copies made before; sanad key rotate shuts them out of what comes after.',
    ar: 'أُزيل القفل {id}. من كان يعرفه ما زال يفتح النسخ السابقة؛ والأمر sanad key rotate يمنعه مما يأتي بعده.',
  },
  'key.change.about': {
    en: 'change a passphrase; no file or row is rewritten',
    ar: 'غيّر عبارة سر؛ لا يُعاد كتابة أي ملف أو صف',
  },
  'key.change.done': {
    en: 'Changed the passphrase of {id}. Backups made before still open with the old one.',
    ar: 'غُيّرت عبارة سر {id}. النسخ الاحتياطية السابقة ما زالت تُفتح بالعبارة القديمة.',
  },
  'key.rotate.about': {
    en: 'new keys for everything: after somebody was shut out, or so that what was erased is gone from old backups too',
    ar: 'مفاتيح جديدة لكل شيء: بعد إقصاء أحد، أو ليزول ما مُحي من النسخ القديمة أيضًا',
  },
  'key.rotate.new-passphrase': {
    en: 'change the owner’s passphrase with it',
    ar: 'غيّر معها عبارة سر المالك',
  },
  'key.rotate.done': {
    en: 'All keys are new. Now: 1. Make a new backup. 2. Destroy the key files of backups made with --keys: those backups then open with nothing. 3. Backups that hold their keys still open with the passphrases of their day: destroy them, since nothing done here can reach them.',
    ar: 'كل المفاتيح جديدة. الآن: ١. اصنع نسخة احتياطية جديدة. ٢. أتلف ملفات مفاتيح النسخ التي صُنعت بالخيار --keys، فلا يفتحها بعد ذلك شيء. ٣. النسخ التي تحمل مفاتيحها ما زالت تُفتح بعبارات السر القديمة: أتلفها، فلا شيء مما يُفعل هنا يصل إليها.',
  },
  'recovery.about': {
    en: 'when a passphrase is lost: shares on paper, some of which together open the case',
    ar: 'إذا ضاعت عبارة السر: حصص على ورق، يفتح عددٌ منها معًا القضية',
  },
  'recovery.make.about': {
    en: 'print shares, one for each person; an earlier printing stops working',
    ar: 'اطبع حصصًا، واحدة لكل شخص؛ وتبطل الطبعة السابقة',
  },
  'recovery.of': {
    en: 'how many of how many, such as 2/3',
    ar: 'كم من كم، مثل 2/3',
  },
  'recovery.share': {
    en: 'Share {share} of {n}. Any {k} open the case {case}. Keep it apart from the others and from the machine.',
    ar: 'الحصة {share} من {n}. أي {k} منها تفتح القضية {case}. احفظها بعيدًا عن غيرها وعن الجهاز.',
  },
  'recovery.make.done': {
    en: 'These shares stand nowhere else. Print or copy each for one person, then clear the screen.',
    ar: 'هذه الحصص غير محفوظة في مكان آخر. اطبع كلًا منها أو انسخها لشخص واحد، ثم امسح الشاشة.',
  },
  'recovery.join.about': {
    en: 'set a new passphrase with shares',
    ar: 'عيّن عبارة سر جديدة بالحصص',
  },
  'recovery.shares': {
    en: 'a file with one share a line (else they are asked for)',
    ar: 'ملف فيه حصة في كل سطر (وإلا تُطلب)',
  },
  'recovery.ask': { en: 'Share {share} (empty when done): ', ar: 'الحصة {share} (فارغة عند الانتهاء): ' },
  'recovery.join.done': {
    en: 'The case {folder} opens with the new passphrase. The shares stay good.',
    ar: 'تُفتح القضية {folder} بعبارة السر الجديدة. وتبقى الحصص صالحة.',
  },
  'erase.about': {
    en: 'make values unreadable for ever; the ledger says that, when and why',
    ar: 'اجعل قيمًا غير مقروءة إلى الأبد؛ ويذكر السجل ذلك ومتى ولماذا',
  },
  'erase.record': { en: 'a record (may be repeated)', ar: 'سجل (يمكن تكراره)' },
  'erase.column': {
    en: 'only these columns of the record, from 0 (may be repeated)',
    ar: 'هذه الأعمدة فقط من السجل، من 0 (يمكن تكراره)',
  },
  'erase.statement': {
    en: 'only these statements of the report, from 1 (may be repeated)',
    ar: 'هذه الأقوال فقط من التقرير، من 1 (يمكن تكراره)',
  },
  'erase.item': {
    en: 'an item: its description, its records and its file',
    ar: 'مادة: وصفها وسجلاتها وملفها',
  },
  'erase.file': {
    en: 'only the file of an item; what was read off it stays',
    ar: 'ملف المادة فقط؛ ويبقى ما قُرئ منه',
  },
  'erase.entry': { en: 'an entry by its number', ar: 'قيد برقمه' },
  'erase.basis': { en: 'on what ground: {bases}', ar: 'على أي أساس: {bases}' },
  'erase.reason': {
    en: 'why, in words; they stay in the ledger, so without the value itself',
    ar: 'السبب بالكلمات؛ يبقى في السجل فلا تذكر القيمة نفسها',
  },
  'erase.second': { en: 'the second person who decided it', ar: 'الشخص الثاني الذي قرر ذلك' },
  'erase.carry-out': {
    en: 'carry out what another account asked for, by the number of its entry',
    ar: 'نفّذ ما طلبه حساب آخر، برقم قيده',
  },
  'erase.withdraw': { en: 'withdraw what was asked for', ar: 'اسحب طلب المحو' },
  'erase.asked': {
    en: 'Asked for as entry {entry}; nothing is erased yet. Another account carries it out: sanad erase {folder} --carry-out {entry}',
    ar: 'سُجّل الطلب في القيد {entry}، ولم يُمحَ شيء بعد. ينفّذه حساب آخر: sanad erase {folder} --carry-out {entry}',
  },
  'erase.withdrawn': { en: 'Withdrawn.', ar: 'سُحب الطلب.' },
  'erase.waiting': {
    en: '{at}  entry {entry} waits for a second account  {basis}  {reason}',
    ar: '{at}  القيد {entry} ينتظر حسابًا ثانيًا  {basis}  {reason}',
  },
  'erase.yes': { en: 'do not ask whether it is meant', ar: 'لا تسأل عن التأكيد' },
  'erase.list': { en: 'show what was erased, when and why', ar: 'أظهر ما مُحي ومتى ولماذا' },
  'erase.sure': {
    en: 'This cannot be undone by anyone. Type “erase” to go on: ',
    ar: 'لا يستطيع أحد التراجع عن هذا. اكتب «erase» للمتابعة: ',
  },
  'erase.not-done': { en: 'Nothing was erased.', ar: 'لم يُمحَ شيء.' },
  'erase.done': {
    en: 'Erased {values, plural, one {# entry’s values} other {the values of # entries}} and {files, plural, one {# file} other {# files}}. Backups made before still hold them: see sanad key rotate --help.',
    ar: 'مُحيت {values, plural, one {قيم قيد واحد} two {قيم قيدين} few {قيم # قيود} many {قيم # قيدًا} other {قيم # قيد}} و{files, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}. ما زالت النسخ الاحتياطية السابقة تحملها: انظر sanad key rotate --help.',
  },
  'erase.still-in-file': {
    en: 'The file that the record was read from still holds it: erase it too with --file {item}',
    ar: 'الملف الذي قُرئ منه السجل ما زال يحمله: امحُه أيضًا بالخيار --file {item}',
  },
  'erase.later': {
    en: 'Another program is reading the case: a copy of the pages stays in its log until that ends and the case is next opened for writing.',
    ar: 'برنامج آخر يقرأ القضية: تبقى نسخة من الصفحات في سجلها حتى ينتهي وتُفتح القضية للكتابة من جديد.',
  },
  'erase.line': {
    en: '{at}  entry {entry}  {by}  {basis}  {reason}  values of {values}, files {files}',
    ar: '{at}  القيد {entry}  {by}  {basis}  {reason}  قيم {values}، ملفات {files}',
  },
  'verify.keyless': {
    en: 'without any passphrase: the case file, the signatures and the vault’s files, not the entries',
    ar: 'بلا عبارة سر: ملف القضية والتواقيع وملفات الخزانة، دون القيود',
  },
  'verify.keyless-ok': {
    en: 'As far as can be seen without a passphrase: the case file is whole, every checkpoint is signed, and {files, plural, one {# file} other {# files}} of the vault are what their names say. Not looked at, because their key was not given: the entries, the tree that the checkpoints sign, every value, and what witnesses signed (exit code 3).',
    ar: 'بقدر ما يُرى بلا عبارة سر: ملف القضية سليم، وكل نقطة تحقق موقّعة، و{files, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}} في الخزانة كما تقول أسماؤها. ولم يُفحص، لأن مفتاحه لم يُعطَ: القيود، والشجرة التي توقّعها نقاط التحقق، والقيم كلها، وما وقّعه الشهود (رمز الخروج 3).',
  },
  'backup.keys': {
    en: 'put the wrapped keys into this file instead of into the backup',
    ar: 'ضع المفاتيح المغلّفة في هذا الملف بدل النسخة الاحتياطية',
  },
  'restore.keys': {
    en: 'the file of keys of a backup made without them',
    ar: 'ملف مفاتيح نسخة صُنعت بلا مفاتيحها',
  },
} as const satisfies Catalogue;
