import type { Catalogue } from './catalogue.ts';

/** What the commands about files, custody and exchange say. */
export const fileCommandMessages = {
  'add.supersede': {
    en: 'a list that repeats an earlier one is taken as its newer version: nobody comes in twice',
    ar: 'القائمة التي تكرر قائمة سابقة تُعد نسخة أحدث منها: لا يدخل أحد مرتين',
  },
  'add.superseded': {
    en: 'Taken as a newer version of {file}: {same} rows the same, {changed} changed, {added} new, {gone} no longer there.',
    ar: 'عُدّت نسخة أحدث من {file}: {same} بلا تغيير، {changed} تغيرت، {added} جديدة، {gone} لم تعد فيها.',
  },
  'add.newer': {
    en: 'This seems to be a newer version of {file}: {same} rows the same, {changed} changed, {added} new, {gone} no longer there. They count beside each other now; say so on the page of lists, or use --supersede.',
    ar: 'تبدو نسخة أحدث من {file}: {same} بلا تغيير، {changed} تغيرت، {added} جديدة، {gone} لم تعد فيها. تُحتسبان الآن جنبًا إلى جنب؛ قل ذلك في صفحة القوائم، أو استعمل ‎--supersede.',
  },
  'look.counts': {
    en: '{staged, plural, one {# row ready} other {# rows ready}}, {bad} with a problem',
    ar: '{staged, plural, zero {لا سطر جاهز} one {سطر جاهز} two {سطران جاهزان} few {# أسطر جاهزة} many {# سطرًا جاهزًا} other {# سطر جاهز}}، و{bad} فيها مشكلة',
  },
  'look.version': {
    en: 'seems to be a newer version of {file}: {same} rows the same, {changed} changed, {added} new, {gone} no longer there',
    ar: 'تبدو نسخة أحدث من {file}: {same} بلا تغيير، {changed} تغيرت، {added} جديدة، {gone} لم تعد فيها',
  },
  'look.matches': {
    en: '{found} of {looked} rows looked up seem to speak of persons who are in the case',
    ar: 'من {looked} سطرًا جرى البحث عنها، يبدو أن {found} تتحدث عن أشخاص في القضية',
  },
  'same-name.about': {
    en: 'a spelling in reports means this name: their claims and places meet, and later reports are read so',
    ar: 'كتابةٌ في التقارير تعني هذا الاسم: فتلتقي ادعاءاتها وأماكنها، وتُقرأ التقارير اللاحقة على ذلك',
  },
  'same-name.written': { en: 'the name as reports write it', ar: 'الاسم كما تكتبه التقارير' },
  'same-name.name': { en: 'the name that it means', ar: 'الاسم المقصود' },
  'same-name.undo': { en: 'it means this name no longer', ar: 'لم يعد يعني هذا الاسم' },
  'same-name.done': { en: '“{written}” means “{name}”.', ar: '«{written}» تعني «{name}».' },
  'same-name.undone': {
    en: '“{written}” no longer means “{name}”.',
    ar: 'لم تعد «{written}» تعني «{name}».',
  },
  'withdraw.about': {
    en: 'an import no longer counts, with all its rows; the ledger keeps it',
    ar: 'لا تُحتسب قائمة أُدخلت، بكل أسطرها؛ ويحتفظ بها السجل',
  },
  'withdraw.item': { en: 'the item’s id, or its file’s name', ar: 'معرّف المدخل، أو اسم ملفه' },
  'withdraw.reason': { en: 'why', ar: 'السبب' },
  'withdraw.undo': { en: 'it counts again', ar: 'تعود تُحتسب' },
  'withdraw.done': {
    en: '{file} is withdrawn: none of its {rows} rows counts any more.',
    ar: 'سُحبت {file}: لم يعد أي من أسطرها ({rows}) يُحتسب.',
  },
  'withdraw.undone': { en: '{file} counts again.', ar: 'عادت {file} تُحتسب.' },
  'export.about': {
    en: 'write what may be read here into an open format, as a copy that others can check',
    ar: 'اكتب ما يجوز أن يُقرأ هنا في صيغة مفتوحة، نسخةً يستطيع غيرك التحقق منها',
  },
  'export.as': { en: 'the format: bagit', ar: 'الصيغة: bagit' },
  'export.out': { en: 'the folder to write; it must not exist', ar: 'المجلد الذي يُكتب؛ يجب ألا يكون موجودًا' },
  'export.clean': {
    en: 'pictures, films, PDF and office files leave without place, device, authors and other metadata; what cannot be cleaned is left out and named',
    ar: 'تخرج الصور والمقاطع وملفات PDF والملفات المكتبية بلا موقع ولا جهاز ولا مؤلف ولا بيانات وصفية أخرى؛ وما لا يمكن تنقيته يُترك ويُذكر',
  },
  'export.done': {
    en: '{items, plural, one {# file} other {# files}} written to {folder}. The ledger says so.',
    ar: 'كُتب {items, plural, zero {لا ملف} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}} في {folder}. ودُوّن ذلك في السجل.',
  },
  'known.about': {
    en: 'which files of a list of hashes are held here: the same bytes, or a picture that looks the same',
    ar: 'أي الملفات في قائمة بصمات محفوظ هنا: البايتات نفسها، أو صورة تبدو مثلها',
  },
  'known.set': {
    en: 'a list of MD5, SHA-1, SHA-256 or PDQ hashes: one a line, or a table',
    ar: 'قائمة بصمات MD5 أو SHA-1 أو SHA-256 أو PDQ: بصمة في كل سطر، أو جدول',
  },
  'known.pdq': {
    en: 'hashes with 64 digits are PDQ, not SHA-256',
    ar: 'البصمات ذات 64 خانة هي PDQ لا SHA-256',
  },
  'known.progress': { en: 'Reading {file}', ar: 'قراءة {file}' },
  'known.same': { en: '{file}: the same bytes ({by}) {label}', ar: '‏{file}: البايتات نفسها ({by}) {label}' },
  'known.like': {
    en: '{file}: looks the same, {apart} of 256 bits differ {label}',
    ar: '‏{file}: تبدو مثلها، يختلف {apart} من 256 بتًّا {label}',
  },
  'known.sum': {
    en: '{held, plural, one {# file is} other {# files are}} held, of {size, plural, one {# hash} other {# hashes}}.',
    ar: 'المحفوظ: {held, plural, zero {لا ملف} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}، من {size, plural, one {بصمة واحدة} two {بصمتين} few {# بصمات} many {# بصمة} other {# بصمة}}.',
  },
  'copy.about': {
    en: 'a copy of a picture, a film, a PDF or an office file that may be shown: without authors, places, devices, comments; kept beside its original',
    ar: 'نسخة للعرض من صورة أو مقطع أو ملف PDF أو ملف مكتبي: بلا مؤلفين ولا مواقع ولا أجهزة ولا تعليقات، تُحفظ إلى جانب أصلها',
  },
  'copy.anew': {
    en: 'draw a picture anew instead of taking its points over',
    ar: 'ارسم الصورة من جديد بدل أخذ نقاطها كما هي',
  },
  'copy.reason': { en: 'what the copy is for', ar: 'لِمَ النسخة' },
  'copy.done': { en: '{item} {file}', ar: '{item} {file}' },
  'capture.about': {
    en: 'a saved web page (WARC, WACZ, MHTML): shows what was asked for, when and with which answer, and checks its hashes',
    ar: 'صفحة ويب محفوظة (WARC أو WACZ أو MHTML): يعرض ما طُلب ومتى وبأي جواب، ويتحقق من بصماتها',
  },
  'capture.item': { en: 'the saved page: its id here', ar: 'الصفحة المحفوظة: معرّفها هنا' },
  'capture.take': {
    en: 'take pages, pictures and PDF out of it as items that point to it',
    ar: 'استخرج منها الصفحات والصور وملفات PDF موادَّ تشير إليها',
  },
  'capture.line': {
    en: '{at} {status} {mediaType} {url} (hash: {digest})',
    ar: '{at} {status} {mediaType} {url} (البصمة: {digest})',
  },
  'capture.wrong': { en: 'Does not fit: {what}', ar: 'لا يطابق: {what}' },
  'capture.signed': {
    en: 'Signature {state}; key {key}. Whoever has that key signed these bytes; who that is, and when, it does not prove.',
    ar: 'التوقيع: {state}؛ المفتاح {key}. من يملك هذا المفتاح وقّع هذه البايتات؛ أما من هو ومتى فلا يثبته ذلك.',
  },
  'capture.picture': {
    en: 'the picture of the whole page: its id here',
    ar: 'صورة الصفحة كاملة: معرّفها هنا',
  },
  'capture.source': { en: 'the page’s source: its id here', ar: 'مصدر الصفحة: معرّفه هنا' },
  'capture.media': { en: 'something shown in the page: its id here', ar: 'شيء ظهر في الصفحة: معرّفه هنا' },
  'capture.address': {
    en: 'the page’s address; with it the files are written down as one capture',
    ar: 'عنوان الصفحة؛ وبه تُدوَّن الملفات التقاطًا واحدًا',
  },
  'capture.captured': { en: 'when it was captured', ar: 'متى التُقطت' },
  'capture.published': { en: 'when it was published, as the page says', ar: 'متى نُشرت، كما تقول الصفحة' },
  'capture.collector': { en: 'who captured it', ar: 'من التقطها' },
  'capture.how': {
    en: 'with which program, from which network, under which account',
    ar: 'بأي برنامج، ومن أي شبكة، وبأي حساب',
  },
  'capture.joined': {
    en: '{parts, plural, one {# file is} other {# files are}} one capture of {address}: entry {entry}.',
    ar: '{parts, plural, one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}} التقاط واحد لـ {address}: القيد {entry}.',
  },
  'capture.sum': {
    en: '{parts, plural, one {# answer} other {# answers}}, {taken} taken out, {wrong} that do not fit.',
    ar: '{parts, plural, one {جواب واحد} two {جوابان} few {# أجوبة} many {# جوابًا} other {# جواب}}، استُخرج منها {taken}، ولا يطابق {wrong}.',
  },
  'custody.about': {
    en: 'who held a file, from whom and since when: shows the chain, or adds a link to it',
    ar: 'من حاز الملف، وممن، ومنذ متى: يعرض السلسلة أو يضيف إليها حلقة',
  },
  'custody.item': { en: 'the file: its id here', ar: 'الملف: معرّفه هنا' },
  'custody.step': {
    en: 'what happened: acquired, transferred, copied, returned, corrected',
    ar: 'ما حدث: acquired (حيازة)، transferred (تسليم)، copied (نسخ)، returned (إعادة)، corrected (تصحيح)',
  },
  'custody.from': { en: 'who held it before', ar: 'من حازه من قبل' },
  'custody.to': { en: 'who holds it from then on', ar: 'من يحوزه منذئذ' },
  'custody.when': { en: 'when, as far as known: 2024-12-08', ar: 'متى، بقدر ما يُعرف: 2024-12-08' },
  'custody.place': { en: 'where', ar: 'أين' },
  'custody.how': { en: 'how it was acquired or handed over', ar: 'كيف جرت الحيازة أو التسليم' },
  'custody.consent': { en: 'what the giver agreed to', ar: 'ما وافق عليه المعطي' },
  'custody.conditions': { en: 'what may be done with it and what not', ar: 'ما يجوز فعله به وما لا يجوز' },
  'custody.address': { en: 'of a saved page: its address', ar: 'لصفحة محفوظة: عنوانها' },
  'custody.line': { en: '{at}  {what}  {from} → {to}  {by}', ar: '{at}  {what}  {from} ← {to}  {by}' },
} as const satisfies Catalogue;
