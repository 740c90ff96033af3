import type { Catalogue } from './catalogue.ts';

/** What is wrong with figures: tables of lists and estimates, and what to do. Part of `errorMessages`. */
export const figureErrors = {
  'figures.row-cells': {
    en: 'Row {row} of the counts has {found} cells under {expected} columns. Check its separators; nothing was estimated.',
    ar: 'في السطر {row} من جدول الأعداد {found} خلايا تحت {expected} أعمدة. تحقّق من الفواصل؛ لم يُقدَّر شيء.',
  },
  'figures.no-count-column': {
    en: 'The column {column} holds numbers, but no column is called count. Name the column of counts “count”, and write periods or groups as words.',
    ar: 'العمود {column} يحوي أرقامًا ولا يوجد عمود باسم count. سمِّ عمود الأعداد «count» أو «العدد»، واكتب الفترات أو الفئات كلماتٍ.',
  },
  'figures.mark-unclear': {
    en: 'Row {row} of the counts, {column}: {value} is neither 0 nor 1. A list’s column holds 1 (on it), 0 (not on it) or NA (the list does not cover this).',
    ar: 'السطر {row} من جدول الأعداد، {column}: القيمة {value} ليست 0 ولا 1. عمود القائمة يحوي 1 (مذكور فيها) أو 0 (غير مذكور) أو NA (القائمة لا تغطي هذا).',
  },
  'figures.cell-twice': {
    en: 'Row {row} of the counts says the same combination of lists as row {first}. Add the two counts up, or correct one of them.',
    ar: 'السطر {row} من جدول الأعداد يكرر تركيبة القوائم نفسها في السطر {first}. اجمع العددين أو صحّح أحدهما.',
  },
  'figures.partly-absent': {
    en: 'Row {row} of the counts: the list {list} is NA in some rows of one group ({stratum}) and not in others. A list covers a group wholly or not at all.',
    ar: 'السطر {row} من جدول الأعداد: القائمة {list} قيمتها NA في بعض سطور المجموعة الواحدة ({stratum}) دون بعض. القائمة تغطي المجموعة كلها أو لا تغطيها.',
  },
  'figures.count-negative': {
    en: 'A count is below zero ({value}; row {row}, lists {lists}). Correct it; nothing was estimated.',
    ar: 'أحد الأعداد أصغر من الصفر ({value}؛ السطر {row}، القوائم {lists}). صحّحه؛ لم يُقدَّر شيء.',
  },
  'figures.count-not-whole': {
    en: 'A count is not a whole number ({value}; row {row}, lists {lists}). Write it in digits alone; nothing was estimated.',
    ar: 'أحد الأعداد ليس عددًا صحيحًا ({value}؛ السطر {row}، القوائم {lists}). اكتبه بالأرقام وحدها؛ لم يُقدَّر شيء.',
  },
  'figures.on-no-list': {
    en: 'A row counts {value} people who are on no list (row {row}). That is the number to be estimated: leave the row out.',
    ar: 'يَعدّ سطرٌ {value} من الأشخاص ليسوا في أي قائمة (السطر {row}). هذا هو العدد المطلوب تقديره: احذف السطر.',
  },
  'figures.total-too-large': {
    en: 'The counts come to {total, number}; the limit is {limit, number}. Divide the table by period or place, or check it for a slip.',
    ar: 'مجموع الأعداد {total, number} والحد {limit, number}. قسّم الجدول بحسب الفترة أو المكان، أو تحقّق من خطأ فيه.',
  },
  'figures.too-few-lists': {
    en: 'An estimate from overlaps needs at least two lists; {found} were found.',
    ar: 'التقدير من تقاطع القوائم يحتاج إلى قائمتين على الأقل؛ عدد ما وُجد {found}.',
  },
  'figures.too-many-lists': {
    en: '{found} lists are more than can be estimated from at once (limit {limit}). Join lists that share a source, or leave some out.',
    ar: 'عدد القوائم {found} أكثر مما يمكن التقدير منه معًا (الحد {limit}). ادمج القوائم التي تتشارك المصدر أو اترك بعضها.',
  },
  'figures.too-many-strata': {
    en: 'The table is divided into {found} groups (limit {limit}). Use longer periods or larger places.',
    ar: 'الجدول مقسم إلى {found} مجموعة (الحد {limit}). استعمل فترات أطول أو أماكن أوسع.',
  },
  'figures.list-twice': {
    en: 'Two columns are called {list}. Give each list a name of its own.',
    ar: 'عمودان باسم {list}. أعطِ كل قائمة اسمًا خاصًا بها.',
  },
  'figures.list-empty': {
    en: 'Nobody stands on the list {list}, so it says nothing. Leave it out.',
    ar: 'لا أحد في القائمة {list} فهي لا تفيد شيئًا. اتركها.',
  },
  'figures.list-inside': {
    en: 'Everybody on the list {list} is also on {within}: it was probably copied from it, and an estimate would come out too low. Leave {list} out.',
    ar: 'كل من في القائمة {list} موجود في {within} أيضًا: لعلها نُقلت عنها، والتقدير معها يأتي أدنى من الواقع. اترك {list}.',
  },
  'figures.run-running': {
    en: 'An estimate is being worked out already. Wait for it or cancel it, then start the next.',
    ar: 'يجري حساب تقدير الآن. انتظروه أو ألغوه ثم ابدأوا التالي.',
  },
  'figures.run-unfinished': {
    en: 'This estimate has no result to take away. Let it finish first.',
    ar: 'لا نتيجة لهذا التقدير بعد. دعوه ينتهي أولًا.',
  },
  'figures.list-absent': {
    en: 'The list {list} is said not to cover {stratum}, yet people are counted on it there. Correct one of the two.',
    ar: 'ذُكر أن القائمة {list} لا تغطي {stratum} ومع ذلك عُدّ أشخاص فيها هناك. صحّح أحد الأمرين.',
  },
  'figures.list-unknown': {
    en: 'The case has no list {list}. It has: {known}.',
    ar: 'لا قائمة في القضية اسمها {list}. فيها: {known}.',
  },
  'figures.no-parts': {
    en: 'No row says to which part anybody belongs, so the people cannot be divided this way. Divide by something that the lists say.',
    ar: 'لا صف يذكر إلى أي جزء ينتمي أحد، فلا يمكن التقسيم هكذا. قسّموا بحسب ما تذكره القوائم.',
  },
  'figures.not-reviewed': {
    en: 'This estimate has not been reviewed. Somebody must read it and put their name to it before it leaves the house.',
    ar: 'لم يُراجَع هذا التقدير بعد. يجب أن يقرأه شخص ويضع اسمه عليه قبل أن يخرج.',
  },
  'figures.own-run': {
    en: 'Whoever made an estimate does not review it. Ask somebody else with an account.',
    ar: 'من أجرى التقدير لا يراجعه. اطلبوا ذلك من شخص آخر له حساب.',
  },
} as const satisfies Catalogue;
