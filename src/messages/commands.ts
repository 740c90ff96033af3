import type { Catalogue } from './catalogue.ts';
import { estimateCommands } from './estimate-commands.ts';
import { fileCommandMessages } from './file-commands.ts';
import { keyCommands } from './key-commands.ts';
import { proofCommands } from './proof-commands.ts';

/** What the command `sanad` says. */
export const commandMessages = {
  about: {
    en: 'One sourced record of what is known about detained and missing people: who says so, on which list, in whose words.',
    ar: 'سجل واحد موثّق المصدر لما يُعرف عن المعتقلين والمفقودين: من قال ذلك، وفي أي قائمة، وبأي كلمات.',
  },
  'option.json': { en: 'the answer as JSON on standard output', ar: 'الجواب بصيغة JSON على الخرج القياسي' },
  'option.quiet': { en: 'say nothing unless something is wrong', ar: 'لا تقل شيئًا ما لم يقع خطأ' },
  'option.language': {
    en: 'language of messages: ar or en (else that of the system)',
    ar: 'لغة الرسائل: ar أو en (وإلا فلغة النظام)',
  },
  'option.by': {
    en: 'who does this, as it will stand in the ledger (else the user’s name)',
    ar: 'من يقوم بهذا كما سيظهر في السجل (وإلا فاسم المستخدم)',
  },
  'option.help': { en: 'what a command does, with examples', ar: 'ما يفعله الأمر مع أمثلة' },
  'option.version': { en: 'which version this is', ar: 'رقم الإصدار' },
  'title.usage': { en: 'Usage:', ar: 'الاستعمال:' },
  'title.arguments': { en: 'Arguments:', ar: 'المعطيات:' },
  'title.options': { en: 'Options:', ar: 'الخيارات:' },
  'title.commands': { en: 'Commands:', ar: 'الأوامر:' },
  'argument.backup': { en: 'the backup file', ar: 'ملف النسخة الاحتياطية' },
  'argument.name': { en: 'a name, or what is remembered of it', ar: 'اسم أو ما يُذكر منه' },
  'names.queries': { en: 'the names that are looked for', ar: 'الأسماء المبحوث عنها' },
  'names.candidates': { en: 'the names to choose from', ar: 'الأسماء التي يُختار منها' },
  examples: { en: 'Examples:', ar: 'أمثلة:' },
  'argument.case': { en: 'the case folder', ar: 'مجلد القضية' },
  'argument.paths': { en: 'files and folders', ar: 'ملفات ومجلدات' },

  'init.about': {
    en: 'make a case folder, sealed under a passphrase',
    ar: 'أنشئ مجلد قضية مختومًا بعبارة سر',
  },
  'init.unsealed': {
    en: 'no passphrase: only for a case that holds nothing private',
    ar: 'بلا عبارة سر: فقط لقضية لا تحوي شيئًا خاصًا',
  },
  'init.name': { en: 'a name for the case', ar: 'اسم للقضية' },
  'init.done': { en: 'Made the case {folder}.', ar: 'أُنشئت القضية {folder}.' },
  'init.unsealed-warning': {
    en: 'It is not sealed: anyone who holds the disk can read it.',
    ar: 'هي غير مختومة: كل من يحوز القرص يستطيع قراءتها.',
  },
  'passphrase.new': {
    en: 'New passphrase (keep it safe: without it nobody can open the case): ',
    ar: 'عبارة سر جديدة (احفظها: من دونها لا يستطيع أحد فتح القضية): ',
  },
  'passphrase.again': { en: 'The same once more: ', ar: 'أعدها مرة ثانية: ' },
  'passphrase.differ': { en: 'The two differ. Start again.', ar: 'العبارتان مختلفتان. ابدأ من جديد.' },
  'passphrase.ask': { en: 'Passphrase: ', ar: 'عبارة السر: ' },

  'add.about': {
    en: 'read files and folders into a case; the same bytes twice are one item',
    ar: 'اقرأ ملفات ومجلدات إلى القضية؛ البايتات نفسها مرتين عنصر واحد',
  },
  'add.dry-run': {
    en: 'show what would go in and every bad row; change nothing',
    ar: 'اعرض ما سيدخل وكل سطر معيب من دون تغيير شيء',
  },
  'add.fields': {
    en: 'which column holds what, as JSON: file name → column → property',
    ar: 'أي عمود يحوي ماذا، بصيغة JSON: اسم الملف ← العمود ← الحقل',
  },
  'add.progress': { en: 'reading {file}', ar: 'قراءة {file}' },
  'add.list': {
    en: '{file}: list, {rows, plural, one {# row} other {# rows}}',
    ar: '{file}: قائمة، {rows, plural, zero {بلا سطور} one {سطر واحد} two {سطران} few {# سطور} many {# سطرًا} other {# سطر}}',
  },
  'add.report': {
    en: '{file}: report, {statements, plural, one {# statement} other {# statements}}',
    ar: '{file}: تقرير، {statements, plural, zero {بلا أقوال} one {قول واحد} two {قولان} few {# أقوال} many {# قولًا} other {# قول}}',
  },
  'add.unread': { en: '{file}: kept as received', ar: '{file}: حُفظ كما ورد' },
  'add.held': { en: '{file}: already in the case', ar: '{file}: موجود في القضية' },
  'add.more-rows': { en: '… the same in rows {rows}', ar: '… ومثله في السطور {rows}' },
  'add.sum': {
    en: '{added, plural, =0 {Nothing new} one {# item added} other {# items added}}; {held, plural, =0 {none} other {#}} already held; {refused, plural, =0 {nothing refused} one {# thing refused} other {# things refused}}.',
    ar: '{added, plural, zero {لا جديد} one {أضيف عنصر واحد} two {أضيف عنصران} few {أضيفت # عناصر} many {أضيف # عنصرًا} other {أضيف # عنصر}}؛ موجود مسبقًا: {held, number}؛ مرفوض: {refused, number}.',
  },
  'add.dry-sum': {
    en: 'Dry run: {added, plural, =0 {nothing} one {# item} other {# items}} would be added; {held, number} already held; {refused, plural, =0 {nothing refused} one {# thing refused} other {# things refused}}. Nothing was changed.',
    ar: 'تجربة: سيُضاف {added, plural, zero {لا شيء} one {عنصر واحد} two {عنصران} few {# عناصر} many {# عنصرًا} other {# عنصر}}؛ موجود مسبقًا: {held, number}؛ مرفوض: {refused, number}. لم يتغيّر شيء.',
  },

  'read.about': { en: 'what reports say, without a case', ar: 'ما تقوله التقارير، من دون قضية' },
  'read.endpoint': {
    en: 'also ask a second reader at this OpenAI-compatible address; it only proposes (key: SANAD_READER_KEY)',
    ar: 'اسأل أيضًا قارئًا ثانيًا على هذا العنوان المتوافق مع OpenAI؛ يقترح فقط (المفتاح: SANAD_READER_KEY)',
  },
  'read.model': { en: 'the model that the second reader runs', ar: 'النموذج الذي يشغّله القارئ الثاني' },
  'read.consent': {
    en: 'the words that let text leave this machine, for an address elsewhere',
    ar: 'العبارة التي تسمح بخروج النص من هذا الجهاز، لعنوان على جهاز آخر',
  },
  'read.sends': {
    en: 'The whole text of {count, plural, one {one report} other {# reports}} goes to {host}, which {where, select, elsewhere {is another machine} other {is this machine}}.',
    ar: 'يُرسل النص الكامل {count, plural, one {لتقرير واحد} two {لتقريرين} few {لـ# تقارير} many {لـ# تقريرًا} other {لـ# تقرير}} إلى {host}، وهو {where, select, elsewhere {جهاز آخر} other {هذا الجهاز}}.',
  },
  'read.proposed': {
    en: '  ┄ suggested by {model}, read by nobody: {kept}; dropped because the words do not stand there: {dropped}; parts without an answer: {unanswered}',
    ar: '  ┄ اقتراح من {model} لم يقرأه أحد: {kept}؛ أُسقط لأن كلماته ليست في النص: {dropped}؛ أجزاء بلا جواب: {unanswered}',
  },
  'claims.about': { en: 'what is claimed, by how many voices', ar: 'ما يُدّعى، وبكم صوتًا' },
  'claims.line': {
    en: '{mentions, plural, one {# mention} other {# mentions}} · {voices, plural, =0 {no voice} one {# voice} other {# voices}}',
    ar: '{mentions, plural, one {ذكر واحد} two {ذكران} few {# مرات} many {# مرة} other {# مرة}} · {voices, plural, zero {بلا صوت} one {صوت واحد} two {صوتان} few {# أصوات} many {# صوتًا} other {# صوت}}',
  },
  'claims.denied': { en: 'denied', ar: 'منفي' },
  'claims.none': {
    en: 'No claims yet: add reports with sanad add.',
    ar: 'لا أقوال بعد: أضف تقارير بالأمر sanad add.',
  },
  'find.about': {
    en: 'is this person on any list? a name in any script, half remembered',
    ar: 'هل هذا الشخص في أي قائمة؟ اسم بأي حروف ولو ناقصًا',
  },
  'find.top': { en: 'how many answers', ar: 'عدد الأجوبة' },
  'find.none': {
    en: 'Nobody by that name on the lists of this case. That is not proof of absence: lists are incomplete.',
    ar: 'لا أحد بهذا الاسم في قوائم هذه القضية. هذا ليس دليلًا على الغياب: القوائم ناقصة.',
  },
  'find.row': { en: '{list}, row {row}: {name}', ar: '{list}، السطر {row}: {name}' },
  'find.verdict.same': { en: 'the same person', ar: 'الشخص نفسه' },
  'find.verdict.possible': { en: 'possible', ar: 'محتمل' },
  'find.verdict.different': { en: 'not enough to say', ar: 'لا يكفي للحكم' },
  'names.about': { en: 'compare and rank names across scripts', ar: 'قارن الأسماء ورتّبها عبر الكتابات' },
  'names.rank': {
    en: 'the best candidates for each query, one name a line in each file',
    ar: 'أفضل المرشحين لكل استعلام، اسم في كل سطر من كل ملف',
  },
  'names.compare': { en: 'compare two names part by part', ar: 'قارن اسمين جزءًا بجزء' },
  'names.verdict.same': { en: 'the same name', ar: 'الاسم نفسه' },
  'names.verdict.possible': { en: 'possibly the same name', ar: 'قد يكون الاسم نفسه' },
  'names.verdict.different': { en: 'different names', ar: 'اسمان مختلفان' },
  'site.about': { en: 'places that are searched', ar: 'أماكن يجري البحث فيها' },
  'site.add': {
    en: 'adds what was written down elsewhere about a site: floors, sectors, leads, searches',
    ar: 'يضيف ما كُتب في مكان آخر عن موقع: طوابق وقطاعات وإفادات وعمليات بحث',
  },
  'argument.site-entries': { en: 'entries as JSON', ar: 'القيود بصيغة JSON' },
  'site.statement': {
    en: 'writes the published statements as pages that any host can show',
    ar: 'يكتب البيانات المنشورة صفحاتٍ يمكن لأي خادم عرضها',
  },
  'site.statement-only': { en: 'this statement alone', ar: 'هذا البيان وحده' },
  'argument.statement-folder': { en: 'folder to write them into', ar: 'المجلد الذي تُكتب فيه' },
  'site.added': {
    en: '{kept} entries kept; {known} already held; {refused} refused.',
    ar: 'حُفظ {kept} قيد؛ {known} محفوظ من قبل؛ رُفض {refused}.',
  },
  'plan.about': {
    en: 'where to search next: the efforts that make finding most likely',
    ar: 'أين يُبحث بعد ذلك: توزيع الجهد الذي يجعل العثور أرجح',
  },
  'argument.plan': {
    en: 'cells with their chances, resources with their effort, as JSON',
    ar: 'القطاعات باحتمالاتها والموارد بجهدها، بصيغة JSON',
  },
  'plan.row': {
    en: '{cell}: {effort} of {resource}',
    ar: '{cell}: {effort} من {resource}',
  },
  'plan.nothing': {
    en: 'No effort given can find anything.',
    ar: 'لا يمكن لأي جهد معطى أن يعثر على شيء.',
  },
  'plan.success': {
    en: 'Chance of finding: {success}. If nothing is found, the chance that it is elsewhere or does not exist becomes {elsewhere}.',
    ar: 'احتمال العثور: {success}. وإن لم يُعثر على شيء صار احتمال أن يكون في مكان آخر أو ألّا يكون موجودًا {elsewhere}.',
  },
  'plan.worth': {
    en: 'One more unit of {resource} would add {chance}.',
    ar: 'وحدة إضافية من {resource} تضيف {chance}.',
  },
  'plan.weights': {
    en: 'The probabilities add up to {total}, not to 1: they are taken as weights, and the chance of finding is told in the same units.',
    ar: 'مجموع الاحتمالات {total} وليس 1: تُعامل معاملة الأوزان، ويُذكر احتمال العثور بالوحدات نفسها.',
  },
  'link.about': {
    en: 'which rows of these lists are one person; no case, no labels needed',
    ar: 'أي سطور هذه القوائم لشخص واحد؛ بلا قضية وبلا وسوم',
  },
  'link.out': { en: 'where to write list,row,person', ar: 'أين تُكتب القائمة والسطر والشخص' },
  'link.pairs': { en: 'where to write every pair with its probability', ar: 'أين يُكتب كل زوج مع احتماله' },
  'link.progress': { en: 'linking', ar: 'ربط السطور' },
  'link.done': {
    en: '{rows, plural, one {one row} other {# rows}}, {persons, plural, one {one person} other {# persons}}, {possible, plural, =0 {no possible pair} one {one possible pair} other {# possible pairs}} for a person to judge.',
    ar: '{rows, plural, one {سطر واحد} two {سطران} few {# أسطر} many {# سطرًا} other {# سطر}}، {persons, plural, one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}، {possible, plural, =0 {لا زوج محتمل} one {زوج محتمل واحد} two {زوجان محتملان} few {# أزواج محتملة} many {# زوجًا محتملًا} other {# زوج محتمل}} ليحكم فيها إنسان.',
  },
  'verify.about': {
    en: 'prove that nothing was changed or removed since it was received',
    ar: 'أثبت أن شيئًا لم يُغيَّر أو يُحذف منذ وروده',
  },
  'verify.ok': {
    en: 'Whole: {entries, plural, one {# entry} other {# entries}} and {files, plural, one {# file} other {# files}} are what was received.',
    ar: 'سليم: {entries, plural, one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} و{files, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}} كما وردت.',
  },
  'verify.faults': {
    en: '{faults, plural, one {# fault} other {# faults}} found:',
    ar: 'وُجد {faults, plural, one {خلل واحد} two {خللان} few {# مواضع خلل} many {# موضع خلل} other {# موضع خلل}}:',
  },
  'backup.about': {
    en: 'one file that holds the whole case, made while it is in use',
    ar: 'ملف واحد يحوي القضية كلها، يُصنع أثناء استعمالها',
  },
  'backup.done': { en: 'Wrote {file}.', ar: 'كُتب {file}.' },
  'restore.about': { en: 'make a case folder from a backup', ar: 'أنشئ مجلد قضية من نسخة احتياطية' },
  'restore.done': { en: 'Restored to {folder}, and verified.', ar: 'استُعيدت إلى {folder} وجرى التحقق منها.' },
  'serve.about': { en: 'the pages, on this machine alone', ar: 'الصفحات، على هذا الجهاز وحده' },
  'serve.port': { en: 'the port', ar: 'المنفذ' },
  'serve.proxy': {
    en: 'the name under which a proxy on this machine serves the pages with TLS',
    ar: 'الاسم الذي يقدّم به وسيط على هذا الجهاز الصفحات عبر TLS',
  },
  'serve.map': {
    en: 'a file of map tiles (PMTiles) to lie under the plans of sites; no other machine is asked',
    ar: 'ملف مربعات خريطة (PMTiles) يوضع تحت مخططات المواقع، ولا يُسأل أي جهاز آخر',
  },
  'serve.second-factor': {
    en: 'nothing opens to an account before it has a second factor',
    ar: 'لا يُفتح شيء لحساب قبل أن يفعّل خطوة تحقّق ثانية',
  },
  'serve.ready': { en: 'Sanad is at {url}', ar: 'سند على العنوان {url}' },
  'serve.stop': { en: 'Stop it with Ctrl-C.', ar: 'أوقفه بـ Ctrl-C.' },
  'serve.port-taken': {
    en: 'Port {port} is taken; using {used}.',
    ar: 'المنفذ {port} مشغول؛ استُعمل {used}.',
  },
  'serve.line': {
    en: 'where the public line is: its address, or its folder, whose page is then served here at /line/ too',
    ar: 'مكان الخط العام: عنوانه، أو مجلده فتُقدَّم صفحته هنا أيضًا عند ‎/line/',
  },
  'serve.talks': { en: 'Talks of the line: {url}', ar: 'محادثات الخط: {url}' },
  'line.about': {
    en: 'the public line: take sealed tips on a machine that cannot read them; keys and fetch for those who read',
    ar: 'الخط العام: استقبال رسائل مقفلة على جهاز لا يستطيع قراءتها؛ و keys و fetch لمن يقرأ',
  },
  'line.folder': { en: 'the folder of the line; made where there is none', ar: 'مجلد الخط؛ يُنشأ إن لم يوجد' },
  'line.keys': {
    en: 'file with the keepers’ public keys, one a line (sanad line keys)',
    ar: 'ملف فيه مفاتيح القرّاء العامة، مفتاح في كل سطر (sanad line keys)',
  },
  'line.host': {
    en: 'the address that listens (an onion service or a proxy with TLS stands in front)',
    ar: 'العنوان الذي يستمع (أمامه خدمة onion أو وسيط TLS)',
  },
  'line.ready': {
    en: 'The public line is at {url}, sealed to {keepers, plural, one {# keeper} other {# keepers}}.',
    ar: 'الخط العام على العنوان {url}، مقفل لـ{keepers, plural, one {قارئ واحد} two {قارئين} few {# قرّاء} many {# قارئًا} other {# قارئ}}.',
  },
  'line.serve.about': {
    en: 'serve the page that takes tips (the same as sanad line FOLDER)',
    ar: 'قدّم صفحة استقبال الرسائل (مثل sanad line FOLDER)',
  },
  'line.keys.about': {
    en: 'make a keeper’s key: the secret side stays in the case, the public side is printed for keepers.txt',
    ar: 'أنشئ مفتاح قارئ: يبقى السر في القضية ويُطبع المفتاح العام لملف keepers.txt',
  },
  'line.keys.list': {
    en: 'print the keys there are and make none',
    ar: 'اطبع المفاتيح الموجودة ولا تنشئ شيئًا',
  },
  'line.keys.made': {
    en: 'Put this line into the keepers’ file of the line.',
    ar: 'ضع هذا السطر في ملف القرّاء عند الخط.',
  },
  'line.fetch.about': {
    en: 'bring sealed tips into the case and the keepers’ answers to the line',
    ar: 'اجلب الرسائل المقفلة إلى القضية وأوصل أجوبة القرّاء إلى الخط',
  },
  'line.fetch.place': {
    en: 'the line’s address, its folder, or a copy of that folder',
    ar: 'عنوان الخط، أو مجلده، أو نسخة من ذلك المجلد',
  },
  'line.fetch.leave': {
    en: 'leave at the line what was fetched (else it is removed there)',
    ar: 'اترك عند الخط ما جُلب (وإلا أُزيل من هناك)',
  },
  'line.fetch.progress': { en: 'opening tips', ar: 'فتح الرسائل' },
  'line.fetch.done': {
    en: '{messages, plural, one {# message} other {# messages}} and {files, plural, one {# file} other {# files}} came in; {answers, plural, one {# answer} other {# answers}} delivered; {withdrawn, plural, one {# talk} other {# talks}} taken back by the sender; {unopened, plural, one {# deposit} other {# deposits}} could not be opened.',
    ar: 'رسائل جُلبت: {messages, number}، ملفات: {files, number}، أجوبة أُوصلت: {answers, number}، محادثات سحبها أصحابها: {withdrawn, number}، ودائع لم تُفتح: {unopened, number}.',
  },
  ...estimateCommands,
  ...proofCommands,
  ...fileCommandMessages,
  ...keyCommands,
  'progress.people': { en: 'comparing the rows of the lists', ar: 'مقارنة سطور القوائم' },
  'progress.claims': { en: 'gathering what the reports say', ar: 'جمع ما تقوله التقارير' },
} as const satisfies Catalogue;
