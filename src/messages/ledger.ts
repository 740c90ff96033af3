import type { Catalogue } from './catalogue.ts';

/**
 * What `verify` found: what is not as it was written, and what to do about it. Under the names of the faults;
 * `where` is the place: file, and inside it the page, entry or field.
 */
export const faultMessages = {
  'case-file-changed': {
    en: '{where} was changed or damaged. Take it from a backup of this case.',
    ar: 'تغيّر الملف {where} أو تضرّر. استرجعه من نسخة احتياطية لهذه القضية.',
  },
  'case-file-forged': {
    en: '{where} was rewritten by someone who does not hold the keys of this case: its locks may be theirs. Take it from a backup of this case and change no passphrase before that.',
    ar: 'أعاد كتابةَ {where} شخصٌ لا يملك مفاتيح هذه القضية، وقد تكون الأقفال أقفاله. استرجعه من نسخة احتياطية لهذه القضية ولا تغيّر أي عبارة سر قبل ذلك.',
  },
  'case-file-contradicts': {
    en: '{where} is not what the ledger’s first entry says. Take sanad.json from a backup of this case.',
    ar: '{where} لا يطابق أول قيد في السجل. استرجع sanad.json من نسخة احتياطية لهذه القضية.',
  },
  'page-changed': {
    en: '{where} was changed or damaged on disk. Restore a backup; the disk may be failing.',
    ar: 'تغيّرت {where} على القرص أو تضرّرت. استعد نسخة احتياطية؛ قد يكون القرص على وشك التعطّل.',
  },
  'database-unreadable': {
    en: '{where} cannot be read. Restore a backup.',
    ar: 'تعذّرت قراءة {where}. استعد نسخة احتياطية.',
  },
  'log-changed': {
    en: '{where} was changed or damaged, and entries after it are lost here. Restore a backup.',
    ar: 'تغيّر {where} أو تضرّر، وضاعت هنا القيود التي بعده. استعد نسخة احتياطية.',
  },
  'entry-unreadable': {
    en: '{where} cannot be read: the page it stands on is damaged. Restore a backup.',
    ar: 'تعذّرت قراءة {where}: الصفحة التي يقع فيها متضررة. استعد نسخة احتياطية.',
  },
  'entry-missing': {
    en: '{where} is missing, though a signed checkpoint or a later entry says that it was there.',
    ar: '{where} مفقود، مع أن نقطة تحقّق موقّعة أو قيدًا لاحقًا يدلّ على أنه كان موجودًا.',
  },
  'entry-changed': {
    en: '{where} was changed after it was written.',
    ar: 'غُيّر {where} بعد كتابته.',
  },
  'entry-malformed': {
    en: '{where} is not in the form in which entries are written.',
    ar: '{where} ليس بالصيغة التي تُكتب بها القيود.',
  },
  'value-changed': {
    en: '{where}: the value is not the one that came in.',
    ar: '{where}: القيمة ليست تلك التي وردت.',
  },
  'value-missing': {
    en: '{where}: the value is gone, and no entry says that it was erased.',
    ar: '{where}: القيمة مفقودة ولا قيد يذكر أنها مُحيت.',
  },
  'value-not-erased': {
    en: '{where} is still there although an entry says that it was erased. Open the case for writing once, then verify again; if it stays, someone put it back.',
    ar: '{where} ما زال موجودًا مع أن قيدًا يقول إنه مُحي. افتح القضية للكتابة مرة ثم أعد التحقق؛ وإن بقي فقد أعاده أحد.',
  },
  'value-uncommitted': {
    en: '{where}: this value was put in later; the entry does not know it.',
    ar: '{where}: أُدخلت هذه القيمة لاحقًا؛ القيد لا يعرفها.',
  },
  'records-missing': {
    en: '{where}: the records that belong to it do not all follow it.',
    ar: '{where}: السجلات التابعة له لا تليه كاملة.',
  },
  'index-wrong': {
    en: '{where}: the index points elsewhere than the entries say.',
    ar: '{where}: الفهرس يشير إلى غير ما تقوله القيود.',
  },
  'checkpoint-changed': {
    en: '{where} is not as it was signed. Compare it with a copy kept elsewhere.',
    ar: '{where} ليس كما وُقّع. قارنه بنسخة محفوظة في مكان آخر.',
  },
  'checkpoint-contradicts': {
    en: '{where} signs another history than the one that stands here: entries up to it were changed or replaced.',
    ar: '{where} يوقّع تاريخًا غير القائم هنا: القيود السابقة له غُيّرت أو استُبدلت.',
  },
  'checkpoint-missing': {
    en: '{where}: there is no signed checkpoint, so nothing shows that entries were not removed.',
    ar: '{where}: لا توجد نقطة تحقّق موقّعة، فلا شيء يثبت أن قيودًا لم تُحذف.',
  },
  'file-missing': {
    en: '{where} is missing: a file as it was received. Restore it from a backup.',
    ar: '{where} مفقود: وهو ملف كما ورد. استرجعه من نسخة احتياطية.',
  },
  'file-not-erased': {
    en: '{where} is still there although an entry says that it was erased. Open the case for writing once, then verify again; if it stays, someone put it back.',
    ar: '{where} ما زال موجودًا مع أن قيدًا يقول إنه مُحي. افتح القضية للكتابة مرة ثم أعد التحقق؛ وإن بقي فقد أعاده أحد.',
  },
  'file-changed': {
    en: '{where} is not as it was stored. Restore it from a backup.',
    ar: '{where} ليس كما خُزّن. استرجعه من نسخة احتياطية.',
  },
  'file-unreferenced': {
    en: '{where}: no entry speaks of this file; it was put there by something else.',
    ar: '{where}: لا قيد يذكر هذا الملف؛ وضعه هناك شيء آخر.',
  },
  'file-unopenable': {
    en: '{where} is as stored but does not give back the bytes as received.',
    ar: '{where} كما خُزّن لكنه لا يعيد البايتات كما وردت.',
  },
} as const satisfies Catalogue;
