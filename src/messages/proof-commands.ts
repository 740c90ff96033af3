import type { Catalogue } from './catalogue.ts';

/** What `sanad prove`, `sanad check` and `sanad witness` say. */
export const proofCommands = {
  'prove.about': {
    en: 'prove to a stranger that an item, a record or one value of it stands in the ledger unchanged',
    ar: 'إثبات لشخص غريب أن مادة أو سجلًا أو قيمة منه قائمة في الدفتر دون تغيير',
  },
  'prove.item': {
    en: 'a file that was received (on disk, or by the name under which it came), the id of an item or a record, or # and the number of an entry',
    ar: 'ملف ورد (على القرص، أو بالاسم الذي ورد به)، أو معرّف مادة أو سجل، أو # ثم رقم قيد',
  },
  'prove.out': { en: 'file to write (else standard output)', ar: 'الملف الذي يُكتب (وإلا فالخرج القياسي)' },
  'prove.value': {
    en: 'disclose this value and no other; may be repeated (an item discloses its file’s hash by itself)',
    ar: 'اكشف هذه القيمة دون غيرها؛ يمكن تكرارها (المادة تكشف بصمة ملفها من نفسها)',
  },
  'prove.witnessed': {
    en: 'under the newest checkpoint that a witness signed too, with their signatures',
    ar: 'تحت أحدث نقطة تحقّق وقّعها شاهد أيضًا، مع تواقيع الشهود',
  },
  'prove.entry': {
    en: 'write the entry’s bytes here too, for tools that want them apart',
    ar: 'اكتب بايتات القيد هنا أيضًا، للأدوات التي تريدها منفصلة',
  },
  'prove.from': {
    en: 'prove instead that the ledger continues this earlier checkpoint',
    ar: 'أثبت بدلًا من ذلك أن الدفتر امتداد لنقطة التحقّق السابقة هذه',
  },
  'prove.fromSize': {
    en: 'the same for the checkpoint that had so many entries',
    ar: 'والأمر نفسه لنقطة التحقّق ذات هذا العدد من القيود',
  },
  'prove.tiles': {
    en: 'write the whole log as static files (C2SP tlog-tiles): entries without their values',
    ar: 'اكتب السجل كله ملفات ثابتة (C2SP tlog-tiles): القيود دون قيمها',
  },
  'prove.done': {
    en: '{out}: entry {entry, number} under the checkpoint of {size, plural, one {# entry} other {# entries}}. Disclosed: {values}.',
    ar: '{out}: القيد {entry, number} تحت نقطة التحقّق ذات {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}. المكشوف: {values}.',
  },
  'prove.nothing': { en: 'nothing', ar: 'لا شيء' },
  'prove.closed': { en: 'Not disclosed: {values}.', ar: 'غير المكشوف: {values}.' },
  'prove.key': {
    en: 'Key of this log; give it by another way than the proof: {key}',
    ar: 'مفتاح هذا السجل؛ أوصله بطريق غير طريق البرهان: {key}',
  },
  'prove.grown': {
    en: '{out}: the checkpoint of {to, plural, one {# entry} other {# entries}}, with the proof that it continues that of {from, number}.',
    ar: '{out}: نقطة التحقّق ذات {to, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، مع البرهان على أنها امتداد لتلك ذات {from, number}.',
  },
  'prove.tiled': {
    en: '{out}: {entries, plural, one {# entry} other {# entries}} in {files, plural, one {# file} other {# files}}.',
    ar: '{out}: ‏{entries, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} في {files, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}.',
  },
  'prove.long': {
    en: 'Too long for a bundle, each under entry/ by itself: {entries}.',
    ar: 'أطول من أن تدخل حزمة، وكل منها وحده تحت entry/: ‏{entries}.',
  },

  'check.about': {
    en: 'check a proof, a checkpoint, a time stamp or an OpenTimestamps file; no case is needed',
    ar: 'فحص برهان أو نقطة تحقّق أو ختم زمني أو ملف OpenTimestamps؛ دون حاجة إلى قضية',
  },
  'check.proof': {
    en: 'what is to be checked; or a folder of tiles, the whole tree',
    ar: 'ما يُراد فحصه؛ أو مجلد بلاطات، الشجرة كلها',
  },
  'check.tree': {
    en: '✓ {entries, plural, one {# entry leads} other {# entries lead}} to the root of {log}; the text of {texts} lies beside and fits.',
    ar: '✓ {entries, plural, one {قيد واحد يقود} two {قيدان يقودان} few {# قيود تقود} many {# قيدًا يقود} other {# قيد يقود}} إلى جذر {log}؛ ونص {texts} منها إلى جانبها ومطابق.',
  },
  'check.stands': {
    en: '✓ The entry stands at place {entry}.',
    ar: '✓ يقوم القيد في الموضع {entry}.',
  },
  'check.unsigned': {
    en: 'No key was given, so it is not shown who signed this: the tree holds together, and could be anybody’s.',
    ar: 'لم يُعطَ مفتاح، فلا يظهر من وقّع هذا: الشجرة متماسكة، وقد تكون لأي أحد.',
  },
  'check.file': {
    en: 'the file that is said to be what was received, or what was stamped',
    ar: 'الملف الذي يُقال إنه ما ورد، أو إنه ما خُتم',
  },
  'check.key': {
    en: 'the log’s key, from elsewhere than the proof',
    ar: 'مفتاح السجل، من مصدر غير البرهان',
  },
  'check.witnessKey': { en: 'key of a witness; may be repeated', ar: 'مفتاح شاهد؛ يمكن تكراره' },
  'check.entry': {
    en: 'the entry’s bytes, for a proof that does not carry them',
    ar: 'بايتات القيد، لبرهان لا يحملها',
  },
  'check.from': { en: 'the earlier checkpoint', ar: 'نقطة التحقّق السابقة' },
  'check.root': {
    en: 'certificate that is trusted (PEM); may be repeated',
    ar: 'شهادة موثوقة (PEM)؛ يمكن تكرارها',
  },
  'check.header': {
    en: 'HEIGHT=HEX: a Bitcoin block’s header, or its merkle root; may be repeated',
    ar: 'HEIGHT=HEX: رأس كتلة بتكوين أو جذر ميركل فيها؛ يمكن تكراره',
  },
  'check.inLog': {
    en: '✓ entry {entry, number} of {size, number} in the log {log}',
    ar: '✓ القيد {entry, number} من {size, number} في السجل {log}',
  },
  'check.head': {
    en: '✓ the log {log} has {size, plural, one {# entry} other {# entries}}, root {root}',
    ar: '✓ السجل {log} فيه {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، وجذره {root}',
  },
  'check.value': { en: '✓ {slot}: {value}', ar: '✓ {slot}: {value}' },
  'check.isFile': {
    en: '✓ {file} is the file that was received',
    ar: '✓ {file} هو الملف الذي ورد',
  },
  'check.isSha256': {
    en: '  SHA-256 of the file that was received: {sha256}',
    ar: '  قيمة SHA-256 للملف الذي ورد: {sha256}',
  },
  'check.keyGiven': {
    en: '✓ signed with the key you gave',
    ar: '✓ موقّع بالمفتاح الذي أعطيته',
  },
  'check.keyFound': {
    en: '! signed with the key that came with the proof. It proves nothing until you compare it with a copy from elsewhere (--key): {key}',
    ar: '! موقّع بالمفتاح الذي جاء مع البرهان. لا يثبت شيئًا حتى تقارنه بنسخة من مصدر آخر (‎--key): {key}',
  },
  'check.unproven': {
    en: 'Nothing was found wrong, and nothing is proven: what it stands on was not given (exit code 3).',
    ar: 'لم يوجد خطأ، ولم يثبت شيء: ما يستند إليه لم يُعطَ (رمز الخروج 3).',
  },
  'verify.witness': {
    en: '{entries, number} entries seen by {kind} {name} {time}: {state}',
    ar: '{entries, number} قيدًا شهد عليها {kind} {name} {time}: {state}',
  },
  'verify.witness-unread': {
    en: '{count, plural, one {# witness} other {# witnesses}} kept here cannot be read with this passphrase and were not looked at.',
    ar: '{count, plural, one {شاهد واحد محفوظ هنا لا يُقرأ} two {شاهدان محفوظان هنا لا يُقرآن} other {# من الشهود المحفوظين هنا لا يُقرؤون}} بعبارة السر هذه، فلم يُفحص.',
  },
  'verify.witness-fault': {
    en: '✕ entry {entry}: {sentence}',
    ar: '✕ القيد {entry}: {sentence}',
  },
  'check.seen': {
    en: '✓ {name} signed that it saw this checkpoint on {time}',
    ar: '✓ وقّع {name} أنه رأى نقطة التحقّق هذه في {time}',
  },
  'check.unseen': {
    en: '! none of the witnesses whose keys you gave has signed it',
    ar: '! لم يوقّعها أحد من الشهود الذين أعطيت مفاتيحهم',
  },
  'check.grown': {
    en: '✓ the log of {to, plural, one {# entry} other {# entries}} continues that of {from, number}: nothing was changed or removed between them',
    ar: '✓ السجل ذو {to, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} امتداد للسجل ذي {from, number}: لم يُغيَّر بينهما شيء ولم يُحذف',
  },
  'check.needsFrom': {
    en: 'Give the earlier checkpoint with --from and the log’s key with --key.',
    ar: 'أعطِ نقطة التحقّق السابقة بالخيار ‎--from ومفتاح السجل بالخيار ‎--key.',
  },
  'check.needsFile': {
    en: 'Give what was stamped with --file.',
    ar: 'أعطِ ما خُتم بالخيار ‎--file.',
  },
  'check.stamped': {
    en: '✓ {name} stamped {file} on {time}',
    ar: '✓ ختم {name} الملف {file} في {time}',
  },
  'check.chain': { en: '  certificates: {names}', ar: '  الشهادات: {names}' },
  'check.revocation': {
    en: '  whether one of them was revoked was not checked: ask the authority, or its list of that day',
    ar: '  لم يُتحقق من إلغاء أيٍّ منها: اسأل الجهة، أو ارجع إلى قائمتها ليومه',
  },
  'check.vouched.given': {
    en: '✓ they end in one you gave',
    ar: '✓ تنتهي عند شهادة أعطيتها',
  },
  'check.vouched.public': {
    en: '✓ they end in a root of the public list',
    ar: '✓ تنتهي عند جذر من القائمة العامة',
  },
  'check.vouched.nobody': {
    en: '! nobody here vouches for the last of them; give a certificate you trust with --root. SHA-256 of the last: {sha256}',
    ar: '! لا أحد هنا يكفل آخرها؛ أعطِ شهادة تثق بها بالخيار ‎--root. قيمة SHA-256 للأخيرة: {sha256}',
  },
  'check.expired': {
    en: '  the certificate ran out on {time}; it was valid when it stamped',
    ar: '  انتهت صلاحية الشهادة في {time}؛ وكانت صالحة عند الختم',
  },
  'check.pending': {
    en: '… {calendar} promised to put it into a block; upgrade the file later',
    ar: '… وعد {calendar} بإدراجها في كتلة؛ حدّث الملف لاحقًا',
  },
  'check.block': {
    en: '✓ block {height} of {time} holds it; its header was checked (2^{work} hashes of work)',
    ar: '✓ الكتلة {height} بتاريخ {time} تحويه؛ فُحص رأسها (عمل قدره 2^{work} تجزئة)',
  },
  'check.blockRoot': {
    en: '✓ block {height} holds it, if the merkle root you gave is that block’s',
    ar: '✓ الكتلة {height} تحويه، إن كان جذر ميركل الذي أعطيته جذر تلك الكتلة',
  },
  'check.blockUnchecked': {
    en: '! attests {chain} block {height}; its header was not checked here. Its merkle root must be {root}; give the header with --header {height}=HEX',
    ar: '! يشهد بالكتلة {height} من {chain}؛ لم يُفحص رأسها هنا. يجب أن يكون جذر ميركل فيها {root}؛ أعطِ الرأس بالخيار ‎--header {height}=HEX',
  },
  'check.unknownNotary': {
    en: '! an attestation of a kind that is not known here ({tag})',
    ar: '! شهادة من نوع غير معروف هنا ({tag})',
  },

  'witness.about': {
    en: 'what others outside hold of this ledger’s head, looked at anew; and the ways to bring it there',
    ar: 'ما يحفظه آخرون في الخارج من رأس هذا الدفتر، مفحوصًا من جديد؛ وطرق إيصاله إليهم',
  },
  'witness.print': {
    en: 'write a page to print, sign and take away (HTML, both languages)',
    ar: 'اكتب صفحة تُطبع وتُوقّع ويؤخذ بها إلى الخارج (HTML، باللغتين)',
  },
  'witness.printed': {
    en: '{out}: open it in a browser and print it. When somebody has taken it away: sanad witness add {folder} --paper "who"',
    ar: '{out}: افتحها في متصفح واطبعها. وحين يأخذها أحد: sanad witness add {folder} --paper "من"',
  },
  'witness.none': {
    en: 'Nobody outside holds anything of this ledger yet. Whoever has its keys could still write another history.',
    ar: 'لا أحد في الخارج يحفظ شيئًا من هذا الدفتر بعد. ومن يملك مفاتيحه يستطيع أن يكتب تاريخًا آخر.',
  },
  'witness.line': {
    en: '{state} {size, plural, one {# entry} other {# entries}} · {what}',
    ar: '{state} ‏{size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} · {what}',
  },
  'witness.is.paper': {
    en: 'page taken away by {name}, {at}',
    ar: 'صفحة أخذها {name}، {at}',
  },
  'witness.is.cosignature': {
    en: 'signed by {name}, {time}',
    ar: 'وقّعها {name}، {time}',
  },
  'witness.is.time-stamp': {
    en: 'time stamp of {name}, {time}',
    ar: 'ختم زمني من {name}، {time}',
  },
  'witness.is.opentimestamps': {
    en: 'OpenTimestamps: {told}',
    ar: 'OpenTimestamps: {told}',
  },
  'witness.told.waits': { en: 'waits for {calendars}', ar: 'بانتظار {calendars}' },
  'witness.told.block': {
    en: 'block {height}, header not checked here',
    ar: 'الكتلة {height}، رأسها غير مفحوص هنا',
  },
  'witness.told.checked': { en: 'block {height}, {time}', ar: 'الكتلة {height}، {time}' },
  'witness.closed': {
    en: 'this opening may not read it',
    ar: 'لا يحق لهذا الدخول قراءته',
  },
  'witness.unvouched': {
    en: 'nobody here vouches for its certificates',
    ar: 'لا أحد هنا يكفل شهاداته',
  },
  'witness.add.about': {
    en: 'keep what somebody brought: a time stamp, an OpenTimestamps file, a witness’s signature; or note who took a page',
    ar: 'حفظ ما أحضره أحد: ختم زمني أو ملف OpenTimestamps أو توقيع شاهد؛ أو تدوين من أخذ صفحة',
  },
  'witness.add.file': { en: 'the file that was brought', ar: 'الملف الذي أُحضر' },
  'witness.add.paper': {
    en: 'who signed the printed page and took it away',
    ar: 'من وقّع الصفحة المطبوعة وأخذها',
  },
  'witness.add.key': { en: 'key of the witness who signed', ar: 'مفتاح الشاهد الذي وقّع' },
  'witness.add.checkpoint': {
    en: 'the checkpoint it speaks of, where the case no longer has that file',
    ar: 'نقطة التحقّق التي يخصّها، إن لم يعد الملف في القضية',
  },
  'witness.kept': { en: 'Kept as entry {entry, number}.', ar: 'حُفظ في القيد {entry, number}.' },
  'witness.upgrade.about': {
    en: 'put an upgraded OpenTimestamps file in the place of the one that waits',
    ar: 'وضع ملف OpenTimestamps المحدّث مكان الذي ينتظر',
  },
  'witness.upgrade.calendar': {
    en: 'ask this calendar over the network instead; its answer is all that is fetched',
    ar: 'اسأل هذا التقويم عبر الشبكة بدلًا من ذلك؛ ولا يُجلب إلا جوابه',
  },
  'witness.query.about': {
    en: 'write what a time-stamp authority or a calendar is to be sent: 32 bytes, nothing else',
    ar: 'كتابة ما يُرسل إلى جهة ختم زمني أو إلى تقويم: 32 بايتًا لا غير',
  },
  'witness.query.out': {
    en: 'name of the files to write: OUT.checkpoint, OUT.tsq, OUT.ots',
    ar: 'اسم الملفات التي تُكتب: OUT.checkpoint وOUT.tsq وOUT.ots',
  },
  'witness.query.calendar': {
    en: 'calendar that OUT.ots is to wait for',
    ar: 'التقويم الذي ينتظره OUT.ots',
  },
  'witness.query.submit': {
    en: 'hand it to that calendar now, over the network',
    ar: 'سلّمه إلى ذلك التقويم الآن عبر الشبكة',
  },
  'witness.query.done': {
    en: '{out}.tsq goes to a time-stamp authority, from any machine:\n  curl -H "Content-Type: application/timestamp-query" --data-binary @{out}.tsq URL > {out}.tsr\nBack here: sanad witness add CASE {out}.tsr',
    ar: 'يُرسل {out}.tsq إلى جهة ختم زمني من أي جهاز:\n  curl -H "Content-Type: application/timestamp-query" --data-binary @{out}.tsq URL > {out}.tsr\nثم هنا: sanad witness add CASE {out}.tsr',
  },
  'witness.query.waits': {
    en: '{out}.ots waits for {calendar}, which has not been told yet: the same command with --submit tells it. Or stamp {out}.checkpoint with any OpenTimestamps client. Back here: sanad witness add CASE FILE.ots',
    ar: 'ينتظر {out}.ots التقويمَ {calendar} ولم يُبلَّغ بعد: الأمر نفسه مع ‎--submit يبلّغه. أو اختم {out}.checkpoint بأي برنامج OpenTimestamps. ثم هنا: sanad witness add CASE FILE.ots',
  },
  'witness.add.size': {
    en: 'how many entries the printed page says (else the newest checkpoint)',
    ar: 'عدد القيود المذكور في الصفحة المطبوعة (وإلا فأحدث نقطة تحقّق)',
  },
  'witness.compare.about': {
    en: 'hold a checkpoint that was kept elsewhere, typed off or scanned, against the case',
    ar: 'مقارنة نقطة تحقّق حُفظت في مكان آخر، منسوخة باليد أو ممسوحة، بالقضية',
  },
  'witness.compare.file': {
    en: 'a file with the checkpoint; - for standard input; or SIZE followed by ROOT',
    ar: 'ملف فيه نقطة التحقّق؛ أو - للدخل القياسي؛ أو العدد يليه الجذر',
  },
  'witness.compare.same': {
    en: '✓ the case has {entries, plural, one {# entry} other {# entries}} and its first {size, number} are the ones of that checkpoint: nothing it covers was changed or removed',
    ar: '✓ في القضية {entries, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، وأول {size, number} منها هي قيود نقطة التحقّق تلك: لم يُغيَّر شيء مما تشمله ولم يُحذف',
  },
  'witness.compare.typed': {
    en: '! only the number and the root were compared; there was no signature to check',
    ar: '! قورن العدد والجذر فقط؛ لم يكن هناك توقيع يُفحص',
  },
  'witness.cosign.about': {
    en: 'be a witness for somebody else’s ledger: sign its checkpoint if it continues what was seen before',
    ar: 'كن شاهدًا لدفتر غيرك: وقّع نقطة تحقّقه إن كانت امتدادًا لما رأيته من قبل',
  },
  'witness.cosign.request': {
    en: 'a checkpoint, or what sanad prove CASE --from wrote',
    ar: 'نقطة تحقّق، أو ما كتبه sanad prove CASE --from',
  },
  'witness.cosign.state': {
    en: 'the one small file that remembers what was signed, and the witness’s own key',
    ar: 'الملف الصغير الوحيد الذي يتذكر ما وُقّع، ومفتاح الشاهد نفسه',
  },
  'witness.cosign.log': {
    en: 'key of that ledger, compared with its printed page; needed the first time',
    ar: 'مفتاح ذلك الدفتر بعد مقارنته بصفحته المطبوعة؛ يلزم في المرة الأولى',
  },
  'witness.cosign.name': {
    en: 'name of this witness, such as office.example/damascus; when the file is made',
    ar: 'اسم هذا الشاهد، مثل office.example/damascus؛ عند إنشاء الملف',
  },
  'witness.cosign.first': {
    en: 'Signed: {log} with {size, plural, one {# entry} other {# entries}}, seen for the first time.',
    ar: 'وُقّع: {log} وفيه {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، يُرى أول مرة.',
  },
  'witness.cosign.next': {
    en: 'Signed: {log} with {size, plural, one {# entry} other {# entries}}, which continue the {before, number} seen before.',
    ar: 'وُقّع: {log} وفيه {size, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، وهي امتداد لما رُئي من قبل وعدده {before, number}.',
  },
  'witness.cosign.back': {
    en: 'The line goes back to them; they check it with this witness’s key: {key}',
    ar: 'يعود السطر إليهم؛ ويفحصونه بمفتاح هذا الشاهد: {key}',
  },
} as const satisfies Catalogue;
