import type { Catalogue } from './catalogue.ts';

/** The public line's page for a family that looks for somebody. Part of `lineMessages`. */
export const lineFamilyMessages = {
  seek: { ar: 'أبحث عن شخص', en: 'I look for somebody' },
  'ask.title': { ar: 'عمّن تبحث؟', en: 'Whom do you look for?' },
  'ask.consent': {
    ar: 'ما تكتبه يُقفل على جهازك ولا يفتحه إلا المكتب. نقارنه بالقوائم التي عندنا. لا نخبر أحدًا بأنك تسأل. لا نطلب مالًا أبدًا، ولا نخبر برسالة عن مصير أحد. تستطيع السحب أو التضييق بالرمز متى شئت.',
    en: 'What you write is locked on your device, and only the desk opens it. We compare it with the lists we hold. We tell nobody that you ask. We never ask for money, and never tell by message what became of somebody. With your code you can withdraw or narrow this at any time.',
  },
  'ask.compare': {
    ar: 'أوافق على أن يحفظ المكتب بيانات من أبحث عنه ويقارنها بقوائمه',
    en: 'I agree that the desk keeps the details of the one I look for and compares them with its lists',
  },
  'ask.call': {
    ar: 'يستطيع المكتب الاتصال بي كما أكتب أدناه',
    en: 'The desk may call me in the way I write below',
  },
  'ask.partners': {
    ar: 'يجوز لمنظمات شريكة أن ترى بيانات من أبحث عنه، لا من أنا',
    en: 'Partner organisations may see the details of the one I look for, not who I am',
  },
  'ask.mandated': {
    ar: 'يجوز أن تراها الجهات المكلّفة بملف المفقودين',
    en: 'Bodies with a mandate for the missing may see them',
  },
  'ask.given': { ar: 'اسمه', en: 'Given name' },
  'ask.father': { ar: 'اسم أبيه', en: 'Father’s name' },
  'ask.family': { ar: 'كنيته (اسم العائلة)', en: 'Family name' },
  'ask.mother': { ar: 'اسم أمه', en: 'Mother’s name' },
  'ask.birth': { ar: 'سنة ميلاده', en: 'Year of birth' },
  'ask.home': { ar: 'كان يسكن في', en: 'Lived in' },
  'ask.seen': { ar: 'سنة آخر مرة شوهد', en: 'Year last seen' },
  'ask.words': { ar: 'ما تعرفه أيضًا', en: 'What else you know' },
  'ask.you': { ar: 'أنت', en: 'You' },
  'ask.name': { ar: 'اسمك، أو ما نناديك به', en: 'Your name, or what to call you' },
  'ask.relation': { ar: 'صلتك به', en: 'You are' },
  'ask.mother-of': { ar: 'الأم', en: 'mother' },
  'ask.father-of': { ar: 'الأب', en: 'father' },
  'ask.wife': { ar: 'الزوجة', en: 'wife' },
  'ask.husband': { ar: 'الزوج', en: 'husband' },
  'ask.daughter': { ar: 'البنت', en: 'daughter' },
  'ask.son': { ar: 'الابن', en: 'son' },
  'ask.sister': { ar: 'الأخت', en: 'sister' },
  'ask.brother': { ar: 'الأخ', en: 'brother' },
  'ask.relative': { ar: 'قريب آخر', en: 'other relative' },
  'ask.at': { ar: 'رقم نتصل به (إن سمحت)', en: 'A number to call (if you allow it)' },
  'ask.hours': { ar: 'متى؟', en: 'When?' },
  'ask.word': { ar: 'كلمة نقولها لك لتعرف أننا نحن', en: 'A word that we say, so that you know it is us' },
  'ask.at-hint': {
    ar: 'لا نترك رسالة إن لم تردّ. من دون رقم تسأل بالرمز وحده.',
    en: 'We leave no message where you do not pick up. Without a number you ask with the code alone.',
  },
  'ask.no-photograph': {
    ar: 'لا تُرسل هنا صورة: حجمها وحده يكشف لمن يراقب الشبكة أن عائلة تسأل. احتفظ بها، وأحضرها معك أو مع من تثق به حين يتصل بك مكتبنا أو تزورنا. لا ترسلها لمن يدّعي أنه نحن.',
    en: 'No photograph can be sent here: its size alone would tell whoever watches the network that a family asks. Keep it, and bring it yourself or by somebody you trust when our desk calls or you visit. Send it to nobody who says that they are us.',
  },
  'ask.send': { ar: 'اقفل وأرسل', en: 'Lock and send' },
  'ask.no-consent': {
    ar: 'من دون موافقتك على المقارنة لا نستقبل شيئًا. ضع العلامة الأولى أو اخرج.',
    en: 'Without your agreement to compare we take nothing. Tick the first box, or leave.',
  },
  'ask.no-name': { ar: 'اكتب اسمه أو كنيته، واسمك.', en: 'Write the name or family name, and your own.' },
  'ask.choose': { ar: 'اختر', en: 'choose' },
  'ask.no-relation': { ar: 'اختر صلتك به.', en: 'Choose who you are to them.' },
  'ask.year': {
    ar: 'اكتب السنة بأربعة أرقام، مثل 1988، أو اتركها فارغة.',
    en: 'Write the year with four digits, like 1988, or leave it empty.',
  },
  'ask.no-call': {
    ar: 'كتبت رقمًا ولم تسمح بالاتصال. اسمح به أو امحُ الرقم.',
    en: 'There is a number, but no leave to call it. Allow it, or take the number away.',
  },
  'ask.done': {
    ar: 'اسأل «هل من جديد؟» بهذا الرمز، هنا أو بالهاتف. الجواب «لا جديد» أو «سيتصل بكم مكتبنا»، لا أكثر.',
    en: 'Ask “anything new?” with this code, here or by phone. The answer is “nothing new” or “our desk will call”, never more.',
  },
  'answer.nothing-new': { ar: 'لا جديد. ما زلنا نبحث.', en: 'Nothing new. We go on looking.' },
  'answer.will-call': { ar: 'سيتصل بكم مكتبنا.', en: 'Our desk will call you.' },
  'answer.withdrawn': {
    ar: 'طلبك مسحوب. لم نعد نقارن شيئًا.',
    en: 'Your request is withdrawn. Nothing is compared any more.',
  },
  'narrow.open': { ar: 'غيّر ما أسمح به', en: 'Change what I allow' },
  'narrow.title': { ar: 'ما الذي ما زلت تسمح به؟', en: 'What do you still allow?' },
  'narrow.hint': {
    ar: 'ضع علامة على ما تُبقيه. بالرمز تُضيَّق الموافقة ولا توسَّع.',
    en: 'Tick what stays. With the code it becomes narrower, never wider.',
  },
} as const satisfies Catalogue;
