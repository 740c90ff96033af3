import type { Catalogue } from './catalogue.ts';
import { lineFamilyMessages } from './line-family.ts';

/**
 * The public line's own page. Plain words: whoever reads them may be afraid and in a hurry. Sentences that the page's
 * script fills (`{…}`) are filled without MessageFormat, to keep the page small.
 */
export const lineMessages = {
  ...lineFamilyMessages,
  title: { ar: 'أخبرنا بما تعرفه', en: 'Tell us what you know' },
  'title.named': { ar: 'أخبر {name} بما تعرفه', en: 'Tell {name} what you know' },
  'other-language': { ar: 'English', en: 'العربية' },
  leave: { ar: 'اخرج الآن', en: 'Leave now' },
  'leave.left': { ar: 'أُغلقت الصفحة.', en: 'The page is closed.' },
  lead: {
    ar: 'إن كنت محتجزًا هناك، أو حارسًا، أو رأيت شيئًا أو عندك ورقة أو صورة: اكتب لنا. لا حساب ولا اسم. ما تكتبه يُقفل على جهازك أنت، ولا يفتحه إلا من يقرأ الرسائل عندنا.',
    en: 'If you were held there, guarded it, saw something, or have a paper or a picture: write to us. No account, no name. What you write is locked on your own device, and only those who read the messages can open it.',
  },
  write: { ar: 'اكتب', en: 'Write' },
  return: { ar: 'عندي رمز', en: 'I have a code' },
  full: {
    ar: 'الخط ممتلئ الآن ولا يستقبل رسائل جديدة. جرّب بعد ساعة، أو خذ طريقًا آخر من الطرق أدناه. من عنده رمز يستطيع قراءة الأجوبة.',
    en: 'The line is full and takes no new messages at the moment. Try again in an hour, or take one of the other ways below. Whoever has a code can still read answers.',
  },
  'no-script': {
    ar: 'الكتابة هنا تحتاج إلى جافاسكربت، لأن القفل يُصنع على جهازك قبل الإرسال. من دونه لا نستقبل شيئًا، كي لا يصل إلينا نص مكشوف. شغّله لهذه الصفحة وحدها، أو خذ طريقًا آخر من الطرق أدناه.',
    en: 'Writing here needs JavaScript, because the lock is made on your device before anything is sent. Without it we take nothing, so that no open text ever reaches us. Allow it for this page alone, or take one of the other ways below.',
  },
  'no-secure': {
    ar: 'هذا الاتصال غير محمي، ومن على الطريق يستطيع تبديل الصفحة. لا تكتب هنا. افتح العنوان الذي يبدأ بـ https أو ينتهي بـ onion.',
    en: 'This connection is not protected: whoever stands in between could change the page. Do not write here. Open the address that begins with https or ends in .onion.',
  },
  'old-browser': {
    ar: 'هذا المتصفح أقدم من أن يقفل رسالتك. جرّب متصفحًا أحدث، أو متصفح تور.',
    en: 'This browser is too old to lock your message. Try a newer one, or Tor Browser.',
  },

  'safe.title': { ar: 'قبل أن تكتب', en: 'Before you write' },
  'safe.device': {
    ar: 'اكتب من جهاز لا يفتحه غيرك. لا من هاتف العمل، ولا من هاتف يفتشه أحد.',
    en: 'Write from a device that nobody else opens. Not a phone from work, not one that somebody looks through.',
  },
  'safe.place': {
    ar: 'اكتب حيث لا يرى أحد شاشتك، ولا كاميرا فوق كتفك.',
    en: 'Write where nobody sees your screen, and no camera is above your shoulder.',
  },
  'safe.tor': {
    ar: 'بمتصفح تور (Tor Browser) لا يعرف أحد أنك جئت إلى هنا. من دونه تعرف شركة الإنترنت ومن يراقبها أنك فتحت هذا العنوان، ولا تعرف ما كتبت.',
    en: 'With Tor Browser nobody learns that you came here. Without it your internet company, and whoever watches it, learns that you opened this address, though not what you wrote.',
  },
  'safe.files': {
    ar: 'الصورة قد تحمل مكان التصوير وساعته ونوع الهاتف. تصلنا كما هي لأنها دليل. إن كان في ذلك خطر عليك فصِفها بالكلام.',
    en: 'A picture may carry where, when and with which phone it was taken. It reaches us as it is, because it is evidence. If that puts you in danger, describe it in words.',
  },
  'safe.risk': {
    ar: 'لا تذهب إلى أي مكان من أجلنا، ولا تصوّر شيئًا الآن، ولا تسأل أحدًا عنا.',
    en: 'Do not go anywhere for us, do not photograph anything now, do not ask anybody about us.',
  },
  'safe.after': {
    ar: 'بعد الإرسال امسح سجل المتصفح. اكتب الرمز على ورقة ولا تصوّر الشاشة.',
    en: 'Afterwards clear the browser’s history. Write the code on paper; take no picture of the screen.',
  },
  'cannot.title': { ar: 'ما لا نستطيع حمايتك منه', en: 'What we cannot protect you from' },
  'cannot.screen': {
    ar: 'من يرى شاشتك، أو وضع برنامجًا في هاتفك، أو أجبرك على إعطاء الرمز.',
    en: 'Somebody who sees your screen, has put a program on your phone, or forces the code from you.',
  },
  'cannot.few': {
    ar: 'من يعرف أن قليلين فقط يعلمون ما كتبت. فكّر: من غيرك يعرف هذا؟',
    en: 'Somebody who knows that only a few can know what you wrote. Ask yourself: who else knows this?',
  },
  'cannot.server': {
    ar: 'من يستولي على هذا الموقع وهو يعمل ويبدّل الصفحة نفسها. ما أُرسل قبل ذلك يبقى مقفلًا.',
    en: 'Somebody who takes over this site while it runs and changes the page itself. What was sent before stays locked.',
  },
  'kept.title': { ar: 'ما نحفظه', en: 'What is kept' },
  'kept.what': {
    ar: 'الرسالة مقفلة، ويوم وصولها لا ساعته، وحجمها مقرّبًا. لا نسجل عنوانك ولا نوع جهازك. الجهاز الذي يستقبل الرسائل لا يستطيع قراءتها.',
    en: 'The locked message, the day it came and not the hour, its size rounded up. We record neither your address nor your kind of device. The machine that takes messages cannot read them.',
  },
  'next.title': { ar: 'ماذا يحدث برسالتك', en: 'What happens with your message' },
  'next.read': {
    ar: 'يقرؤها عدد قليل من الأشخاص المؤتمنين، على جهاز آخر. قد يسألونك هنا: عد بعد أيام ومعك الرمز.',
    en: 'A few trusted people read it, on another machine. They may ask you something here: come back in a few days with your code.',
  },
  'next.use': {
    ar: 'إن مضت إلى البحث فبقرار مكتوب باسم من قرره، ومن دون ما يدل عليك. ما تقوله رواية لم تُؤكَّد حتى تُؤكَّد من جهة أخرى.',
    en: 'If it goes on to those who search, that is decided in writing by a named person, without what points to you. What you say counts as unconfirmed until somebody else confirms it.',
  },
  'next.back': {
    ar: 'تستطيع سحبها بالرمز. ما لم يُقرأ بعد يُمحى في الحال؛ وما قُرئ نمحوه نحن بعد طلبك، إلا ما سبق أن سُلّم.',
    en: 'You can take it back with the code. What was not read yet is deleted at once; what was read we erase after you ask, except what was already handed on.',
  },
  'reward.title': { ar: 'المكافأة', en: 'Reward' },
  'reward.none': {
    ar: 'لا نعد بأي مكافأة.',
    en: 'No reward is promised.',
  },
  'reward.never': {
    ar: 'ولا نطلب مالًا من أحد أبدًا. من يطلب منك مالًا باسمنا فهو محتال.',
    en: 'And nobody here ever asks for money. Whoever asks you for money in our name is a fraud.',
  },
  'ways.title': { ar: 'طرق أخرى', en: 'Other ways' },
  'ways.default': {
    ar: 'اكتب على ورقة بلا اسم وسلّمها بيد من تثق به إلى مكتب يعمل في شؤون المفقودين، أو أعطها لمحام أو لمنظمة حقوقية. لا ترسل شيئًا خطرًا في رسالة هاتف عادية.',
    en: 'Write it on paper without a name and have somebody you trust bring it to an office that works for the missing, a lawyer or a human rights organisation. Send nothing dangerous in an ordinary text message.',
  },

  'code.title': { ar: 'هذا رمزك', en: 'This is your code' },
  'code.what': {
    ar: 'اكتبه على ورقة الآن. به وحده تعود وتقرأ الجواب. من يجده يقرأ الجواب أيضًا. لا نعرفه ولا نستطيع إعطاءك إياه ثانية.',
    en: 'Write it on paper now. With it alone you come back and read the answer. Whoever finds it can read the answer too. We do not know it and cannot give it to you again.',
  },
  'code.spoken': { ar: 'المجموعة {n}: {digits}', en: 'Group {n}: {digits}' },
  'code.written': { ar: 'كتبته', en: 'I have written it down' },
  'tell.title': { ar: 'ماذا تعرف؟', en: 'What do you know?' },
  'tell.hint': {
    ar: 'أين؟ متى؟ رأيت بنفسك أم سمعت، وممن؟ اكتب بلهجتك كما تحكي. لا تكتب اسمك إلا إن أردت.',
    en: 'Where? When? Did you see it yourself, or hear it, and from whom? Write as you would speak. Do not write your name unless you want to.',
  },
  'tell.files': { ar: 'صور أو ملفات (إن وُجدت)', en: 'Pictures or files (if you have any)' },
  'tell.files-hint': {
    ar: 'حتى {size} م.ب للملف، ولغاية {count} ملفات. الملف الكبير على خط بطيء يأخذ وقتًا؛ النص يصل أولًا.',
    en: 'Up to {size} MB a file, at most {count} files. A large file takes long on a slow line; the text goes first.',
  },
  'tell.draft': {
    ar: 'لا يُحفظ على هذا الهاتف شيء مما تكتبه. إن أُغلقت الصفحة قبل الإرسال ضاع. تستطيع أن ترسل ما كتبت ثم تعود بالرمز وتكمل.',
    en: 'Nothing that you type is kept on this phone. If the page is closed before it is sent, it is gone. You can send what you have and come back with the code to add more.',
  },
  'tell.keep': {
    ar: 'احفظ ما أكتبه مقفلًا بالرمز حتى أغلق هذه النافذة (لمن ينقطع خطه)',
    en: 'Keep what I type, locked with my code, until this tab is closed (if your line breaks often)',
  },
  'tell.send': { ar: 'اقفل وأرسل', en: 'Lock and send' },
  'tell.empty': { ar: 'اكتب شيئًا أو اختر ملفًا.', en: 'Write something or choose a file.' },
  'tell.long': {
    ar: 'النص أطول من {n} حرف. أرسله في رسالتين.',
    en: 'The text is longer than {n} characters. Send it as two messages.',
  },
  'tell.file-large': {
    ar: 'الملف {name} أكبر من {size} م.ب.',
    en: '{name} is larger than {size} MB.',
  },
  'tell.file-many': {
    ar: 'ملفات كثيرة: حتى {count} في المرة.',
    en: 'Too many files: at most {count} at a time.',
  },

  'send.title': { ar: 'لا تغلق الصفحة', en: 'Keep this page open' },
  'send.work': {
    ar: 'هاتفك يحلّ مسألة صغيرة. هذا يمنع من يريد إغراقنا برسائل كاذبة.',
    en: 'Your phone is solving a small task. It keeps out those who would flood us with false messages.',
  },
  'send.text': { ar: 'الرسالة', en: 'The message' },
  'send.part': { ar: '{what}: {share} ٪', en: '{what}: {share} %' },
  'send.waits': {
    ar: 'انقطع الخط. نعيد المحاولة من حيث وصلنا.',
    en: 'The line broke. Going on from where it stopped.',
  },
  'send.cancel': { ar: 'أوقف', en: 'Stop' },
  'done.title': { ar: 'وصلت الرسالة', en: 'It has arrived' },
  'done.next': {
    ar: 'عد بعد أيام ومعك الرمز: قد يكون عندنا سؤال. ثم امسح سجل المتصفح.',
    en: 'Come back in a few days with your code: we may have a question. Now clear the browser’s history.',
  },
  'done.files-missing': {
    ar: 'وصل النص، ولم تصل كل الملفات. تستطيع إضافتها لاحقًا بالرمز.',
    en: 'The text arrived, not all of the files. You can add them later with your code.',
  },

  'back.title': { ar: 'اكتب رمزك', en: 'Enter your code' },
  'back.hint': { ar: 'ثلاثون رقمًا في ست مجموعات.', en: 'Thirty digits in six groups.' },
  'back.open': { ar: 'افتح', en: 'Open' },
  'back.count': {
    ar: 'الرمز ثلاثون رقمًا؛ المكتوب {n}.',
    en: 'The code has thirty digits; there are {n} here.',
  },
  'back.wrong': {
    ar: 'خطأ في المجموعة {groups}. قارنها بورقتك.',
    en: 'Something is wrong in group {groups}. Compare it with your paper.',
  },
  'back.nothing': {
    ar: 'لا شيء تحت هذا الرمز. ربما في الأرقام خطأ، أو لم يكتمل الإرسال.',
    en: 'There is nothing under this code. Perhaps a digit is wrong, or the sending was never finished.',
  },
  'back.working': { ar: 'لحظة…', en: 'One moment…' },
  'talk.title': { ar: 'رسائلك والأجوبة', en: 'Your messages and our answers' },
  'talk.none': {
    ar: 'لا جواب بعد. عد بعد أيام.',
    en: 'No answer yet. Come back in a few days.',
  },
  'talk.answer': { ar: 'جواب، {day}', en: 'Answer, {day}' },
  'talk.waiting': {
    ar: 'ما أرسلته ولم يأخذه القرّاء بعد: {n}',
    en: 'Sent by you and not yet fetched by the readers: {n}',
  },
  'talk.fetched': { ar: 'أخذ القرّاء كل ما أرسلته.', en: 'The readers have fetched all that you sent.' },
  'talk.unopened': {
    ar: 'جواب لم يُفتح: قد يكون تضرّر في الطريق.',
    en: 'An answer that does not open: it may have been damaged on the way.',
  },
  'talk.more': { ar: 'اكتب المزيد', en: 'Write more' },
  'talk.withdraw': { ar: 'اسحب كل ما أرسلته', en: 'Take back all that I sent' },
  'talk.withdraw-sure': {
    ar: 'متأكد؟ يُمحى ما لم يُقرأ، ويُطلب محو ما قُرئ. لا رجوع.',
    en: 'Sure? What was not read is deleted, and we are asked to erase what was read. This cannot be undone.',
  },
  'talk.withdraw-yes': { ar: 'نعم، اسحبها', en: 'Yes, take it back' },
  'talk.withdraw-no': { ar: 'لا', en: 'No' },
  'talk.withdrawn': {
    ar: 'سُحبت. مُحي من هذا الجهاز: {n}. وطُلب من القرّاء محو الباقي.',
    en: 'Taken back. Deleted here: {n}. The readers are asked to erase the rest.',
  },
  back: { ar: 'رجوع', en: 'Back' },

  'wrong.title': { ar: 'لم يتم ذلك', en: 'That did not work' },
  'wrong.line.full': {
    ar: 'الخط ممتلئ الآن. لم يُحفظ شيء. جرّب بعد ساعة أو خذ طريقًا آخر.',
    en: 'The line is full at the moment. Nothing was kept. Try again in an hour, or take another way.',
  },
  'wrong.line.busy': {
    ar: 'رسائل كثيرة تصل الآن. جرّب بعد دقيقة.',
    en: 'Many messages are coming in. Try again in a minute.',
  },
  'wrong.line.mailbox-full': {
    ar: 'كتبت كثيرًا تحت هذا الرمز. ابدأ برمز جديد.',
    en: 'This code holds as much as it can. Begin again with a new one.',
  },
  'wrong.line.too-large': { ar: 'الملف أكبر من المسموح.', en: 'The file is larger than allowed.' },
  'wrong.network': {
    ar: 'لا اتصال. لم يصل شيء بعد؛ ما كتبته ما زال هنا.',
    en: 'No connection. Nothing has arrived yet; what you wrote is still here.',
  },
  'wrong.other': {
    ar: 'حدث خطأ عندنا. ما كتبته ما زال هنا؛ جرّب مرة أخرى.',
    en: 'Something went wrong here. What you wrote is still there; try once more.',
  },
} as const satisfies Catalogue;
