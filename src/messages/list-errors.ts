import type { Catalogue } from './catalogue.ts';

/** What is wrong with lists: sheets, headers, rows, cells, names, and links between rows, and what to do. Part of `errorMessages`. */
export const listErrors = {
  'list.no-header': {
    en: '{file}: no row with column names was found. Add one above the first row, or say what the columns hold.',
    ar: '{file}: لم يُعثر على سطر بأسماء الأعمدة. أضفه فوق السطر الأول أو بيّن ما تحويه الأعمدة.',
  },
  'list.no-rows': {
    en: '{file}: there are column names, but no rows under them.',
    ar: '{file}: توجد أسماء أعمدة ولا توجد سطور تحتها.',
  },
  'list.too-many-columns': {
    en: '{file}, line {line}: more than {limit} columns. This is not a list of people as it stands; nothing was read from it.',
    ar: '{file}، السطر {line}: أكثر من {limit} عمودًا. الملف بصورته هذه ليس قائمة أشخاص؛ لم يُقرأ منه شيء.',
  },
  'list.too-many-rows': {
    en: '{file}: more than {limit} rows. Those up to there were read; put the rest into a second file.',
    ar: '{file}: أكثر من {limit} سطر. قُرئت السطور حتى هذا الحد؛ ضع الباقي في ملف ثانٍ.',
  },
  'list.line-too-long': {
    en: '{file}, line {line}: longer than {limit} characters. That line was left out; check for a missing line break or quotation mark.',
    ar: '{file}، السطر {line}: أطول من {limit} محرفًا. تُرك هذا السطر؛ ابحث عن فاصل أسطر أو علامة اقتباس ناقصة.',
  },
  'list.no-name-column': {
    en: '{file}: no column was recognised as a name (seen: {headers}). The rows are kept word for word; say which column holds the name.',
    ar: '{file}: لم يُعرف أي عمود على أنه اسم (الموجود: {headers}). حُفظت السطور كما هي؛ بيّن أي عمود يحوي الاسم.',
  },
  'list.column-mapped-twice': {
    en: '{file}: {property} is given by two columns ({column}). Name one of them, or set the other to text.',
    ar: '{file}: الحقل {property} معطى في عمودين ({column}). اختر أحدهما أو اجعل الآخر نصًا.',
  },
  'list.map-invalid': {
    en: '{file}: the column map cannot be used: {reason}. It must be JSON: file name → column → property.',
    ar: '{file}: خريطة الأعمدة غير صالحة: {reason}. يجب أن تكون JSON: اسم الملف ← العمود ← الحقل.',
  },
  'header.duplicate': {
    en: '{file}: the column name {column} stands twice. The second is kept under {renamed}.',
    ar: '{file}: اسم العمود {column} مكرر. حُفظ الثاني باسم {renamed}.',
  },
  'header.empty': {
    en: '{file}: a column has no name. It is kept under {renamed}.',
    ar: '{file}: عمود بلا اسم. حُفظ باسم {renamed}.',
  },
  'header.repeated-in-rows': {
    en: '{file}, row {row}: the column names are repeated here; that line was not taken as a person.',
    ar: '{file}، السطر {row}: أسماء الأعمدة مكررة هنا؛ لم يُحسب هذا السطر شخصًا.',
  },
  'row.too-many-cells': {
    en: '{file}, row {row}: {found} cells under {expected} columns. The row was not read; check its separators.',
    ar: '{file}، السطر {row}: عدد الخلايا {found} تحت {expected} أعمدة. لم يُقرأ السطر؛ تحقّق من الفواصل.',
  },
  'row.too-few-cells': {
    en: '{file}, row {row}: {found} cells under {expected} columns. The missing ones were taken as empty.',
    ar: '{file}، السطر {row}: عدد الخلايا {found} تحت {expected} أعمدة. عُدّت الناقصة فارغة.',
  },
  'row.broken-quote': {
    en: '{file}, row {row} (line {line}): a quotation mark is opened and never closed. That row was left out, the following ones read.',
    ar: '{file}، السطر {row} (سطر الملف {line}): علامة اقتباس فُتحت ولم تُغلق. تُرك هذا السطر وقُرئ ما بعده.',
  },
  'row.empty': {
    en: '{file}: {count, plural, one {row {row} is empty} other {# rows are empty, the first is row {row}}}.',
    ar: '{file}: {count, plural, one {السطر {row} فارغ} two {سطران فارغان أولهما السطر {row}} few {# أسطر فارغة أولها السطر {row}} many {# سطرًا فارغًا أولها السطر {row}} other {# سطر فارغ أولها السطر {row}}}.',
  },
  'row.no-name': {
    en: '{file}, row {row}: no name. The row is kept, but cannot be found by name.',
    ar: '{file}، السطر {row}: بلا اسم. حُفظ السطر لكن لا يمكن العثور عليه بالاسم.',
  },
  'row.hidden': {
    en: '{file}, sheet {sheet}: {count} rows are hidden in the workbook. They were read like the others.',
    ar: '{file}، الورقة {sheet}: عدد السطور المخفية في المصنف {count}. قُرئت كغيرها.',
  },
  'sheet.hidden': {
    en: '{file}: the sheet {sheet} is hidden in the workbook. It was read like the others.',
    ar: '{file}: الورقة {sheet} مخفية في المصنف. قُرئت كغيرها.',
  },
  'cell.too-long': {
    en: '{file}, row {row}, {column}: longer than {limit} characters. It is kept word for word and not compared.',
    ar: '{file}، السطر {row}، {column}: أطول من {limit} محرفًا. حُفظ كما هو ولا يُقارن.',
  },
  'cell.date-impossible': {
    en: '{file}, row {row}, {column}: {value} is no day in the calendar. The words are kept; no date was taken from them.',
    ar: '{file}، السطر {row}، {column}: {value} ليس يومًا في التقويم. حُفظ النص ولم يؤخذ منه تاريخ.',
  },
  'cell.date-ahead': {
    en: '{file}, row {row}, {column}: {value} has not come yet. The words are kept; no date was taken from them.',
    ar: '{file}، السطر {row}، {column}: {value} تاريخ لم يأتِ بعد. حُفظ النص ولم يؤخذ منه تاريخ.',
  },
  'cell.date-unclear': {
    en: '{file}, row {row}, {column}: {value} could not be read as a date. The words are kept.',
    ar: '{file}، السطر {row}، {column}: تعذّرت قراءة {value} تاريخًا. حُفظ النص كما هو.',
  },
  'cell.age-unclear': {
    en: '{file}, row {row}, {column}: {value} could not be read as an age. The words are kept.',
    ar: '{file}، السطر {row}، {column}: تعذّرت قراءة {value} عمرًا. حُفظ النص كما هو.',
  },
  'cell.sex-unclear': {
    en: '{file}, row {row}, {column}: {value} could not be read as male or female. The words are kept.',
    ar: '{file}، السطر {row}، {column}: تعذّرت قراءة {value} على أنه ذكر أو أنثى. حُفظ النص كما هو.',
  },
  'cell.formula': {
    en: '{file}, row {row}, {column}: the cell holds a formula. It was not run; what the file shows for it is kept.',
    ar: '{file}، السطر {row}، {column}: الخلية تحوي صيغة. لم تُنفّذ؛ وحُفظ ما يعرضه الملف لها.',
  },
  'cell.direction-marks': {
    en: '{file}, row {row}, {column}: holds invisible characters that turn the direction of text. Kept word for word; left out when names are compared.',
    ar: '{file}، السطر {row}، {column}: فيه محارف خفية تقلب اتجاه النص. حُفظ كما هو وتُهمل عند مقارنة الأسماء.',
  },
  'cell.control-characters': {
    en: '{file}, row {row}, {column}: holds control characters. Kept word for word; left out when values are compared.',
    ar: '{file}، السطر {row}، {column}: فيه محارف تحكم. حُفظ كما هو وتُهمل عند المقارنة.',
  },
  'name.empty': { en: 'Type a name, in any script.', ar: 'اكتب اسمًا بأي حروف.' },
  'name.too-long': {
    en: 'That is too long for a name (limit {limit} characters).',
    ar: 'هذا أطول من أن يكون اسمًا (الحد {limit} محرفًا).',
  },
  'link.column-twice': {
    en: 'Two columns, “{first}” and “{second}”, are both read as {property}. Say which one counts and leave the other out.',
    ar: 'العمودان «{first}» و«{second}» يُقرآن معًا على أنهما {property}. حدّدوا أيهما يُعتمد واتركوا الآخر.',
  },
  'link.index-damaged': {
    en: 'This is no index of persons, or not all of it. Build it again from the lists.',
    ar: 'هذا ليس فهرس أشخاص، أو أنه ناقص. أعيدوا بناءه من القوائم.',
  },
  'link.index-version': {
    en: 'This index of persons is of format {version}, which this release does not read. Build it again from the lists.',
    ar: 'فهرس الأشخاص هذا بالصيغة {version}، ولا يقرؤها هذا الإصدار. أعيدوا بناءه من القوائم.',
  },
  'link.key-twice': {
    en: 'Two rows stand under the same key {key}. Give each row a key of its own.',
    ar: 'سطران تحت المفتاح نفسه {key}. أعطِ كل سطر مفتاحًا خاصًا به.',
  },
  'link.key-unknown': {
    en: 'A decision speaks of the row {key}, which is not among the rows given.',
    ar: 'يتحدث قرار عن السطر {key} وهو ليس بين السطور المعطاة.',
  },
  'link.register-full': {
    en: 'The register can take no more new names or places. Build its index again from the lists.',
    ar: 'لم يعد السجل يتسع لأسماء أو أماكن جديدة. أعيدوا بناء فهرسه من القوائم.',
  },
  'link.decisions-conflict': {
    en: 'Decisions contradict each other: {a} and {b} are joined through others, and also decided to be different. Undo one of them.',
    ar: 'القرارات متناقضة: {a} و{b} مرتبطان عبر غيرهما ومقرر أيضًا أنهما مختلفان. تراجع عن أحد القرارات.',
  },
  'link.line-too-long': {
    en: 'A line of this file is longer than {most} bytes: probably a quotation mark is never closed. Correct the file.',
    ar: 'في هذا الملف سطر أطول من {most} بايت: لعل علامة اقتباس لم تُغلق. صحّح الملف.',
  },
  'link.too-many-rows': {
    en: 'The file has more than {most} rows, which is the most that can be linked at once. Divide it.',
    ar: 'في الملف أكثر من {most} سطر، وهو أقصى ما يُربط دفعة واحدة. قسّمه.',
  },
  'link.parquet-unreadable': {
    en: 'This Parquet file cannot be read: {reason}. Write it again without compression or with Snappy, or as CSV.',
    ar: 'تعذّرت قراءة ملف Parquet هذا: {reason}. أعد كتابته بلا ضغط أو بضغط Snappy، أو بصيغة CSV.',
  },
} as const satisfies Catalogue;
