import type { Catalogue } from './catalogue.ts';

/** What is wrong with a request, a call or a body's entry, and what to do. Part of `errorMessages`. */
export const tracingErrors = {
  'tracing.moved-on': {
    en: 'Somebody else has written on this since you opened it. Nothing of yours was kept yet: look at what is new, then decide again.',
    ar: 'كتب شخص آخر هنا بعد أن فتحت الصفحة. لم يُحفظ ما قررته بعد: اطّلع على الجديد ثم قرّر من جديد.',
  },
  'tracing.state-impossible': {
    en: 'From here the request cannot go to that state. Look at where it stands now.',
    ar: 'لا يمكن نقل الطلب من هنا إلى هذه الحالة. انظر أين يقف الآن.',
  },
  'tracing.needs-told': {
    en: 'A request is answered only by a call that is written down. Write down what was told to whom, then set it.',
    ar: 'لا يُعدّ الطلب مُجابًا إلا باتصال مكتوب. اكتب ما قيل ولمن قيل، ثم غيّر الحالة.',
  },
  'tracing.no-consent': {
    en: 'The family has not consented to this. Nothing was written and nothing leaves.',
    ar: 'لم توافق العائلة على هذا. لم يُكتب شيء ولا يخرج شيء.',
  },
  'tracing.consent-wider': {
    en: 'With the code alone a consent can only be made narrower. To widen it, the family speaks with the desk.',
    ar: 'بالرمز وحده تُضيَّق الموافقة ولا توسَّع. لتوسيعها تتحدث العائلة مع المكتب.',
  },
  'tracing.withdrawn': {
    en: 'The family has withdrawn this request. Only erasing it is left to do.',
    ar: 'سحبت العائلة هذا الطلب. لم يبقَ إلا محوه.',
  },
  'tracing.second-person': {
    en: 'This needs two named people. A second one must agree before anybody is told.',
    ar: 'هذا يحتاج إلى شخصين باسميهما. يجب أن يوافق شخص ثانٍ قبل أن يُخبَر أحد.',
  },
  'tracing.same-person': {
    en: 'The second person must be somebody else than the first.',
    ar: 'يجب أن يكون الشخص الثاني غير الأول.',
  },
  'tracing.found-decides': {
    en: 'Whoever was found decides first what the family is told. Ask them, write down their answer, and keep to it.',
    ar: 'من عُثر عليه يقرّر أولًا ما يُقال للعائلة. اسأله، واكتب جوابه، والتزم به.',
  },
  'tracing.not-established': {
    en: 'For this call the request must be linked as the same person first; where the record says dead, by two people.',
    ar: 'قبل هذا الاتصال يجب أن يُربط الطلب بسجل على أنه الشخص نفسه؛ وحيث يقول السجل إنه توفي، بقرار شخصين.',
  },
  'tracing.code-unknown': {
    en: 'No request has this code. Ask for it once more, group by group.',
    ar: 'لا طلب بهذا الرمز. اطلب قراءته مرة أخرى، مجموعة مجموعة.',
  },
  'tracing.code-wrong': {
    en: 'This code has a mistake in group {groups}. Ask for that group again.',
    ar: 'في الرمز خطأ في المجموعة {groups}. اطلب قراءة هذه المجموعة من جديد.',
  },
  'tracing.record-unknown': {
    en: 'This row is no longer on any list of the case.',
    ar: 'لم يعد هذا السطر في أي قائمة من القضية.',
  },
  'tracing.hidden': {
    en: 'This file is hidden already while identity is checked.',
    ar: 'هذا الملف مخفي بالفعل ريثما يُتحقق من الهوية.',
  },
  'tracing.photographs-full': {
    en: 'This request has {limit} photographs already. Take one back before another is added; nothing was kept.',
    ar: 'في هذا الطلب {limit} صور. اسحب واحدة قبل إضافة غيرها؛ لم يُحفظ شيء.',
  },
  'tracing.photograph-held': {
    en: 'This photograph stands in the request already. Nothing was kept twice; change what is allowed for it there.',
    ar: 'هذه الصورة موجودة في الطلب. لم يُحفظ شيء مرتين؛ غيّر ما يُسمح به لها هناك.',
  },
  'tracing.photograph-minor': {
    en: 'The face of somebody who may be under age, or whose year of birth is not known, is never made public. Take “the public” away; nothing was kept.',
    ar: 'لا يُنشر أبدًا وجه من قد يكون قاصرًا أو من لا تُعرف سنة ميلاده. أزل «العموم»؛ لم يُحفظ شيء.',
  },
  'tracing.photograph-kind': {
    en: 'This file is no photograph that can be opened: JPEG, PNG, WebP, GIF, TIFF and AVIF are, whatever a file is called. Nothing was kept. A phone can save it as JPEG.',
    ar: 'هذا الملف ليس صورة يمكن فتحها: تُفتح JPEG وPNG وWebP وGIF وTIFF وAVIF مهما كان اسم الملف. لم يُحفظ شيء. يستطيع الهاتف حفظها بصيغة JPEG.',
  },
  'tracing.photograph-broken': {
    en: 'This photograph is cut short or damaged and cannot be opened ({reason}). Nothing was kept: ask the family for it once more.',
    ar: 'هذه الصورة مبتورة أو تالفة ولا تُفتح ({reason}). لم يُحفظ شيء: اطلبها من العائلة مرة أخرى.',
  },
  'tracing.photograph-large': {
    en: 'This photograph is larger than what is opened safely ({limit}). Nothing was kept: bring a smaller one.',
    ar: 'هذه الصورة أكبر مما يُفتح بأمان ({limit}). لم يُحفظ شيء: أحضر أصغر منها.',
  },
  'remains.code-taken': {
    en: 'The code {code} stands in the register already. Two bodies never share a code: look at that entry.',
    ar: 'الرمز {code} موجود في السجل. لا يشترك جثمانان في رمز: انظر في ذلك القيد.',
  },
  'remains.state-impossible': {
    en: 'From here the remains cannot go to that state. Preliminary names a request; confirmed follows preliminary.',
    ar: 'لا يمكن الانتقال من هنا إلى هذه الحالة. «أولي» يسمّي طلبًا، و«مؤكَّد» يتبع «أولي».',
  },
} as const satisfies Catalogue;
