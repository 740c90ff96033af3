import type { Catalogue } from './catalogue.ts';
import { claimMessages } from './claim-pages.ts';
import { fileMessages } from './files.ts';
import { itemMessages } from './item-pages.ts';
import { measureMessages } from './measures.ts';
import { personMessages } from './person-pages.ts';
import { vocabularyWords } from './vocabulary.ts';

/** What the pages say. Keys are the page's part, then what is said. */
export const pageMessages = {
  // every page
  'shell.name': { en: 'Sanad', ar: 'سند' },
  'shell.home': { en: 'Sanad: to the case', ar: 'سند: إلى القضية' },
  'shell.skip': { en: 'Skip to the content', ar: 'انتقل إلى المحتوى' },
  'shell.no-script': {
    en: 'These pages need JavaScript. The command “sanad” gives the same answers without it.',
    ar: 'تحتاج هذه الصفحات إلى جافاسكربت. والأمر ‏sanad‏ يعطي الأجوبة نفسها من دونه.',
  },
  'nav.label': { en: 'Main', ar: 'الرئيسية' },
  'nav.case': { en: 'Case', ar: 'القضية' },
  'nav.claims': { en: 'Claims', ar: 'الأقوال' },
  'nav.figures': { en: 'Figures', ar: 'الأعداد' },
  'nav.people': { en: 'People', ar: 'الأشخاص' },
  'nav.lists': { en: 'Lists', ar: 'القوائم' },
  'nav.items': { en: 'Items', ar: 'الملفات' },
  'nav.requests': { en: 'Families', ar: 'العائلات' },
  'nav.remains': { en: 'Remains', ar: 'الرفات' },
  'nav.sites': { en: 'Sites', ar: 'المواقع' },
  'footer.checkpoint': {
    en: 'checkpoint of {entries, plural, one {# entry} other {# entries}}, {root}',
    ar: 'نقطة تحقق: {entries, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، {root}',
  },
  'footer.print': { en: 'Print', ar: 'طباعة' },
  'footer.keys': { en: 'Keys', ar: 'المفاتيح' },
  'footer.digits-latin': { en: 'Digits {sample}', ar: 'الأرقام {sample}' },
  'footer.digits-arabic': { en: 'Digits {sample}', ar: 'الأرقام {sample}' },
  'keys.title': { en: 'Keys', ar: 'المفاتيح' },
  'keys.find': { en: 'find a name', ar: 'البحث عن اسم' },
  'keys.move': { en: 'next and previous entry of a list', ar: 'المدخل التالي والسابق في القائمة' },
  'keys.open': { en: 'open the entry', ar: 'فتح المدخل' },
  'keys.close': { en: 'close what is open', ar: 'إغلاق ما هو مفتوح' },
  'keys.help': { en: 'this help', ar: 'هذه المساعدة' },
  'keys.done': { en: 'Close', ar: 'إغلاق' },
  'said.close': { en: 'Close', ar: 'إغلاق' },
  'state.loading': { en: 'Loading…', ar: 'جارٍ التحميل…' },
  'state.suggested': { en: 'suggested', ar: 'مقترَح' },
  'state.deriving-people': {
    en: 'Comparing the names on all lists: {share} done. The counts of persons follow.',
    ar: 'تجري مقارنة الأسماء في كل القوائم: أُنجز {share}. ثم تظهر أعداد الأشخاص.',
  },
  'state.deriving-claims': {
    en: 'Reading the reports: {share} done. The claims follow.',
    ar: 'تجري قراءة التقارير: أُنجز {share}. ثم تظهر الأقوال.',
  },
  'fault.title': { en: 'This did not work.', ar: 'لم ينجح ذلك.' },
  'fault.unreachable': {
    en: 'Sanad does not answer. Everything that was acknowledged is kept. Check that “sanad serve” is running, then try again.',
    ar: 'سند لا يجيب. كل ما جرى تأكيده محفوظ. تحقّق من أن ‏sanad serve‏ يعمل ثم أعد المحاولة.',
  },
  'fault.again': { en: 'Try again', ar: 'أعد المحاولة' },
  'not-found.title': { en: 'There is no such page', ar: 'لا توجد صفحة كهذه' },
  'not-found.text': {
    en: 'The address may be cut short, or the file behind it was withdrawn.',
    ar: 'قد يكون العنوان مبتورًا، أو سُحب الملف الذي وراءه.',
  },
  'not-found.home': { en: 'To the case', ar: 'إلى القضية' },
  'broken.title': { en: 'This page cannot be shown', ar: 'تعذّر عرض هذه الصفحة' },
  'broken.text': {
    en: 'Sanad may have been renewed while the page was open, or stopped. Everything that was acknowledged is kept. Load the page again.',
    ar: 'ربما جُدّد سند والصفحة مفتوحة، أو توقّف. كل ما جرى تأكيده محفوظ. أعد تحميل الصفحة.',
  },
  'broken.again': { en: 'Load again', ar: 'أعد التحميل' },
  'pager.label': { en: 'Pages', ar: 'الصفحات' },
  'pager.first': { en: 'First', ar: 'الأولى' },
  'pager.previous': { en: 'Previous', ar: 'السابقة' },
  'pager.next': { en: 'Next', ar: 'التالية' },
  'pager.last': { en: 'Last', ar: 'الأخيرة' },
  'pager.where': { en: '{from}–{to} of {total}', ar: '{from}–{to} من {total}' },
  'date.about': { en: 'about {date}', ar: 'نحو {date}' },
  'written.hidden-sign': {
    en: 'An invisible sign ({sign}) stands here in the source. It is shown and has no effect.',
    ar: 'في الأصل هنا علامة غير مرئية ({sign}). تُعرض ولا أثر لها.',
  },
  'place.row': { en: 'row {row}', ar: 'السطر {row}' },
  'place.line': { en: 'line {line}', ar: 'السطر {line} من الملف' },
  'place.list-row': { en: '{list}, row {row}', ar: '{list}، السطر {row}' },
  'name.other-script': { en: 'as on another list', ar: 'كما في قائمة أخرى' },

  'nav.erasures': { en: 'Erasures', ar: 'المحو' },
  'erase.link': { en: 'Erase …', ar: 'امحُ …' },
  'nav.access': { en: 'Who looked', ar: 'من اطّلع' },
  'nav.accounts': { en: 'Accounts', ar: 'الحسابات' },
  'nav.account': { en: '{name} (account)', ar: '{name} (الحساب)' },
  'nav.leave': { en: 'Sign out', ar: 'خروج' },
  'account.title': { en: 'Your account', ar: 'حسابك' },
  'idle.soon': {
    en: 'Nobody has used this page for a while. It locks in a minute.',
    ar: 'لم تُستعمل هذه الصفحة منذ مدة. تُقفل بعد دقيقة.',
  },
  'idle.stay': { en: 'Keep it open', ar: 'أبقها مفتوحة' },
  'actor.colleague': { en: 'a colleague', ar: 'أحد الزملاء' },
  'cell.hidden': { en: 'not for your role', ar: 'ليس لدورك' },
  'nothing-here.title': {
    en: 'Nothing of this case is for this role',
    ar: 'ليس في هذه القضية ما يخص هذا الدور',
  },
  'nothing-here.text': {
    en: 'Your account holds no keys of persons, lists or reports. What it does open stands below.',
    ar: 'لا يملك حسابك مفاتيح أشخاص ولا قوائم ولا تقارير. وما يفتحه تجده أدناه.',
  },
  'accounts.first-link': { en: 'Make the first account', ar: 'أنشئ أول حساب' },
  'access.link': { en: 'Who looked at this person', ar: 'من اطّلع على هذا الشخص' },
  'nav.talks': { en: 'Talks', ar: 'المحادثات' },
  'proof.open': { en: 'The proof, to hand over', ar: 'البرهان، لتسليمه' },
  'proof.witnesses': { en: 'Who else saw this ledger', ar: 'من رأى هذا الدفتر غيرنا' },
  // the case
  'case.counts': {
    en: '{reports} and {lists} with {rows}: {persons}, {claims}.',
    ar: '{reports} و{lists} فيها {rows}: {persons}، {claims}.',
  },
  'case.empty': { en: 'Nothing has been received yet.', ar: 'لم يُستلم شيء بعد.' },
  'case.empty-how': {
    en: 'Here you will see what is new, what needs a person, and which claims rest on one voice. Add reports and lists of names under {items}, or with the command “sanad add”.',
    ar: 'هنا ترى الجديد، وما يحتاج إلى إنسان، والأقوال التي ترجع إلى صوت واحد. أضف تقارير وقوائم أسماء من صفحة {items}، أو بالأمر ‏sanad add‏.',
  },
  'case.telling': { en: 'Often said, by how many?', ar: 'يتكرر كثيرًا، فكم قائلًا له؟' },
  'case.telling-note': {
    en: 'Every claim is followed back to who said it first. Reports that carry one voice are joined by a line.',
    ar: 'يُتتبَّع كل قول إلى أول من قاله. والتقارير التي تنقل صوتًا واحدًا يصل بينها خط.',
  },
  'case.attention': { en: 'Needs a person', ar: 'يحتاج إلى إنسان' },
  'attention.none': { en: 'Nothing is waiting.', ar: 'لا شيء ينتظر.' },
  'attention.possible-links': {
    en: '{count, plural, one {pair of records that may be one person} other {pairs of records that may be one person}}',
    ar: '{count, plural, one {زوج سجلات قد يكون لشخص واحد} two {زوجا سجلات قد يكون كل منهما لشخص واحد} few {أزواج سجلات قد يكون كل منها لشخص واحد} other {زوج سجلات قد يكون كل منها لشخص واحد}}',
  },
  'attention.conflicts': {
    en: '{count, plural, one {person on whom the lists disagree} other {persons on whom the lists disagree}}',
    ar: '{count, plural, one {شخص تختلف فيه القوائم} two {شخصان تختلف فيهما القوائم} few {أشخاص تختلف فيهم القوائم} other {شخصًا تختلف فيهم القوائم}}',
  },
  'attention.contradicted': {
    en: '{count, plural, one {claim that is contradicted or denied} other {claims that are contradicted or denied}}',
    ar: '{count, plural, one {قول ينقضه غيره أو يُنفى} two {قولان ينقضهما غيرهما أو يُنفيان} few {أقوال ينقضها غيرها أو تُنفى} other {قولًا ينقضه غيره أو يُنفى}}',
  },
  'attention.problems': {
    en: '{count, plural, one {place in a file that could not be read as it stands} other {places in files that could not be read as they stand}}',
    ar: '{count, plural, one {موضع في ملف تعذّرت قراءته كما هو} two {موضعان في الملفات تعذّرت قراءتهما كما هما} few {مواضع في الملفات تعذّرت قراءتها كما هي} other {موضعًا في الملفات تعذّرت قراءتها كما هي}}',
  },
  'case.newest': { en: 'Newest', ar: 'الأحدث' },
  'case.since': { en: 'You were last here on {date}.', ar: 'كنت هنا آخر مرة في {date}.' },
  'case.new': { en: 'new', ar: 'جديد' },
  'case.timeline': { en: 'The line of time', ar: 'خط الزمن' },
  'timeline.empty': {
    en: 'Days will stand here as soon as a report or a list names one.',
    ar: 'تظهر الأيام هنا متى ذكر تقريرٌ أو قائمةٌ يومًا.',
  },
  'timeline.report': { en: 'report', ar: 'تقرير' },
  'timeline.list': { en: 'list', ar: 'قائمة' },
  'timeline.decision': { en: 'decision', ar: 'قرار' },
  'timeline.rows': {
    en: '{what}, {count, plural, one {# row} other {# rows}}:',
    ar: '{what}، {count, plural, zero {لا أسطر} one {سطر واحد} two {سطران} few {# أسطر} many {# سطرًا} other {# سطر}}:',
  },
  'timeline.rest': {
    en: '{count, plural, one {and one more} other {and # more}}',
    ar: '{count, plural, one {وواحد غيره} two {واثنان غيره} few {و# غيره} other {و# غيره}}',
  },
  'timeline.earlier': {
    en: '{count, plural, one {Show one earlier day} other {Show # earlier days}}',
    ar: '{count, plural, one {أظهر يومًا أسبق} two {أظهر يومين أسبق} few {أظهر # أيام أسبق} other {أظهر # يومًا أسبق}}',
  },
  'checkpoint.title': { en: 'Is it what was received?', ar: 'أهذا ما استُلم حقًا؟' },
  'checkpoint.note': {
    en: 'Every file and every entry stands in a hash tree. Note the checkpoint down: whoever has it can prove later that nothing was changed or removed.',
    ar: 'كل ملف وكل قيد داخل شجرة بصمات. دوّن نقطة التحقق: من يملكها يستطيع أن يثبت لاحقًا أن شيئًا لم يُغيَّر ولم يُحذف.',
  },
  'checkpoint.line': {
    en: 'Checkpoint: {entries, plural, one {# entry} other {# entries}}, {root}',
    ar: 'نقطة التحقق: {entries, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}، {root}',
  },
  'checkpoint.check': { en: 'Check the whole case', ar: 'تحقّق من القضية كلها' },
  'checkpoint.running': { en: 'Checking…', ar: 'جارٍ التحقق…' },
  'checkpoint.witnesses': {
    en: '{looked, plural, =0 {No witness} one {# witness} other {# witnesses}} looked at anew{closed, plural, =0 {} other {, {closed, number} not open to you}}.',
    ar: '{looked, plural, =0 {لا شاهد} one {شاهد واحد} two {شاهدان} few {# شهود} many {# شاهدًا} other {# شاهد}} فُحص من جديد{closed, plural, =0 {} other {، و{closed, number} غير مفتوح لك}}.',
  },
  'checkpoint.sound': {
    en: 'Nothing was changed or removed: {entries, plural, one {# entry} other {# entries}} and {files, plural, one {# file} other {# files}} checked.',
    ar: 'لم يُغيَّر شيء ولم يُحذف: فُحص {entries, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} و{files, plural, zero {لا ملفات} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}.',
  },
  'checkpoint.broken': {
    en: '{count, plural, one {One thing does not hold} other {# things do not hold}}. Make no changes here; restore from a backup and compare.',
    ar: '{count, plural, one {أمر واحد لا يستقيم} two {أمران لا يستقيمان} few {# أمور لا تستقيم} other {# أمرًا لا تستقيم}}. لا تغيّر شيئًا هنا؛ استعد نسخة احتياطية وقارن.',
  },

  ...claimMessages,
  ...itemMessages,
  ...personMessages,
  ...vocabularyWords,
  ...measureMessages,
  ...fileMessages,
} as const satisfies Catalogue;
