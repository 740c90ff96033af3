import type { Catalogue } from './catalogue.ts';

/** What is wrong with files on their way in and out: uploads, pictures, reports, sets of hashes, bags, and what to do. Part of `errorMessages`. */
export const fileErrors = {
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
  'picture.turned': {
    en: 'The metadata of this picture says which side is up; without it the picture would lie on its side. Make a copy that is drawn anew.',
    ar: 'تقول البيانات الوصفية لهذه الصورة أي جانب هو الأعلى، ومن دونها تظهر مائلة. أنشئ نسخة تُرسم من جديد.',
  },
  'film.not-understood': {
    en: 'No clean copy of this film was made: it holds something that is not known to be harmless ({reason}). The file is kept as received.',
    ar: 'لم تُنشأ نسخة نظيفة من هذا المقطع: فيه ما لا يُعرف أنه لا يكشف شيئًا ({reason}). الملف محفوظ كما ورد.',
  },
  'document.damaged': {
    en: 'No clean copy of this document was made: it is cut short or damaged ({reason}). The file is kept as received.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: هي مبتورة أو تالفة ({reason}). الملف محفوظ كما ورد.',
  },
  'document.locked': {
    en: 'No clean copy of this document was made: it is locked with a password. Save it without one, add that file, and make the copy of it.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: هي مقفلة بكلمة مرور. احفظها من دونها وأضف ذلك الملف وأنشئ النسخة منه.',
  },
  'document.too-large': {
    en: 'No clean copy of this document was made: it is larger, or unpacks to more, than is opened safely ({limit}). The file is kept as received.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: هي أكبر، أو تنفكّ إلى أكثر، مما يُفتح بأمان ({limit}). الملف محفوظ كما ورد.',
  },
  'document.old-form': {
    en: 'No clean copy of this document was made: it is of an old form (DOC, XLS, PPT), or locked with a password. Save it as DOCX, XLSX, PPTX or PDF, add that file, and make the copy of it.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: صيغتها قديمة (DOC أو XLS أو PPT) أو هي مقفلة بكلمة مرور. احفظها بصيغة DOCX أو XLSX أو PPTX أو PDF وأضف ذلك الملف وأنشئ النسخة منه.',
  },
  'document.macros': {
    en: 'No clean copy of this document was made: it carries a program (macros, controls). Save it without, add that file, and make the copy of it.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: تحمل برنامجًا (وحدات ماكرو أو عناصر تحكم). احفظها من دونه وأضف ذلك الملف وأنشئ النسخة منه.',
  },
  'document.hides': {
    en: 'No clean copy of this document was made: it hides something that would leave with it ({reason}). Show it or delete it, save, add that file, and make the copy of it.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: فيها شيء مخفي يخرج معها ({reason}). أظهره أو احذفه واحفظها وأضف ذلك الملف وأنشئ النسخة منه.',
  },
  'document.picture': {
    en: 'No clean copy of this document was made: a picture in it cannot be cleaned ({reason}). The file is kept as received.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: فيها صورة لا يمكن تنقيتها ({reason}). الملف محفوظ كما ورد.',
  },
  'document.not-understood': {
    en: 'No clean copy of this document was made: it holds something that is not known to be harmless ({reason}). The file is kept as received.',
    ar: 'لم تُنشأ نسخة نظيفة من هذه الوثيقة: فيها ما لا يُعرف أنه لا يكشف شيئًا ({reason}). الملف محفوظ كما ورد.',
  },
  'capture.damaged': {
    en: 'This is no saved web page that holds together ({reason}). The file is kept as received; nothing was taken out of it.',
    ar: 'ليست هذه صفحة محفوظة متماسكة ({reason}). الملف محفوظ كما ورد، ولم يُستخرج منه شيء.',
  },
  'capture.address': {
    en: 'This is no address of a page. Give it as the browser showed it, with https:// or http:// before it.',
    ar: 'ليس هذا عنوان صفحة. اكتبه كما أظهره المتصفح، يسبقه \u2066https://\u2069 أو \u2066http://\u2069.',
  },
  'capture.no-page': {
    en: 'A capture needs the page itself: its source, the page saved in one file, or a picture of the whole page.',
    ar: 'يحتاج الالتقاط إلى الصفحة نفسها: مصدرها، أو ملف واحد حُفظت فيه، أو صورة لها كاملة.',
  },
  'capture.too-large': {
    en: 'This saved web page is larger than what is taken apart ({limit}). The file is kept as received.',
    ar: 'هذه الصفحة المحفوظة أكبر مما يُفكَّك ({limit}). الملف محفوظ كما ورد.',
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
  'report.too-long': {
    en: '{file}: too long to be read as one report (limit {limit}). It is kept as received; no statements were read.',
    ar: '{file}: أطول من أن يُقرأ تقريرًا واحدًا (الحد {limit}). حُفظ كما ورد ولم تُقرأ منه أقوال.',
  },
  'reader.address': {
    en: 'This is no address of a second reader: http on this machine, as in http://127.0.0.1:11434/v1, or https elsewhere; without a name or password in it.',
    ar: 'ليس هذا عنوانًا لقارئ ثانٍ: http على هذا الجهاز، مثل http://127.0.0.1:11434/v1، أو https على جهاز آخر، من دون اسم أو كلمة سر فيه.',
  },
  'reader.consent': {
    en: '{host} is another machine. Nothing was sent. If the owner of the case wants the text of these files sent there, say: --consent "{phrase}".',
    ar: '{host} جهاز آخر. لم يُرسل شيء. إن أراد صاحب الملف إرسال نص هذه الملفات إليه فقل: --consent "{phrase}".',
  },
  'reader.none': {
    en: 'No second reader is named. The owner names one when the case is served: sanad serve CASE --endpoint ADDRESS.',
    ar: 'لم يُسمَّ قارئ ثانٍ. يسمّيه صاحب الملف عند التشغيل: sanad serve CASE --endpoint ADDRESS.',
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
} as const satisfies Catalogue;
