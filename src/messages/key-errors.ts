import type { Catalogue } from './catalogue.ts';

/** What can go wrong with the keys of a case. Joined into errors.ts. */
export const keyErrorMessages = {
  'case.erased': {
    en: '{what} was erased for ever. sanad erase --list shows when and why.',
    ar: 'مُحي {what} نهائيًا. يعرض sanad erase --list متى ولماذا.',
  },
  'erase.nothing': {
    en: 'There is nothing to erase: it was erased before, or nothing was named.',
    ar: 'لا شيء للمحو: إما مُحي من قبل وإما لم يُسمَّ شيء.',
  },
  'erase.not-alone': {
    en: '{what} cannot be erased by itself: what stands with it could not be read any more. Erase the whole record or item.',
    ar: 'لا يمكن محو {what} وحده، إذ لا يُقرأ ما معه بعد ذلك. امحُ السجل كله أو المادة كلها.',
  },
  'erase.same-person': {
    en: 'The second person must be another than the first.',
    ar: 'يجب أن يكون الشخص الثاني غير الأول.',
  },
  'backup.keys-needed': {
    en: 'The backup {file} was made without its keys. Give the file of keys: sanad restore {file} CASE --keys KEYS',
    ar: 'صُنعت النسخة {file} بلا مفاتيحها. أعطِ ملف المفاتيح: sanad restore {file} CASE --keys KEYS',
  },
  'erase.second-needed': {
    en: 'An erasure takes two people. Name the other one who decided it (--second).',
    ar: 'المحو قرار شخصين. سمِّ الثاني الذي قرّره معك (‎--second).',
  },
  'erase.two-needed': {
    en: 'Nobody erases alone: whoever asked for it does not carry it out. Another account does; where there are none, somebody by another name.',
    ar: 'لا يمحو أحد وحده: من طلب المحو لا ينفّذه، بل ينفّذه حساب آخر، أو شخص باسم آخر حيث لا حسابات.',
  },
  'erase.not-asked': {
    en: 'No erasure waits under this number. It was carried out or withdrawn, or nobody asked for it.',
    ar: 'لا محو ينتظر بهذا الرقم: نُفّذ أو سُحب، أو لم يطلبه أحد.',
  },
  'erase.changed': {
    en: 'Something else would go now than what you looked at: it was added or decided since. Look again, then confirm.',
    ar: 'ما سيُمحى الآن غير ما اطّلعت عليه: أُضيف شيء أو تقرّر منذئذ. انظر من جديد ثم أكّد.',
  },
  'erase.why-needed': {
    en: 'Say on what ground and why: --basis {bases}, and --reason.',
    ar: 'اذكر الأساس والسبب: --basis {bases}، و--reason.',
  },
  'key.class-unknown': {
    en: 'There is no class “{class}”. The classes are: {known}.',
    ar: 'لا يوجد صنف «{class}». الأصناف هي: {known}.',
  },
  'key.new-passphrase-needed': {
    en: 'A new passphrase is needed: give it when asked, or in SANAD_NEW_PASSPHRASE.',
    ar: 'يلزم إدخال عبارة سر جديدة: أعطها عند السؤال أو في SANAD_NEW_PASSPHRASE.',
  },
  'key.unsealed': {
    en: 'This case is not sealed: it has no locks.',
    ar: 'هذه القضية غير مختومة، فليس لها أقفال.',
  },
  'key.old-format': {
    en: 'This case was made by an earlier version and has no key for that. Run sanad key rotate first.',
    ar: 'أنشأت هذه القضيةَ نسخةٌ سابقة وليس فيها مفتاح لذلك. شغّل sanad key rotate أولًا.',
  },
  'key.lock-exists': {
    en: 'There is a lock named {lock} already. Choose another name.',
    ar: 'يوجد قفل باسم {lock} من قبل. اختر اسمًا آخر.',
  },
  'key.last-lock': {
    en: '{lock} is the only passphrase left that opens everything. Add another before removing it.',
    ar: 'عبارة السر {lock} هي الوحيدة الباقية التي تفتح كل شيء. أضف غيرها قبل حذفها.',
  },
  'recovery.numbers': {
    en: 'A recovery needs at least 2 shares to join and at most 99 in all; {k} of {n} is not possible.',
    ar: 'يحتاج الاسترداد إلى حصتين على الأقل، وإلى 99 حصة على الأكثر؛ {k} من {n} غير ممكن.',
  },
  'recovery.share-wrong': {
    en: 'Share {share} was not copied right: its checksum does not fit. Compare it with the paper, letter by letter.',
    ar: 'الحصة {share} لم تُنقل صحيحة: مجموع التحقق لا يطابق. قارنها بالورقة حرفًا حرفًا.',
  },
  'recovery.share-twice': {
    en: 'Share {share} was given already. Each share counts once.',
    ar: 'الحصة {share} أُدخلت من قبل. تُحسب كل حصة مرة واحدة.',
  },
  'recovery.other-case': {
    en: 'Share {share} belongs to another case ({case}).',
    ar: 'الحصة {share} تخص قضية أخرى ({case}).',
  },
  'recovery.mixed': {
    en: 'These shares were not made together. Take shares of one printing.',
    ar: 'لم تُصنع هذه الحصص معًا. خذ حصصًا من طبعة واحدة.',
  },
  'recovery.too-few': {
    en: '{given} shares are not enough: {needed} are needed.',
    ar: 'عدد الحصص {given} لا يكفي: يلزم {needed}.',
  },
  'recovery.none': {
    en: 'No recovery was made for this case, or it was taken away.',
    ar: 'لم يُصنع استرداد لهذه القضية، أو أُزيل.',
  },
  'recovery.outdated': {
    en: 'These shares were replaced by later ones. Take the latest printing.',
    ar: 'حلّت محل هذه الحصص حصصٌ أحدث. خذ أحدث طبعة.',
  },
} as const satisfies Catalogue;
