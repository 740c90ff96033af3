import type { Catalogue } from './catalogue.ts';

/** Lists that come in at the import desk, PDF, versions of a list. */
export const importErrors = {
  'list.versions-unclear': {
    en: 'These two lists do not fit together as versions of one list. Compare them again.',
    ar: 'لا تستقيم هاتان القائمتان نسختين لقائمة واحدة. أعد المقارنة بينهما.',
  },
  'list.held-again': {
    en: 'The same list came in again after it was withdrawn. Withdraw that one first.',
    ar: 'دخلت القائمة نفسها مرة أخرى بعد سحبها. اسحب تلك أولًا.',
  },
  'list.held-already': {
    en: 'This very file is in the case already. Nothing was added.',
    ar: 'هذا الملف نفسه موجود في الملف من قبل. لم يُضف شيء.',
  },
  'list.too-large': {
    en: 'A list above {limit} MB is not looked through on this page: its tables would take more of this computer’s memory than one list may have. Split it and bring the parts one after the other, or add it under Files, where it is kept as received; the command sanad add reads lists up to 512 MB.',
    ar: 'لا تُراجَع في هذه الصفحة قائمة تتجاوز {limit} ميغابايت: جداولها تأخذ من ذاكرة هذا الحاسوب أكثر مما يحق لقائمة واحدة. قسّمها وأحضر الأجزاء واحدًا بعد الآخر، أو أضفها في «الملفات» حيث تُحفظ كما وردت؛ والأمر sanad add يقرأ القوائم حتى ٥١٢ ميغابايت.',
  },
  'list.not-in-hand': {
    en: 'The list was put away meanwhile. Send the file again; what was said of it stands on this device.',
    ar: 'أُزيلت القائمة من الذاكرة في هذه الأثناء. أرسل الملف من جديد؛ وما قيل عنه محفوظ على هذا الجهاز.',
  },
  'list.withdrawn-already': {
    en: 'This list was withdrawn already.',
    ar: 'هذه القائمة مسحوبة من قبل.',
  },
  'list.not-a-list': {
    en: '{file} was not read as a list. It can be kept as a file, under Files.',
    ar: 'لم يُقرأ {file} قائمةً. يمكن حفظه ملفًا كما هو، في صفحة الملفات.',
  },
  'list.nothing-typed': {
    en: 'No row has been typed yet.',
    ar: 'لم يُكتب أي سطر بعد.',
  },
  'row.same-as': {
    en: '{file}, row {row}: the same, word for word, as row {other}. Leave one out if it was entered twice.',
    ar: '{file}، السطر {row}: مطابق حرفًا بحرف للسطر {other}. اترك أحدهما إن كان مكررًا.',
  },
  'cell.two-names': {
    en: '{file}, row {row}, column {column}: “{value}” seems to name two people. Split it into two rows, or take it as one name.',
    ar: '{file}، السطر {row}، العمود {column}: يبدو أن «{value}» اسم شخصين. افصله إلى سطرين، أو خذه اسمًا واحدًا.',
  },
  'pdf.no-text': {
    en: '{file} holds pictures of pages and no text. It is kept as it is; type it at the typing desk.',
    ar: 'في {file} صور صفحات وليس فيه نص. يُحفظ كما هو؛ اكتبه في مكتب الكتابة.',
  },
  'pdf.no-table': {
    en: 'No table was found in {file}: its text does not stand in columns. It is kept as it is.',
    ar: 'لم يُعثر على جدول في {file}: نصه ليس في أعمدة. يُحفظ كما هو.',
  },
  'pdf.damaged': {
    en: '{file} is damaged or is no PDF: {reason}. Ask for it again.',
    ar: 'الملف {file} تالف أو ليس PDF: {reason}. اطلبه مرة أخرى.',
  },
  'pdf.locked': {
    en: '{file} is locked with a password. Ask whoever gave it for a copy without one.',
    ar: 'الملف {file} مقفل بكلمة مرور. اطلب ممن أعطاه نسخة بلا كلمة مرور.',
  },
  'pdf.too-long': {
    en: 'Only the first {limit} pages of {file} were read. Divide it, and add the rest as another file.',
    ar: 'قُرئت أول {limit} صفحة من {file} فقط. جزّئه وأضف الباقي ملفًا آخر.',
  },
  'pdf.too-large': {
    en: '{file} takes too much time or memory to be read ({limit}). Print it to a new PDF, or divide it.',
    ar: 'قراءة {file} تحتاج وقتًا أو ذاكرة أكثر مما يُسمح به ({limit}). اطبعه إلى PDF جديد أو جزّئه.',
  },
  'pdf.letters-unknown': {
    en: '{file}: {count, plural, one {# sign has} other {# signs have}} no letter behind the picture and stand as �. Compare with the page.',
    ar: '{file}: {count, plural, zero {} one {علامة واحدة لا حرف خلف صورتها وتظهر} two {علامتان لا حرف خلف صورتهما وتظهران} few {# علامات لا حروف خلف صورها وتظهر} many {# علامة لا حروف خلف صورها وتظهر} other {# علامة لا حروف خلف صورها وتظهر}} هكذا �. قارن بالصفحة.',
  },
  'pdf.reversed': {
    en: '{file}: Arabic letters are printed in reversed order on {count, plural, one {# page} other {# pages}}; they were turned round. Compare a few rows with the page.',
    ar: '{file}: الحروف العربية مطبوعة بترتيب معكوس في {count, plural, zero {} one {صفحة واحدة} two {صفحتين} few {# صفحات} many {# صفحة} other {# صفحة}}، وقد أُعيدت إلى ترتيبها. قارن بضعة أسطر بالصفحة.',
  },
  'pdf.page-lines': {
    en: '{file}: {count, plural, one {# line that stands} other {# lines that stand}} at the head or foot of each page (titles, page numbers) were not read as rows.',
    ar: '{file}: {count, plural, zero {} one {سطر واحد} two {سطران} few {# أسطر} many {# سطرًا} other {# سطر}} من أعلى الصفحات أو أسفلها (عناوين وأرقام صفحات) لم تُقرأ أسطرًا في القائمة.',
  },
  'pdf.split-rows': {
    en: '{file}: {count, plural, one {# line was} other {# lines were}} joined to the row above, as the rest of its cells.',
    ar: '{file}: {count, plural, zero {} one {سطر واحد ضُمّ} two {سطران ضُمّا} few {# أسطر ضُمّت} many {# سطرًا ضُمّ} other {# سطر ضُمّ}} إلى ما فوقه تتمةً لخلاياه.',
  },
} as const satisfies Catalogue;
