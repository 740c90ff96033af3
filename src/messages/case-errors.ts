import type { Catalogue } from './catalogue.ts';

/** What is wrong with a case as a whole: its folder, backups, decisions, and what is asked of the server, and what to do. Part of `errorMessages`. */
export const caseErrors = {
  'case.not-found': {
    en: 'There is no case at {folder}. Make one with: sanad init {folder}',
    ar: 'لا توجد قضية في {folder}. أنشئها بالأمر: sanad init {folder}',
  },
  'case.not-a-case': {
    en: '{folder} is not a case folder: sanad.json is missing or cannot be read. Give the folder that sanad init made.',
    ar: '{folder} ليس مجلد قضية: ملف sanad.json مفقود أو غير مقروء. أعطِ المجلد الذي أنشأه الأمر sanad init.',
  },
  'case.exists': {
    en: '{folder} already exists and is not empty. Choose another folder; nothing was changed.',
    ar: '{folder} موجود وليس فارغًا. اختر مجلدًا آخر؛ لم يتغيّر شيء.',
  },
  'case.version-unknown': {
    en: 'This case was made by a newer Sanad (format {found}). Use that version to open it.',
    ar: 'أُنشئت هذه القضية بإصدار أحدث من سند (الصيغة {found}). افتحها بذلك الإصدار.',
  },
  'case.locked': {
    en: 'Another Sanad is writing to this case. Wait for it to end, or close it, and try again.',
    ar: 'نسخة أخرى من سند تكتب في هذه القضية. انتظر انتهاءها أو أغلقها ثم حاول مجددًا.',
  },
  'case.passphrase-needed': {
    en: 'This case is sealed. Give its passphrase, in SANAD_PASSPHRASE or when asked. For a case that holds nothing private: --unsealed.',
    ar: 'هذه القضية مختومة. أعطِ عبارة السر في SANAD_PASSPHRASE أو عند السؤال. ولقضية لا تحوي شيئًا خاصًا: ‎--unsealed.',
  },
  'case.passphrase-wrong': {
    en: 'The passphrase does not open this case. Nothing was changed. Check the keyboard layout and try again.',
    ar: 'عبارة السر لا تفتح هذه القضية. لم يتغيّر شيء. تحقّق من لغة لوحة المفاتيح وحاول مجددًا.',
  },
  'case.lock-unknown': {
    en: 'The case has no lock named {lock}. sanad key list shows those it has.',
    ar: 'ليس في القضية قفل باسم {lock}. يعرض sanad key list الأقفال الموجودة.',
  },
  'case.lock-reads': {
    en: 'This passphrase opens the case for reading only. Nothing was changed.',
    ar: 'عبارة السر هذه تفتح القضية للقراءة فقط. لم يتغيّر شيء.',
  },
  'case.class-closed': {
    en: 'This needs the key of the class “{class}”, which the passphrase in use does not open.',
    ar: 'يتطلّب هذا مفتاح الفئة «{class}»، وعبارة السر المستعملة لا تفتحه.',
  },
  'case.closed': {
    en: 'The case was locked. Open it again with a passphrase.',
    ar: 'أُقفلت القضية. افتحها من جديد بعبارة السر.',
  },
  'case.damaged': {
    en: 'The case is damaged at {where}. Run sanad verify to see all of it, and restore a backup.',
    ar: 'القضية متضررة عند {where}. شغّل sanad verify لرؤية كل الأضرار ثم استعد نسخة احتياطية.',
  },
  'case.disk-failed': {
    en: 'The disk refused to write ({reason}). What was acknowledged before is safe; free some space and add the rest again.',
    ar: 'رفض القرص الكتابة ({reason}). ما جرى تأكيده سابقًا محفوظ؛ أفرغ بعض المساحة ثم أضف الباقي من جديد.',
  },
  'backup.exists': {
    en: '{file} already exists. Choose another name for the backup; nothing was overwritten.',
    ar: '{file} موجود. اختر اسمًا آخر للنسخة الاحتياطية؛ لم يُكتب فوق شيء.',
  },
  'backup.damaged': {
    en: '{file} is not a whole backup: it is cut short or changed. Use another copy of it; no case was made.',
    ar: '{file} ليس نسخة احتياطية كاملة: فهو مبتور أو مغيَّر. استعمل نسخة أخرى منه؛ لم تُنشأ أي قضية.',
  },
  'request.invalid': {
    en: 'The request cannot be understood: {reason}.',
    ar: 'الطلب غير مفهوم: {reason}.',
  },
  'request.not-found': {
    en: 'There is nothing here under that name. It may have been withdrawn, or the address is incomplete.',
    ar: 'لا يوجد شيء هنا بهذا الاسم. ربما سُحب، أو أن العنوان ناقص.',
  },
  'request.too-large': {
    en: 'That is more than can be sent at once (limit {limit}). Send it in parts.',
    ar: 'هذا أكبر مما يمكن إرساله دفعة واحدة (الحد {limit}). أرسله على أجزاء.',
  },
  'request.forbidden-origin': {
    en: 'The request came from another page than Sanad’s own and was refused.',
    ar: 'جاء الطلب من صفحة غير صفحات سند فرُفض.',
  },
  'request.forbidden-host': {
    en: 'This case is served under another address than {host}. Open it at the address that sanad serve printed.',
    ar: 'هذه القضية متاحة على عنوان غير {host}. افتحها بالعنوان الذي طبعه الأمر sanad serve.',
  },
  'request.wrong-type': {
    en: 'The content was sent as {found}; {expected} is expected. Nothing was changed.',
    ar: 'أُرسل المحتوى بنوع {found} والمطلوب {expected}. لم يتغيّر شيء.',
  },
  'server.port-taken': {
    en: 'Port {port} is in use by another program. Choose another with --port, or close the other one.',
    ar: 'المنفذ {port} يستعمله برنامج آخر. اختر غيره بـ ‎--port أو أغلق البرنامج الآخر.',
  },
  'server.busy': {
    en: 'Too many people are signing in at once. Try again in a moment; nothing was lost.',
    ar: 'كثيرون يسجّلون الدخول في آن واحد. حاول مجددًا بعد قليل؛ لم يضع شيء.',
  },
  'decision.contradicts': {
    en: 'This contradicts what {by} decided: two of these records were held to be different people. Look at that decision first, and undo it if it was wrong. Nothing was changed.',
    ar: 'هذا يناقض ما قرره {by}: سجلّان من هذه السجلات اعتُبرا لشخصين مختلفين. راجع ذلك القرار أولًا وتراجع عنه إن كان خطأً. لم يتغيّر شيء.',
  },
  'decision.same-record': {
    en: 'A record cannot be compared with itself. Choose two records.',
    ar: 'لا يُقارَن السجل بنفسه. اختر سجلّين.',
  },
  'decision.already-undone': {
    en: 'This decision no longer counts: it was undone before. Nothing was changed.',
    ar: 'هذا القرار لم يعد ساريًا: جرى التراجع عنه من قبل. لم يتغيّر شيء.',
  },
} as const satisfies Catalogue;
