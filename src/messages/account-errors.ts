import type { Catalogue } from './catalogue.ts';

/** What is wrong with accounts and what each may do, and what to do. Part of `errorMessages`. */
export const accountErrors = {
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
  'access.unwritten': {
    en: 'This case has accounts, so every look is written down first, and that cannot be done now: {folder} is open elsewhere, or your key may only read. Look there, on the pages, or run this again when it is closed.',
    ar: 'لهذه القضية حسابات، فكل اطّلاع يُسجَّل أولًا، ولا يمكن ذلك الآن: {folder} مفتوحة في مكان آخر، أو أن مفتاحك للقراءة وحدها. اطّلع من الصفحات هناك، أو أعد الأمر بعد إغلاقها.',
  },
  'access.budget-spent': {
    en: 'You have looked up very many people in a short time. Go on in {minutes, plural, one {# minute} other {# minutes}}. Whoever keeps the accounts was told. For a whole list ask for an export.',
    ar: 'بحثت عن أشخاص كثيرين جدًا في وقت قصير. تابع بعد {minutes, plural, zero {لحظة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}. أُبلغ القائم على الحسابات. ولقائمة كاملة اطلب تصديرًا.',
  },
} as const satisfies Catalogue;
