import type { Catalogue } from './catalogue.ts';

/** The page of an item's proof, the page of witnesses, and the page that is printed, signed and taken away. */
export const proofMessages = {
  'proof.title': { en: 'Proof', ar: 'البرهان' },
  'proof.of': { en: 'Proof of {file}', ar: 'برهان {file}' },
  'proof.what': {
    en: 'What this proves: a file with this SHA-256 was entry {entry, number} of this ledger when it had {size, plural, one {# entry} other {# entries}}, and nothing about that entry was changed since.',
    ar: 'ما يثبته هذا: ملف له قيمة SHA-256 هذه كان القيد {entry, number} في هذا الدفتر حين كان فيه {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، ولم يُغيَّر شيء في ذلك القيد منذئذ.',
  },
  'proof.not': {
    en: 'It does not prove that what the file says is true, nor who made it. It discloses the file’s hash and length, nothing else of the case.',
    ar: 'ولا يثبت أن ما يقوله الملف صحيح، ولا من صنعه. ويكشف بصمة الملف وطوله ولا شيء غيرهما من القضية.',
  },
  'proof.hash': { en: 'SHA-256 of the file', ar: 'قيمة SHA-256 للملف' },
  'proof.received': { en: 'Received', ar: 'ورد في' },
  'proof.entry': { en: 'Entry', ar: 'القيد' },
  'proof.entryOf': { en: '{entry, number} of {size, number}', ar: '{entry, number} من {size, number}' },
  'proof.save': { en: 'Save the proof', ar: 'احفظ البرهان' },
  'proof.saveFile': { en: 'Save the file as received', ar: 'احفظ الملف كما ورد' },
  'proof.hand': {
    en: 'Hand over both, and the key by another way: on paper, or by telephone.',
    ar: 'سلّم الاثنين معًا، والمفتاح بطريق آخر: على الورق أو بالهاتف.',
  },
  'proof.key': { en: 'Key of this ledger', ar: 'مفتاح هذا الدفتر' },
  'proof.checkpoint': { en: 'Checkpoint', ar: 'نقطة التحقّق' },
  'proof.checkpointSays': {
    en: 'The ledger’s name, how many entries it had, and one hash over all of them, signed.',
    ar: 'اسم الدفتر وعدد قيوده وبصمة واحدة عليها كلها، موقّعة.',
  },
  'proof.check': { en: 'To check it without us', ar: 'لفحصه من دوننا' },
  'proof.checkPage': {
    en: 'In a browser: the page that checks proofs',
    ar: 'في المتصفّح: الصفحة التي تفحص البراهين',
  },
  'proof.checkHere': {
    en: 'With this program, on any machine and with no case:',
    ar: 'بهذا البرنامج، على أي جهاز ومن دون قضية:',
  },
  'proof.checkElsewhere': {
    en: 'With Go and openssl alone: docs/ledger.md, “Check it yourself”.',
    ar: 'وبالأداتين Go وopenssl وحدهما: docs/ledger.md، فقرة «Check it yourself».',
  },
  'proof.witnessesAfter': {
    en: 'Only those who saw the ledger after this entry stand here.',
    ar: 'لا يُذكر هنا إلا من رأى الدفتر بعد هذا القيد.',
  },
  'proof.toWitnesses': { en: 'All witnesses', ar: 'كل الشهود' },
  'proof.copy': { en: 'Copy', ar: 'انسخ' },
  'proof.copied': { en: 'Copied', ar: 'نُسخ' },

  'witnesses.title': { en: 'Witnesses', ar: 'الشهود' },
  'witnesses.why': {
    en: 'Whoever holds the keys of a ledger could write it anew. Once somebody outside has seen its head, that would be found out.',
    ar: 'من يملك مفاتيح دفتر يستطيع أن يكتبه من جديد. فإذا رأى رأسَه أحد في الخارج انكشف ذلك.',
  },
  'witnesses.now': {
    en: 'The head now: {size, plural, one {# entry} other {# entries}}',
    ar: 'الرأس الآن: {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}',
  },
  'witnesses.entries': {
    en: '{size, plural, one {# entry} other {# entries}}',
    ar: '{size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}',
  },
  'witnesses.none': {
    en: 'Nobody outside holds anything of this ledger yet. Print this page, have it signed, and let somebody take it away.',
    ar: 'لا أحد في الخارج يحفظ شيئًا من هذا الدفتر بعد. اطبع هذه الصفحة ودع أحدًا يوقّعها ويأخذها.',
  },
  'witnesses.kind': { en: 'Witness', ar: 'الشاهد' },
  'witnesses.sawEntries': { en: 'Saw', ar: 'رأى' },
  'witnesses.when': { en: 'When', ar: 'متى' },
  'witnesses.state': { en: 'Now', ar: 'الآن' },
  'witnesses.paper': { en: 'Page taken away', ar: 'صفحة مأخوذة' },
  'witnesses.paperBy': { en: 'Page taken away by {name}', ar: 'صفحة أخذها {name}' },
  'witnesses.cosignature': { en: 'Signed by {name}', ar: 'وقّعها {name}' },
  'witnesses.time-stamp': { en: 'Time stamp of {name}', ar: 'ختم زمني من {name}' },
  'witnesses.opentimestamps': { en: 'OpenTimestamps', ar: 'OpenTimestamps' },
  'witnesses.holds': { en: 'holds', ar: 'قائم' },
  'witnesses.unchecked': { en: 'holds, with something left to check', ar: 'قائم، وبقي ما يُفحص' },
  'witnesses.waits': { en: 'waits', ar: 'ينتظر' },
  'witnesses.fault': { en: 'does not hold', ar: 'غير قائم' },
  'witnesses.closed': { en: 'not open to you', ar: 'غير مفتوح لك' },
  'witnesses.block': { en: 'block {height}', ar: 'الكتلة {height}' },
  'witnesses.blockUnchecked': {
    en: 'block {height}, its header not checked here',
    ar: 'الكتلة {height}، رأسها غير مفحوص هنا',
  },
  'witnesses.pending': { en: 'promised by {calendar}', ar: 'وعد به {calendar}' },
  'witnesses.nobodyVouches': {
    en: 'nobody here vouches for its certificates',
    ar: 'لا أحد هنا يكفل شهاداته',
  },
  'witnesses.ranOut': {
    en: 'its certificate ran out on {date}; it was valid then',
    ar: 'انتهت صلاحية شهادته في {date}؛ وكانت صالحة حينها',
  },
  'witnesses.print': { en: 'Print this page', ar: 'اطبع هذه الصفحة' },
  'witnesses.bring': {
    en: 'Time stamps, OpenTimestamps files and signatures of other witnesses are brought in with the command sanad witness.',
    ar: 'تُضاف الأختام الزمنية وملفات OpenTimestamps وتواقيع الشهود الآخرين بالأمر sanad witness.',
  },

  'paper.title': { en: 'Checkpoint of a ledger', ar: 'نقطة تحقّق لدفتر' },
  'paper.says': {
    en: 'On the day named below, the ledger named in the first line held as many entries as the second line says, and the third line is a hash over all of them. Nothing private can be read from it.',
    ar: 'في اليوم المذكور أدناه كان الدفتر المسمّى في السطر الأول يحوي عدد القيود الوارد في السطر الثاني، والسطر الثالث بصمة عليها كلها. ولا يُقرأ منها شيء خاص.',
  },
  'paper.keep': {
    en: 'Sign it, keep it in a place that those who hold the ledger cannot reach, and give it to nobody who asks for it back. Later anyone can compare it with the ledger: if one of these entries was changed or removed, it will no longer fit.',
    ar: 'وقّعها واحفظها في مكان لا تصل إليه يد من يملك الدفتر، ولا تعطها لمن يطلب استردادها. ولاحقًا يستطيع أي أحد مقارنتها بالدفتر: فإن غُيّر قيد من هذه القيود أو حُذف لم تعد تطابقه.',
  },
  'paper.rootToType': { en: 'The root, to be typed', ar: 'الجذر، للكتابة باليد' },
  'paper.key': { en: 'The ledger’s key', ar: 'مفتاح الدفتر' },
  'paper.compare': {
    en: 'To compare: sanad witness compare CASE FILE, where FILE holds the text of the code; or the two lines: the number of entries, and the root.',
    ar: 'للمقارنة: sanad witness compare CASE FILE، حيث يحوي FILE نص الرمز؛ أو السطران: عدد القيود والجذر.',
  },
  'paper.name': { en: 'Name', ar: 'الاسم' },
  'paper.place': { en: 'Place', ar: 'المكان' },
  'paper.date': { en: 'Day and hour', ar: 'اليوم والساعة' },
  'paper.signature': { en: 'Signature', ar: 'التوقيع' },
  'paper.code': { en: 'The checkpoint as a code', ar: 'نقطة التحقّق رمزًا' },
} as const satisfies Catalogue;
