import type { Bilingual } from './catalogue.ts';

/**
 * What to say on delicate calls, by matter and version: `death.1`. A text that was used is never changed: a better one
 * gets the next number, and what was told names the one it was told by. Short sentences, the hard word said once and
 * early, no euphemism, no promise; after the announcement protocols that hospitals and tracing services use.
 */
export const CALL_SCRIPTS: Readonly<Record<string, readonly Bilingual[]>> = {
  'nothing-new.1': [
    {
      en: 'Say the word between you. Ask: can you talk now? Who is with you?',
      ar: 'قل كلمة السر بينكما. اسأل: هل تستطيع الكلام الآن؟ من معك؟',
    },
    {
      en: 'We have searched all the lists we hold. There is nothing new. That is not news, good or bad.',
      ar: 'بحثنا في كل القوائم التي عندنا. لا جديد. هذا ليس خبرًا، لا خيرًا ولا شرًا.',
    },
    {
      en: 'We go on. You can ask at any time with your code. Nobody of ours asks for money.',
      ar: 'نواصل البحث. تستطيع أن تسأل متى شئت برمزك. لا أحد منا يطلب مالًا.',
    },
  ],
  'lead.1': [
    {
      en: 'Say the word between you. Ask: can you talk now? Who is with you?',
      ar: 'قل كلمة السر بينكما. اسأل: هل تستطيع الكلام الآن؟ من معك؟',
    },
    {
      en: 'There is a lead. It is not certain, and I cannot say more today.',
      ar: 'هناك خيط. ليس مؤكدًا، ولا أستطيع أن أقول أكثر اليوم.',
    },
    {
      en: 'We check it and call you by such a day, also if nothing comes of it. Please tell nobody until then, for your safety.',
      ar: 'نتحقق منه ونتصل بك قبل يوم نحدده، حتى إن لم ينتهِ إلى شيء. لا تخبر أحدًا إلى حينها، لسلامتك.',
    },
  ],
  'on-a-list.1': [
    {
      en: 'Say the word between you. Ask: can you talk now? Who is with you?',
      ar: 'قل كلمة السر بينكما. اسأل: هل تستطيع الكلام الآن؟ من معك؟',
    },
    {
      en: 'A name that we take to be his stands on a list. I read to you what the list says, and from when it is.',
      ar: 'اسم نظنّه اسمه وارد في قائمة. أقرأ لك ما تقوله القائمة، ومن أي تاريخ هي.',
    },
    {
      en: 'A list can be wrong. It does not say where he is today. Ask: does anything in it not fit?',
      ar: 'قد تخطئ القوائم. وهي لا تقول أين هو اليوم. اسأل: هل فيها ما لا ينطبق عليه؟',
    },
  ],
  'alive.1': [
    {
      en: 'Read first what they allowed to be told. Say that, and nothing else.',
      ar: 'اقرأ أولًا ما سمح هو بقوله. قل ذلك ولا شيء غيره.',
    },
    {
      en: 'Say the word between you. He is alive. We have spoken with him ourselves.',
      ar: 'قل كلمة السر بينكما. هو حي. تكلمنا معه بأنفسنا.',
    },
    {
      en: 'He decides when and how he calls you. We pass on to him what you want to tell him.',
      ar: 'هو يقرر متى وكيف يتصل بك. نوصل إليه ما تريد أن تقوله له.',
    },
  ],
  'whereabouts.1': [
    {
      en: 'Read first what they allowed to be told. Say that, and nothing else.',
      ar: 'اقرأ أولًا ما سمح هو بقوله. قل ذلك ولا شيء غيره.',
    },
    {
      en: 'Say the word between you. He allowed us to tell you where he is.',
      ar: 'قل كلمة السر بينكما. سمح لنا أن نخبرك بمكانه.',
    },
    {
      en: 'Do not hand the address on. If anybody presses you for it, call us.',
      ar: 'لا تعطِ العنوان لأحد. إن ضغط عليك أحد فاتصل بنا.',
    },
  ],
  'death.1': [
    {
      en: 'Better face to face. Not alone, not to a child, not while driving. Say the word between you.',
      ar: 'الأفضل وجهًا لوجه. لا لمن هو وحده، ولا لطفل، ولا لمن يقود. قل كلمة السر بينكما.',
    },
    {
      en: 'I have very hard news. He has died. (Wait. Say nothing for as long as it takes.)',
      ar: 'عندي خبر صعب جدًا. لقد توفي. (انتظر. لا تقل شيئًا مهما طال الصمت.)',
    },
    {
      en: 'How we know it: the document, who looked at it, both names. What we do not know: say that we do not know it.',
      ar: 'كيف عرفنا: الوثيقة، ومن نظر فيها، والاسمان. وما لا نعرفه: قل إننا لا نعرفه.',
    },
    {
      en: 'Ask what they need now. Your request stays open as long as you want. We call again on a day you choose.',
      ar: 'اسأل عمّا يحتاجونه الآن. يبقى طلبكم مفتوحًا ما شئتم. نتصل ثانية في يوم تختارونه.',
    },
  ],
  'remains.1': [
    {
      en: 'Face to face wherever it can be. Not alone. Say the word between you.',
      ar: 'وجهًا لوجه حيث أمكن. لا لمن هو وحده. قل كلمة السر بينكما.',
    },
    {
      en: 'I have very hard news. Remains were found, and two people have confirmed that they are his. (Wait.)',
      ar: 'عندي خبر صعب جدًا. عُثر على رفات، وأكّد شخصان أنها رفاته. (انتظر.)',
    },
    {
      en: 'Marks are told first. Nobody has to see a picture; whoever wants to, sees it with somebody beside them.',
      ar: 'تُذكر العلامات أولًا. لا أحد ملزم برؤية صورة؛ ومن أراد رآها ومعه أحد.',
    },
    {
      en: 'Say what comes next: papers, handing over, burial, and who goes with them.',
      ar: 'قل ما يلي: الأوراق، والتسليم، والدفن، ومن يرافقهم.',
    },
  ],
};

/** The text in use for a matter: the one with the highest number. */
export const scriptFor = (matter: string): string =>
  Object.keys(CALL_SCRIPTS)
    .filter((name) => name.startsWith(`${matter}.`))
    .sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]))
    .at(-1) ?? `${matter}.1`;
