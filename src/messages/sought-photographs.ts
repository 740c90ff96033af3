import type { Catalogue } from './catalogue.ts';

/** Photographs of somebody who is sought, and the wall of the missing. They come with those pages. */
export const soughtPhotographMessages = {
  'faces.title': { en: 'Photographs', ar: 'الصور' },
  'faces.note': {
    en: 'Each has a consent of its own. Only the desk sees this page. A file is drawn anew when it comes in: where and with what it was taken is not kept, so let the family keep its original.',
    ar: 'لكل صورة موافقة خاصة بها. لا يرى هذه الصفحة إلا المكتب. تُرسم الصورة من جديد عند دخولها: لا يُحفظ أين التُقطت ولا بأي جهاز، فلتحتفظ العائلة بالأصل.',
  },
  'faces.none': { en: 'No photograph yet.', ar: 'لا صورة بعد.' },
  'faces.how-to-bring': {
    en: 'How a family brings one: by hand, on a phone, a stick or on paper to be photographed here; or through somebody it trusts. None by an open message, and none by the public page, which takes words alone.',
    ar: 'كيف تحضر العائلة صورة: باليد، على هاتف أو ذاكرة، أو مطبوعة نصوّرها هنا؛ أو مع من تثق به. لا برسالة مكشوفة، ولا من الصفحة العامة فهي تستقبل الكلام وحده.',
  },
  'faces.of': { en: 'Photograph {number} of {name}', ar: 'الصورة {number}: {name}' },
  'faces.large': { en: 'Open large', ar: 'افتحها كبيرة' },
  'faces.brought': { en: 'brought {date}, taken in by {by}', ar: 'أُحضرت {date}، استلمها {by}' },
  'faces.screen': { en: 'May see it: {who}', ar: 'يجوز أن يراها: {who}' },
  'faces.paper': { en: 'May have it on paper: {who}', ar: 'يجوز أن يأخذها على ورق: {who}' },
  'faces.paper-none': { en: 'On paper: nobody', ar: 'على ورق: لا أحد' },
  'faces.alike': { en: 'The same picture stands in another request:', ar: 'الصورة نفسها في طلب آخر:' },
  'faces.add': { en: 'Add a photograph', ar: 'أضف صورة' },
  'faces.file': { en: 'File', ar: 'الملف' },
  'faces.file-hint': {
    en: 'JPEG, PNG, WebP, GIF, TIFF or AVIF, up to {megabytes} MB; at most {count} in a request.',
    ar: 'JPEG أو PNG أو WebP أو GIF أو TIFF أو AVIF، حتى {megabytes} ميغابايت؛ ولا أكثر من {count} في الطلب.',
  },
  'faces.words': { en: 'When it was taken, who else stands in it', ar: 'متى التُقطت، ومن يظهر فيها أيضًا' },
  'faces.read-out': {
    en: '“We keep this photograph with your request. Tell us who may see it besides this desk, and whether it may be on paper. What is on paper or published cannot be called back; everything else you can take back at any time. Who else stands in it? We show it to nobody who does not need it.”',
    ar: '«نحفظ هذه الصورة مع طلبك. قل لنا من يجوز أن يراها غير هذا المكتب، وهل يجوز طبعها. ما طُبع أو نُشر لا يُستعاد، وما عدا ذلك تسحبه متى شئت. من يظهر فيها أيضًا؟ لا نريها لمن لا حاجة له بها.»',
  },
  'faces.who': { en: 'Who', ar: 'مَن' },
  'faces.may-see': { en: 'may see it', ar: 'يراها' },
  'faces.may-print': { en: 'may have it on paper', ar: 'يأخذها على ورق' },
  'faces.public-closed': {
    en: 'Not for the public: a face that may be a child’s, or of somebody whose year of birth is not known, is never published.',
    ar: 'لا للعموم: لا يُنشر أبدًا وجه قد يكون لطفل أو لمن لا تُعرف سنة ميلاده.',
  },
  'faces.consent-missing': {
    en: 'Nothing was kept. This desk at least must be allowed to see it, and on paper it goes to nobody who may not see it.',
    ar: 'لم يُحفظ شيء. يجب أن يُسمح لهذا المكتب على الأقل برؤيتها، ولا تُعطى على ورق لمن لا يجوز أن يراها.',
  },
  'faces.file-missing': { en: 'Choose the file first.', ar: 'اختر الملف أولًا.' },
  'faces.keep': { en: 'Keep the photograph', ar: 'احفظ الصورة' },
  'faces.kept': { en: 'The photograph is kept.', ar: 'حُفظت الصورة.' },
  'faces.change': { en: 'Change what is allowed', ar: 'غيّر ما يُسمح به' },
  'faces.back': { en: 'The family takes it back', ar: 'تسحبها العائلة' },
  'faces.back-note': {
    en: 'From then on nobody sees it, here neither, and it waits under Erasures to be made unreadable by a second person. What is on paper already must be asked for.',
    ar: 'من حينها لا يراها أحد، ولا هنا، وتنتظر في صفحة المحو أن يجعلها شخص ثانٍ غير مقروءة. وما طُبع منها يُطلب استرجاعه.',
  },

  'missing-wall.title': { en: 'Wall of the missing', ar: 'جدار المفقودين' },
  'missing-wall.lead': {
    en: 'Photographs of those alone whose family lets these people see them, with name, age, where last seen, and the number of the request. Nobody who was found, nobody whose file is hidden; in public nobody who may be under age. Each look here is written down.',
    ar: 'صور من تسمح عائلته وحدها لهؤلاء برؤيته، مع الاسم والعمر وآخر مكان شوهد فيه ورقم الطلب. لا أحد ممن وُجد، ولا من أُخفي ملفه؛ ولا يُعرض للعموم من قد يكون قاصرًا. وكل اطّلاع هنا يُسجَّل.',
  },
  'missing-wall.use': { en: 'Where', ar: 'أين' },
  'missing-wall.screen': { en: 'on this screen', ar: 'على هذه الشاشة' },
  'missing-wall.on-paper': { en: 'on paper', ar: 'على ورق' },
  'missing-wall.show': { en: 'Show the wall', ar: 'أظهر الجدار' },
  'missing-wall.count': {
    en: '{count, plural, =0 {Nobody stands on this wall} one {# person} other {# persons}}',
    ar: '{count, plural, zero {لا أحد على هذا الجدار} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصًا} other {# شخص}}',
  },
  'missing-wall.kept': {
    en: '{count, plural, =0 {} one {# request with a photograph is not on it: its consent or a rule keeps it off.} other {# requests with photographs are not on it: their consent or a rule keeps them off.}}',
    ar: '{count, plural, zero {} one {طلب واحد معه صورة ليس هنا: تمنعه الموافقة أو القاعدة.} two {طلبان معهما صور ليسا هنا: تمنعهما الموافقة أو القاعدة.} few {# طلبات معها صور ليست هنا: تمنعها الموافقة أو القاعدة.} many {# طلبًا معها صور ليست هنا: تمنعها الموافقة أو القاعدة.} other {# طلب معها صور ليست هنا: تمنعها الموافقة أو القاعدة.}}',
  },
  'missing-wall.none-how': {
    en: 'Who may see a photograph stands with it, on the request.',
    ar: 'من يجوز أن يرى الصورة مكتوب معها في الطلب.',
  },
  'missing-wall.as-of': {
    en: 'For {audience}, as families allowed on {date}. Not to be passed on. A family that takes its consent back takes this sheet back: ask the desk before it is used again.',
    ar: 'إلى: {audience}، بحسب ما سمحت به العائلات في {date}. لا تُمرَّر لغيرهم. العائلة التي تسحب موافقتها تسحب هذه الورقة: اسأل المكتب قبل أن تُستعمل ثانية.',
  },
  'missing-wall.as-of-public': {
    en: 'As families allowed on {date}. Whoever knows something tells the desk, with the number; nobody is ever asked for money. A family may take its consent back: ask before this sheet is used again.',
    ar: 'بحسب ما سمحت به العائلات في {date}. من يعرف شيئًا يخبر المكتب ويذكر الرقم؛ ولا يُطلب مال من أحد أبدًا. قد تسحب العائلة موافقتها: اسأل قبل أن تُستعمل هذه الورقة ثانية.',
  },
  'missing-wall.screen-only': {
    en: 'This wall was shown for the screen. Printing needs its own consent: choose “on paper”.',
    ar: 'عُرض هذا الجدار للشاشة. الطباعة تحتاج إلى موافقتها: اختر «على ورق».',
  },
  'missing-wall.age': {
    en: '{low, plural, one {# year} other {# years}} old',
    ar: 'العمر {low, plural, zero {أقل من سنة} one {سنة واحدة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  },
  'missing-wall.age-between': { en: '{low} or {high} years old', ar: 'العمر {low} أو {high}' },
  'missing-wall.age-range': { en: 'between {low} and {high} years old', ar: 'العمر بين {low} و{high}' },
  'missing-wall.last-seen': { en: 'last seen {when}', ar: 'شوهد آخر مرة {when}' },
  'missing-wall.photograph-of': { en: 'Photograph of {name}', ar: 'صورة {name}' },
} as const satisfies Catalogue;
