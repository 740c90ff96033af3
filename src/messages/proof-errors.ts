import type { Catalogue } from './catalogue.ts';

/** What can be wrong with a proof, a checkpoint or a witness's file, and what to do about it. */
export const proofErrors = {
  'note.malformed': {
    en: 'This is not a signed note: a checkpoint is three lines, an empty line and at least one signature. Copy it whole, with its line ends.',
    ar: 'هذا ليس نصًا موقّعًا: نقطة التحقّق ثلاثة أسطر ثم سطر فارغ ثم توقيع واحد على الأقل. انسخها كاملة مع نهايات الأسطر.',
  },
  'note.key-malformed': {
    en: 'This is not a key of the right kind. It is written name+8 digits+base64, as the printed page shows it.',
    ar: 'هذا ليس مفتاحًا من النوع المطلوب. يُكتب هكذا: الاسم+8 خانات+base64، كما في الصفحة المطبوعة.',
  },
  'checkpoint.malformed': {
    en: 'This is not a checkpoint: the log’s name, the number of entries and the root must stand in its first three lines.',
    ar: 'هذه ليست نقطة تحقّق: يجب أن تحوي أسطرها الثلاثة الأولى اسم السجل وعدد القيود والجذر.',
  },
  'checkpoint.none': {
    en: '{folder}: there is no signed checkpoint yet. One is written with every entry; run sanad verify.',
    ar: '{folder}: لا توجد نقطة تحقّق موقّعة بعد. تُكتب واحدة مع كل قيد؛ شغّل الأمر sanad verify.',
  },
  'checkpoint.other-log': {
    en: 'This checkpoint is of another log: {found}. This case is {expected}.',
    ar: 'نقطة التحقّق هذه لسجل آخر: {found}. وهذه القضية هي {expected}.',
  },
  'checkpoint.ahead': {
    en: 'That checkpoint has {size, plural, one {# entry} other {# entries}} and the case only {entries, number}: the end of its ledger is missing here. Look for a newer copy of the case before anything else is done with this one.',
    ar: 'في نقطة التحقّق {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} وليس في القضية إلا {entries, number}: نهاية سجلها مفقودة هنا. ابحث عن نسخة أحدث من القضية قبل أي عمل آخر على هذه.',
  },
  'checkpoint.differs': {
    en: 'The first {size, plural, one {# entry} other {# entries}} of this case are not those of that checkpoint: its history was changed. Keep both, and change nothing more.',
    ar: 'أول {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} في هذه القضية ليست قيود نقطة التحقّق تلك: تاريخها غُيّر. احتفظ بالاثنتين ولا تغيّر شيئًا بعد ذلك.',
  },
  'tiles.missing': {
    en: '{file} is missing: without it the tree cannot be followed to its root.',
    ar: '‏{file} ناقص: من دونه لا يمكن تتبّع الشجرة إلى جذرها.',
  },
  'tiles.other': {
    en: '{file} is not what the other files make it: it was changed, cut short, or belongs to another log.',
    ar: '‏{file} ليس ما تجعله الملفات الأخرى: غُيّر أو بُتر أو هو لسجل آخر.',
  },
  'tiles.root-other': {
    en: 'The entries do not lead to the root that the checkpoint names. Something among them was changed, removed or added.',
    ar: 'لا تقود القيود إلى الجذر الذي تسمّيه نقطة التحقّق. غُيّر شيء منها أو أُزيل أو أُضيف.',
  },
  'tiles.not-continued': {
    en: 'The first {from} of the {to} entries are not those of the earlier checkpoint: the log was changed since, or it is another.',
    ar: 'أول {from} من القيود الـ{to} ليست قيود نقطة التحقّق السابقة: غُيّر السجل منذئذ أو هو غيره.',
  },
  'tiles.no-such-entry': {
    en: 'This entry stands nowhere in the tree.',
    ar: 'لا يقوم هذا القيد في أي موضع من الشجرة.',
  },
  'proof.unknown-form': {
    en: '{file}: neither a proof, a checkpoint, a time stamp (RFC 3161) nor an OpenTimestamps file.',
    ar: '{file}: ليس برهانًا ولا نقطة تحقّق ولا ختمًا زمنيًا (RFC 3161) ولا ملف OpenTimestamps.',
  },
  'proof.malformed': {
    en: 'The proof is damaged in line {line}. Ask for another copy.',
    ar: 'البرهان متضرر في السطر {line}. اطلب نسخة أخرى.',
  },
  'proof.key-needed': {
    en: 'The proof does not say by whose key it was signed. Give the log’s key with --key; it stands on the printed page.',
    ar: 'لا يذكر البرهان بمفتاح من وُقّع. أعطِ مفتاح السجل بالخيار ‎--key؛ وهو على الصفحة المطبوعة.',
  },
  'proof.key-other': {
    en: 'The checkpoint is not signed by {name} with this key. Either the key is another one, or the proof does not come from there.',
    ar: 'نقطة التحقّق ليست موقّعة من {name} بهذا المفتاح. إما أن المفتاح غيره، أو أن البرهان ليس من هناك.',
  },
  'proof.signature-wrong': {
    en: 'The signature of {name} does not fit: the checkpoint was changed after it was signed.',
    ar: 'توقيع {name} لا يطابق: نقطة التحقّق غُيّرت بعد توقيعها.',
  },
  'proof.entry-needed': {
    en: 'The proof does not carry the entry it is about. Give its bytes with --entry.',
    ar: 'البرهان لا يحمل القيد الذي يخصّه. أعطِ بايتاته بالخيار ‎--entry.',
  },
  'proof.path-wrong': {
    en: 'The entry does not lead to the signed root: the entry, its place or the proof was changed.',
    ar: 'القيد لا يقود إلى الجذر الموقّع: غُيّر القيد أو موضعه أو البرهان.',
  },
  'proof.value-wrong': {
    en: 'The value {slot} is not the one that the entry committed to.',
    ar: 'القيمة {slot} ليست تلك التي التزم بها القيد.',
  },
  'proof.value-absent': {
    en: 'Entry {entry} has no value {slot} that can be shown: there is none, it was erased, or this opening may not read it.',
    ar: 'ليس في القيد {entry} قيمة {slot} يمكن إظهارها: إما لا وجود لها، أو مُحيت، أو لا يحق لهذا الدخول قراءتها.',
  },
  'proof.not-witnessed': {
    en: 'No witness has signed a checkpoint that covers entry {entry} yet.',
    ar: 'لم يوقّع أي شاهد بعد نقطة تحقّق تشمل القيد {entry}.',
  },
  'proof.file-other': {
    en: '{file} is not the file that was received: its SHA-256 is another one.',
    ar: '{file} ليس الملف الذي ورد: قيمة SHA-256 له مختلفة.',
  },
  'proof.file-unnamed': {
    en: 'The proof says nothing about a file: the value “original” was not disclosed with it.',
    ar: 'البرهان لا يذكر شيئًا عن ملف: لم تُكشف معه القيمة «original».',
  },
  'proof.file-not-held': {
    en: '{file} is not among what this case received.',
    ar: '{file} ليس مما ورد إلى هذه القضية.',
  },
  'proof.name-shared': {
    en: 'Several files of this case are called {file}: {items}. Give the id of the one that is meant.',
    ar: 'في هذه القضية أكثر من ملف باسم {file}: {items}. اذكر معرّف الملف المقصود.',
  },
  'proof.inconsistent': {
    en: 'The log of {to, plural, one {# entry} other {# entries}} does not continue that of {from, number}: something was changed or removed between them, or the proof was.',
    ar: 'السجل ذو {to, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} ليس امتدادًا للسجل ذي {from, number}: غُيّر شيء بينهما أو حُذف، أو غُيّر البرهان.',
  },
  'proof.signatures-unknown': {
    en: 'This browser cannot check the signature (Ed25519), or the page came over an unprotected connection. Take a browser of 2025 or later, or the command sanad check.',
    ar: 'لا يستطيع هذا المتصفّح فحص التوقيع (Ed25519)، أو أن الصفحة جاءت عبر اتصال غير محمي. استعمل متصفّحًا من 2025 أو أحدث، أو الأمر sanad check.',
  },
  'token.malformed': {
    en: 'This is not a time stamp that can be read (RFC 3161). Fetch it again, as the authority sent it.',
    ar: 'هذا ليس ختمًا زمنيًا مقروءًا (RFC 3161). اجلبه ثانية كما أرسلته الجهة.',
  },
  'token.refused': {
    en: 'The authority refused to stamp (status {status}). Send the query again, or to another one.',
    ar: 'رفضت الجهة الختم (الحالة {status}). أرسل الطلب ثانية أو إلى جهة أخرى.',
  },
  'token.other-data': {
    en: 'The time stamp is of other data than this.',
    ar: 'الختم الزمني لبيانات غير هذه.',
  },
  'token.signature-wrong': {
    en: 'The time stamp was changed after it was signed.',
    ar: 'غُيّر الختم الزمني بعد توقيعه.',
  },
  'token.algorithm-unknown': {
    en: 'The time stamp uses an algorithm that is not accepted: {name}.',
    ar: 'يستعمل الختم الزمني خوارزمية غير مقبولة: {name}.',
  },
  'token.certificate-missing': {
    en: 'The certificate of {name} is not with the time stamp. Give it with --root, or fetch the stamp again with certificates.',
    ar: 'شهادة {name} ليست مع الختم الزمني. أعطها بالخيار ‎--root، أو اجلب الختم ثانية مع الشهادات.',
  },
  'token.certificate-unfit': {
    en: 'The certificate of {name} is not one for this use.',
    ar: 'شهادة {name} ليست لهذا الغرض.',
  },
  'token.outside-validity': {
    en: 'The certificate of {name} was not valid at the time the stamp gives, {time}.',
    ar: 'لم تكن شهادة {name} صالحة في الوقت الذي يذكره الختم، {time}.',
  },
  'token.root-other': {
    en: 'The certificates of the time stamp end in {name}, which is not one of those you gave.',
    ar: 'تنتهي شهادات الختم الزمني عند {name}، وليست من التي أعطيتها.',
  },
  'timestamp.malformed': {
    en: 'This OpenTimestamps file is damaged at byte {offset}. Take another copy.',
    ar: 'ملف OpenTimestamps هذا متضرر عند البايت {offset}. خذ نسخة أخرى.',
  },
  'timestamp.operation-unknown': {
    en: 'This OpenTimestamps file uses an operation that is not known here ({operation}).',
    ar: 'يستعمل ملف OpenTimestamps هذا عملية غير معروفة هنا ({operation}).',
  },
  'timestamp.other-data': {
    en: 'The OpenTimestamps file is of other data than this.',
    ar: 'ملف OpenTimestamps لبيانات غير هذه.',
  },
  'timestamp.nothing-new': {
    en: 'That file attests nothing that is not kept already.',
    ar: 'لا يشهد هذا الملف بشيء غير محفوظ من قبل.',
  },
  'timestamp.calendar-failed': {
    en: 'The calendar {calendar} gave no answer that can be used: {reason}. What is kept is as before; try again later, or bring an upgraded file.',
    ar: 'لم يعطِ التقويم {calendar} جوابًا صالحًا: {reason}. المحفوظ كما كان؛ حاول لاحقًا أو أحضر ملفًا محدّثًا.',
  },
  'header.malformed': {
    en: 'A block header is 80 bytes in hexadecimal, a merkle root 32: {height}=HEX.',
    ar: 'رأس الكتلة 80 بايتًا بالنظام الست عشري، وجذر ميركل 32: ‏{height}=HEX.',
  },
  'header.contradicts': {
    en: 'Block {height} as given does not hold this time stamp: its merkle root is another one.',
    ar: 'الكتلة {height} كما أُعطيت لا تحوي هذا الختم الزمني: جذر ميركل فيها مختلف.',
  },
  'header.without-work': {
    en: 'The header given for block {height} carries no proof of work: it is not one of Bitcoin.',
    ar: 'رأس الكتلة {height} المعطى بلا إثبات عمل: ليس من كتل بتكوين.',
  },
  'witness.no-such-checkpoint': {
    en: '{file} is not about a checkpoint of this case that still stands. Was it made for another case, or for a file that was changed?',
    ar: '{file} لا يخص نقطة تحقّق قائمة من هذه القضية. هل صُنع لقضية أخرى، أو لملف غُيّر؟',
  },
  'witness.key-needed': {
    en: 'Whose signature this is can only be seen with their key: give it with --key.',
    ar: 'لا يُعرف صاحب هذا التوقيع إلا بمفتاحه: أعطِه بالخيار ‎--key.',
  },
  'witness.log-unknown': {
    en: 'The log {log} is not known to this witness. Compare its key with the printed page, then give it with --log.',
    ar: 'السجل {log} غير معروف لهذا الشاهد. قارن مفتاحه بالصفحة المطبوعة ثم أعطِه بالخيار ‎--log.',
  },
  'witness.key-changed': {
    en: 'The log {log} was known to this witness under another key. Nothing was signed; ask why, in person.',
    ar: 'كان السجل {log} معروفًا لهذا الشاهد بمفتاح آخر. لم يُوقّع شيء؛ اسأل عن السبب وجهًا لوجه.',
  },
  'witness.proof-needed': {
    en: 'This witness saw {known, plural, one {# entry} other {# entries}} of that log, and the request starts at {from, number}. Make it with: sanad prove CASE --from-size {known}',
    ar: 'رأى هذا الشاهد {known, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} من ذلك السجل، والطلب يبدأ من {from, number}. اصنعه بالأمر: sanad prove CASE --from-size {known}',
  },
  'witness.rolled-back': {
    en: 'This witness saw {known, plural, one {# entry} other {# entries}} of that log and is now shown {size, number}: entries were removed. Nothing was signed. Keep both checkpoints.',
    ar: 'رأى هذا الشاهد {known, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} من ذلك السجل ويُعرض عليه الآن {size, number}: حُذفت قيود. لم يُوقّع شيء. احتفظ بنقطتي التحقّق.',
  },
  'witness.inconsistent': {
    en: 'What is shown now does not continue the {known, plural, one {# entry} other {# entries}} that this witness saw of that log: its history was changed. Nothing was signed. Keep both checkpoints.',
    ar: 'ما يُعرض الآن ليس امتدادًا لما رآه هذا الشاهد من ذلك السجل وعدده {known, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}: تاريخه غُيّر. لم يُوقّع شيء. احتفظ بنقطتي التحقّق.',
  },
  'witness.state-damaged': {
    en: '{file} is not the state of a witness, or was damaged. Without it this witness cannot tell whether it is shown the same history.',
    ar: '{file} ليس ملف حالة شاهد أو أنه تضرّر. من دونه لا يعرف هذا الشاهد هل يُعرض عليه التاريخ نفسه.',
  },
  'witness.state-busy': {
    en: '{file} is in use by another signing. If none is running, remove {file}.part and try again.',
    ar: '{file} مستعمل في توقيع آخر. إن لم يكن هناك توقيع جارٍ فاحذف {file}.part وأعد المحاولة.',
  },
} as const satisfies Catalogue;
