import type { ErrorCode } from '../model/index.ts';
import type { Bilingual } from './catalogue.ts';
import { keyErrorMessages } from './key-errors.ts';
import { proofErrors } from './proof-errors.ts';

/**
 * What is wrong and what to do. Values a sentence may use: file, sheet, row, line, column, and what the error carries
 * (limit, found, value).
 */
export const errorMessages: Readonly<Record<ErrorCode, Bilingual>> = {
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
  'file.not-found': {
    en: '{file}: no such file or folder. Check the path.',
    ar: '{file}: لا يوجد ملف أو مجلد بهذا الاسم. تحقّق من المسار.',
  },
  'file.unreadable': {
    en: '{file}: cannot be read ({reason}). Check its permissions.',
    ar: '{file}: تعذّرت القراءة ({reason}). تحقّق من أذونات الملف.',
  },
  'file.empty': {
    en: '{file}: the file is empty, so there was nothing to add. Ask the sender for it again.',
    ar: '{file}: الملف فارغ فلا شيء يُضاف. اطلبه من المرسل مجددًا.',
  },
  'file.too-large': {
    en: '{file}: larger than {limit}. Split it and add the parts.',
    ar: '{file}: أكبر من {limit}. قسّمه وأضف الأجزاء.',
  },
  'file.too-large-to-read': {
    en: '{file} is larger than what is read as a list or a report. It is kept as received, with its hash.',
    ar: '‏{file} أكبر مما يُقرأ كقائمة أو تقرير. هو محفوظ كما ورد مع بصمته.',
  },
  'file.unknown-kind': {
    en: '{file}: kept as received, but not read: this kind of file is not understood yet.',
    ar: '{file}: حُفظ كما ورد لكنه لم يُقرأ: هذا النوع من الملفات غير مفهوم بعد.',
  },
  'file.binary': {
    en: '{file}: named as text, but holds binary data. Check that it is the right file; nothing was added from it.',
    ar: '{file}: اسمه يدل على نص لكن محتواه ثنائي. تأكد أنه الملف الصحيح؛ لم يُضف منه شيء.',
  },
  'file.encoding-unclear': {
    en: '{file}: the letters cannot be made out as UTF-8, UTF-16 or Windows-1256. Save it as UTF-8 and add it again.',
    ar: '{file}: تعذّر تمييز الحروف بترميز UTF-8 أو UTF-16 أو Windows-1256. احفظه بترميز UTF-8 وأضفه من جديد.',
  },
  'file.encoding-broken': {
    en: '{file}, line {line}: some letters are damaged ({encoding}). They are shown as �; the rest was read.',
    ar: '{file}، السطر {line}: بعض الحروف تالفة ({encoding}). تظهر بالعلامة �؛ وقُرئ الباقي.',
  },
  'file.path-outside': {
    en: '{file}: points outside the folder being added, so it was left alone. Add it by its own path if it is meant.',
    ar: '{file}: يشير إلى خارج المجلد المضاف فتُرك. أضفه بمساره إن كان مقصودًا.',
  },
  'file.not-xlsx': {
    en: '{file}: not a readable XLSX workbook. Open it in a spreadsheet program, save it again as .xlsx or .csv, and add that.',
    ar: '{file}: ليس مصنف XLSX مقروءًا. افتحه في برنامج جداول واحفظه من جديد بصيغة ‎.xlsx أو ‎.csv ثم أضفه.',
  },
  'file.xlsx-too-large': {
    en: '{file}: the workbook unpacks to more than is allowed ({limit}). Nothing was read from it; save the sheet as .csv.',
    ar: '{file}: حجم المصنف بعد فك الضغط يتجاوز المسموح ({limit}). لم يُقرأ منه شيء؛ احفظ الورقة بصيغة ‎.csv.',
  },
  'file.xlsx-damaged': {
    en: '{file}: the workbook is damaged. Open and save it in a spreadsheet program, then add it again.',
    ar: '{file}: المصنف متضرر. افتحه واحفظه في برنامج جداول ثم أضفه من جديد.',
  },
  'picture.unknown-kind': {
    en: 'This is not a picture that Sanad opens: JPEG, PNG, WebP, GIF, TIFF and AVIF are. The file is kept as received.',
    ar: 'ليست هذه صورة يفتحها سند؛ يفتح JPEG وPNG وWebP وGIF وTIFF وAVIF. الملف محفوظ كما ورد.',
  },
  'picture.too-large': {
    en: 'This picture is larger than what is opened safely ({limit}). The file is kept as received.',
    ar: 'هذه الصورة أكبر مما يُفتح بأمان ({limit}). الملف محفوظ كما ورد.',
  },
  'picture.damaged': {
    en: 'This picture is cut short or damaged and was not opened ({reason}). The file is kept as received.',
    ar: 'هذه الصورة مبتورة أو تالفة ولم تُفتح ({reason}). الملف محفوظ كما ورد.',
  },
  'picture.rectangle-outside': {
    en: 'A place to be covered lies outside the picture. Nothing was made; draw it again.',
    ar: 'موضع التغطية يقع خارج الصورة. لم يُنشأ شيء؛ ارسمه من جديد.',
  },
  'hash-set.empty': {
    en: '{file} holds no MD5, SHA-1, SHA-256 or PDQ hash. Give one hash a line, or a table with a column of them.',
    ar: 'لا يحوي {file} أي بصمة MD5 أو SHA-1 أو SHA-256 أو PDQ. ضع بصمة في كل سطر، أو جدولًا فيه عمود لها.',
  },
  'hash-set.too-large': {
    en: '{file} has more than {limit} lines. Split it.',
    ar: 'في {file} أكثر من {limit} سطر. قسّمه.',
  },
  'bag.not-a-bag': {
    en: '{file} is not a bag: it has no bagit.txt.',
    ar: '‏{file} ليس حقيبة BagIt: لا يحوي الملف bagit.txt.',
  },
  'bag.declaration-invalid': {
    en: '{file} does not begin with the two lines that declare a bag. Nothing of the bag was taken.',
    ar: 'لا يبدأ {file} بالسطرين اللذين يعلنان الحقيبة. لم يؤخذ شيء منها.',
  },
  'bag.version-unknown': {
    en: '{file} declares a version of BagIt that is not known here (0.93 to 0.97 and 1.0 are). Nothing was taken.',
    ar: 'يعلن {file} إصدارًا من BagIt غير معروف هنا (المعروف 0.93 إلى 0.97 و1.0). لم يؤخذ شيء.',
  },
  'bag.encoding-unknown': {
    en: '{file} declares a character encoding that is not known here. Nothing was taken.',
    ar: 'يعلن {file} ترميز محارف غير معروف هنا. لم يؤخذ شيء.',
  },
  'bag.algorithm-unknown': {
    en: '{file} uses a hash that is not known here. Nothing was taken.',
    ar: 'يستعمل {file} خوارزمية بصمة غير معروفة هنا. لم يؤخذ شيء.',
  },
  'bag.manifest-missing': {
    en: '{file} has no manifest: nothing says what should be in it. Nothing was taken.',
    ar: 'لا بيان في {file}: لا شيء يقول ما ينبغي أن يكون فيه. لم يؤخذ شيء.',
  },
  'bag.manifest-invalid': {
    en: 'A line of {file} is not a hash and a path. Nothing of the bag was taken.',
    ar: 'في {file} سطر ليس بصمة ومسارًا. لم يؤخذ شيء من الحقيبة.',
  },
  'bag.path-outside': {
    en: 'The bag names a place outside itself: {file}. Nothing of it was taken or written.',
    ar: 'تذكر الحقيبة موضعًا خارجها: {file}. لم يؤخذ منها ولم يُكتب شيء.',
  },
  'bag.listed-twice': {
    en: '{file} stands twice in one manifest.',
    ar: 'يرد {file} مرتين في بيان واحد.',
  },
  'bag.file-missing': {
    en: '{file} is listed in a manifest and is not in the bag. Nothing was taken; ask for the bag again.',
    ar: '‏{file} مذكور في البيان وليس في الحقيبة. لم يؤخذ شيء؛ اطلب الحقيبة ثانية.',
  },
  'bag.file-unlisted': {
    en: '{file} is in the bag and not in every manifest: nothing says that it was sent. Nothing was taken.',
    ar: '‏{file} في الحقيبة وليس في كل بيان: لا شيء يقول إنه أُرسل. لم يؤخذ شيء.',
  },
  'bag.file-changed': {
    en: '{file} is not what its manifest says ({found}): it was changed or damaged on the way. Nothing was taken.',
    ar: '‏{file} ليس كما يقول البيان ({found}): تغيّر أو تلف في الطريق. لم يؤخذ شيء.',
  },
  'bag.not-fetched': {
    en: '{file} is still to be fetched from elsewhere. Sanad fetches nothing; complete the bag first.',
    ar: 'لم يُجلب {file} بعد من مكان آخر. سند لا يجلب شيئًا؛ أكمل الحقيبة أولًا.',
  },
  'bag.size-wrong': {
    en: '{file} declares {expected} bytes and files in all and has {found}. Nothing was taken.',
    ar: 'يعلن {file} ما مجموعه {expected} بايت وملف وفيه {found}. لم يؤخذ شيء.',
  },
  'bag.system-file': {
    en: '{file} is a file that an operating system left; it is no evidence of anything.',
    ar: '‏{file} ملف خلّفه نظام تشغيل؛ لا يدل على شيء.',
  },
  'bag.names-alike': {
    en: '{file} differs from another name only in capitals or in how its letters are composed.',
    ar: 'لا يختلف {file} عن اسم آخر إلا في حالة الأحرف أو تركيبها.',
  },
  'bag.path-relative': {
    en: '{file} is written with ./ before it.',
    ar: 'كُتب {file} مسبوقًا بـ ‎./.',
  },
  'bag.written-by-md5sum': {
    en: '{file} is written as md5sum does, with an asterisk before the path.',
    ar: 'كُتب {file} كما يكتب md5sum، بنجمة قبل المسار.',
  },
  'export.exists': {
    en: '{file} exists already. Choose another place; nothing was written.',
    ar: '‏{file} موجود من قبل. اختر موضعًا آخر؛ لم يُكتب شيء.',
  },
  'export.not-cleanable': {
    en: '{file} was left out: what it carries beside its content cannot be removed from this kind of file.',
    ar: 'تُرك {file}: لا يمكن أن يُزال من هذا النوع ما يحمله فوق محتواه.',
  },
  'upload.unknown': {
    en: 'This upload is not known any more: it was finished, cancelled, or left too long. Send the file again.',
    ar: 'لم يعد هذا الإرسال معروفًا: اكتمل أو أُلغي أو تُرك طويلًا. أرسل الملف من جديد.',
  },
  'upload.offset-wrong': {
    en: 'This part does not begin where the last one ended ({expected}). Ask how much has arrived, and go on from there.',
    ar: 'لا يبدأ هذا الجزء حيث انتهى سابقه ({expected}). اسأل عمّا وصل وتابع من هناك.',
  },
  'upload.checksum-wrong': {
    en: 'What arrived is not what was sent. Nothing of this part was kept; send it again.',
    ar: 'ما وصل ليس ما أُرسل. لم يُحفظ شيء من هذا الجزء؛ أرسله ثانية.',
  },
  'upload.too-many': {
    en: 'Too many files are on their way at once ({limit}). Let some arrive, or cancel them.',
    ar: 'ملفات كثيرة في الطريق معًا ({limit}). دع بعضها يصل أو ألغه.',
  },
  'upload.no-room': {
    en: 'The disk has no room for this file. What has arrived is kept; make room and go on.',
    ar: 'لا مكان لهذا الملف على القرص. ما وصل محفوظ؛ أفسح مكانًا وتابع.',
  },
  'upload.damaged': {
    en: 'What had arrived of this file does not read back as it was written, and was removed. Send the file again.',
    ar: 'ما وصل من هذا الملف لا يُقرأ كما كُتب، فحُذف. أرسل الملف من جديد.',
  },
  'file.more-problems': {
    en: '{file}: the same kind of problem ({of}) stands in {count} more places. The first ones are listed.',
    ar: '{file}: المشكلة نفسها ({of}) في {count} موضعًا آخر. ذُكرت المواضع الأولى.',
  },
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
  'report.too-long': {
    en: '{file}: too long to be read as one report (limit {limit}). It is kept as received; no statements were read.',
    ar: '{file}: أطول من أن يُقرأ تقريرًا واحدًا (الحد {limit}). حُفظ كما ورد ولم تُقرأ منه أقوال.',
  },
  'report.no-text': {
    en: '{file}: no readable text was found in the page. It is kept as received.',
    ar: '{file}: لم يُعثر على نص مقروء في الصفحة. حُفظ كما ورد.',
  },
  'report.language-unknown': {
    en: '{file}: neither Arabic nor English; it was not read for statements.',
    ar: '{file}: ليس بالعربية ولا بالإنكليزية؛ لم تُقرأ منه أقوال.',
  },
  'report.sentence-too-long': {
    en: '{file}: a passage without sentence marks is longer than {limit} characters; it was not read for statements.',
    ar: '{file}: فيه مقطع بلا علامات جمل أطول من {limit} محرفًا؛ لم تُقرأ منه أقوال.',
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
  'account.sign-in': {
    en: 'Sign in to see this.',
    ar: 'سجّل الدخول لترى هذا.',
  },
  'account.sign-in-again': {
    en: 'That took too long or was tried too often. Begin again with your name and password.',
    ar: 'طال ذلك أو تكررت المحاولة كثيرًا. ابدأ من جديد بالاسم وكلمة السر.',
  },
  'account.refused': {
    en: 'Name and password do not fit together. Nothing was opened. Check the keyboard layout and try again.',
    ar: 'الاسم وكلمة السر لا يتوافقان. لم يُفتح شيء. تحقّق من لغة لوحة المفاتيح وحاول مجددًا.',
  },
  'account.wait': {
    en: 'Too many wrong attempts. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    ar: 'محاولات خاطئة كثيرة. حاول مجددًا بعد {seconds, plural, zero {لحظة} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.',
  },
  'account.second-factor-wrong': {
    en: 'This code is not right, or was used before. Wait for the next one and try again.',
    ar: 'الرمز غير صحيح أو سبق استعماله. انتظر الرمز التالي وحاول مجددًا.',
  },
  'account.second-factor-first': {
    en: 'This case asks for a second factor. Set one up on the page of your account, then everything opens.',
    ar: 'تشترط هذه القضية خطوة تحقّق ثانية. فعّلها في صفحة حسابك ثم يُفتح الباقي.',
  },
  'account.passkey-refused': {
    en: 'The passkey was not accepted. Try again, or use a code.',
    ar: 'لم يُقبل مفتاح المرور. حاول مجددًا أو استعمل رمزًا.',
  },
  'account.passkey-address': {
    en: 'Passkeys need a name, not a number, as the address. On this machine open http://localhost instead.',
    ar: 'تحتاج مفاتيح المرور إلى عنوان بالاسم لا بالأرقام. على هذا الجهاز افتح http://localhost بدلًا منه.',
  },
  'account.not-allowed': {
    en: 'Your role does not include this. The administrator can say whose does.',
    ar: 'دورك لا يشمل هذا. يستطيع المسؤول أن يخبرك لمن يُتاح.',
  },
  'account.keys-missing': {
    en: 'Nobody can give keys that they do not hold. Ask somebody who holds this role’s keys to invite the account.',
    ar: 'لا أحد يعطي مفاتيح لا يملكها. اطلب ممن يملك مفاتيح هذا الدور أن يدعو صاحب الحساب.',
  },
  'account.name-taken': {
    en: '{name} is taken. Choose another name; nothing was made.',
    ar: 'الاسم {name} مستعمل. اختر اسمًا آخر؛ لم يُنشأ شيء.',
  },
  'account.closed': {
    en: 'This account is closed for good. Make a new one.',
    ar: 'هذا الحساب مغلق نهائيًا. أنشئ حسابًا جديدًا.',
  },
  'account.invitation-old': {
    en: 'This invitation is too old. Ask whoever gave it to you for a new one.',
    ar: 'انقضت مدة هذه الدعوة. اطلب دعوة جديدة ممن أعطاك إياها.',
  },
  'account.password-short': {
    en: 'A password needs {limit, plural, other {# characters}} or more. Four or five words are best.',
    ar: 'كلمة السر تحتاج إلى {limit, plural, zero {# حرف} one {حرف واحد} two {حرفين} few {# أحرف} many {# حرفًا} other {# حرف}} أو أكثر. أربع كلمات أو خمس خيرٌ من كلمة.',
  },
  'account.password-plain': {
    en: 'This password is easy to guess. Choose several words that do not belong together.',
    ar: 'كلمة السر هذه سهلة التخمين. اختر عدة كلمات لا رابط بينها.',
  },
  'account.unsealed': {
    en: 'This case is not sealed, so accounts would keep nothing from anybody. Make a sealed case and add the files there.',
    ar: 'هذه القضية غير مختومة، فالحسابات فيها لا تحجب شيئًا عن أحد. أنشئ قضية مختومة وأضف الملفات إليها.',
  },
  'access.budget-spent': {
    en: 'You have looked up very many people in a short time. Go on in {minutes, plural, one {# minute} other {# minutes}}. Whoever keeps the accounts was told. For a whole list ask for an export.',
    ar: 'بحثت عن أشخاص كثيرين جدًا في وقت قصير. تابع بعد {minutes, plural, zero {لحظة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}. أُبلغ القائم على الحسابات. ولقائمة كاملة اطلب تصديرًا.',
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
  'link.key-twice': {
    en: 'Two rows stand under the same key {key}. Give each row a key of its own.',
    ar: 'سطران تحت المفتاح نفسه {key}. أعطِ كل سطر مفتاحًا خاصًا به.',
  },
  'link.key-unknown': {
    en: 'A decision speaks of the row {key}, which is not among the rows given.',
    ar: 'يتحدث قرار عن السطر {key} وهو ليس بين السطور المعطاة.',
  },
  'link.decisions-conflict': {
    en: 'Decisions contradict each other: {a} and {b} are joined through others, and also decided to be different. Undo one of them.',
    ar: 'القرارات متناقضة: {a} و{b} مرتبطان عبر غيرهما ومقرر أيضًا أنهما مختلفان. تراجع عن أحد القرارات.',
  },
  'site.file-unclear': {
    en: 'This is no file of a site: JSON with a list of entries is expected. Nothing was kept.',
    ar: 'هذا ليس ملف موقع: المتوقع JSON فيه قائمة قيود. لم يُحفظ شيء.',
  },
  'site.unknown': {
    en: 'This site is not in the case. Make the site first.',
    ar: 'هذا الموقع ليس في القضية. أنشئ الموقع أولًا.',
  },
  'site.entry-unclear': {
    en: 'This entry could not be read and was not kept. Check what was filled in and send it again.',
    ar: 'تعذّرت قراءة هذا القيد ولم يُحفظ. راجع ما كُتب وأرسله من جديد.',
  },
  'site.upon-unknown': {
    en: 'This was made upon something the case does not hold. Send the earlier entries first.',
    ar: 'بُني هذا على قيد ليس في القضية. أرسل القيود السابقة أولًا.',
  },
  'site.upon-missing': {
    en: 'This thing exists already. Change it from how it stands now.',
    ar: 'هذا موجود من قبل. عدّله انطلاقًا من حاله الآن.',
  },
  'site.thing-changes': {
    en: 'A sector stays a sector and a search a search. Strike it and make another.',
    ar: 'يبقى القطاع قطاعًا والبحث بحثًا. اشطبه وأنشئ غيره.',
  },
  'site.thing-unknown': {
    en: 'The floor or sector this speaks of is not in the case.',
    ar: 'الطابق أو القطاع المذكور ليس في القضية.',
  },
  'plan.not-json': {
    en: 'The plan is not JSON. See the example under: sanad help plan',
    ar: 'الخطة ليست بصيغة JSON. انظر المثال في: sanad help plan',
  },
  'plan.unreadable': {
    en: 'The plan cannot be read at {where}: {wrong}. Correct it; nothing was planned.',
    ar: 'تعذّرت قراءة الخطة عند {where}: {wrong}. صحّحها؛ لم يُخطَّط شيء.',
  },
  'plan.id-twice': {
    en: 'The id {id} stands twice. Give each cell and each resource an id of its own.',
    ar: 'المعرّف {id} مكرر. أعطِ كل قطاع وكل مورد معرّفًا خاصًا به.',
  },
  'plan.resource-unknown': {
    en: 'The cell {cell} names the resource {resource}, which is not among the resources.',
    ar: 'يذكر القطاع {cell} المورد {resource} وهو ليس بين الموارد.',
  },
  'plan.cell-unknown': {
    en: 'There is no cell {cell} in this place.',
    ar: 'لا يوجد قطاع {cell} في هذا المكان.',
  },
  'plan.effort-negative': {
    en: 'An effort of {value} cannot be. Hours and costs are 0 or more.',
    ar: 'لا يصحّ جهد مقداره {value}. الساعات والتكاليف صفر فأكثر.',
  },
  'plan.probability': {
    en: '{value} is no probability or weight. Give numbers of 0 or more, not all of them 0.',
    ar: '{value} ليس احتمالًا ولا وزنًا. أعطِ أعدادًا من صفر فأكثر، على ألّا تكون كلها صفرًا.',
  },
  'plan.detection': {
    en: '{value} is no chance of detection. It lies between 0 and 1.',
    ar: '{value} ليس احتمال كشف. يقع بين 0 و1.',
  },
  'plan.elsewhere': {
    en: 'The chance that it is elsewhere or does not exist is {value}. It lies between 0 and 1 and is neither: a search that cannot fail proves nothing.',
    ar: 'احتمال أن يكون في مكان آخر أو ألّا يكون موجودًا هو {value}. يجب أن يقع بين 0 و1 من دون أيٍّ منهما: بحثٌ لا يمكن أن يفشل لا يثبت شيئًا.',
  },
  'plan.reliability': {
    en: 'The reliability of the lead {lead} must be from 0 to below 1: no lead makes anything certain.',
    ar: 'يجب أن تكون موثوقية الإفادة {lead} من 0 إلى أقل من 1: لا إفادة تجعل شيئًا يقينًا.',
  },
  'plan.letter': {
    en: '{letter} is no letter from A to the lowest one given.',
    ar: '{letter} ليس حرفًا بين A وأدنى حرف معطى.',
  },
  'plan.not-solved': {
    en: 'These numbers are too far apart to plan with. Check effectiveness and effort for a slip in their units.',
    ar: 'هذه الأعداد متباعدة إلى حد لا يسمح بالتخطيط. تحقّق من وحدات الفاعلية والجهد.',
  },
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
    en: 'The counts come to {total}; the limit is {limit}. Divide the table by period or place, or check it for a slip.',
    ar: 'مجموع الأعداد {total} والحد {limit}. قسّم الجدول بحسب الفترة أو المكان، أو تحقّق من خطأ فيه.',
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
  ...proofErrors,
  internal: {
    en: 'Something went wrong inside Sanad. Nothing that was acknowledged is lost. Please report: {reason}',
    ar: 'حدث خطأ داخل سند. لم يُفقد شيء جرى تأكيده. نرجو الإبلاغ: {reason}',
  },
  ...keyErrorMessages,
};
