import type { Catalogue } from './catalogue.ts';

/** What is wrong with the public line, and what to do. Part of `errorMessages`. */
export const lineErrors = {
  'line.not-a-line': {
    en: '{folder} holds other things. Give a folder that is empty or that was made by sanad line; nothing was changed.',
    ar: 'في المجلد {folder} أشياء أخرى. أعطِ مجلدًا فارغًا أو أنشأه الأمر sanad line؛ لم يتغيّر شيء.',
  },
  'line.settings-invalid': {
    en: '{file} is not as it must be ({reason}). Correct it; the line did not start.',
    ar: 'الملف {file} ليس كما يجب ({reason}). صحّحه؛ لم يبدأ الخط.',
  },
  'line.keepers-invalid': {
    en: 'Line {row} of the keepers’ file is no age X25519 key (age1…). Make one with: sanad line keys CASE',
    ar: 'السطر {row} من ملف القرّاء ليس مفتاح age من نوع X25519 ‏(age1…). أنشئ واحدًا بالأمر: sanad line keys CASE',
  },
  'line.keeper-unknown': {
    en: 'The line does not know this keeper, or the hour is over. Check that the key stands in its keepers’ file and fetch again.',
    ar: 'لا يعرف الخط هذا القارئ، أو انتهت الساعة. تحقّق من أن مفتاحه في ملف القرّاء ثم أعد الجلب.',
  },
  'line.full': {
    en: 'The line is full and takes nothing at the moment. Try again later, or take another way; nothing was kept.',
    ar: 'الخط ممتلئ ولا يستقبل شيئًا الآن. جرّب لاحقًا أو خذ طريقًا آخر؛ لم يُحفظ شيء.',
  },
  'line.busy': {
    en: 'Too much is coming in at once. Try again in a minute; nothing was kept.',
    ar: 'يصل الكثير في وقت واحد. جرّب بعد دقيقة؛ لم يُحفظ شيء.',
  },
  'line.mailbox-full': {
    en: 'This mailbox holds as much as it may. Begin a new one.',
    ar: 'بلغ هذا الصندوق حدّه. ابدأ صندوقًا جديدًا.',
  },
  'line.too-large': {
    en: 'A file may have at most {limit} MB. Send a shorter one or describe it.',
    ar: 'حجم الملف لا يتجاوز {limit} م.ب. أرسل ملفًا أصغر أو صِفه.',
  },
  'line.not-sealed': {
    en: 'What was sent is not sealed, so it was thrown away unread. Reload the page and send again.',
    ar: 'ما أُرسل غير مقفل فرُمي من دون أن يُقرأ. أعد تحميل الصفحة وأرسل من جديد.',
  },
  'line.upload-unknown': {
    en: 'The line does not know this upload: it was finished, or lay still for more than a day. Begin anew.',
    ar: 'لا يعرف الخط هذا الإرسال: إما اكتمل أو توقف أكثر من يوم. ابدأ من جديد.',
  },
  'line.part-misplaced': {
    en: 'A part came at {found} while the line holds {expected}. Go on from there.',
    ar: 'وصل جزء عند {found} وعند الخط {expected}. تابع من هناك.',
  },
  'line.work-stale': {
    en: 'The task was too old or already used. Ask for a new one.',
    ar: 'المسألة قديمة أو استُعملت. اطلب مسألة جديدة.',
  },
  'line.work-wrong': {
    en: 'The task was not solved. Ask for a new one.',
    ar: 'لم تُحلّ المسألة. اطلب مسألة جديدة.',
  },
  'line.unreachable': {
    en: 'The line at {where} does not answer ({reason}). Nothing was fetched; try again, or fetch from a copy of its folder.',
    ar: 'لا يجيب الخط عند {where} ‏({reason}). لم يُجلب شيء؛ جرّب ثانية، أو اجلب من نسخة من مجلده.',
  },
  'line.no-keeper': {
    en: 'This case has no keeper’s key that this opening may use. Make one with sanad line keys, or open it as a keeper of the line.',
    ar: 'لا مفتاح قارئ في هذه القضية يمكن استعماله بهذا الفتح. أنشئ واحدًا بالأمر sanad line keys، أو افتحها بصفة قارئ الخط.',
  },
  'line.no-place': {
    en: 'This server was not told where the line is. Start it with --line and the line’s address or folder, or use: sanad line fetch',
    ar: 'لم يُذكر لهذا الخادم مكان الخط. ابدأه مع ‎--line وعنوان الخط أو مجلده، أو استعمل: sanad line fetch',
  },
  'line.unsealed': {
    en: 'This case is not sealed, so a keeper’s key would lie open in it. Make a sealed case for the keepers of the line.',
    ar: 'هذه القضية غير مختومة، فيبقى مفتاح القارئ مكشوفًا فيها. أنشئ قضية مختومة لقرّاء الخط.',
  },
} as const satisfies Catalogue;
